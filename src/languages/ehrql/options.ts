/** What ehrQL needs to be told beside a profile. */
import type { CalendarDate } from '../../record/index.ts';

export interface EhrqlOptions {
  /** The day of evaluation. */
  readonly asOf: CalendarDate;
  /**
   * Codelists in SNOMED CT or dm+d that mean a code set of the profile, by its name: a path below the study's folder. The
   * tables have no other codes.
   */
  readonly codelists?: Readonly<Record<string, string>>;
  /** Takes a number to be in the unit that the profile has: the tables have none beside it. */
  readonly assumesUnits?: boolean;
}
