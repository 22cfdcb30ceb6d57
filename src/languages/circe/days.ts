/** Windows as days around a date. */
import type { Window } from '../../profile/index.ts';
import { addPeriod, parsePeriod, subtractPeriod, type CalendarDate } from '../../record/index.ts';
import { dayOf } from '../../record/days.ts';
import { edgesOf } from '../windows.ts';

export { isSpan } from '../../record/index.ts';
export type { CalendarDate } from '../../record/index.ts';

/** R6: the days of a window; a missing side is open. */
export function windowOn(
  window: Window,
  asOf: CalendarDate,
): { readonly from?: CalendarDate; readonly to?: CalendarDate } {
  const { from, to } = edgesOf(window);
  return {
    ...(from === undefined ? {} : { from: edge(from, asOf) }),
    ...(to === undefined ? {} : { to: edge(to, asOf) }),
  };
}

function edge(text: string, asOf: CalendarDate): CalendarDate {
  const period = parsePeriod(text);
  if (!period) return text;
  return period.sign === -1 ? subtractPeriod(asOf, period) : addPeriod(asOf, period);
}

/** How many days a date is after another; below 0 before it. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayOf(to) - dayOf(from);
}
