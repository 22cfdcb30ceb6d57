/** What reports came to, profile by profile: whose figures they are, on which dates, and what stands beside them. */
import {
  figuresAt,
  interval,
  sumOf,
  type AreaLevel,
  type AreaReport,
  type ClinicReport,
  type Interval,
  type Protection,
  type Report,
} from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { together, type Figure } from './figures.ts';
import { agreeing, type Refusal } from './agreeing.ts';

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
}

/** The figures of a larger area, to be held against. */
export interface Wider extends Named {
  readonly level: AreaLevel;
  /** Its report, as it came. */
  readonly report: AreaReport;
  readonly figure: FigureOn;
}

/** What of one profile is shown. */
export interface Sheet {
  readonly profile: ClinicReport['profile'];
  readonly protection: Protection;
  /** Of what the units are parts. */
  readonly level: AreaLevel;
  /** What the units are. */
  readonly unitLevel: 'clinic' | AreaLevel;
  readonly area: Named | undefined;
  readonly dates: readonly CalendarDate[];
  readonly indicators: readonly string[];
  readonly units: readonly Unit[];
  readonly mine: Unit | undefined;
  readonly wider: readonly Wider[];
  /** Those who were expected and have not reported. */
  readonly missing: readonly Named[];
  readonly refused: readonly Refusal[];
  /** The reports that the figures are from: those of one level. */
  readonly sources: readonly Report[];
  /** All units together. */
  readonly total: FigureOn;
  /** Of how many nobody can say whether they belong to the population: they are in no indicator. Undefined: not counted. */
  readonly undecided: (date: CalendarDate) => Interval | undefined;
}

/** How reports are put together. */
export interface SheetOptions {
  /** Profiles that the host gave, by id: a report of another version or definition of one of them is refused. */
  readonly known?: ReadonlyMap<string, { readonly version: string; readonly definition?: string }>;
  readonly expected?: readonly Named[];
  readonly area?: Named & { readonly level?: AreaLevel };
  /** Id of my own clinic. */
  readonly mine?: string;
}

const levels = ['clinic', 'cluster', 'municipality', 'region', 'country'] as const;

/**
 * A sheet for each profile of which there is a report, in the order they first come.
 *
 * @param joined Reports that came while the others were looked at: a clinic's goes in among those of the area.
 */
export function sheetsOf(
  reports: readonly Report[],
  options: SheetOptions = {},
  joined: readonly Report[] = [],
): readonly Sheet[] {
  const ids = new Set([...reports, ...joined].map(({ profile }) => profile.id));
  return [...ids].map((id) => {
    const of = (all: readonly Report[]) => all.filter(({ profile }) => profile.id === id);
    return sheetOf(of(reports), of(joined), options);
  });
}

function sheetOf(
  given: readonly Report[],
  joined: readonly Report[],
  options: SheetOptions,
): Sheet {
  const merged = mergedArea(given);
  const first = merged ? [merged] : lowestOf(given.length > 0 ? given : joined);
  const { kept, refused } = agreeing(
    [...given, ...joined],
    first,
    options.known?.get(first[0]!.profile.id),
  );
  const clinics = kept.filter((each): each is ClinicReport => each.level === 'clinic');
  const sources = merged ? [merged, ...clinics] : lowestOf(kept);
  const units = merged
    ? unitsOf(merged, clinics, options)
    : sources.map((each) => unitOf(each, options));
  const total = (indicator: string, date: CalendarDate) =>
    // The report has worked its own sums out already; who came later is in none of them.
    merged && (!merged.clinics || clinics.length === 0)
      ? areaFigure(merged, indicator, date)
      : together(figuresOn(units, indicator, date));
  const { profile, protection, level: unitLevel } = sources[0]!;
  const above = kept
    .filter((each) => !sources.includes(each))
    .flatMap((each) => areaReport(each) ?? []);
  const around = areaAround(sources);
  const level = merged?.level ?? options.area?.level ?? around.level;
  return {
    ...{ profile, protection, units, sources },
    refused: [...refused, ...sources.flatMap(refusedIn)],
    level,
    unitLevel: merged ? 'clinic' : unitLevel,
    area: merged?.area ?? options.area ?? around.area,
    dates: [...new Set(sources.flatMap((each) => each.dates))].sort(),
    indicators: [...new Set(sources.flatMap(idsOf))],
    mine: units.find(({ isMine }) => isMine),
    wider: above
      .filter((each) => levels.indexOf(each.level) > levels.indexOf(level))
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
      .map((each) => ({
        ...each.area,
        level: each.level,
        report: each,
        figure: memo((indicator, date) => areaFigure(each, indicator, date)),
      })),
    missing: missingOf(units, refused, [...(options.expected ?? []), ...(merged?.missing ?? [])]),
    total: memo(total),
    undecided: (date) => undecidedOn(sources, merged, date),
  };
}

/**
 * The area's report that was put together already, where it is the lowest: the only one of its level, with no clinics'
 * reports beside it but of those whom it misses.
 */
function mergedArea(given: readonly Report[]): AreaReport | undefined {
  const areas = lowestOf(given.filter(({ level }) => level !== 'clinic'));
  const only = areas.length === 1 ? areaReport(areas[0]!) : undefined;
  const isMissed = (id: string) => only?.missing.some((each) => each.id === id);
  const isAlone = given.every((each) => each.level !== 'clinic' || isMissed(each.clinic.id));
  return isAlone ? only : undefined;
}

