import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter, type OpenJournalDetail, type PopulationState } from '../../src/define.ts';
import { inDepth } from './in-depth.ts';
import {
  at,
  cell,
  clickOn,
  count,
  focused,
  grid,
  head,
  heads,
  indexOf,
  name,
  names,
  placeList,
  press,
  ready,
  rows,
  said,
} from './list.ts';
import {
  adapterWith,
  allInside,
  asOf,
  clinic,
  demens,
  inside,
  place,
  textOf,
  until,
} from './stage.ts';

/** Patients of the made-up clinic. */
const size = clinic.patients.length;
const link = (row: Element | undefined) => row?.querySelector<HTMLElement>('.link');

describe('<overblik-population>', () => {
  it('shows who, why and what needs attention, the gravest first', async () => {
    const list = await placeList();
    const [first] = rows(list);
    expect(inside(list, 'h2')?.textContent).to.equal('Patienter med demens');
    expect(said(list, first, 'Hvorfor først')).to.match(/^Alvorlig: Antipsyk/);
    expect(link(first)?.textContent).to.match(/^\d{6}-\d{4}$/);
    for (const row of rows(list)) expect(said(list, row, 'Hvorfor først')).to.not.equal('');
  });

  it('is a virtualised ARIA grid that draws what is in view', async () => {
    const list = await placeList({}, { width: 1200, height: 520 });
    const table = inside(grid(list), '[role=grid]');
    expect(count(list)).to.be.greaterThan(rows(list).length);
    expect(table?.getAttribute('aria-colcount')).to.equal('12');
    expect(table?.getAttribute('aria-label')).to.equal('Patienter med demens, patientliste');
    expect(rows(list)[0]?.getAttribute('aria-rowindex')).to.equal('3');
    expect(allInside(grid(list), '[role=grid] [tabindex="0"]')).to.have.length(1);
  });

  for (const width of [1200, 400])
    it(`${width} px: each row is headed by who it is, and by nothing else`, async () => {
      const list = await placeList({}, { width, height: 700 });
      for (const row of rows(list)) {
        const headings = [...row.querySelectorAll('[role=rowheader]')];
        expect(headings, 'one').to.have.length(1);
        expect(headings[0]!.textContent.trim()).to.equal(name(list, row));
      }
    });

  it('heads stand in groups by the type of their data', async () => {
    const list = await placeList({}, { width: 1600, height: 700 });
    const groups = allInside(grid(list), '.groups [role=columnheader]').map((each) =>
      each.textContent.trim(),
    );
    expect([...new Set(groups)].slice(0, 4)).to.deep.equal([
      ...['Patient', 'Opmærksomhed', 'Diagnoser', 'Medicin'],
    ]);
    // Over the one column of that name it would be said twice.
    const seen = allInside(grid(list), '.groups .text').map((each) => each.textContent);
    expect(seen.slice(0, 3)).to.deep.equal(['Patient', 'Opmærksomhed', 'Medicin']);
    expect(heads(list).slice(0, 4)).to.deep.equal(['', 'Status', 'CPR', 'Navn']);
  });

  inDepth(
    'sorts by click and says so; a second click turns it round, a third lets go',
    async () => {
      const list = await placeList();
      const usual = names(list);
      const sort = () => head(list, 'Navn').getAttribute('aria-sort');
      await clickOn(head(list, 'Navn'));
      await until('sorted', () => sort() === 'ascending');
      const byName = names(list);
      expect(byName).to.have.length.greaterThan(3);
      expect(byName).to.deep.equal([...byName].sort((a, b) => a.localeCompare(b, 'da')));
      await until('announced', () => textOf(list).includes('Sorteret efter Navn, stigende'));
      await clickOn(head(list, 'Navn'));
      await until('turned', () => sort() === 'descending');
      await until('announced', () => textOf(list).includes('Sorteret efter Navn, faldende'));
      await clickOn(head(list, 'Navn'));
      await until('let go', () => sort() === 'none');
      expect(names(list)).to.deep.equal(usual);
      await until('announced', () => textOf(list).includes('Mest sårbare først'));
    },
  );

  it('searches names, and clears when nothing is found', async () => {
    const list = await placeList();
    const wanted = name(list, rows(list)[0]);
    inside(list, 'input[type=search]')?.focus();
    await sendKeys({ type: wanted });
    await until('found', () => names(list).every((each) => each === wanted));
    expect(count(list)).to.be.greaterThan(0);
    await sendKeys({ type: ' findesikke' });
    await until('nothing', () => textOf(list).includes('Ingen patienter passer til søgningen'));
    inside(list, '[slot=empty] .button')?.click();
    await until('all again', () => rows(list).length > 1);
    expect(inside<HTMLInputElement>(list, 'input[type=search]')?.value).to.equal('');
  });

  it('the unknown tab shows what is missing', async () => {
    const list = await placeList();
    inside(list, '#tab-undecided')?.click();
    await until('undecided', () =>
      rows(list).some((row) => row.textContent.includes('Data om medicin mangler (FMK)')),
    );
    expect(heads(list)).to.include('Hvad mangler for at afgøre det');
    expect(heads(list)).to.not.include('Hvorfor først');
  });

  describe('keyboard', () => {
    it('moves by the key table of the grid pattern', async () => {
      const list = await placeList({}, { width: 1200, height: 900 });
      list.focus();
      const go = async (keys: string, expected: string) => {
        await press(keys);
        await until(`${keys}: ${expected}, not ${at(list)}`, () => at(list) === expected);
      };
      const last = Number(inside(grid(list), '[role=grid]')?.getAttribute('aria-colcount')) - 1;
      expect(at(list)).to.equal('-1,0');
      await go('ArrowDown', '0,0');
      await go('ArrowRight', '0,1');
      await go('End', `0,${last}`);
      await go('Home', '0,0');
      await go('ArrowUp', '-1,0');
      await go('ArrowUp', '-1,0');
      await go('Control+End', `${count(list) - 1},${last}`);
      await go('Control+Home', '-1,0');
      await press('PageDown');
      await until('a page', () => Number(at(list).split(',')[0]) > 3);
    });

    it('Enter sorts on a head, chooses on a row, and opens the journal on a CPR number', async () => {
      const list = await placeList();
      const opened: OpenJournalDetail[] = [];
      list.addEventListener('overblik-open-journal', (event) => {
        event.preventDefault();
        opened.push(event.detail);
      });
      list.focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
        await sendKeys({ press: key });
      await until('sorted', () => head(list, 'Navn').getAttribute('aria-sort') === 'ascending');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'ArrowRight' });
      await until('first row, age', () => at(list) === '0,4');
      await sendKeys({ press: 'Enter' });
      await until('chosen', () => list.patientId);
      for (const key of ['ArrowLeft', 'ArrowLeft']) await sendKeys({ press: key });
      await until('the number', () => focused(list)?.classList.contains('link'));
      await sendKeys({ press: 'Enter' });
      await until('opened', () => opened.length === 1);
      expect(opened[0]?.patient.id).to.equal(list.patientId);
      expect(opened[0]?.context).to.deep.equal({
        from: 'population',
        profile: { id: 'dk.demens', version: demens.version },
      });
    });

    inDepth('keeps its place while the host hides it', async () => {
      const list = await placeList();
      list.focus();
      for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'ArrowRight'])
        await sendKeys({ press: key });
      const place = at(list);
      expect(Number(place.split(',')[0])).to.be.greaterThan(5);
      const scroller = inside(grid(list), '.scroller');
      const top = scroller?.scrollTop;
      list.style.display = 'none';
      await until('hidden', () => grid(list).offsetHeight === 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      list.style.display = '';
      list.focus();
      await until(`the same place: ${place}, not ${at(list)}`, () => at(list) === place);
      expect(scroller?.scrollTop).to.equal(top);
    });

    inDepth('tabs are moved between by arrows', async () => {
      const list = await placeList();
      inside(list, '#tab-members')?.focus();
      await sendKeys({ press: 'ArrowRight' });
      await until('moved', () => list.shadowRoot?.activeElement?.id === 'tab-undecided');
      await until('shown', () => heads(list).includes('Hvad mangler for at afgøre det'));
    });
  });

  describe('the CPR number opens the journal', () => {
    it('the event first; unless cancelled, then the adapter', async () => {
      const calls: string[] = [];
      const list = await placeList({
        adapter: adapterWith({ openJournal: ({ id }) => void calls.push(`adapter ${id}`) }),
      });
      document.body.addEventListener(
        'overblik-open-journal',
        (event) => calls.push(`event ${event.detail.patient.id}`),
        { once: true },
      );
      const number = link(rows(list)[0]);
      await clickOn(number);
      await until('both', () => calls.length === 2);
      expect(calls[0]?.replace('event', '')).to.equal(calls[1]?.replace('adapter', ''));
      expect(number?.getAttribute('aria-label')).to.contain('Åbn journal for');
      expect(list.patientId, 'the row is that of the journal').to.equal(calls[1]?.slice(8));
    });

    it('an adapter that cannot open it is said so, without the patient', async () => {
      const list = await placeList({ adapter: adapterWith({ failAt: 'openJournal' }) });
      link(rows(list)[0])?.click();
      const alert = await until('alert', () => inside(list, '[role=alert]'));
      expect(alert.textContent).to.contain('Journalen kunne ikke åbnes');
      expect(alert.textContent).to.not.contain(name(list, rows(list)[0]));
    });

    it('is no link where the clinic does not allow it', async () => {
      const adapter = adapterWith();
      const list = await placeList({
        adapter: {
          ...adapter,
          describe: async (signal: AbortSignal) => ({
            ...(await adapter.describe(signal)),
            may: { openJournal: false, print: false, export: false },
          }),
        },
      });
      expect(link(rows(list)[0])).to.equal(null);
      expect(textOf(list)).to.not.match(/Udskriv|Eksportér/);
    });
  });

  describe('states', () => {
    it('empty: no clinic, no profile', async () => {
      const list = place('overblik-population', { adapter: undefined });
      await until('no clinic', () => textOf(list).includes('Ingen klinik er forbundet'));
      const other = place('overblik-population', { profiles: [] });
      await until('no profile', () => textOf(other).includes('Ingen profil er valgt'));
    });

    it('a clinic that delivers nobody is not a clinic without them', async () => {
      const list = place('overblik-population', {
        adapter: memoryAdapter({
          description: { name: 'Tom', coverage: { diagnosis: { available: true } } },
          patients: [],
        }),
      });
      await until('nobody', () => textOf(list).includes('har ikke leveret en eneste patient'));
    });

    it('loading, with progress', async () => {
      const list = place('overblik-population', {
        adapter: adapterWith({ delay: 60, batchSize: 100 }),
      });
      await until('loading', () => textOf(list).includes('Henter patienter'));
      await until('progress', () => textOf(list).includes(`af ${size} patienter`));
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

    inDepth('partial: half a clinic is said to be half', async () => {
      const list = place('overblik-population', { adapter: adapterWith({ cutAfter: 300 }) });
      await until('cut', () => textOf(list).includes(`Kun 300 af ${size} patienter er hentet`));
      await until('cards', () => !inside(list, '.overview[aria-busy]') && inside(list, '.total'));
      const [members, share, rest] = allInside(list, '.total p').map((each) =>
        each.textContent.trim(),
      );
      expect(rest).to.equal(`${size - 300} er ikke hentet`);
      // The table says the same.
      inside(list, '.views [aria-pressed]')?.click();
      const first = await until('the table', () => inside(list, '.numbers tbody tr'));
      const cells = [...first.children].map((each) => each.textContent.trim());
      expect(cells.slice(0, 3)).to.deep.equal(['I populationen', members, `${share} · ${rest}`]);
      expect(cells[3]).to.match(/^\d+ af de hentede$/);
      const undecided = parseInt(cells[3]!);
      expect(share).to.match(
        undecided > 0
          ? new RegExp(` % af ${300 - undecided} hentede, der kan afgøres$`)
          : / % af 300 hentede$/,
      );
    });

    it('a missing source is never a 0', async () => {
      const list = await placeList({ adapter: adapterWith({ missing: ['medication'] }) });
      expect(inside(list, '.card.filter .number')?.textContent).to.equal('?');
      expect(textOf(list)).to.contain('Ingen adgang til medicin');
    });

    it('of nobody there is no share', async () => {
      const list = await placeList();
      list.view = { profileId: 'dk.demens', query: 'findes ikke' };
      await until('nobody', () => textOf(list).includes('0 af '));
      await until('no share', () =>
        allInside(list, '.indicator strong').every((each) => each.textContent.trim() === '–'),
      );
      expect(
        allInside(list, '.card.filter .muted').map((each) => each.textContent.trim()),
      ).to.satisfy((all: readonly string[]) => all.every((each) => each === ''));
    });

    it('an empty list says how it came to be empty', async () => {
      const nobody = { ...demens, population: { include: { patient: { age: { min: 120 } } } } };
      const list = place('overblik-population', { profiles: [nobody] });
      await until('empty', () => textOf(list).includes('Ingen patienter er i populationen'));
    });

    it('an invalid profile shows its errors in words, and the list stays', async () => {
      const list = await placeList();
      const before = count(list);
      list.profiles = [{ ...demens, codes: {} }];
      await until('the words of the errors', () => inside(list, '.profile-errors .errors'));
      const errors = inside(list, '.profile-errors')!;
      expect(errors.textContent).to.contain('Kodesættet "demens" findes ikke');
      expect(errors.textContent).to.contain('/population/include/any/0/diagnosis/codes');
      expect(errors.textContent).to.contain('Den forrige liste vises fortsat');
      expect(count(list)).to.equal(before);
      expect(rows(list)).to.not.have.length(0);
    });
  });

  it('every string from data is text', async () => {
    const list = await placeList();
    inside(list, 'input[type=search]')?.focus();
    await sendKeys({ type: 'fed' });
    await until('the row', () => count(list) === 1);
    expect(name(list, rows(list)[0])).to.equal('<b>Fed</b> Testesen');
    expect(inside(grid(list), '.line b, .line i, .line img')).to.equal(null);
  });

  inDepth('speaks English when the page does, and changes at once', async () => {
    const list = await placeList({ lang: 'en' });
    expect(textOf(list)).to.contain('In the population');
    expect(heads(list)).to.include('Name');
    list.lang = 'da';
    await until('Danish', () => textOf(list).includes('I populationen'));
    await until('heads', () => heads(list).includes('Navn'));
  });

  it('tells the host what a list came to, in numbers only', async () => {
    const list = place('overblik-population', { adapter: undefined });
    const told = new Promise<CustomEvent>((resolve) => {
      list.addEventListener('overblik-loaded', resolve as EventListener, { once: true });
    });
    list.adapter = adapterWith();
    const { detail } = await told;
    expect(detail.patients).to.equal(size);
    expect(Object.keys(detail as PopulationState)).to.deep.equal([
      'profile',
      'members',
      'undecided',
      'patients',
      'complete',
      'problems',
    ]);
  });

  inDepth('survives being moved: same order, search and chosen row', async () => {
    const list = await placeList();
    await clickOn(cell(list, rows(list)[1], 'Alder'));
    const chosen = await until('chosen', () => list.patientId);
    const before = names(list).slice(0, 4);
    const box = document.createElement('div');
    Object.assign(box.style, { width: '1000px', height: '700px' });
    document.body.append(box);
    box.append(list);
    await ready(list);
    expect(list.patientId).to.equal(chosen);
    await until('marked', () => inside(grid(list), '.line[aria-current=true]'));
    expect(indexOf(inside(grid(list), '.line[aria-current=true]')!)).to.equal(1);
    expect(names(list).slice(0, 4)).to.deep.equal(before);
  });

  it('prints every row, with a box to tick and repeated heads', async () => {
    const list = await placeList({}, { width: 1200, height: 420 });
    await until('what prints is loaded', () => {
      dispatchEvent(new Event('beforeprint'));
      return inside(list, '.printed tbody');
    });
    expect(allInside(list, '.printed tbody tr')).to.have.length(count(list));
    expect(allInside(list, '.printed .tick')).to.have.length(count(list));
    expect(getComputedStyle(inside(list, '.printed thead') ?? document.body).display).to.equal(
      'table-header-group',
    );
    expect(textOf(list)).to.contain(`version ${demens.version} · pr. 24. nov. 2026`);
    dispatchEvent(new Event('afterprint'));
    await until('gone', () => !inside(list, '.printed'));
    expect(list.asOf).to.equal(asOf);
  });
});
