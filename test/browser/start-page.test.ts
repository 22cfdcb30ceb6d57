/** The start page of a workspace: how all lists stand, the way to each of them, and back to where one was. */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation, OverblikWorkspace, Round } from '../../src/define.ts';
import { tripleWhammy, type2Diabetes } from '../../fixtures/profiles/index.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isAccessible } from './in-depth.ts';
import { clickOn, press } from './list.ts';
import { adapterWith, allInside, clinic, demens, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 720 };
const profiles = [tripleWhammy, demens, type2Diabetes];
const withDementia = clinic.patients
  .filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code === 'P70'))
  .map(({ patient }) => patient.id);

/** One that was finished, and one under way that is to be evaluated. */
const rounds: readonly Round[] = [
  {
    ...{ id: 'r1', revision: 1, profile: { id: 'dk.demens', version: '1.0.0' } },
    ...{ asOf: '2026-05-12', finished: '2026-06-01' },
    members: withDementia.slice(3).map((patientId) => ({ patientId, status: 'reviewed' })),
  },
  {
    ...{ id: 'r2', revision: 1, profile: { id: 'dk.demens', version: '1.0.0' } },
    asOf: '2026-06-02',
    aim: {
      goal: 'Halvér antallet',
      evaluation: '2026-11-01',
      owner: { id: 'MK', name: 'Mette Kjær' },
    },
    members: withDementia.map((patientId, at) => ({
      patientId,
      status: at % 3 === 0 ? 'reviewed' : 'new',
    })),
  },
];

const adapterOf = (id = 'k', more: object = {}) => {
  const inner = adapterWith();
  return {
    ...{ ...inner, rounds: faultyRounds(rounds), ...more },
    describe: async (signal: AbortSignal) => ({ ...(await inner.describe(signal)), id }),
  };
};

const open = (given: object = {}, box = size) =>
  place('overblik-workspace', { adapter: adapterOf(), profiles, ...given }, box);

/** The page, with every list counted and every round read. */
async function counted(given: object = {}, box = size): Promise<OverblikWorkspace> {
  const page = open(given, box);
  await ready(page);
  return page;
}

async function ready(page: OverblikWorkspace): Promise<void> {
  await until('all counted', () => inside(page, '.start table[aria-busy=false]'));
  await until(
    'the rounds',
    () => inside(page, '.start .reached') && !textOf(page).includes('Henter'),
  );
}

const rowOf = (page: Element, id: string) => inside(page, `.start tr[data-id="${id}"]`)!;
const named = (page: Element) =>
  allInside(page, '.start .open').map((each) => each.textContent.trim());
const listIn = (page: Element) => inside<OverblikPopulation>(page, 'overblik-population');
const line = (list: Element) => inside(list, '.figures')?.innerText ?? '';
const back = (page: Element) => clickOn(inside(listIn(page)!, '.all-lists'));

/** What has the focus, however deep. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** The list of a profile with its rows, and its overview counted. */
async function shown(page: Element, id: string): Promise<OverblikPopulation> {
  const list = await until('the list', () => listIn(page));
  await until('its rows', () => list.view?.profileId === id && inside(list, '.figures .total'));
  await until('its figures', () => /alvorlig|obs/.test(line(list)) && !line(list).includes('…'));
  return list;
}

