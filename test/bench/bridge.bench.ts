/**
 * A clinic over the bridge in a real Chromium: the longest task of the page's main thread while it comes, and how soon a
 * call that is cancelled in the midst is let go. The host is a worker, which is a program beside the page; or the page
 * itself, as a frame of the same site has it, so that what the host does is in the same tasks.
 */
import { BenchPage, buildOwnPage, servePages } from './list/browser.ts';
import type { Suite } from './suite.ts';
import type { PageTask } from './tasks/trace.ts';
import type { Cancelled, Where } from './bridge/page.ts';
import type {} from './bridge/host.ts';

const places: readonly Where[] = ['in a worker', 'in the page itself', 'without a bridge'];

const suite: Suite = {
  name: 'bridge',
  help: [
    '--size 7012      patients of the clinic, of all their record types',
    '--cancels 50     calls that are cancelled in the midst',
    '--rounds 3       browsers; the best of them counts, as others disturb',
    '--limit 300      seconds for one deed',
  ],
  async run({ options, checkouts, show, say }) {
    const size = Number(options.size ?? 7012);
    const cancels = Number(options.cancels ?? 50);
    const checkout = checkouts.before ?? checkouts.here;
    await buildOwnPage('bridge', './bridge/page.ts', checkout, false);
    await buildOwnPage('bridge-host', './bridge/host.ts', checkout, false);
    const served = await servePages();
    const found: Record<string, Measured> = {};
    try {
      for (const where of places)
        for (let round = 1; round <= Number(options.rounds ?? 3); round++) {
          const limit = Number(options.limit ?? 300) * 1000;
          const page = await BenchPage.open(`${served.url}/bridge.html`, limit, 800);
          try {
            await page.ask((each) => window.bridge.prepare(each), { size, where });
            let patients = 0;
            let rows = 0;
            const start = performance.now();
            const reading = await page.tasksDuring(async () => {
              patients = await page.ask(() => window.bridge.read());
            });
            const read = performance.now() - start;
            const loading = await page.tasksDuring(async () => {
              rows = await page.ask(() => window.bridge.load());
            });
            const took = performance.now() - start - read;
            if (patients !== size) throw new Error(`${patients} of ${size} came.`);
            const cancelled: Cancelled[] = [];
            for (let count = 0; count < cancels; count++)
              cancelled.push(await page.ask((after) => window.bridge.cancel(after), count % 8));
            const last = (key: keyof Cancelled) => Math.max(...cancelled.map((each) => each[key]));
            const now: Measured = {
              read: longestOf(reading, 'cpu'),
              readMs: longestOf(reading, 'ms'),
              cpu: longestOf(loading, 'cpu'),
              ms: longestOf(loading, 'ms'),
              page: last('page'),
              host: last('host'),
            };
            const before = found[where];
            found[where] = before ? bestOf(before, now) : now;
            say(
              `${where}, round ${round}: read in ${read.toFixed(0)} ms, longest task ${now.read.toFixed(1)} (${now.readMs.toFixed(0)}); ${rows} on the list after ${took.toFixed(0)}, longest task ${now.cpu.toFixed(0)} (${now.ms.toFixed(0)}); cancelled within ${now.page.toFixed(1)} ms, at the host ${now.host.toFixed(1)} ms`,
            );
          } finally {
            await page.close();
          }
        }
    } finally {
      served.close();
    }
    show({
      title: `A clinic of ${size.toLocaleString('en')} over the bridge`,
      columns: ['the host is', 'reading', 'list', 'cancelled, page', 'cancelled, host'],
      rows: Object.entries(found).map(([where, { read, readMs, cpu, ms, page, host }]) => [
        where,
        `${read.toFixed(1)} (${readMs.toFixed(0)})`,
        `${cpu.toFixed(0)} (${ms.toFixed(0)})`,
        page.toFixed(1),
        host.toFixed(1),
      ]),
      notes: [
        'Milliseconds. The longest task of the page while all is read, and while the list comes, of the processor, in brackets on the clock: the best of all rounds;',
        `the longest of ${cancels} cancelled calls until the page waits no more, and until the host has stopped, likewise.`,
      ],
    });
    return { size, found };
  },
};
export default suite;

interface Measured extends Cancelled {
  readonly read: number;
  readonly readMs: number;
  readonly cpu: number;
  readonly ms: number;
}

function bestOf(one: Measured, other: Measured): Measured {
  const least = (key: keyof Measured) => Math.min(one[key], other[key]);
  return {
    ...{ read: least('read'), readMs: least('readMs'), cpu: least('cpu'), ms: least('ms') },
    ...{ page: least('page'), host: least('host') },
  };
}

function longestOf(tasks: readonly PageTask[], key: 'cpu' | 'ms'): number {
  return tasks.reduce((top, task) => Math.max(top, task[key]), 0);
}
