/**
 * What a clinic's patients come to, as it was counted. It stays in the clinic: it is no report, and nothing that leaves
 * the clinic is made of it but by protection.
 */
import { finish, tallyInSteps, type Clinic, type Plan, type Steps } from '../../engine/index.ts';
import type { CalendarDate, Patient } from '../../record/index.ts';
import type { Group } from '../types.ts';
import { CauseCounts, type CauseCount } from './causes.ts';
import { placeIn } from './groups.ts';
import { uncountedDates, type Uncounted } from './not-counted.ts';

/** The patients of an indicator's denominator on a date, each counted once. */
export interface ExactCount {
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number;
  /** Where causes were asked: they add up to `unknown`. */
  readonly causes?: readonly CauseCount[];
}

export interface ExactIndicator {
  readonly id: string;
  /** By date, and by group where groups were asked, else one; null: not counted (`uncounted`). */
  readonly values: readonly (readonly ExactCount[] | null)[];
}

/** A profile's numbers as they were counted. */
export interface ExactCounts {
  readonly profileId: string;
  readonly dates: readonly CalendarDate[];
  readonly indicators: readonly ExactIndicator[];
  /** By date: patients of whom nobody can say whether they are members; null: not counted. */
  readonly undecided: readonly (number | null)[];
  readonly uncounted: Uncounted;
}

export interface CountOptions {
  /** Patients are told apart by these; one who is in none of them is counted nowhere. */
  readonly groups?: readonly Group[];
  /** Whether the unknown are told apart by why they are. */
  readonly causes?: boolean;
}

/**
 * Counts all profiles on all dates, in steps.
 *
 * @throws {RangeError} of a date that does not exist.
 */
export function* exactCountsInSteps(
  clinic: Clinic,
  plans: readonly Plan[],
  dates: readonly CalendarDate[],
  { groups, causes }: CountOptions = {},
): Steps<readonly ExactCounts[]> {
  const found = causes ? new CauseCounts() : undefined;
  const tallies = yield* tallyInSteps(plans, clinic, dates, {
    ...(groups
      ? {
          groups: groups.length,
          groupOf: (patient: Patient, age: number | undefined) => placeIn(groups, patient, age),
        }
      : {}),
    ...(found ? { onUnknown: found.add } : {}),
  });
  return plans.map((plan, at): ExactCounts => {
    const { id, indicators = [] } = plan.profile;
    const uncounted = uncountedDates(plan, clinic.coverage, dates);
    const isCounted = (of: readonly { readonly date: CalendarDate }[], date: CalendarDate) =>
      !of.some((each) => each.date === date);
    return {
      profileId: id,
      dates,
      indicators: indicators.map((indicator, index) => ({
        id: indicator.id,
        values: dates.map((date, day) =>
          isCounted(uncounted.indicators[index]!, date)
            ? tallies[at]![day]!.indicators[index]!.map((tally, group) => ({
                ...tally,
                ...(found ? { causes: found.of(at, day, index, group) } : {}),
              }))
            : null,
        ),
      })),
      undecided: dates.map((date, day) =>
        isCounted(uncounted.population, date) ? tallies[at]![day]!.undecided : null,
      ),
      uncounted,
    };
  });
}

/** As `exactCountsInSteps`, at once. */
export function exactCounts(
  clinic: Clinic,
  plans: readonly Plan[],
  dates: readonly CalendarDate[],
  options?: CountOptions,
): readonly ExactCounts[] {
  return finish(exactCountsInSteps(clinic, plans, dates, options));
}
