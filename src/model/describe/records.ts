import type { Language } from '../../i18n/language.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { formatUnit } from '../../profile/index.ts';
import { nameOne } from '../../i18n/record-types.ts';
import { cellPhrases, recordPhrases } from '../../i18n/phrases/records.ts';
import {
  requireDate,
  writtenEnd,
  writtenMaintained,
  writtenStart,
  type CalendarDate,
  type ClinicalRecord,
  type CorrespondenceRecord,
  type MedicationRecord,
  type ResultRecord,
  type SpanRecord,
  type Strength,
} from '../../record/index.ts';
import { latestStart, treatmentOf, type CoveredPatient, type Treatment } from '../treatment.ts';
import { formatDate, formatLength } from '../../i18n/dates.ts';

/** `< 60`, `7,5`, `positiv`: a result's value without its unit. */
export function formatValue(result: ResultRecord, language: Language): string {
  const value =
    typeof result.value === 'number' ? formatDecimal(result.value, language) : result.value;
  return result.comparator ? `${result.comparator} ${value}` : value;
}

/** `7,5 %`, `< 60 mL/min`: a result's value with its own unit, as it is best written. */
export function describeResult(result: ResultRecord, language: Language): string {
  const unit = result.unit && formatUnit(result.unit, language);
  return [formatValue(result, language), unit].filter(Boolean).join(' ');
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
    case 'vaccination':
      return [text || record.code, record.dose].filter(Boolean).join(', ');
    case 'appointment':
      return nameEvent(record, record.with, language);
    case 'referral':
      return nameEvent(record, record.to, language);
    case 'letter':
    case 'note':
      return nameEvent(record, record.sender, language);
    case 'carePlan':
      return nameEvent(record, undefined, language);
    case 'correspondence':
      return nameEvent(record, betweenWhom(record), language);
  }
}

