/** Several lists as one: ticked on the start page, one row a patient, one action, and what it came to in each list. */
import { expect } from '@open-wc/testing';
import { definitionHash, parseProfile } from '../../src/define.ts';
import type {
  ActionContext,
  ActionField,
  ClinicAdapter,
  HostAction,
  OverblikPopulation,
  OverblikWorkspace,
  ProfileSelectedDetail,
  RoundStore,
} from '../../src/define.ts';
import { kol, osteoporose, type2Diabetes } from '../../fixtures/profiles/index.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isAccessible } from './in-depth.ts';
import {
  button,
  cell,
  check,
  clickOn,
  count,
  heads,
  names,
  press,
  rows,
  said,
  status,
} from './list.ts';
import { adapterWith, allInside, clinic, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 768 };
const profiles = [kol, type2Diabetes, osteoporose];
const ids = profiles.map(({ id }) => id);

/** An action that asks for a message, sends it, and tells what came to it. */
function invitation(fields: readonly ActionField[] = letter) {
  const calls: ActionContext[] = [];
  const action: HostAction = {
    ...{ id: 'invite', label: { da: 'Indkald', en: 'Invite' }, scope: 'many' },
    ...(fields.length > 0 ? { fields } : {}),
    run(patients, context) {
      calls.push(context);
      return Promise.resolve(
        patients.map(({ id }) => ({
          ...{ patientId: id, ok: true, status: 'to-follow-up' as const },
          contact: { outcome: 'sent' as const },
        })),
      );
    },
  };
  return { action, calls };
}

const letter: readonly ActionField[] = [
  {
    ...{ id: 'letter', type: 'template', required: true, label: { da: 'Brev' } },
  },
];

const listIn = (page: Element) => inside<OverblikPopulation>(page, 'overblik-population');
const tick = (page: Element, id: string) =>
  inside<HTMLInputElement>(page, `.start tr[data-id="${id}"] .tick input`)!;
const combineButton = (page: Element) => inside<HTMLButtonElement>(page, '.combine .button')!;

async function started(given: object = {}): Promise<OverblikWorkspace> {
  const { actions = [invitation().action], ...rest } = given as { actions?: HostAction[] };
  const adapter = { ...adapterWith({ actions }), rounds: faultyRounds([]) };
  const page = place('overblik-workspace', { adapter, profiles, ...rest }, size);
  await until('the page', () => inside(page, '.start table[aria-busy=false]') ?? listIn(page));
  return page;
}

async function rowsOf(page: Element): Promise<OverblikPopulation> {
  const list = await until('the list', () => listIn(page));
  await until('its rows', () => rows(list).length > 0 && inside(list, '.figures .total'));
  return list;
}

async function combined(given: object = {}, chosen = ids): Promise<OverblikPopulation> {
  const page = await started(given);
  for (const id of chosen) tick(page, id).click();
  await until('the button', () => combineButton(page).matches('.primary'));
  await clickOn(combineButton(page));
  return rowsOf(page);
}

/** Names of the lists in a row, those that cannot be decided in brackets. */
const listsOf = (list: Element, row: Element | undefined) => said(list, row, 'Lister');

/** The first row that is on two lists at least, its place. */
const onTwo = (list: Element) =>
  rows(list).findIndex((row) =>
    /\+1|KOL.*diabetes|diabetes.*Osteo|KOL.*Osteo/.test(listsOf(list, row)),
  );

it('the combined list has the hash of each profile that it is made of at hand', async () => {
  const list = await combined();
  const checked = profiles.flatMap((each) => {
    const outcome = parseProfile(each);
    return outcome.ok ? outcome.profile : [];
  });
  const hashes = await Promise.all(checked.map((each) => definitionHash(each)));
  const mark = await until('its own hash', () => inside(list, '.head .hash'));
  const held = mark.closest<HTMLElement>('[title]')!;
  for (const hash of hashes) await until('a hash', () => hash && held.title.includes(hash));
  expect(held.title.split('\n')).to.have.length(1 + profiles.length);
});

