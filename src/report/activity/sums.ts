/** What the clinics of an area have counted together (R28), by period, and how many clinics have made how many. */
import { interval, sumOf } from '../protection/index.ts';
import type {
  ActivityLeaves,
  ActivityReport,
  AreaActivity,
  AreaActivityValue,
  ClinicReport,
  Interval,
  Period,
  Protection,
  SteeringBands,
} from '../types.ts';

/** Whose counts are summed. */
export type Counting = Pick<ClinicReport, 'activities' | 'capacity'>;

interface Told {
  readonly activity: ActivityReport;
  readonly capacity: number | undefined;
}

/** The sums of each activity that any of the clinics has counted, in the order in which they are met. */
export function sumActivities(
  reports: readonly Counting[],
  protection: Protection,
): readonly AreaActivity[] | undefined {
  const byId = new Map<string, Told[]>();
  for (const { activities = [], capacity } of reports)
    for (const activity of activities) {
      const own = byId.get(activity.id);
      if (own) own.push({ activity, capacity });
      else byId.set(activity.id, [{ activity, capacity }]);
    }
  return byId.size === 0 ? undefined : [...byId.values()].map((told) => sumOne(told, protection));
}

function sumOne(told: readonly Told[], protection: Protection): AreaActivity {
  const periods = commonest(told.map(({ activity }) => activity));
  const key = keyOf(periods);
  const own = told.filter(({ activity }) => keyOf(activity.periods) === key);
  const { id, type } = own[0]!.activity;
  return {
    ...{ id, type, periods },
    values: periods.map((_, at) => valueAt(own, at, protection)),
    bands: bandsOf(own, protection),
    clinics: own.length,
    others: told.length - own.length,
  };
}

function valueAt(
  own: readonly Told[],
  at: number,
  protection: Protection,
): AreaActivityValue | null {
  const leaves = own.flatMap(({ activity }) => activity.values[at] ?? []);
  if (leaves.length === 0) return null;
  const of = (kind: keyof ActivityLeaves) =>
    sumOf(leaves.map((each) => interval(each[kind], protection)));
  return {
    ...{ new: of('new'), maintained: of('maintained'), unknown: of('unknown') },
    reported: leaves.length,
  };
}

/** The periods that most clinics count by; of as many, the later and more of them. */
function commonest(
  told: readonly { readonly periods: readonly Period[]; readonly clinics?: number }[],
): readonly Period[] {
  const counts = new Map<string, { readonly periods: readonly Period[]; clinics: number }>();
  for (const { periods, clinics = 1 } of told) {
    const key = keyOf(periods);
    const known = counts.get(key);
    if (known) known.clinics += clinics;
    else counts.set(key, { periods, clinics });
  }
  const [first] = [...counts].sort(
    ([keyA, a], [keyB, b]) =>
      b.clinics - a.clinics ||
      b.periods.length - a.periods.length ||
      (keyA === keyB ? 0 : keyA < keyB ? 1 : -1),
  );
  return first?.[1].periods ?? [];
}

function keyOf(periods: readonly Period[]): string {
  return periods.map(({ from, to }) => `${from} ${to}`).join();
}

/**
 * What some areas have counted together, by activity. Of one that areas count by different periods, those that most of
 * the clinics count by are summed.
 */
export function addActivities(all: readonly AreaActivity[]): readonly AreaActivity[] {
  const byId = new Map<string, AreaActivity[]>();
  for (const each of all) {
    const own = byId.get(each.id);
    if (own) own.push(each);
    else byId.set(each.id, [each]);
  }
  return [...byId.values()].map((told) => {
    const key = keyOf(commonest(told));
    const own = told.filter(({ periods }) => keyOf(periods) === key);
    const left = told.filter((each) => !own.includes(each));
    const first = own[0]!;
    const clinicsOf = (some: readonly AreaActivity[]) =>
      some.reduce((sum, { clinics }) => sum + clinics, 0);
    return {
      ...{ id: first.id, type: first.type, periods: first.periods },
      values: first.periods.map((_, at) =>
        addValues(own.flatMap(({ values }) => values[at] ?? [])),
      ),
      bands: addBands(own.map(({ bands }) => bands)),
      clinics: clinicsOf(own),
      others: told.reduce((sum, { others }) => sum + others, 0) + clinicsOf(left),
    };
  });
}

function addValues(values: readonly AreaActivityValue[]): AreaActivityValue | null {
  if (values.length === 0) return null;
  return {
    new: sumOf(values.map((each) => each.new)),
    maintained: sumOf(values.map((each) => each.maintained)),
    unknown: sumOf(values.map((each) => each.unknown)),
    reported: values.reduce((sum, { reported }) => sum + reported, 0),
  };
}

function addBands(all: readonly SteeringBands[]): SteeringBands {
  return {
    none: sumOf(all.map(({ none }) => none)),
    oneToFour: sumOf(all.map(({ oneToFour }) => oneToFour)),
    fiveOrMore: sumOf(all.map(({ fiveOrMore }) => fiveOrMore)),
    notKnown: all.reduce((sum, { notKnown }) => sum + notKnown, 0),
  };
}

/** The months that are accumulated. */
const accumulatedMonths = 12;

/** How many periods of a length twelve months have. */
export function periodsInYear({ from, to }: Period): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.max(1, Math.round(accumulatedMonths / (months(to) - months(from) + 1)));
}

function bandsOf(own: readonly Told[], protection: Protection): SteeringBands {
  const bands = ['none', 'oneToFour', 'fiveOrMore'] as const;
  const counts = { none: empty(), oneToFour: empty(), fiveOrMore: empty() };
  let notKnown = 0;
  for (const { activity, capacity } of own) {
    const year = activity.periods.length > 0 ? periodsInYear(activity.periods.at(-1)!) : 0;
    const leaves = activity.values.slice(-year).filter((each) => each !== null);
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

function empty(): { -readonly [End in keyof Interval]: number } {
  return { least: 0, most: 0, estimate: 0 };
}

/** 0: none; 1: one to four a GP; 2: five or more a GP. */
function bandOf(plans: number, capacity: number): 0 | 1 | 2 {
  if (plans < 1) return 0;
  return plans >= leastOfMany * capacity ? 2 : 1;
}

const leastOfMany = 5;
