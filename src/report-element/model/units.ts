/** The rows of figures that a report is made of: clinics, or the areas of a larger one. */
import {
  causesAt,
  figuresAt,
  sumActivities,
  sumExemptions,
  type AreaActivity,
  type AreaCauses,
  type AreaExemptions,
  type AreaReport,
  type ClinicReport,
  type Report,
} from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Figure } from './figures.ts';

/** Somebody who is expected to report, or an area. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The figure of an indicator on a date; undefined where nothing was counted. */
export type FigureOn = (indicator: string, date: CalendarDate) => Figure | undefined;

/** One row of figures: a clinic, or in a larger area a cluster, a municipality or a region. */
export interface Unit {
  readonly id: string;
  /** A clinic's name is said of one's own alone; an area's of all. */
  readonly name: string | undefined;
  readonly isMine: boolean;
  /** Who it is of: said where it has no figures, and never beside one. */
  readonly reporter: string;
  /** Undefined where nothing was counted. */
  readonly figure: FigureOn;
  /** What the clinic reported; undefined of an area. */
  readonly leaves: ClinicLeaves | undefined;
  /** Why an indicator's unknown are unknown, on a date; undefined where that is not told. */
  readonly causes: (indicator: string, date: CalendarDate) => AreaCauses | undefined;
  readonly further: Further;
}

/** What is told beside indicators; empty where nothing is. */
export interface Further {
  readonly exemptions: readonly AreaExemptions[];
  readonly activities: readonly AreaActivity[];
}

/** A clinic's protected leaves, of whichever report they came in. */
export type ClinicLeaves = Pick<
  ClinicReport,
  | 'indicators'
  | 'undecided'
  | 'exemptions'
  | 'activities'
  | 'capacity'
  | 'dates'
  | 'protection'
  | 'madeAt'
>;

/** The clinics of an area's report, and those beside it: a clinic's own report stands in the place of the area's. */
export function unitsOf(
  report: AreaReport,
  beside: readonly ClinicReport[],
  mine: string | undefined,
): readonly Unit[] {
  const names = new Map<string, Named>([
    ...(report.clinics ?? []).map((each) => [each.id, each] as const),
    ...beside.map(({ clinic }) => [clinic.id, clinic] as const),
  ]);
  return [...leavesOf(report, beside)].map(([id, leaves]) =>
    clinicUnit(names.get(id)!, leaves, mine),
  );
}

/** What each clinic of an area has reported, by its id. */
export function leavesOf(
  { clinics = [], dates, protection }: AreaReport,
  beside: readonly ClinicReport[],
): ReadonlyMap<string, ClinicLeaves> {
  return new Map<string, ClinicLeaves>([
    ...clinics.map((each) => [each.id, { ...each, dates, protection }] as const),
    ...beside.map((each) => [each.clinic.id, each] as const),
  ]);
}

export function unitOf(report: Report, mine: string | undefined): Unit {
  if (report.level === 'clinic') return clinicUnit(report.clinic, report, mine);
  return {
    id: report.area.id,
    name: report.area.name,
    reporter: report.area.name,
    isMine: false,
    leaves: undefined,
    figure: memo((indicator, date) => areaFigure(report, indicator, date)),
    causes: (indicator, date) => areaCauses(report, indicator, date),
    further: furtherOf(report),
  };
}

function clinicUnit({ id, name }: Named, leaves: ClinicLeaves, mine: string | undefined): Unit {
  const { indicators, dates, protection } = leaves;
  const isMine = mine !== undefined && id === mine;
  const byId = new Map(indicators.map((each) => [each.id, each]));
  return {
    ...{ id, isMine, leaves },
    reporter: name,
    name: isMine ? name : undefined,
    figure: memo((indicator, date) => {
      const own = byId.get(indicator);
      const figures = own && figuresAt(own, dates.indexOf(date), protection);
      return figures && { ...figures, clinics: 1 };
    }),
    causes: (indicator, date) => {
      const own = byId.get(indicator);
      const counts = own && causesAt(own, dates.indexOf(date), protection);
      return counts && { counts, reported: 1 };
    },
    further: furtherOf({
      exemptions: sumExemptions([leaves], protection),
      activities: sumActivities([leaves], protection),
    }),
  };
}

function furtherOf({
  exemptions = [],
  activities = [],
}: {
  readonly [Part in keyof Further]?: Further[Part] | undefined;
}): Further {
  return { exemptions, activities };
}

export function areaCauses(
  { sums, dates }: AreaReport,
  indicator: string,
  date: CalendarDate,
): AreaCauses | undefined {
  return sums.find(({ id }) => id === indicator)?.values[dates.indexOf(date)]?.causes;
}

export function areaFigure(
  { sums, dates }: AreaReport,
  indicator: string,
  date: CalendarDate,
): Figure | undefined {
  const sum = sums.find(({ id }) => id === indicator)?.values[dates.indexOf(date)];
  if (!sum || sum.reported === 0) return undefined;
  const { numerator, rest, unknown, reported } = sum;
  return { numerator, rest, unknown, clinics: reported };
}

/** A figure is asked for many times while it is drawn, and worked out once. */
export function memo(work: FigureOn): FigureOn {
  const known = new Map<string, Figure | undefined>();
  return (indicator, date) => {
    const key = `${date} ${indicator}`;
    if (!known.has(key)) known.set(key, work(indicator, date));
    return known.get(key);
  };
}
