/** How far back an indicator looks: by so much its quarters share data. */
import { defaultWindows, type Profile, type QueryType } from '../../profile/index.ts';
import { parsePeriod } from '../../record/index.ts';

/** What lasts, or looks at all that ever was, is taken to be looked at once a year: as chronic care is. */
const usualMonths = 12;
const monthsOfQuarter = 3;
const daysOfMonth = 30.44;
/** Further back nothing more can be told of quarters. */
export const mostMonths = 60;

/**
 * The months that an indicator's numerator looks back: the longest of its windows, a quarter at the least, five years at
 * the most. A window without a beginning, and what holds now, counts as twelve. For `trendOf`.
 *
 * @returns A quarter for an indicator that the profile does not have.
 */
export function lookBackOf(profile: Profile, indicatorId: string): number {
  const indicator = profile.indicators?.find(({ id }) => id === indicatorId);
  const months = windowsIn(indicator?.numerator).map(monthsOf);
  return Math.min(mostMonths, Math.max(monthsOfQuarter, ...months));
}

/** Every window in a criterion, the unwritten ones too. */
function windowsIn(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap(windowsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): readonly unknown[] => {
    if (key === 'when') return [value];
    const isWritten = typeof value === 'object' && value !== null && 'when' in value;
    const unwritten = isQueryType(key) && !isWritten ? [defaultWindows[key]] : [];
    return [...unwritten, ...windowsIn(value)];
  });
}

function isQueryType(key: string): key is QueryType {
  return Object.hasOwn(defaultWindows, key);
}

function monthsOf(window: unknown): number {
  if (window === 'future') return 0;
  if (typeof window !== 'object' || window === null) return usualMonths;
  if ('next' in window) return 0;
  const begin = 'last' in window ? window.last : 'from' in window ? window.from : undefined;
  const period = typeof begin === 'string' ? parsePeriod(begin) : undefined;
  if (!period) return usualMonths;
  const { years, months, weeks, days } = period;
  return Math.round(years * 12 + months + (weeks * 7 + days) / daysOfMonth);
}
