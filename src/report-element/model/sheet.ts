/** What reports came to, profile by profile: whose figures they are, on which dates, and what stands beside them. */
import {
  interval,
  sumOf,
  addActivities,
  addCauses,
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
  areaCauses,
  areaFigure,
  leavesOf,
  memo,
  unitOf,
  unitsOf,
  type Further,
  type FigureOn,
  type Named,
  type Unit,
} from './units.ts';
import { agreeing, type Refusal } from './agreeing.ts';
import { isMissedBy, isOf, takenIn, type SheetOptions } from './joining.ts';

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
  /** Whether anybody has said who should report: else that nobody is missing says nothing. */
  readonly isExpectedKnown: boolean;
  readonly refused: readonly Refusal[];
  /** Clinics that several of the areas have counted: they are in the sums more than once. */
  readonly countedTwice: readonly Named[];
  /** Whether there is no clinic's own figure but mine: the area told its sums alone. */
  readonly isSumsAlone: boolean;
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
  const merged = mergedArea(given, options);
  const first = merged ? [merged] : lowestOf(given.length > 0 ? given : joined);
  const { kept, refused: disagreeing } = agreeing(
    [...given, ...joined],
    first,
    options.known?.get(first[0]!.profile.id),
  );
  const { taken, uncounted } = takenIn(kept, { merged, joined, options });
  const sources = merged ? [merged, ...taken.filter(isClinic)] : lowestOf(taken);
  const clinics = sources.filter(isClinic);
  const units = merged
    ? unitsOf(merged, clinics, options.mine)
    : sources.map((each) => unitOf(each, options.mine));
  const parts = partsOf(units, clinics, merged);
  let further: Further | undefined;
  const { profile, protection, level: unitLevel } = sources[0]!;
  const around = areaAround(sources);
  const level = merged?.level ?? options.area?.level ?? around.level;
  const areas = taken.flatMap((each) => (sources.includes(each) ? [] : (areaReport(each) ?? [])));
  const larger = areas.filter((each) => isLarger(each.level, level));
  const expected = [...(options.expected ?? []), ...(merged?.missing ?? [])];
  const refused: readonly Refusal[] = [
    ...disagreeing,
    ...uncounted,
    ...areas.flatMap((report) =>
      larger.includes(report) ? [] : [{ ...report.area, report, why: { kind: 'beside' } as const }],
    ),
  ];
  return {
    ...{ profile, protection, units, sources },
    refused: [...refused, ...sources.flatMap(refusedIn)],
    level,
    unitLevel: merged ? 'clinic' : unitLevel,
    isSumsAlone: merged !== undefined && !merged.clinics,
    area: merged?.area ?? options.area ?? around.area,
    dates: [...new Set(sources.flatMap((each) => each.dates))].sort(),
    indicators: [...new Set(sources.flatMap(idsOf))],
    mine: units.find(({ isMine }) => isMine),
    wider: larger
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
      .map((each) => ({
        ...each.area,
        level: each.level,
        report: each,
        figure: memo((indicator, date) => areaFigure(each, indicator, date)),
      })),
    isExpectedKnown: expected.length > 0,
    countedTwice: countedTwice(sources),
    missing: missingOf(units, refused, expected),
    total: memo(totalOf(parts)),
    undecided: (date) => undecidedOn(sources, merged, date),
    causes: (indicator, date) =>
      addCauses([
        ...(parts.sums ? [areaCauses(parts.sums, indicator, date) ?? []].flat() : []),
        ...parts.units.flatMap((unit) => unit.causes(indicator, date) ?? []),
      ]),
    further: () => (further ??= furtherTogether(parts, merged)),
  };
}

/** What all units together are added up of. */
interface Parts {
  /** The area's report whose own sums count. */
  readonly sums: AreaReport | undefined;
  /** Whom they miss; all, where no sums count. */
  readonly units: readonly Unit[];
}

/** An area's report has worked its own sums out already, for as long as nobody joins it. */
function partsOf(
  units: readonly Unit[],
  clinics: readonly ClinicReport[],
  merged: AreaReport | undefined,
): Parts {
  if (!merged || (merged.clinics && clinics.length > 0)) return { sums: undefined, units };
  // Of sums alone it is known whom they miss.
  const missed = merged.clinics ? [] : units.filter(({ id }) => isMissedBy(merged, id));
  return { sums: merged, units: missed };
}

