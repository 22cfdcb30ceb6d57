/** What must hold between the parts of a report, beyond its structure. */
import type { Violation } from '../../profile/issues.ts';
import { areExempted, areLeaves, isLeaf, protectionProblem } from '../protection/index.ts';
import type {
  ActivityReport,
  AreaReport,
  ClinicReport,
  IndicatorReport,
  Interval,
  Leaf,
  Leaves,
  Protection,
  Report,
  SteeringBands,
} from '../types.ts';

type Path = readonly PropertyKey[];

/** Finds what is wrong with a report of the right structure, in the order of the document. */
export function violationsIn(report: Report): readonly Violation[] {
  const { protection, dates } = report;
  const problem = protectionProblem(protection);
  // By rules that nobody knows nothing can be asked of the leaves.
  if (problem)
    return [found(['protection'], 'report-protection', { da: problem.da, en: problem.en })];
  return [
    ...outOfOrder(dates, ['dates']),
    ...(report.level === 'clinic'
      ? counted(report, report, [])
      : [
          ...(report.clinics ?? []).flatMap((each, at) => counted(each, report, ['clinics', at])),
          ...ofArea(report),
        ]),
  ];
}

type Counted = Pick<ClinicReport, 'indicators' | 'undecided' | 'exemptions' | 'activities'>;

function counted(of: Counted, { dates, protection }: Report, path: Path): readonly Violation[] {
  const { indicators, undecided, exemptions = [], activities = [] } = of;
  return [
    ...repeated(indicators, [...path, 'indicators']),
    ...indicators.flatMap((each, at) =>
      ofIndicator(each, dates.length, protection, [...path, 'indicators', at]),
    ),
    ...ofLength(undecided, dates.length, [...path, 'undecided']),
    ...undecided.flatMap((leaf, at) => alone(leaf, protection, [...path, 'undecided', at])),
    ...markedTwice(exemptions, [...path, 'exemptions']),
    ...exemptions.flatMap((each, at) =>
      areExempted(each, protection)
        ? []
        : [found([...path, 'exemptions', at], 'report-leaves', sizesOf(protection))],
    ),
    ...activities.flatMap((each, at) => ofActivity(each, protection, [...path, 'activities', at])),
  ];
}

function ofIndicator(
  { values, groups }: IndicatorReport,
  dates: number,
  protection: Protection,
  path: Path,
): readonly Violation[] {
  const of = (list: readonly (Leaves | null)[], place: Path, length: number) => [
    ...ofLength(list, length, place),
    ...list.flatMap((each, at) =>
      each === null || areLeaves(each, protection)
        ? []
        : [found([...place, at], 'report-leaves', sizesOf(protection))],
    ),
  ];
  return [
    // A breakdown stands in the place of the leaves of all: beside them it would give numbers away.
    ...of(values, [...path, 'values'], groups ? 0 : dates),
    ...(groups ?? []).flatMap((each, at) =>
      of(each.values, [...path, 'groups', at, 'values'], dates),
    ),
  ];
}

function ofActivity(
  { periods, values }: ActivityReport,
  protection: Protection,
  path: Path,
): readonly Violation[] {
  return [
    ...outOfOrder(
      periods.flatMap(({ from, to }) => [from, `${to}+`]),
      [...path, 'periods'],
    ).map((each) => ({ ...each, path: [...path, 'periods'] })),
    ...ofLength(values, periods.length, [...path, 'values']),
    ...values.flatMap((value, at) =>
      Object.entries(value ?? {}).flatMap(([key, leaf]: [string, Leaf]) =>
        alone(leaf, protection, [...path, 'values', at, key]),
      ),
    ),
  ];
}

