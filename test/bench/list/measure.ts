import { BenchPage } from './browser.ts';
import type { SubjectFacts } from './subjects.ts';
import type { Filter, Sort } from './subject.ts';

/** What came of one subject with one size. */
export interface Outcome {
  /** By task: one figure a round; of jumps, one a jump. */
  readonly samples: Record<string, number[]>;
  /** By task: why there is no figure. */
  readonly faults: Record<string, string>;
}

export interface Conditions {
  readonly url: string;
  readonly rows: number;
  /** Milliseconds for one task. */
  readonly limit: number;
  /** Where a picture goes, without its ending. */
  readonly picture?: string | undefined;
}

const sorts: Readonly<Record<string, Sort>> = {
  'sort text': { column: 'name', descending: false },
  'sort number': { column: 'hba1c', descending: true },
};
const filters: Readonly<Record<string, Filter>> = {
  'filter text': { column: 'name', contains: 'ØRKEN' },
  'filter number': { column: 'hba1c', atLeast: 75, atMost: 99 },
};
/** Of the wheel: as many times so many pixels. */
const turns = 120;
const turn = 96;
const jumps = 20;

/**
 * One round: a browser of its own, so that nothing is warm that would not be for a user. Adds to the outcome.
 *
 * @returns Whether there is any use in a further round.
 */
export async function measureRound(
  subject: SubjectFacts,
  conditions: Conditions,
  { samples, faults }: Outcome,
): Promise<boolean> {
  const page = await BenchPage.open(conditions.url, conditions.limit, subject.height ?? 800);
  try {
    for (const [task, run] of Object.entries(tasksOf(conditions))) {
      if (subject.cannot?.[task]) continue;
      const why = await failureOf(async () => {
        for (const [name, figures] of Object.entries(await run(page)))
          (samples[name] ??= []).push(...figures);
      });
      if (why) faults[task] = page.troubles[0] ? `${why} (${page.troubles[0]})` : why;
      // A page that is still busy, or gone, answers nothing more.
      if (why && (isFinal(why) || task === 'first rows')) return false;
    }
    return true;
  } finally {
    await page.close();
  }
}

export const isFinal = (why: string): boolean => /^(over \d|out of memory)/.test(why);

type Task = (page: BenchPage) => Promise<Readonly<Record<string, readonly number[]>>>;

/** In the order they are run in a page; their figures go by the names in the tables. */
function tasksOf({ rows, picture }: Conditions): Readonly<Record<string, Task>> {
  return {
    async 'first rows'(page) {
      await page.ask((count) => window.bench.prepare(count), rows);
      const before = await page.memory();
      const { ms, afterLoad } = await page.ask(() => window.bench.show());
      if (picture) await page.screenshot(picture);
      const after = await page.memory();
      await page.rest();
      return {
        'first rows': [ms],
        ...(afterLoad === undefined ? {} : { 'after load': [afterLoad] }),
        'heap MB': [after.heap - before.heap],
        'all MB': [after.all - before.all],
      };
    },
    ...mapValues(sorts, (sort, task): Task => async (page) => ({
      [task]: [await page.ask((by) => window.bench.sort(by), sort)],
    })),
    ...mapValues(filters, (filter, task): Task => async (page) => ({
      [task]: [await page.ask((by) => window.bench.filter(by), filter)],
    })),
    async script(page) {
      const idle = await page.work();
      await page.ask(() => window.bench.watch());
      await page.wheel(turns, turn);
      const busy = await page.work();
      const gaps = await page.ask((pixels) => window.bench.watched(pixels), turns * turn);
      return {
        script: [(busy.script - idle.script) / gaps.length],
        layout: [(busy.layout - idle.layout) / gaps.length],
        'all work': [(busy.task - idle.task) / gaps.length],
        'late frames %': [(100 * gaps.filter((ms) => ms > 25).length) / gaps.length],
      };
    },
    async 'jump ms'(page) {
      const { blank, ms, missed } = await page.ask((count) => window.bench.jump(count), jumps);
      return { 'blank or stale %': [100 * blank], 'jump ms': ms, 'missed %': [100 * missed] };
    },
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}

async function failureOf(doing: () => Promise<void>): Promise<string | undefined> {
  try {
    await doing();
    return undefined;
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    return line
      .replace(/^page\.evaluate: (Error: )*/, '')
      .replace(/^Target crashed.*/, 'out of memory');
  }
}
