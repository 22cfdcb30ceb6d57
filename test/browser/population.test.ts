import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { OpenJournalDetail, PopulationState } from '../../src/define.ts';
import { adapterWith, allInside, asOf, demens, inside, place, textOf, until } from './stage.ts';

const rows = (host: Element) => allInside(host, '.body-row');
const ready = async (host: Element) => until('rows', () => rows(host).length > 0 && rows(host));
const name = (row: Element | undefined) => row?.querySelector('.name-text')?.textContent ?? '';
const rowCount = (host: Element) =>
  Number(inside(host, '[role=grid]')?.getAttribute('aria-rowcount'));
const focused = (host: Element) => host.shadowRoot?.activeElement as HTMLElement | null;

describe('<overblik-population>', () => {
  it('shows who, why and what needs attention, the gravest first', async () => {
    const list = place('overblik-population');
    const [first] = await ready(list);
    expect(inside(list, 'h2')?.textContent).to.equal('Patienter med demens');
    expect(first?.textContent).to.contain('Antipsyk.');
    expect(first?.querySelector('.link')?.textContent.trim()).to.match(/^\d{6}-\d{4}$/);
    for (const row of rows(list)) expect(row.children[5]?.textContent.trim()).to.not.equal('');
  });

  it('is a virtualised ARIA grid', async () => {
    const list = place('overblik-population', {}, { width: 1200, height: 420 });
    await ready(list);
    const grid = inside(list, '[role=grid]');
    expect(rowCount(list)).to.be.greaterThan(rows(list).length + 2);
    expect(grid?.getAttribute('aria-colcount')).to.equal('17');
    expect(rows(list)[0]?.getAttribute('aria-rowindex')).to.equal('3');
    expect(allInside(list, '[role=grid] [tabindex="0"]')).to.have.length(1);
  });

  it('sorts by click and says so; a second click turns it round', async () => {
    const list = place('overblik-population');
    await ready(list);
    const head = allInside(list, '.heads .cell').find((each) => each.textContent.includes('Navn'));
    head?.click();
    await until('sorted', () => head?.getAttribute('aria-sort') === 'ascending');
    await until('in order', () => {
      const names = rows(list).map(name);
      return (
        names.length > 3 &&
        names.every(
          (each, index) => index === 0 || (names[index - 1] ?? '').localeCompare(each, 'da') <= 0,
        )
      );
    });
    head?.click();
    await until('turned', () => head?.getAttribute('aria-sort') === 'descending');
    await until('announced', () => textOf(list).includes('Sorteret efter Navn, faldende'));
  });

  it('searches names, and clears when nothing is found', async () => {
    const list = place('overblik-population');
    const [first] = await ready(list);
    const wanted = name(first);
    const field = inside<HTMLInputElement>(list, 'input[type=search]');
    field?.focus();
    await sendKeys({ type: wanted });
    await until(
      'found',
      () => rows(list).length >= 1 && rows(list).every((row) => name(row) === wanted),
    );
    await sendKeys({ type: ' findesikke' });
    await until('nothing', () => textOf(list).includes('Ingen patienter passer til søgningen'));
    inside<HTMLButtonElement>(list, '.none .button')?.click();
    await until('all again', () => rows(list).length > 1);
  });

  it('marker cards filter, and the filter can be taken off', async () => {
    const list = place('overblik-population');
    await ready(list);
    const all = rowCount(list);
    inside<HTMLButtonElement>(list, '.card.filter')?.click();
    const pill = await until('pill', () => inside<HTMLButtonElement>(list, '.pill'));
    await until('fewer', () => rowCount(list) < all);
    await until('all marked', () =>
      rows(list).every((row) => row.textContent.includes('Antipsyk.')),
    );
    pill.click();
    await until('all', () => rowCount(list) === all);
  });

  it('the unknown tab shows what is missing', async () => {
    const list = place('overblik-population');
    await ready(list);
    inside<HTMLButtonElement>(list, '#tab-undecided')?.click();
    await until('undecided', () => textOf(list).includes('Data om medicin mangler (FMK)'));
    expect(textOf(list)).to.contain('Hvad mangler for at afgøre det');
  });

  describe('keyboard', () => {
    it('moves by the key table of the grid pattern', async () => {
      const list = place('overblik-population', {}, { width: 1200, height: 900 });
      await ready(list);
      list.focus();
      const at = () => `${focused(list)?.dataset.row},${focused(list)?.dataset.column}`;
      const press = async (key: string, expected: string) => {
        const [modifier, plain] = key.includes('+') ? key.split('+') : [undefined, key];
        if (modifier) await sendKeys({ down: modifier });
        await sendKeys({ press: plain ?? key });
        if (modifier) await sendKeys({ up: modifier });
        await until(`${key}: ${expected}, not ${at()}`, () => at() === expected);
      };
      expect(at()).to.equal('-1,0');
      await press('ArrowDown', '0,0');
      await press('ArrowRight', '0,1');
      await press('End', '0,16');
      await press('Home', '0,0');
      await press('ArrowUp', '-1,0');
      await press('ArrowUp', '-1,0');
      await press(
        'Control+End',
        `${Number(inside(list, '[role=grid]')?.getAttribute('aria-rowcount')) - 3},16`,
      );
      await press('Control+Home', '-1,0');
      await sendKeys({ press: 'PageDown' });
      await until('a page', () => Number(focused(list)?.dataset.row) > 3);
    });

    it('Enter sorts on a head, chooses on a row, and opens the journal on a CPR number', async () => {
      const list = place('overblik-population');
      await ready(list);
      const opened: OpenJournalDetail[] = [];
      list.addEventListener('overblik-open-journal', (event) => {
        event.preventDefault();
        opened.push(event.detail);
      });
      list.focus();
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'Enter' });
      await until('sorted', () =>
        inside(list, '.heads [aria-sort=ascending]')?.textContent.includes('Navn'),
      );
      await sendKeys({ press: 'ArrowDown' });
      await until('first row', () => focused(list)?.dataset.row === '0');
      await sendKeys({ press: 'Enter' });
      await until('chosen', () => list.patientId);
      await sendKeys({ press: 'ArrowLeft' });
      await until('the number', () => focused(list)?.classList.contains('link'));
      await sendKeys({ press: 'Enter' });
      await until('opened', () => opened.length === 1);
      expect(opened[0]?.patient.id).to.equal(list.patientId);
      expect(opened[0]?.context).to.deep.equal({
        from: 'population',
        profile: { id: 'dk.demens', version: '1.0.0' },
      });
    });

    it('keeps its place while the host hides it', async () => {
      const list = place('overblik-population', {}, { width: 1200, height: 700 });
      await ready(list);
      list.focus();
      for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'ArrowRight'])
        await sendKeys({ press: key });
      const row = await until('a row far down', () => {
        const index = Number(focused(list)?.dataset.row);
        return index > 5 && index;
      });
      const scroller = inside(list, '.scroller');
      const top = scroller?.scrollTop;
      list.style.display = 'none';
      // The virtualizer sees that there is no room, and drops its rows.
      await until('hidden', () => focused(list) === null);
      await new Promise((resolve) => setTimeout(resolve, 100));
      list.style.display = '';
      list.focus();
      await until('the same row', () => focused(list)?.dataset.row === String(row));
      expect(focused(list)?.dataset.column).to.equal('1');
      expect(scroller?.scrollTop).to.equal(top);
    });

    it('tabs are moved between by arrows', async () => {
      const list = place('overblik-population');
      await ready(list);
      inside(list, '#tab-members')?.focus();
      await sendKeys({ press: 'ArrowRight' });
      await until('moved', () => focused(list)?.id === 'tab-undecided');
    });
  });

  describe('the CPR number opens the journal', () => {
    it('the event first; unless cancelled, then the adapter', async () => {
      const calls: string[] = [];
      const list = place('overblik-population', {
        adapter: adapterWith({ openJournal: ({ id }) => void calls.push(`adapter ${id}`) }),
      });
      const [first] = await ready(list);
      document.body.addEventListener(
        'overblik-open-journal',
        (event) => calls.push(`event ${event.detail.patient.id}`),
        { once: true },
      );
      const link = first?.querySelector<HTMLButtonElement>('.link');
      link?.click();
      await until('both', () => calls.length === 2);
      expect(calls[0]?.replace('event', '')).to.equal(calls[1]?.replace('adapter', ''));
      expect(link?.getAttribute('aria-label')).to.contain('Åbn journal for');
      expect(list.patientId, 'the row is not chosen by it').to.equal(undefined);
    });

    it('an adapter that cannot open it is said so, without the patient', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ failAt: 'openJournal' }),
      });
      const [first] = await ready(list);
      first?.querySelector<HTMLButtonElement>('.link')?.click();
      const alert = await until('alert', () => inside(list, '[role=alert]'));
      expect(alert.textContent).to.contain('Journalen kunne ikke åbnes');
      expect(alert.textContent).to.not.contain(name(first));
    });
  });

  describe('faces', () => {
    it('empty: no clinic, no profile', async () => {
      const list = place('overblik-population', { adapter: undefined });
      await until('no clinic', () => textOf(list).includes('Ingen klinik er forbundet'));
      const other = place('overblik-population', { profiles: [] });
      await until('no profile', () => textOf(other).includes('Ingen profil er valgt'));
    });

    it('loading, with progress', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ delay: 60, batchSize: 300 }),
      });
      await until('loading', () => textOf(list).includes('Henter patienter'));
      await until('progress', () => /af 2.500 patienter/.test(textOf(list)));
      await ready(list);
    });

    it('failed, with a retry that works', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ failAt: 'records', failTimes: 1 }),
      });
      await until('failed', () =>
        textOf(list).includes('Det betyder ikke, at der ingen patienter er'),
      );
      inside<HTMLButtonElement>(list, '.notice .button')?.click();
      await ready(list);
    });

    it('hanging: the deadline ends it', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ hang: 'records' }),
        deadline: 60,
      });
      await until('deadline', () => textOf(list).includes('svarede ikke i tide'));
    });

    it('partial: half a clinic is said to be half', async () => {
      const list = place('overblik-population', { adapter: adapterWith({ cutAfter: 700 }) });
      await until('cut', () => textOf(list).includes('Kun 700 af 2500 patienter er hentet'));
    });

    it('a missing source is never a 0', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ missing: ['medication'] }),
      });
      await ready(list);
      expect(inside(list, '.card.filter .number')?.textContent).to.equal('?');
      expect(textOf(list)).to.contain('Der er ikke adgang til medicin');
    });

    it('an empty list says how it came to be empty', async () => {
      const nobody = { ...demens, population: { include: { patient: { age: { min: 120 } } } } };
      const list = place('overblik-population', { profiles: [nobody] });
      await until('empty', () => textOf(list).includes('Ingen patienter er i populationen'));
    });

    it('an invalid profile shows its errors in words, and the list stays', async () => {
      const list = place('overblik-population');
      await ready(list);
      const before = rowCount(list);
      list.profiles = [{ ...demens, codes: {} }];
      const errors = await until('errors', () => inside(list, '.profile-errors'));
      expect(errors.textContent).to.contain('Kodesættet "demens" findes ikke');
      expect(errors.textContent).to.contain('/population/include/any/0/diagnosis/codes');
      expect(errors.textContent).to.contain('Den forrige liste vises fortsat');
      expect(rowCount(list)).to.equal(before);
      expect(rows(list)).to.not.have.length(0);
    });
  });

  it('every string from data is text', async () => {
    const list = place('overblik-population');
    await ready(list);
    const field = inside<HTMLInputElement>(list, 'input[type=search]');
    field?.focus();
    await sendKeys({ type: 'fed' });
    await until('the row', () => rows(list).length === 1);
    expect(name(rows(list)[0])).to.equal('<b>Fed</b> Testesen');
    expect(inside(list, '.body-row b, .body-row i, .body-row img')).to.equal(null);
  });

  it('speaks English when the page does, and changes at once', async () => {
    const list = place('overblik-population', { lang: 'en' });
    await ready(list);
    expect(textOf(list)).to.contain('In the population');
    list.lang = 'da';
    await until('Danish', () => textOf(list).includes('I populationen'));
  });

  it('tells the host what a list came to, in numbers only', async () => {
    const list = place('overblik-population', { adapter: undefined });
    const told = new Promise<CustomEvent>((resolve) => {
      list.addEventListener('overblik-loaded', resolve as EventListener, { once: true });
    });
    list.adapter = adapterWith();
    const { detail } = await told;
    expect(detail.patients).to.equal(2500);
    expect(Object.keys(detail as PopulationState)).to.deep.equal([
      'profile',
      'members',
      'undecided',
      'patients',
    ]);
  });

  it('survives being moved: same order, search and chosen row', async () => {
    const list = place('overblik-population');
    const [, second] = await ready(list);
    second?.querySelector<HTMLElement>('[data-column="1"]')?.click();
    const chosen = await until('chosen', () => list.patientId);
    const box = document.createElement('div');
    Object.assign(box.style, { width: '1000px', height: '500px' });
    document.body.append(box);
    box.append(list);
    await ready(list);
    expect(list.patientId).to.equal(chosen);
    await until('marked', () => inside(list, '[aria-selected=true].body-row'));
  });

  it('prints every row, with a box to tick and repeated heads', async () => {
    const list = place('overblik-population', {}, { width: 1200, height: 420 });
    await ready(list);
    const count = Number(inside(list, '[role=grid]')?.getAttribute('aria-rowcount')) - 2;
    dispatchEvent(new Event('beforeprint'));
    expect(allInside(list, '.printed tbody tr')).to.have.length(count);
    expect(allInside(list, '.printed .tick')).to.have.length(count);
    expect(getComputedStyle(inside(list, '.printed thead') ?? document.body).display).to.equal(
      'table-header-group',
    );
    expect(textOf(list)).to.contain(`version 1.0.0 · pr. 24. nov. 2026`);
    dispatchEvent(new Event('afterprint'));
    await until('gone', () => !inside(list, '.printed'));
    expect(list.asOf).to.equal(asOf);
  });
});
