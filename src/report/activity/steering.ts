/** The steering group's report of care plans: how many are made, accumulated, and in how many clinics how many a GP. */
import { interval, sumOf } from '../protection/index.ts';
import type { ActivityLeaves, ActivityReport, ClinicReport, Interval, Period } from '../types.ts';

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
  };
  /** Clinics that have counted the period. */
  readonly clinics: number;
}

/** Clinics by how many new plans a GP they have made in the last twelve months. */
export interface SteeringBands {
  readonly none: Interval;
  /** One to four; less than one for each GP too, where there is any. */
  readonly oneToFour: Interval;
  readonly fiveOrMore: Interval;
  /** Clinics whose number of GPs is not known, or that have not counted all twelve months. */
  readonly notKnown: number;
}

export interface SteeringReport {
  readonly periods: readonly SteeringPeriod[];
  readonly bands: SteeringBands;
}

/** The months that are accumulated. */
const accumulatedMonths = 12;

/**
 * Puts the steering group's report together.
 *
 * @param reports Of the clinics, one of each; those without the activity, or with other periods, are passed over.
 * @param activityId Which care plans.
 */
export function steeringReport(
  reports: readonly ClinicReport[],
  activityId: string,
): SteeringReport {
  const told = reports.flatMap((report) => {
    const activity = report.activities?.find(({ id }) => id === activityId);
    return activity ? [{ report, activity }] : [];
  });
  const periods = told[0]?.activity.periods ?? [];
  const own = told.filter(
    ({ activity }) => JSON.stringify(activity.periods) === JSON.stringify(periods),
  );
  const sums = periods.map((period, at) => {
    const counted = own.flatMap(({ report, activity }) => {
      const leaves = activity.values[at];
      return leaves ? [{ leaves, report }] : [];
    });
    const of = (kind: keyof ActivityLeaves) =>
      sumOf(counted.map(({ leaves, report }) => interval(leaves[kind], report.protection)));
    return {
      ...period,
      ...{ new: of('new'), maintained: of('maintained'), unknown: of('unknown') },
      clinics: counted.length,
    };
  });
  return {
    periods: sums.map((each, at) => {
      const back = sums.slice(Math.max(0, at + 1 - periodsInYear(each)), at + 1);
      const of = (kind: keyof ActivityLeaves) => sumOf(back.map((one) => one[kind]));
      return {
        ...each,
        accumulated: { new: of('new'), maintained: of('maintained'), unknown: of('unknown') },
      };
    }),
    bands: bandsOf(own),
  };
}

/** How many periods of a length twelve months have. */
function periodsInYear({ from, to }: Period): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.max(1, Math.round(accumulatedMonths / (months(to) - months(from) + 1)));
}

function bandsOf(
  own: readonly { readonly report: ClinicReport; readonly activity: ActivityReport }[],
): SteeringBands {
  const bands = ['none', 'oneToFour', 'fiveOrMore'] as const;
  const counts = { none: empty(), oneToFour: empty(), fiveOrMore: empty() };
  let notKnown = 0;
  for (const { report, activity } of own) {
    const { capacity, protection } = report;
    const year = activity.periods.length > 0 ? periodsInYear(activity.periods.at(-1)!) : 0;
    const last = activity.values.slice(-year);
    const leaves = last.filter((each) => each !== null);
    if (!capacity || leaves.length < year || year === 0) {
      notKnown++;
      continue;
    }
    const sure = sumOf(leaves.map((each) => interval(each.new, protection)));
    const doubtful = sumOf(leaves.map((each) => interval(each.unknown, protection)));
    const least = bandOf(sure.least, capacity);
    const most = bandOf(sure.most + doubtful.most, capacity);
    const shown = bandOf(sure.estimate, capacity);
    for (const [place, band] of bands.entries()) {
      if (place >= least && place <= most) counts[band].most++;
      if (place === least && place === most) counts[band].least++;
      if (place === shown) counts[band].estimate++;
    }
  }
  return { ...counts, notKnown };
}

function empty(): { least: number; most: number; estimate: number } {
  return { least: 0, most: 0, estimate: 0 };
}

/** 0: none; 1: one to four a GP; 2: five or more a GP. */
function bandOf(plans: number, capacity: number): 0 | 1 | 2 {
  if (plans < 1) return 0;
  return plans >= leastOfMany * capacity ? 2 : 1;
}

const leastOfMany = 5;
