/** The part of a clinic's report that counts records (R28), protected where they are. */
import { finish, type Clinic, type Steps } from '../../engine/index.ts';
import { defaultProtection, protect } from '../protection/index.ts';
import type { ActivityReport, Period, Protection } from '../types.ts';
import { countActivitiesInSteps, type Activity } from './count.ts';

/**
 * Counts care plans and protects the numbers, in steps.
 *
 * @param periods Whole months, in order (`periodsUntil`).
 * @throws {RangeError} of periods that share a day: of both more is told than of each.
 */
export function* activityReportsInSteps(
  clinic: Clinic,
  activities: readonly Activity[],
  periods: readonly Period[],
  protection: Protection = defaultProtection,
): Steps<readonly ActivityReport[]> {
  const isApart = periods.every(
    ({ from, to }, at) => from <= to && from > (periods[at - 1]?.to ?? ''),
  );
  if (!isApart) throw new RangeError('Periods are told in order, and none share a day.');
  const counts = yield* countActivitiesInSteps(clinic, activities, periods);
  return activities.map(({ id }, index) => ({
    id,
    type: 'carePlan',
    periods,
    values: counts[index]!.map((count) =>
      count === null
        ? null
        : {
            new: protect(count.new, protection),
            maintained: protect(count.maintained, protection),
            unknown: protect(count.unknown, protection),
          },
    ),
  }));
}

/** As `activityReportsInSteps`, at once. */
export function activityReports(
  clinic: Clinic,
  activities: readonly Activity[],
  periods: readonly Period[],
  protection?: Protection,
): readonly ActivityReport[] {
  return finish(activityReportsInSteps(clinic, activities, periods, protection));
}
