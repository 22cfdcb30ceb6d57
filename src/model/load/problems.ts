import type { AdapterCall, AdapterFailureKind } from '../../adapter/index.ts';
import type { CalendarDate, RecordType } from '../../record/types.ts';
import type { LoadLimits } from './intake.ts';

/**
 * What went wrong, or is missing, in what is shown. Never patient data: numbers, types and places only;
 * `describeProblem` turns it into a sentence.
 */
export type Problem =
  /** A call to the clinic's system failed; trying again may help. */
  | { readonly kind: 'call'; readonly call: AdapterCall; readonly reason: AdapterFailureKind }
  /** The clinic said it has more patients than it sent. */
  | { readonly kind: 'cut-short'; readonly received: number; readonly expected: number }
  /** More patients came than the clinic says that it has, or others were searched: one of the numbers is wrong. */
  | { readonly kind: 'miscounted'; readonly came: number; readonly promised: number }
  /** There was more than is taken of any clinic, and the rest was not fetched. */
  | { readonly kind: 'too-much'; readonly limit: keyof LoadLimits; readonly most: number }
  /** So many entries were of a patient who had come already: what came last took the place of what came first. */
  | { readonly kind: 'repeated'; readonly entries: number }
  /** Data types that the profile needs and the clinic has no source for. */
  | { readonly kind: 'missing-source'; readonly types: readonly RecordType[] }
  /** Records, or whole patients, that failed the check and take part in nothing. */
  | { readonly kind: 'rejected'; readonly records: number; readonly patients: number }
  /** The clinic's description was partly unusable. */
  | { readonly kind: 'description'; readonly paths: readonly string[] }
  /** The date of evaluation does not exist. */
  | { readonly kind: 'date' }
  /** Stored rounds, or members of them, that cannot be read. */
  | { readonly kind: 'rounds'; readonly paths: readonly string[] }
  /** The store of rounds has gone back to a version that is older than one that was seen. */
  | { readonly kind: 'restored' }
  /** Rounds bear dates that cannot be, by this machine's: which of the clocks is wrong, nobody knows. */
  | { readonly kind: 'clock'; readonly here: CalendarDate; readonly there: CalendarDate }
  /** What is shown is from an earlier load; the new one did not succeed. */
  | { readonly kind: 'stale' };

/** Problems by which patients may be missing from a list. */
export function leavesOut(problem: Problem): boolean {
  const { kind } = problem;
  if (kind === 'miscounted') return problem.came < problem.promised;
  return kind === 'call' || kind === 'cut-short' || kind === 'too-much';
}

/** Problems that a retry may mend. */
export function canRetry(problem: Problem): boolean {
  return (
    (problem.kind === 'call' && problem.reason !== 'not-supported') ||
    problem.kind === 'cut-short' ||
    problem.kind === 'too-much' ||
    problem.kind === 'missing-source'
  );
}
