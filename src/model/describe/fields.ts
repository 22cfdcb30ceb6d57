import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { nameMunicipality } from '../../i18n/municipalities.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import type { PatientField } from '../../profile/index.ts';
import {
  completedYears,
  requireDate,
  type CalendarDate,
  type Patient,
} from '../../record/index.ts';

/** A patient's field as one reads it: dates, sex and municipality in words. */
export function describeField(
  field: PatientField,
  value: string | number,
  language: Language,
): string {
  if (typeof value === 'number') return formatDecimal(value, language);
  if (field === 'sex') return patientTexts[language].sex[value as 'female'] ?? value;
  if (field === 'municipality') return nameMunicipality(value);
  return dates.has(field) ? formatDate(value, language) : value;
}

/**
 * Completed years on a date: `84`, or `84–85` where the birth date is known to its year or month. Undefined where
 * it is not known, and before birth (R17).
 *
 * @throws {RangeError} of a day that does not exist.
 */
export function describeYears(
  { birthDate, birthDateLatest = birthDate }: Patient,
  on: CalendarDate,
): string | undefined {
  requireDate(on, 'describeYears: on');
  if (birthDate === undefined || birthDateLatest === undefined || birthDateLatest > on)
    return undefined;
  const ages = [birthDateLatest, birthDate].map((date) => completedYears(date, on));
  return [...new Set(ages)].join('–');
}

const dates: ReadonlySet<string> = new Set(['birthDate', 'deceased', 'registered']);
