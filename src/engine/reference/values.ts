/** R14: whether a result's value satisfies what is asked. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import { movePoint, unitExponent, type ResultRecord } from '../../record/index.ts';
import type { UnknownReason, Truth } from '../types.ts';

export interface ValueAnswer {
  readonly truth: Truth;
  readonly unknownReason?: UnknownReason;
}

/** Decides one result; *unknown* comes with its reason. */
export function judgeValue(record: ResultRecord, asked: ResultValue): ValueAnswer {
  if ('text' in asked) {
    if (typeof record.value === 'number') return { truth: 'no' };
    const given = sameCase(record.value);
    return { truth: asked.text.some((text) => sameCase(text) === given) ? 'yes' : 'no' };
  }
  const { numbers, doubt } = numbersOf(record, asked);
  const truth = judgeNumbers(numbers, numbersAsked(asked));
  return truth === 'unknown' && doubt ? { truth, unknownReason: doubt } : { truth };
}

function sameCase(text: string): string {
  return text.trim().toLowerCase();
}

/** An interval of numbers; an end that is not `closed` does not belong to it. */
export interface Interval {
  readonly low: number;
  readonly lowClosed: boolean;
  readonly high: number;
  readonly highClosed: boolean;
}

/** Of which nothing is known. */
export const everything: Interval = {
  low: -Infinity,
  lowClosed: false,
  high: Infinity,
  highClosed: false,
};

/** Every number that a result stands for, in the unit asked; where they are several, why. */
export function numbersOf(
  record: ResultRecord,
  { unit, plausible }: Pick<ValueBounds, 'unit' | 'plausible'>,
): { readonly numbers: Interval; readonly doubt?: UnknownReason } {
  const { value, comparator, unit: found } = record;
  // Without a unit it is in the profile's.
  const places = unit === undefined || found === undefined ? 0 : unitExponent(found, unit);
  if (places === undefined)
    return {
      numbers: everything,
      doubt: { kind: 'unit', record, expected: unit!, found: found! },
    };
  if (typeof value !== 'number') return { numbers: everything, doubt: { kind: 'textual', record } };
  const number = movePoint(value, places);
  // A mistake says nothing of what the number is, and a comparator's number can be one too.
  if (plausible && (number < (plausible.min ?? number) || number > (plausible.max ?? number)))
    return {
      numbers: everything,
      doubt: { kind: 'implausible', record, plausible, ...(unit === undefined ? {} : { unit }) },
    };
  if (comparator === undefined)
    return { numbers: { low: number, lowClosed: true, high: number, highClosed: true } };
  return { numbers: numbersAllowed(number, comparator), doubt: { kind: 'comparator', record } };
}

/** A comparator that is none of the four leaves every number possible. */
function numbersAllowed(number: number, comparator: string): Interval {
  switch (comparator) {
    case '<':
      return { ...everything, high: number, highClosed: false };
    case '<=':
      return { ...everything, high: number, highClosed: true };
    case '>':
      return { ...everything, low: number, lowClosed: false };
    case '>=':
      return { ...everything, low: number, lowClosed: true };
    default:
      return everything;
  }
}

/** A side has one bound at most (the profile's rule `two-bounds`). */
export function numbersAsked({ above, atLeast, below, atMost }: ValueBounds): Interval {
  return {
    low: above ?? atLeast ?? -Infinity,
    lowClosed: above === undefined,
    high: below ?? atMost ?? Infinity,
    highClosed: below === undefined,
  };
}

/** Yes if all of `given` lie in `asked`, no if none do, else unknown. */
export function judgeNumbers(given: Interval, asked: Interval): Truth {
  const shared = intersect(given, asked);
  if (isEmpty(shared)) return 'no';
  const isInside = !beginsLater(shared, given) && !beginsLater(mirrored(shared), mirrored(given));
  return isInside ? 'yes' : 'unknown';
}

/** The numbers in both. */
export function intersect(a: Interval, b: Interval): Interval {
  const { low, lowClosed } = beginsLater(a, b) ? a : b;
  const { high, highClosed } = beginsLater(mirrored(a), mirrored(b)) ? a : b;
  return { low, lowClosed, high, highClosed };
}

export function isEmpty({ low, lowClosed, high, highClosed }: Interval): boolean {
  return low > high || (low === high && !(lowClosed && highClosed));
}

/** Whether an interval leaves out numbers below which another has. */
export function beginsLater(a: Interval, b: Interval): boolean {
  return a.low > b.low || (a.low === b.low && !a.lowClosed && b.lowClosed);
}

/** Seen from the other side: what is high becomes low. */
export function mirrored({ low, lowClosed, high, highClosed }: Interval): Interval {
  return { low: -high, lowClosed: highClosed, high: -low, highClosed: lowClosed };
}
