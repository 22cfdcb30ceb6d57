/** R4a: the days on which a record may have begun and ended. Most are known to the day. */
import {
  earliestBeginning,
  isSpan,
  latestDate,
  nextDay,
  type CalendarDate,
  type ClinicalRecord,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import type { Span, Truth } from '../types.ts';

/** First and last day on which something may have begun. */
export interface Beginning {
  readonly from: CalendarDate;
  readonly fromLatest: CalendarDate;
}

/** First and last day on which something may have begun, and on which it may have ended; without an end none. */
export interface Extent extends Beginning {
  readonly toEarliest?: CalendarDate;
  readonly to?: CalendarDate;
  /** A point ends on the day on which it began, whichever that is. */
  readonly isPoint: boolean;
}

/**
 * The lawful days of a record; `from` ≤ `to` holds on each of them.
 * @param today What began on a day that is not known had begun by then.
 */
export function extentOf(record: ClinicalRecord, today: CalendarDate): Extent {
  if (!('from' in record)) {
    const { at, atLatest = at } = record;
    return { from: at, fromLatest: atLatest, toEarliest: at, to: atLatest, isPoint: true };
  }
  const { from, to } = record;
  let { fromLatest = from } = record;
  if (from === earliestBeginning && fromLatest === latestDate)
    fromLatest = today > from ? today : from;
  if (to === undefined) return { from, fromLatest, isPoint: false };
  if (fromLatest > to) fromLatest = to;
  const { toEarliest = to } = record;
  return {
    from,
    fromLatest,
    toEarliest: toEarliest > from ? toEarliest : from,
    to,
    isPoint: false,
  };
}

/** Every day from the first to the last, both included; none where the first is later. */
export function daysBetween(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  // The calendar's last day has none after it (R27).
  for (let day = first; day <= last && day !== days.at(-1); day = nextDay(day)) days.push(day);
  return days;
}

/** R3: the days on which a record that was set aside may have begun and ended, by what can be read of them. */
export function extentOfRejected({ from, to }: Rejection, type: RecordType): Extent {
  // It ends before it begins: one of the two is wrong, and nobody knows which.
  const isReversed = from !== undefined && to !== undefined && from > to;
  const first = (isReversed ? undefined : from) ?? earliestBeginning;
  const last = (isReversed ? undefined : to) ?? latestDate;
  return { from: first, fromLatest: last, toEarliest: first, to: last, isPoint: !isSpan(type) };
}

/** The days on which something that may be in a window may have begun, where it is. */
export function beginningsIn({ from, fromLatest, isPoint }: Extent, window: Span): Beginning {
  const first = isPoint && window.from !== undefined && window.from > from ? window.from : from;
  const last = window.to !== undefined && window.to < fromLatest ? window.to : fromLatest;
  return { from: first, fromLatest: last };
}

/** Whether it is known to the day when it began and ended. */
export function isWhole({ from, fromLatest, toEarliest, to }: Extent): boolean {
  return from === fromLatest && toEarliest === to;
}

/** The days on which a record may have begun, as if it were a point: what is new is in a window by its first day. */
export function beginningOf({ from, fromLatest }: Extent): Extent {
  return { from, fromLatest, toEarliest: from, to: fromLatest, isPoint: true };
}

/** R7: a point is in a window by its date, a span when it shares a day with it: on all lawful days, on none, or unknown. */
export function inWindow({ from, fromLatest, toEarliest, to }: Extent, window: Span): Truth {
  if (!sharesDay(from, to, window)) return 'no';
  const isAlways =
    (window.to === undefined || fromLatest <= window.to) &&
    (window.from === undefined || toEarliest === undefined || toEarliest >= window.from);
  return isAlways ? 'yes' : 'unknown';
}

/** Whether the days from `first` to `last` (undefined: without end) share one with the window. */
export function sharesDay(
  first: CalendarDate,
  last: CalendarDate | undefined,
  { from, to }: Span,
): boolean {
  // A window that ends before it begins has no day to share: `{from: "2027-01-01"}` asked in 2026.
  if (from !== undefined && to !== undefined && from > to) return false;
  if (to !== undefined && first > to) return false;
  return from === undefined || last === undefined || last >= from;
}
