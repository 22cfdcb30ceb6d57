/** Dates and values that other systems write for *none* (SEMANTICS R3). */
import { withoutSpace } from './normalize.ts';
import type { CalendarDate } from './types.ts';

/** One such date. */
export interface PlaceholderDate {
  readonly date: CalendarDate;
  /** The system whose *none* it is. */
  readonly source: string;
  /**
   * - `none`: as if the field were absent, or the day not known;
   * - `none-unless-alive`: the same, where the patient was born later or nobody knows when;
   * - `no-end`: as if the field were absent, in `to` and `deceased` alone; elsewhere it cannot be read.
   */
  readonly means: 'none' | 'none-unless-alive' | 'no-end';
}

/** The published table. */
export const placeholderDates: readonly PlaceholderDate[] = [
  { date: '0001-01-01', means: 'none', source: '.NET, DateTime.MinValue' },
  { date: '1753-01-01', means: 'none', source: 'SQL Server, the first day of datetime' },
  { date: '1800-01-01', means: 'none', source: 'Older practice systems' },
  { date: '1899-12-30', means: 'none', source: 'Delphi, Access and Excel, day 0' },
  { date: '1900-01-01', means: 'none-unless-alive', source: 'SQL Server, day 0 of datetime' },
  { date: '2999-12-31', means: 'no-end', source: 'Danish registers' },
  { date: '9999-12-31', means: 'no-end', source: 'SQL Server and .NET, the last day' },
];

/** Of every placeholder that means *none* whoever it is, the last. Dates after it are read at once. */
export const lastPlaceholder: CalendarDate = '1900-01-01';
/** Of the placeholders for *no end*, the first. */
export const firstNoEnd: CalendarDate = '2999-12-31';

/**
 * What a date stands for when it is a placeholder.
 * @param born The patient's birth date; undefined where it is not known.
 */
export function placeholderMeaning(
  date: CalendarDate,
  born: CalendarDate | undefined,
): 'none' | 'no-end' | undefined {
  // Nearly every date.
  if (date > lastPlaceholder && date < firstNoEnd) return undefined;
  const found = placeholderDates.find((each) => each.date === date);
  if (found?.means === 'none-unless-alive')
    return born === undefined || born > date ? 'none' : undefined;
  return found?.means;
}

/**
 * Texts that other systems write as the value of a result that was never measured, in lower case and without
 * space. A sign alone is among them though a test strip's `-` may mean *negative*: nobody can tell which, so what
 * asks for the result is unknown rather than decided.
 */
export const placeholderValues: ReadonlySet<string> = new Set([
  ...['-', '--', '---', '?', '??'],
  ...['annulleret', 'afbestilt', 'afvist', 'mangler', 'ukendt'],
  ...['ejmålt', 'ikkemålt', 'ejudført', 'ikkeudført', 'ejbesvaret', 'ikkebesvaret', 'ejanalyseret'],
  ...[
    'ingensvar',
    'ejsvar',
    'afventer',
    'afventersvar',
    'senotat',
    'sejournal',
    'sebilag',
    'sesvar',
  ],
  ...['cancelled', 'canceled', 'missing', 'unknown', 'pending', 'rejected'],
  ...['notdone', 'notmeasured', 'notperformed', 'notavailable', 'notanalysed', 'noresult'],
  ...['seenote', 'seenotes', 'seejournal', 'seereport'],
  ...['n/a', 'na', 'null', 'nan', 'undefined'],
]);

/** Longer texts say something. */
const longestPlaceholder = 24;

/** Whether the value of a result plainly says that nothing was measured; case, space and a last point aside. */
export function saysNothingMeasured(value: string): boolean {
  if (value.length > longestPlaceholder) return false;
  const text = withoutSpace(value).toLowerCase();
  return (
    placeholderValues.has(text) || (text.endsWith('.') && placeholderValues.has(text.slice(0, -1)))
  );
}

/** The day that an empty date becomes where it is kept as a number: a death on it may be none. */
export const epoch: CalendarDate = '1970-01-01';
