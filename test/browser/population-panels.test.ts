import { expect } from '@open-wc/testing';
import { html, render, type CSSResult, type TemplateResult } from 'lit';
import { exportList } from '../../src/elements/population/export-run.ts';
import { filterPanel } from '../../src/elements/population/panels/filter.ts';
import { panelStyles } from '../../src/elements/population/panels/styles.ts';
import { exportPanel, exportStyles } from '../../src/elements/population/panels/export.ts';
import { qualityPanel } from '../../src/elements/population/panels/quality/index.ts';
import { qualityStyles } from '../../src/elements/population/panels/quality/styles.ts';
import {
  preparePrint,
  printedList,
  styles as printedStyles,
} from '../../src/elements/population/print.ts';
import { panelUi } from '../../src/elements/population/panels/ui.ts';
import { populationUis } from '../../src/elements/population/ui.ts';
import type { ExportTable } from '../../src/export/index.ts';
import {
  arrangeColumns,
  assessQuality,
  chosenRows,
  defaultView,
  ExportRun,
  PopulationList,
  PopulationModel,
  textIn,
  type DataQuality,
  type Filter,
  type ListedPopulation,
  type ListView,
  type RowStatus,
  type LoadedPopulation,
} from '../../src/model/index.ts';
import type { ResultRecord } from '../../src/record/index.ts';
import { controls } from '../../src/ui/controls.ts';
import { textComparer } from '../../src/i18n/numbers.ts';
import { theme } from '../../src/ui/theme.ts';
import { virtualListStyles } from '../../src/ui/virtual-list-styles.ts';
import { adapterWith, asOf, demens, until } from './stage.ts';

const ui = panelUi(populationUis.da);
const da = ui.texts;

/** Draws into a shadow tree with the styles that a panel stands among. */
function draw(content: TemplateResult, more: readonly CSSResult[] = []): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [
    theme,
    controls,
    qualityStyles,
    exportStyles,
    printedStyles,
    ...more,
  ].map(({ styleSheet }) => styleSheet!);
  const box = document.createElement('div');
  root.append(box);
  render(content, box);
  return box;
}

function buttonSaying(box: HTMLElement, words: string): HTMLButtonElement {
  const found = [...box.querySelectorAll('button')].find((button) =>
    (button.getAttribute('aria-label') ?? button.textContent).includes(words),
  );
  if (!found) throw new Error(`No button says "${words}": ${wordsOf(box)}`);
  return found;
}

function wordsOf(box: HTMLElement): string {
  return box.textContent.replaceAll(/\s+/g, ' ');
}

let shown: LoadedPopulation;
before(async () => {
  const model = new PopulationModel();
  await model.update({ adapter: adapterWith(), profiles: [demens], asOf });
  shown = model.state.loaded!;
});

function listed({
  statuses,
  view = {},
  tab = 'members',
  from = shown,
}: {
  from?: LoadedPopulation;
  statuses?: ReadonlyMap<string, RowStatus>;
  view?: Partial<ListView>;
  tab?: 'members' | 'undecided';
} = {}): ListedPopulation {
  const list = new PopulationList(from.population, {
    tab,
    language: 'da',
    compareText: textComparer('da'),
    patients: from.patients,
    round: statuses && { statuses },
  });
  const whole = { ...defaultView(from.population.profile), tab, ...view };
  return {
    list,
    view: whole,
    columns: arrangeColumns(list.columns, whole).filter(({ hidden }) => !hidden),
    titleOf: ({ kind, item }) =>
      item
        ? textIn(item.title, 'da')
        : (da.population.columns[kind as keyof typeof da.population.columns] ?? kind),
    rows: list.visibleRows(whole),
    description: from.description,
  };
}

