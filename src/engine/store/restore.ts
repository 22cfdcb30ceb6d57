/** Records and patients as they were checked, out of their columns. */
import { dateOf, openEnd } from '../../record/days.ts';
import {
  isSpan,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type RecordType,
} from '../../record/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { Segment } from './segment.ts';

/** One patient of a segment, whole. */
export function restorePatient(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient {
  return { ...restoreLazily(segment, patient, dictionary) };
}

/** As `restorePatient`; the records only when they are first asked for. */
export function restoreLazily(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient {
  const { coverage, supplied } = segment.classes[segment.classOf[patient]!]!;
  const hints = segment.hints.get(patient);
  let records: CheckedPatient['records'] | undefined;
  return {
    patient: segment.patients[patient]!,
    supplied,
    coverage,
    rejected: segment.rejected.get(patient) ?? [],
    ...(hints ? { hints } : {}),
    get records() {
      return (records ??= restoreAll(segment, patient, dictionary));
    },
  };
}

function restoreAll(
  segment: Segment,
  patient: number,
  dictionary: Dictionary,
): CheckedPatient['records'] {
  return Object.fromEntries(
    recordTypes.map((type) => {
      const { start } = segment.types[type];
      const first = start[patient]!;
      const rows = Array.from({ length: start[patient + 1]! - first }, (_, at) => first + at);
      return [type, restoreRecords(segment, patient, type, rows, dictionary)];
    }),
  ) as unknown as CheckedPatient['records'];
}

/** Some rows of one patient and type, given in ascending order. */
export function restoreRecords(
  segment: Segment,
  patient: number,
  type: RecordType,
  rows: readonly number[],
  dictionary: Dictionary,
): readonly ClinicalRecord[] {
  const columns = segment.types[type];
  const indexOf = indexesOf(segment, patient, type);
  return rows.map((row): ClinicalRecord => {
    const { system, code } = dictionary.codes[columns.code[row]!]!;
    const { value: textual, ...detail } = dictionary.details[columns.detail[row]!]!;
    const base = { type, system, code, index: indexOf(row - columns.start[patient]!), ...detail };
    const from = dateOf(columns.from[row]!);
    if (isSpan(type)) {
      const to = columns.to[row]!;
      return { ...base, from, ...(to === openEnd ? {} : { to: dateOf(to) }) } as ClinicalRecord;
    }
    const minutes = columns.time[row]!;
    const at = minutes < 0 ? { at: from } : { at: from, time: timeOf(minutes) };
    if (type !== 'result') return { ...base, ...at } as ClinicalRecord;
    return { ...base, ...at, value: textual ?? columns.value[row]! } as ClinicalRecord;
  });
}

/** A record's place in the list as it was supplied: those set aside have left gaps. */
function indexesOf(segment: Segment, patient: number, type: RecordType): (ref: number) => number {
  const gaps = (segment.rejected.get(patient) ?? [])
    .flatMap((entry) => (entry.type === type && entry.index !== undefined ? [entry.index] : []))
    .sort((a, b) => a - b);
  if (gaps.length === 0) return (ref) => ref;
  return (ref) => {
    let index = ref;
    for (const gap of gaps) if (gap <= index) index++;
    return index;
  };
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
