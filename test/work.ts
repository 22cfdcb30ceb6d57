/**
 * Counts work, so that what a test bounds is what was done and not how long it took: how many times the blocks of the
 * code in `src` were run, as the engine's own precise coverage counts them. It is the same number on any machine. What
 * the language does by itself (copying a list, looking through it) is not counted.
 */
import { Session } from 'node:inspector';
import { afterAll, vi } from 'vitest';

const session = new Session();

/** Loads modules anew so that their work is counted, until the end of the test file. */
export async function countedModules<Modules>(load: () => Promise<Modules>): Promise<Modules> {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  afterAll(() => {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  });
  vi.resetModules();
  return load();
}

/** How many times blocks of the counted modules in `src` are run by `run`. */
export function workOf(run: () => unknown): number {
  blocksRun();
  run();
  return blocksRun();
}

/**
 * The most work that one of some steps is, and what they come to. The engine is asked once a step, which takes it some
 * milliseconds: between two of them nothing else is run.
 */
export function longestOf<Value>(steps: Iterator<void, Value>): {
  readonly longest: number;
  readonly value: Value;
} {
  let longest = 0;
  blocksRun();
  for (;;) {
    const { done, value } = steps.next();
    longest = Math.max(longest, blocksRun());
    if (done) return { longest, value };
  }
}

/** As `workOf`, of what takes its turns. */
export async function workOfTurns(run: () => Promise<unknown>): Promise<number> {
  blocksRun();
  await run();
  return blocksRun();
}

/**
 * How many times as much work twice as many are: 2 where it is linear, a little more with sorting, 4 where each is held
 * against each.
 *
 * @param prepare Makes what is to be measured, for so many.
 */
export function growthOf(prepare: (count: number) => () => unknown, count = 128): number {
  // What is worked out once and kept is not of the kind that grows.
  prepare(count)();
  const [once, twice] = [count, 2 * count].map((each) => workOf(prepare(each)));
  return twice! / once!;
}

/** Since it was last asked. */
function blocksRun(): number {
  let blocks = 0;
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error) throw error;
    for (const { url, functions } of answer.result)
      if (url.includes('/src/'))
        for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  });
  return blocks;
}