describe('the data quality panel', () => {
  let quality: DataQuality;
  const opened: { ids: readonly string[]; title: string }[] = [];
  const filters: Filter[] = [];
  const panel = (what: DataQuality | undefined, isCut = false) =>
    draw(
      qualityPanel({
        quality: what,
        asOf,
        gaps: [],
        isCut,
        openPatients: (ids, title) => opened.push({ ids, title }),
        openFilter: (filter) => filters.push(filter),
        ui,
      }),
    );

  before(async () => {
    quality = await assessQuality(shown);
  });
  beforeEach(() => {
    opened.length = 0;
    filters.length = 0;
  });

  it('says that it is looked into', () => {
    const box = panel(undefined);
    expect(box.querySelector('[role=status]')?.textContent).to.equal(da.quality.loading);
    expect(box.querySelector('button')).to.equal(null);
  });

  it('says of a clinic cut short that it speaks of those who came', () => {
    const decided = { ...quality, undecided: [] };
    expect(wordsOf(panel(decided))).to.contain('Alle patienter kan afgøres.');
    const words = wordsOf(panel(decided, true));
    expect(words).to.contain('Alle hentede patienter kan afgøres.');
    expect(words).not.to.contain('Alle patienter kan afgøres');
  });

  it('tells what each type and source covers', () => {
    const words = wordsOf(panel(quality));
    for (const part of ['Medicin FMK, fra 1. jan. 2011, opdateret', 'Prøver', 'Epikriser'])
      expect(words).to.contain(part);
  });

  it('is accessible, in the light and in the dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const box = panel(quality);
      (box.getRootNode() as ShadowRoot & { host: HTMLElement }).host.style.colorScheme = scheme;
      box.style.background = 'var(--o-surface)';
      await expect(box).to.be.accessible();
    }
  });

  it('opens the patients of every doubt and of everything set aside', () => {
    const box = panel(quality);
    const groups = [
      ...quality.undecided,
      ...quality.rejected,
      ...quality.units,
      ...quality.otherUnits,
      ...quality.foreign,
      ...quality.hints,
    ].filter(({ patientIds }) => patientIds.length > 0);
    expect(groups.length).to.be.greaterThan(2);
    for (const button of box.querySelectorAll<HTMLButtonElement>('li button')) button.click();
    for (const { patientIds } of groups)
      expect(opened.some(({ ids }) => ids === patientIds)).to.equal(true);
    for (const { title } of opened) expect(title).not.to.equal('');
  });

  it('tells units that are not known and what looks odd, and whom they are about', () => {
    const box = panel({
      ...quality,
      units: [
        {
          unit: 'alen',
          results: 2,
          codes: [{ system: 'NPU', code: 'NPU27300', text: 'HbA1c', results: 2 }],
          patientIds: ['a'],
        },
      ],
      hints: [{ kind: 'without-code', types: ['medication'], count: 1, patientIds: ['b'] }],
    });
    const words = wordsOf(box);
    for (const part of [
      da.quality.units,
      da.quality.unitsMean,
      da.quality.hints,
      '“alen”: 2 prøver',
    ])
      expect(words).to.contain(part);
    buttonSaying(box, '“alen”').click();
    buttonSaying(box, '1 lægemiddel har en tekst').click();
    expect(opened.map(({ ids }) => ids)).to.deep.equal([['a'], ['b']]);
  });

  it('says nothing of units, foreign codes and oddities where there are none', () => {
    const words = wordsOf(
      panel({ ...quality, units: [], otherUnits: [], foreign: [], hints: [], indicators: [] }),
    );
    const { units, otherUnits, foreign, hints } = da.quality;
    for (const heading of [units, otherUnits, foreign, hints, da.list.indicators])
      expect(words).not.to.contain(heading);
  });

  it('tells codes that look like another system’s, as text, and whom they are about', () => {
    const box = panel({
      ...quality,
      foreign: [
        {
          type: 'diagnosis',
          system: 'ICPC-2',
          records: 2,
          codes: ['DE119', '<B>DI109</B>'],
          patientIds: ['a'],
        },
      ],
    });
    const words = wordsOf(box);
    for (const part of [
      da.quality.foreign,
      da.quality.foreignMean,
      '2 diagnoser ligner ikke ICPC-2 (DE119, <B>DI109</B>)',
    ])
      expect(words).to.contain(part);
    buttonSaying(box, 'ligner ikke ICPC-2').click();
    expect(opened.map(({ ids }) => ids)).to.deep.equal([['a']]);
  });

  it('tells units of another kind, and why beside each undecided number, and opens whom each is about', () => {
    const unknownReason = {
      kind: 'unit',
      record: { type: 'result', code: 'NPU27300' } as ResultRecord,
      ...{ found: 'mmol/L', expected: 'mmol/mol' },
    } as const;
    const because = [
      { unknownReason, patientIds: ['a'] },
      ...['b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({
        unknownReason: {
          kind: 'short-code' as const,
          record: { type: 'result', code: `<B>${id}</B>` } as ResultRecord,
        },
        patientIds: [id],
      })),
    ];
    const undecided = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const [marker] = quality.markers;
    const [item] = quality.items;
    const box = panel({
      ...quality,
      undecided: [],
      rejected: [],
      otherUnits: [
        {
          ...{ system: 'NPU', code: 'NPU27300', text: 'HbA1c', found: 'mmol/L' },
          ...{ expected: 'mmol/mol', results: 3, of: 9, patientIds: ['a', 'b'] },
        },
      ],
      markers: [{ ...marker!, undecided, because }],
      items: [{ ...item!, because: [{ unknownReason, patientIds: undecided }] }],
      indicators: [
        {
          indicator: { id: 'i', title: { da: 'Når målet' }, numerator: { all: [] } },
          denominator: { patientIds: ['z'], because: [{ unknownReason, patientIds: ['z'] }] },
          numerator: { patientIds: ['y'], because: [{ unknownReason, patientIds: ['y'] }] },
        },
      ],
    });
    const words = wordsOf(box);
    for (const part of [
      da.quality.otherUnits,
      'HbA1c NPU27300: 3 prøver fra 2 patienter er i mmol/L, profilen spørger i mmol/mol',
      'Koden <B>b</B> er for kort',
      'og 2 andre grunde',
      `${da.quality.whetherCounted}: Prøven er i mmol/L, profilen spørger i mmol/mol (NPU27300)`,
      `${da.quality.whetherReached}: Prøven er i mmol/L`,
    ])
      expect(words).to.contain(part);
    buttonSaying(box, 'HbA1c NPU27300').click();
    buttonSaying(box, `${marker!.marker.title.da}: Prøven er i mmol/L`).click();
    buttonSaying(box, 'Når målet: kan ikke afgøres').click();
    expect(opened.map(({ ids }) => ids)).to.deep.equal([['a', 'b'], ['a'], ['z', 'y']]);
  });

  it('says beside the gaps where next to nothing is in the system asked', () => {
    const box = draw(
      qualityPanel({
        quality,
        asOf,
        gaps: [{ type: 'diagnosis', records: 50, systems: ['ICPC-2'], alike: 1 }],
        openPatients: () => undefined,
        openFilter: () => undefined,
        ui,
      }),
    );
    expect(wordsOf(box)).to.contain(da.quality.gaps);
    expect(wordsOf(box)).to.contain('50 diagnoser, kun 1 ligner ICPC-2');
  });

  it('opens the members behind each number of a column', () => {
    const box = panel(quality);
    const mmse = quality.items.find(({ item }) => item.id === 'mmse')!;
    buttonSaying(box, 'MMSE: ingen registreret').click();
    expect(filters).to.deep.equal([mmse.filters.none]);
    const label = buttonSaying(box, 'MMSE: ingen registreret').getAttribute('aria-label');
    expect(label).to.contain(String(mmse.counts.none));
  });

  it('opens those who carry a marker, and those of whom nobody can say', () => {
    const undecided = ['x', 'y'];
    const [first, ...rest] = quality.markers;
    const box = panel({ ...quality, markers: [{ ...first!, undecided }, ...rest] });
    buttonSaying(box, 'Antipsykotika ved demens: sat').click();
    expect(opened[0]?.ids).to.equal(first!.set);
    buttonSaying(box, 'Antipsykotika ved demens: kan ikke afgøres').click();
    expect(opened[1]?.ids).to.equal(undecided);
  });

  it('a number that opens nobody is no button', () => {
    for (const button of panel(quality).querySelectorAll('td button'))
      expect(button.textContent.trim()).not.to.equal('0');
  });

  it('says in words what is out of date, missing, nearly empty', () => {
    const [type] = quality.coverage.filter(({ isAsked }) => isAsked);
    const [item] = quality.items;
    const box = panel({
      ...quality,
      coverage: [
        { ...type!, state: 'available', freshness: { state: 'stale' } },
        { ...type!, state: 'missing' },
      ],
      sources: [],
      undecided: [],
      rejected: [],
      items: [
        {
          ...item!,
          gap: 'missing',
          counts: { value: 0, none: 9, unknown: 1, 'not-asked': 0 },
        },
        {
          ...item!,
          gap: 'undecided',
          counts: { value: 0, none: 1, unknown: 9, 'not-asked': 0 },
        },
      ],
    });
    const flags = [...box.querySelectorAll('.chip')].map((chip) => chip.textContent.trim());
    expect(flags).to.deep.equal(['forældet', 'ingen adgang', 'næsten tom', 'kan ikke afgøres']);
    expect(wordsOf(box)).to.not.contain('ingen adgang,');
    expect(wordsOf(box)).to.contain(da.quality.allDecided).and.to.contain(da.quality.allRead);
  });
});

