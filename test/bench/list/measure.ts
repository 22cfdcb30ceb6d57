import { BenchPage } from './browser.ts';
import type { Entrant } from './contestants.ts';
import type { Filter, Sort } from './contestant.ts';
import type { Timed } from './page.ts';

/** What came of one contestant with one size. */
export interface Outcome {
  /** By task: one figure a round; of jumps, one a jump. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
  /** By task: why there is no figure. */
  readonly faults: Readonly<Record<string, string>>;
}

export interface Conditions {
  readonly url: string;
  readonly rows: number;
  readonly rounds: number;
  /** Milliseconds for one task. */
  readonly limit: number;
  /** Where a picture of the first round goes, without its ending. */
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
const frames = 120;
const jumps = 20;

/** Each round is a browser of its own: nothing is warm that would not be for a user. */
export async function measure(entrant: Entrant, conditions: Conditions): Promise<Outcome> {
  const samples: Record<string, number[]> = {};
  const faults: Record<string, string> = {};
  for (let round = 0; round < conditions.rounds; round++) {
    const page = await BenchPage.open(conditions.url, conditions.limit, entrant.height ?? 800);
    try {
      await measureRound(page, entrant, conditions, round === 0, (task, figures) =>
        (samples[task] ??= []).push(...figures),
      );
    } catch (error) {
      const { task, why } = error as Fault;
      if (!(error instanceof Fault)) throw error;
      faults[task] = page.troubles[0] ? `${why} (${page.troubles[0]})` : why;
      break;
    } finally {
      await page.close();
    }
  }
  return { samples, faults };
}

class Fault extends Error {
  readonly task: string;
  readonly why: string;

  constructor(task: string, why: string) {
    super(why);
    this.task = task;
    this.why = why;
  }
}

async function measureRound(
  page: BenchPage,
  { cannot = {} }: Entrant,
  { rows, picture }: Conditions,
  first: boolean,
  keep: (task: string, figures: readonly number[]) => void,
): Promise<void> {
  const during = async <Answer>(task: string, doing: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await doing();
    } catch (error) {
      // A contestant that is still busy does not answer what stands there, either.
      const why = (error as Error).message
        .replace(/^page\.evaluate: (Error: )?/, '')
        .split('\n')[0];
      throw new Fault(task, why ?? '');
    }
  };
  const time = async (task: string, doing: () => Promise<Timed>) => {
    const { ms, afterLoad } = await during(task, doing);
    keep(task, [ms]);
    if (afterLoad !== undefined) keep('after load', [afterLoad]);
  };

  await during('first rows', () => page.ask((count) => window.bench.prepare(count), rows));
  const before = await during('heap MB', () => page.memory());
  await time('first rows', () => page.ask(() => window.bench.show()));
  if (picture && first) await page.screenshot(picture);
  const after = await during('heap MB', () => page.memory());
  keep('heap MB', [after.heap - before.heap]);
  keep('all MB', [after.all - before.all]);

  for (const [task, sort] of Object.entries(sorts))
    if (!cannot[task]) await time(task, () => page.ask((by) => window.bench.sort(by), sort));
  for (const [task, filter] of Object.entries(filters))
    if (!cannot[task]) await time(task, () => page.ask((by) => window.bench.filter(by), filter));

  const idle = await page.work();
  const gaps = await during('script', () =>
    page.ask((count) => window.bench.scroll(count), frames),
  );
  const busy = await page.work();
  keep('script', [(busy.script - idle.script) / frames]);
  keep('layout', [(busy.layout - idle.layout) / frames]);
  keep('all work', [(busy.task - idle.task) / frames]);
  keep('late frames %', [(100 * gaps.filter((ms) => ms > 25).length) / frames]);

  const { blank, ms } = await during('jump ms', () =>
    page.ask((count) => window.bench.jump(count), jumps),
  );
  keep('blank or stale %', [100 * blank]);
  keep('jump ms', ms);
}