function totalOf({ sums, units }: Parts): FigureOn {
  return (indicator, date) => {
    const sum = sums && areaFigure(sums, indicator, date);
    return together([...(sum ? [sum] : []), ...figuresOn(units, indicator, date)]);
  };
}

/**
 * What is told beside indicators, of all together. Where the clinics of an area's report tell nothing of it themselves,
 * the report's own sums are added to what came later.
 */
function furtherTogether({ sums, units }: Parts, merged: AreaReport | undefined): Further {
  const own = (part: 'exemptions' | 'activities') =>
    sums || merged?.clinics?.some((clinic) => clinic[part]) !== true ? merged : undefined;
  return {
    exemptions: addExemptions([
      ...(own('exemptions')?.exemptions ?? []),
      ...units.flatMap((unit) => unit.further.exemptions),
    ]),
    activities: addActivities([
      ...(own('activities')?.activities ?? []),
      ...units.flatMap((unit) => unit.further.activities),
    ]),
  };
}

/**
 * The area's report that was put together already, where it is the lowest, and the only one of its level: with no
 * clinics' reports beside it but of its own clinics, or of those whom it misses.
 */
function mergedArea(given: readonly Report[], options: SheetOptions): AreaReport | undefined {
  const areas = lowestOf(given.filter(({ level }) => level !== 'clinic'));
  const only = areas.length === 1 ? areaReport(areas[0]!) : undefined;
  if (!only) return undefined;
  const clinics = given.filter(isClinic);
  if (clinics.every(({ clinic }) => isMissedBy(only, clinic.id))) return only;
  const level = options.area?.level ?? areaAround(clinics).level;
  const isOwn = ({ clinic }: ClinicReport) =>
    // Sums alone may have anybody in them: beside them there is mine.
    only.clinics ? isOf(only, clinic) : clinic.id === options.mine || isMissedBy(only, clinic.id);
  return !isLarger(only.level, level) && clinics.every(isOwn) ? only : undefined;
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

/** All sources together; a clinic's own report stands in the place of what the area's has of it. */
function undecidedOn(
  sources: readonly Report[],
  merged: AreaReport | undefined,
  date: CalendarDate,
): Interval | undefined {
  const clinics = sources.filter(isClinic);
  const leaves: readonly Pick<ClinicReport, 'undecided' | 'dates' | 'protection'>[] =
    merged?.clinics && clinics.length > 0
      ? [...leavesOf(merged, clinics).values()]
      : clinics.filter(({ clinic }) => !merged || isMissedBy(merged, clinic.id));
  const sums = sources.flatMap((each) =>
    each.level === 'clinic' || (each === merged && each.clinics && clinics.length > 0)
      ? []
      : [each],
  );
  const counted = [
    ...sums.flatMap(({ undecided, dates }) => undecided[dates.indexOf(date)] ?? []),
    ...leaves.flatMap(({ undecided, dates, protection }) => {
      const leaf = undecided[dates.indexOf(date)] ?? undefined;
      return leaf === undefined ? [] : [interval(leaf, protection)];
    }),
  ];
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

function isClinic(report: Report): report is ClinicReport {
  return report.level === 'clinic';
}

function isLarger(one: AreaLevel, other: AreaLevel): boolean {
  return levels.indexOf(one) > levels.indexOf(other);
}

function areaReport(report: Report): AreaReport | undefined {
  return report.level === 'clinic' ? undefined : report;
}

/** Areas that are added up may have a clinic in common: one that has moved from the one to the other. */
function countedTwice(sources: readonly Report[]): readonly Named[] {
  const areas = sources.flatMap((each) => areaReport(each) ?? []);
  if (areas.length < 2) return [];
  const seen = new Set<string>();
  const twice = new Map<string, Named>();
  for (const { id, name } of areas.flatMap(({ clinics = [] }) => clinics)) {
    if (seen.has(id)) twice.set(id, { id, name });
    seen.add(id);
  }
  return [...twice.values()];
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
