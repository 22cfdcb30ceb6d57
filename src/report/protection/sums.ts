/** Sums of protected counts: every total and every share is made of leaves, and of nothing else. */
import type { AreaCause, IndicatorReport, Interval, Leaves, Protection } from '../types.ts';
import { figuresOf, partsOf, type Figures } from './figures.ts';

const nothing: Interval = { least: 0, most: 0, estimate: 0 };

/** What some counts may have been together. */
export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (sum, each) => ({
      least: sum.least + each.least,
      most: sum.most + each.most,
      estimate: sum.estimate + each.estimate,
    }),
    nothing,
  );
}

/**
 * What a clinic's report says of an indicator on a date; an agreed breakdown is added up.
 *
 * @param at Place of the date in the report.
 * @returns Undefined where it is not counted.
 */
export function figuresAt(
  { values, groups }: IndicatorReport,
  at: number,
  protection: Protection,
): Figures | undefined {
  const all = groups ? groups.map((each) => each.values[at]) : [values[at]];
  const counted = all.filter((each) => each !== undefined && each !== null);
  if (counted.length === 0) return undefined;
  return sumOfFigures(counted.map((each) => figuresOf(each, protection)));
}

/**
 * Why patients are unknown, as a clinic's report says it of an indicator on a date.
 *
 * @param at Place of the date in the report.
 * @returns Undefined where the clinic does not tell it, or the indicator is not counted.
 */
export function causesAt(
  { values, groups }: IndicatorReport,
  at: number,
  protection: Protection,
): readonly AreaCause[] | undefined {
  const all = groups ? groups.map((each) => each.values[at]) : [values[at]];
  const told = all.flatMap((leaves) =>
    leaves && typeof leaves.unknown === 'object'
      ? [causesIn(leaves, leaves.unknown, protection)]
      : [],
  );
  return told.length === 0 ? undefined : sumCauses(told);
}

/** Counts of causes together: each cause once, in the order in which they are met. */
export function sumCauses(all: readonly (readonly AreaCause[])[]): readonly AreaCause[] {
  const counts = new Map<AreaCause['cause'], Interval[]>();
  for (const { cause, count } of all.flat()) {
    const own = counts.get(cause);
    if (own) own.push(count);
    else counts.set(cause, [count]);
  }
  return [...counts].map(([cause, each]) => ({ cause, count: sumOf(each) }));
}

function causesIn(
  leaves: Leaves,
  unknown: readonly { readonly cause: AreaCause['cause'] }[],
  protection: Protection,
): readonly AreaCause[] {
  const parts = partsOf(leaves, protection);
  return unknown.map(({ cause }, at) => ({ cause, count: parts[at]! }));
}

/** What the patients of several denominators may have been together. */
export function sumOfFigures(figures: readonly Figures[]): Figures {
  return {
    numerator: sumOf(figures.map(({ numerator }) => numerator)),
    rest: sumOf(figures.map(({ rest }) => rest)),
    unknown: sumOf(figures.map(({ unknown }) => unknown)),
  };
}

/**
 * The share of *yes* among those of whom it is known, from 0 to 1, as the leaves allow.
 *
 * @returns Undefined where there may be nobody at all to be told of: everything is under the threshold.
 */
export function shareOf({
  numerator,
  rest,
}: Pick<Figures, 'numerator' | 'rest'>): Interval | undefined {
  const estimated = numerator.estimate + rest.estimate;
  if (numerator.least + rest.least === 0) return undefined;
  return {
    least: numerator.least / (numerator.least + rest.most),
    most: numerator.most / (numerator.most + rest.least),
    estimate: numerator.estimate / estimated,
  };
}