describe('the filter of a column with many codes', () => {
  const all = Array.from({ length: 500 }, (_, index) => ({
    value: `A${index}`,
    text: `Lægemiddel ${index}`,
    count: 1,
  }));

  function panel(find = '') {
    const changed: Filter[] = [];
    const box = draw(
      html`<div class="panel">
        ${filterPanel({
          title: 'Medicin',
          kind: 'choices',
          filter: { columnId: 'item:medicin', any: ['A499'] },
          choices: { all, of: 1234, find, search: () => undefined },
          states: [],
          nameState: String,
          undecided: 0,
          change: (filter) => changed.push(filter),
          ui,
        })}
      </div>`,
      [panelStyles, virtualListStyles],
    );
    return { box, changed };
  }
  const lines = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('.lines li')];

  it('offers every one, tells their places, and draws those near the view', async () => {
    const { box, changed } = panel();
    await until('the first', () => lines(box).length > 5);
    expect(lines(box).length).to.be.lessThan(100);
    expect(lines(box)[0]?.getAttribute('aria-setsize')).to.equal('500');
    const scroller = box.querySelector<HTMLElement>('.lines')!;
    // The height is guessed until the lines on the way are measured.
    const last = await until('the last', () => {
      scroller.scrollTop = scroller.scrollHeight;
      return lines(box).find((line) => line.getAttribute('aria-posinset') === '500');
    });
    expect(last.querySelector('input')?.checked).to.equal(true);
    last.querySelector('input')?.click();
    expect(changed).to.deep.equal([{ columnId: 'item:medicin', any: [] }]);
  });

  it('finds some by their text, and keeps the chosen ones in sight', () => {
    const { box } = panel('middel 12');
    expect(lines(box).map((line) => wordsOf(line).trim())).to.have.length(12);
    expect(lines(box).at(-1)?.textContent).to.contain('Lægemiddel 499');
  });
});

