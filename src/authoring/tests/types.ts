/** What comes of a profile's test patients. */
import type { CalendarDate } from '../../record/index.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** What a test asks about. */
export type TestTarget =
  | { readonly kind: 'population' }
  | { readonly kind: 'marker' | 'indicator'; readonly id: string }
  /** `at` is a JSON Pointer into the profile. */
  | { readonly kind: 'criterion'; readonly at: string };

/** One expected answer, and what came of it. */
export interface TestAnswer {
  /** JSON Pointer to the expected answer. */
  readonly path: string;
  readonly target: TestTarget;
  /** What it is about, in words. */
  readonly name: string;
  readonly expected: Answer | 'out';
  /**
   * - `out`: not counted by the indicator;
   * - `not-asked`: a marker or an indicator, of a patient who is no member;
   * - `missing`: the profile has no such thing.
   */
  readonly found: Answer | 'out' | 'not-asked' | 'missing';
  readonly ok: boolean;
  /** What decided it, in words: criteria with the records, and what is missing. */
  readonly why: readonly string[];
}

/** What came of one test patient. */
export interface TestResult {
  /** JSON Pointer to the test. */
  readonly path: string;
  readonly title: string;
  readonly on: CalendarDate;
  /** Whether everything came out as expected, and anything was. */
  readonly ok: boolean;
  readonly answers: readonly TestAnswer[];
  /** What the author should look at, in words: what could not be read, or is not known. */
  readonly notes: readonly string[];
}

/** How many test patients make something yes, no and unknown. */
export interface TestCoverage {
  /** JSON Pointer to the criterion, marker or indicator. */
  readonly path: string;
  readonly kind: TestTarget['kind'];
  readonly id?: string;
  /** In words. */
  readonly name: string;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

export interface ProfileTestRun {
  readonly ok: boolean;
  /** In the order of the profile. */
  readonly results: readonly TestResult[];
  /** The population, markers and indicators, and every criterion in them. */
  readonly coverage: readonly TestCoverage[];
}

/** Whether test patients make something both true and false. */
export function isTested({ yes, no }: TestCoverage): boolean {
  return yes > 0 && no > 0;
}
