/** What a clinic's data covers, and how fresh it is. */
import type { ClinicDescription } from '../../adapter/index.ts';
import { compile, requestFor, type Clinic, type Population } from '../../engine/index.ts';
import {
  dataTypes,
  isSeldom,
  readDate,
  requireDate,
  type CalendarDate,
  type Coverage,
  type DataType,
} from '../../record/index.ts';
import { daysBetween } from '../../i18n/dates.ts';
import { freshDays, type CoverageQuality, type Freshness } from './types.ts';

export function assessCoverage(
  clinic: Clinic,
  { coverage }: ClinicDescription,
  { profile, asOf }: Population,
): readonly CoverageQuality[] {
  const { types } = requestFor([compile(profile)], asOf);
  const isAsked = (type: DataType) => type === 'patient' || types[type] !== undefined;
  const own = [...clinic.ownCoverage];
  // Whoever comes has fields of their own: of those nothing is said where the host says nothing.
  const isUsual = (type: DataType) =>
    type === 'patient' ? own.some(([, each]) => each.patient) : !isSeldom(type) || isAsked(type);
  const told = dataTypes.filter((type) => isUsual(type) || coverage[type]);
  return told.map((type) => {
    const declared = coverage[type];
    const lacking = own.flatMap(([id, each]) => (isLess(each[type], declared) ? [id] : []));
    return {
      type,
      isAsked: isAsked(type),
      state: !declared ? 'undeclared' : declared.available ? 'available' : 'missing',
      ...(declared ? { coverage: declared } : {}),
      freshness: freshnessOf(declared?.updated, asOf),
      patientIds: lacking,
    };
  });
}

/** Whether a patient's own coverage promises less than the clinic's. */
function isLess(own: Coverage | undefined, clinic: Coverage | undefined): boolean {
  if (!own) return false;
  if (!own.available) return clinic?.available !== false;
  return clinic?.available === true && (own.from ?? '') > (clinic.from ?? '');
}

/**
 * How old data is on a date.
 * @throws {RangeError} of a day that does not exist.
 */
export function freshnessOf(updated: string | undefined, asOf: CalendarDate): Freshness {
  requireDate(asOf, 'freshnessOf: asOf');
  const date = updated === undefined ? undefined : readDate(updated)?.date;
  if (date === undefined) return { state: 'unknown' };
  const days = daysBetween(date, asOf);
  return { state: days > freshDays ? 'stale' : 'fresh', updated: date, days };
}