describe('the start page', () => {
  it('opens what is ticked as one list, from two lists on, and says so before', async () => {
    const page = await started();
    const open = combineButton(page);
    expect(open.textContent.trim()).to.equal('Åbn samlet liste (0)');
    expect(open.getAttribute('aria-disabled')).to.equal('true');
    expect(open.title).to.contain('mindst to lister');
    tick(page, 'dk.kol').click();
    await until('one', () => open.textContent.includes('(1)'));
    expect(open.getAttribute('aria-disabled')).to.equal('true');
    await clickOn(open);
    expect(listIn(page)).to.equal(null);
    tick(page, 'dk.type-2-diabetes').click();
    await until('two', () => open.textContent.includes('(2)'));
    expect(open.getAttribute('aria-disabled')).to.equal('false');
    await isAccessible(page);
    const [row] = allInside(page, '.start tbody tr');
    row!.querySelector<HTMLElement>('.tick input')!.focus();
    await press('ArrowDown');
    const focused = page.shadowRoot!.activeElement!;
    expect(focused.closest('tr')).to.equal(row!.nextElementSibling);
    expect((focused as HTMLElement).dataset.kind).to.equal('tick');
    inside(page, '.combine .link')!.click();
    await until('none', () => open.textContent.includes('(0)'));
    await until('the focus', () => page.shadowRoot!.activeElement === open);
    expect(allInside(page, '.tick input').some((each) => each.matches(':checked'))).to.equal(false);
  });

  it('says in words why two lists cannot be one', async () => {
    const out = {
      ...kol,
      id: 'dk.ikke-kol',
      population: { include: { not: kol.population.include } },
      markers: [],
      indicators: [],
      information: [],
    };
    const page = await started({ profiles: [kol, out] });
    for (const id of ['dk.kol', 'dk.ikke-kol']) tick(page, id).click();
    const told = await until('the refusal', () => inside(page, '.combine [role=alert]'));
    expect(told.textContent).to.contain('kan ikke samles');
    expect(combineButton(page).getAttribute('aria-disabled')).to.equal('true');
  });
});

