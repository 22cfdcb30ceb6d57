/** How many records, how old a patient, which values of a result. */
import * as z from 'zod/mini';
import { parsePeriod, roughDays } from '../../record/period.ts';
import { ageLimits, areAgesApart } from '../ages.ts';
import { basicRule, listOf, optional, rule } from './build.ts';
import { prose } from './text.ts';
import { period, windowEdge } from './window.ts';

/** `abort`: of a number that is no safe integer, the limits are not asked. */
const wholeNumber = z.int({ abort: true }).check(z.minimum(0), z.maximum(100_000));

const ageLimit = z.union([wholeNumber, period]);

/** R17: whole numbers are completed years; a young child's age is a period (`"P5M"`, `"P6W"`). */
export const ageRange = z
  .strictObject({ min: optional(ageLimit), max: optional(ageLimit), on: optional(windowEdge) })
  .check(
    basicRule('empty-range', ({ min, max }) => min !== undefined || max !== undefined),
    rule('range-order', ({ min = 0, max }) => max === undefined || !areAgesApart(min, max)),
    // On another day, whoever is not born by then has no age.
    rule(
      'always-true',
      ({ min = 0, max, on }) => max !== undefined || on !== undefined || !isBirth(min),
    ),
  );

/** Every patient has reached an age of nothing. */
function isBirth(min: number | string): boolean {
  return Object.values(ageLimits({ min }).from).every((part) => part === 0);
}

/** R11: at least one limit, both included, that not every number meets; `apart` counts what comes so much later. */
export const count = z
  .strictObject({
    min: optional(wholeNumber),
    max: optional(wholeNumber),
    apart: optional(period),
  })
  .check(
    basicRule('empty-range', ({ min, max }) => min !== undefined || max !== undefined),
    rule('range-order', ({ min = -Infinity, max = Infinity }) => min <= max),
    rule('always-true', ({ min = 0, max }) => min > 0 || max !== undefined),
    rule('apart-short', ({ apart }) => apart === undefined || isADay(apart)),
  );

/** What is no period at all has its own error. */
function isADay(text: string): boolean {
  const parsed = parsePeriod(text);
  return !parsed || roughDays(parsed) >= 1;
}

/** A schema a key: what is said of one key is said of its schema. */
const limit = () => optional(z.number());

/** R14: numbers that a result can have, both ends included; in the unit of the bounds. */
export const plausible = z.strictObject({ min: limit(), max: limit() }).check(
  basicRule('empty-range', ({ min, max }) => min !== undefined || max !== undefined),
  rule('range-order', ({ min = -Infinity, max = Infinity }) => min <= max),
);

/** Limits of a number: `above` is >, `atLeast` ≥, `below` <, `atMost` ≤. */
const bounds = z
  .strictObject({
    above: limit(),
    atLeast: limit(),
    below: limit(),
    atMost: limit(),
    unit: optional(prose),
    plausible: optional(plausible),
  })
  .check(
    basicRule('empty-value', ({ above, atLeast, below, atMost }) =>
      [above, atLeast, below, atMost].some((each) => each !== undefined),
    ),
    rule(
      'two-bounds',
      ({ above, atLeast, below, atMost }) =>
        (above === undefined || atLeast === undefined) &&
        (below === undefined || atMost === undefined),
    ),
    rule('never-true', ({ above, atLeast, below, atMost }) => {
      const low = above ?? atLeast ?? -Infinity;
      const high = below ?? atMost ?? Infinity;
      return low < high || (low === high && above === undefined && below === undefined);
    }),
  );

export const valueBounds = bounds.check(
  // Of no plausible number it would ever be yes.
  rule('never-plausible', ({ above, atLeast, below, atMost, plausible: { min, max } = {} }) => {
    const isBelowAll = max !== undefined && ((above ?? -Infinity) >= max || (atLeast ?? max) > max);
    const isAboveAll = min !== undefined && ((below ?? Infinity) <= min || (atMost ?? min) < min);
    return !isBelowAll && !isAboveAll;
  }),
);

/** R19c: of the difference of two results; what is plausible is asked of each of them. */
export const changeBounds = bounds.check();

/** R10a: of a medicine's strength; what is plausible is asked of results. */
export const strengthBounds = valueBounds.check(
  rule('plausible-strength', ({ plausible }) => plausible === undefined),
);

/** Whole texts, case and surrounding space aside. */
export const valueText = z.strictObject({ text: listOf(prose, 1, 200) });

export const value = z.union([valueBounds, valueText]);