describe('the export panel', () => {
  const table = (rows: number, cell: ExportTable['cell'] = (row) => `r${row}`): ExportTable => ({
    title: 'T',
    columns: [{ title: 'Navn', type: 'text' }],
    rows,
    cell,
    info: [],
    language: 'da',
  });
  /** The panel, drawn anew whenever the run has something to say. */
  function panel(run: ExportRun, chosen = 0, first: 'shown' | 'chosen' = 'shown') {
    const asked: string[] = [];
    const parts = () =>
      exportPanel({
        run,
        handedOver: undefined,
        shown: 1480,
        chosen,
        first,
        start: (format, which) => asked.push(`${format} ${which}`),
        ui,
      });
    const box = draw(parts());
    run.subscribe(() => render(parts(), box));
    return { box, asked };
  }

  it('offers what is shown, in two formats', () => {
    const { box, asked } = panel(new ExportRun());
    expect(wordsOf(box)).to.contain('1.480 patienter, som vist på listen');
    expect(box.querySelector('input')).to.equal(null);
    buttonSaying(box, 'CSV').click();
    buttonSaying(box, 'Excel-projektmappe').click();
    expect(asked).to.deep.equal(['csv shown', 'xlsx shown']);
  });

  it('is accessible', async () => {
    await expect(panel(new ExportRun(), 3).box).to.be.accessible();
  });

  it('offers the chosen ones where there are any', () => {
    const { box, asked } = panel(new ExportRun(), 3, 'chosen');
    buttonSaying(box, 'CSV').click();
    box.querySelector<HTMLInputElement>('input[value=shown]')!.click();
    buttonSaying(box, 'CSV').click();
    expect(asked).to.deep.equal(['csv chosen', 'csv shown']);
  });

  it('shows how far it has come, and stops when told to', async () => {
    const run = new ExportRun();
    const { box } = panel(run);
    let seen = '';
    let disabled: string | null = null;
    run.subscribe(() => {
      if (seen || (box.querySelector('progress')?.value ?? 0) === 0) return;
      seen = wordsOf(box);
      disabled = buttonSaying(box, 'CSV').ariaDisabled;
      buttonSaying(box, 'Annullér').click();
    });
    expect(await run.start(table(60_000), 'csv', asOf)).to.equal(undefined);
    expect(seen).to.match(/Skriver [1-9][\d.]* af 60\.000/);
    expect(disabled).to.equal('true');
    expect(wordsOf(box)).to.contain(da.exportPanel.cancelled);
    expect(buttonSaying(box, 'CSV').ariaDisabled).to.equal('false');
  });

  it('says that it is done, and what did not fit', async () => {
    const run = new ExportRun();
    const { box } = panel(run);
    await run.start(
      table(2, () => 'x'.repeat(40_000)),
      'csv',
      asOf,
    );
    expect(wordsOf(box))
      .to.contain('Filen er skrevet: 2 patienter.')
      .and.to.contain('2 tekster er afkortet');
  });

  it('says that it failed', async () => {
    const run = new ExportRun();
    const { box } = panel(run);
    const broken = table(2, () => {
      throw new Error();
    });
    await run.start(broken, 'xlsx', asOf);
    expect(wordsOf(box)).to.contain(da.exportPanel.failed);
  });
});

