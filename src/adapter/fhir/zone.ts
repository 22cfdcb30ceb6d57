/**
 * Calendar dates of FHIR's dates and instants. A date known to its year or month stays so (R4a); an instant, which has an
 * offset of its own, is told in the clinic's time zone: `2024-05-01T22:30:00Z` is 2 May in Copenhagen.
 */
import { utc } from '@date-fns/utc/utc';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { readDays } from '../../record/calendar.ts';

export class Zone {
  readonly #format: Intl.DateTimeFormat;
  /** Milliseconds that the zone is ahead of UTC, by quarter of an hour: a zone changes at none but such. */
  readonly #ahead = new Map<number, number>();

  /** @throws RangeError of a zone that there is not. */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /**
   * A date or date-time as the records have it: the local date, and the local time where one was told. Undefined of what
   * is no date.
   */
  local(text: unknown): string | undefined {
    if (typeof text !== 'string') return undefined;
    if (!instant.test(text)) return readDays(text) ? text : undefined;
    const at = parseISO(text).getTime();
    if (Number.isNaN(at) || !readDays(text.slice(0, 10))) return undefined;
    const written = formatISO(at + this.#aheadAt(at), { in: utc }).slice(0, 19);
    return written.endsWith(':00') ? written.slice(0, -3) : written;
  }

  /** As `local`, without the time. */
  day(text: unknown): string | undefined {
    return this.local(text)?.slice(0, 10);
  }

  #aheadAt(at: number): number {
    const quarter = Math.floor(at / quarterHour);
    let ahead = this.#ahead.get(quarter);
    if (ahead === undefined) {
      if (this.#ahead.size >= mostKept) this.#ahead.clear();
      this.#ahead.set(quarter, (ahead = this.#readAhead(quarter * quarterHour)));
    }
    return ahead;
  }

  #readAhead(at: number): number {
    const name = this.#format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours = '0', minutes = '0', seconds = '0'] =
      /^GMT(?:([+-])(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(name ?? '') ?? [];
    const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ahead : ahead;
  }
}

const quarterHour = 15 * 60 * 1000;
/** More than a clinic's day-times of ten years. */
const mostKept = 500_000;

/** Only with an offset is a date-time an instant; without one it is local already. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * A day between two, as exactly as a record can tell it: the day, the month or the year that both lie in. Undefined where
 * they lie in different years, or one is missing.
 */
export function between(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return undefined;
  for (const length of [10, 7, 4])
    if (first.length >= length && first.slice(0, length) === last.slice(0, length))
      return first.slice(0, length);
  return undefined;
}
