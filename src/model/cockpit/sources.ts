import type { ClinicDescription, ClinicSource } from '../../adapter/index.ts';
import { nameType, textIn, type Language } from '../../profile/index.ts';
import {
  recordTypes,
  requireDate,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type RecordType,
} from '../../record/index.ts';
import { eachInSteps, finish, firstDay, type Steps } from '../../engine/index.ts';
import { freshnessOf } from '../quality/coverage.ts';

/** Where what is shown comes from: the journal and what is beside it. */
export interface SourceView {
  readonly id: string;
  readonly title: string;
  readonly available: boolean;
  /** What it gives, in words: `medicin`, `plejeydelser`. Empty when it did not say. */
  readonly gives: string;
  readonly updated: string | undefined;
  /** Whole days since it was read; absent when it did not say. */
  readonly age: number | undefined;
  /** Older than `freshDays`: what happened since is not in it. */
  readonly stale: boolean;
  /** The types it answers for, and how many records it has of the patient. */
  readonly types: readonly { readonly type: RecordType; readonly count: number }[];
}

/**
 * @param seenOn The day that the patient is seen on: what came later is not counted. Default today.
 * @throws {RangeError} of a day that does not exist.
 */
export function viewSources(
  description: ClinicDescription,
  patient: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
  seenOn: CalendarDate = asOf,
): readonly SourceView[] {
  return finish(viewSourcesInSteps(description, patient, asOf, language, seenOn));
}

/** As `viewSources`, some records at a time. */
export function* viewSourcesInSteps(
  { sources = [] }: ClinicDescription,
  { records }: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
  seenOn: CalendarDate,
): Steps<readonly SourceView[]> {
  requireDate(asOf, 'viewSources: asOf');
  requireDate(seenOn, 'viewSources: seenOn');
  const counts = new Map<RecordType, ReadonlyMap<string | undefined, number>>();
  for (const type of recordTypes)
    counts.set(type, yield* countBySource(records[type], type, sources, seenOn));
  return sources.map(({ id, title, types, gives, available, updated }) => {
    const { state, days } = freshnessOf(updated, asOf);
    return {
      id,
      title: textIn(title, language),
      available,
      gives: gives
        ? textIn(gives, language)
        : types.flatMap((type) => (type === 'patient' ? [] : nameType(type, language))).join(', '),
      updated,
      age: days,
      stale: state === 'stale',
      types: recordTypes
        .filter((type) => types.includes(type))
        .map((type) => ({ type, count: counts.get(type)?.get(id) ?? 0 })),
    };
  });
}

/** How many records each source has. One that names none is of the first that answers for its type. */
function* countBySource(
  records: readonly ClinicalRecord[],
  type: RecordType,
  sources: readonly ClinicSource[],
  seenOn: CalendarDate,
): Steps<ReadonlyMap<string | undefined, number>> {
  const usual = sources.find(({ types }) => types.includes(type))?.id;
  const counts = new Map<string | undefined, number>();
  yield* eachInSteps(records, (record) => {
    if (type !== 'appointment' && firstDay(record) > seenOn) return;
    const source = record.source ?? usual;
    counts.set(source, (counts.get(source) ?? 0) + 1);
  });
  return counts;
}
