/** Windows, periods and dates in words. */
import { formatLongDate } from '../../i18n/dates.ts';
import { joinWords } from '../../i18n/language.ts';
import { windowPhrases } from '../../i18n/phrases/windows.ts';
import { isSpan, type CalendarDate } from '../../record/types.ts';
import { parsePeriod, roughDays } from '../../record/period.ts';
import type { QueryType } from '../queries.ts';
import type { Language, Period, Window } from '../types.ts';

const units = ['years', 'months', 'weeks', 'days'] as const;

/** `12 måneder`, `1 år og 6 måneder`. */
export function describePeriod(period: Period, language: Language): string {
  const parts = parsePeriod(period);
  if (!parts) return period;
  const { units: names, and } = windowPhrases[language];
  const words = units
    .filter((unit) => parts[unit] > 0)
    .map((unit) => `${parts[unit]} ${names[unit][parts[unit] === 1 ? 0 : 1]}`);
  return words.length === 0 ? `0 ${names.days[1]}` : joinWords(words, and);
}

/** The unit of a period of one: *de seneste 1 år* nobody says. */
function singleUnit(parts: Readonly<Record<(typeof units)[number], number>>) {
  const [unit, ...others] = units.filter((each) => parts[each] > 0);
  return unit !== undefined && others.length === 0 && parts[unit] === 1 ? unit : undefined;
}

/** The day that something is asked on: a calendar date, or `anchorDay`, that of the record that an anchor is on (R19b). */
export type AskedOn = CalendarDate;
export const anchorDay = 'anchor';

/** Without a day of its own it is asked today. */
function nameDay(on: AskedOn | undefined, language: Language): string {
  const text = windowPhrases[language];
  if (on === undefined) return text.today;
  return on === anchorDay ? text.thatDay : formatLongDate(on, language);
}

/**
 * The days of a window, as they stand after what is asked: never left unsaid, also when it is the default.
 *
 * @param on The day that it is asked on, where that is not today.
 */
export function describeWindow(
  window: Window,
  type: QueryType,
  language: Language,
  on?: AskedOn,
): string {
  const text = windowPhrases[language];
  const day = nameDay(on, language);
  const other = on === undefined ? undefined : day;
  if (window === 'ever') return text.ever(other);
  const onDay = () => (isSpan(type) ? text.current(other) : day);
  if (window === 'now') return onDay();
  if (window === 'future') return text.from(day);
  // Without a date of its own, the words mean today.
  const counted = on === undefined ? '' : text.countedFrom(day);
  const within = (period: Period, some: (words: string) => string, one: typeof text.lastOne) => {
    const parts = parsePeriod(period);
    if (parts && roughDays(parts) === 0) return onDay();
    const unit = parts && singleUnit(parts);
    return (unit ? one[unit] : some(describePeriod(period, language))) + counted;
  };
  if ('last' in window) return within(window.last, text.last, text.lastOne);
  if ('next' in window) return within(window.next, text.next, text.nextOne);
  const to = window.to === undefined ? day : describeEdge(window.to, language, on);
  return window.from === undefined
    ? text.upTo(to)
    : text.between(describeEdge(window.from, language, on), to);
}

/**
 * One end of a window, or another day: `12 måneder før i dag`.
 *
 * @param on The day that it is asked on, where that is not today.
 */
export function describeEdge(edge: string, language: Language, on?: AskedOn): string {
  const text = windowPhrases[language];
  const day = nameDay(on, language);
  const parts = parsePeriod(edge);
  if (!parts) return formatLongDate(edge, language);
  if (roughDays(parts) === 0) return day;
  const period = describePeriod(edge, language);
  return parts.sign === -1 ? text.before(period, day) : text.after(period, day);
}
