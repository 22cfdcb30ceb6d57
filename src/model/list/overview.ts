/** What the cards over a list count: each under all filters but its own. */
import type { MarkerLevel } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { Memo } from '../memo.ts';
import { countTruth, type Flag } from './column-index/flag.ts';
import type { ListData } from './data.ts';
import { cameFlag } from './flags.ts';
import type { Filter, ListView } from './types.ts';

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

/** What is known with the rows themselves, without counting anything. */
export interface OverviewTotals {
  /** Rows that pass every filter. */
  readonly total: number;
  /** Rows in all. */
  readonly size: number;
  /** Patients in the clinic. */
  readonly patients: number;
  readonly members: number;
  readonly undecided: number;
}

/** A card before it is counted: which of its figures there will be, so that it takes the same room. */
export interface FacetOutline {
  readonly title: string;
  readonly hasYes: boolean;
  readonly hasUnknown: boolean;
}

/** The cards before they are counted: their titles, and how much room they take. */
export interface OverviewOutline extends OverviewTotals {
  readonly markers: readonly (FacetOutline & { readonly level: MarkerLevel })[];
  readonly controls: readonly FacetOutline[];
  /** Counted at once: how much room they take follows from their figures. */
  readonly indicators: readonly IndicatorFacet[];
  /** Groups of ten years of age that occur. */
  readonly ageBands: readonly number[];
}

export interface Overview extends OverviewTotals {
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

/** Counts the cards of a list, each part anew only where the rows it is counted among are others. */
export class OverviewCounter {
  readonly #memos = {
    markers: new Memo<readonly MarkerFacet[]>(),
    controls: new Memo<readonly Facet[]>(),
    indicators: new Memo<readonly IndicatorFacet[]>(),
    ages: new Memo<AgePyramid>(),
    came: new Memo<Facet>(),
  };

  constructor(
    private readonly data: ListData,
    /** Which rows pass a view's filters, but for those of some columns. */
    private readonly maskOf: (view: ListView, without: readonly string[]) => Uint8Array,
  ) {}

  count(view: ListView, total: number): Overview {
    const { data, maskOf } = this;
    const { flags, ids, ages, patients, round } = data;
    const [ofMarkers, ofControls, ofIndicators] = [
      maskOf(view, ['markers']),
      maskOf(view, ['control']),
      maskOf(view, ['indicator']),
    ];
    const ofAges = maskOf(view, ['age', 'sex']);
    const { markers, controls, ages: pyramid, came } = this.#memos;
    return {
      ...totalsOf(data, total),
      markers: markers.of([ofMarkers], () =>
        flags.markers.map((flag) => ({
          ...facetOf('markers', flag, ofMarkers),
          level: flag.level,
        })),
      ),
      controls: controls.of([ofControls], () =>
        flags.controls.map((flag) => facetOf('control', flag, ofControls)),
      ),
      ages: pyramid.of([ofAges], () => agePyramid(ages, patients, ofAges)),
      indicators: this.#indicators(ofIndicators),
      ...(round?.since ? this.#since(round.since, maskOf(view, ['since']), ids, came) : {}),
    };
  }

  /** The cards without their numbers. */
  outline(view: ListView, total: number): OverviewOutline {
    const { data } = this;
    const { ages, patients, flags } = data;
    const mask = this.maskOf(view, ['age', 'sex']);
    const occurs = new Uint8Array(10);
    for (let row = 0; row < mask.length; row++) {
      const age = ages[row];
      if (mask[row] === 1 && age !== undefined && patients[row]!.sex) occurs[tenOf(age)] = 1;
    }
    const first = occurs.indexOf(1);
    const count = first < 0 ? 0 : occurs.lastIndexOf(1) - first + 1;
    const outlineOf = ({ title, truths }: Flag): FacetOutline => ({
      title,
      hasYes: truths.includes(2),
      hasUnknown: truths.includes(1),
    });
    return {
      ...totalsOf(data, total),
      markers: flags.markers.map((flag) => ({ ...outlineOf(flag), level: flag.level })),
      controls: flags.controls.map(outlineOf),
      indicators: this.#indicators(this.maskOf(view, ['indicator'])),
      ageBands: Array.from({ length: count }, (_, at) => (first + at) * 10),
    };
  }

  #indicators(mask: Uint8Array): readonly IndicatorFacet[] {
    return this.#memos.indicators.of([mask], () =>
      this.data.flags.indicators.map((flag) => ({
        ...facetOf('indicator', flag, mask),
        of: countTruth(flag.denominator, mask, 2),
      })),
    );
  }

  #since(
    { came, left }: { readonly came: ReadonlySet<string>; readonly left: number },
    mask: Uint8Array,
    ids: readonly string[],
    memo: Memo<Facet>,
  ) {
    return {
      came: memo.of([came, mask], () => facetOf('since', cameFlag(ids, came), mask)),
      left,
    };
  }
}

function totalsOf({ population, size, options }: ListData, total: number): OverviewTotals {
  return {
    total,
    size,
    patients: options.patients,
    members: population.members.length,
    undecided: population.undecided.length,
  };
}

function facetOf(columnId: string, { id, title, truths }: Flag, mask: Uint8Array): Facet {
  const [yes, unknown] = [countTruth(truths, mask, 2), countTruth(truths, mask, 1)];
  return { id, title, yes, unknown, filter: { columnId, any: [id] } };
}

function tenOf(age: number): number {
  return Math.min(9, Math.max(0, Math.floor(age / 10)));
}

/**
 * Counts the rows of a mask by sex and ten years of age.
 *
 * @param ages By row, in completed years; undefined where it is not known.
 * @param patients By row.
 */
function agePyramid(
  ages: readonly (number | undefined)[],
  patients: readonly Patient[],
  mask: Uint8Array,
): AgePyramid {
  const counts = { female: new Uint32Array(10), male: new Uint32Array(10) };
  let unknown = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const [age, { sex }] = [ages[row], patients[row]!];
    if (age === undefined || !sex) unknown++;
    else counts[sex][tenOf(age)]!++;
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
