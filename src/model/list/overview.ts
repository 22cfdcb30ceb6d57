/**
 * What the cards over a list count. One denominator for all of them: the patients that are shown, by every filter
 * that is on; a share is yes ÷ (yes + no), as an indicator's (R22). Ages alone are counted under all filters but
 * their own: one band of the pyramid takes the place of another.
 */
import type { Steps } from '../../engine/index.ts';
import type { MarkerLevel } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { Memo } from '../memo.ts';
import { countTruth, type Flag } from './column-index/flag.ts';
import type { ListData } from './data.ts';
import { figureOf, type Figure } from './figure.ts';
import { cameFlag } from './flags.ts';
import { countRows } from './rows/facets.ts';
import type { Filter, ListView } from './types.ts';

/** A count that a click makes the filter. */
export interface Facet extends Figure {
  readonly id: string;
  readonly title: string;
  readonly filter: Filter;
}

export interface MarkerFacet extends Facet {
  readonly level: MarkerLevel;
}

/** Ages in tens by sex, youngest group first; patients without age or sex are counted apart. */
export interface AgePyramid {
  readonly bands: readonly AgeBand[];
  readonly unknown: number;
  /** What a share is of: the sum of the bands. */
  readonly of: number;
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
  /** Patients that came from the clinic, and how many did not. */
  readonly patients: number;
  readonly notFetched: number | 'unknown';
  /** The members, among the patients that came. */
  readonly population: Figure;
  /** Whether some markers are exempted: indicators and reports have them nevertheless. */
  readonly hasExempt: boolean;
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
  readonly indicators: readonly Facet[];
  /** Groups of ten years of age that occur. */
  readonly ageBands: readonly number[];
}

export interface Overview extends OverviewTotals {
  readonly markers: readonly MarkerFacet[];
  /** Per service that is a control: who has had none in the last 12 months. */
  readonly controls: readonly Facet[];
  readonly ages: AgePyramid;
  readonly indicators: readonly Facet[];
  /** Who has any marker of a level; undefined where the profile has none. */
  readonly critical: Facet | undefined;
  readonly warning: Facet | undefined;
  /** Who misses any control; undefined where the profile has none. */
  readonly uncontrolled: Facet | undefined;
  /** Members who were not there at the last round; undefined without one. */
  readonly came: Facet | undefined;
  /** How many of those shown are reviewed. */
  readonly reviewed: number;
  /** How many have gone since; they are not in the list. */
  readonly left: number | undefined;
  /** The day that the last round was evaluated on, `YYYY-MM-DD`. */
  readonly lastRound: string | undefined;
}

