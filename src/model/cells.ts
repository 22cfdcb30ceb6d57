import { formatCount } from '../i18n/numbers.ts';
import { cellPhrases } from '../i18n/phrases/records.ts';
import type { Cell } from '../engine/index.ts';
import { showOf, type Language, type MarkerLevel, type RecordItem } from '../profile/index.ts';
import type {
  CalendarDate,
  CheckedPatient,
  ClinicalRecord,
  PointRecord,
  ResultRecord,
  SpanRecord,
} from '../record/index.ts';
import { dayOf } from '../record/days.ts';
import { sameUnit } from './units.ts';
import { firstOfTreatment } from './treatment.ts';
import {
  describeBeginning,
  describeEnd,
  describeField,
  describeUnknownReasons,
  describeRecord,
  formatAgo,
  formatLength,
  formatNear,
  formatYear,
  formatValue,
  isBeginningKnown,
  isToTheDay,
  nameRecord,
} from './describe/index.ts';

/** One thing in a cell: a text, and a lesser note beside it (how long, how old). */
export interface CellPart {
  readonly text: string;
  readonly note?: string;
  /** A result's own unit: no two values of a column need have the same. */
  readonly unit?: string;
  /** A number that matters: bold, and never cut. */
  readonly strong?: boolean;
}

/** A short label with a level: a marker, a control that is missing. */
export interface ChipView {
  readonly level: MarkerLevel | 'plain';
  readonly text: string;
  /** Nobody can say whether it applies. */
  readonly undecided?: boolean;
  readonly title?: string;
}

/**
 * A cell ready to draw: the one form in which list, grid, print, file and cockpit take it. Plain text and
 * numbers, no markup.
 */
export interface CellView {
  /**
   * `missing` and `unknown` are never only an empty space: both have words. `not-asked` (of an item whose
   * condition is not met) and `empty` have nothing to show.
   */
  readonly tone: 'value' | 'missing' | 'unknown' | 'not-asked' | 'empty';
  readonly parts: readonly CellPart[];
  readonly chips?: readonly ChipView[];
  /** Results over time, oldest first, for results shown as a trend. */
  readonly trend?: readonly TrendPoint[];
  /** The whole cell opens something: the CPR number opens the journal. */
  readonly link?: { readonly text: string; readonly label: string };
  /** How far the patient has come in the round. */
  readonly status?: { readonly kind: string; readonly label: string };
  /** Everything in words, a line each, for tooltip and screen reader: each record, each reason for doubt. */
  readonly lines: readonly string[];
}

/** One result of a trend. */
export interface TrendPoint {
  readonly date: CalendarDate;
  /** The date in days since 1970-01-01. */
  readonly x: number;
  /** The result's number. */
  readonly y: number;
}

/** A cell without content. */
export const emptyCell: CellView = { tone: 'empty', parts: [], lines: [] };

/** A cell of texts, one part each; empty without any. `lines` default to none. */
export function textCell(texts: readonly string[], lines: readonly string[] = []): CellView {
  return texts.length > 0
    ? { tone: 'value', parts: texts.map((text) => ({ text })), lines }
    : { ...emptyCell, lines };
}

/** Adds `lines` to a cell, worked out when they are first read: few cells are ever pointed at. */
export function withLines(
  cell: Omit<CellView, 'lines'>,
  linesOf: () => readonly string[],
): CellView {
  let lines: readonly string[] | undefined;
  return {
    ...cell,
    get lines() {
      return (lines ??= linesOf());
    },
  };
}

/** Makes one information cell ready to draw. */
export function viewCell(
  cell: Cell,
  patient: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
): CellView {
  const { item, state, records, field } = cell;
  const words = cellPhrases[language];
  const reasons = () => describeUnknownReasons(cell.unknownReasons, language);
  const lines = () => [
    ...records.map((record) => describeRecord(record, asOf, language, patient)),
    ...reasons(),
  ];
  if (state === 'not-asked') return { tone: 'not-asked', parts: [], lines: [words.notAsked] };
  if (state === 'unknown')
    return withLines({ tone: 'unknown', parts: [{ text: words.unknown }] }, reasons);
  if (item.type === 'patient') {
    if (field === undefined)
      return withLines({ tone: 'missing', parts: [{ text: words.noField }] }, reasons);
    const text = describeField(item.field, field, language);
    return textCell([text], [text]);
  }
  const show = showOf(item);
  if (show === 'count')
    return withLines({ tone: 'value', parts: [countOf(cell, item, language)] }, lines);
  const first = records[0];
  if (state === 'none' || !first)
    return withLines({ tone: 'missing', parts: [{ text: words.none[item.type] }] }, reasons);
  const shown = show === 'list' ? records : [first];
  const parts = shown.map((record) => partOf(record, patient, asOf, language));
  return withLines(
    { tone: 'value', parts, ...(show === 'trend' ? { trend: trendOf(records) } : {}) },
    lines,
  );
}

