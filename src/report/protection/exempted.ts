/**
 * Who is exempt of a marker, protected: the members of a round are a denominator of their own, of which each is exempt
 * for one reason, or not exempt. The reasons stand where an indicator has its unknown, and *no* is nobody.
 */
import { exemptionReasons } from '../../adapter/exemption.ts';
import type { Interval, Leaf, Protection, ReportedExemptions } from '../types.ts';
import { between, startOf, widthOf } from './classes.ts';
import { areLeaves, figuresOf, partsOf } from './figures.ts';
import { protectPartition } from './partition.ts';

/** All reasons that are told, of whichever there are: `other` is one that is not of the list, `''` is none. */
export const reportedReasons: readonly string[] = [...exemptionReasons, 'other', ''];

/**
 * Protects the exemptions of one marker.
 *
 * @param members All members of the round.
 * @param exempt How many are exempt, by `reportedReasons`.
 */
export function protectExempted(
  members: number,
  exempt: readonly number[],
  protection: Protection,
): Pick<ReportedExemptions, 'rest' | 'reasons'> {
  const numerator = members - exempt.reduce((sum, each) => sum + each, 0);
  const leaves = protectPartition({ numerator, rest: 0, unknown: exempt }, protection);
  return {
    rest: leaves.numerator,
    reasons: reportedReasons.map((reason, at) => ({ reason, count: leaves.unknown[at]! })),
  };
}

/** What is said of who is exempt of a marker. */
export interface ExemptedFigures {
  /** Who is not. */
  readonly rest: Interval;
  /** Who is, whatever the reason. */
  readonly exempt: Interval;
  /** By reason, in the order of the report. */
  readonly reasons: readonly { readonly reason: string; readonly count: Interval }[];
}

/** What the leaves of a marker's exemptions may have been. */
export function exemptedFigures(
  { rest, reasons }: ReportedExemptions,
  protection: Protection,
): ExemptedFigures {
  const leaves = leavesOf({ rest, reasons });
  const counts = partsOf(leaves, protection);
  const { numerator, unknown } = figuresOf(leaves, protection);
  return {
    reasons: reasons.map(({ reason }, at) => ({ reason, count: counts[at]! })),
    exempt: unknown,
    // Nobody is anything else: what is left of the round is known as well as its size.
    rest: typeof rest === 'number' ? remaining(rest, reasons, protection) : numerator,
  };
}

function remaining(
  rest: number,
  reasons: ReportedExemptions['reasons'],
  protection: Protection,
): Interval {
  const room = reasons.reduce((sum, { count }) => sum + widthOf(startOf(count), protection) - 1, 0);
  return between(rest - room, rest + protection.base - 1);
}

/** Whether leaves are some that the method gives. */
export function areExempted(exemptions: ReportedExemptions, protection: Protection): boolean {
  const { rest, reasons } = exemptions;
  // Whichever are told, whether anybody has them or not: else that one is there would tell of somebody.
  const isAll =
    reasons.length === reportedReasons.length &&
    reasons.every(({ reason }, at) => reason === reportedReasons[at]);
  if (rest === 'under' || !isAll) return false;
  return areLeaves(leavesOf(exemptions), protection);
}

/** The same as an indicator's leaves. */
function leavesOf({ rest, reasons }: Pick<ReportedExemptions, 'rest' | 'reasons'>) {
  const none: Leaf = rest === 'few' ? 'few' : 'under';
  // The cause is of no matter: the leaves are read by their place.
  const unknown = reasons.map(({ count }) => ({ cause: 'other' as const, count }));
  return { numerator: rest, rest: none, unknown };
}
