/** R14 over columns: what a result's details leave to say, and then its number. */
import type { Plausible, ResultValue, ValueBounds } from '../../profile/index.ts';
import { movePoint, unitReader } from '../../record/index.ts';
import { everything, type Interval } from '../reference/values.ts';
import type { Detail, Dictionary, TypeColumns } from '../store/index.ts';
import { detailTable } from './details.ts';
import type { Table } from './table.ts';
import { no, unknown, yes } from './truth-vector.ts';

/** Decides the rows of a result column; answers `no`, `unknown` or `yes`. */
export type RowJudge = (columns: TypeColumns, row: number) => number;

/** What the details say: an answer already, or how the number is to be read. */
const exact = 3;
const less = 4;
const atMostThat = 5;
const more = 6;
const atLeastThat = 7;
/** Above these bits: by how many places the number's point moves to the unit asked, and this many more. */
const bits = 3;
const mask = (1 << bits) - 1;
const noPlaces = 512;

/** Without a value asked for, every row is right. */
export function judgeOf(
  asked: ResultValue | undefined,
  dictionary: Dictionary,
): { judge: () => RowJudge } | undefined {
  if (!asked) return undefined;
  const table =
    'text' in asked
      ? detailTable(['text', asked.text], dictionary, () => textReader(asked.text))
      : numberTable(asked.unit, dictionary);
  // A text has decided already.
  const decide = numberJudge('text' in asked ? {} : asked);
  const deciders = new Map<number, Decide>();
  return {
    judge: () => {
      const { numbers } = table;
      return (columns, row) => {
        const reading = numbers[columns.detail[row]!]!;
        if (reading <= yes) return reading;
        const value = columns.value[row]!;
        const places = (reading >> bits) - noPlaces;
        if (places === 0) return decide(reading & mask, value);
        let shifted = deciders.get(places);
        // The bounds move the other way, once for all numbers.
        if (!shifted)
          deciders.set(
            places,
            (shifted = numberJudge(movedBounds('text' in asked ? {} : asked, -places))),
          );
        return shifted(reading & mask, value);
      };
    },
  };
}

type Decide = (reading: number, value: number) => number;

function movedBounds(bounds: ValueBounds, places: number): ValueBounds {
  const moved: Record<string, number> = {};
  for (const side of ['above', 'atLeast', 'below', 'atMost'] as const) {
    const bound = bounds[side];
    if (bound !== undefined) moved[side] = movePoint(bound, places);
  }
  return {
    ...moved,
    ...(bounds.plausible ? { plausible: movedRange(bounds.plausible, places) } : {}),
  };
}

function movedRange({ min, max }: Plausible, places: number): Plausible {
  return {
    ...(min === undefined ? {} : { min: movePoint(min, places) }),
    ...(max === undefined ? {} : { max: movePoint(max, places) }),
  };
}

/**
 * Reads results as numbers in a unit.
 * @returns By row the number; NaN where the result is no one number, its unit cannot be converted, or it is not plausible.
 */
export function numbersIn(
  { unit, plausible: { min = -Infinity, max = Infinity } = {} }: ValueBounds,
  dictionary: Dictionary,
): () => (columns: TypeColumns, row: number) => number {
  const table = numberTable(unit, dictionary);
  return () => {
    const { numbers } = table;
    return (columns, row) => {
      const reading = numbers[columns.detail[row]!]!;
      if ((reading & mask) !== exact) return NaN;
      const places = (reading >> bits) - noPlaces;
      const value = columns.value[row]!;
      const number = places === 0 ? value : movePoint(value, places);
      return number >= min && number <= max ? number : NaN;
    };
  };
}

/** Reads results as all the numbers that they stand for, in a unit: as `numbersOf` of the reference. */
export function intervalsIn(
  { unit, plausible: { min = -Infinity, max = Infinity } = {} }: ValueBounds,
  dictionary: Dictionary,
): () => (columns: TypeColumns, row: number) => Interval {
  const table = numberTable(unit, dictionary);
  return () => {
    const { numbers } = table;
    return (columns, row) => {
      const reading = numbers[columns.detail[row]!]!;
      if (reading === unknown) return everything;
      const number = movePoint(columns.value[row]!, (reading >> bits) - noPlaces);
      if (number < min || number > max) return everything;
      const kind = reading & mask;
      const { low, high } = {
        low: kind === less || kind === atMostThat ? -Infinity : number,
        high: kind === more || kind === atLeastThat ? Infinity : number,
      };
      return { low, lowClosed: kind !== more, high, highClosed: kind !== less };
    };
  };
}

/** A number against texts is *no*; of texts the whole counts, case and surrounding space aside. */
function textReader(asked: readonly string[]): (detail: Detail) => number {
  const texts = new Set(asked.map((text) => text.trim().toLowerCase()));
  return ({ value }) => (value !== undefined && texts.has(value.trim().toLowerCase()) ? yes : no);
}

function numberTable(unit: string | undefined, dictionary: Dictionary): Table<Detail> {
  return detailTable(['number', unit], dictionary, () => numberReader(unit));
}

function numberReader(asked: string | undefined): (detail: Detail) => number {
  const readUnit = asked === undefined ? undefined : unitReader(asked);
  return ({ unit, value, comparator }) => {
    const places = readUnit && unit !== undefined ? readUnit(unit) : 0;
    if (places === undefined || value !== undefined) return unknown;
    const reading = comparator === undefined ? exact : (comparators.get(comparator) ?? unknown);
    return reading === unknown ? unknown : reading | ((places + noPlaces) << bits);
  };
}

/** One that is none of these decides nothing. */
const comparators: ReadonlyMap<string, number> = new Map([
  ['<', less],
  ['<=', atMostThat],
  ['>', more],
  ['>=', atLeastThat],
]);

/** How a number that is read so is to be judged. */
export function exactly(value: ResultValue): (number: number) => number {
  const decide = numberJudge('text' in value ? {} : value);
  return (number) => decide(exact, number);
}

function numberJudge({ plausible, ...bounds }: ValueBounds): Decide {
  const decide = boundsJudge(bounds);
  if (!plausible) return decide;
  const { min = -Infinity, max = Infinity } = plausible;
  return (reading, value) => (value >= min && value <= max ? decide(reading, value) : unknown);
}

function boundsJudge(asked: ValueBounds): Decide {
  const { above = -Infinity, atLeast = -Infinity, below = Infinity, atMost = Infinity } = asked;
  const hasFloor = above > -Infinity || atLeast > -Infinity;
  const hasCeiling = below < Infinity || atMost < Infinity;
  const passesFloor = (value: number) => value > above && value >= atLeast;
  const passesCeiling = (value: number) => value < below && value <= atMost;
  return (reading, value) => {
    switch (reading) {
      case exact:
        return passesFloor(value) && passesCeiling(value) ? yes : no;
      // Every number below `value`: it is not among them itself.
      case less:
        if (hasFloor) return value <= above || value <= atLeast ? no : unknown;
        return value <= below && value <= atMost ? yes : unknown;
      case atMostThat:
        if (hasFloor) return passesFloor(value) ? unknown : no;
        return passesCeiling(value) ? yes : unknown;
      case more:
        if (hasCeiling) return value >= below || value >= atMost ? no : unknown;
        return value >= above && value >= atLeast ? yes : unknown;
      default:
        if (hasCeiling) return passesCeiling(value) ? unknown : no;
        return passesFloor(value) ? yes : unknown;
    }
  };
}
