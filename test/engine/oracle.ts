/**
 * A second opinion for worlds of which everything is known: two-valued, over whole days counted from
 * `asOf`, one day at a time. It shares no code with the evaluator, and knows periods in days only.
 */
import type { Criterion, ResultValue, Window } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { dayOf } from './random-arbitraries.ts';

/** No record and no window of `chance.ts` reaches past these days. */
const first = -100;
const last = 100;

interface Fact {
  readonly code: string;
  readonly source?: string | undefined;
  readonly value?: number | string | undefined;
  /** Every day that the record covers. */
  readonly days: readonly number[];
}
interface Query {
  readonly codes?: { readonly include: readonly string[] };
  readonly prefer?: readonly { readonly include: readonly string[] }[];
  readonly when?: Window;
  readonly count?: { readonly min?: number; readonly max?: number; readonly apart?: string };
  readonly source?: string;
  readonly lasting?: string | { readonly atLeast?: string; readonly atMost?: string };
  readonly episodes?: { readonly gap?: string };
  readonly gap?: string;
  readonly distinct?: { readonly level: 1 | 2 | 3 | 4 | 5 };
  readonly pick?: string;
  readonly value?: ResultValue;
}

/** On which day it is asked, and the last day that is seen. */
interface Asked {
  readonly on: number;
  readonly seen: number;
}

/** Whether a criterion holds of a patient. */
export function holds(
  criterion: Criterion,
  patient: PatientRecords,
  asked: Asked = { on: 0, seen: last },
): boolean {
  const isTrue = (part: Criterion) => holds(part, patient, asked);
  if ('all' in criterion) return criterion.all.every(isTrue);
  if ('any' in criterion) return criterion.any.some(isTrue);
  if ('not' in criterion) return !isTrue(criterion.not);
  if ('atLeast' in criterion) return criterion.of.filter(isTrue).length >= criterion.atLeast;
  if ('anchor' in criterion) {
    const { on, pick, at, is } = criterion.anchor;
    const [type, query] = queryIn(on);
    const facts = factsIn(patient, type, query, { ...asked, seen: 0 });
    const days = facts
      .filter((fact) => inBounds(fact, query.value))
      .map(({ days: own }) => (at ? own.at(-1) : own[0]) ?? NaN)
      .filter((day) => day <= 0);
    if (days.length === 0) return false;
    const day = pick === 'latest' ? Math.max(...days) : Math.min(...days);
    return holds(is, patient, { on: day, seen: 0 });
  }
  if ('patient' in criterion) {
    const { age, sex } = criterion.patient;
    if (sex) return patient.patient.sex === sex;
    // Everyone is born on 15 June, and `asOf` is in November.
    const years = 2026 - Number(patient.patient.birthDate.slice(0, 4));
    return years >= Number(age?.min ?? 0) && years <= Number(age?.max ?? 999);
  }
  if ('concurrent' in criterion) {
    const { of, when, lasting = 'P1D' } = criterion.concurrent;
    const sets = of.map((part) => covered(factsOf(patient, ...queryIn(part))));
    const shared = everyDay.filter((day) => sets.every((set) => set.has(day)));
    return someRunLasts(runsOf(shared, 0), lengthOf(lasting), daysOf(when ?? 'now', asked));
  }
  if ('sequence' in criterion) {
    const [ones, others] = criterion.sequence.of.map((part) => {
      const [type, query] = queryIn(part);
      return factsIn(patient, type, query, asked).filter((fact) => inBounds(fact, query.value));
    });
    const within = lengthOf(criterion.sequence.within);
    return (ones ?? []).some((one) =>
      (others ?? []).some((other) => {
        const passed = start(other) - start(one);
        // A record does not follow itself.
        return one !== other && passed >= 0 && passed <= within;
      }),
    );
  }
  if ('sameDay' in criterion) {
    const { of, when = 'ever' } = criterion.sameDay;
    const parts = of.map((part) => {
      const [type, query] = queryIn(part);
      return { query, facts: factsIn(patient, type, { ...query, when }, asked) };
    });
    const day = [...everyDay]
      .reverse()
      .find((each) => parts.every(({ facts }) => facts.some((fact) => start(fact) === each)));
    if (day === undefined) return false;
    return parts.every(({ query: { pick = 'any', value }, facts }) => {
      const own = facts.filter((fact) => start(fact) === day);
      if (pick === 'any') return own.some((fact) => inBounds(fact, value));
      return inBounds(pickOf(own, pick)!, value);
    });
  }
  if ('change' in criterion) {
    const { of, from, value } = criterion.change;
    const facts = factsIn(patient, ...queryIn({ result: of }), asked);
    const newest = pickOf(facts, 'latest');
    const other = pickOf(
      facts.filter((fact) => fact !== newest),
      from === 'previous' ? 'latest' : from,
    );
    if (!newest || !other) return false;
    return inBounds({ ...newest, value: Number(newest.value) - Number(other.value) }, value);
  }
  const [type, query] = queryIn(criterion);
  const { lasting, episodes, gap = episodes?.gap ?? 'P0D' } = query;
  if (lasting !== undefined || episodes) {
    const days = [...covered(factsOf(patient, type, query))].sort((a, b) => a - b);
    const { atLeast = 'P0D', atMost } =
      typeof lasting === 'string' ? { atLeast: lasting } : (lasting ?? {});
    const window = daysOf(query.when ?? 'ever', asked);
    const found = runsOf(days, lengthOf(gap)).filter(
      (run) =>
        someRunLasts([run], lengthOf(atLeast), window) &&
        (atMost === undefined ||
          // It is over: what goes on has days to the last.
          (run[1] < last && run[1] <= window.at(-1)! && run[1] - run[0] + 1 <= lengthOf(atMost))),
    ).length;
    return isWithin(found, query.count ?? { min: 1 });
  }
  // The first codes of which there is something.
  const preferred = query.prefer?.find(
    (codes) => factsIn(patient, type, { ...query, codes }, asked).length > 0,
  );
  const facts = query.prefer
    ? preferred
      ? factsIn(patient, type, { ...query, codes: preferred }, asked)
      : []
    : factsIn(patient, type, query, asked);
  if (query.pick && query.pick !== 'any') {
    const picked = pickOf(facts, query.pick);
    return picked !== undefined && inBounds(picked, query.value);
  }
  const matches = facts.filter((fact) => inBounds(fact, query.value));
  const lengths = [0, 1, 3, 4, 5, 7];
  const found = query.distinct
    ? new Set(matches.map(({ code }) => code.slice(0, lengths[query.distinct?.level ?? 0]))).size
    : query.count?.apart === undefined
      ? matches.length
      : largestApart(matches.map(start), lengthOf(query.count.apart));
  return isWithin(found, query.count ?? { min: 1 });
}

