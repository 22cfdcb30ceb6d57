/** How few clinics explain the gap between an area and what it aims at. */
import { sumOfFigures } from '../protection/index.ts';
import { shareOf } from './shares.ts';
import type { CountedClinic } from './funnel.ts';

/** Which way an indicator is better. */
export type Better = 'higher' | 'lower';

export interface Gap {
  readonly kind: 'gap';
  readonly target: number;
  /** The area's share, as estimated. */
  readonly area: number;
  /** So many more patients (or fewer, where lower is better) would bring the area to the target. */
  readonly patients: number;
  /** The fewest clinics that close the gap by coming to the target themselves. */
  readonly clinics: number;
  /** How many clinics are short of the target, of how many that can be shown. */
  readonly short: number;
  readonly of: number;
  /** Whether the clinic that asks is among the fewest. */
  readonly isMineAmong: boolean;
}

/** The area is where it aims to be, or beyond. */
export interface NoGap {
  readonly kind: 'no-gap';
  readonly target: number;
  readonly area: number;
}

/**
 * The smallest number of clinics that, if each came to the target, would bring the whole area there. Those who are short
 * of it are taken by how many patients they are short of, the most first: no other choice of so many closes more. It is
 * a number, not a list: nobody is named, and nobody is ranked.
 *
 * @param mine The clinic that asks, and is told whether it is among them.
 */
export function gapOf(
  clinics: readonly CountedClinic[],
  {
    target,
    better,
    mine,
  }: { readonly target: number; readonly better: Better; readonly mine?: string | undefined },
): Gap | NoGap | undefined {
  const area = shareOf(sumOfFigures(clinics.map(({ figures }) => figures)));
  if (!area) return undefined;
  const sign = better === 'higher' ? 1 : -1;
  const missing = sign * (target - area.estimate) * area.of;
  if (missing <= tolerance) return { kind: 'no-gap', target, area: area.estimate };
  const short = clinics
    .map(({ id, figures }) => {
      const share = shareOf(figures);
      return { id, patients: share ? sign * (target - share.estimate) * share.of : 0 };
    })
    .filter(({ patients }) => patients > 0)
    .sort((a, b) => b.patients - a.patients);
  let [taken, left] = [0, missing];
  while (left > tolerance && taken < short.length) left -= short[taken++]!.patients;
  return {
    ...{ kind: 'gap', target, area: area.estimate, patients: missing, clinics: taken },
    ...{ short: short.length, of: clinics.length },
    isMineAmong: short.slice(0, taken).some(({ id }) => id === mine),
  };
}

/** Of a patient: what sums of shares leave behind. */
const tolerance = 1e-6;
