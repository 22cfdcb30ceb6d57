import type {
  CalendarDate,
  CheckedPatient,
  Coverage,
  CoverageByType,
  RecordType,
} from './types.ts';

/** Whether a type is covered for a window, and if not, from when it is (R9, R10). */
export type Covered =
  | { readonly covered: true }
  | { readonly covered: false; readonly from?: CalendarDate; readonly source?: string };

/**
 * R9: the patient's own coverage goes before the clinic's. `start` is the window's first day; an open
 * start asks the data that exists, so there `from` does not count. An undeclared type is covered when
 * its list was supplied, even an empty one.
 */
export function coverageOf(
  patient: Pick<CheckedPatient, 'coverage' | 'supplied'>,
  clinic: CoverageByType,
  type: RecordType,
  start: CalendarDate | undefined,
): Covered {
  const coverage: Coverage | undefined = patient.coverage[type] ?? clinic[type];
  if (!coverage) return patient.supplied.has(type) ? { covered: true } : { covered: false };
  const source = coverage.source === undefined ? {} : { source: coverage.source };
  if (!coverage.available) return { covered: false, ...source };
  if (coverage.from === undefined || start === undefined || coverage.from <= start)
    return { covered: true };
  return { covered: false, from: coverage.from, ...source };
}
