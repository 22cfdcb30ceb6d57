/** Dates, times and lengths of time in words. Dates are ISO 8601 texts and read as written, whatever their offset. */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { ContextFn } from 'date-fns';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { getDate } from 'date-fns/getDate';
import { getMonth } from 'date-fns/getMonth';
import { isValid } from 'date-fns/isValid';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { toDate } from 'date-fns/toDate';
import type { Language } from './language.ts';

/** Not date-fns' locales: they bring along what reads dates and what words distances, and nothing here asks for it. */
const months = {
  da: {
    short: 'jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.'.split(' '),
    long: 'januar februar marts april maj juni juli august september oktober november december'.split(
      ' ',
    ),
  },
  en: {
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    long: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
  },
} as const;

/** The patterns of date-fns' `lightFormat`, and `MMM` and `MMMM` for the month's name. */
const patterns = {
  da: {
    date: 'd. MMM y',
    longDate: 'd. MMMM y',
    dayMonth: 'd. MMM',
    month: 'MMM y',
    year: 'y',
    moment: "d. MMM y 'kl.' HH.mm",
    today: "'i dag'",
    todayAt: "'i dag' HH.mm",
  },
  en: {
    date: 'd MMM y',
    longDate: 'd MMMM y',
    dayMonth: 'd MMM',
    month: 'MMM y',
    year: 'y',
    moment: "d MMM y 'at' HH:mm",
    today: "'today'",
    todayAt: "'today' HH:mm",
  },
} as const;

/** `14. mar. 2022` · `14 Mar 2022`; of a date known to its month or year, `mar. 2022` or `2022`. */
export function formatDate(date: string, language: Language): string {
  if (isPartial(date)) return written(date, date.length === 4 ? 'year' : 'month', language);
  return written(date.slice(0, 10), 'date', language);
}

/** Whether a date is told as a year or a month only: `2019`, `2019-05`. */
export function isPartial(date: string): boolean {
  return /^\d{4}(-\d{2})?$/.test(date);
}

/** `1. januar 2026` · `1 January 2026`. */
export function formatLongDate(date: string, language: Language): string {
  return written(date.slice(0, 10), 'longDate', language);
}

/** `3. dec.` · `3 Dec`: for dates whose year goes without saying. */
export function formatDayMonth(date: string, language: Language): string {
  return written(date.slice(0, 10), 'dayMonth', language);
}

/** `25. nov. 2026 kl. 16.00` · `25 Nov 2026 at 16:00`: a date-time. */
export function formatMoment(moment: string, language: Language): string {
  return written(moment.slice(0, 16), 'moment', language);
}

/** `mar. 2022`: the month of a date, or `YYYY-MM`. */
export function formatMonth(month: string, language: Language): string {
  return written(month.slice(0, 7), 'month', language);
}

/** `2022` */
export function formatYear(date: string, language: Language): string {
  return written(date.slice(0, 10), 'year', language);
}

/** Without the year when it is less than eleven months away in either direction. */
export function formatNear(date: string, asOf: string, language: Language): string {
  if (isPartial(date)) return formatDate(date, language);
  const away = date <= asOf ? monthsBetween(date, asOf) : monthsBetween(asOf, date);
  return away < 11 ? formatDayMonth(date, language) : formatDate(date, language);
}

/** `i dag 08.14` or `23. nov. 2026`: how fresh a source is, by a date or date-time. */
export function formatUpdated(updated: string, asOf: string, language: Language): string {
  if (updated.slice(0, 10) !== asOf) return formatDate(updated, language);
  return /T\d\d:\d\d/.test(updated)
    ? written(updated.slice(0, 16), 'todayAt', language)
    : written(asOf, 'today', language);
}

/**
 * Completed months from `start` to `end`; 0 when they are in the wrong order.
 * @throws {RangeError} of a day that does not exist.
 */
export function monthsBetween(start: string, end: string): number {
  const [first, last] = [requireDate(start), requireDate(end)];
  const begun = differenceInCalendarMonths(last, first);
  // Counted by the day of the month: differenceInMonths has 31 January to 28 February as a month.
  return Math.max(0, getDate(last) < getDate(first) ? begun - 1 : begun);
}

/**
 * Days from `start` to `end`; 0 when they are in the wrong order.
 * @throws {RangeError} of a day that does not exist.
 */
export function daysBetween(start: string, end: string): number {
  return Math.max(0, differenceInCalendarDays(requireDate(end), requireDate(start)));
}

/** `5 dage`, `14 mdr.`, `4 år`: a length short enough for a cell. */
export function formatLength(start: string, end: string, language: Language): string {
  const count = monthsBetween(start, end);
  if (count === 0) {
    const days = daysBetween(start, end);
    if (language === 'da') return days === 1 ? '1 dag' : `${days} dage`;
    return days === 1 ? '1 day' : `${days} days`;
  }
  if (count < 36)
    return language === 'da' ? `${count} ${count === 1 ? 'md.' : 'mdr.'}` : `${count} mo.`;
  const years = Math.floor(count / 12);
  return language === 'da' ? `${years} år` : `${years} yrs`;
}

/** `for 14 mdr. siden` · `14 mo. ago`; `i dag` · `today`. */
export function formatAgo(date: string, asOf: string, language: Language): string {
  if (isPartial(date)) return formatDate(date, language);
  if (date === asOf) return written(date, 'today', language);
  if (date > asOf) return formatDate(date, language);
  const length = formatLength(date, asOf, language);
  return language === 'da' ? `for ${length} siden` : `${length} ago`;
}

/** A list of a hundred thousand rows names the same few thousand days: each is read and written once, and kept. */
const mostKept = 15_000;
const datesByText = new Map<string, Date>();
const wordsByPattern = new Map<string, Map<string, string>>();

/** The text by a pattern; what is no date stays as it is. */
function written(
  text: string,
  name: keyof (typeof patterns)[Language],
  language: Language,
): string {
  const key = `${language} ${name}`;
  let known = wordsByPattern.get(key);
  if (!known) {
    known = new Map<string, string>();
    wordsByPattern.set(key, known);
  }
  let words = known.get(text);
  if (words === undefined) {
    const date = dateIn(text);
    words = isValid(date) ? inWords(date, patterns[language][name], language) : text;
    keep(known, text, words);
  }
  return words;
}

/** Not date-fns' `format`: that brings everything along that any pattern could ask for. */
function inWords(date: Date, pattern: string, language: Language): string {
  const { short, long } = months[language];
  return lightFormat(
    date,
    pattern.replace(/MMMM?/, ({ length }) => `'${(length === 4 ? long : short)[getMonth(date)]!}'`),
  );
}

/** Between what is no date there is no length. */
function requireDate(text: string): Date {
  const date = dateIn(text);
  if (!isValid(date))
    throw new RangeError('A length of time is told between two dates that exist.');
  return date;
}

const utc: ContextFn<Date> = (value) => new UTCDateMini(+toDate(value));

/** An invalid date for what is none. */
function dateIn(text: string): Date {
  return datesByText.get(text) ?? keep(datesByText, text, parseISO(text, { in: utc }));
}

/** A table that is full begins anew. */
function keep<Value>(table: Map<string, Value>, text: string, value: Value): Value {
  if (table.size >= mostKept) table.clear();
  table.set(text, value);
  return value;
}