function ofArea(report: AreaReport): readonly Violation[] {
  const { sums, undecided, dates, protection, exemptions = [], activities = [] } = report;
  const exact = (sum: Interval, reported: number, path: Path) =>
    isSumOf(reported, sum, protection) ? [] : [found(path, 'report-sum')];
  return [
    ...repeated(sums, ['sums']),
    ...sums.flatMap(({ values }, at) => [
      ...ofLength(values, dates.length, ['sums', at, 'values']),
      ...values.flatMap((value, index) =>
        (['numerator', 'rest', 'unknown'] as const).flatMap((leaf) =>
          value ? exact(value[leaf], value.reported, ['sums', at, 'values', index, leaf]) : [],
        ),
      ),
      ...values.flatMap((value, index) =>
        (value?.causes?.counts ?? []).flatMap(({ count }, place) =>
          exact(count, value!.causes!.reported, [
            ...['sums', at, 'values', index, 'causes', 'counts', place, 'count'],
          ]),
        ),
      ),
    ]),
    ...ofLength(undecided, dates.length, ['undecided']),
    ...undecided.flatMap((sum, at) => (sum ? exact(sum, 1, ['undecided', at]) : [])),
    ...markedTwice(exemptions, ['exemptions']),
    ...exemptions.flatMap(({ rest, reasons, reported }, at) => [
      ...exact(rest, reported, ['exemptions', at, 'rest']),
      ...reasons.flatMap(({ count }, place) =>
        exact(count, reported, ['exemptions', at, 'reasons', place, 'count']),
      ),
    ]),
    ...repeated(activities, ['activities']),
    ...activities.flatMap(({ values, periods, bands, clinics }, at) => [
      ...ofLength(values, periods.length, ['activities', at, 'values']),
      ...(areBands(bands, clinics) ? [] : [found(['activities', at, 'bands'], 'report-sum')]),
      ...values.flatMap((value, index) =>
        (['new', 'maintained', 'unknown'] as const).flatMap((kind) =>
          value
            ? exact(value[kind], value.reported, ['activities', at, 'values', index, kind])
            : [],
        ),
      ),
    ]),
  ];
}

/** Whether it may be a sum of protected counts of so many clinics: each leaves as much open as its class is wide. */
function isSumOf(
  clinics: number,
  { least, most, estimate }: Interval,
  { base }: Protection,
): boolean {
  if (![least, most].every((end) => Number.isSafeInteger(end) && end >= 0)) return false;
  return least <= estimate && estimate <= most && most - least >= clinics * (base - 1);
}

/** Whether each clinic is in one band, or in none as nobody knows in which. */
function areBands(
  { none, oneToFour, fiveOrMore, notKnown }: SteeringBands,
  clinics: number,
): boolean {
  const all = [none, oneToFour, fiveOrMore];
  const areOrdered = all.every(
    ({ least, most, estimate }) =>
      [least, most, estimate].every((each) => Number.isSafeInteger(each) && each >= 0) &&
      least <= estimate &&
      estimate <= most &&
      most <= clinics,
  );
  return areOrdered && all.reduce((sum, { estimate }) => sum + estimate, notKnown) === clinics;
}

function alone(leaf: Leaf | null, protection: Protection, path: Path): readonly Violation[] {
  return leaf === null || isLeaf(leaf, protection)
    ? []
    : [found(path, 'report-leaf', sizesOf(protection))];
}

function sizesOf({ threshold, base }: Protection) {
  return { threshold, base };
}

function ofLength(list: readonly unknown[], length: number, path: Path): readonly Violation[] {
  if (list.length === length) return [];
  return [found(path, 'report-length', { found: list.length, expected: length })];
}

function outOfOrder(dates: readonly string[], path: Path): readonly Violation[] {
  const at = dates.findIndex((date, index) => index > 0 && date <= dates[index - 1]!);
  return at < 0 ? [] : [found([...path, at], 'report-order')];
}

function repeated(list: readonly { readonly id: string }[], path: Path): readonly Violation[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, at) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [found([...path, at, 'id'], 'report-repeated', { id })] : [];
  });
}

/** Of one marker there is one entry, and one of the whole patient. */
function markedTwice(
  list: readonly { readonly marker?: string }[],
  path: Path,
): readonly Violation[] {
  return repeated(
    list.map(({ marker }) => ({ id: marker ?? '' })),
    path,
  ).map((each) => ({ ...each, path: each.path.slice(0, -1) }));
}

function found(path: Path, code: string, details: Violation['details'] = {}): Violation {
  return { path, code, details };
}