function lowestOf<Some extends Report>(reports: readonly Some[]): readonly Some[] {
  const lowest = Math.min(...reports.map(({ level }) => levels.indexOf(level)));
  return reports.filter(({ level }) => levels.indexOf(level) === lowest);
}

/**
 * Of what the sources are parts, where nobody says: the smallest area that all clinics name as theirs; without one,
 * clinics make a cluster, and clusters a region.
 */
function areaAround(sources: readonly Report[]): {
  readonly level: AreaLevel;
  readonly area: Named | undefined;
} {
  for (const level of ['cluster', 'municipality', 'region'] as const) {
    const [name, ...others] = new Set(
      sources.map((each) => (each.level === 'clinic' ? each.clinic[level] : undefined)),
    );
    if (name !== undefined && others.length === 0) return { level, area: { id: name, name } };
  }
  const { level } = sources[0]!;
  if (level === 'clinic') return { level: 'cluster', area: undefined };
  const isLarge = level === 'region' || level === 'country';
  return { level: isLarge ? 'country' : 'region', area: undefined };
}

/** All sources together; a clinic that came later than the area's report is not in that. */
function undecidedOn(
  sources: readonly Report[],
  merged: AreaReport | undefined,
  date: CalendarDate,
): Interval | undefined {
  const known = new Set(merged?.clinics?.map(({ id }) => id));
  const counted = sources
    .filter((each) => each.level !== 'clinic' || !known.has(each.clinic.id))
    .flatMap((each) => {
      const value = each.undecided[each.dates.indexOf(date)] ?? undefined;
      if (value === undefined) return [];
      return typeof value === 'object' ? [value] : [interval(value, each.protection)];
    });
  return counted.length === 0 ? undefined : sumOf(counted);
}

/** What whoever merged an area's report refused. */
function refusedIn(report: Report): readonly Refusal[] {
  if (report.level === 'clinic') return [];
  return report.refused.map(({ id, name, reason }) => ({
    id,
    name: name ?? id,
    report: undefined,
    why: { kind: 'said', reason },
  }));
}

function areaReport(report: Report): AreaReport | undefined {
  return report.level === 'clinic' ? undefined : report;
}

/** Whoever was refused has reported: why it is not counted is told with it. */
function missingOf(
  units: readonly Unit[],
  refused: readonly Refusal[],
  expected: readonly Named[],
): readonly Named[] {
  const there = new Set([...units, ...refused].map(({ id }) => id));
  const missing = expected.filter(({ id }) => !there.has(id));
  return [...new Map(missing.map(({ id, name }) => [id, { id, name }])).values()];
}

/** The clinics of an area's report; one that came later stands in the place of the earlier. */
function unitsOf(
  report: AreaReport,
  later: readonly ClinicReport[],
  { mine }: SheetOptions,
): readonly Unit[] {
  const units = new Map<string, Unit>();
  const madeAt = new Map<string, string>();
  for (const { id, name, indicators, madeAt: at } of report.clinics ?? []) {
    units.set(id, clinicUnit({ id, name }, { ...report, indicators }, mine));
    madeAt.set(id, at);
  }
  for (const each of later)
    if (each.madeAt >= (madeAt.get(each.clinic.id) ?? ''))
      units.set(each.clinic.id, clinicUnit(each.clinic, each, mine));
  return [...units.values()];
}

function unitOf(report: Report, { mine }: SheetOptions): Unit {
  if (report.level === 'clinic') return clinicUnit(report.clinic, report, mine);
  return {
    id: report.area.id,
    name: report.area.name,
    reporter: report.area.name,
    isMine: false,
    figure: memo((indicator, date) => areaFigure(report, indicator, date)),
  };
}

function clinicUnit(
  { id, name }: Named,
  { indicators, dates, protection }: Pick<ClinicReport, 'indicators' | 'dates' | 'protection'>,
  mine: string | undefined,
): Unit {
  const isMine = mine !== undefined && id === mine;
  const byId = new Map(indicators.map((each) => [each.id, each]));
  return {
    ...{ id, isMine },
    reporter: name,
    name: isMine ? name : undefined,
    figure: memo((indicator, date) => {
      const own = byId.get(indicator);
      const figures = own && figuresAt(own, dates.indexOf(date), protection);
      return figures && { ...figures, clinics: 1 };
    }),
  };
}

function areaFigure(
  { sums, dates }: AreaReport,
  indicator: string,
  date: CalendarDate,
): Figure | undefined {
  const sum = sums.find(({ id }) => id === indicator)?.values[dates.indexOf(date)];
  if (!sum || sum.reported === 0) return undefined;
  const { numerator, rest, unknown, reported } = sum;
  return { numerator, rest, unknown, clinics: reported };
}

function idsOf(report: Report): readonly string[] {
  return (report.level === 'clinic' ? report.indicators : report.sums).map(({ id }) => id);
}

/** The figures of those of whom anything was counted. */
function figuresOn(
  units: readonly Unit[],
  indicator: string,
  date: CalendarDate,
): readonly Figure[] {
  return units.flatMap((unit) => unit.figure(indicator, date) ?? []);
}

/** A figure is asked for many times while it is drawn, and worked out once. */
function memo(work: FigureOn): FigureOn {
  const known = new Map<string, Figure | undefined>();
  return (indicator, date) => {
    const key = `${date} ${indicator}`;
    if (!known.has(key)) known.set(key, work(indicator, date));
    return known.get(key);
  };
}
