import type { Language } from '../../i18n/language.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { nameOne } from '../../i18n/record-types.ts';
import { recordPhrases } from '../../i18n/phrases/records.ts';
import type {
  CalendarDate,
  CheckedPatient,
  ClinicalRecord,
  MedicationRecord,
  ResultRecord,
} from '../../record/index.ts';
import { firstOfTreatment } from '../treatment.ts';
import { describeBeginning, describeEnd, isBeginningKnown } from './record-dates.ts';

/** `< 60`, `7,5`, `positiv`: a result's value without its unit. */
export function formatValue(result: ResultRecord, language: Language): string {
  const value =
    typeof result.value === 'number' ? formatDecimal(result.value, language) : result.value;
  return result.comparator ? `${result.comparator} ${value}` : value;
}

/** `7,5 %`, `< 60 mL/min`: a result's value with its own unit. */
export function describeResult(result: ResultRecord, language: Language): string {
  return [formatValue(result, language), result.unit].filter(Boolean).join(' ');
}

/** What the record is, without when: `P70 Demens`, `Quetiapin 25 mg`, `MMSE 19`. */
export function nameRecord(record: ClinicalRecord, language: Language): string {
  const text = record.text?.trim();
  switch (record.type) {
    case 'diagnosis':
      return text ? `${record.code} ${text}` : record.code;
    case 'medication':
      return [text || record.code, record.dose].filter(Boolean).join(' ');
    case 'result':
      return `${text || record.code} ${describeResult(record, language)}`;
    case 'service':
      return text || record.code;
    case 'appointment':
      return nameEvent(record, record.with, language);
    case 'referral':
      return nameEvent(record, record.to, language);
    case 'letter':
      return nameEvent(record, record.sender, language);
  }
}

/** What it is and with whom; the type's own word where neither is said. */
function nameEvent(
  { type, text, code }: ClinicalRecord,
  whom: string | undefined,
  language: Language,
): string {
  return [text?.trim() || code, whom].filter(Boolean).join(', ') || nameOne(type, language);
}

/**
 * The record in one line, with when: `P70 Demens, registreret 14. mar. 2022`.
 *
 * @param patient Whose it is: tells since when a treatment has gone on.
 */
export function describeRecord(
  record: ClinicalRecord,
  asOf: CalendarDate,
  language: Language,
  patient?: CheckedPatient,
): string {
  return `${nameRecord(record, language)}, ${whenOf(record, asOf, language, patient)}`;
}

/** `registreret 14. mar. 2022`, `aktiv siden 2. apr. 2022`, `3. dec. 2026 kl. 10.15`. */
export function whenOf(
  record: ClinicalRecord,
  asOf: CalendarDate,
  language: Language,
  patient?: CheckedPatient,
): string {
  const text = recordPhrases[language];
  const began = describeBeginning(record, language);
  switch (record.type) {
    case 'diagnosis':
      // What ends later goes on as yet.
      if (record.to !== undefined && record.to < asOf)
        return `${began} – ${describeEnd(record, language)}`;
      return isBeginningKnown(record) ? `${text.registered} ${began}` : began;
    case 'medication':
      if (record.to !== undefined && record.to < asOf)
        return `${began} – ${describeEnd(record, language)}`;
      if (record.from > asOf) return `${text.starts} ${began}`;
      return [
        sinceWhen(record, language, patient),
        ...(record.to === undefined ? [] : [`${text.until} ${describeEnd(record, language)}`]),
      ].join(', ');
    default:
      return began + (record.time ? text.atTime(record.time) : '');
  }
}

/** `aktiv siden 2. apr. 2022`: the whole treatment, and this prescription where it is a later one. */
function sinceWhen(
  record: MedicationRecord,
  language: Language,
  patient: CheckedPatient | undefined,
): string {
  const text = recordPhrases[language];
  const first = patient ? firstOfTreatment(record, patient) : record;
  const since = isBeginningKnown(first)
    ? `${text.activeSince} ${describeBeginning(first, language)}`
    : `${text.active}, ${text.unknownDate}`;
  return first.from === record.from
    ? since
    : since + text.prescribed(describeBeginning(record, language));
}

/** How far an appointment, a referral or a letter has come, where it says so. */
export function describeStatus(record: ClinicalRecord, language: Language): string {
  const statuses: Readonly<Record<string, string>> = recordPhrases[language].statuses;
  return 'status' in record && record.status ? (statuses[record.status] ?? '') : '';
}
