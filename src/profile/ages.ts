/** Between which two ages a patient is asked to be (R17). */
import { parsePeriod, roughDays } from '../record/period.ts';
import type { PeriodParts } from '../record/types.ts';

/** Completed years, or a period: `"P5M"`, `"P6W"`. */
type AgeLimit = number | string;

/** Who has reached `from`, and not yet `before`. */
export interface AgeLimits {
  readonly from: PeriodParts;
  readonly before?: PeriodParts;
}

/** Whole numbers are years. The upper limit is included: it ends where it, one more in its smallest unit, is reached. */
export function ageLimits({
  min = 0,
  max,
}: {
  readonly min?: AgeLimit;
  readonly max?: AgeLimit;
}): AgeLimits {
  const from = periodOf(min);
  if (max === undefined) return { from };
  const last = periodOf(max);
  // A period ends in the letter of its smallest unit.
  const unit = typeof max === 'number' ? 'years' : units[max.at(-1) as keyof typeof units];
  return { from, before: { ...last, [unit]: last[unit] + 1 } };
}

/** Whether nobody can be of an age that has reached one limit and is not beyond another; of periods, as far as months allow. */
export function areAgesApart(min: AgeLimit, max: AgeLimit): boolean {
  const isInYears = typeof min === 'number' && typeof max === 'number';
  return roughAge(periodOf(min)) >= roughEndOf(max) + (isInYears ? 0 : longestMonth);
}

const longestMonth = 31;

/** About how many days old one is beyond an upper limit. */
export function roughEndOf(max: AgeLimit): number {
  return roughAge(ageLimits({ max }).before!);
}

function roughAge(age: PeriodParts): number {
  return roughDays({ ...age, sign: 1 });
}

function periodOf(limit: AgeLimit): PeriodParts {
  const none = { years: 0, months: 0, weeks: 0, days: 0 };
  if (typeof limit === 'number') return { ...none, years: limit };
  const { years, months, weeks, days } = parsePeriod(limit) ?? none;
  return { years, months, weeks, days };
}

const units = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;
