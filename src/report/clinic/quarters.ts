/** The last days of quarters: the dates that reports are usually made for. */
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';

/** The ends of quarters within a year. */
const ends = ['03-31', '06-30', '09-30', '12-31'];

/**
 * The last days of so many quarters, of which the latest has come by a date, in order.
 *
 * @param count How many: one at the least.
 * @param until `YYYY-MM-DD`, itself included.
 */
export function quarterEnds(count: number, until: CalendarDate): readonly CalendarDate[] {
  const found: CalendarDate[] = [];
  for (let year = Number(until.slice(0, 4)); found.length < count && year > 0; year--)
    for (const end of [...ends].reverse()) {
      const date = `${String(year).padStart(4, '0')}-${end}`;
      if (date <= until && found.length < count && isCalendarDate(date)) found.push(date);
    }
  return found.reverse();
}
