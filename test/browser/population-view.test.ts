/** How the list is looked at: the overview, filters, sort, columns, and the view that a host keeps. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ListView, OverblikPopulation, ViewDetail } from '../../src/define.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  at,
  button,
  cell,
  chooseFilter,
  clickOn,
  count,
  field,
  focused,
  grid,
  head,
  heads,
  name,
  names,
  openFilter,
  openPanel,
  panel,
  pick,
  placeList,
  press,
  rows,
  said,
  write,
} from './list.ts';
import { adapterWith, allInside, asOf, clinic, demens, inside, textOf, until } from './stage.ts';

/** With a code filter of few choices and many, a number, a date and a text of its own. */
const wide = {
  ...demens,
  id: 'dk.wide',
  information: [
    ...demens.information,
    { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
    {
      id: 'alle',
      type: 'medication',
      title: { da: 'Al medicin' },
      codes: { system: 'ATC', include: ['A-V'] },
      show: 'list',
    },
    {
      id: 'kontrol',
      type: 'service',
      title: { da: 'Årskontrol' },
      codes: { system: 'ydelse', include: ['0106'] },
      show: 'latest',
    },
  ],
};

const size = { width: 1600, height: 900 };
const card = (list: Element, title: string) => {
  const found = allInside(list, '.card.filter, .bar').find((each) =>
    each.querySelector('.heading, .name')?.textContent.includes(title),
  );
  if (!found) throw new Error(`No card ${title}.`);
  return found;
};
const numberOn = (list: Element, title: string) =>
  card(list, title).querySelector('.number, .count')?.textContent;
const showing = (list: Element) => inside(list, '.showing')?.textContent.trim();
const pills = (list: Element) =>
  allInside(list, '.pill.pair').map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim());

/** Every view that the list tells of, the latest last. */
function viewsOf(list: OverblikPopulation): ListView[] {
  const told: ListView[] = [];
  list.addEventListener('overblik-view-changed', ({ detail }: CustomEvent<ViewDetail>) =>
    told.push(detail.view),
  );
  return told;
}

describe('the overview', () => {
  it('a card filters, is pressed, and lets go; its pill takes it off too', async () => {
    const list = await placeList({}, size);
    const all = count(list);
    const marked = Number(numberOn(list, 'Antipsykotika ved demens'));
    await clickOn(card(list, 'Antipsykotika ved demens'));
    await until('fewer', () => count(list) === marked);
    expect(card(list, 'Antipsykotika ved demens').getAttribute('aria-pressed')).to.equal('true');
    expect(showing(list)).to.equal(`${marked} af ${all} vises`);
    for (const row of rows(list)) expect(row.textContent).to.contain('Antipsyk');
    await until('announced', () => textOf(list).includes(`${marked} patienter vises`));
    await clickOn(button(list, 'Fjern filter: Antipsykotika ved demens'));
    await until('all', () => count(list) === all);
    expect(card(list, 'Antipsykotika ved demens').getAttribute('aria-pressed')).to.equal('false');
  });

  inDepth('all cross-filter: each counts what the others have left', async () => {
    const list = await placeList({}, size);
    const before = Number(numberOn(list, 'Benzodiazepin'));
    const band = allInside(list, '.ages [aria-pressed]').find((each) =>
      each.getAttribute('aria-label')?.startsWith('80–89'),
    );
    const [, women, men] = /: (\d+) kvinder, (\d+) mænd/.exec(
      band?.getAttribute('aria-label') ?? '',
    )!;
    band?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until('the ages', () => count(list) === Number(women) + Number(men));
    for (const row of rows(list)) expect(said(list, row, 'Alder')).to.match(/^8\d /);
    const left = Number(numberOn(list, 'Benzodiazepin'));
    expect(left).to.be.lessThan(before);
    await clickOn(card(list, 'Benzodiazepin'));
    await until('both', () => count(list) === left);
    expect(pills(list)).to.deep.equal(['Alder: fra 80 til 89', 'Benzodiazepin']);
    // The pressed band still tells of the others in the same way.
    expect(allInside(list, '.ages [aria-pressed=true]')).to.have.length(1);
    expect(allInside(list, '.ages [aria-pressed]').length).to.be.greaterThan(1);
  });

  inDepth(
    'has a text and a table for all that is drawn, with the same numbers and filters',
    async () => {
      const list = await placeList({}, size);
      const marked = numberOn(list, 'Antipsykotika ved demens');
      for (const svg of allInside(list, '.overview svg'))
        expect(
          svg.getAttribute('aria-hidden') === 'true' || svg.getAttribute('aria-label'),
        ).to.not.equal(null);
      await clickOn(button(list, 'Vis som tabel'));
      const table = await until('a table', () => inside(list, '.overview table'));
      const line = [...table.querySelectorAll('tr')].find((each) =>
        each.textContent.includes('Antipsykotika ved demens'),
      );
      expect(line?.querySelector('td')?.textContent.trim()).to.equal(marked);
      line?.querySelector('button')?.click();
      await until('filtered', () => String(count(list)) === marked);
      await isAccessible(list);
      await clickOn(button(list, 'Vis som diagram'));
      await until('cards', () => card(list, 'Antipsykotika ved demens'));
    },
  );
});

