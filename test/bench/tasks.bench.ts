/**
 * The longest task of the page while one patient with very many records is opened in the cockpit, and while a list is
 * loaded, drawn, sorted, filtered, searched, counted, exported and
 * changed for another profile: for so long the page answers nobody. Everything is done on a list that was drawn a
 * moment ago, before anything is made ready, but for what says otherwise.
 */
import { BenchPage, buildOwnPage, servePages } from './list/browser.ts';
import type { Suite } from './suite.ts';
import type { PageTask } from './tasks/trace.ts';
import type {} from './tasks/page.ts';

interface Deed {
  readonly name: string;
  /** Whether the list is one that nobody has looked at yet. */
  readonly isFresh?: boolean;
  readonly run: (page: BenchPage) => Promise<void>;
}

const look = (name: string, change: object): Deed => ({
  name,
  isFresh: true,
  run: (page) => page.ask((view) => window.tasks.look(view), change),
});
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const deeds: readonly Deed[] = [
  { name: 'load', run: (page) => page.ask(() => window.tasks.load()) },
  { name: 'rest', run: () => rest(8000).then(() => undefined) },
  { name: 'another profile', run: (page) => page.ask(() => window.tasks.turnProfile()) },
  look('sort by name', { sort: [{ columnId: 'name', descending: false }] }),
  look('sort by number', { sort: [{ columnId: 'item:hba1c', descending: true }] }),
  look('sort by texts', { sort: [{ columnId: 'item:medication', descending: false }] }),
  look('filter by name', { filters: [{ columnId: 'name', contains: 'ØRKEN' }] }),
  look('filter by number', { filters: [{ columnId: 'item:hba1c', min: 75, max: 99 }] }),
  look('filter by code', { filters: [{ columnId: 'item:diagnosis', any: ['T90'] }] }),
  look('one filter is enough', {
    filters: [
      { columnId: 'item:hba1c', min: 75, max: 99 },
      { columnId: 'item:diagnosis', any: ['T90'] },
    ],
    match: 'any',
  }),
  look('in groups', { group: 'practitioner' }),
  look('search', { query: 'ørken' }),
  {
    name: 'values of a column',
    isFresh: true,
    run: (page) => page.ask(() => window.tasks.openValues('Diagnose')),
  },
  { name: 'CSV', isFresh: true, run: (page) => page.ask(() => window.tasks.export('csv')) },
  { name: 'XLSX', run: (page) => page.ask(() => window.tasks.export('xlsx')) },
  { name: 'load with rounds', run: (page) => page.ask(() => window.tasks.loadRounds()) },
  { name: 'status of one', run: (page) => page.ask(() => window.tasks.markOne()) },
  { name: 'status of all', run: (page) => page.ask(() => window.tasks.markAll()) },
];

/** What is done in a page with one patient of very many records. */
const cockpitDeeds: readonly Deed[] = [
  { name: 'cockpit', run: (page) => page.ask(() => window.tasks.openCockpit()) },
  { name: 'earlier day', run: (page) => page.ask(() => window.tasks.seeEarlier()) },
  { name: 'list of that patient', run: (page) => page.ask(() => window.tasks.listOne()) },
];

