/**
 * The files that a datum passes are those that are drawn (`stories/docs/architecture.mdx`): a record on its way from the
 * adapter to its cell, and a click on a status on its way to the round and back. What passes the datum tells where it
 * is: the stack when it is read, or handed on. Nothing stands in for anything.
 */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter } from '../../src/define.ts';
import { memoryAdapter } from '../../src/adapter/index.ts';
import { finish } from '../../src/engine/index.ts';
import { EvaluatedPatient } from '../../src/engine/reference/evaluated-patient.ts';
import { Dictionary } from '../../src/engine/store/dictionary.ts';
import { PopulationList } from '../../src/model/index.ts';
import { PopulationRow } from '../../src/model/list/rows/row.ts';
import { RoundDraft } from '../../src/model/rounds/draft.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { cell, clickOn, field, grid, name, panel, placeList, rows } from './list.ts';
import { asOf, demens, inside, until } from './stage.ts';

/** Each with a medicine of its own; of so many not everyone is looked at for the widths of the columns. */
const patients = Array.from({ length: 200 }, (_, index) => ({
  patient: {
    id: `p${index}`,
    name: `Navn ${index}`,
    birthDate: '1940-01-01',
    sex: 'female' as const,
  },
  diagnoses: [{ code: 'P70', from: '2020-01-01' }],
  medications: [{ code: 'N06DA02', text: 'Donepezil', from: '2021-01-01' }],
}));

/** One item, of medicines: nothing else reads their records. */
const profile = {
  ...demens,
  ...{ markers: [], indicators: [] },
  population: { include: { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } } },
  information: [
    {
      ...{ id: 'medicin', type: 'medication', title: { da: 'Medicin' }, show: 'list' },
      codes: { system: 'ATC', include: ['N06D'] },
    },
  ],
};

/** What drives others or keeps anything whatever, and knows of no datum. */
const driven = [
  ...['engine/steps', 'record/steps', 'model/memo', 'model/sliced-work', 'model/store'],
  ...['elements/grid/grid', 'elements/grid/row-layout', 'elements/grid/viewport'],
  ...['elements/population/element', 'elements/population/controllers/list'],
  ...['elements/shared/language', 'elements/shared/time-slice'],
].map((file) => `src/${file}.ts`);

/** Stacks in which something was seen, while anybody looks. */
let stacks: string[] = [];
const look = () => void stacks.push(new Error().stack ?? '');

/** Looks whenever a method is called, which does what it does. */
function watch<Of extends object>(of: Of, name: keyof Of, seen?: (self: Of) => void): void {
  const method = of[name] as (...given: unknown[]) => unknown;
  function watched(this: Of, ...given: unknown[]): unknown {
    look();
    seen?.(this);
    return method.apply(this, given);
  }
  of[name] = watched as Of[keyof Of];
  undo.push(() => (of[name] = method as Of[keyof Of]));
}

const undo: (() => void)[] = [];
const { stackTraceLimit } = Error;
before(() => (Error.stackTraceLimit = Infinity));
after(() => (Error.stackTraceLimit = stackTraceLimit));
afterEach(() => {
  for (const each of undo.splice(0)) each();
  stacks = [];
});

/** The same object, that looks when a field of it is read. */
function telling<Of extends object>(of: Of, field: keyof Of & string): Of {
  const value = of[field];
  return Object.defineProperty(of, field, {
    ...{ enumerable: true, configurable: true },
    get() {
      look();
      return value;
    },
  });
}

/** A list that looks when anything of it is read. */
function tellingList<Item>(list: Item[]): Item[] {
  return new Proxy(list, {
    get(of, key, self) {
      look();
      return Reflect.get(of, key, self) as unknown;
    },
  });
}

/** The files of a table in the docs, below its heading. */
async function drawnBelow(heading: string): Promise<readonly string[]> {
  const page = await (await fetch('/stories/docs/architecture.mdx')).text();
  const [, part = ''] = page.split(`\n${heading}`);
  const [table = ''] = part.split('\n#');
  return [...table.matchAll(/^\| `(\S+\.ts)` /gm)].map(([, file]) => `src/${file}`).sort();
}

/** The files of `src` whose functions were under way in the stacks that were seen; what only waited for them is none. */
async function filesSeen(
  wanted: (files: readonly string[]) => boolean = () => true,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const stack of new Set(stacks)) {
    const places = stack
      .split('\n')
      .filter((line) => !line.includes(' async '))
      .flatMap((line) => {
        const [, url, number] = /\(?(http[^\s()]+):(\d+):\d+\)?$/.exec(line) ?? [];
        return url ? [{ url, line: Number(number) }] : [];
      });
    const files = await Promise.all(places.map(({ url, line }) => fileAt(url, line)));
    const own = files.filter((file) => file.startsWith('src/') && !driven.includes(file));
    if (wanted(own)) for (const file of own) found.add(file);
  }
  return found;
}