describe('the combined list', () => {
  it('has everybody who is on any of them, once, with the lists of each', async () => {
    const single = async (profile: { readonly id: string }) => {
      const page = await started({ profileId: profile.id });
      const found = (await rowsOf(page)).shadowRoot!;
      const text = found.querySelector('.figures .total')!.textContent;
      document.body.replaceChildren();
      return Number(/\d+/.exec(text)![0]);
    };
    const sizes: number[] = [];
    for (const profile of profiles) sizes.push(await single(profile));
    const list = await combined();
    expect(count(list)).to.be.lessThan(sizes.reduce((sum, each) => sum + each, 0));
    expect(count(list)).to.be.at.least(Math.max(...sizes));
    expect(heads(list)).to.include('Lister');
    for (const row of rows(list)) expect(listsOf(list, row)).to.match(/KOL|diabetes|Osteoporose/);
    expect(inside(list, 'h2')!.textContent).to.equal(
      'Samlet liste: KOL, Osteoporose og Type 2-diabetes',
    );
    expect(textOf(list)).to.contain('status føres på hver liste');
    // It has no round of its own, and offers none.
    expect(inside(list, '.footer .progress')).to.equal(null);
    expect(allInside(list, 'button').some(({ textContent }) => /Runde/.test(textContent))).to.equal(
      false,
    );
    await isAccessible(listIn(list.getRootNode() as never) ?? list);
  });

  it('tells the host which profiles it is of, and is opened by them again', async () => {
    const page = await started();
    const told: ProfileSelectedDetail[] = [];
    page.addEventListener('overblik-profile-selected', ({ detail }) => told.push(detail));
    for (const id of ids.slice(0, 2)) tick(page, id).click();
    await until('the button', () => combineButton(page).matches('.primary'));
    await clickOn(combineButton(page));
    const list = await rowsOf(page);
    const before = names(list);
    expect(told).to.deep.equal([{ profileId: list.view!.profileId, combined: ids.slice(0, 2) }]);
    document.body.replaceChildren();
    const again = await started({ combined: told[0]!.combined });
    expect(names(await rowsOf(again))).to.deep.equal(before);
  });

  it('gives way to the start page, and to no other list, where one of its profiles is gone', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    const told: string[] = [];
    page.addEventListener('overblik-problem', ({ detail }) => told.push(String(detail.field)));
    page.profiles = [kol, osteoporose];
    await until('the start page', () => inside(page, '.start table[aria-busy=false]'));
    expect(inside(page, '.on-start')).not.to.equal(null);
    expect(told).to.include('combined');
    const notice = await until('said', () => inside(page, '.start .notice.critical'));
    expect(textOf(page)).to.contain('Der er ingen liste, der hedder dk.type-2-diabetes.');
    expect(notice.getAttribute('role')).to.equal('alert');
    page.profiles = profiles;
    await until('the list', () => !inside(page, '.start') && rows(list).length > 0);
    expect(heads(list)).to.include('Lister');
  });

  it('gives way to a profile that the host gives, and to what is combined where both are given', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    page.profileId = 'dk.kol';
    await until('the list', () => list.view?.profileId === 'dk.kol' && rows(list).length > 0);
    expect(page.combined).to.equal(undefined);
    expect(heads(list)).not.to.include('Lister');
    page.profileId = 'dk.osteoporose';
    page.combined = ids.slice(0, 2);
    await until('several', () => rows(list).length > 0 && heads(list).includes('Lister'));
    expect(page.combined).to.deep.equal(ids.slice(0, 2));
  });

  it('is the same list in whatever order the host gives the profiles, and a view of it fits', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    const [view, before] = [list.view!, names(list)];
    document.body.replaceChildren();
    const again = await started({
      ...{ profiles: profiles.toReversed(), combined: page.combined!.toReversed() },
      view: { ...view, columns: [{ id: 'lists', hidden: true }] },
    });
    const other = await rowsOf(again);
    await until('the kept view', () => !heads(other).includes('Lister'));
    expect(other.view!.profileId).to.equal(view.profileId);
    expect(names(other)).to.deep.equal(before);
  });

  it('is the same of a host that searches, and knows its own profiles alone', async () => {
    const before = names(await combined());
    document.body.replaceChildren();
    const known = new Set(ids);
    const asked: string[] = [];
    const { records: _, ...inner } = adapterWith();
    const adapter: ClinicAdapter = {
      ...inner,
      rounds: faultyRounds([]),
      search({ profile }) {
        const { id } = profile as { readonly id: string };
        asked.push(id);
        return known.has(id)
          ? Promise.resolve({ patients: clinic.patients.length, found: clinic.patients })
          : Promise.reject(new Error('unknown'));
      },
    };
    const page = place('overblik-workspace', { adapter, profiles, combined: ids }, size);
    const list = await rowsOf(page);
    expect(names(list)).to.deep.equal(before);
    expect(new Set(asked)).to.deep.equal(known);
    expect(textOf(list)).not.to.contain('ufuldstændig');
    // A host of which one search fails has no list, and says so.
    document.body.replaceChildren();
    known.delete(kol.id);
    const failing = place('overblik-workspace', { adapter, profiles, combined: ids }, size);
    const other = await until('the list', () => listIn(failing));
    await until('said', () => textOf(other).includes('Listen kunne ikke hentes'));
    expect(rows(other)).to.have.length(0);
  });

  it('leaves no id behind that no profile has, where the host lets go of it', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    page.combined = undefined;
    await until('another list', () => list.view?.profileId === profiles[0]!.id);
    expect(page.profileId).to.equal(undefined);
  });

  it('says the day that it is of whole, however long its name is', async () => {
    const list = await combined();
    const facts = inside(list, '.purpose .facts')!;
    const day = inside(list, '.purpose .as-of') ?? facts;
    expect(day.textContent).to.match(/^pr\. \d+\. \w+\.? \d{4}$/);
    const [whole, own] = [facts.getBoundingClientRect(), day.getBoundingClientRect()];
    expect(own.right).to.be.at.most(whole.right);
  });

  it('gives way to a list that is chosen in its head', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    const chooser = inside<HTMLSelectElement>(list, '.commands select')!;
    chooser.value = 'dk.kol';
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    await until('the list', () => list.view?.profileId === 'dk.kol' && rows(list).length > 0);
    expect(page.combined).to.equal(undefined);
    expect(heads(list)).not.to.include('Lister');
    expect([...chooser.options].some(({ text }) => text.startsWith('Samlet'))).to.equal(false);
  });

  it('shows the patient through every profile beside it', async () => {
    const list = await combined();
    const page = (list.getRootNode() as ShadowRoot).host;
    // A status is set on each of the lists: here it opens the patient.
    await clickOn(cell(list, rows(list)[0], 'Status'));
    expect(inside(list, '.panel:popover-open')).to.equal(null);
    const cockpit = await until('the cockpit', () => inside(page, 'overblik-cockpit'));
    await until('its patient', () => inside(cockpit, '.frame[aria-busy=false] .parts'));
    expect(cockpit.getAttribute('profile-id')).to.equal('all');
    expect(textOf(cockpit)).not.to.contain('Samlet liste');
  });
});