/** `Aarhus Kommune`, `Lægehuset → Aarhus Kommune`: an arrow is the same in every language. */
function betweenWhom({ sender, to }: CorrespondenceRecord): string | undefined {
  return to === undefined ? sender : [sender, `→ ${to}`].filter(Boolean).join(' ');
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
 * @param of Whose it is: tells since when a treatment has gone on.
 * @throws {RangeError} of a day that does not exist.
 */
export function describeRecord(
  record: ClinicalRecord,
  asOf: CalendarDate,
  language: Language,
  of?: CoveredPatient,
): string {
  requireDate(asOf, 'describeRecord: asOf');
  const when = whenOf(record, asOf, language, of);
  return [nameRecord(record, language), when, ...furtherOf(record, language)].join(', ');
}

/** R10a: what a criterion may have asked of it, where neither its name nor its days tell: `styrke 1,5 mg`, `udeblevet`. */
function furtherOf(record: ClinicalRecord, language: Language): readonly string[] {
  const text = recordPhrases[language];
  switch (record.type) {
    case 'medication': {
      const { strength, text: name = '' } = record;
      if (!strength) return [];
      const value = `${formatDecimal(strength.value, language)} ${strength.unit}`;
      return isTold(strength, name) ? [] : [text.strength(value)];
    }
    case 'service':
      return record.specialty === undefined ? [] : [text.specialty(record.specialty)];
    case 'appointment':
    case 'referral':
      return record.status && record.status !== 'booked' ? [describeStatus(record, language)] : [];
    default:
      return [];
  }
}

/** Whether a medicine's name tells its strength: `Trulicity 1,5 mg`, and not `21,5 mg`, `1,5 mg/ml`. */
function isTold({ value, unit }: Strength, name: string): boolean {
  const [words, strength] = [name.replaceAll(',', '.'), `${value}${unit}`].map((each) =>
    each.replace(/\s/g, '').toLowerCase(),
  ) as [string, string];
  const at = words.indexOf(strength);
  return at >= 0 && !/[\d.]/.test(words[at - 1] ?? '') && words[at + strength.length] !== '/';
}

/**
 * `registreret 14. mar. 2022`, `aktiv siden 2. apr. 2022`, `3. dec. 2026 kl. 10.15`. Dates are told as they were
 * written: `registreret 2019`.
 *
 * @throws {RangeError} of a day that does not exist.
 */
export function whenOf(
  record: ClinicalRecord,
  asOf: CalendarDate,
  language: Language,
  of?: CoveredPatient,
): string {
  requireDate(asOf, 'whenOf: asOf');
  const text = recordPhrases[language];
  const start = formatStart(record, language);
  switch (record.type) {
    case 'diagnosis':
    case 'carePlan': {
      // What ends later goes on as yet.
      const verb = record.type === 'diagnosis' ? text.registered : text.created;
      const since = start === undefined ? `${verb}, ${text.unknownDate}` : `${verb} ${start}`;
      const span = goesOn(record, asOf) ? since : spanOf(record, language);
      const gone = record.type === 'carePlan' ? writtenMaintained(record) : undefined;
      return gone === undefined ? span : `${span}, ${text.maintained(formatDate(gone, language))}`;
    }
    case 'medication':
      if (record.to !== undefined && record.to < asOf) return spanOf(record, language);
      if (record.from > asOf) return `${text.starts} ${start}`;
      return [
        sinceWhen(record, language, of),
        ...(record.to === undefined ? [] : [`${text.until} ${formatEnd(record, language)}`]),
        ...(record.dispensed === undefined
          ? []
          : [text.dispensed(formatDate(record.dispensed, language))]),
      ].join(', ');
    default:
      return start + (record.time ? text.atTime(record.time) : '');
  }
}

/** When a record began or happened, as it was written: `14. mar. 2022`, `mar. 2022`; undefined where nobody knows. */
export function formatStart(record: ClinicalRecord, language: Language): string | undefined {
  const start = writtenStart(record);
  return start === undefined ? undefined : formatDate(start, language);
}

/** The last day of a span, as it was written; empty where it goes on. */
export function formatEnd(record: SpanRecord, language: Language): string {
  return formatDate(writtenEnd(record) ?? '', language);
}

/**
 * For how long treatments have gone on, the longest of them: `34 mdr.`; `mindst 6 år` where one may have gone on for
 * longer, because its beginning is not known to the day or was not covered. Undefined where that may be no time at
 * all.
 */
export function formatTreatment(
  treatments: readonly Treatment[],
  asOf: CalendarDate,
  language: Language,
): string | undefined {
  let longest: CalendarDate | undefined;
  for (const { first } of treatments) {
    const start = latestStart(first);
    if (longest === undefined || start < longest) longest = start;
  }
  if (longest === undefined || longest > asOf) return undefined;
  const length = formatLength(longest, asOf, language);
  const isExact = treatments.every(
    ({ first, isWhole }) => isWhole && latestStart(first) === first.from,
  );
  return isExact ? length : cellPhrases[language].atLeast(length);
}

/** Whether a span has a day after a date, or on it, for certain. */
function goesOn({ to, toEarliest = to }: SpanRecord, asOf: CalendarDate): boolean {
  return toEarliest === undefined || toEarliest >= asOf;
}

function spanOf(record: SpanRecord, language: Language): string {
  const start = formatStart(record, language) ?? recordPhrases[language].unknownDate;
  return `${start} – ${formatEnd(record, language)}`;
}

/** The first day of the whole treatment, and that of this prescription where it is a later one. */
function sinceWhen(
  record: MedicationRecord,
  language: Language,
  of: CoveredPatient | undefined,
): string {
  const text = recordPhrases[language];
  const { first, isWhole } = of ? treatmentOf(record, of) : { first: record, isWhole: true };
  const since = formatStart(first, language);
  const own = formatStart(record, language);
  const words =
    since === undefined
      ? text.activeSinceUnknown
      : `${text.activeSince} ${isWhole ? since : text.orEarlier(since)}`;
  return first.index === record.index || own === undefined ? words : words + text.prescribed(own);
}

/** How far a record has come, where it says so. */
export function describeStatus(record: ClinicalRecord, language: Language): string {
  const statuses: Readonly<Record<string, string>> = recordPhrases[language].statuses;
  return 'status' in record && record.status ? (statuses[record.status] ?? '') : '';
}
