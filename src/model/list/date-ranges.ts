/** Stretches of days that have a name, seen from the day that a list is of. */
import { subtractPeriod, addPeriod, previousDay, weekOf } from '../../record/calendar.ts';
import type { CalendarDate, PeriodParts } from '../../record/index.ts';
import type { Column } from './columns/types.ts';

/** Their names, the nearest first. */
export const dateRanges = [
  ...(['this-week', 'next-30-days', 'next-3-months', 'last-3-months', 'last-12-months'] as const),
  ...(['over-12-months', 'over-24-months'] as const),
] as const;

export type DateRange = (typeof dateRanges)[number];

/** Days from one to another, both in; a side that is not given is open. */
export interface DayBounds {
  readonly min?: CalendarDate;
  readonly max?: CalendarDate;
}

/**
 * Which days a name stands for. A week is from Monday to Sunday; what is next begins with the day itself, and what is
 * last ends with it (R6); what is over so long ago is whatever lies before that.
 */
export function daysIn(range: DateRange, asOf: CalendarDate): DayBounds {
  switch (range) {
    case 'this-week': {
      const { first, last } = weekOf(asOf);
      return { min: first, max: last };
    }
    case 'next-30-days':
      return { min: asOf, max: addPeriod(asOf, { ...none, days: 30 }) };
    case 'next-3-months':
      return { min: asOf, max: addPeriod(asOf, months(3)) };
    case 'last-3-months':
      return { min: subtractPeriod(asOf, months(3)), max: asOf };
    case 'last-12-months':
      return { min: subtractPeriod(asOf, months(12)), max: asOf };
    case 'over-12-months':
      return { max: previousDay(subtractPeriod(asOf, months(12))) };
    case 'over-24-months':
      return { max: previousDay(subtractPeriod(asOf, months(24))) };
  }
}

/** The stretches that a column can be asked for: of results how old they are, of other dates all. */
export function dateRangesOf({ filter, item }: Column): readonly DateRange[] {
  if (item?.type === 'patient' || item?.show === 'count') return [];
  if (item?.type === 'result') return dateRanges.filter((each) => /^(?:last|over)-/.test(each));
  return filter === 'date' ? dateRanges : [];
}

const none: PeriodParts = { years: 0, months: 0, weeks: 0, days: 0 };
const months = (count: number): PeriodParts => ({ ...none, months: count });
