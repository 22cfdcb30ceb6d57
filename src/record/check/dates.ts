/** Dates of records: read as written, held against the patient's life, and placeholders known as such (R3, R4, R4a). */
import { longestPartial, readDays, timeOf, type Days } from '../calendar.ts';
import { dayOf, type Day } from '../days.ts';
import { firstNoEnd, lastPlaceholder, placeholderMeaning } from '../placeholders.ts';
import { earliestBeginning, latestDate, type CalendarDate } from '../types.ts';
import { Fault } from './fault.ts';
import { isAbsent, type TextTally } from './fields.ts';

/** What dates are held against, and what is noticed on the way. */
export interface Life extends TextTally {
  /** The first day on which the patient may have been born; undefined where nobody knows. */
  readonly born: CalendarDate | undefined;
  /** A plain date from this day on, and before `firstNoEnd`, needs no further look. */
  readonly plainFrom: Day;
  /** Dates that look like local midnights told in UTC (R4). */
  shifted: number;
}

export function lifeOf(born: CalendarDate | undefined): Life {
  const birth = born === undefined ? afterPlaceholders : dayOf(born);
  const plainFrom = Math.max(birth, afterPlaceholders);
  return { born, plainFrom, shifted: 0, hidden: 0, cut: 0, characters: 0 };
}

const afterPlaceholders = dayOf(lastPlaceholder) + 1;
const noEnd = dayOf(firstNoEnd);

/** A record may be so many days before the patient's birth: it may be about the pregnancy. */
const longestBeforeBirth = 300;

/** Whether a date lies within what can be: not before 1850, nor long before the patient's birth. */
export function isPossible(last: CalendarDate, born: CalendarDate | undefined): boolean {
  return (
    last >= earliestBeginning &&
    (born === undefined || dayOf(last) >= dayOf(born) - longestBeforeBirth)
  );
}

/** The day of a point; of a date known to its year or month, the first of it. */
export function readDay(value: unknown, field: string, life: Life): CalendarDate {
  // By far most are dates as they should be.
  if (isPlain(value, life)) return value;
  if (isAbsent(value)) throw new Fault(field, 'missing');
  if (typeof value === 'string' && value.length > longestPartial) {
    // Most of the rest are such dates with a time.
    const day = value.slice(0, longestPartial);
    if (isPlain(day, life) && timeOf(value) !== undefined) {
      if (looksShifted(value)) life.shifted++;
      return day;
    }
  }
  const days = readDaysOf(value, field, life);
  if (meaningOf(days, life)) throw new Fault(field, 'placeholder-date');
  return possible(days, field, life).first;
}

/** The first day of a span; the earliest there is, where it is not known. */
export function readBeginning(value: unknown, life: Life): CalendarDate {
  if (isPlain(value, life)) return value;
  if (isAbsent(value)) return earliestBeginning;
  const days = readDaysOf(value, 'from', life);
  const meaning = meaningOf(days, life);
  if (meaning === 'none') return earliestBeginning;
  if (meaning === 'no-end') throw new Fault('from', 'placeholder-date');
  return possible(days, 'from', life).first;
}

/** The last day of a span; undefined where it goes on. */
export function readEnd(value: unknown, from: CalendarDate, life: Life): CalendarDate | undefined {
  if (isAbsent(value)) return undefined;
  let last: CalendarDate;
  if (isPlain(value, life)) last = value;
  else {
    const days = readDaysOf(value, 'to', life);
    if (meaningOf(days, life)) return undefined;
    ({ last } = possible(days, 'to', life));
  }
  if (last < from) throw new Fault('to', 'ends-before-start');
  return last;
}

/** The days that a date of an optional field may be; undefined where there is none. */
export function readOptionalDays(value: unknown, field: string, life: Life): Days | undefined {
  if (isAbsent(value)) return undefined;
  const days = readDaysOf(value, field, life);
  return meaningOf(days, life) ? undefined : possible(days, field, life);
}

/** As `readOptionalDays`, of what decides nothing: a date that cannot be read is none, and sets nothing aside. */
export function readShownDays(value: unknown, field: string, life: Life): Days | undefined {
  try {
    return readOptionalDays(value, field, life);
  } catch {
    return undefined;
  }
}

/** The last day on which a span may have begun; undefined where it is known to the day. */
export function latestBeginning(
  value: unknown,
  from: CalendarDate,
  life: Life,
): CalendarDate | undefined {
  if (value === from) return undefined;
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days || meaningOf(days, life)) return latestDate;
  return days.first === days.last ? undefined : days.last;
}

/** The other end of a date that is known to its year or month; undefined where it is known to the day. */
export function otherEnd(
  value: unknown,
  date: CalendarDate,
  end: 'first' | 'last',
): CalendarDate | undefined {
  if (value === date || typeof value !== 'string' || value.length >= longestPartial)
    return undefined;
  const days = readDays(value);
  return days && days.first !== days.last ? days[end] : undefined;
}

/** Whether a value is a date and nothing else, in a time where nothing is in doubt. */
function isPlain(value: unknown, life: Life): value is CalendarDate {
  // What is no date is no number, and neither before nor after any.
  const day = typeof value === 'string' ? dayOf(value) : NaN;
  return day >= life.plainFrom && day < noEnd;
}

function readDaysOf(value: unknown, field: string, life: Life): Days {
  if (typeof value !== 'string') throw new Fault(field, 'wrong-type');
  const days = readDays(value);
  if (!days) throw new Fault(field, 'unreadable-date');
  if (looksShifted(value)) life.shifted++;
  return days;
}

function meaningOf({ first, last }: Days, { born }: Life): 'none' | 'no-end' | undefined {
  return first === last ? placeholderMeaning(first, born) : undefined;
}

function possible(days: Days, field: string, { born }: Life): Days {
  if (!isPossible(days.last, born)) throw new Fault(field, 'impossible-date');
  return days;
}

/** `T22:00Z` in summer and `T23:00Z` in winter are Danish midnights: the day as written is the one before (R4). */
export function looksShifted(text: string): boolean {
  return text.length > longestPartial && /T2[23]:00(:00([.,]0+)?)?(Z|\+00(:?00)?)\s*$/i.test(text);
}
