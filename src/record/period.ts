/** ISO 8601 periods in what adapters say of their coverage. (Those of profiles are read by `profile/period`.) */
import type { PeriodParts } from './types.ts';

const pattern = /^P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;

/** Reads `P31D`, `P1Y6M`, in years, months, weeks and days; undefined for anything else. */
export function readPeriod(text: string): PeriodParts | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((digits = '0') => Number(digits));
  return { years: years!, months: months!, weeks: weeks!, days: days! };
}
