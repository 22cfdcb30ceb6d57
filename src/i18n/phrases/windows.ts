/** The words of windows and periods. */
import type { ByLanguage } from '../language.ts';

type Unit = 'years' | 'months' | 'weeks' | 'days';

export interface WindowPhrases {
  readonly units: Readonly<Record<Unit, readonly [one: string, several: string]>>;
  readonly and: string;
  readonly today: string;
  /** The day of the record that an anchor is on. */
  readonly thatDay: string;
  /** Without a day: up to today. */
  readonly ever: (day: string | undefined) => string;
  /** Without a day: today. */
  readonly current: (day: string | undefined) => string;
  readonly from: (day: string) => string;
  /** After a window that says of itself from which day it is counted. */
  readonly countedFrom: (day: string) => string;
  readonly last: (period: string) => string;
  readonly next: (period: string) => string;
  /** Of one year, month, week or day. */
  readonly lastOne: Readonly<Record<Unit, string>>;
  readonly nextOne: Readonly<Record<Unit, string>>;
  readonly upTo: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly before: (period: string, day: string) => string;
  readonly after: (period: string, day: string) => string;
}

export const windowPhrases: ByLanguage<WindowPhrases> = {
  da: {
    units: {
      years: ['år', 'år'],
      months: ['måned', 'måneder'],
      weeks: ['uge', 'uger'],
      days: ['dag', 'dage'],
    },
    and: 'og',
    today: 'i dag',
    thatDay: 'den dag',
    ever: (day) =>
      `på et hvilket som helst tidspunkt${day === undefined ? '' : ` til og med ${day}`}`,
    current: (day) => (day === undefined ? 'aktuel' : `aktuel ${day}`),
    from: (day) => `fra ${day} og frem`,
    countedFrom: (day) => ` regnet fra ${day}`,
    last: (period) => `inden for de seneste ${period}`,
    next: (period) => `inden for de næste ${period}`,
    lastOne: {
      years: 'inden for det seneste år',
      months: 'inden for den seneste måned',
      weeks: 'inden for den seneste uge',
      days: 'inden for den seneste dag',
    },
    nextOne: {
      years: 'inden for det næste år',
      months: 'inden for den næste måned',
      weeks: 'inden for den næste uge',
      days: 'inden for den næste dag',
    },
    upTo: (day) => `til og med ${day}`,
    between: (from, to) => `fra ${from} til og med ${to}`,
    before: (period, day) => `${period} før ${day}`,
    after: (period, day) => `${period} efter ${day}`,
  },
  en: {
    units: {
      years: ['year', 'years'],
      months: ['month', 'months'],
      weeks: ['week', 'weeks'],
      days: ['day', 'days'],
    },
    and: 'and',
    today: 'today',
    thatDay: 'that day',
    ever: (day) => (day === undefined ? 'at any time' : `at any time up to and including ${day}`),
    current: (day) => (day === undefined ? 'active' : `active ${day}`),
    from: (day) => `from ${day} on`,
    countedFrom: (day) => ` counted from ${day}`,
    last: (period) => `within the last ${period}`,
    next: (period) => `within the next ${period}`,
    lastOne: {
      years: 'within the last year',
      months: 'within the last month',
      weeks: 'within the last week',
      days: 'within the last day',
    },
    nextOne: {
      years: 'within the next year',
      months: 'within the next month',
      weeks: 'within the next week',
      days: 'within the next day',
    },
    upTo: (day) => `up to and including ${day}`,
    between: (from, to) => `from ${from} to ${to}, both included`,
    before: (period, day) => `${period} before ${day}`,
    after: (period, day) => `${period} after ${day}`,
  },
};
