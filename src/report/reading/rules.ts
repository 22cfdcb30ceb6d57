/** What must hold between the parts of a report, beyond its structure. */
import type { Violation } from '../../profile/issues.ts';
import { firstShared } from '../clinic/groups.ts';
import { keyOfLeaves } from '../merge/sums.ts';
import { areExempted, areLeaves, isLeaf, protectionProblem } from '../protection/index.ts';
import type {
  ActivityReport,
  ClinicReport,
  IndicatorReport,
  Leaf,
  Leaves,
  Protection,
  Report,
} from '../types.ts';
import { sumsOfOthers, sumsOutOfBounds } from './areas.ts';
import {
  found,
  markedTwice,
  ofLength,
  outOfOrder,
  repeated,
  sizesOf,
  type Path,
} from './violations.ts';

/** Finds what is wrong with a report of the right structure, in the order of the document. */
export function violationsIn(report: Report): readonly Violation[] {
  const { protection, dates } = report;
  const problem = protectionProblem(protection);
  // By rules that nobody knows nothing can be asked of the leaves.
  if (problem)
    return [found(['protection'], 'report-protection', { da: problem.da, en: problem.en })];
  const known = new KnownLeaves(protection);
  const violations = [
    ...outOfOrder(dates, ['dates']),
    ...(report.level === 'clinic'
      ? counted(report, report, [], known)
      : [
          ...repeated(report.clinics ?? [], ['clinics']),
          ...(report.clinics ?? []).flatMap((each, at) =>
            counted(each, report, ['clinics', at], known),
          ),
          ...sumsOutOfBounds(report),
        ]),
  ];
  if (violations.length > 0 || report.level === 'clinic') return violations;
  return sumsOfOthers(report);
}

type Counted = Pick<ClinicReport, 'indicators' | 'undecided' | 'exemptions' | 'activities'>;

function counted(
  of: Counted,
  { dates, protection }: Report,
  path: Path,
  known: KnownLeaves,
): readonly Violation[] {
  const { indicators, undecided, exemptions = [], activities = [] } = of;
  return [
    ...repeated(indicators, [...path, 'indicators']),
    ...indicators.flatMap((each, at) =>
      ofIndicator(each, dates.length, known, [...path, 'indicators', at]),
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
  known: KnownLeaves,
  path: Path,
): readonly Violation[] {
  const of = (list: readonly (Leaves | null)[], place: Path, length: number) => [
    ...ofLength(list, length, place),
    ...list.flatMap((each, at) => (each ? ofLeaves(each, known, place, at) : none)),
  ];
  const shared = groups && firstShared(groups.map(({ group }) => group));
  return [
    // A breakdown stands in the place of the leaves of all: beside them it would give numbers away.
    ...of(values, [...path, 'values'], groups ? 0 : dates),
    ...(shared === undefined ? [] : [found([...path, 'groups', shared, 'group'], 'report-groups')]),
    ...(groups ?? []).flatMap((each, at) =>
      of(each.values, [...path, 'groups', at, 'values'], dates),
    ),
  ];
}

/** Leaves that the method gives: the same are met again and again. */
class KnownLeaves {
  readonly #right = new Set<number>();

  constructor(readonly protection: Protection) {}

  has(leaves: Leaves): boolean {
    const key = keyOfLeaves(leaves);
    if (key !== undefined && this.#right.has(key)) return true;
    const isRight = areLeaves(leaves, this.protection);
    if (isRight && key !== undefined) this.#right.add(key);
    return isRight;
  }
}

/** Most have nothing to tell of, and are a million: no list is made for them. */
const none: readonly Violation[] = [];

function ofLeaves(
  leaves: Leaves,
  known: KnownLeaves,
  place: Path,
  at: number,
): readonly Violation[] {
  const { unknown } = leaves;
  if (!known.has(leaves))
    return [found([...place, at], 'report-leaves', sizesOf(known.protection))];
  if (typeof unknown !== 'object') return none;
  const again = unknown.findIndex(({ cause }, index) =>
    unknown.slice(0, index).some((before) => before.cause === cause),
  );
  if (again < 0) return none;
  const path = [...place, at, 'unknown', again, 'cause'];
  return [found(path, 'report-repeated', { id: unknown[again]!.cause })];
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

function alone(leaf: Leaf | null, protection: Protection, path: Path): readonly Violation[] {
  return leaf === null || isLeaf(leaf, protection)
    ? []
    : [found(path, 'report-leaf', sizesOf(protection))];
}
