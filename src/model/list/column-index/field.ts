import { finish, type Steps } from '../../../engine/index.ts';
import { SteppedValue } from '../../steps.ts';
import { rankInSteps, type CompareText, type Ranking, type Value } from '../rows/sort.ts';
import {
  frequent,
  no,
  plain,
  rangeTruth,
  valued,
  type ColumnIndex,
  type DatedFilter,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** So many values are judged in about two milliseconds. */
const valuesInStep = 2000;

/** A value per row: fields of patients, statuses, notes. */
export class FieldIndex implements ColumnIndex {
  readonly states: Uint8Array;
  readonly #ranking = new SteppedValue(() =>
    rankInSteps(this.values, (a, b) => this.compareText(this.nameOf(a), this.nameOf(b))),
  );

  /**
   * @param absent The state of a row without a value.
   * @param latestOf Of a row whose value is the first of several that it may be: the last of them.
   * @param nameOf What a value is called: by that it is sorted, and found.
   */
  constructor(
    readonly values: readonly (Value | undefined)[],
    absent: number,
    private readonly compareText: CompareText,
    private readonly latestOf?: (row: number) => Value | undefined,
    private readonly nameOf: (value: string) => string = (value) => value,
  ) {
    this.states = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++)
      this.states[row] = values[row] === undefined ? absent : valued;
  }

  get ranking(): Ranking {
    return this.#ranking.value;
  }

  rank(): Steps<Ranking> {
    return this.#ranking.steps();
  }

  judge(filter: DatedFilter): FilterVerdict {
    return finish(this.judgeInSteps(filter));
  }

  *judgeInSteps({ any, min, max, within, contains }: DatedFilter): Steps<FilterVerdict> {
    const among = any?.length ? new Set(any) : undefined;
    const part = plain(contains);
    const meets = (value: Value) =>
      (!among || among.has(String(value))) &&
      (part === '' || plain(this.nameOf(String(value))).includes(part));
    const truthOf = (first: Value, last: Value) => {
      const truth = rangeTruth(first, last, min, max);
      return within ? Math.min(truth, rangeTruth(first, last, within.min, within.max)) : truth;
    };
    const met = yield* this.#judgeEach((value) => (meets(value) ? truthOf(value, value) : no));
    if (this.latestOf && (min !== undefined || max !== undefined || within))
      for (let row = 0; row < met.length; row++) {
        const [first, last] = [this.values[row], this.latestOf(row)];
        // R4a: what may lie on either side of a bound is undecided.
        if (first !== undefined && last !== undefined && meets(first))
          met[row] = truthOf(first, last);
      }
    return { states: this.states, met };
  }

  namesOf(values: readonly string[]): ReadonlyMap<string, string> {
    return new Map(values.map((value) => [value, this.nameOf(value)]));
  }

  *facetValuesInSteps(mask: Uint8Array): Steps<readonly FacetValue[]> {
    const { distinct, of } = yield* this.rank();
    yield;
    const counts = new Uint32Array(distinct.length);
    for (let row = 0; row < of.length; row++)
      if (mask[row] === 1 && this.states[row] === valued) counts[of[row]!]!++;
    return frequent(
      distinct.map((value, place) => ({
        value: String(value),
        text: this.nameOf(String(value)),
        count: counts[place]!,
      })),
    );
  }

  /** Values mostly repeat: each is judged once. Where they are ranked already, none has to be looked up. */
  *#judgeEach(judge: (value: Value) => number): Steps<Uint8Array> {
    const met = new Uint8Array(this.values.length);
    if (this.#ranking.isMade) {
      const { distinct, of } = this.#ranking.value;
      const verdicts = new Uint8Array(distinct.length);
      for (let place = 0; place < verdicts.length; place++) {
        if (place % valuesInStep === 0) yield;
        verdicts[place] = judge(distinct[place]!);
      }
      yield;
      for (let row = 0; row < met.length; row++)
        if (this.values[row] !== undefined) met[row] = verdicts[of[row]!]!;
      return met;
    }
    const byValue = new Map<Value, number>();
    for (let row = 0; row < met.length; row++) {
      if (row % valuesInStep === 0) yield;
      const value = this.values[row];
      if (value === undefined) continue;
      let verdict = byValue.get(value);
      if (verdict === undefined) byValue.set(value, (verdict = judge(value)));
      met[row] = verdict;
    }
    return met;
  }
}
