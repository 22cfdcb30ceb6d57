/** What reports came to, profile by profile: whose figures they are, on which dates, and what stands beside them. */
import {
  interval,
  sumOf,
  addActivities,
  addExemptions,
  type AreaCauses,
  type AreaLevel,
  type AreaReport,
  type ClinicReport,
  type Interval,
  type Protection,
  type Report,
} from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { together, type Figure } from './figures.ts';
import {
  addedCauses,
  areaCauses,
  areaFigure,
  furtherOf,
  memo,
  unitOf,
  unitsOf,
  type Further,
  type FigureOn,
  type Named,
  type Unit,
} from './units.ts';
import { agreeing, type Refusal } from './agreeing.ts';

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
  /** Why the unknown are unknown, of all units that tell it. */
  readonly causes: (indicator: string, date: CalendarDate) => AreaCauses | undefined;
  /** What all units tell beside indicators. */
  readonly further: () => Further;
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
    ? unitsOf(merged, clinics, options.mine)
    : sources.map((each) => unitOf(each, options.mine));
  // The report has worked its own sums out already; who came later is in none of them.
  const worked = merged && (!merged.clinics || clinics.length === 0) ? merged : undefined;
  const total = (indicator: string, date: CalendarDate) =>
    worked ? areaFigure(worked, indicator, date) : together(figuresOn(units, indicator, date));
  let further: Further | undefined;
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
    causes: (indicator, date) =>
      worked
        ? areaCauses(worked, indicator, date)
        : addedCauses(units.flatMap((unit) => unit.causes(indicator, date) ?? [])),
    further: () => (further ??= worked ? furtherOf(worked) : added(units, merged)),
  };
}

/**
 * What some units tell together beside indicators. Where the clinics of an area's report tell nothing of it themselves,
 * the report's own sums are added to what came later.
 */
function added(units: readonly Unit[], merged: AreaReport | undefined): Further {
  const has = (part: 'exemptions' | 'activities') =>
    merged?.clinics?.some((clinic) => clinic[part]) !== true;
  return {
    exemptions: addExemptions([
      ...(has('exemptions') ? (merged?.exemptions ?? []) : []),
      ...units.flatMap((unit) => unit.further.exemptions),
    ]),
    activities: addActivities([
      ...(has('activities') ? (merged?.activities ?? []) : []),
      ...units.flatMap((unit) => unit.further.activities),
    ]),
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
