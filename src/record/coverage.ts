import { addPeriod, nextDay, previousDay, readDate, subtractPeriod } from './calendar.ts';
import { parsePeriod } from './period.ts';
import type {
  CalendarDate,
  CheckedPatient,
  Coverage,
  CoverageByType,
  PeriodParts,
  RecordType,
} from './types.ts';

/** What is asked of a type's records. */
export interface CoverageQuestion {
  /** First day of the window; absent: it is open, and asks the data that exists. */
  readonly from?: CalendarDate;
  /** Last day on which something is asked: the window's, or the date of evaluation where that is earlier. */
  readonly lastDay: CalendarDate;
  /** The code systems that are asked, by their names as normalised; absent: codes do not matter. */
  readonly systems?: readonly string[];
}

/** Whether a type is covered for a question, and if not, why not (R1a, R9, R10). */
export type Covered =
  | { readonly covered: true }
  | {
      readonly covered: false;
      /** `missing`: the source, or any word of it; `starts-later`: than the window, on `from`. */
      readonly reason: 'missing' | 'system' | 'starts-later' | 'stale';
      readonly from?: CalendarDate;
      /** The day of the last update, of a source that is out of date. */
      readonly updated?: CalendarDate;
      readonly source?: string;
    };

/**
 * R1a, R9: the patient's own coverage goes before the clinic's. An undeclared type is covered when its list was
 * supplied, even an empty one. With an open start `from` does not count.
 */
export function coverageOf(
  patient: Pick<CheckedPatient, 'coverage' | 'supplied'>,
  clinic: CoverageByType,
  type: RecordType,
  { from, lastDay, systems }: CoverageQuestion,
): Covered {
  const coverage: Coverage | undefined = patient.coverage[type] ?? clinic[type];
  if (!coverage)
    return patient.supplied.has(type) ? { covered: true } : { covered: false, reason: 'missing' };
  const source = coverage.source === undefined ? {} : { source: coverage.source };
  if (!coverage.available) return { covered: false, reason: 'missing', ...source };
  const own = coverage.systems;
  if (own && systems && !systems.some((system) => own.includes(system)))
    return { covered: false, reason: 'system', ...source };
  if (coverage.from !== undefined && from !== undefined && coverage.from > from)
    return { covered: false, reason: 'starts-later', from: coverage.from, ...source };
  const updated = outdatedSince(coverage, lastDay);
  if (updated !== undefined) return { covered: false, reason: 'stale', updated, ...source };
  return { covered: true };
}

/** The day of the last update, where that is more than `staleAfter` before a day. */
function outdatedSince(coverage: Coverage, day: CalendarDate): CalendarDate | undefined {
  const read = readUpdate(coverage);
  return read && read.updated < subtractPeriod(day, read.period) ? read.updated : undefined;
}

/** The last day on which a source is not out of date; undefined where nothing is said of its updates. */
export function freshUntil(coverage: Coverage): CalendarDate | undefined {
  const read = readUpdate(coverage);
  if (!read) return undefined;
  const { updated, period } = read;
  const isFresh = (day: CalendarDate) => subtractPeriod(day, period) <= updated;
  // Months differ in length: there and back again is not always the same day.
  let day = addPeriod(updated, period);
  while (!isFresh(day)) day = previousDay(day);
  while (isFresh(nextDay(day)) && nextDay(day) > day) day = nextDay(day);
  return day;
}

function readUpdate({ updated, staleAfter }: Coverage) {
  if (updated === undefined) return undefined;
  const date = readDate(updated)?.date;
  const period = staleAfter === undefined ? month : parsePeriod(staleAfter);
  // `readCoverage` lets nothing unreadable pass.
  return date === undefined || !period ? undefined : { updated: date, period };
}

const month: PeriodParts = { years: 0, months: 0, weeks: 0, days: 31 };
