import { formatISO } from 'date-fns/formatISO';

/** Now, by the clock of the page, as an ISO date-time with its offset. */
export function isoNow(now: Date | number = Date.now()): string {
  // An offset of zero is written as Z.
  return formatISO(now).replace(/Z$/, '+00:00');
}
