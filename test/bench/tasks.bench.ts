/**
 * The longest task of the page while a list is loaded, drawn, sorted, filtered, searched, counted, exported and
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
  look('search', { query: 'ørken' }),
  {
    name: 'values of a column',
    isFresh: true,
    run: (page) => page.ask(() => window.tasks.openValues('Diagnose')),
  },
  { name: 'CSV', isFresh: true, run: (page) => page.ask(() => window.tasks.export('csv')) },
  { name: 'XLSX', run: (page) => page.ask(() => window.tasks.export('xlsx')) },
];

const suite: Suite = {
  name: 'tasks',
  help: [
    '--sizes 10000,100000,1000000   patients',
    '--rounds 3                     browsers; the best of them counts, as others disturb',
    '--deeds load,search            only these, and what has to go before',
    '--against <another checkout>   that one is measured, and not this',
    '--limit 300                    seconds for one deed',
    '--profiles                     of the processor, in .build/bench/list/<deed>-<patients>.cpuprofile',
  ],
  async run({ options, checkouts, show, say }) {
    const sizes = (options.sizes ?? '10000,100000,1000000').split(',').map(Number);
    const wanted = options.deeds?.split(',');
    if (sizes.some((size) => !(size > 0))) throw new Error(`Not understood: ${options.sizes}.`);
    const isReadable = options.profiles !== undefined;
    await buildOwnPage('tasks', './tasks/page.ts', checkouts.before ?? checkouts.here, isReadable);
    const served = await servePages();
    const longest: Record<string, Record<number, { cpu: number; ms: number }>> = {};
    const url = `${served.url}/tasks.html`;
    const limit = Number(options.limit ?? 300) * 1000;
    try {
      for (const size of sizes)
        for (let round = 1; round <= Number(options.rounds ?? 3); round++) {
          const page = await BenchPage.open(url, limit, 800);
          try {
            await page.ask((count) => window.tasks.prepare(count), size);
            for (const { name, isFresh, run } of deeds) {
              const isWanted = !wanted || wanted.includes(name);
              if (!isWanted && name !== 'load') continue;
              if (isFresh) await page.ask(() => window.tasks.turnProfile());
              const start = performance.now();
              const file = options.profiles ? `${name}-${size}` : undefined;
              const tasks = await page.tasksDuring(() => run(page), file);
              const found = longestOf(tasks);
              const best = (longest[name] ??= {})[size];
              longest[name][size] = {
                cpu: Math.min(best?.cpu ?? Infinity, found.cpu),
                ms: Math.min(best?.ms ?? Infinity, found.ms),
              };
              const took = (performance.now() - start).toFixed(0);
              const all = tasks.reduce((sum, { cpu }) => sum + cpu, 0).toFixed(0);
              const over = tasks.filter(({ cpu }) => cpu > 50).map(({ cpu }) => cpu.toFixed(0));
              say(
                `${size}, round ${round}, ${name}: ${found.cpu.toFixed(0)} (${found.ms.toFixed(0)}) of ${all} (${took}) ms${over.length > 0 ? `; over 50: ${over.join(', ')}` : ''}`,
              );
            }
          } finally {
            await page.close();
          }
        }
    } finally {
      served.close();
    }
    show({
      title: 'The longest task of the page (ms of the processor, in brackets on the clock)',
      columns: ['', ...sizes.map((size) => size.toLocaleString('en'))],
      rows: Object.entries(longest).map(([name, bySize]) => [
        name,
        ...sizes.map((size) => {
          const found = bySize[size];
          return found ? `${found.cpu.toFixed(0)} (${found.ms.toFixed(0)})` : '–';
        }),
      ]),
      notes: ['The best of all rounds. All of it runs on the page.'],
    });
    return { longest };
  },
};
export default suite;

function longestOf(tasks: readonly PageTask[]): { readonly cpu: number; readonly ms: number } {
  const most = (each: 'cpu' | 'ms') => tasks.reduce((top, task) => Math.max(top, task[each]), 0);
  return { cpu: most('cpu'), ms: most('ms') };
}
