/** When records began, ended or happened, as it was written: what is known to its year has no day in words (R4a). */
import { formatDate, formatMonth } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { recordPhrases } from '../../i18n/phrases/records.ts';
import { writtenDate } from '../../record/calendar.ts';
import {
  earliestBeginning,
  latestDate,
  type CalendarDate,
  type ClinicalRecord,
  type SpanRecord,
} from '../../record/index.ts';

/** `14. mar. 2022`, `maj 2019`, `2019`: the day, month or year that the first and the last possible day leave. */
export function formatWritten(
  first: CalendarDate,
  last: CalendarDate | undefined,
  language: Language,
): string {
  return formatPartial(writtenDate({ first, last: last ?? first }), language);
}

/** A date as written: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function formatPartial(written: string, language: Language): string {
  if (written.length === 4) return written;
  return written.length === 7 ? formatMonth(written, language) : formatDate(written, language);
}

/** When a record began, or happened. */
export function describeBeginning(record: ClinicalRecord, language: Language): string {
  if (!isBeginningKnown(record)) return recordPhrases[language].unknownDate;
  const [first, last] = beginningOf(record);
  return formatWritten(first, last, language);
}

/** When something ended. */
export function describeEnd({ to = '', toEarliest = to }: SpanRecord, language: Language): string {
  return formatWritten(toEarliest, to, language);
}

/** Whether anything is known of when a record began. */
export function isBeginningKnown(record: ClinicalRecord): boolean {
  const [first, last] = beginningOf(record);
  return !(first === earliestBeginning && last === latestDate);
}

/** Whether it is known to the day when a record began, or happened: only then has it an age. */
export function isToTheDay(record: ClinicalRecord): boolean {
  const [first, last] = beginningOf(record);
  return last === undefined || last === first;
}

function beginningOf(record: ClinicalRecord): readonly [CalendarDate, CalendarDate | undefined] {
  return 'from' in record ? [record.from, record.fromLatest] : [record.at, record.atLatest];
}
