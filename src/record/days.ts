/**
 * Calendar dates as whole numbers, for columns, fast loops and arithmetic: days since 1970-01-01. Years run
 * from 0001 to 9999 and stop at the edge (R27). The calendar is date-fns'; a clinic names the days of
 * the same few hundred months a million times, so each month and each sum is worked out once and kept.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { ContextFn } from 'date-fns';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { daysInYear, millisecondsInDay } from 'date-fns/constants';
import { formatISO } from 'date-fns/formatISO';
import { getDate } from 'date-fns/getDate';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { parseISO } from 'date-fns/parseISO';
import { toDate } from 'date-fns/toDate';
import type { CalendarDate, PeriodParts } from './types.ts';

/** Days since 1970-01-01. */
export type Day = number;

/** A side of a window or a span that is open. Beyond every calendar date, and within 32 bits. */
export const openStart: Day = -0x80000000;
export const openEnd: Day = 0x7fffffff;

/**
 * The day number of a text `YYYY-MM-DD`; NaN where it is no date of the calendar. Of the forms of ISO 8601
 * only this one is read, and no year 0.
 */
export function dayOf(text: CalendarDate): Day {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen)
    return NaN;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const ofYear = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  // One that is negative makes all of them negative.
  if ((century | year | ofYear | date) < 0 || date === 0) return NaN;
  const month = 10_000 * century + 100 * year + ofYear;
  const slot = month & (slots - 1);
  if (months[slot] !== month) readMonth(month, slot);
  return date <= lengths[slot]! ? starts[slot]! + date - 1 : NaN;
}

/** The calendar date of a day number. */
export function dateOf(day: Day): CalendarDate {
  return (
    textByDay.get(day) ?? keep(textByDay, day, formatISO(utcDate(day), { representation: 'date' }))
  );
}

/** A day and a period later, or earlier with `sign` −1: years, months, then weeks and days (R6). */
export function addToDay(day: Day, period: PeriodParts, sign: 1 | -1 = 1): Day {
  // Days alone are a sum of whole numbers, and need no calendar.
  if (period.years === 0 && period.months === 0)
    return withinCalendar(day + sign * (7 * period.weeks + period.days));
  const tables = sign === 1 ? daysAfter : daysBefore;
  let sums = tables.get(period);
  if (!sums) {
    sums = new Map<Day, Day>();
    tables.set(period, sums);
  }
  return sums.get(day) ?? keep(sums, day, add(day, period, sign));
}

/** How many years are completed on a day by who was born on another; negative before birth (R17). */
export function yearsBetween(born: Day, on: Day): number {
  // Rounded, the years are right or one too many.
  const years = Math.round((on - born) / daysInYear);
  return born <= latestBirth(years, on) ? years : years - 1;
}

/**
 * The last birth day by which so many years are completed on a day; `openStart` where the calendar has none.
 * Who is born on 29 February completes a year on 1 March of a common year: 28 February, so many years back,
 * is before it (R17).
 */
export function latestBirth(years: number, on: Day): Day {
  if (on !== birthsOn) {
    birthsOn = on;
    latestBirths.clear();
  }
  let birth = latestBirths.get(years);
  if (birth === undefined) {
    const day = dayFrom(addYears(utcDate(on), -years));
    latestBirths.set(years, (birth = day >= firstDay ? withinCalendar(day) : openStart));
  }
  return birth;
}

/**
 * The day on which who is born on a day reaches an age (R17): years, months, then weeks and days. A day beyond its
 * month's end is the first of the next month, so that who is born on 29 February completes a year on 1 March. May be
 * after the calendar's last day.
 */
export function ageReachedOn(born: Day, { years, months, weeks, days }: PeriodParts): Day {
  const inYear = rolledOver(born, addYears(utcDate(born), years));
  return rolledOver(inYear, addMonths(utcDate(inYear), months)) + 7 * weeks + days;
}

/** date-fns stops at the end of a month that is too short: then the next day is meant. */
function rolledOver(from: Day, to: Date): Day {
  const isCut = getDate(to) < getDate(utcDate(from));
  return dayFrom(to) + (isCut ? 1 : 0);
}

/** The last birth day by which an age is reached on a day; `openStart` where the calendar has none. */
export function latestBirthOf(age: PeriodParts, on: Day): Day {
  const { years, months, weeks, days } = age;
  if (months === 0 && weeks === 0 && days === 0) return latestBirth(years, on);
  const back = addMonths(addYears(utcDate(on - 7 * weeks - days), -years), -months);
  let birth = dayFrom(back);
  // Months differ in length: a few days more or less.
  while (birth >= firstDay && ageReachedOn(birth, age) > on) birth--;
  while (birth >= firstDay && ageReachedOn(birth + 1, age) <= on) birth++;
  return birth >= firstDay ? withinCalendar(birth) : openStart;
}

/** More days than forty years have. A table that is full begins anew. */
const mostKept = 15_000;

const textByDay = new Map<Day, CalendarDate>();
const daysAfter = new WeakMap<PeriodParts, Map<Day, Day>>();
const daysBefore = new WeakMap<PeriodParts, Map<Day, Day>>();
/** By years, for one day: a list asks all its ages on the same. */
const latestBirths = new Map<number, Day>();
let birthsOn: Day = openStart;

function keep<Key, Value>(table: Map<Key, Value>, key: Key, value: Value): Value {
  if (table.size >= mostKept) table.clear();
  table.set(key, value);
  return value;
}

const hyphen = '-'.charCodeAt(0);
const zero = '0'.charCodeAt(0);

/** Two digits as a whole number; negative where either is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
}

/** The months read last, by slot: which it is (`YYYYMM`), its first day, and how many days it has. */
const slots = 0x4000;
const months = new Int32Array(slots).fill(-1);
const starts = new Int32Array(slots);
const lengths = new Uint8Array(slots);

/** A month that does not exist has no days. */
function readMonth(month: number, slot: number): void {
  const digits = String(month).padStart(6, '0');
  const start = parseISO(`${digits.slice(0, 4)}-${digits.slice(4)}-01`, { in: utc });
  const exists = month >= 1_00 && !Number.isNaN(start.getTime());
  months[slot] = month;
  starts[slot] = exists ? dayFrom(start) : 0;
  lengths[slot] = exists ? getDaysInMonth(start) : 0;
}

/** One after the other, each clamped to its month's end: `add` of date-fns would merge years and months. */
function add(day: Day, { years, months, weeks, days }: PeriodParts, sign: 1 | -1): Day {
  const year = addYears(utcDate(day), sign * years);
  const month = addMonths(year, sign * months);
  const moved = dayFrom(addDays(month, sign * (7 * weeks + days)));
  // Further than a date of JavaScript reaches.
  if (Number.isNaN(moved)) return sign === 1 ? lastDay : firstDay;
  return withinCalendar(moved);
}

function withinCalendar(day: Day): Day {
  return Math.min(lastDay, Math.max(firstDay, day));
}

const utc: ContextFn<Date> = (value) => new UTCDateMini(+toDate(value));

/** Midnight of a day in UTC, for functions of date-fns that know no whole days. */
export function utcDate(day: Day): Date {
  return new UTCDateMini(day * millisecondsInDay);
}

/** The day of a midnight in UTC; NaN of an invalid date. */
export function dayFrom(date: Date): Day {
  return date.getTime() / millisecondsInDay;
}

/** 1 January of year 1: nothing is before it. */
export const firstDay = dayOf('0001-01-01');
const lastDay = dayOf('9999-12-31');
