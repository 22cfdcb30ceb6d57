import { rankValues, type CompareText, type Ranking, type Value } from '../rows/sort.ts';
import type { Filter } from '../types.ts';
import {
  frequent,
  isInOrder,
  no,
  plain,
  valued,
  yes,
  type ColumnIndex,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** A value per row: fields of patients, statuses, notes. */
export class FieldIndex implements ColumnIndex {
  readonly states: Uint8Array;
  #ranking: Ranking | undefined;

  /** @param absent The state of a row without a value. */
  constructor(
    readonly values: readonly (Value | undefined)[],
    absent: number,
    private readonly compareText: CompareText,
  ) {
    this.states = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++)
      this.states[row] = values[row] === undefined ? absent : valued;
  }

  get ranking(): Ranking {
    return (this.#ranking ??= rankValues(this.values, this.compareText));
  }

  judge({ any, min, max, contains }: Filter): FilterVerdict {
    const among = any?.length ? new Set(any) : undefined;
    const part = plain(contains);
    const meets = (value: Value) =>
      (!among || among.has(String(value))) &&
      (min === undefined || isInOrder(min, value)) &&
      (max === undefined || isInOrder(value, max)) &&
      (part === '' || plain(String(value)).includes(part));
    return { states: this.states, met: this.#judgeEach((value) => (meets(value) ? yes : no)) };
  }

  facetValues(mask: Uint8Array): readonly FacetValue[] {
    const { distinct, of } = this.ranking;
    const counts = new Uint32Array(distinct.length);
    for (let row = 0; row < of.length; row++)
      if (mask[row] === 1 && this.states[row] === valued) counts[of[row]!]!++;
    return frequent(
      distinct.map((value, place) => ({
        value: String(value),
        text: String(value),
        count: counts[place]!,
      })),
    );
  }

  /** Values mostly repeat: each is judged once. Where they are ranked already, none has to be looked up. */
  #judgeEach(judge: (value: Value) => number): Uint8Array {
    const met = new Uint8Array(this.values.length);
    const verdicts = this.#ranking && Uint8Array.from(this.#ranking.distinct, judge);
    const byValue = new Map<Value, number>();
    for (let row = 0; row < met.length; row++) {
      const value = this.values[row];
      if (value === undefined) continue;
      let verdict = verdicts ? verdicts[this.#ranking!.of[row]!] : byValue.get(value);
      if (verdict === undefined) byValue.set(value, (verdict = judge(value)));
      met[row] = verdict;
    }
    return met;
  }
}
