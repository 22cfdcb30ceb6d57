/** Records and patients as they were checked, out of their columns. */
import { dateOf, openEnd, type Day } from '../../record/days.ts';
import {
  isSpan,
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type RecordType,
} from '../../record/index.ts';
import { timeAt } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Segment } from './segment.ts';

/** One patient of a segment, whole. */
export function restorePatient(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient {
  const { records, ...rest } = restoreLazily(segment, patient, dictionary);
  return { ...rest, records: { ...records } };
}

/** As `restorePatient`; the records of each type only when they are first asked for. */
export function restoreLazily(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient {
  const { coverage, supplied } = segment.classes[segment.classOf[patient]!]!;
  const hints = segment.hints.get(patient);
  return {
    patient: segment.patients[patient]!,
    supplied,
    coverage,
    rejected: segment.rejected.get(patient) ?? [],
    ...(hints ? { hints } : {}),
    records: recordsLazily(segment, patient, dictionary),
  };
}

function recordsLazily(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient['records'] {
  const restored: Partial<Record<RecordType, readonly ClinicalRecord[]>> = {};
  const records = {};
  for (const type of recordTypes)
    Object.defineProperty(records, type, {
      enumerable: true,
      get: () => (restored[type] ??= restoreType(segment, patient, type, dictionary)),
    });
  return records as CheckedPatient['records'];
}

function restoreType(
  segment: Segment,
  patient: number,
  type: RecordType,
  dictionary: Dictionary,
): readonly ClinicalRecord[] {
  const { start } = segment.types[type];
  const first = start[patient]!;
  const rows = Array.from({ length: start[patient + 1]! - first }, (_, at) => first + at);
  return restoreRecords(segment, patient, type, rows, dictionary);
}

/** Some rows of one patient and type, in the order in which they are given. */
export function restoreRecords(
  segment: Segment,
  patient: number,
  type: RecordType,
  rows: readonly number[],
  dictionary: Dictionary,
): readonly ClinicalRecord[] {
  if (rows.length === 0) return nothing;
  const columns = segment.types[type];
  const indexOf = indexesOf(segment, patient, type);
  return rows.map((row): ClinicalRecord => {
    const { system, code } = dictionary.codes[columns.code[row]!]!;
    const { value: textual, ...detail } = dictionary.details[columns.detail[row]!]!;
    const base = { type, system, code, index: indexOf(row - columns.start[patient]!), ...detail };
    const from = dateOf(columns.from[row]!);
    const fromLatest = lateDate(columns.from[row]!, columns.fromLatest[row]!);
    if (isSpan(type)) {
      const to = columns.to[row]!;
      return {
        ...base,
        from,
        ...(fromLatest === undefined ? {} : { fromLatest }),
        ...(to === openEnd ? {} : { to: dateOf(to) }),
        ...(columns.toEarliest[row] === to ? {} : { toEarliest: dateOf(columns.toEarliest[row]!) }),
      } as ClinicalRecord;
    }
    const seconds = timeAt(columns, row);
    const at = {
      at: from,
      ...(fromLatest === undefined ? {} : { atLatest: fromLatest }),
      ...(seconds < 0 ? {} : { time: timeOf(seconds) }),
    };
    if (type !== 'result') return { ...base, ...at } as ClinicalRecord;
    return { ...base, ...at, value: textual ?? columns.value[row]! } as ClinicalRecord;
  });
}

const nothing: readonly ClinicalRecord[] = [];

/** A record's place in the list as it was supplied: those set aside have left gaps, as far as they are kept one by one. */
function indexesOf(segment: Segment, patient: number, type: RecordType): (ref: number) => number {
  const entries = segment.rejected.get(patient);
  if (!entries) return (ref) => ref;
  // Of each gap, how many records stand before it.
  const before = entries
    .flatMap((entry) => (entry.type === type && entry.index !== undefined ? [entry.index] : []))
    .sort((a, b) => a - b)
    .map((index, gaps) => index - gaps);
  return (ref) => {
    let [passed, end] = [0, before.length];
    while (passed < end) {
      const middle = (passed + end) >> 1;
      if (before[middle]! <= ref) passed = middle + 1;
      else end = middle;
    }
    return ref + passed;
  };
}

function lateDate(from: Day, latest: Day): CalendarDate | undefined {
  return latest === from ? undefined : dateOf(latest);
}

/** `hh:mm`, and the seconds where there are any. */
function timeOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(
    Math.floor,
  );
  return `${two(hours!)}:${two(minutes!)}${rest === 0 ? '' : `:${two(rest!)}`}`;
}
