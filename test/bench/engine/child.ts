/** One subject with one clinic, in a process of its own, so that time and memory are its own. */
import { createHash } from 'node:crypto';
import { Bench } from 'tinybench';
import type { MadePatient } from './subject.ts';
import { batchesOf, lastDay } from './clinic.ts';
import type { Answer, Subject, Loaded, Started } from './subject.ts';
import { subjects } from './subjects/index.ts';
import type { Assignment, Message, Memory } from './messages.ts';
import { ruleIds, type RuleId } from './rules.ts';

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment;
const subject = subjects[assignment.subject];
if (!subject) throw new Error(`No subject "${assignment.subject}".`);
const { rules: sayable = ruleIds } = subject;
const asked = assignment.rules.filter((rule) => sayable.includes(rule));

// Nobody to tell it to: the suite was stopped.
process.on('disconnect', () => process.exit());
await (assignment.purpose === 'agree' ? agree(subject) : measure(subject));
// Whoever disconnects at once loses what is still on its way.
await new Promise((resolve) => process.send?.({ kind: 'begins', task: 'end' }, resolve));
process.disconnect();

function tell(message: Message): void {
  process.send?.(message);
}

/** Answers every rule on several dates. */
async function agree(subject: Subject): Promise<void> {
  tell({ kind: 'begins', task: 'load' });
  const loaded = await (await subject.start()).load(batchesOf(assignment.patients));
  for (const rule of asked)
    for (const asOf of [lastDay, ...rotation().slice(0, 3), '2024-02-29', '2016-08-31']) {
      tell({ kind: 'begins', task: rule });
      tell({ kind: 'answer', rule, asOf, ...summaryOf(await loaded.ask(rule, asOf)) });
    }
  await loaded.close?.();
}

async function measure(subject: Subject): Promise<void> {
  const before = await memoryNow();
  const end = performance.now() + assignment.budget.load;
  let loaded: Loaded | undefined;
  for (let turn = 0; turn < assignment.budget.loads; turn++) {
    if (turn > 0 && performance.now() > end) break;
    await loaded?.close?.();
    loaded = undefined;
    globalThis.gc?.();
    tell({ kind: 'begins', task: 'start' });
    const start = performance.now();
    const started = await subject.start();
    // The first time only: later ones find the packages there.
    if (turn === 0) tell({ kind: 'time', task: 'start', ms: performance.now() - start });
    tell({ kind: 'begins', task: 'load' });
    const { loaded: fresh, ms } = await timeLoad(started, subject.besides === true);
    loaded = fresh;
    tell({ kind: 'time', task: 'load', ms });
    if (turn === 0) tell({ kind: 'memory', ...differenceOf(before, await memoryNow()) });
    await askFirst(loaded, ms, turn);
  }
  if (loaded) await askRepeatedly(loaded);
  await loaded?.close?.();
}

/** The generator's own time is taken off. */
async function timeLoad(
  started: Started,
  besides: boolean,
): Promise<{ loaded: Loaded; ms: number }> {
  const made = batchesOf(assignment.patients);
  let generating = 0;
  function* timed(): Generator<readonly MadePatient[]> {
    for (;;) {
      const start = performance.now();
      const { value, done } = made.next();
      generating += performance.now() - start;
      if (done) return;
      yield value;
    }
  }
  const batches = besides ? [...made] : timed();
  const start = performance.now();
  const loaded = await started.load(batches);
  return { loaded, ms: performance.now() - start - generating };
}

/** Each rule once on the clinic as it was loaded: the dementia profile first, the others in turn. */
async function askFirst(loaded: Loaded, loadMs: number, turn: number): Promise<void> {
  const others = asked.filter((rule) => rule !== 'dementia');
  const ordered = others.map((_, index) => others[(index + turn) % others.length] as RuleId);
  const first = asked.includes('dementia') ? (['dementia'] as const) : [];
  for (const [index, rule] of [...first, ...ordered].entries()) {
    tell({ kind: 'begins', task: `first ${rule}` });
    const start = performance.now();
    const answer = await loaded.ask(rule, lastDay);
    const ms = performance.now() - start;
    tell({ kind: 'time', task: `first ${rule}`, ms });
    if (index === 0) tell({ kind: 'time', task: 'first answer', ms: loadMs + ms });
    if (turn === 0) tell({ kind: 'answer', rule, asOf: lastDay, ...summaryOf(answer) });
  }
}

/** Each rule again and again, on another date each time, so that nothing kept from last time helps. */
async function askRepeatedly(loaded: Loaded): Promise<void> {
  const dates = rotation();
  let next = 0;
  for (const rule of asked) {
    const ask = () => loaded.ask(rule, dates[next++ % dates.length] ?? lastDay);
    tell({ kind: 'begins', task: rule });
    const start = performance.now();
    await ask();
    const ms = performance.now() - start;
    const samples =
      ms > assignment.budget.rule
        ? [ms, await timeOnce(ask), await timeOnce(ask)]
        : await timeOften(ask);
    for (const ms of spread(samples, 200)) tell({ kind: 'time', task: rule, ms });
  }
}

async function timeOnce(ask: () => unknown): Promise<number> {
  const start = performance.now();
  await ask();
  return performance.now() - start;
}

async function timeOften(ask: () => unknown): Promise<readonly number[]> {
  const bench = new Bench({
    time: assignment.budget.rule,
    iterations: 5,
    warmupTime: assignment.budget.rule / 5,
    warmupIterations: 2,
    retainSamples: true,
    throws: true,
  });
  bench.add('ask', async () => {
    await ask();
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  return result?.state === 'completed' ? (result.latency.samples ?? []) : [];
}

/** At most this many of the samples, evenly taken in order of size: their quartiles stay. */
function spread(samples: readonly number[], most: number): readonly number[] {
  const sorted = [...samples].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  return Array.from(
    { length: most },
    (_, index) => sorted[Math.round((index * (sorted.length - 1)) / (most - 1))] as number,
  );
}

/** Days of the last four years, in an order that never asks a neighbour of the day before. */
function rotation(): readonly string[] {
  const last = Date.parse(lastDay);
  return Array.from({ length: 1459 }, (_, index) =>
    new Date(last - ((index * 577 + 1) % 1459) * 86_400_000).toISOString().slice(0, 10),
  );
}

function summaryOf({ members, hits }: Answer) {
  const digest = createHash('sha256');
  for (const id of [...members].sort()) digest.update(id);
  return { members: members.length, hits, digest: digest.digest('hex').slice(0, 16) };
}

/** After everything that nobody holds has been collected. */
async function memoryNow(): Promise<Memory> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers, rss };
}

function differenceOf(before: Memory, after: Memory): Memory {
  return {
    heap: after.heap - before.heap,
    buffers: after.buffers - before.buffers,
    rss: after.rss - before.rss,
  };
}