describe('handing over the file', () => {
  const name = `Patienter med demens ${asOf}.csv`;
  let element: HTMLElement;
  let saved: HTMLAnchorElement[];
  const { click } = HTMLAnchorElement.prototype;
  beforeEach(() => {
    element = document.createElement('div');
    document.body.append(element);
    saved = [];
    // A real file would be saved to whoever runs the tests.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this);
    };
  });
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  it('offers it to the host, who may take it', async () => {
    let taken: CustomEvent<{ file: Blob; name: string }> | undefined;
    element.addEventListener('overblik-export', (event) => {
      taken = event;
      event.preventDefault();
    });
    await exportList(element, new ExportRun(), listed(), 'csv');
    expect(taken?.detail.name).to.equal(name);
    expect(taken?.composed && taken.bubbles).to.equal(true);
    expect(await taken?.detail.file.text()).to.contain('Forbehold');
    expect(saved).to.deep.equal([]);
  });

  it('is saved by the browser otherwise, without leaving the page', async () => {
    await exportList(element, new ExportRun(), listed(), 'csv');
    const [link] = saved;
    expect([saved.length, link?.download]).to.deep.equal([1, name]);
    expect(link?.isConnected).to.equal(false);
    const text = await (await fetch(link!.href)).text();
    expect(text.split('\r\n').length).to.equal(listed().rows.length + 2);
  });

  it('holds only the chosen ones', async () => {
    const whole = listed();
    const id = whole.list.idAt(whole.rows[3]!);
    const rows = chosenRows(whole.list, whole.view, new Set([id]));
    await exportList(element, new ExportRun(), { ...whole, rows, isChosen: true }, 'csv');
    const text = await (await fetch(saved[0]!.href)).text();
    expect(text.split('\r\n').length).to.equal(3);
    expect(text).to.contain(whole.list.patientAt(rows[0]!).name);
  });
});

