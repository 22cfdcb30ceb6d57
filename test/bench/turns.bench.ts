/**
 * Two checkouts of the library in one process, batch by batch and date by date in turn, in time of the processor: what
 * else goes on harms both alike, so that they can be compared on a machine that has other work. Without `--against`
 * this checkout is compared with itself, which tells how large a difference is none.
 */
import { pathToFileURL } from 'node:url';
import { batchesOf, lastDay } from './engine/clinic.ts';
import { ruleIds, type RuleId } from './engine/rules.ts';
import { distribution, quantile } from './figures.ts';
import type { MadePatient } from './engine/subject.ts';
import type { Suite } from './suite.ts';
import type * as library from './turns/side.ts';

type Side = typeof library;
type LoadedClinic = InstanceType<Side['LoadedClinic']>;

const suite: Suite = {
  name: 'turns',
  help: [
    '--against <another checkout, installed>   by default this one',
    '--patients 30000   of 60 records each',
    '--rounds 5         loads of each, after one that counts for nothing',
    '--dates 200        that each rule is asked on',
    '--fields all       or common: without those that came after the first release',
    '--rules diagnosis,count | none',
  ],
  async run({ options, checkouts, bundle, show, say }) {
    const patients = Number(options.patients ?? 30_000);
    const rounds = Number(options.rounds ?? 5);
    const dates = datesBack(Number(options.dates ?? 200));
    const isCommon = options.fields === 'common';
    const now = await sideOf(await bundle('turns/side.ts', checkouts.here), 'now');
    const before = await sideOf(
      await bundle('turns/side.ts', checkouts.before ?? checkouts.here),
      'before',
    );
    const asked = options.rules?.split(',') ?? ruleIds;
    const rules = ruleIds.filter(
      (rule) => asked.includes(rule) && now.sayable.includes(rule) && before.sayable.includes(rule),
    );
    const times = new Times();
    let clinics: Pair<LoadedClinic> | undefined;
    for (let round = 0; round <= rounds; round++) {
      say(`load ${round} of ${rounds}`);
      const counted = round > 0 ? times : new Times();
      clinics = { before: new before.LoadedClinic(), now: new now.LoadedClinic() };
      const batches = isCommon ? withoutFurther(batchesOf(patients)) : batchesOf(patients);
      load(clinics, { before, now }, batches, counted);
      const sizes = [clinics.before.finish(), clinics.now.finish()];
      if (sizes.some((size) => size !== patients))
        throw new Error(`Not all ${patients} patients were taken in: ${sizes.join(' and ')}.`);
    }
    if (clinics)
      for (const rule of rules) {
        // What is asked often is compiled by then.
        ask(clinics, rule, dates.slice(0, 2 * inTurnOf), new Times());
        ask(clinics, rule, dates, times);
      }
    const rows = (tasks: readonly string[]) =>
      tasks.map((task) => {
        const of = times.of(task);
        return [task, distribution(of.before), distribution(of.now), ratio(of)];
      });
    const columns = ['', 'before', 'now', 'now/before'];
    const size = patients.toLocaleString('en');
    show({
      title: `load of ${size} patients${isCommon ? ', fields that both read' : ''} (ms of the processor for 1,000, median and quartiles)`,
      columns,
      rows: rows(['load', 'check alone']),
    });
    if (rules.length > 0)
      show({
        title: `rules over ${size} patients, another date each time (ms of the processor)`,
        columns,
        rows: rows(rules),
      });
    return { patients, rounds, times: times.all };
  },
};
export default suite;

interface Pair<Value> {
  readonly before: Value;
  readonly now: Value;
}

async function sideOf(file: string, name: string): Promise<Side> {
  // By another address it is another module, even where both are one checkout.
  const { href } = pathToFileURL(file);
  return (await import(`${href}?${name}`)) as Side;
}

/** Milliseconds by task, of both. */
class Times {
  readonly all: Record<string, { before: number[]; now: number[] }> = {};

  of(task: string): { before: number[]; now: number[] } {
    return (this.all[task] ??= { before: [], now: [] });
  }
}

/** Does the same with both, the one first and the other first in turn; `count` is how often it does it. */
function inTurn(turn: number, task: string, times: Times, work: Pair<() => void>, count = 1): void {
  const first = turn % 2 === 0 ? 'before' : 'now';
  const second = first === 'before' ? 'now' : 'before';
  for (const side of [first, second] as const) {
    const start = processor();
    work[side]();
    times.of(task)[side].push((processor() - start) / count);
  }
}

/** Node 24 has it; the types that a package of the bench brings along do not. */
const { threadCpuUsage } = process as unknown as { threadCpuUsage: typeof process.cpuUsage };

/** Milliseconds of the processor that this thread has taken: neither other programs' nor V8's helpers'. */
function processor(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

function load(
  clinics: Pair<LoadedClinic>,
  sides: Pair<Side>,
  batches: Iterable<readonly MadePatient[]>,
  times: Times,
): void {
  let turn = 0;
  for (const batch of batches) {
    inTurn(turn++, 'load', times, {
      before: () => clinics.before.add(batch),
      now: () => clinics.now.add(batch),
    });
    inTurn(turn, 'check alone', times, {
      before: () => sides.before.checkAll(batch),
      now: () => sides.now.checkAll(batch),
    });
  }
}

/** The patients without the fields that an older library does not read. */
function* withoutFurther(
  batches: Iterable<readonly MadePatient[]>,
): Generator<readonly MadePatient[]> {
  for (const batch of batches)
    yield batch.map(({ patient, medications = [], services = [], ...others }) => {
      const { registered: _, listed: _listed, ...own } = patient;
      return {
        ...others,
        patient: own,
        medications: medications.map(({ product: _product, strength: _strength, ...each }) => each),
        services: services.map(({ specialty: _specialty, ...each }) => each),
      };
    });
}

/** Both must give the same: figures for different answers mean nothing. */
function ask(
  clinics: Pair<LoadedClinic>,
  rule: RuleId,
  dates: readonly string[],
  times: Times,
): void {
  for (let from = 0, turn = 0; from < dates.length; from += inTurnOf, turn++) {
    const asked = dates.slice(from, from + inTurnOf);
    const answers = { before: '', now: '' };
    const answer = (side: 'before' | 'now') => () => {
      answers[side] = asked.map((asOf) => clinics[side].ask(rule, asOf)).join('; ');
    };
    const work = { before: answer('before'), now: answer('now') };
    inTurn(turn, rule, times, work, asked.length);
    if (answers.before !== answers.now)
      throw new Error(`${rule}: ${answers.before} before, ${answers.now} now.`);
  }
}

/** So many dates are asked of one before the other has its turn: the processor's time is told in steps of 4 ms. */
const inTurnOf = 10;

/** Of the lower quartiles: what else goes on only ever adds. */
function ratio({ before, now }: Pair<readonly number[]>): string {
  return (lower(now) / lower(before)).toFixed(2);
}

function lower(samples: readonly number[]): number {
  return quantile(
    [...samples].sort((a, b) => a - b),
    0.25,
  );
}

/** Days back from the last, in an order that never asks a neighbour of the day before. */
function datesBack(count: number): readonly string[] {
  const last = Date.parse(lastDay);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - ((index * 577 + 1) % 1459) * 86_400_000).toISOString().slice(0, 10),
  );
}
