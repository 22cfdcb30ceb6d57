import { format } from 'date-fns/format';

/** Now, by the clock of the page, as an ISO date-time with its offset. */
export function isoNow(now: Date | number = Date.now()): string {
  // Not formatISO: it writes an offset of zero as Z.
  return format(now, "yyyy-MM-dd'T'HH:mm:ssxxx");
}