function isWithin(found: number, { min = 0, max = Infinity }: NonNullable<Query['count']>) {
  return found >= min && found <= max;
}

const everyDay = Array.from({ length: last - first + 1 }, (_, index) => first + index);

function queryIn(holder: object): [type: string, query: Query] {
  const [entry] = Object.entries(holder) as [string, Query][];
  if (!entry) throw new Error('A query has a type.');
  return entry;
}

const memory = new WeakMap<PatientRecords, Map<string, readonly Fact[]>>();

/** The patient's facts of a type, the same objects each time. */
function allFacts(patient: PatientRecords, type: string): readonly Fact[] {
  let byType = memory.get(patient);
  if (!byType) memory.set(patient, (byType = new Map()));
  let facts = byType.get(type);
  if (!facts) byType.set(type, (facts = readFacts(patient, type)));
  return facts;
}

function readFacts(patient: PatientRecords, type: string): readonly Fact[] {
  const points = (list: readonly { code: string; at: string; value?: number | string }[] = []) =>
    list.map(({ code, at, value }) => ({ code, value, days: [dayOf(at)] }));
  const spans = (
    list: readonly { code: string; from?: string; to?: string; source?: string }[] = [],
  ) =>
    list.map(({ code, from = '1850-01-01', to, source }) => {
      const end = to === undefined ? last : dayOf(to);
      return { code, source, days: everyDay.filter((day) => day >= dayOf(from) && day <= end) };
    });
  if (type === 'diagnosis') return spans(patient.diagnoses);
  if (type === 'medication') return spans(patient.medications);
  return points(type === 'result' ? patient.results : patient.services);
}

