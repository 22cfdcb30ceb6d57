import { searchable } from '../../../record/normalize.ts';
import type { Steps } from '../../../engine/index.ts';
import { SteppedValue } from '../../steps.ts';
import { rankInSteps, type Ranking } from '../rows/sort.ts';
import {
  isInOrder,
  maybe,
  no,
  none,
  plain,
  unknown,
  valued,
  yes,
  type ColumnIndex,
  type DatedFilter,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** One thing that may be so of each row: a marker, a control that is missing. */
export interface Flag {
  readonly id: string;
  readonly title: string;
  /** Further words that find it. */
  readonly short?: string;
  /** By row: 0 no, 1 unknown, 2 yes. */
  readonly truths: Uint8Array;
  /** By row: 0 where it is not asked, and its *no* says nothing. Absent: it is asked everywhere. */
  readonly isAsked?: Uint8Array;
  /** How much one of it counts in the order. */
  readonly weight: number;
}

/** Several flags in one column. A row's state is that of the flags asked for: any *yes*, else any *unknown*. */
export class FlagIndex implements ColumnIndex {
  readonly states: Uint8Array;
  readonly #ranking = new SteppedValue(() => this.#rank());

  /** @param states Of the rows, where they are known already: they take a pass for each flag. */
  constructor(
    readonly flags: readonly Flag[],
    private readonly size: number,
    states?: Uint8Array,
  ) {
    this.states = states ?? this.#statesOf(flags);
  }

  get ranking(): Ranking {
    return this.#ranking.value;
  }

  rank(): Steps<Ranking> {
    return this.#ranking.steps();
  }

  *#rank(): Steps<Ranking> {
    const sums = new Float64Array(this.size);
    for (const { truths, weight } of this.flags) {
      for (let row = 0; row < this.size; row++) if (truths[row] === yes) sums[row]! += weight;
      yield;
    }
    const values = Array.from(this.states, (state, row) =>
      state === valued ? sums[row] : undefined,
    );
    return yield* rankInSteps(values, () => 0);
  }

  judge(filter: DatedFilter): FilterVerdict {
    const { any, all, min, max, within, contains, answer } = filter;
    if (answer) return this.#judgeAnswer(any ?? [], answer);
    const part = plain(contains);
    const asked = this.flags.filter(
      ({ id, title }) => (!any?.length || any.includes(id)) && searchable(title).includes(part),
    );
    const states = all?.length
      ? this.#withEvery(all, this.#statesOf(asked))
      : this.#statesOf(asked);
    const met = states.map((state, row) => {
      // It has no day.
      if (within) return no;
      if (min === undefined && max === undefined) return state === valued ? yes : no;
      const count = asked.filter(({ truths }) => truths[row] === yes).length;
      return isInOrder(min ?? count, count) && isInOrder(count, max ?? count) ? yes : no;
    });
    return { states, met };
  }

  /** Rows of which one of some flags has another answer than *yes*: it is a value of theirs like any other. */
  #judgeAnswer(ids: readonly string[], answer: 'no' | 'unknown'): FilterVerdict {
    const asked = this.flags.filter(({ id }) => ids.includes(id));
    const wanted = answer === 'no' ? no : maybe;
    const met = new Uint8Array(this.size);
    for (const { truths, isAsked } of asked)
      for (let row = 0; row < this.size; row++)
        if (truths[row] === wanted && (answer === 'unknown' || isAsked?.[row] !== 0))
          met[row] = yes;
    return { states: new Uint8Array(this.size).fill(valued), met };
  }

  namesOf(): ReadonlyMap<string, string> {
    return new Map(this.flags.map(({ id, title }) => [id, title]));
  }

  *facetValuesInSteps(mask: Uint8Array): Steps<readonly FacetValue[]> {
    const values: FacetValue[] = [];
    for (const { id, title, truths } of this.flags) {
      values.push({ value: id, text: title, count: countTruth(truths, mask, yes) });
      yield;
    }
    return values;
  }

  find(word: string, found: Uint8Array): void {
    for (const { title, short = '', truths } of this.flags)
      if (searchable(`${title} ${short}`).includes(word))
        for (let row = 0; row < this.size; row++) if (truths[row] !== no) found[row] = 1;
  }

  /** The states of the rows with every one of some flags: a *no* to one of them is none. */
  #withEvery(ids: readonly string[], states: Uint8Array): Uint8Array {
    const every = ids.map((id) => this.flags.find((flag) => flag.id === id)?.truths);
    return states.map((state, row) => {
      const least = Math.min(...every.map((truths) => truths?.[row] ?? no));
      if (least === no || state === none) return none;
      return least === maybe ? unknown : state;
    });
  }

  #statesOf(flags: readonly Flag[]): Uint8Array {
    const states = new Uint8Array(this.size).fill(none);
    for (const { truths } of flags)
      for (let row = 0; row < this.size; row++)
        if (truths[row] === yes) states[row] = valued;
        else if (truths[row] === maybe && states[row] === none) states[row] = unknown;
    return states;
  }
}

/** How many rows of a mask have this truth. */
export function countTruth(truths: Uint8Array, mask: Uint8Array, truth: number): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && truths[row] === truth) count++;
  return count;
}
