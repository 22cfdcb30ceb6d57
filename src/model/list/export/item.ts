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
import type { ClinicalRecord, ResultRecord } from '../../../record/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { cellPhrases } from '../../../i18n/phrases/records.ts';
import { exportPhrases } from '../../../i18n/phrases/export.ts';
import {
  describeBeginning,
  describeField,
  describeRecord,
  describeUnknownReasons,
  formatValue,
  isToTheDay,
  nameRecord,
} from '../../describe/index.ts';
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
        const { birthDate, birthDateLatest } = patient;
        if (item.field === 'birthDate' && birthDate && birthDateLatest === undefined)
          return [{ date: birthDate }];
        return [typeof field === 'string' ? describeField(item.field, field, language) : field];
      },
    };
  const none = text.none[item.type];
  switch (showOf(item)) {
    case 'count':
      return {
        columns: [{ title, type: 'number' }],
        read: ({ id }) => {
          const { state, records, unknownReasons } = cellOf(id);
          if (state !== 'value' && state !== 'none') return [wordOf(state, none, language)];
          // At least so many is no number.
          return unknownReasons.length > 0
            ? [cellPhrases[language].atLeast(formatCount(records.length, language))]
            : [records.length];
        },
      };
    case 'list':
      return {
        columns: [{ title, type: 'text', width: 40 }],
        read: ({ id }) => {
          const { state, records } = cellOf(id);
          const { patient } = population.outcome(id);
          const lines = records.map((record) => describeRecord(record, asOf, language, patient));
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

/** Value (with its unit) and date in columns of their own: both can be sorted and filtered. */
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
    ...(isTrend ? [{ title: text.earlier(title), type: 'text' } as const] : []),
  ];
  return {
    columns,
    read: ({ id }) => {
      const { state, records } = cellOf(id);
      const [record, ...earlier] = records;
      // The same words in each: an empty date would read as one that is not there.
      if (state !== 'value' || !record) return columns.map(() => wordOf(state, none, language));
      // What is known to its year is no date of a spreadsheet's.
      const date = isToTheDay(record)
        ? { date: 'at' in record ? record.at : record.from }
        : describeBeginning(record, language);
      const head =
        record.type === 'result' ? resultCells(record, language) : [nameWithTime(record, language)];
      return [...head, date, ...(isTrend ? [inOneLine(earlier, language) || text.nothing] : [])];
    },
  };
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
        record.type === 'result'
          ? [formatValue(record, language), record.unit].filter(Boolean).join(' ')
          : nameRecord(record, language);
      return `${what} (${describeBeginning(record, language)})`;
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
