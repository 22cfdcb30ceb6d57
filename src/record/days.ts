/**
 * Calendar dates as whole numbers, for columns, fast loops and arithmetic: days since 1970-01-01. Years run
 * from 0001 to 9999 and stop at the edge.
 */
import type { CalendarDate, PeriodParts } from './types.ts';

/** Days since 1970-01-01. */
export type Day = number;

/** A side of a window or a span that is open. Beyond every calendar date, and within 32 bits. */
export const openStart: Day = -0x80000000;
export const openEnd: Day = 0x7fffffff;

/** The day number of a calendar date that exists. */
export function dayOf(date: CalendarDate): Day {
  return dayFrom(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The calendar date of a day number. */
export function dateOf(day: Day): CalendarDate {
  const packed = packedDate(day);
  const text = String(packed).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** A calendar date as the number `yyyymmdd`: two of them compare, and tell completed years. */
export function packDate(date: CalendarDate): number {
  return digits(date, 0, 4) * 10_000 + digits(date, 5, 7) * 100 + digits(date, 8, 10);
}

/** A day and a period later, or earlier with `sign` −1: years, months, then weeks and days (R6). */
export function addToDay(day: Day, period: PeriodParts, sign: 1 | -1 = 1): Day {
  const { years, months, weeks, days } = period;
  let moved = day;
  // Stryker disable next-line ConditionalExpression: no months more is the same day, only later known.
  if (years !== 0) moved = addMonths(moved, sign * 12 * years);
  // Stryker disable next-line ConditionalExpression: likewise.
  if (months !== 0) moved = addMonths(moved, sign * months);
  moved += sign * (7 * weeks + days);
  return Math.min(lastDay, Math.max(firstDay, moved));
}

/** A day beyond its month's end becomes the month's last day. */
function addMonths(day: Day, months: number): Day {
  const packed = packedDate(day);
  const total = Math.floor(packed / 10_000) * 12 + ((Math.floor(packed / 100) % 100) - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dayFrom(year, month, Math.min(packed % 100, lengthOfMonth(year, month)));
}

/** How many days a month has; months run from 1 to 12. */
export function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Years begin in March here, so that a leap day is a year's last; `shift` days lie before 1970. */
const shift = 719_468;

function dayFrom(year: number, month: number, day: number): Day {
  const y = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ofYear - shift;
}

/** The number `yyyymmdd` of a day. */
function packedDate(day: Day): number {
  const since = day + shift;
  const cycle = Math.floor(since / 146_097);
  const inCycle = since - cycle * 146_097;
  const y = Math.floor(
    (inCycle -
      Math.floor(inCycle / 1460) +
      Math.floor(inCycle / 36_524) -
      Math.floor(inCycle / 146_096)) /
      365,
  );
  const ofYear = inCycle - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = cycle * 400 + y + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + (ofYear - Math.floor((153 * m + 2) / 5) + 1);
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** 1 January of year 1: nothing is before it. */
export const firstDay = dayFrom(1, 1, 1);
const lastDay = dayFrom(9999, 12, 31);