/** Code and source right, whatever the day. */
function factsOf(patient: PatientRecords, type: string, query: Query): readonly Fact[] {
  const prefix = type === 'diagnosis' || type === 'medication';
  return allFacts(patient, type).filter(
    ({ code, source }) =>
      (query.source === undefined || source === query.source) &&
      (query.codes?.include ?? ['']).some((entry) => {
        const [low = '', high] = entry.split('-');
        if (high === undefined) return prefix ? code.startsWith(low) : code === low;
        const head = code.slice(0, low.length);
        return low <= head && head <= high;
      }),
  );
}

function factsIn(
  patient: PatientRecords,
  type: string,
  query: Query,
  asked: Asked,
): readonly Fact[] {
  const defaults: Record<string, Window> = { medication: 'now' };
  const window = new Set(daysOf(query.when ?? defaults[type] ?? 'ever', asked));
  return factsOf(patient, type, query).filter(({ days }) => days.some((day) => window.has(day)));
}

function daysOf(window: Window, { on, seen }: Asked): readonly number[] {
  const between = (from: number, to: number) =>
    everyDay.filter((day) => day >= from && day <= to && day <= seen);
  if (window === 'ever') return between(first, on);
  if (window === 'now') return between(on, on);
  if (window === 'future') return between(on, last);
  if ('last' in window) return between(on - lengthOf(window.last), on);
  if ('next' in window) return between(on, on + lengthOf(window.next));
  const edge = (text: string) => (text.includes('P') ? on + lengthOf(text) : dayOf(text));
  return between(
    window.from === undefined ? first : edge(window.from),
    window.to === undefined ? on : edge(window.to),
  );
}

function lengthOf(period: string): number {
  const match = /^([+-]?)P(\d+)D$/.exec(period);
  if (!match) throw new Error(`${period} is not in days.`);
  return Number(match[2]) * (match[1] === '-' ? -1 : 1);
}

function covered(facts: readonly Fact[]): ReadonlySet<number> {
  return new Set(facts.flatMap(({ days }) => days));
}

/** Days in a row, a pause of up to `gap` days allowed. */
function runsOf(days: readonly number[], gap: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && day - run[1] <= gap + 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function someRunLasts(
  runs: readonly (readonly [number, number])[],
  length: number,
  window: readonly number[],
): boolean {
  const end = window.at(-1);
  return runs.some(
    ([from, to]) =>
      end !== undefined &&
      window.some((day) => day >= from && day <= to) &&
      // Without end is long enough for anything.
      (to === last && end === last ? true : Math.min(to, end) - from + 1 >= length),
  );
}

function start({ days }: Fact): number {
  return days[0] ?? NaN;
}

/** The size of the largest set of days of which each is so much later than the one before: by trying all. */
function largestApart(days: readonly number[], length: number, after = -Infinity): number {
  return Math.max(
    0,
    ...days
      .filter((day) => day >= after)
      .map((day) => 1 + largestApart(days, length, day + length)),
  );
}

function pickOf(facts: readonly Fact[], pick: string): Fact | undefined {
  let best: Fact | undefined;
  for (const fact of facts) {
    if (!best) best = fact;
    else if (pick === 'latest' && start(fact) >= start(best)) best = fact;
    else if (pick === 'earliest' && start(fact) < start(best)) best = fact;
    else if (pick === 'highest' && Number(fact.value) > Number(best.value)) best = fact;
    else if (pick === 'lowest' && Number(fact.value) < Number(best.value)) best = fact;
  }
  return best;
}

function inBounds({ value }: Fact, asked: ResultValue | undefined): boolean {
  if (!asked || 'text' in asked) return true;
  const number = Number(value);
  return (
    (asked.above === undefined || number > asked.above) &&
    (asked.atLeast === undefined || number >= asked.atLeast) &&
    (asked.below === undefined || number < asked.below) &&
    (asked.atMost === undefined || number <= asked.atMost)
  );
}
