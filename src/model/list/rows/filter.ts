import { cellStates, finish, type Steps } from '../../../engine/index.ts';
import { MemoMap } from '../../memo.ts';
import type { CalendarDate } from '../../../record/index.ts';
import type { ColumnIndexes } from '../column-index/indexes.ts';
import {
  maybe,
  unknown,
  valued,
  yes,
  type ColumnIndex,
  type DatedFilter,
  type FilterVerdict,
} from '../column-index/types.ts';
import { asksNothing, isNarrowing, matchesAny } from '../changes.ts';
import { daysIn } from '../date-ranges.ts';
import type { Filter, ListView } from '../types.ts';
import { wordsOf, type RowSearch } from './search.ts';

/** Filters, and combinations of them, whose rows are kept. */
const mostMasks = 24;

/** What a search looks through, as a thing that masks depend on. */
export const searched = 'search';

/** Says which rows pass the filters and the query of a view. */
export class RowFilter {
  readonly #verdicts = new MemoMap<FilterVerdict>(mostMasks);
  readonly #single = new MemoMap<Uint8Array>(mostMasks);
  readonly #combined = new MemoMap<Uint8Array>(mostMasks);

  constructor(
    private readonly size: number,
    /** The day that the list is of. */
    private readonly asOf: CalendarDate,
    private readonly indexes: ColumnIndexes,
    private readonly search: RowSearch,
  ) {}

  /**
   * By row: 1 where it passes every filter that narrows, those that the user has written as the view has them go
   * together, and the query; whatever the filters of some columns ask. Where one of the user's is enough, every row may
   * pass by one whose column is left out.
   */
  mask(view: ListView, without: readonly string[] = []): Uint8Array {
    const isAny = this.isAny(view);
    const isLeft = ({ columnId }: Filter) => !without.includes(columnId);
    const asked = this.#asked(view);
    const written = asked.filter((each) => !isNarrowing(each));
    const narrowing = asked.filter((each) => isNarrowing(each) && isLeft(each));
    const own = isAny && !written.every(isLeft) ? [] : written.filter(isLeft);
    const words = wordsOf(view.query);
    const key = JSON.stringify([narrowing, own, words, isAny]);
    return this.#combined.of(key, dependencies([...narrowing, ...own], words), () => {
      const masks = own.map((filter) => this.#maskOf(filter));
      const parts = [
        ...narrowing.map((filter) => this.#maskOf(filter)),
        ...(isAny && masks.length > 1 ? [unionOf(masks)] : masks),
        ...words.map((word) => this.search.mask(word)),
      ];
      const [only] = parts;
      if (only && parts.length === 1) return only;
      const mask = new Uint8Array(this.size).fill(1);
      for (const part of parts)
        for (let row = 0; row < mask.length; row++) if (part[row] === 0) mask[row] = 0;
      return mask;
    });
  }

  /** Whether one is enough of the filters that the user has written, of those whose columns are there. */
  isAny(view: ListView): boolean {
    return matchesAny({ ...view, filters: this.#asked(view) });
  }

  /** What a filter says of every row. Kept: do not write to it. */
  verdict(filter: Filter): FilterVerdict {
    return this.#verdicts.of(JSON.stringify(filter), [filter.columnId], () =>
      finish(verdictInSteps(this.#dated(filter), this.indexes.of(filter.columnId)!)),
    );
  }

  /** Makes what `mask` and `verdict` need, in steps. */
  *prepare(view: ListView): Steps<void> {
    for (const filter of this.#asked(view)) {
      const key = JSON.stringify(filter);
      if (this.#verdicts.has(key)) continue;
      const index = yield* this.indexes.inSteps(filter.columnId);
      if (!index) continue;
      const verdict = yield* verdictInSteps(this.#dated(filter), index);
      // Where the column says something else meanwhile, the verdict is on what it said.
      if (this.indexes.of(filter.columnId) === index)
        this.#verdicts.of(key, [filter.columnId], () => verdict);
      yield;
    }
    for (const word of wordsOf(view.query)) yield* this.search.find(word);
  }

  /** Whether every row passes. */
  passesAll(view: ListView): boolean {
    return this.#asked(view).length === 0 && wordsOf(view.query).length === 0;
  }

  /** What the rows that pass depend on: the columns filtered, and what is searched. */
  dependenciesOf(view: ListView): readonly string[] {
    return dependencies(this.#asked(view), wordsOf(view.query));
  }

  /** Drops the masks that depend on any of these. */
  forget(dependencies: readonly string[]): void {
    this.#verdicts.forget(dependencies);
    this.#single.forget(dependencies);
    this.#combined.forget(dependencies);
  }

  /** A filter on a column that is not there filters nothing, nor does one that asks nothing. */
  #asked({ filters }: ListView): readonly Filter[] {
    return filters.filter((filter) => !asksNothing(filter) && this.indexes.column(filter.columnId));
  }

  /** A filter whose stretch of days is counted from the day of the list. */
  #dated(filter: Filter): DatedFilter {
    return filter.when === undefined
      ? filter
      : { ...filter, within: daysIn(filter.when, this.asOf) };
  }

  #maskOf(filter: Filter): Uint8Array {
    return this.#single.of(JSON.stringify(filter), [filter.columnId], () =>
      maskOf(filter, this.verdict(filter)),
    );
  }
}

function* verdictInSteps(filter: DatedFilter, index: ColumnIndex): Steps<FilterVerdict> {
  return index.judgeInSteps ? yield* index.judgeInSteps(filter) : index.judge(filter);
}

function dependencies(filters: readonly Filter[], words: readonly string[]): readonly string[] {
  return [...filters.map(({ columnId }) => columnId), ...(words.length > 0 ? [searched] : [])];
}

/** By row: 1 where it is so in any of some masks. */
function unionOf([first, ...others]: readonly Uint8Array[]): Uint8Array {
  const mask = first!.slice();
  for (const other of others)
    for (let row = 0; row < mask.length; row++) if (other[row] === 1) mask[row] = 1;
  return mask;
}

/** Which rows pass a filter: 1, else 0. */
function maskOf(filter: Filter, { states, met }: FilterVerdict): Uint8Array {
  const wanted = cellStates.map((state) => filter.states?.includes(state) ?? false);
  const hasConditions = isConditional(filter);
  return states.map((state, row) => {
    if (wanted[state]) return 1;
    if (state !== valued || !hasConditions) return 0;
    return met[row] === yes || (met[row] === maybe && wanted[unknown]) ? 1 : 0;
  });
}

function isConditional({ any, all, min, max, when, contains }: Filter): boolean {
  return (
    !!any?.length ||
    !!all?.length ||
    min !== undefined ||
    max !== undefined ||
    when !== undefined ||
    !!contains?.trim()
  );
}
