import { resolveCodes, type CodeSet, type Codes, type Profile } from '../../profile/index.ts';
import {
  coverageOf,
  codeMatcher,
  normalizeSource,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type CodeMatcher,
  type CoverageByType,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import type { UnknownReason, Span } from '../types.ts';

/** One patient, asked on one date: what every rule needs to know. */
export interface PatientContext {
  readonly profile: Profile;
  readonly patient: CheckedPatient;
  readonly clinicCoverage: CoverageByType;
  readonly asOf: CalendarDate;
}

/** What is declared to be known of a patient. */
interface Covering {
  readonly patient: Pick<CheckedPatient, 'coverage' | 'supplied'>;
  readonly clinicCoverage: CoverageByType;
}

/** Which records: codes and source. */
export interface Selection {
  readonly codes?: Codes;
  readonly source?: string;
}

/** The records of a type with code and source right, windows aside. Cancelled ones match nothing (R5). */
export function selectRecords(
  context: PatientContext,
  type: RecordType,
  { codes, source }: Selection,
): readonly ClinicalRecord[] {
  const matches = matcherOf(context.profile, codes);
  const records: readonly ClinicalRecord[] = context.patient.records[type];
  return records.filter(
    (record) =>
      !('status' in record && record.status === 'cancelled') &&
      matches(record.system, record.code) &&
      (source === undefined || sameSource(source, record.source)),
  );
}

/** Without codes every record of the type is meant. */
function matcherOf(profile: Profile, codes: Codes | undefined): CodeMatcher {
  if (codes === undefined) return () => true;
  const set = resolveCodes(profile, codes);
  let matcher = matchers.get(set);
  if (!matcher) matchers.set(set, (matcher = codeMatcher(set)));
  return matcher;
}

/** A set's entries are read once, not once per patient. */
const matchers = new WeakMap<CodeSet, CodeMatcher>();

function sameSource(asked: string, given: string | undefined): boolean {
  return given !== undefined && normalizeSource(asked) === normalizeSource(given);
}

/**
 * R3: the set-aside records of a type that might have answered: those with a matching code, and those
 * whose code cannot be read.
 */
export function rejectedFor(
  { profile, patient }: PatientContext,
  type: RecordType,
  { codes }: Selection,
): readonly Rejection[] {
  const matches = matcherOf(profile, codes);
  return patient.rejected.filter(
    (entry) =>
      entry.type === type &&
      (entry.code === undefined || entry.system === undefined || matches(entry.system, entry.code)),
  );
}

/** R9, R10: why a type does not answer for a window; undefined where it does. */
export function coverageReason(
  { patient, clinicCoverage }: Covering,
  type: RecordType,
  window: Span,
): UnknownReason | undefined {
  const covered = coverageOf(patient, clinicCoverage, type, window.from);
  if (covered.covered) return undefined;
  return {
    kind: 'not-covered',
    type,
    window,
    ...(covered.from === undefined ? {} : { coveredFrom: covered.from }),
    ...(covered.source === undefined ? {} : { source: covered.source }),
  };
}

/** Everything that keeps the absence of a record from meaning *no*. */
export function absenceDoubts(
  context: PatientContext,
  type: RecordType,
  selection: Selection,
  window: Span,
): readonly UnknownReason[] {
  const coverage = coverageReason(context, type, window);
  const rejected = rejectedFor(context, type, selection).length;
  return [
    ...(coverage ? [coverage] : []),
    ...(rejected > 0 ? [{ kind: 'rejected', type, count: rejected } as const] : []),
  ];
}
