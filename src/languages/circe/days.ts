/** Windows as days around a date. */
import type { Window } from '../../profile/index.ts';
import { addPeriod, parsePeriod, subtractPeriod, type CalendarDate } from '../../record/index.ts';
import { dayOf } from '../../record/days.ts';

export { isSpan } from '../../record/index.ts';
export type { CalendarDate } from '../../record/index.ts';

/** R6: the days of a window; a missing side is open. */
export function windowOn(
  window: Window,
  asOf: CalendarDate,
): { readonly from?: CalendarDate; readonly to?: CalendarDate } {
  if (window === 'ever') return { to: asOf };
  if (window === 'now') return { from: asOf, to: asOf };
  if (window === 'future') return { from: asOf };
  if ('last' in window) return { from: edge(`-${window.last}`, asOf), to: asOf };
  if ('next' in window) return { from: asOf, to: edge(window.next, asOf) };
  const to = window.to === undefined ? asOf : edge(window.to, asOf);
  return window.from === undefined ? { to } : { from: edge(window.from, asOf), to };
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
