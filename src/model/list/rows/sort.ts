/** Values as whole numbers, and rows in order by them: one counting pass per column sorted by. */
import { eachInSteps, finish, sortInSteps, type Steps } from '../../../engine/index.ts';

/** Compares two texts in the reader's alphabet. */
export type CompareText = (a: string, b: string) => number;
export type Value = number | string;

/** A column's values, each once, in order. */
export interface Ranking {
  /** Numbers before texts. */
  readonly distinct: readonly Value[];
  /** By row: place in `distinct`; 0 where the row has none. */
  readonly of: Uint32Array;
  /** By place: rank. Values that compare as equal share it. */
  readonly ranks: Uint32Array;
}

/** Ranks the values there are; undefined is no value. */
export function rankValues(
  values: ArrayLike<Value | undefined>,
  compareText: CompareText,
): Ranking {
  return finish(rankInSteps(values, compareText, Infinity));
}

/** So many texts are compared or looked up in about two milliseconds, on a slow machine less than ten. */
const textsInStep = 2000;
/** So many numbers are put in their place in less. */
const rowsInStep = 100_000;

/**
 * As `rankValues`, step by step: between two steps the page may do other things.
 *
 * @param step Texts that are compared in one step.
 */
export function* rankInSteps(
  values: ArrayLike<Value | undefined>,
  compareText: CompareText,
  step = textsInStep,
): Steps<Ranking> {
  const places = new Places();
  const of = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    if (row % step === 0) yield;
    const value = values[row];
    if (value === undefined) continue;
    of[row] = places.of(value);
  }
  const numbers: number[] = [];
  const texts: string[] = [];
  yield* eachInSteps(places.all, (value) => {
    if (typeof value === 'number') numbers.push(value);
    else texts.push(value);
  });
  const distinct: Value[] = [];
  const moved = new Uint32Array(places.all.length);
  const ranks = new Uint32Array(places.all.length);
  const take = (value: Value) => {
    const before = distinct.at(-1);
    const place = distinct.push(value) - 1;
    moved[places.of(value)] = place;
    const isSame =
      typeof before === 'string' && typeof value === 'string' && compareText(before, value) === 0;
    if (place > 0) ranks[place] = ranks[place - 1]! + (isSame ? 0 : 1);
  };
  yield;
  yield* eachInSteps(Float64Array.from(numbers).sort(), take);
  yield* eachInSteps(yield* sortTexts(texts, compareText, step), ([, text]) => take(text));
  if (distinct.length > 0)
    for (let row = 0; row < of.length; row++) {
      if (row % rowsInStep === 0) yield;
      of[row] = moved[of[row]!]!;
    }
  return { distinct, of, ranks };
}

/**
 * A place for each value, in the order in which they are met. A map that grows is copied whole, which takes long of a
 * million: so it is many maps, each with some of the values.
 */
class Places {
  /** The values, by place. */
  readonly all: Value[] = [];
  readonly #parts = Array.from({ length: parts }, () => new Map<Value, number>());

  of(value: Value): number {
    // No two parts are to grow at once: each has more values than the one before.
    const part = this.#parts[Math.floor(Math.sqrt(partOf(value) % parts ** 2))]!;
    let place = part.get(value);
    if (place === undefined) part.set(value, (place = this.all.push(value) - 1));
    return place;
  }
}

const parts = 32;

/** A whole number that is the same for the same value, and another for most others. */
function partOf(value: Value): number {
  if (typeof value === 'number') return Math.abs(Math.trunc(value));
  const { length } = value;
  // The middle and the end of names, numbers and addresses are the least alike.
  return length === 0
    ? 0
    : 31 * value.charCodeAt(length - 1) + 7 * value.charCodeAt(length >> 1) + length;
}

/**
 * A collator is slow, and quick on what is nearly in order already: so texts are put roughly in order
 * first, by keys that compare as plain text.
 */
function* sortTexts(
  texts: readonly string[],
  compareText: CompareText,
  step: number,
): Steps<readonly RoughText[]> {
  const rough: RoughText[] = [];
  for (const text of texts) {
    rough.push([text.toLowerCase().replace(/[æøå]/g, afterZ), text]);
    if (rough.length % step === 0) yield;
  }
  const roughly = yield* sortInSteps(rough, ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0), step * 2);
  return yield* sortInSteps(roughly, ([, a], [, b]) => compareText(a, b), step);
}

type RoughText = readonly [key: string, text: string];

function afterZ(letter: string): string {
  return letter === 'æ' ? '{' : letter === 'ø' ? '|' : '}';
}

/** By row the whole number that it sorts by, from 0 below `limit`. */
export interface SortKey {
  readonly by: Uint32Array;
  readonly limit: number;
}

/**
 * By row the number that it sorts by: its rank, turned round where wanted; after all of them where nobody
 * can say, and last where there is nothing.
 *
 * @param states By row: place in `cellStates`.
 */
export function sortKeys(states: Uint8Array, { of, ranks }: Ranking, descending: boolean): SortKey {
  const most = ranks.at(-1) ?? 0;
  const by = new Uint32Array(of.length);
  for (let row = 0; row < by.length; row++) {
    const state = states[row];
    const rank = ranks[of[row]!]!;
    by[row] = state === 0 ? (descending ? most - rank : rank) : most + (state === 2 ? 1 : 2);
  }
  return { by, limit: most + 3 };
}

/**
 * Rows in order of whole numbers from 0 below `limit`; rows with the same number stay as they are. Each step is a pass
 * over all rows.
 *
 * @param by By row.
 */
export function* sortByNumberInSteps(
  rows: Uint32Array,
  by: Uint32Array,
  limit: number,
): Steps<Uint32Array> {
  let sorted = rows;
  for (let shift = 0; shift === 0 || limit > 2 ** shift; shift += digit) {
    sorted = sortByDigit(sorted, by, shift);
    yield;
  }
  return sorted;
}

const digit = 16;

/** A key with no greater limit is sorted by in one pass. */
export const onePass = 2 ** digit;

function sortByDigit(rows: Uint32Array, by: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(2 ** digit + 1);
  const mask = 2 ** digit - 1;
  for (let at = 0; at < rows.length; at++) places[((by[rows[at]!]! >>> shift) & mask) + 1]!++;
  for (let each = 1; each < places.length; each++) places[each]! += places[each - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    sorted[places[(by[row]! >>> shift) & mask]!++] = row;
  }
  return sorted;
}