/** How many, bold like every number of a result; at least so many where some may be missing. */
function countOf(
  { records, unknownReasons }: Cell,
  { type }: RecordItem,
  language: Language,
): CellPart {
  const number = formatCount(records.length, language);
  return {
    text: unknownReasons.length > 0 ? cellPhrases[language].atLeast(number) : number,
    ...(type === 'result' ? { strong: true } : {}),
  };
}

/**
 * The numbers that the newest of some results continues, oldest first: those of its code and unit alone, for a line
 * joins nothing that cannot be compared. Limits such as "< 60", and what is
 * not known to the day, have no place on it and are left out.
 *
 * @param records The newest first.
 */
export function trendOf(records: readonly ClinicalRecord[]): readonly TrendPoint[] {
  const numbers = records.filter(
    (record): record is ResultRecord & { value: number } =>
      record.type === 'result' &&
      typeof record.value === 'number' &&
      !record.comparator &&
      isToTheDay(record),
  );
  const [newest] = numbers;
  return numbers
    .filter(
      ({ code, system, unit }) =>
        code === newest?.code && system === newest.system && sameUnit(unit, newest.unit),
    )
    .map(({ at, value }) => ({ date: at, x: dayOf(at), y: value }))
    .reverse();
}

function partOf(
  record: ClinicalRecord,
  patient: CheckedPatient,
  asOf: CalendarDate,
  language: Language,
): CellPart {
  switch (record.type) {
    case 'diagnosis':
      return {
        text: nameRecord(record, language),
        ...(isBeginningKnown(record) ? { note: formatYear(record.from, language) } : {}),
      };
    case 'medication': {
      const note =
        record.to !== undefined && record.to < asOf
          ? agoOf(record, record.to, asOf, language)
          : lengthOf(firstOfTreatment(record, patient), asOf, language);
      // The dose is one step away, in the lines: cells are narrow.
      return { text: record.text?.trim() || record.code, ...(note === undefined ? {} : { note }) };
    }
    case 'result':
      return {
        text: formatValue(record, language),
        note: ageOf(record, asOf, language),
        strong: true,
        ...(record.unit === undefined ? {} : { unit: record.unit }),
      };
    case 'service':
      return {
        text: ageOf(record, asOf, language),
        ...(isToTheDay(record) ? { note: formatYear(record.at, language) } : {}),
      };
    case 'appointment':
      return {
        text: isToTheDay(record)
          ? formatNear(record.at, asOf, language)
          : describeBeginning(record, language),
        ...(record.text ? { note: record.text } : {}),
      };
    case 'referral':
    case 'letter':
      return { text: nameRecord(record, language), note: ageOf(record, asOf, language) };
  }
}

/** How old it is, or when it is to come; what is not known to the day is said as it was written. */
function ageOf(record: PointRecord, asOf: CalendarDate, language: Language): string {
  if (!isToTheDay(record)) return describeBeginning(record, language);
  const { at } = record;
  return at > asOf ? formatNear(at, asOf, language) : formatLength(at, asOf, language);
}

function agoOf(
  record: SpanRecord,
  to: CalendarDate,
  asOf: CalendarDate,
  language: Language,
): string {
  return record.toEarliest === undefined
    ? formatAgo(to, asOf, language)
    : describeEnd(record, language);
}

/** For how long; undefined where nothing is known of the beginning. */
function lengthOf(first: SpanRecord, asOf: CalendarDate, language: Language): string | undefined {
  if (isToTheDay(first)) return formatLength(first.from, asOf, language);
  return isBeginningKnown(first) ? describeBeginning(first, language) : undefined;
}
