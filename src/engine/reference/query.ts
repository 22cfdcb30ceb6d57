/** R11–R16: one question about the records of one type. */
import {
  defaultWindows,
  type DiagnosisQuery,
  type MedicationQuery,
  type Range,
  type ResultQuery,
  type ServiceQuery,
} from '../../profile/index.ts';
import type { ClinicalRecord, RecordType, ResultRecord, SpanRecord } from '../../record/index.ts';
import type { UnknownReason, Finding, Span, Truth } from '../types.ts';
import {
  absenceDoubts,
  coverageReason,
  selectRecords,
  rejectedFor,
  type PatientContext,
} from './context.ts';
import { joinRuns, lasts, neededFor } from './runs.ts';
import { judgeValue } from './values.ts';
import { firstDay, isInWindow, read, windowOn } from './windows.ts';

/** Any query: what a type does not have is simply absent. */
export type AnyQuery = DiagnosisQuery & MedicationQuery & ResultQuery & ServiceQuery;

type Answer = Pick<Finding, 'truth' | 'records' | 'unknownReasons'>;

/** Asks one record query of one patient. */
export function findRecords(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  path: string,
): Finding {
  const window = windowOn(query.when ?? defaultWindows[type], context.asOf);
  const answer =
    query.lasting !== undefined
      ? findLasting(context, type, query, query.lasting, window)
      : query.pick !== undefined && query.pick !== 'any'
        ? findPicked(context, type, query, query.pick, window)
        : findCounted(context, type, query, window);
  return { path, ...answer, records: sortByDate(answer.records), branches: [] };
}

/** R11, R12, R15: how many there are, at least and at most. */
function findCounted(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  window: Span,
): Answer {
  const candidates = selectRecords(context, type, query).filter((each) => isInWindow(each, window));
  const certain: ClinicalRecord[] = [];
  const uncertain: UnknownReason[] = [];
  for (const record of candidates) {
    const { truth, unknownReason } = judgeRecord(record, query);
    if (truth === 'yes') certain.push(record);
    if (unknownReason) uncertain.push(unknownReason);
  }
  const rejected = rejectedFor(context, type, query);
  const unknownReasons: UnknownReason[] = [
    ...absenceDoubts(context, type, query, window),
    ...uncertain,
  ];
  const atLeast = query.distinct ? countDistinct(certain, query.distinct.level) : certain.length;
  // A list that could not be read at all may have held any number.
  const unbounded =
    coverageReason(context, type, window) || rejected.some(({ index }) => index === undefined);
  const atMost = unbounded ? Infinity : atLeast + uncertain.length + rejected.length;
  return {
    truth: judgeCount(atLeast, atMost, query.count ?? { min: 1 }),
    records: certain,
    unknownReasons,
  };
}

function judgeRecord(
  record: ClinicalRecord,
  query: AnyQuery,
): { truth: Truth; unknownReason?: UnknownReason } {
  if (query.value && record.type === 'result') return judgeValue(record, query.value);
  if (query.distinct && record.code.length < atcLengths[query.distinct.level])
    return { truth: 'unknown', unknownReason: { kind: 'short-code', record } };
  return { truth: 'yes' };
}

/** R11: yes if every number from `low` to `high` satisfies, no if none does, else unknown. */
function judgeCount(low: number, high: number, { min = 0, max = Infinity }: Range): Truth {
  if (low >= min && high <= max) return 'yes';
  return high < min || low > max ? 'no' : 'unknown';
}

/** Length of an ATC code at each level (R15). */
export const atcLengths = { 1: 1, 2: 3, 3: 4, 4: 5, 5: 7 } as const;

function countDistinct(records: readonly ClinicalRecord[], level: keyof typeof atcLengths): number {
  return new Set(records.map((record) => record.code.slice(0, atcLengths[level]))).size;
}

/** R13: one record is picked and judged; what may have been missed makes it unknown. */
function findPicked(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  pick: 'latest' | 'earliest' | 'highest' | 'lowest',
  window: Span,
): Answer {
  const results = selectRecords(context, type, query).filter(
    (record): record is ResultRecord => record.type === 'result' && isInWindow(record, window),
  );
  const picked = pickOne(results, pick);
  // The latest is known to be the latest when everything after it is covered.
  const needed = picked && pick === 'latest' ? { ...window, from: picked.at } : window;
  const unknownReasons = absenceDoubts(context, type, query, needed);
  if (!picked)
    return { truth: unknownReasons.length > 0 ? 'unknown' : 'no', records: [], unknownReasons };
  const { truth, unknownReason } = judgeRecord(picked, query);
  return {
    truth: unknownReasons.length > 0 ? 'unknown' : truth,
    records: [picked],
    unknownReasons: unknownReason ? [...unknownReasons, unknownReason] : unknownReasons,
  };
}

function pickOne(
  results: readonly ResultRecord[],
  pick: 'latest' | 'earliest' | 'highest' | 'lowest',
): ResultRecord | undefined {
  const byDate = sortByDate(results) as readonly ResultRecord[];
  if (pick === 'latest') return byDate.at(-1);
  if (pick === 'earliest') return byDate[0];
  let best: (ResultRecord & { value: number }) | undefined;
  for (const record of byDate) {
    if (!isNumeric(record)) continue;
    const better =
      !best || (pick === 'highest' ? record.value >= best.value : record.value <= best.value);
    if (better) best = record;
  }
  return best;
}

function isNumeric(record: ResultRecord): record is ResultRecord & { value: number } {
  return typeof record.value === 'number';
}

/** R16: whether the spans, joined, last long enough in the window. */
function findLasting(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  period: string,
  window: Span,
): Answer {
  const spans = selectRecords(context, type, query) as readonly SpanRecord[];
  const gap = read(query.gap ?? 'P0D');
  const runs = joinRuns(spans, gap);
  const records = runs
    .filter((run) => lasts(run, read(period), window))
    .flatMap((run) => run.parts);
  if (records.length > 0) return { truth: 'yes', records, unknownReasons: [] };
  const unknownReasons = absenceDoubts(context, type, query, neededFor(runs, gap, window));
  return { truth: unknownReasons.length > 0 ? 'unknown' : 'no', records: [], unknownReasons };
}

/** Oldest first; on the same day in the order given (R13). */
export function sortByDate(records: readonly ClinicalRecord[]): readonly ClinicalRecord[] {
  return [...records].sort((a, b) => {
    const [dayA, dayB] = [firstDay(a), firstDay(b)];
    return dayA < dayB ? -1 : dayA > dayB ? 1 : a.index - b.index;
  });
}
