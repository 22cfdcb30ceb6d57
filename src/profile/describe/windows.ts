/** Windows, periods and dates in words. */
import { formatLongDate } from '../../i18n/dates.ts';
import { parsePeriod, roughDays } from '../period.ts';
import type { QueryType } from '../queries.ts';
import type { Language, Period, Window } from '../types.ts';

const units = {
  da: {
    years: ['år', 'år'],
    months: ['måned', 'måneder'],
    weeks: ['uge', 'uger'],
    days: ['dag', 'dage'],
  },
  en: {
    years: ['year', 'years'],
    months: ['month', 'months'],
    weeks: ['week', 'weeks'],
    days: ['day', 'days'],
  },
} as const;

/** `12 måneder`, `1 år og 6 måneder`. */
export function describePeriod(period: Period, language: Language): string {
  const parts = parsePeriod(period);
  if (!parts) return period;
  const words = (['years', 'months', 'weeks', 'days'] as const)
    .filter((unit) => parts[unit] > 0)
    .map((unit) => `${parts[unit]} ${units[language][unit][parts[unit] === 1 ? 0 : 1]}`);
  if (words.length === 0) return `0 ${units[language].days[1]}`;
  return joinWords(words, language === 'da' ? 'og' : 'and');
}

/** `a, b eller c`. */
export function joinWords(words: readonly string[], last: string): string {
  if (words.length <= 1) return words.join();
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The days of a window, as they stand after what is asked: never left unsaid, also when it is the default. */
export function describeWindow(window: Window, type: QueryType, language: Language): string {
  const da = language === 'da';
  const span = type === 'diagnosis' || type === 'medication';
  if (window === 'ever')
    return da ? 'nogensinde til og med i dag' : 'ever, up to and including today';
  if (window === 'now')
    return span ? (da ? 'aktuelt i dag' : 'current today') : da ? 'i dag' : 'today';
  if (window === 'future') return da ? 'fra i dag og frem' : 'from today on';
  if ('last' in window) {
    const period = describePeriod(window.last, language);
    return da ? `inden for de seneste ${period}` : `within the last ${period}`;
  }
  if ('next' in window) {
    const period = describePeriod(window.next, language);
    return da ? `inden for de næste ${period}` : `within the next ${period}`;
  }
  const from = window.from === undefined ? undefined : describeEdge(window.from, language);
  const to = window.to === undefined ? (da ? 'i dag' : 'today') : describeEdge(window.to, language);
  if (from === undefined) return da ? `til og med ${to}` : `up to and including ${to}`;
  return da ? `fra ${from} til og med ${to}` : `from ${from} to ${to}, both included`;
}

function describeEdge(edge: string, language: Language): string {
  const parts = parsePeriod(edge);
  if (!parts) return formatLongDate(edge, language);
  if (roughDays(parts) === 0) return language === 'da' ? 'i dag' : 'today';
  const period = describePeriod(edge, language);
  const past = parts.sign === -1;
  if (language === 'da') return past ? `${period} før i dag` : `${period} efter i dag`;
  return past ? `${period} before today` : `${period} after today`;
}
