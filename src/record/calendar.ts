/**
 * Calendar arithmetic on `YYYY-MM-DD` texts: no clock, no time zone, no locale.
 * Years run from 0001 to 9999; arithmetic that would leave them stops at the edge.
 */
import { eachYearOfInterval } from 'date-fns/eachYearOfInterval';
import {
  addToDay,
  ageReachedOn,
  dateOf,
  dayFrom,
  dayOf,
  latestBirth,
  utcDate,
  yearsBetween,
} from './days.ts';
import type { CalendarDate, Patient, PeriodParts } from './types.ts';

/** Whether the text is a calendar date that exists: `2026-02-30` does not. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return typeof text === 'string' && !Number.isNaN(dayOf(text));
}

/**
 * The local calendar date of a date or date-time, as written (R4): `2026-11-24T23:30+01:00` is
 * 24 November. Undefined for anything else.
 */
export function readDate(text: string): { date: CalendarDate; time?: string } | undefined {
  const trimmed = text.trim();
  const date = trimmed.slice(0, 10);
  if (!isCalendarDate(date)) return undefined;
  if (trimmed.length === 10) return { date };
  const time = timeOf(trimmed);
  return time === undefined ? undefined : { date, time };
}

/** The local time of a date-time, as written after the ten characters of its date; undefined where there is none. */
export function timeOf(dateTime: string): string | undefined {
  const [, time, seconds = '00'] = localTime.exec(dateTime.slice(10)) ?? [];
  return time === undefined || seconds === '00' ? time : `${time}:${seconds}`;
}

/** The first and the last day that a text stands for: the same where it is known to the day (R4a). */
export interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Reads a date or date-time as `readDate`, or a year or month: `2019`, `2019-05`. */
export function readDays(text: string): Days | undefined {
  if (text.length === longestPartial && isCalendarDate(text)) return { first: text, last: text };
  if (text.length >= longestPartial) {
    const read = readDate(text);
    return read && { first: read.date, last: read.date };
  }
  const [, year = '', month] = /^\s*(\d{4})(?:-(\d{2}))?\s*$/.exec(text) ?? [];
  const first = `${year}-${month ?? '01'}-01`;
  if (!isCalendarDate(first)) return undefined;
  const start = `${year}-${month ?? '12'}`;
  const last = ['31', '30', '29', '28'].map((day) => `${start}-${day}`).find(isCalendarDate)!;
  return { first, last };
}

/** A text of so many characters is no year or month, but a date or nothing. */
export const longestPartial = 10;

/** As it was written: a year or a month, where the first and the last day are those of one. */
export function writtenDate({ first, last }: Days): string {
  if (first === last) return first;
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4);
}

/** `Thh:mm`, seconds and offset optional; of seconds no fractions are kept. 24:00 is the end of the day as written. */
const localTime =
  /^[T ]((?:[01]\d|2[0-3]):[0-5]\d|24:00)(?::([0-5]\d)(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;

/** A date and a period later: years, months, weeks, days in that order; month ends are clamped (R6). */
export function addPeriod(date: CalendarDate, period: PeriodParts): CalendarDate {
  return dateOf(addToDay(dayOf(date), period));
}

/** A date and a period earlier, by the same rules. */
export function subtractPeriod(date: CalendarDate, period: PeriodParts): CalendarDate {
  return dateOf(addToDay(dayOf(date), period, -1));
}

export function nextDay(date: CalendarDate): CalendarDate {
  return dateOf(addToDay(dayOf(date), oneDay));
}

export function previousDay(date: CalendarDate): CalendarDate {
  return dateOf(addToDay(dayOf(date), oneDay, -1));
}

/** The week that a date lies in, from Monday to Sunday. */
export function weekOf(date: CalendarDate): Days {
  const day = dayOf(date);
  // 1970-01-01 was a Thursday.
  const days = (((day + 3) % 7) + 7) % 7;
  const away = (count: number): PeriodParts => ({ ...oneDay, days: count });
  return {
    first: dateOf(addToDay(day, away(days), -1)),
    last: dateOf(addToDay(day, away(6 - days))),
  };
}

/** Every 1 January after `start`, up to `end`. */
export function newYears(start: CalendarDate, end: CalendarDate): readonly CalendarDate[] {
  return eachYearOfInterval({ start: utcDate(dayOf(start)), end: utcDate(dayOf(end)) })
    .map((day) => dateOf(dayFrom(day)))
    .filter((day) => day > start);
}

const oneDay: PeriodParts = { years: 0, months: 0, weeks: 0, days: 1 };

/** Completed years from birth to `on`; 29 February completes a year on 1 March of a common year (R17). */
export function completedYears(birthDate: CalendarDate, on: CalendarDate): number {
  return yearsBetween(dayOf(birthDate), dayOf(on));
}

/** Whether an age is reached on a date by who is born on another (R17). */
export function hasReachedAge(
  birthDate: CalendarDate,
  age: PeriodParts,
  on: CalendarDate,
): boolean {
  const [born, day] = [dayOf(birthDate), dayOf(on)];
  const { years, months, weeks, days } = age;
  // Of whole years it is known for each day once.
  if (months === 0 && weeks === 0 && days === 0) return born <= latestBirth(years, day);
  return ageReachedOn(born, age) <= day;
}

/**
 * A patient's age on a date in completed years; undefined before birth (R17), and where not every day that the
 * patient may be born on gives the same (R4a).
 */
export function ageOn(
  { birthDate, birthDateLatest }: Pick<Patient, 'birthDate' | 'birthDateLatest'>,
  on: CalendarDate,
): number | undefined {
  if (birthDate === undefined || (birthDateLatest ?? birthDate) > on) return undefined;
  const years = completedYears(birthDate, on);
  if (birthDateLatest === undefined) return years;
  return completedYears(birthDateLatest, on) === years ? years : undefined;
}

/**
 * Answers a date that a caller gives, when it is one of the calendar (R26).
 * @param call The function that was called and what it was given, for the error's text.
 * @throws {TypeError} of anything but a text. @throws {RangeError} of a day that does not exist.
 */
export function requireDate(date: CalendarDate, call: string): CalendarDate {
  const advice = 'give a calendar date that exists, as a text YYYY-MM-DD: "2026-11-24".';
  if (typeof date !== 'string') throw new TypeError(`${call} is no text: ${advice}`);
  if (!isCalendarDate(date)) throw new RangeError(`${call} is no calendar date: ${advice}`);
  return date;
}
