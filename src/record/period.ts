/** The syntax of ISO 8601 periods in profiles; what they mean on a calendar is record/calendar's matter. */
import { millisecondsInDay } from 'date-fns/constants';
import { milliseconds } from 'date-fns/milliseconds';

export interface Period8601 {
  readonly sign: 1 | -1;
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

const pattern = /^([+-])?P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;

/** Reads `P12M`, `-P1Y6M`, `P0D`; undefined for anything else. */
export function parsePeriod(text: string): Period8601 | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign, years, months, weeks, days] = match;
  const number = (digits: string | undefined) => Number(digits ?? 0);
  return {
    sign: sign === '-' ? -1 : 1,
    years: number(years),
    months: number(months),
    weeks: number(weeks),
    days: number(days),
  };
}

/** About how many days a period lasts: for telling impossible windows, never for evaluation. */
export function roughDays({ sign, years, months, weeks, days }: Period8601): number {
  return (sign * milliseconds({ years, months, weeks, days })) / millisecondsInDay;
}