const sources = new Map<string, Promise<readonly string[]>>();

/** The file that a line of a bundle comes from: its name stands before what came from it. */
async function fileAt(url: string, line: number): Promise<string> {
  let source = sources.get(url);
  if (!source) {
    source = fetch(url).then(async (answer) => (await answer.text()).split('\n'));
    sources.set(url, source);
  }
  const lines = await source;
  for (let at = line - 1; at >= 0; at--) {
    const [, file] = /^\/\/ (\S+\.(?:ts|js))$/.exec(lines[at] ?? '') ?? [];
    if (file) return file;
  }
  return url;
}

/** Watches what a method answers: whoever reads a field of it is seen. */
function watchAnswer<Of extends object>(of: Of, name: keyof Of, field: string): void {
  const method = of[name] as (...given: unknown[]) => object;
  function watched(this: Of, ...given: unknown[]): object {
    return telling(method.apply(this, given) as Record<string, unknown>, field);
  }
  of[name] = watched as Of[keyof Of];
  undo.push(() => (of[name] = method as Of[keyof Of]));
}

/** An adapter of which each batch, each patient's list and each record tells who reads it. */
function tellingAdapter(): ClinicAdapter {
  const known = { available: true };
  const inner = memoryAdapter({
    description: { name: 'K', coverage: { diagnosis: known, medication: known } },
    patients: patients.map(({ medications, ...rest }) =>
      telling(
        {
          ...rest,
          medications: tellingList(medications.map((each) => telling({ ...each }, 'from'))),
        },
        'medications',
      ),
    ),
  });
  return {
    ...inner,
    rounds: faultyRounds([]),
    records(request, signal) {
      const batches = inner.records!(request, signal)[Symbol.asyncIterator]();
      return {
        [Symbol.asyncIterator]: () => ({
          async next() {
            const step = await batches.next();
            return step.done ? step : telling({ ...step }, 'value');
          },
        }),
      };
    },
  };
}

const rowElement = 'src/elements/grid/row-element.ts';
const listing = 'src/elements/population/listing.ts';
const changeRound = 'src/elements/shared/change-round.ts';
const onTheGrid = (files: readonly string[]) => files.includes(rowElement);

it('a record passes the files that are drawn, and no others', async () => {
  let dictionary: Dictionary | undefined;
  watch(Dictionary.prototype, 'detailOf', (self) => (dictionary = self));
  const list = await placeList(
    { adapter: tellingAdapter(), asOf, profiles: [profile] },
    { width: 1500, height: 900 },
  );
  const way = await filesSeen();
  // Where the watch itself stands.
  way.add('src/engine/store/dictionary.ts');
  stacks = [];
  // The rows further down are read off the columns as they come into view.
  for (const detail of dictionary!.details) if (detail.text) telling(detail, 'text');
  watchAnswer(EvaluatedPatient.prototype, 'cell', 'records');
  watchAnswer(PopulationList.prototype, 'cell', 'tone');
  const scroller = inside(grid(list), '.scroller')!;
  scroller.scrollTop = scroller.scrollHeight;
  await until('the last rows', () => rows(list).some((row) => name(list, row) === 'Navn 199'));
  for (const file of await filesSeen(onTheGrid)) way.add(file);
  expect([...way].sort()).to.deep.equal(await drawnBelow('### A record'));
});

it('a click on a status passes the files that are drawn, and no others', async () => {
  let rowsOf: PopulationList | undefined;
  watch(PopulationList.prototype, 'cell', (self) => (rowsOf = self));
  const list = await placeList(
    { adapter: tellingAdapter(), asOf, profiles: [profile] },
    { width: 1500, height: 900 },
  );
  await until('the round', () => list.round?.state.phase === 'ready');
  // What is made ready in quiet moments is there, and follows what is said.
  finish(rowsOf!.prepareAll(list.view!));
  await clickOn(cell(list, rows(list)[1], 'Status'));
  const open = await until('the panel', () => panel(list));
  watch(RoundDraft.prototype, 'change');
  watchAnswer(RoundDraft.prototype, 'member', 'status');
  watch(PopulationRow.prototype, 'forget');
  watchAnswer(PopulationList.prototype, 'cell', 'tone');
  undo.push(list.round!.subscribe(look));
  stacks = [];
  await clickOn(field(open, 'Gennemgået').closest('label'));
  await until('the dot', () => rows(list)[1]?.querySelector('[data-kind=reviewed]'));
  const isOnTheWay = (files: readonly string[]) =>
    [changeRound, listing, rowElement].some((file) => files.includes(file));
  expect([...(await filesSeen(isOnTheWay))].sort()).to.deep.equal(
    await drawnBelow('### A click on a status'),
  );
});