/** Counts the cards of a list, each part anew only where the rows it is counted among are others. */
export class OverviewCounter {
  readonly #memos = {
    markers: new Memo<readonly MarkerFacet[]>(),
    controls: new Memo<readonly Facet[]>(),
    indicators: new Memo<readonly Facet[]>(),
    narrowed: new Memo<Uint8Array>(),
    narrowedButAge: new Memo<Uint8Array>(),
    ages: new Memo<AgePyramid>(),
    critical: new Memo<Facet>(),
    warning: new Memo<Facet>(),
    uncontrolled: new Memo<Facet>(),
    came: new Memo<Facet>(),
  };

  constructor(
    private readonly data: ListData,
    /** Which rows pass a view's filters, but for those of some columns. */
    private readonly maskOf: (view: ListView, without: readonly string[]) => Uint8Array,
  ) {}

  /**
   * What is never asked for, as by one line of numbers, is not counted.
   *
   * @param only Ids of the patients that are shown alone.
   */
  count(view: ListView, only?: ReadonlySet<string>): Overview {
    // oxlint-disable-next-line typescript/no-this-alias
    const counter = this;
    const { data } = this;
    const [shown, shownButAge] = this.#masks(view, only);
    const { markers, controls } = data.flags;
    const { since } = data.round ?? {};
    const memos = this.#memos;
    return {
      ...totalsOf(data, shown),
      get markers() {
        return memos.markers.of([shown, markers], () =>
          markers.map((flag) => ({ ...facetOf('reasons', flag, shown), level: flag.level })),
        );
      },
      get controls() {
        return memos.controls.of([shown, controls], () =>
          controls.map((flag) => facetOf('control', flag, shown)),
        );
      },
      get ages() {
        return memos.ages.of([shownButAge], () =>
          agePyramid(data.ages, data.patients, shownButAge),
        );
      },
      get indicators() {
        return counter.#indicators(shown);
      },
      get critical() {
        return counter.#anyOf('critical', 'reasons', shown, markers);
      },
      get warning() {
        return counter.#anyOf('warning', 'reasons', shown, markers);
      },
      get uncontrolled() {
        return counter.#anyOf('uncontrolled', 'control', shown, controls);
      },
      get came() {
        return (
          since &&
          memos.came.of([since.came, shown], () =>
            facetOf('since', cameFlag(data.ids, since.came), shown),
          )
        );
      },
      get reviewed() {
        return reviewedIn(data, shown);
      },
      left: since?.left,
      lastRound: since?.on,
    };
  }

  /** Counts in steps what the outline has. */
  *prepareOutline(view: ListView): Steps<void> {
    yield;
    void this.count(view).indicators;
  }

  /** Counts in steps what stands in one line of numbers. */
  *prepare(view: ListView): Steps<void> {
    const overview = this.count(view);
    for (const each of ['critical', 'warning', 'uncontrolled', 'indicators'] as const) {
      yield;
      void overview[each];
    }
  }

  /** The cards without their numbers. */
  outline(view: ListView, only?: ReadonlySet<string>): OverviewOutline {
    const { data } = this;
    const { ages, patients, flags } = data;
    const [shown, mask] = this.#masks(view, only);
    const occurs = new Uint8Array(10);
    for (let row = 0; row < mask.length; row++) {
      const age = ages[row];
      if (mask[row] !== 1 || age === undefined) continue;
      // Whose ten years are known to occur need not be looked at.
      if (occurs[tenOf(age)] === 0 && patients[row]!.sex) occurs[tenOf(age)] = 1;
    }
    const first = occurs.indexOf(1);
    const count = first < 0 ? 0 : occurs.lastIndexOf(1) - first + 1;
    const outlineOf = ({ title, truths }: Flag): FacetOutline => ({
      title,
      hasYes: truths.includes(2),
      hasUnknown: truths.includes(1),
    });
    return {
      ...totalsOf(data, shown),
      markers: flags.markers.map((flag) => ({ ...outlineOf(flag), level: flag.level })),
      controls: flags.controls.map(outlineOf),
      indicators: this.#indicators(shown),
      ageBands: Array.from({ length: count }, (_, at) => (first + at) * 10),
    };
  }

  /** By row: 1 where it is shown; and where it would be, whatever the filters ask of age and sex. */
  #masks(view: ListView, only: ReadonlySet<string> | undefined): readonly [Uint8Array, Uint8Array] {
    const [shown, butAge] = [this.maskOf(view, []), this.maskOf(view, ['age', 'sex'])];
    if (!only) return [shown, butAge];
    const { ids } = this.data;
    const { narrowed, narrowedButAge } = this.#memos;
    const narrow = (mask: Uint8Array) => mask.map((bit, row) => (only.has(ids[row]!) ? bit : 0));
    return [
      narrowed.of([shown, only], () => narrow(shown)),
      narrowedButAge.of([butAge, only], () => narrow(butAge)),
    ];
  }

  #indicators(mask: Uint8Array): readonly Facet[] {
    return this.#memos.indicators.of([mask], () =>
      this.data.flags.indicators.map((flag) => {
        const facet = facetOf('indicator', flag, mask);
        let of = 0;
        for (let row = 0; row < mask.length; row++)
          if (mask[row] === 1 && flag.isAsked[row] === 1 && flag.truths[row] !== 1) of++;
        return { ...facet, of };
      }),
    );
  }

  /** Who has any of some flags; undefined where there are none. */
  #anyOf(
    name: 'critical' | 'warning' | 'uncontrolled',
    columnId: string,
    mask: Uint8Array,
    all: readonly (Flag & { readonly level?: MarkerLevel })[],
  ): Facet | undefined {
    const flags = name === 'uncontrolled' ? all : all.filter(({ level }) => level === name);
    if (flags.length === 0) return undefined;
    return this.#memos[name].of([mask, all], () => {
      const truths = new Uint8Array(mask.length);
      for (const flag of flags)
        for (let row = 0; row < truths.length; row++)
          truths[row] = Math.max(truths[row]!, flag.truths[row]!);
      return {
        ...facetOf(columnId, { id: name, title: '', truths, weight: 1 }, mask),
        filter: { columnId, any: flags.map(({ id }) => id) },
      };
    });
  }
}

/** As the round says now: it goes on while the list is looked at. */
function reviewedIn(data: ListData, shown: Uint8Array): number {
  const { done = [], statuses } = data.round ?? {};
  let count = 0;
  for (const id of done)
    if (statuses?.get(id)?.status === 'reviewed' && shown[data.indexOf(id)] === 1) count++;
  return count;
}

function totalsOf({ population, size, options, hasExempt }: ListData, shown: Uint8Array) {
  return {
    total: countRows(shown),
    size,
    patients: options.patients,
    notFetched: options.notFetched ?? 0,
    population: figureOf(population.members.length, population.undecided.length, options.patients),
    hasExempt,
  };
}

function facetOf(columnId: string, { id, title, truths }: Flag, mask: Uint8Array): Facet {
  const [yes, unknown] = [countTruth(truths, mask, 2), countTruth(truths, mask, 1)];
  return {
    ...{ id, title },
    ...figureOf(yes, unknown, countRows(mask)),
    filter: { columnId, all: [id] },
  };
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
  return {
    bands: first < 0 ? [] : bands.slice(first, last + 1),
    unknown,
    of: countRows(mask) - unknown,
  };
}