const suite: Suite = {
  name: 'tasks',
  help: [
    '--sizes 10000,100000,1000000   patients of the list; 0 for none',
    '--records 1000,10000,100000    medicines of one patient, and as many results; 0 for none',
    '--rounds 3                     browsers; the best of them counts, as others disturb',
    '--deeds load,search            only these, and what has to go before',
    '--against <another checkout>   that one is measured, and not this',
    '--limit 300                    seconds for one deed',
    '--profiles                     of the processor, in .build/bench/list/<deed>-<patients>.cpuprofile',
  ],
  async run({ options, checkouts, show, say }) {
    const numbers = (text: string) => {
      const found = text.split(',').map(Number);
      if (found.some((each) => !(each >= 0))) throw new Error(`Not understood: ${text}.`);
      return found.filter((each) => each > 0);
    };
    const sizes = numbers(options.sizes ?? '10000,100000,1000000');
    const records = numbers(options.records ?? '1000,10000,100000');
    const wanted = options.deeds?.split(',');
    const isReadable = options.profiles !== undefined;
    await buildOwnPage('tasks', './tasks/page.ts', checkouts.before ?? checkouts.here, isReadable);
    const served = await servePages();
    const url = `${served.url}/tasks.html`;
    const limit = Number(options.limit ?? 300) * 1000;
    const measure = async (
      counts: readonly number[],
      all: readonly Deed[],
      prepare: (page: BenchPage, count: number) => Promise<void>,
    ): Promise<Longest> => {
      const longest: Longest = {};
      const [first] = all;
      for (const count of counts)
        for (let round = 1; round <= Number(options.rounds ?? 3); round++) {
          const page = await BenchPage.open(url, limit, 800);
          try {
            await prepare(page, count);
            for (const { name, isFresh, run } of all) {
              if (wanted && !wanted.includes(name) && name !== first?.name) continue;
              if (isFresh) await page.ask(() => window.tasks.turnProfile());
              const start = performance.now();
              const file = options.profiles ? `${name}-${count}` : undefined;
              const tasks = await page.tasksDuring(() => run(page), file);
              const found = longestOf(tasks);
              const best = (longest[name] ??= {})[count];
              longest[name][count] = {
                cpu: Math.min(best?.cpu ?? Infinity, found.cpu),
                ms: Math.min(best?.ms ?? Infinity, found.ms),
              };
              const took = (performance.now() - start).toFixed(0);
              const sum = tasks.reduce((total, { cpu }) => total + cpu, 0).toFixed(0);
              const over = tasks
                .filter(({ cpu }) => cpu > 50)
                .map(({ cpu, gc }) => `${cpu.toFixed(0)} (garbage ${gc.toFixed(0)})`);
              say(
                `${count}, round ${round}, ${name}: ${found.cpu.toFixed(0)} (${found.ms.toFixed(0)}) of ${sum} (${took}) ms${over.length > 0 ? `; over 50: ${over.join(', ')}` : ''}`,
              );
            }
          } finally {
            await page.close();
          }
        }
      return longest;
    };
    let longest: Longest = {};
    let ofOne: Longest = {};
    try {
      ofOne = await measure(records, cockpitDeeds, (page, count) =>
        page.ask((each) => window.tasks.prepareCockpit(each), count),
      );
      longest = await measure(sizes, deeds, (page, count) =>
        page.ask((each) => window.tasks.prepare(each), count),
      );
    } finally {
      served.close();
    }
    const table = (title: string, counts: readonly number[], found: Longest, note: string) =>
      show({
        title,
        columns: ['', ...counts.map((count) => count.toLocaleString('en'))],
        rows: Object.entries(found).map(([name, byCount]) => [
          name,
          ...counts.map((count) => {
            const each = byCount[count];
            return each ? `${each.cpu.toFixed(0)} (${each.ms.toFixed(0)})` : '–';
          }),
        ]),
        notes: [
          note,
          'Milliseconds of the processor, in brackets on the clock: the best of all rounds.',
        ],
      });
    if (records.length > 0)
      table(
        'The longest task with one patient',
        records,
        ofOne,
        'So many medicines, and as many results.',
      );
    if (sizes.length > 0)
      table(
        'The longest task of the list',
        sizes,
        longest,
        'Patients. All of it runs on the page.',
      );
    return { longest, ofOne };
  },
};
export default suite;

/** By deed and count. */
type Longest = Record<string, Record<number, { cpu: number; ms: number }>>;

function longestOf(tasks: readonly PageTask[]): { readonly cpu: number; readonly ms: number } {
  const most = (each: 'cpu' | 'ms') => tasks.reduce((top, task) => Math.max(top, task[each]), 0);
  return { cpu: most('cpu'), ms: most('ms') };
}