describe('the printed list', () => {
  const millimetre = 96 / 25.4;
  const sizeOf = (element: Element | null) => element!.getBoundingClientRect();

  async function printed(what: ListedPopulation): Promise<HTMLElement> {
    const box = draw(printedList(what, ui, await preparePrint(what)));
    box.style.inlineSize = '277mm';
    return box;
  }

  it('tells profile, version, date, filters, order and coverage', async () => {
    const filters = [{ columnId: 'item:mmse', max: 20 }];
    const words = wordsOf(await printed(listed({ view: { filters } })));
    for (const part of [
      `Version: ${demens.version}`,
      'Opgjort pr.: 24. nov. 2026',
      'Filtre: MMSE: til 20',
      'Rækkefølge: mest sårbare først',
      'Datadækning: Medicin: FMK, fra 1. jan. 2011',
    ])
      expect(words).to.contain(part);
  });

  /** The sizes of all texts, in points. */
  const sizesIn = (box: Element) =>
    [...box.querySelectorAll('*')]
      .filter(({ childNodes }) =>
        [...childNodes].some((node) => node instanceof Text && node.data.trim()),
      )
      .map((each) => parseFloat(getComputedStyle(each).fontSize) * 0.75);

  it('has every row, a box to tick and room to write, within the page, and nothing under 8 points', async () => {
    const what = listed();
    const box = await printed(what);
    const rows = [...box.querySelectorAll('tbody tr')];
    expect(rows.length).to.equal(what.rows.length);
    expect(box.querySelectorAll('.tick').length).to.equal(rows.length);
    // Row by row the last cell is for notes.
    expect(sizeOf(rows[0]!.lastElementChild).width / millimetre).to.be.at.least(35);
    for (const row of rows) expect(sizeOf(row).height / millimetre).to.be.at.least(6.7);
    expect(sizeOf(box.querySelector('table')).width / millimetre).to.be.below(277.5);
    expect(Math.min(...sizesIn(box))).to.be.at.least(7.99);
  });

  it('takes few lines a row: 22 patients and more stand on a page', async () => {
    const box = await printed(listed());
    const heights = [...box.querySelectorAll('tbody tr')].map((row) => sizeOf(row).height);
    const mean = heights.reduce((sum, each) => sum + each, 0) / heights.length;
    const [head, foot] = ['thead', 'tfoot'].map((part) => sizeOf(box.querySelector(part)).height);
    expect((194 * millimetre - head! - foot!) / mean).to.be.at.least(22);
    // One line of head: no taller than one of the foot, but for its line.
    expect(head! / millimetre).to.be.below(5.5);
  });

  it('a short list has room to write too', async () => {
    const what = listed();
    const few = what.columns.filter(({ kind }) => kind === 'cpr' || kind === 'name');
    const box = await printed({ ...what, columns: few });
    expect(box.querySelector('.others')).to.equal(null);
    expect(sizeOf(box.querySelector('.notes')).width / millimetre).to.be.at.least(40);
    for (const row of box.querySelectorAll('tbody tr'))
      expect(sizeOf(row).height / millimetre).to.be.at.least(6.7);
  });

  it('leaves out columns that say the same of everybody, and says so', async () => {
    const model = new PopulationModel();
    const adapter = adapterWith({ missing: ['result'] });
    await model.update({ adapter, profiles: [demens], asOf });
    const what = listed({ from: model.state.loaded! });
    const [mmse, coming] = (['result', 'appointment'] as const).map((type) =>
      what.columns.find(({ item }) => item?.type === type)!,
    );
    const box = await printed({
      ...what,
      columns: [...what.columns.filter(({ kind }) => kind === 'cpr'), mmse!],
    });
    expect(box.querySelector('thead')!.textContent).not.to.contain('MMSE');
    // What nobody can say is a doubt, and no emptiness.
    expect(wordsOf(box.querySelector('.doubts')!)).to.contain(
      'Kan ikke afgøres for nogen af de viste: MMSE',
    );
    const rows = what.rows as Uint32Array;
    const none = rows.filter((row) => what.list.cell(row, coming!).tone === 'missing');
    const empty = await printed({ ...what, rows: none.slice(0, 3), columns: [coming!] });
    expect(wordsOf(empty)).to.contain(`Intet hos nogen af de viste: ${what.titleOf(coming!)}`);
    expect(empty.querySelector('thead')!.textContent).not.to.contain(what.titleOf(coming!));
  });

  it('says how grave each reason is in a word', async () => {
    const what = listed();
    const box = await printed(what);
    for (const group of box.querySelectorAll('.grave')) {
      const said = { critical: 'Alvorlig', warning: 'Obs.', info: 'Info' };
      const level = Object.keys(said).find((each) => group.classList.contains(each));
      if (level)
        expect(group.querySelector('b')!.textContent).to.equal(said[level as keyof typeof said]);
    }
    expect(box.querySelectorAll('.grave.critical').length).to.be.above(0);
  });

  it('cuts nothing: long words and names take more lines within the page', async () => {
    const what = listed();
    const first = what.list.patientAt(what.rows[0]!);
    const { name } = first;
    Object.assign(first, { name: `${'Wilhelmine-'.repeat(9)}${'x'.repeat(80)}` });
    const box = await printed(what);
    Object.assign(first, { name });
    expect(sizeOf(box.querySelector('table')).width / millimetre).to.be.below(277.5);
    for (const cell of box.querySelectorAll('td'))
      expect(cell.scrollWidth).to.be.at.most(cell.clientWidth + 1);
  });

  it('repeats heads and foot on every page', async () => {
    const box = await printed(listed());
    const display = (part: string) => getComputedStyle(box.querySelector(part)!).display;
    expect([display('thead'), display('tfoot')]).to.deep.equal([
      'table-header-group',
      'table-footer-group',
    ]);
    expect(wordsOf(box.querySelector('tfoot')!)).to.contain(
      `Patienter med demens · version ${demens.version} · pr. 24. nov. 2026`,
    );
  });

  it('says of each undecided marker that it is, and drops no column', async () => {
    const model = new PopulationModel();
    const adapter = adapterWith({ missing: ['medication'] });
    await model.update({ adapter, profiles: [demens], asOf });
    const made = listed({ from: model.state.loaded! });
    // Those that are one step away too.
    const what = { ...made, columns: made.list.columns };
    const { markers } = what.list.row(what.rows[0]!);
    expect(markers.some(({ truth }) => truth === 'unknown')).to.equal(true);
    const box = await printed(what);
    const reasons = [...box.querySelectorAll('tbody tr:first-child .reason')].map((reason) =>
      wordsOf(reason.closest<HTMLElement>('.grave')!).startsWith('Kan ikke afgøres'),
    );
    expect(reasons).to.deep.equal(markers.map(({ truth }) => truth === 'unknown'));
    for (const { item } of what.columns)
      if (item) expect(wordsOf(box)).to.contain(textIn(item.title, 'da'));
  });

  it('says of what nothing came, and that the load was cut short; else neither', async () => {
    const more: Partial<ListedPopulation> = {
      gaps: [{ type: 'diagnosis', records: 142_000, systems: ['SKS'] }],
      problems: [{ kind: 'cut-short', received: 3000, expected: 7012 }],
    };
    const words = wordsOf(await printed({ ...listed(), ...more }));
    expect(words)
      .to.contain('142.000 diagnoser, ingen i SKS.')
      .and.to.contain('Kun 3.000 af 7.012 patienter er hentet.');
    expect(wordsOf(await printed(listed()))).not.to.match(/ingen i|er hentet/);
  });

  it('holds status and note of the round', async () => {
    const [id] = shown.population.members;
    const statuses = new Map([[id!, { status: 'to-follow-up', note: 'Ring til datter' } as const]]);
    const words = wordsOf(await printed(listed({ statuses })));
    expect(words).to.contain('Til opfølgning').and.to.contain('Ring til datter');
  });

  it('the undecided are printed as such, with what is missing', async () => {
    const what = listed({ tab: 'undecided' });
    const box = await printed(what);
    expect(box.querySelector('h1')?.textContent).to.contain('Kan ikke afgøres');
    expect(wordsOf(box)).to.contain(what.list.row(what.rows[0]!).why.lines[0]!);
  });

  it('a page’s own print does not wait', async () => {
    const what = listed();
    const waiting = await printed(what);
    expect(wordsOf(draw(printedList(what, ui)))).to.equal(wordsOf(waiting));
  });

  it('can be stopped while it is prepared', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const preparing = preparePrint(listed(), {
      signal: stop.signal,
      onProgress: (done) => {
        told.push(done);
        stop.abort();
      },
    });
    let refused: unknown;
    await preparing.catch((error: unknown) => (refused = error));
    expect((refused as Error).name).to.equal('AbortError');
    expect(told.length).to.equal(1);
  });
});
