/** R14: whether a result's value satisfies what is asked. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import type { ResultRecord } from '../../record/index.ts';
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
  if (asked.unit !== undefined && record.unit !== undefined && !sameUnit(asked.unit, record.unit))
    return {
      truth: 'unknown',
      unknownReason: { kind: 'unit', record, expected: asked.unit, found: record.unit },
    };
  if (typeof record.value !== 'number')
    return { truth: 'unknown', unknownReason: { kind: 'textual', record } };
  const truth = judgeNumbers(numbersOf(record.value, record.comparator), numbersAsked(asked));
  return truth === 'unknown' ? { truth, unknownReason: { kind: 'comparator', record } } : { truth };
}

/** Units are told apart by case (UCUM: mmol is not Mmol), not by space, which the check took off. */
function sameUnit(asked: string, given: string): boolean {
  return asked.trim() === given;
}

function sameCase(text: string): string {
  return text.trim().toLowerCase();
}

/** An interval of numbers; an end that is not `closed` does not belong to it. */
interface Interval {
  readonly low: number;
  readonly lowClosed: boolean;
  readonly high: number;
  readonly highClosed: boolean;
}

const everything: Interval = {
  low: -Infinity,
  lowClosed: false,
  high: Infinity,
  highClosed: false,
};

/** Every number that a result stands for: one, or all that its comparator allows. */
function numbersOf(value: number, comparator: ResultRecord['comparator']): Interval {
  switch (comparator) {
    case '<':
      return { ...everything, high: value, highClosed: false };
    case '<=':
      return { ...everything, high: value, highClosed: true };
    case '>':
      return { ...everything, low: value, lowClosed: false };
    case '>=':
      return { ...everything, low: value, lowClosed: true };
    case '?':
      return everything;
    case undefined:
      return { low: value, lowClosed: true, high: value, highClosed: true };
  }
}

/** A side has one bound at most (the profile's rule `two-bounds`). */
function numbersAsked({ above, atLeast, below, atMost }: ValueBounds): Interval {
  return {
    low: above ?? atLeast ?? -Infinity,
    lowClosed: above === undefined,
    high: below ?? atMost ?? Infinity,
    highClosed: below === undefined,
  };
}

/** Yes if all of `given` lie in `asked`, no if none do, else unknown. */
function judgeNumbers(given: Interval, asked: Interval): Truth {
  const lowInside =
    given.low > asked.low || (given.low === asked.low && (asked.lowClosed || !given.lowClosed));
  const highInside =
    given.high < asked.high ||
    (given.high === asked.high && (asked.highClosed || !given.highClosed));
  if (lowInside && highInside) return 'yes';
  const apart =
    given.high < asked.low ||
    given.low > asked.high ||
    (given.high === asked.low && !(given.highClosed && asked.lowClosed)) ||
    (given.low === asked.high && !(given.lowClosed && asked.highClosed));
  return apart ? 'no' : 'unknown';
}
