/** The periods that records are counted in. */
import { isCalendarDate, previousDay, type CalendarDate } from '../../record/index.ts';
import type { Period } from '../types.ts';

/** Months in the year. */
const inYear = 12;

/**
 * So many periods of whole months, one after the other, of which the last has ended by a date.
 *
 * @param months Of each period: 1, 3 or 12. Only periods that do not share a day may be told of a clinic: of a month and
 *   of the year that it is in together, more is told than of each.
 * @param until `YYYY-MM-DD`, itself included.
 */
export function periodsUntil(
  count: number,
  months: 1 | 3 | 12,
  until: CalendarDate,
): readonly Period[] {
  let [year = 0, month = 0] = until.split('-').map(Number);
  // The month that is not over yet is no part of any.
  if (lastOf(year, month) > until) [year, month] = before(year, month, 1);
  const found: Period[] = [];
  while (found.length < count && year > 0) {
    const [startYear, startMonth] = before(year, month, months - 1);
    found.push({ from: firstOf(startYear, startMonth), to: lastOf(year, month) });
    [year, month] = before(year, month, months);
  }
  return found.reverse();
}

function before(year: number, month: number, months: number): [number, number] {
  const all = year * inYear + month - 1 - months;
  return [Math.floor(all / inYear), (all % inYear) + 1];
}

function firstOf(year: number, month: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return isCalendarDate(text) ? text : '0001-01-01';
}

function lastOf(year: number, month: number): CalendarDate {
  return month === inYear ? firstOfYearEnd(year) : previousDay(firstOf(year, month + 1));
}

function firstOfYearEnd(year: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-12-31`;
}