/** A view with some items in it that are one step away at first. */
const withItems = ({ id }: { readonly id: string }, ...items: readonly string[]): ListView => ({
  profileId: id,
  tab: 'members',
  columns: items.map((each) => ({ id: `item:${each}`, hidden: false })),
  sort: [],
  priority: [],
  filters: [],
  query: '',
});

describe('a column’s filter', () => {
  it('codes: what occurs, with how many; several are either-or', async () => {
    const list = await placeList({}, size);
    const open = await openFilter(list, 'Antipsykotika');
    const [first, second] = [...open.querySelectorAll('.lines li')];
    const numbers = [first, second].map((each) => Number(each?.lastElementChild?.textContent));
    first?.querySelector('input')?.click();
    await until('the first', () => count(list) === numbers[0]);
    second?.querySelector('input')?.click();
    await until('either', () => count(list) > numbers[0]!);
    expect(count(list)).to.be.at.most(numbers[0]! + numbers[1]!);
    expect(
      head(list, 'Antipsykotika').querySelector('.filter')?.getAttribute('aria-label'),
    ).to.equal('Filtrér Antipsykotika, filtreret');
    await clickOn(button(list, 'Fjern filter', '.panel'));
    await until('all', () => pills(list).length === 0);
  });

  inDepth('codes: found by their text where there are many', async () => {
    const list = await placeList({ profiles: [wide], view: withItems(wide, 'alle') }, size);
    list.focus();
    await until('drawn', () => press('End').then(() => heads(list).includes('Al medicin')));
    const open = await openFilter(list, 'Al medicin');
    const all = open.querySelectorAll('.lines li').length;
    expect(all).to.be.greaterThan(20);
    const search = open.querySelector<HTMLInputElement>('input[type=search]')!;
    expect(list.shadowRoot?.activeElement, 'ready to write in').to.equal(search);
    await sendKeys({ type: 'donep' });
    await until('few', () => open.querySelectorAll('.lines li').length === 1);
    expect(open.querySelector('.lines li')?.textContent).to.contain('Donepezil');
    open.querySelector<HTMLInputElement>('.lines input')?.click();
    await until('filtered', () => pills(list)[0]?.includes('Donepezil'));
  });

  it('numbers: a range, both ends in', async () => {
    const list = await placeList({}, size);
    const open = await openFilter(list, 'Alder');
    await write(field(open, 'Fra'), '80');
    await until('from', () => pills(list)[0] === 'Alder: fra 80');
    await write(field(open, 'Til'), '82');
    await until('to', () => pills(list)[0] === 'Alder: fra 80 til 82');
    const ages = rows(list).map((row) => Number.parseInt(said(list, row, 'Alder')));
    expect(ages.length).to.be.greaterThan(0);
    expect(ages.every((age) => age >= 80 && age <= 82)).to.equal(true);
    await write(field(open, 'Fra'), '');
    await until('no lower end', () => pills(list)[0] === 'Alder: til 82');
  });

  inDepth('dates: a range', async () => {
    const list = await placeList({ profiles: [wide], view: withItems(wide, 'foedt') }, size);
    const open = await openFilter(list, 'Født');
    pick(field(open, 'Fra'), '1940-01-01');
    await list.updateComplete;
    pick(field(open, 'Til'), '1945-12-31');
    await until('the years', () => pills(list)[0]?.includes('fra 1. jan. 1940 til 31. dec. 1945'));
    const born = rows(list).map((row) => /19\d\d/.exec(said(list, row, 'Født'))?.[0]);
    expect(born.length).to.be.greaterThan(0);
    for (const year of born) expect(Number(year)).to.be.within(1940, 1945);
  });

  it('a stretch of days: of a date, and how old a result is', async () => {
    const list = await placeList({}, size);
    const all = count(list);
    const open = await openFilter(list, 'MMSE');
    const choose = (label: string, value: string) => {
      const control = field<HTMLSelectElement>(open, label);
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('Prøvens alder', 'last-3-months');
    await until('the newest', () => pills(list)[0] === 'MMSE: de seneste 3 mdr.');
    const newest = count(list);
    expect(newest).to.be.within(1, all - 1);
    choose('Prøvens alder', 'last-12-months');
    await until('the new ones', () => pills(list)[0] === 'MMSE: de seneste 12 mdr.');
    const recent = count(list);
    expect(recent).to.be.within(newest + 1, all - 1);
    choose('Prøvens alder', 'over-12-months');
    await until('the old ones', () => pills(list)[0] === 'MMSE: ældre end 12 mdr.');
    expect(count(list)).to.be.at.most(all - recent);
    choose('Prøvens alder', '');
    await until('all', () => count(list) === all && pills(list).length === 0);
    await press('Escape');
    const other = await chooseFilter(list, 'Fremtidige aftaler');
    expect(field(other, 'Periode').localName).to.equal('select');
  });

  it('severity, and who looks after the patient: columns that need not be shown', async () => {
    const list = await placeList({}, size);
    const open = await chooseFilter(list, 'Alvorlighed');
    const labels = [...open.querySelectorAll('.lines label')].map((each) =>
      each.textContent.trim(),
    );
    expect(labels).to.deep.equal(['Alvorlig', 'Obs.', 'Info']);
    const serious = open.querySelector('.lines li')!.lastElementChild!.textContent;
    field(open, 'Alvorlig').click();
    await until('those', () => pills(list)[0] === 'Alvorlighed: Alvorlig');
    expect(String(count(list))).to.equal(serious);
    await press('Escape');
    const doctors = await chooseFilter(list, 'Læge');
    field(doctors, 'AB').click();
    await until('the doctor’s', () => pills(list).includes('Læge: AB'));
    expect(count(list)).to.be.lessThan(Number(serious));
    const columns = await openPanel(list, 'Kolonner');
    field(columns, 'Læge').click();
    await until('shown', () => heads(list).includes('Læge'));
    expect(said(list, rows(list)[0], 'Læge')).to.equal('AB');
  });

  inDepth('text: whatever the case', async () => {
    const list = await placeList({}, size);
    const open = await openFilter(list, 'Navn');
    await write(field(open, 'Indeholder'), 'INGRID');
    await until('found', () => names(list).every((each) => each.includes('Ingrid')));
    expect(pills(list)).to.deep.equal(['Navn: indeholder “INGRID”']);
  });

  inDepth('status, and the card of those who are not reached yet', async () => {
    const list = await placeList({}, size);
    const all = count(list);
    await clickOn(rows(list)[0]?.querySelector('.check'));
    await clickOn(button(list, 'Markér gennemgået'));
    const open = await openFilter(list, 'Status');
    field(open, 'Gennemgået').click();
    await until('the one', () => count(list) === 1);
    field(open, 'Gennemgået').click();
    await list.updateComplete;
    field(open, 'Ikke gennemgået').click();
    await until('the others', () => count(list) === all - 1);
  });

  inDepth('markers: which', async () => {
    const list = await placeList({}, size);
    const open = await openFilter(list, 'Hvorfor først');
    const line = [...open.querySelectorAll('.lines li')].find((each) =>
      each.textContent.includes('Ingen psykometrisk test'),
    );
    const number = Number(line?.lastElementChild?.textContent);
    line?.querySelector('input')?.click();
    await until('those', () => count(list) === number);
    expect(pills(list)).to.deep.equal(['Ingen psykometrisk test']);
  });

  it('markers: any of those that are chosen, or all', async () => {
    const list = await placeList({}, size);
    const open = await openFilter(list, 'Hvorfor først');
    field(open, 'Antipsykotika ved demens').click();
    await until('one', () => pills(list).length === 1);
    expect(open.querySelector('form.radios')).to.equal(null);
    field(open, 'Benzodiazepin').click();
    await until('either', () => pills(list)[0]?.includes(' eller '));
    const either = count(list);
    const views = viewsOf(list);
    field(open, 'alle de valgte').click();
    await until('both', () => count(list) < either);
    expect(views.at(-1)?.filters[0]?.all).to.have.length(2);
    expect(views.at(-1)?.filters[0]?.any).to.equal(undefined);
    expect(pills(list)[0]).to.contain(' og ');
    // What is asked for stays checked, and one less is as good as one.
    expect(field(open, 'Benzodiazepin').checked).to.equal(true);
    field(open, 'Benzodiazepin').click();
    await until('one again', () => !pills(list)[0]?.includes(' og '));
    expect(views.at(-1)?.filters[0]?.all).to.have.length(1);
  });

  it('together: all of them, or one at least; said, kept, and told', async () => {
    const view: ListView = {
      ...{ profileId: demens.id, tab: 'members', columns: [], sort: [], priority: [], query: '' },
      filters: [{ columnId: 'age', min: 90 }],
    };
    const list = await placeList({ view }, size);
    const choice = () => inside<HTMLSelectElement>(list, 'select.match');
    expect(choice()).to.equal(null);
    const old = count(list);
    list.view = { ...view, filters: [{ columnId: 'reasons', any: ['antipsykotika'] }] };
    await until('the marked', () => count(list) !== old);
    const marked = count(list);
    list.view = {
      ...view,
      filters: [...view.filters, { columnId: 'reasons', any: ['antipsykotika'] }],
    };
    await until('both', () => choice() && count(list) < Math.min(old, marked));
    const both = count(list);
    const views = viewsOf(list);
    choice()!.value = 'any';
    choice()!.dispatchEvent(new Event('change', { bubbles: true }));
    await until('either', () => count(list) === old + marked - both);
    await until('announced', () =>
      textOf(list).includes(
        `Opfylder mindst ét af disse filtre: ${old + marked - both} patienter vises`,
      ),
    );
    expect(views.at(-1)?.match).to.equal('any');
    // Every figure is of those that are shown.
    expect(showing(list)).to.contain(`${old + marked - both} af `);
    // With one filter left there is nothing to choose, and the next one is asked beside it.
    await clickOn(allInside(list, '.pill.pair button + button')[0]);
    await until('one', () => !choice() && count(list) === marked);
    expect(views.at(-1)?.match).to.equal(undefined);
  });

  for (const [lang, title] of [
    ['da', 'Alder'],
    ['en', 'Age'],
  ] as const)
    it(`leave the words of a short head to be read beside their mark: ${title}`, async () => {
      const view: ListView = {
        ...{ profileId: demens.id, tab: 'members', columns: [], priority: [], query: '' },
        ...{
          filters: [{ columnId: 'age', min: 60 }],
          sort: [{ columnId: 'age', descending: true }],
        },
      };
      const list = await placeList({ lang, view }, size);
      const cell = await until('the mark', () => {
        const found = head(list, title);
        return found.querySelector('.filter.on') && found;
      });
      const [words, mark, sign] = ['.text', '.filter.on', 'svg'].map((each) =>
        cell.querySelector(each)!,
      );
      expect(words!.scrollWidth).to.be.at.most(words!.clientWidth);
      const [text, filter, arrow] = [words, mark, sign].map((each) =>
        each!.getBoundingClientRect(),
      );
      expect(text!.right).to.be.at.most(filter!.left + 0.5);
      expect(arrow!.right).to.be.at.most(filter!.left + 0.5);
    });

  it('scroll within their line, however many there are: what stands above keeps its place', async () => {
    const list = await placeList({ overview: 'line' }, { width: 1600, height: 768 });
    const views = () => inside(list, '.views')!.getBoundingClientRect().right;
    const before = views();
    const filters = ['cpr', 'name', 'practitioner', 'municipality', 'note'].map((columnId) => ({
      ...{ columnId, contains: 'en lang tekst at finde', states: ['none', 'unknown'] as const },
    }));
    list.view = { ...list.view!, filters };
    await until('shown', () => allInside(list, '.filters .pair').length > 3);
    expect(views()).to.equal(before);
    expect(inside(list, '.filters')!.scrollWidth).to.be.greaterThan(1600);
  });

  it('missing and unknown are asked for apart', async () => {
    const list = await placeList({ adapter: adapterWith({ missing: ['medication'] }) }, size);
    const open = await openFilter(list, 'Antipsykotika');
    const states = [...open.querySelectorAll('fieldset label')].map((each) =>
      each.textContent.trim(),
    );
    expect(states).to.deep.equal(['kan ikke afgøres']);
    field(open, 'kan ikke afgøres').click();
    await until('told', () => pills(list)[0] === 'Antipsykotika: kan ikke afgøres');
    expect(count(list)).to.be.greaterThan(0);
    for (const row of rows(list))
      expect(said(list, row, 'Antipsykotika')).to.contain('kan ikke afgøres');
    await press('Escape');
    await clickOn(button(list, 'Fjern filter: Antipsykotika: kan ikke afgøres'));
    const other = await chooseFilter(list, 'MMSE');
    field(other, 'ingen registreret').click();
    await until('missing', () => pills(list)[0] === 'MMSE: ingen registreret');
    expect(count(list)).to.be.greaterThan(0);
    await press('Escape');
    list.focus();
    await press('End');
    for (const row of rows(list)) expect(said(list, row, 'MMSE')).to.equal('mangler');
  });

  inDepth('is chosen from the tools too, and by Alt and an arrow on a head', async () => {
    const list = await placeList({}, size);
    await chooseFilter(list, 'Alder');
    await press('Escape');
    await until('closed', () => !panel(list));
    list.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await press(key);
    await press('Alt+ArrowDown');
    await until('by key', () => panel(list)?.textContent.includes('Filter: Navn'));
    expect(list.shadowRoot?.activeElement?.matches('.panel input')).to.equal(true);
    await isAccessible(list);
    await press('Escape');
    await until('back', () => at(list) === '-1,3');
  });
});

describe('the quick search', () => {
  it('keeps nothing that nobody sees: not in the list, not in the view that is handed out', async () => {
    const list = await placeList();
    const views: ListView[] = [];
    list.addEventListener('overblik-view-changed', ({ detail }) => views.push(detail.view));
    const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
    await write(search, 'que\u202etia\u2069pin\u0007');
    await until('told', () => views.some(({ query }) => query === 'quetiapin'));
    expect(views.map(({ query }) => query).join('')).to.not.match(/[\u202e\u2069\u0007]/);
    expect(search.value).to.equal('quetiapin');
  });

  it('finds CPR numbers with and without a dash, codes and texts', async () => {
    const list = await placeList({}, size);
    const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
    const wanted = name(list, rows(list)[2]);
    const cpr = said(list, rows(list)[2], 'CPR');
    for (const words of [cpr, cpr.replace('-', '')]) {
      await write(search, words);
      await until(`found`, () => names(list).join() === wanted);
    }
    await write(search, 'quetiapin');
    await until('by text', () => rows(list).every((row) => row.textContent.includes('Quetiapin')));
    await write(search, 'N05AH');
    await until('by code', () => count(list) > 0 && count(list) < 150);
    await write(search, '');
    await until('all', () => /^(\d+) af \1 vises$/.test(showing(list) ?? ''));
  });
});

describe('sort', () => {
  inDepth('Shift adds a column, and each says its place', async () => {
    const list = await placeList({}, size);
    await clickOn(head(list, 'Alder'));
    await until('by age', () => head(list, 'Alder').getAttribute('aria-sort') === 'descending');
    await clickOn(head(list, 'Navn'), 'Shift');
    await until('both', () => head(list, 'Navn').getAttribute('aria-sort') === 'ascending');
    expect(head(list, 'Alder').querySelector('.place')?.textContent).to.equal('1');
    expect(head(list, 'Navn').querySelector('.place')?.textContent).to.equal('2');
    const pairs = rows(list).map((row) => ({
      age: Number.parseInt(said(list, row, 'Alder')) || 0,
      name: name(list, row),
    }));
    const sorted = [...pairs].sort((a, b) => b.age - a.age || a.name.localeCompare(b.name, 'da'));
    expect(pairs).to.deep.equal(sorted);
  });

  inDepth('the most vulnerable first is explained, and can be had otherwise', async () => {
    const list = await placeList({}, size);
    const open = await openPanel(list, 'Rækkefølge');
    expect(open.textContent).to.contain('Flest alvorlige');
    for (const rule of [
      'Flest alvorlige',
      'Flest obs.',
      'Flest info',
      'Flest uafgjorte markører',
    ]) {
      field(open, rule).click();
      await list.updateComplete;
    }
    await until('the oldest', () => {
      const ages = rows(list).map((row) => Number.parseInt(said(list, row, 'Alder')));
      const known = ages.filter((age) => age > 0);
      return (
        known.length > 5 && known.every((age, index) => index === 0 || known[index - 1]! >= age)
      );
    });
    button(list, 'Flyt Ældst op', '.panel').click();
    await until('moved', () => list.view?.priority.at(-2)?.by === 'age');
    await press('Escape');
    for (const row of rows(list)) expect(said(list, row, 'Hvorfor først')).to.not.equal('');
  });
});

describe('columns', () => {
  it('are hidden, moved and pinned in their panel, and put back', async () => {
    const list = await placeList({}, size);
    const usual = heads(list);
    const open = await openPanel(list, 'Kolonner');
    field(open, 'Adresse').click();
    await until('shown', () => heads(list).includes('Adresse'));
    field(open, 'MMSE').click();
    await until('hidden', () => !heads(list).includes('MMSE'));
    field(open, 'Hvorfor på listen').click();
    await until('shown', () => heads(list).includes('Hvorfor på listen'));
    expect(button(list, 'Flyt Alder op', '.panel').ariaDisabled, 'the pinned stand first').to.equal(
      'true',
    );
    // Past those that are hidden, too.
    const isMoved = () =>
      heads(list).indexOf('Hvorfor på listen') < heads(list).indexOf('Hvorfor først');
    for (let step = 0; step < 8 && !isMoved(); step++) {
      button(list, 'Flyt Hvorfor på listen op', '.panel').click();
      await list.updateComplete;
    }
    await until('moved', isMoved);
    button(list, 'Fastgør Alder', '.panel').click();
    await until('pinned', () => head(list, 'Alder').parentElement?.className === 'pins');
    expect(heads(list).indexOf('Alder')).to.equal(4);
    button(list, 'Nulstil visning', '.panel').click();
    await until('as usual', () => heads(list).join() === usual.join());
  });

  inDepth('are resized and moved by keys, and by a grip’s double click fit again', async () => {
    const list = await placeList({}, size);
    const told = viewsOf(list);
    const width = () => Math.round(head(list, 'Navn').getBoundingClientRect().width);
    const usual = width();
    list.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await press(key);
    await press('Alt+ArrowRight');
    await press('Alt+ArrowRight');
    await until('wider', () => width() === usual + 32);
    expect(told.at(-1)?.columns.find(({ id }) => id === 'name')?.width).to.be.greaterThan(176);
    head(list, 'Navn')
      .querySelector('.grip')
      ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await until('fits', () => width() === usual);
    await press('Control+Shift+ArrowLeft');
    await until('moved', () => heads(list)[2] === 'Navn');
    await until('the focus along', () => at(list) === '-1,2');
    expect(focused(list)?.textContent).to.contain('Navn');
  });

  inDepth('are made wider and narrower by buttons, from the width that they stand in', async () => {
    const list = await placeList({}, size);
    const width = (title: string) => Math.round(head(list, title).getBoundingClientRect().width);
    const usual = width('Navn');
    await openPanel(list, 'Kolonner');
    const step = async (words: string) => {
      await clickOn(button(list, words, '.panel'));
      await list.updateComplete;
    };
    await step('Gør Navn bredere');
    await until('wider', () => width('Navn') === usual + 16);
    expect(list.shadowRoot?.activeElement?.ariaLabel, 'goes on').to.equal('Gør Navn bredere');
    await step('Gør Navn smallere');
    await until('as it was', () => width('Navn') === usual);
    // It has grown into the room that was left.
    const grown = width('Hvorfor først');
    await step('Gør Hvorfor først bredere');
    await until('wider than it had grown', () => width('Hvorfor først') === grown + 16);
    const off = button(list, 'Gør Hvorfor på listen bredere', '.panel');
    expect(off.getAttribute('aria-disabled'), 'is not shown').to.equal('true');
    await step('Gør Hvorfor på listen bredere');
    expect(list.view?.columns.find(({ id }) => id === 'why')?.width).to.equal(undefined);
    await isAccessible(list);
  });

  inDepth('density: the view’s, else the host’s', async () => {
    const list = await placeList({ density: 'compact' }, size);
    const height = () => rows(list)[0]!.getBoundingClientRect().height;
    const compact = height();
    const open = await openPanel(list, 'Kolonner');
    expect(field(open, 'Tæt').checked, 'what is shown is what is marked').to.equal(true);
    field(open, 'Normal').click();
    await until('higher', () => height() > compact);
    field(open, 'Tæt').click();
    await until('compact', () => height() === compact);
    expect(list.view?.density).to.equal('compact');
  });
});

describe('the view', () => {
  const kept: ListView = {
    profileId: 'dk.demens',
    tab: 'members',
    columns: [{ id: 'item:mmse', hidden: true }],
    sort: [{ columnId: 'name', descending: true }],
    priority: [],
    filters: [{ columnId: 'age', min: 70, max: 79 }],
    query: '',
  };
  const isKept = (list: Element) =>
    !heads(list).includes('MMSE') &&
    head(list, 'Navn').getAttribute('aria-sort') === 'descending' &&
    rows(list).every((row) => /^7\d/.test(said(list, row, 'Alder')));

  inDepth('given before there is data, and after, does the same', async () => {
    const before = await placeList({ view: kept }, size);
    expect(isKept(before)).to.equal(true);
    expect(before.view?.filters).to.deep.equal(kept.filters);
    const after = await placeList({}, size);
    expect(isKept(after)).to.equal(false);
    after.view = kept;
    await until('taken', () => isKept(after));
    expect(names(after)).to.deep.equal(names(before));
  });

  it('what the list tells can be kept as JSON and given to another list', async () => {
    const list = await placeList({}, size);
    const told = viewsOf(list);
    await clickOn(head(list, 'Alder'));
    await clickOn(card(list, 'Benzodiazepin'));
    await until('told', () => told.length === 2);
    const stored = JSON.parse(JSON.stringify(told.at(-1))) as never;
    expect(told.at(-1)).to.deep.equal(list.view);
    const other = await placeList({ view: stored }, size);
    expect(other.view).to.deep.equal(list.view);
    expect(names(other)).to.deep.equal(names(list));
  });

  it('junk is passed over, and said; another profile’s waits for its profile', async () => {
    const list = await placeList({}, size);
    const usual = count(list);
    const junk = {
      profileId: 'dk.demens',
      sort: [{ columnId: 'gone' }, { columnId: 'name' }, 7],
      filters: 'all',
      query: 42,
    };
    Object.assign(list, { view: junk });
    await until('said', () => textOf(list).includes('passer ikke længere og er udeladt'));
    expect(list.view?.sort).to.deep.equal([{ columnId: 'name', descending: false }]);
    for (const nothing of [null, undefined, 'view', 12, [], { profileId: 'dk.other', sort: 3 }]) {
      Object.assign(list, { view: nothing });
      await list.updateComplete;
      expect(count(list)).to.equal(usual);
    }
    list.profiles = [demens, { ...demens, id: 'dk.other' }];
    list.view = { ...kept, profileId: 'dk.other' };
    await list.updateComplete;
    expect(isKept(list)).to.equal(false);
    list.profileId = 'dk.other';
    // The page has turns while the other profile is evaluated.
    const isOwn = () => list.view?.profileId === 'dk.other' && rows(list).length > 0;
    await until('its own', () => isOwn() && isKept(list));
  });

  inDepth('each profile keeps its own while the list goes between them', async () => {
    const list = await placeList({ profiles: [demens, { ...demens, id: 'dk.other' }] }, size);
    await clickOn(head(list, 'Navn'));
    list.profileId = 'dk.other';
    await until('other', () => list.view?.profileId === 'dk.other');
    expect(list.view?.sort).to.deep.equal([]);
    list.profileId = 'dk.demens';
    await until('back', () => list.view?.profileId === 'dk.demens');
    expect(list.view?.sort).to.deep.equal([{ columnId: 'name', descending: false }]);
  });
});

describe('bad input', () => {
  inDepth('properties in any order give the same list', async () => {
    const given = {
      adapter: adapterWith(),
      profiles: [demens],
      asOf,
      view: { profileId: 'dk.demens', filters: [{ columnId: 'age', min: 80 }] },
      profileId: 'dk.demens',
      lang: 'da',
    };
    const keys = Object.keys(given) as (keyof typeof given)[];
    const orders = [keys, [...keys].reverse(), [...keys.slice(3), ...keys.slice(0, 3)]];
    const seen: string[] = [];
    for (const order of orders) {
      const list = document.createElement('overblik-population');
      const box = document.createElement('div');
      Object.assign(box.style, { width: '1600px', height: '800px' });
      box.append(list);
      document.body.append(box);
      for (const key of order) {
        Object.assign(list, { [key]: given[key] });
        await new Promise((resolve) => setTimeout(resolve));
      }
      await until('rows', () => rows(list).length > 0 && pills(list).length === 1);
      seen.push(`${count(list)} ${names(list).join()}`);
    }
    expect(new Set(seen).size).to.equal(1);
  });

  inDepth('three hundred columns, long texts and names from right to left', async () => {
    const rtl = 'مريم الاختبار';
    const long = 'Lang tekst '.repeat(182);
    const patients = clinic.patients.slice(0, 400).map((records, index) => ({
      ...records,
      patient: {
        ...records.patient,
        name: index % 2 ? rtl : records.patient.name,
        address: long,
      },
    }));
    const information = [
      ...demens.information.filter(({ type }) => type === 'patient'),
      ...Array.from({ length: 300 }, (_, index) => ({
        id: `m${index}`,
        type: 'medication',
        title: { da: `Medicin ${index}` },
        codes: { system: 'ATC', include: ['N05A'] },
        show: 'list',
      })),
    ];
    const everyone = {
      ...demens,
      information,
      population: { include: { patient: { age: { min: 1 } } } },
    };
    const list = await placeList(
      {
        adapter: {
          ...adapterWith(),
          async *records() {
            yield patients;
          },
        },
        profiles: [everyone],
        view: withItems(everyone, ...information.map(({ id }) => id)),
      },
      size,
    );
    const table = inside(grid(list), '[role=grid]');
    expect(Number(table?.getAttribute('aria-colcount'))).to.be.greaterThan(300);
    expect(allInside(grid(list), '.line .cell').length).to.be.lessThan(1500);
    const foreign = rows(list).find((row) => name(list, row) === rtl);
    expect(cell(list, foreign, 'Navn').querySelector('bdi')?.textContent).to.equal(rtl);
    const address = cell(list, rows(list)[0], 'Adresse');
    expect(address.getBoundingClientRect().height).to.be.lessThan(60);
    list.focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
      await press(key);
    await press('ArrowRight');
    expect(at(list)).to.equal('0,5');
    await press('F2');
    const whole = await until('the whole text', () => inside(grid(list), '.panel:popover-open'));
    // As much of it as is kept of a text that is only shown.
    expect(whole.textContent.length).to.be.greaterThan(950);
    expect(whole.textContent).to.include('[…]');
    await press('Escape');
    await press('End');
    await until('the last column', () => heads(list).some((each) => each === 'Note'));
    const open = await openPanel(list, 'Kolonner');
    expect(open.querySelectorAll('.lines li').length).to.be.greaterThan(300);
    expect(open.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
  });
});

describe('little room', () => {
  it('400 pixels and a low window: rows are left, and all there is can be reached', async () => {
    const list = await placeList({}, { width: 400, height: 420 });
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    expect(grid(list).offsetHeight).to.be.at.least(12 * rem - 1);
    rows(list)[0]?.scrollIntoView({ block: 'center' });
    await clickOn(rows(list)[0]?.querySelector('.check'));
    const bar = await until('the bar', () => inside(list, '.footer .chosen'));
    const box = list.getBoundingClientRect();
    const buttons = [...bar.querySelectorAll('button')];
    expect(bar.getBoundingClientRect().bottom).to.be.at.most(box.bottom);
    expect(new Set(buttons.map(({ offsetTop }) => offsetTop)).size, 'one line').to.equal(1);
    for (const each of [buttons.at(-1), button(list, 'Visning'), button(list, 'Udskriv')]) {
      each?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom } = each!.getBoundingClientRect();
      expect(left).to.be.at.least(box.left - 1);
      expect(right).to.be.at.most(box.right + 1);
      expect(top).to.be.at.least(box.top - 1);
      expect(bottom).to.be.at.most(box.bottom + 1);
    }
    button(list, 'Visning').scrollIntoView({ block: 'nearest' });
    await openPanel(list, 'Datakvalitet');
    await isAccessible(list);
  });
});

describe('axe finds nothing', () => {
  inDepth('in the list as it is, and with the columns open', async () => {
    const list = await placeList({}, size);
    await isAccessible(list);
    await openPanel(list, 'Kolonner');
    await isAccessible(list);
  });
});
