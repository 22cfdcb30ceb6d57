/** An information item in a file: values as spreadsheets sort them, words where there is none. */
import type { Cell } from '../../../engine/index.ts';
import type { ExportCell, ExportColumn } from '../../../export/index.ts';
import {
  showOf,
  textIn,
  type InformationItem,
  type Language,
  type RecordItem,
} from '../../../profile/index.ts';
import {
  writtenBirth,
  writtenStart,
  type ClinicalRecord,
  type ResultRecord,
} from '../../../record/index.ts';
import { isPartial } from '../../../i18n/dates.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { cellPhrases, recordPhrases } from '../../../i18n/phrases/records.ts';
import { exportPhrases } from '../../../i18n/phrases/export.ts';
import {
  describeField,
  describeRecord,
  describeUnknownReasons,
  formatDate,
  formatStart,
  describeResult,
  formatValue,
  nameRecord,
} from '../../describe/index.ts';
import { countIn } from '../../cells.ts';
import type { ListData } from '../data.ts';
import type { ExportField } from './types.ts';

/** The column of an information item in a file: one, or several where a spreadsheet is better off. */
export function itemField(
  item: InformationItem,
  title: string,
  { population, language }: ListData,
): ExportField {
  const text = exportPhrases[language];
  const { asOf } = population;
  const cellOf = (id: string): Cell => population.cell(id, item.id);
  if (item.type === 'patient')
    return {
      columns: [{ title, type: fieldTypes[item.field] ?? 'text' }],
      read: ({ id, patient }) => {
        const { state, field } = cellOf(id);
        if (state !== 'value') return [wordOf(state, text.notGiven, language)];
        if (item.field === 'birthDate') return [dateCell(writtenBirth(patient), language)];
        return [typeof field === 'string' ? describeField(item.field, field, language) : field];
      },
    };
  const none = text.none[item.type];
  switch (showOf(item)) {
    case 'count':
      return {
        columns: [{ title, type: 'number' }],
        read: ({ id }) => {
          const cell = cellOf(id);
          const { state } = cell;
          if (state !== 'value' && state !== 'none') return [wordOf(state, none, language)];
          const { least, isExact } = countIn(cell);
          // At least so many is no number.
          return [isExact ? least : cellPhrases[language].atLeast(formatCount(least, language))];
        },
      };
    case 'list':
      return {
        columns: [{ title, type: 'text', width: 40 }],
        read: ({ id }) => {
          const { state, records } = cellOf(id);
          const outcome = population.outcome(id);
          const lines = records.map((record) => describeRecord(record, asOf, language, outcome));
          return [state === 'value' ? lines.join('; ') : wordOf(state, none, language)];
        },
      };
    default:
      return oneRecord(item, title, cellOf, none, language);
  }
}

const fieldTypes: Partial<Record<string, ExportColumn['type']>> = {
  age: 'number',
  birthDate: 'date',
  cpr: 'cpr',
  insuranceGroup: 'number',
};

/** Value (with its unit, as the record has it) and date in columns of their own: both can be sorted and filtered. */
function oneRecord(
  item: RecordItem,
  title: string,
  cellOf: (id: string) => Cell,
  none: string,
  language: Language,
): ExportField {
  const text = exportPhrases[language];
  const isResult = item.type === 'result';
  const isTrend = showOf(item) === 'trend';
  const columns: readonly ExportColumn[] = [
    { title, type: isResult ? 'number' : 'text' },
    ...(isResult ? [{ title: text.unit(title), type: 'text', width: 12 } as const] : []),
    { title: text.date(title), type: 'date' },
    ...(isTrend ? [{ title: text.earlier(title), type: 'text', width: 48 } as const] : []),
  ];
  return {
    columns,
    read: ({ id }) => {
      const { state, records } = cellOf(id);
      const [record, ...earlier] = records;
      // The same words in each: an empty date would read as one that is not there.
      if (state !== 'value' || !record) return columns.map(() => wordOf(state, none, language));
      const date = dateCell(writtenStart(record), language);
      const head =
        record.type === 'result' ? resultCells(record, language) : [nameWithTime(record, language)];
      return [...head, date, ...(isTrend ? [inOneLine(earlier, language) || text.nothing] : [])];
    },
  };
}

/** What is known to its month or year is no date that a spreadsheet could sort: it stands as a text. */
function dateCell(date: string | undefined, language: Language): ExportCell {
  if (date === undefined) return recordPhrases[language].unknownDate;
  return isPartial(date) ? formatDate(date, language) : { date };
}

/** A limit ("< 60") is no number. */
function resultCells(record: ResultRecord, language: Language): readonly ExportCell[] {
  const { value, comparator, unit } = record;
  return [
    typeof value === 'number' && !comparator ? value : formatValue(record, language),
    unit ?? exportPhrases[language].notGiven,
  ];
}

/** `22 point (9. mar. 2025); …` */
function inOneLine(records: readonly ClinicalRecord[], language: Language): string {
  return records
    .map((record) => {
      const what =
        record.type === 'result' ? describeResult(record, language) : nameRecord(record, language);
      return `${what} (${formatStart(record, language) ?? recordPhrases[language].unknownDate})`;
    })
    .join('; ');
}

function nameWithTime(record: ClinicalRecord, language: Language): string {
  const name = nameRecord(record, language);
  return record.type === 'appointment' && record.time
    ? `${name}, ${exportPhrases[language].clock(record.time)}`
    : name;
}

/** Never an empty cell: each state that has no value has its words. */
function wordOf(state: Cell['state'], none: string, language: Language): string {
  if (state === 'unknown') return exportPhrases[language].unknown;
  return state === 'not-asked' ? exportPhrases[language].notAsked : none;
}

/** What cannot be decided and why, and what may be missing beside what is shown. */
export function reservations(
  items: readonly InformationItem[],
  { population, language }: ListData,
): ExportField {
  const text = exportPhrases[language];
  return {
    columns: [{ title: text.reservations, type: 'text', width: 40 }],
    read: ({ id }) => {
      const lines = items.flatMap((item) => {
        const unknownReasons = describeUnknownReasons(
          population.cell(id, item.id).unknownReasons,
          language,
        );
        return unknownReasons.map(
          (unknownReason) => `${textIn(item.title, language)}: ${unknownReason}`,
        );
      });
      return [lines.join('; ') || text.nothing];
    },
  };
}
