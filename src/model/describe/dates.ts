import type { Language } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';

const months: Record<Language, readonly string[]> = {
  da: [
    'jan.',
    'feb.',
    'mar.',
    'apr.',
    'maj',
    'jun.',
    'jul.',
    'aug.',
    'sep.',
    'okt.',
    'nov.',
    'dec.',
  ],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

function parts(date: CalendarDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** `14. mar. 2022` · `14 Mar 2022`. */
export function formatDate(date: CalendarDate, language: Language): string {
  const [year] = parts(date);
  return `${formatDayMonth(date, language)} ${year}`;
}

/** `3. dec.` · `3 Dec`: for dates whose year goes without saying. */
export function formatDayMonth(date: CalendarDate, language: Language): string {
  const [, month, day] = parts(date);
  const name = months[language][month - 1] ?? '';
  return language === 'da' ? `${day}. ${name}` : `${day} ${name}`;
}

/** `25. nov. 2026 kl. 16.00`: a date-time, read as written. */
export function formatMoment(moment: string, language: Language): string {
  const time = moment.slice(11, 16);
  const date = formatDate(moment, language);
  return language === 'da' ? `${date} kl. ${time.replace(':', '.')}` : `${date} at ${time}`;
}

/** `mar. 2022`: the month of a date, or `YYYY-MM`. */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = parts(month);
  return `${months[language][number - 1] ?? ''} ${year}`;
}

/** Without the year when it is less than eleven months away in either direction. */
export function formatNear(date: CalendarDate, asOf: CalendarDate, language: Language): string {
  const away = date <= asOf ? monthsBetween(date, asOf) : monthsBetween(asOf, date);
  return away < 11 ? formatDayMonth(date, language) : formatDate(date, language);
}

/** `i dag 08.14` or `23. nov. 2026`: how fresh a source is. Date-times are read as written. */
export function formatUpdated(updated: string, asOf: CalendarDate, language: Language): string {
  const date = updated.slice(0, 10);
  const time = /T(\d\d):(\d\d)/.exec(updated);
  const clock = time ? ` ${time[1]}${language === 'da' ? '.' : ':'}${time[2]}` : '';
  if (date !== asOf) return formatDate(date, language);
  return (language === 'da' ? 'i dag' : 'today') + clock;
}

/** Completed months from `start` to `end`; 0 when they are in the wrong order. */
export function monthsBetween(start: CalendarDate, end: CalendarDate): number {
  const [startYear, startMonth, startDay] = parts(start);
  const [endYear, endMonth, endDay] = parts(end);
  const count = (endYear - startYear) * 12 + endMonth - startMonth - (endDay < startDay ? 1 : 0);
  return Math.max(0, count);
}

/** Days from `start` to `end`; 0 when they are in the wrong order. */
export function daysBetween(start: CalendarDate, end: CalendarDate): number {
  const at = (date: CalendarDate) => {
    const [year, month, day] = parts(date);
    return Date.UTC(year, month - 1, day);
  };
  return Math.max(0, Math.round((at(end) - at(start)) / 86_400_000));
}

/** `5 dg.`, `14 mdr.`, `4 år`: a length short enough for a cell. */
export function formatLength(start: CalendarDate, end: CalendarDate, language: Language): string {
  const count = monthsBetween(start, end);
  if (count === 0) {
    const days = daysBetween(start, end);
    if (language === 'da') return days === 1 ? '1 dag' : `${days} dage`;
    return days === 1 ? '1 day' : `${days} days`;
  }
  if (count < 36) return language === 'da' ? `${count} mdr.` : `${count} mo.`;
  const years = Math.floor(count / 12);
  return language === 'da' ? `${years} år` : `${years} yrs`;
}

/** `for 14 mdr. siden` · `14 mo. ago`; `i dag` · `today`. */
export function formatAgo(date: CalendarDate, asOf: CalendarDate, language: Language): string {
  if (date === asOf) return language === 'da' ? 'i dag' : 'today';
  if (date > asOf) return formatDate(date, language);
  const length = formatLength(date, asOf, language);
  return language === 'da' ? `for ${length} siden` : `${length} ago`;
}
