/** Days of windows: as dates where the day asked is known, else as ehrQL's durations after a record's. */
import { addPeriod, parsePeriod, subtractPeriod, type CalendarDate } from '../../record/index.ts';
import { text } from './text.ts';

/** The day that something is asked on: a date, or each patient's own. */
export type Day =
  | { readonly at: CalendarDate }
  | { readonly series: string; readonly asOf: CalendarDate };

/** A day as an expression; undefined where it is months from a patient's own, which ehrQL counts otherwise (R6). */
export function dayAfter(day: Day, edge: string): string | undefined {
  const period = parsePeriod(edge);
  if (!period) return text(edge);
  if ('at' in day)
    return text(period.sign === -1 ? subtractPeriod(day.at, period) : addPeriod(day.at, period));
  const { years, months, weeks, days, sign } = period;
  if (years > 0 || months > 0) return undefined;
  const count = weeks * 7 + days;
  return count === 0 ? day.series : `${day.series} ${sign === -1 ? '-' : '+'} days(${count})`;
}
