import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import type { PatientField } from '../../profile/index.ts';

/** A patient's field as one reads it: dates and sex in words. */
export function describeField(
  field: PatientField,
  value: string | number,
  language: Language,
): string {
  if (typeof value === 'number') return formatDecimal(value, language);
  if (field === 'sex') return patientTexts[language].sex[value as 'female'] ?? value;
  return dates.has(field) ? formatDate(value, language) : value;
}

const dates: ReadonlySet<string> = new Set(['birthDate', 'deceased', 'registered']);
