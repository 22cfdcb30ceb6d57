/** What the cards over a list count: each under all filters but its own. */
import type { MarkerLevel } from '../../profile/index.ts';
import { countTruth, type Flag } from './keys.ts';
import type { Value } from './order.ts';
import type { Filter } from './types.ts';

/** A count that a click makes the filter. */
export interface Facet {
  readonly id: string;
  readonly title: string;
  readonly yes: number;
  /** Those of whom nobody can say: counted beside, never inside. */
  readonly unknown: number;
  readonly filter: Filter;
}

export interface MarkerFacet extends Facet {
  readonly level: MarkerLevel;
}

/** The members for whom an indicator's numerator is yes, among those for whom its denominator is (R22). */
export interface IndicatorFacet extends Facet {
  /** Members for whom the denominator is yes. */
  readonly of: number;
}

/** Ages in tens by sex, youngest group first; patients without age or sex are counted apart. */
export interface AgePyramid {
  readonly bands: readonly AgeBand[];
  readonly unknown: number;
}

export interface AgeBand {
  readonly from: number;
  readonly female: number;
  readonly male: number;
  readonly filter: Filter;
}

export interface Overview {
  /** Rows that pass every filter. */
  readonly total: number;
  /** Rows in all. */
  readonly size: number;
  /** Patients in the clinic. */
  readonly patients: number;
  readonly members: number;
  readonly undecided: number;
  readonly markers: readonly MarkerFacet[];
  /** Per service that is a control: who has had none in the last 12 months. */
  readonly controls: readonly Facet[];
  readonly ages: AgePyramid;
  readonly indicators: readonly IndicatorFacet[];
  /** Members who were not there at the last round; absent without one. */
  readonly came?: Facet;
  /** How many have gone since; they are not in the list. */
  readonly left?: number;
}

export function facetOf(columnId: string, { id, title, truths }: Flag, mask: Uint8Array): Facet {
  const [yes, unknown] = [countTruth(truths, mask, 2), countTruth(truths, mask, 1)];
  return { id, title, yes, unknown, filter: { columnId, any: [id] } };
}

/**
 * @param ages By row, in completed years; undefined where it is not known.
 * @param sexes Likewise.
 */
export function agePyramid(
  ages: readonly (Value | undefined)[],
  sexes: readonly (Value | undefined)[],
  mask: Uint8Array,
): AgePyramid {
  const counts = { female: new Uint32Array(10), male: new Uint32Array(10) };
  let unknown = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const [age, sex] = [ages[row], sexes[row]];
    if (typeof age !== 'number' || !sex) unknown++;
    else
      counts[sex === 'female' ? 'female' : 'male'][
        Math.min(9, Math.max(0, Math.floor(age / 10)))
      ]!++;
  }
  const bands = Array.from({ length: 10 }, (_, ten): AgeBand => ({
    from: ten * 10,
    female: counts.female[ten]!,
    male: counts.male[ten]!,
    filter: { columnId: 'age', min: ten * 10, ...(ten < 9 ? { max: ten * 10 + 9 } : {}) },
  }));
  const isFilled = ({ female, male }: AgeBand) => female + male > 0;
  const [first, last] = [bands.findIndex(isFilled), bands.findLastIndex(isFilled)];
  return { bands: first < 0 ? [] : bands.slice(first, last + 1), unknown };
}
