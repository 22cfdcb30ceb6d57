/** The words of windows and periods. */
import type { ByLanguage } from '../language.ts';

type Unit = 'years' | 'months' | 'weeks' | 'days';

export interface WindowPhrases {
  readonly units: Readonly<Record<Unit, readonly [one: string, several: string]>>;
  readonly and: string;
  readonly today: string;
  readonly ever: string;
  readonly currentToday: string;
  readonly fromToday: string;
  readonly last: (period: string) => string;
  readonly next: (period: string) => string;
  readonly upTo: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly before: (period: string) => string;
  readonly after: (period: string) => string;
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
    ever: 'nogensinde til og med i dag',
    currentToday: 'aktuelt i dag',
    fromToday: 'fra i dag og frem',
    last: (period) => `inden for de seneste ${period}`,
    next: (period) => `inden for de næste ${period}`,
    upTo: (day) => `til og med ${day}`,
    between: (from, to) => `fra ${from} til og med ${to}`,
    before: (period) => `${period} før i dag`,
    after: (period) => `${period} efter i dag`,
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
    ever: 'ever, up to and including today',
    currentToday: 'current today',
    fromToday: 'from today on',
    last: (period) => `within the last ${period}`,
    next: (period) => `within the next ${period}`,
    upTo: (day) => `up to and including ${day}`,
    between: (from, to) => `from ${from} to ${to}, both included`,
    before: (period) => `${period} before today`,
    after: (period) => `${period} after today`,
  },
};