describe('the start page', () => {
  it('is what a workspace with several profiles shows first, and one with a profile does not', async () => {
    const page = await counted();
    expect(listIn(page)).to.equal(null);
    expect(inside(page, '.start')!.getAttribute('aria-label')).to.equal('Startside');
    expect(named(page)).to.have.length(3);
    for (const given of [
      { profileId: 'dk.demens' },
      { patientId: withDementia[0] },
      { profiles: [demens] },
    ]) {
      const list = open(given);
      await until('the list', () => listIn(list));
      expect(inside(list, '.start')).to.equal(null);
    }
  });

  it('is whole for keys and screen readers', async () => {
    const page = await counted();
    await isAccessible(page);
    const cells = rowOf(page, 'dk.demens');
    const names = [...cells.querySelectorAll('button')].map(
      (each) => each.getAttribute('aria-label') ?? each.textContent.trim(),
    );
    expect(names[0]).to.equal('Patienter med demens');
    expect(names[1]).to.match(/^\d+ alvorlige: Patienter med demens$/);
    expect(names[2]).to.match(/^\d+ nye: Patienter med demens$/);
    expect(names[3]).to.match(/^\d+ ikke gennemgået: Patienter med demens$/);
    expect(inside(page, '.start [role=status]')!.textContent).to.equal('Alle 3 lister er talt');
    for (const button of allInside(page, '.start button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.textContent).to.be.at.least(24);
    }
    cells.querySelector<HTMLElement>('.figure.critical')!.focus();
    await press('ArrowDown');
    expect(focused()!.closest('tr')).to.equal(cells.nextElementSibling);
    await press('ArrowUp');
    expect(focused()!.matches('.figure.critical')).to.equal(true);
  });

  it('tells of the round since when, who, to what end, and that it is to be evaluated', async () => {
    const page = await counted();
    const words = rowOf(page, 'dk.demens').innerText.replaceAll(/\s+/g, ' ');
    expect(words).to.contain('Siden 2. jun. 2026 · Mette Kjær');
    expect(words).to.contain('Runden skal evalueres · Halvér antallet');
    expect(words).to.contain('Afsluttet 1. jun. 2026');
    expect(rowOf(page, 'dk.triple-whammy').innerText).to.contain('Ingen runde i gang');
  });

  it('opens a list narrowed to whom a number counts, by the figures of the list', async () => {
    const page = await counted();
    const told: unknown[] = [];
    page.addEventListener('overblik-profile-selected', ({ detail }) => told.push(detail));
    page.addEventListener('overblik-page-changed', ({ detail }) => told.push(detail.page));
    const row = rowOf(page, 'dk.demens');
    const serious = row.querySelector<HTMLElement>('.figure.critical')!;
    const count = serious.querySelector('.bare')!.textContent;
    await clickOn(serious);
    const list = await shown(page, 'dk.demens');
    expect(line(list)).to.contain(`${count} af `).and.to.contain(`${count} alvorlige`);
    const { narrows, ...own } = list.view!.filters[0]!;
    expect(narrows).to.equal(true);
    expect(told).to.deep.equal([{ profileId: 'dk.demens', filter: own }, 'list']);
    expect(page.page).to.equal('list');
    await until(
      'the focus in the rows',
      () => focused()?.getRootNode() !== list.shadowRoot && focused() !== document.body,
    );
    await back(page);
    await ready(page);
    const left = rowOf(page, 'dk.demens').querySelector<HTMLElement>('.figure.small')!;
    const open = left.querySelector('.bare')!.textContent.replace(/\D/g, '');
    await clickOn(left);
    await until('those left', () => line(list).startsWith(`${open} af `));
    await back(page);
    const came = rowOf(page, 'dk.demens').querySelector<HTMLElement>('.col-came .figure')!;
    const fresh = came.querySelector('.bare')!.textContent;
    await clickOn(came);
    await until('those who came', () => line(list).startsWith(`${fresh} af `));
  });

  it('has the focus where it is fetched and drawn for the first time, from a list', async () => {
    const page = open({ profileId: 'dk.demens' });
    await shown(page, 'dk.demens');
    const button = inside(listIn(page)!, '.all-lists')!;
    button.focus();
    await press('Enter');
    await until('the focus', () => focused()?.textContent.trim() === 'Patienter med demens');
  });

  it('comes back to where one was, and the list is as it was left', async () => {
    const page = await counted();
    await clickOn(rowOf(page, 'dk.demens').querySelector<HTMLElement>('.open'));
    const list = await shown(page, 'dk.demens');
    list.view = { ...list.view!, query: 'P70' };
    await until('searched', () => line(list).includes(' af '));
    const before = line(list);
    await back(page);
    await until('the page', () => inside(page, '.start'));
    expect(page.page).to.equal('start');
    await until('the focus', () => focused()?.textContent.trim() === 'Patienter med demens');
    expect(list.getClientRects().length).to.equal(0);
    await press('Enter');
    await until('the list', () => list.getClientRects().length > 0);
    expect(listIn(page)).to.equal(list);
    expect(list.view.query).to.equal('P70');
    expect(line(list)).to.equal(before);
  });

  it('shows what was said in a list when one comes back, and closes the cockpit of another list', async () => {
    const page = await counted();
    const reached = () => rowOf(page, 'dk.demens').querySelector('.reached .bare')!.textContent;
    const [was, all] = reached().split('/');
    await clickOn(rowOf(page, 'dk.demens').querySelector<HTMLElement>('.open'));
    const list = await shown(page, 'dk.demens');
    await until('the round', () => list.round?.state.phase === 'ready');
    const id = withDementia.find((each) => list.round!.member(each).status === 'new')!;
    list.makeCurrent(id, 'row');
    list.round!.setStatus([id], 'reviewed');
    await until('the cockpit', () => inside(page, 'overblik-cockpit'));
    await back(page);
    await until(
      'one more',
      () => inside(page, '.start') && reached() === `${Number(was) + 1}/${all}`,
    );
    expect(page.patientId).to.equal(id);
    await clickOn(rowOf(page, 'dk.triple-whammy').querySelector<HTMLElement>('.open'));
    await shown(page, 'dk.triple-whammy');
    expect(page.patientId).to.equal(undefined);
  });

  it('is sorted by need, and by any head', async () => {
    const page = await counted();
    const seriousOf = (id: string) =>
      Number(rowOf(page, id).querySelector('.figure.critical .bare')?.textContent ?? 0);
    const ids = allInside(page, '.start tbody tr').map(({ dataset }) => dataset.id!);
    expect(ids[0]).to.equal('dk.demens');
    expect(seriousOf('dk.demens')).to.be.greaterThan(0);
    await clickOn(inside(page, '.start .col-list button'));
    const sorted = [...named(page)].sort((a, b) => a.localeCompare(b, 'da'));
    await until('sorted', () => named(page).join() === sorted.join());
    expect(inside(page, '.start .col-list')!.ariaSort).to.equal('ascending');
    await clickOn(inside(page, '.start .col-list button'));
    await until('turned', () => named(page).join() === [...sorted].reverse().join());
    await clickOn(inside(page, '.start .col-list button'));
    await until('by need', () => allInside(page, '.start tbody tr')[0]!.dataset.id === 'dk.demens');
  });

  it('says what cannot be known, at its row, and goes on', async () => {
    const broken = { ...demens, id: 'dk.forkert', title: { da: 'Forkert' }, population: {} };
    const away = { ...faultyRounds(), list: () => Promise.reject(new Error('away')) };
    const page = open({ adapter: adapterOf('k', { rounds: away }), profiles: [broken, demens] });
    await until('failed', () => textOf(page).includes('Runden kunne ikke hentes'));
    expect(rowOf(page, 'dk.forkert').innerText).to.contain('Profilen har fejl');
    expect(rowOf(page, 'dk.demens').innerText).not.to.match(/0\/\d/);
    await isAccessible(page);
    await clickOn(rowOf(page, 'dk.forkert').querySelector<HTMLElement>('.open'));
    const list = await until('the list', () => listIn(page));
    await until('its errors', () => inside(list, '.profile-errors'));
  });

  it('keeps nothing of a clinic that has gone', async () => {
    const page = await counted();
    expect(inside(page, '.start .figure')).not.to.equal(null);
    page.adapter = { ...adapterOf('other'), describe: () => new Promise(() => undefined) };
    await page.updateComplete;
    expect(inside(page, '.start .figure')).to.equal(null);
    expect(inside(page, '.facts')!.textContent).not.to.contain('patienter');
    page.adapter = undefined;
    await until('nothing', () => textOf(page).includes('Ingen klinik er forbundet'));
    expect(allInside(page, '.start tr')).to.have.length(0);
  });

  it('says why there is nothing: no answer, and no profile', async () => {
    const page = open({ adapter: adapterWith({ failAt: 'records', failTimes: 1 }) });
    await until('failed', () => textOf(page).includes('Listerne kunne ikke hentes'));
    await isAccessible(page);
    await clickOn(inside(page, '.start .notice .button'));
    await until('all counted', () => inside(page, '.start .figure.critical'));
    const none = open({ page: 'start', profiles: [] });
    await until('none', () => textOf(none).includes('Der er ingen lister'));
  });

  it('is left by whoever gives a patient or a profile', async () => {
    const page = await counted({ page: 'start' });
    page.patientId = withDementia[0];
    await until('the list', () => listIn(page));
    expect(page.page).to.equal('list');
    page.page = 'start';
    await until('the page', () => inside(page, '.start'));
    page.profileId = 'dk.type-2-diabetes';
    await until('the other list', () => listIn(page)?.view?.profileId === 'dk.type-2-diabetes');
  });

  it('is cards where there is little room, and nothing stands out of them', async () => {
    const page = await counted({}, { width: 400, height: 860 });
    const scroller = inside(page, '.start-scroll')!;
    expect(scroller.scrollWidth).to.equal(scroller.clientWidth);
    const words = rowOf(page, 'dk.demens').innerText;
    expect(words)
      .to.match(/\d+ på listen/)
      .and.to.match(/\d+ alvorlige/)
      .and.to.match(/\d+ nye/);
    expect(words).to.contain('Runden skal evalueres');
    await isAccessible(page);
  });

  it('cuts no number and no word of what it counts, in text of twice the size', async () => {
    const page = await counted({}, { width: 400, height: 860 });
    document.documentElement.style.fontSize = '32px';
    try {
      const card = rowOf(page, 'dk.demens');
      const room = card.getBoundingClientRect();
      const told = [...card.querySelectorAll<HTMLElement>('.whole, .number .small')];
      expect(told.length).to.be.above(4);
      for (const each of told) {
        const words = document.createRange();
        words.selectNodeContents(each);
        const { left, right } = words.getBoundingClientRect();
        const said = each.textContent.trim();
        expect(left, said).to.be.at.least(room.left - 1);
        expect(right, said).to.be.at.most(room.right + 1);
        if (getComputedStyle(each).overflow === 'visible') continue;
        expect(each.scrollHeight, said).to.be.at.most(each.clientHeight);
        expect(each.scrollWidth, said).to.be.at.most(each.clientWidth);
      }
      // Each stands below what is above it.
      const [reached, parts] = ['.reached', '.parts button'].map((selector) =>
        card.querySelector(selector)!.getBoundingClientRect(),
      );
      expect(parts!.top).to.be.at.least(reached!.bottom - 3);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });
});
