/** What must hold between the parts of a report, beyond its structure. */
import type { Violation } from '../../profile/issues.ts';
import { areLeaves, isLeaf, protectionProblem } from '../protection/index.ts';
import type {
  ActivityReport,
  AreaReport,
  ClinicReport,
  IndicatorReport,
  Leaf,
  Leaves,
  Protection,
  Report,
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
    ...exemptions.flatMap(({ count }, at) =>
      alone(count, protection, [...path, 'exemptions', at, 'count']),
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

function ofArea({ sums, undecided, dates }: AreaReport): readonly Violation[] {
  return [
    ...repeated(sums, ['sums']),
    ...sums.flatMap(({ values }, at) => ofLength(values, dates.length, ['sums', at, 'values'])),
    ...ofLength(undecided, dates.length, ['undecided']),
  ];
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

function found(path: Path, code: string, details: Violation['details'] = {}): Violation {
  return { path, code, details };
}
