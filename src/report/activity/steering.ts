/** The steering group's report of care plans: how many are made, accumulated, and in how many clinics how many a GP. */
import { defaultProtection, sumOf } from '../protection/index.ts';
import type {
  ActivityLeaves,
  AreaActivity,
  ClinicReport,
  Interval,
  Period,
  SteeringBands,
} from '../types.ts';
import { periodsInYear, sumActivities } from './sums.ts';

/** What all clinics have made in a period, and since the first of the twelve months before its end. */
export interface SteeringPeriod extends Period {
  readonly new: Interval;
  readonly maintained: Interval;
  readonly unknown: Interval;
  /** The sums of this period and those before it, as far back as twelve months. */
  readonly accumulated: {
    readonly new: Interval;
    readonly maintained: Interval;
    readonly unknown: Interval;
    /** Whether that is twelve months: of the first periods, those before are not told. */
    readonly isWhole: boolean;
  };
  /** Clinics that have counted the period. */
  readonly clinics: number;
}

export interface SteeringReport {
  readonly periods: readonly SteeringPeriod[];
  readonly bands: SteeringBands;
  /** Clinics that count by other periods: they are in no sum. */
  readonly others: number;
}

/**
 * Puts the steering group's report together.
 *
 * @param reports Of the clinics, one of each; those without the activity are passed over, and so are those with other
 *   periods than most.
 * @param activityId Which care plans.
 */
export function steeringReport(
  reports: readonly ClinicReport[],
  activityId: string,
): SteeringReport {
  const own = reports.map(({ activities = [], ...report }) => ({
    ...report,
    activities: activities.filter(({ id }) => id === activityId),
  }));
  const [activity] = sumActivities(own, reports[0]?.protection ?? defaultProtection) ?? [];
  return activity ? steeringOf(activity) : { periods: [], bands: noBands, others: 0 };
}

/** The same of what an area's report tells. */
export function steeringOf({ periods, values, bands, others }: AreaActivity): SteeringReport {
  const sums = periods.map((period, at) => ({
    ...period,
    ...(values[at] ?? { new: nothing, maintained: nothing, unknown: nothing, reported: 0 }),
  }));
  return {
    periods: sums.map(({ reported, ...each }, at) => {
      const year = periodsInYear(each);
      const back = sums.slice(Math.max(0, at + 1 - year), at + 1);
      const of = (kind: keyof ActivityLeaves) => sumOf(back.map((one) => one[kind]));
      return {
        ...each,
        accumulated: {
          ...{ new: of('new'), maintained: of('maintained'), unknown: of('unknown') },
          isWhole: back.length === year && back.every((one) => one.reported > 0),
        },
        clinics: reported,
      };
    }),
    ...{ bands, others },
  };
}

const nothing: Interval = { least: 0, most: 0, estimate: 0 };
const noBands: SteeringBands = {
  none: nothing,
  oneToFour: nothing,
  fiveOrMore: nothing,
  notKnown: 0,
};
