import { valueAt } from '../../../json/paths.ts';
import {
  addPeriod,
  isCalendarDate,
  parsePeriod,
  subtractPeriod,
  type CalendarDate,
} from '../../../record/index.ts';
import { queriesOf } from '../places.ts';
import type { Found, ReviewRule } from '../types.ts';

/** A window that has no day, or none that has come: an end that is a date beside one that moves with the days. */
export const impossibleWindow: ReviewRule = {
  name: 'impossible-window',
  severity: 'warning',
  find: ({ profile, asOf }) =>
    queriesOf(profile).flatMap(({ type, query, path }): readonly Found[] => {
      const from = dayOf(valueAt(query, ['when', 'from']), asOf);
      const to = dayOf(valueAt(query, ['when', 'to']), asOf);
      const place = [...path, 'when'];
      if (from !== undefined && (to ?? asOf) < from)
        return [{ path: place, details: { from, to: to ?? asOf } }];
      // What is booked or agreed lies ahead; nothing else is recorded before it happens.
      const liesAhead = ['appointment', 'medication', 'carePlan'].includes(type);
      return from !== undefined && from > asOf && !liesAhead
        ? [{ path: place, code: 'window-ahead', details: { from } }]
        : [];
    }),
};

function dayOf(edge: unknown, asOf: CalendarDate): CalendarDate | undefined {
  if (typeof edge !== 'string') return undefined;
  const period = parsePeriod(edge);
  if (!period) return isCalendarDate(edge) ? edge : undefined;
  return period.sign === 1 ? addPeriod(asOf, period) : subtractPeriod(asOf, period);
}
