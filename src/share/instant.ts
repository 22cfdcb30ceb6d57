import { parseISO } from 'date-fns/parseISO';
import { isCalendarDate } from '../record/calendar.ts';

/** Milliseconds since 1970 of an ISO 8601 date-time with offset; NaN for anything else. */
export function readInstant(text: unknown): number {
  return typeof text === 'string' && instant.test(text) && isCalendarDate(text.slice(0, 10))
    ? parseISO(text).getTime()
    : NaN;
}

/** The offset is no choice: without it, it would be another instant on another computer. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
