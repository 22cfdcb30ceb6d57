/** *New* (`first`): whether a record is the patient's first of its code. */
import type { CalendarDate, ClinicalRecord, RecordType } from '../../record/index.ts';
import type { Truth, UnknownReason } from '../types.ts';
import { rejectedDoubt, type PatientContext } from './context.ts';
import { eachInSteps, flatMapInSteps, type Steps } from '../steps.ts';
import { extentOf } from './extent.ts';
import { firstDay } from './windows.ts';

interface First {
  readonly truth: Truth;
  /** Why it is unknown. */
  readonly doubts: readonly UnknownReason[];
}

/** Tells of a record whether it is the patient's first of its code. */
export type FirstJudge = (record: ClinicalRecord) => First;

/**
 * Makes the judge of one patient and type. A record is the first of its code when none of the same system and code is
 * earlier, spans by their first day, whatever else is asked; those of one day are first together. What is cancelled
 * counts for nothing (R5). What might be earlier makes it unknown: a day that is not known (R4a), a record without a
 * code (R3a), one set aside (R3), or a type that is not covered from the beginning of its data to the date (R9).
 * @param uncovered Why the type is not covered so; undefined where it is.
 */
export function* firstJudge(
  { patient, asOf }: Pick<PatientContext, 'patient' | 'asOf'>,
  type: RecordType,
  uncovered: UnknownReason | undefined,
): Steps<FirstJudge> {
  const records = yield* flatMapInSteps<ClinicalRecord, ClinicalRecord>(
    patient.records[type],
    (record) => ('status' in record && record.status === 'cancelled' ? [] : [record]),
  );
  const rejected = patient.rejected.filter(
    (entry) => entry.type === type && entry.status !== 'cancelled',
  );
  const earliest = yield* earliestByCode(records, asOf);
  return (record) => {
    const { from, fromLatest } = extentOf(record, asOf);
    const { system, code } = record;
    const own = earliest.get(keyOf(system, code));
    if (code !== '' && own && own.latest < from) return { truth: 'no', doubts: [] };
    // What has no code may be of any, and any may be of its code.
    const keys = code === '' ? [keyOf(system)] : [keyOf(system, code), keyOf(system, '')];
    const others = keys.flatMap((key) => earliest.get(key)?.records ?? []);
    const other = others.find((each) => each !== record && extentOf(each, asOf).from < fromLatest);
    const aside = rejected.filter(
      ({ system, code, from: day, to }) =>
        (system === undefined || system === record.system) &&
        (code === undefined || record.code === '' || code === record.code) &&
        (day === undefined || day < fromLatest || (to !== undefined && to < day)),
    );
    const doubts: readonly UnknownReason[] = [
      ...(uncovered ? [uncovered] : []),
      ...rejectedDoubt(type, aside),
      ...(other ? [doubtOf(record, other)] : []),
    ];
    return { truth: doubts.length > 0 ? 'unknown' : 'yes', doubts };
  };
}

/** Of the records of one code, or of one system, the day by which one of them had been, and the two that may be the earliest. */
interface Earliest {
  readonly latest: string;
  readonly records: readonly ClinicalRecord[];
}

/** By code, and by system whatever the code. One pass over the records: a patient may have very many. */
function* earliestByCode(
  records: readonly ClinicalRecord[],
  asOf: CalendarDate,
): Steps<ReadonlyMap<string, Earliest>> {
  const earliest = new Map<string, Earliest>();
  yield* eachInSteps(records, (record) => {
    const { system, code } = record;
    const { fromLatest } = extentOf(record, asOf);
    for (const key of [keyOf(system), keyOf(system, code)]) {
      const known = earliest.get(key);
      const nearest = [...(known?.records ?? []), record]
        .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))
        .slice(0, 2);
      const latest = known && known.latest < fromLatest ? known.latest : fromLatest;
      earliest.set(key, { latest, records: nearest });
    }
  });
  return earliest;
}

/** One text for a system and a code, or for a system alone; neither has a line break after normalising. */
function keyOf(system: string, code?: string): string {
  return code === undefined ? system : `${system}\n${code}`;
}

/** Why one record may be earlier than another: it, or the other, has no code, or no day. */
function doubtOf(record: ClinicalRecord, other: ClinicalRecord): UnknownReason {
  const uncoded = [record, other].find(({ code }) => code === '');
  if (uncoded) return { kind: 'no-code', record: uncoded };
  const isPartial =
    'at' in record ? record.atLatest !== undefined : record.fromLatest !== undefined;
  return { kind: 'partial-date', record: isPartial ? record : other };
}
