import { formatDecimal } from '../i18n/numbers.ts';
import { cellTexts } from '../i18n/records.ts';
import type { Cell } from '../engine/index.ts';
import type { Language, RecordItem, Show } from '../profile/index.ts';
import {
  previousDay,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type SpanRecord,
} from '../record/index.ts';
import {
  describeUnknownReasons,
  describeRecord,
  formatAgo,
  formatLength,
  formatNear,
  formatYear,
  formatValue,
  nameRecord,
} from './describe/index.ts';

/** One thing in a cell: a text, and a lesser note beside it (how long, how old). */
export interface CellPart {
  readonly text: string;
  readonly note?: string;
}

/** A cell made ready to draw. */
export interface CellView {
  /** `missing` and `unknown` are never only an empty space: both have words. */
  readonly tone: 'value' | 'missing' | 'unknown' | 'not-asked';
  readonly parts: readonly CellPart[];
  /** Numbers with dates, oldest first, for results shown as a trend. */
  readonly trend?: readonly TrendPoint[];
  /** Everything in words, for tooltip and screen reader: each record, each doubt. */
  readonly lines: readonly string[];
}

export interface TrendPoint {
  readonly date: CalendarDate;
  readonly value: number;
}

/** How a record item is shown when the profile does not say. */
export function showOf(item: RecordItem): Show {
  if (item.show) return item.show;
  switch (item.type) {
    case 'diagnosis':
    case 'medication':
      return 'list';
    case 'appointment':
      return 'next';
    default:
      return 'latest';
  }
}

/** Makes one information cell ready to draw. */
export function viewCell(
  cell: Cell,
  patient: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
): CellView {
  const unknownReasons = describeUnknownReasons(cell.unknownReasons, language);
  const { item } = cell;
  if (cell.state === 'not-asked')
    return { tone: 'not-asked', parts: [], lines: [cellTexts[language].notAsked] };
  if (cell.state === 'unknown')
    return {
      tone: 'unknown',
      parts: [{ text: cellTexts[language].unknown }],
      lines: unknownReasons,
    };
  if (item.type === 'patient') {
    if (cell.field === undefined)
      return {
        tone: 'missing',
        parts: [{ text: cellTexts[language].noField }],
        lines: unknownReasons,
      };
    const text = typeof cell.field === 'number' ? formatDecimal(cell.field, language) : cell.field;
    return { tone: 'value', parts: [{ text }], lines: [text] };
  }
  const show = showOf(item);
  const { records } = cell;
  if (show === 'count')
    return {
      tone: 'value',
      parts: [{ text: String(records.length) }],
      lines: [
        ...records.map((record) => describeRecord(record, asOf, language)),
        ...unknownReasons,
      ],
    };
  const first = records[0];
  if (cell.state === 'none' || !first)
    return {
      tone: 'missing',
      parts: [{ text: cellTexts[language].none[item.type] }],
      lines: unknownReasons,
    };

  const lines = [
    ...records.map((record) => describeRecord(record, asOf, language)),
    ...unknownReasons,
  ];
  if (show === 'list')
    return {
      tone: 'value',
      parts: records.map((record) => partOf(record, patient, asOf, language)),
      lines,
    };
  const view: CellView = {
    tone: 'value',
    parts: [partOf(first, patient, asOf, language)],
    lines,
  };
  return show === 'trend' ? { ...view, trend: trendOf(records) } : view;
}

/** The numeric results, oldest first. Limits such as "< 60" have no place on a line and are left out. */
export function trendOf(records: readonly ClinicalRecord[]): readonly TrendPoint[] {
  return records
    .flatMap((record) =>
      record.type === 'result' && typeof record.value === 'number' && !record.comparator
        ? [{ date: record.at, value: record.value }]
        : [],
    )
    .reverse();
}

/**
 * The first day of an unbroken treatment: spans of the same code where one begins no later than the day
 * after the other ends. A new dose is a new span of the same treatment.
 */
export function treatedSince(record: SpanRecord, patient: CheckedPatient): CalendarDate {
  let since = record.from;
  const same = patient.records[record.type].filter(
    (other) => other.code === record.code && other.system === record.system,
  );
  for (let extended = true; extended;) {
    extended = false;
    for (const other of same) {
      if (other.from < since && (other.to === undefined || previousDay(since) <= other.to)) {
        since = other.from;
        extended = true;
      }
    }
  }
  return since;
}

function partOf(
  record: ClinicalRecord,
  patient: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
): CellPart {
  switch (record.type) {
    case 'diagnosis':
      return { text: nameRecord(record, language), note: formatYear(record.from, language) };
    case 'medication': {
      const over = record.to !== undefined && record.to < asOf;
      const note = over
        ? formatAgo(record.to, asOf, language)
        : formatLength(treatedSince(record, patient), asOf, language);
      // The dose is one step away, in the lines: cells are narrow.
      return { text: record.text?.trim() || record.code, note };
    }
    case 'result':
      return { text: formatValue(record, language), note: ageOf(record.at, asOf, language) };
    case 'service':
      return { text: ageOf(record.at, asOf, language), note: formatYear(record.at, language) };
    case 'appointment':
      return {
        text: formatNear(record.at, asOf, language),
        ...(record.text ? { note: record.text } : {}),
      };
    case 'referral':
    case 'letter':
      return { text: nameRecord(record, language), note: ageOf(record.at, asOf, language) };
  }
}

function ageOf(date: CalendarDate, asOf: CalendarDate, language: Language): string {
  return date > asOf ? formatNear(date, asOf, language) : formatLength(date, asOf, language);
}
