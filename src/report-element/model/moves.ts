/** What would move a clinic's share: how many patients there are between it and a share to reach. */
import type { Interval } from '../../report/index.ts';

/** Counts of yes and no, exact or as intervals. */
export interface Counts {
  readonly numerator: Interval;
  readonly rest: Interval;
}

/**
 * How many patients more (`higher` is better) or fewer (`lower`) in the numerator would bring the share to `target`, when
 * those asked of stay the same: least and most, as the counts are known. 0: it is there already.
 */
export function patientsTo(
  target: number,
  { numerator, rest }: Counts,
  better: 'higher' | 'lower',
): { readonly least: number; readonly most: number } {
  const needed = (yes: number, no: number) => {
    const aim = target * (yes + no);
    // Sums of fractions of whole numbers: a hair beside a whole number is that number.
    const beyond = better === 'higher' ? aim - yes : yes - aim;
    return Math.max(0, Math.ceil(beyond - tolerance));
  };
  const [best, worst] =
    better === 'higher'
      ? [needed(numerator.most, rest.least), needed(numerator.least, rest.most)]
      : [needed(numerator.least, rest.most), needed(numerator.most, rest.least)];
  return { least: best, most: worst };
}

const tolerance = 1e-9;