describe('the rounds of a combined list', () => {
  it('are told of where one of them could not be fetched, by its name, and asked for again', async () => {
    let isDown = true;
    const store = faultyRounds([]);
    const rounds: RoundStore = {
      list: (id, signal) =>
        isDown && id === kol.id ? Promise.reject(new Error('down')) : store.list(id, signal),
      save: (round, signal) => store.save(round, signal),
    };
    const page = place(
      'overblik-workspace',
      { adapter: { ...adapterWith(), rounds }, profiles, combined: ids.slice(0, 2) },
      size,
    );
    const list = await rowsOf(page);
    const told = await until('told', () => inside(list, '.footer .rounds-failed'));
    expect(told.textContent).to.contain('KOL');
    expect(told.textContent).not.to.contain('diabetes');
    isDown = false;
    await clickOn(told.querySelector('button'));
    await until('fetched', () => !inside(list, '.footer .rounds-failed'));
    await until('the focus', () => list.shadowRoot!.activeElement !== null);
  });
});

describe('one action for several lists', () => {
  it('says for whom it is about which, and is logged in the round of each', async () => {
    const { action, calls } = invitation();
    const list = await combined({ actions: [action] });
    const page = (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;
    const at = onTwo(list);
    const who = names(list)[at]!;
    await clickOn(check(rows(list)[at]));
    const [patientId] = list.selectedIds;
    await clickOn(await until('the action', () => button(list, 'Indkald', '.footer')));
    await until('the form', () => inside(list, 'dialog.run[open] .reasons'));
    const boxes = allInside(list, 'dialog.run .reasons input') as HTMLInputElement[];
    expect(boxes.length).to.be.at.least(2);
    expect(boxes.every(({ checked }) => checked)).to.equal(true);
    await until('the preview', () => /én aftale om: .+ og .+?\. Ring/.test(textOf(list)));
    // The first is not what it is about.
    boxes[0]!.click();
    await until(
      'without it',
      () => !/én aftale om: .+ og .+?\. Ring/.test(textOf(list)) || boxes.length > 2,
    );
    inside(list, 'dialog.run .primary')!.click();
    await until('done', () => /1 af 1 lykkedes/.test(textOf(list)));
    const [context] = calls;
    const reasons = context!.reasons![patientId!]!;
    expect(context!.profile).to.equal(undefined);
    expect(reasons.length).to.equal(boxes.length - 1);
    for (const { profile, markers } of reasons) {
      const own = profiles.find(({ id }) => id === profile.id)!;
      expect(profile.version).to.equal(own.version);
      const known = new Set(own.markers.map(({ id }) => id));
      expect(markers.every((marker) => known.has(marker))).to.equal(true);
    }
    const told = context!.content![patientId!]!.letter!;
    expect(told).to.match(/^Kære \S+\s[^]*én aftale om: [^.]+\./);
    await clickOn(button(list, 'Luk', 'dialog.run'));
    const row = () => rows(list).find((each) => said(list, each, 'Navn') === who);
    expect(said(list, row(), 'Lister')).not.to.equal('');
    // The least of what is said on each: on the list that was not ticked nothing is.
    expect(status(list, row())).to.match(/gennemgået/i);
    // In each of the ticked lists it stands as if it had been done there.
    const about = reasons[0]!.profile.id;
    page.profileId = about;
    page.combined = undefined;
    await until('the single list', () => list.view?.profileId === about && rows(list).length > 0);
    const single = await until('the patient', () => row());
    await until('its status', () => /følg/i.test(status(list, single)));
    const off = ids.find(
      (id) => !reasons.some(({ profile }) => profile.id === id) && id !== about,
    )!;
    page.profileId = off;
    await until('the other list', () => list.view?.profileId === off && rows(list).length > 0);
    const other = row();
    if (other) expect(status(list, other)).not.to.match(/følg/i);
  });

  it('leaves out who is on none of the ticked lists, and asks an action without fields as well', async () => {
    const { action, calls } = invitation([]);
    const list = await combined({ actions: [action] }, ids.slice(0, 2));
    const all = rows(list);
    const only = (name: RegExp, not: RegExp) =>
      all.find((row) => name.test(listsOf(list, row)) && !not.test(listsOf(list, row)));
    const kolOnly = only(/KOL/, /diabetes|\+/);
    const diabetesOnly = only(/diabetes/, /KOL|\+/);
    await clickOn(check(kolOnly));
    await clickOn(check(diabetesOnly));
    await clickOn(await until('the action', () => button(list, 'Indkald', '.footer')));
    await until('the ticks', () => inside(list, 'dialog.run[open] .reasons'));
    const [first, second] = allInside(list, 'dialog.run .reasons input') as HTMLInputElement[];
    first!.click();
    await until('told', () => /1 patient står ikke på de valgte lister/.test(textOf(list)));
    second!.click();
    await until('nobody', () => /Vælg mindst én af listerne/.test(textOf(list)));
    inside(list, 'dialog.run .primary')!.click();
    await until('refused', () => inside(list, 'dialog.run .primary[aria-disabled=true]'));
    expect(calls).to.deep.equal([]);
    second!.click();
    await until('somebody', () => inside(list, 'dialog.run .primary[aria-disabled=false]'));
    await isAccessible(list);
    inside(list, 'dialog.run .primary')!.click();
    await until('done', () => /1 af 2 lykkedes/.test(textOf(list)));
    expect(calls).to.have.length(1);
    expect(calls[0]!.content).to.equal(undefined);
    expect(Object.keys(calls[0]!.reasons!)).to.have.length(1);
    expect(textOf(list)).to.contain('står ikke på de valgte lister');
  });

  it('says of those who cannot be decided that nobody can say, and not that they are on no list', async () => {
    const { action, calls } = invitation([]);
    const list = await combined({ actions: [action] });
    await clickOn(allInside(list, '[role=tab]')[1]);
    await until('the undecided', () => heads(list).some((head) => head.startsWith('Hvad mangler')));
    await clickOn(check(rows(list)[0]));
    await clickOn(await until('the action', () => button(list, 'Indkald', '.footer')));
    const told = await until('told', () => inside(list, 'dialog.run .gaps'));
    expect(told.textContent).to.contain(
      'Det kan ikke afgøres, om 1 patient står på de valgte lister',
    );
    expect(told.textContent).not.to.contain('står ikke');
    // There is nothing to tick.
    expect(told.textContent).not.to.contain('Vælg mindst én');
    expect(told.textContent).to.contain('Ingen af dem står med sikkerhed på en af listerne');
    inside(list, 'dialog.run .primary')!.click();
    await until('refused', () => inside(list, 'dialog.run .primary[aria-disabled=true]'));
    expect(calls).to.deep.equal([]);
  });
});

describe('a list that is opened from the start page', () => {
  it('knows which other lists its patients are on, and one that is opened without it does not', async () => {
    const page = await started();
    await until('all', () => !textOf(page).includes('Tælles'));
    await clickOn(inside(page, '.start tr[data-id="dk.kol"] .open'));
    const list = await rowsOf(page);
    const column = { id: 'lists', hidden: false };
    list.view = { ...list.view!, columns: [column] };
    await until('the column', () => heads(list).includes('Også på'));
    const told = rows(list).map((row) => said(list, row, 'Også på'));
    expect(told.some((each) => /diabetes|Osteoporose/.test(each))).to.equal(true);
    expect(told.some((each) => each.includes('KOL'))).to.equal(false);
    document.body.replaceChildren();
    const alone = await rowsOf(await started({ profileId: 'dk.kol' }));
    alone.view = { ...alone.view!, columns: [column] };
    await alone.updateComplete;
    expect(heads(alone)).not.to.include('Også på');
  });
});
