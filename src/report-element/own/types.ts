/** My own clinic's exact numbers: shown to me, and part of no report, export or share. */
import type { CalendarDate } from '../../record/index.ts';
import type { ReportedProfile } from '../../report/index.ts';

/** Exact counts of an indicator (R22). */
export interface OwnCounts {
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number;
}

/** Where my own clinic's exact numbers come from: the engine that its list has. */
export interface OwnFigures {
  /** Id of my clinic, as its report has it. */
  readonly clinicId: string;
  /**
   * Counts my clinic's patients on a date, by the same profile as the report. Without it my clinic is marked alone.
   *
   * @param profile Which profile, in which version, the report counted by.
   * @returns By id of the indicator; what is left out is not shown.
   */
  counts?(
    profile: ReportedProfile,
    date: CalendarDate,
    signal: AbortSignal,
  ):
    | Readonly<Record<string, OwnCounts | undefined>>
    | Promise<Readonly<Record<string, OwnCounts | undefined>>>;
}

/** How it stands with my own numbers of a profile on a date. */
export type OwnState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'there'; readonly counts: Readonly<Record<string, OwnCounts | undefined>> };
