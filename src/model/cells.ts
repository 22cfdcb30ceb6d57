import { formatCount } from '../i18n/numbers.ts';
import { cellPhrases, recordPhrases } from '../i18n/phrases/records.ts';
import { isPartial } from '../i18n/dates.ts';
import { eachInSteps, finish, mapInSteps, type Cell, type Steps } from '../engine/index.ts';
import {
  formatUnit,
  showOf,
  type Language,
  type MarkerLevel,
  type RecordItem,
} from '../profile/index.ts';
import {
  requireDate,
  writtenBirth,
  writtenStart,
  type CalendarDate,
  type ClinicalRecord,
  type MedicationRecord,
  type PointRecord,
  type ResultRecord,
} from '../record/index.ts';
import { dayOf } from '../record/days.ts';
import { andMore, inFew, mostLines, mostParts } from './few.ts';
import { sameUnit } from './units.ts';
import { treatmentOf, type CoveredPatient } from './treatment.ts';
import {
  describeField,
  describeUnknownReasons,
  describeRecord,
  formatAgo,
  formatDate,
  formatEnd,
  formatLength,
  formatNear,
  formatStart,
  formatTreatment,
  formatYear,
  formatValue,
  nameRecord,
} from './describe/index.ts';

/** One thing in a cell: a text, and a lesser note beside it (how long, how old). */
export interface CellPart {
  readonly text: string;
  readonly note?: string;
  /** What it is by its code or its name alone, for where several share a cell. */
  readonly short?: string;
  /** A result's own unit, as it is best written: no two values of a column need have the same. */
  readonly unit?: string;
  /** A number that matters: bold, and never cut. */
  readonly strong?: boolean;
  /** Cut between words alone, from the last: half a medicine's name is no name. Then its note goes, all of it. */
  readonly byWord?: boolean;
  /** Never cut, as a date: its note gives way. */
  readonly whole?: boolean;
}

/** Whether a value's unit is the one that its column says for all: it need not stand beside each. */
export function isOwnUnit({ unit }: CellPart, own: string | undefined): boolean {
  return unit !== undefined && own !== undefined && sameUnit(unit, own);
}

/** A short label with a level: a marker, a control that is missing. */
export interface ChipView {
  readonly level: MarkerLevel | 'plain';
  readonly text: string;
  /** The same in more words, for where there is room. */
  readonly long?: string;
  /** How grave it is, for those who do not see the icon. */
  readonly said?: string;
  /** Nobody can say whether it applies. */
  readonly undecided?: boolean;
  readonly title?: string;
  /** Its text without the patient's own number, where it tells one. */
  readonly bare?: string;
  /** What stands in its place on paper, where nothing can be pointed at. */
  readonly printed?: readonly string[];
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
  /** What stands beside the parts and cannot be decided, a line each. */
  readonly doubts?: readonly string[];
  /** Everything in words, a line each, for tooltip and screen reader: each record, each reason for doubt. */
  readonly lines: readonly string[];
}

/** One result of a trend. */
export interface TrendPoint {
  /** As it was written: `2019-05-14`, or `2019`. */
  readonly date: string;
  /** The first day that it may be, in days since 1970-01-01. */
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
  return Object.defineProperty(
    Object.assign(new LazyCell(), cell) as unknown as CellView,
    'lines',
    {
      enumerable: true,
      get: () => (lines ??= linesOf()),
    },
  );
}

/**
 * Where the getter of a cell's lines stands. Of one that is added to an object literal V8 keeps the first for ever, and
 * with it the patient whose cell it was.
 */
class LazyCell {}

/**
 * Makes one information cell ready to draw.
 *
 * @param of Whose it is.
 * @throws {RangeError} of a day that does not exist.
 */
export function viewCell(
  cell: Cell,
  of: CoveredPatient,
  asOf: CalendarDate,
  language: Language,
): CellView {
  return finish(viewCellInSteps(cell, of, asOf, language));
}

/** As `viewCell`, some records at a time. */
export function* viewCellInSteps(
  cell: Cell,
  of: CoveredPatient,
  asOf: CalendarDate,
  language: Language,
): Steps<CellView> {
  requireDate(asOf, 'viewCell: asOf');
  const { item, state, records, field } = cell;
  const words = cellPhrases[language];
  const reasons = () => describeUnknownReasons(cell.unknownReasons, language);
  const lines = () => [
    ...inFew(records, mostLines, (each) => describeRecord(each, asOf, language, of), language),
    ...reasons(),
  ];
  if (state === 'not-asked') return { tone: 'not-asked', parts: [], lines: [words.notAsked] };
  if (state === 'unknown')
    return withLines({ tone: 'unknown', parts: [{ text: words.unknown }] }, reasons);
  if (item.type === 'patient') {
    if (field === undefined)
      return withLines({ tone: 'missing', parts: [{ text: words.noField }] }, reasons);
    const written = item.field === 'birthDate' ? writtenBirth(of.patient.patient) : undefined;
    const text = describeField(item.field, written ?? field, language);
    return textCell([text], [text]);
  }
  const show = showOf(item);
  if (show === 'count')
    return withLines({ tone: 'value', parts: [countOf(cell, item, language)] }, lines);
  const first = records[0];
  if (state === 'none' || !first)
    return withLines({ tone: 'missing', parts: [{ text: words.none[item.type] }] }, reasons);
  const shown = show === 'list' ? records.slice(0, mostParts) : [first];
  const parts = shown.map((record) => partOf(record, of, asOf, language));
  const more = show === 'list' ? records.length - shown.length : 0;
  if (more > 0) parts.push({ text: andMore(more, language) });
  return withLines(
    { tone: 'value', parts, ...(show === 'trend' ? { trend: yield* trendInSteps(records) } : {}) },
    lines,
  );
}

/** How many, bold like every number of a result; at least so many where some may be missing. */
function countOf(cell: Cell, { type }: RecordItem, language: Language): CellPart {
  const { least, isExact } = countIn(cell);
  const number = formatCount(least, language);
  return {
    text: isExact ? number : cellPhrases[language].atLeast(number),
    ...(type === 'result' ? { strong: true } : {}),
  };
}

/** How many records a cell has for certain, and whether there may be more (R11). */
export function countIn({ records, unknownReasons }: Cell): {
  readonly least: number;
  readonly isExact: boolean;
} {
  // What may lie outside the window is shown, but does not count for certain.
  const outside = new Set(
    unknownReasons.flatMap((reason) =>
      reason.kind === 'partial-date' ? [reason.record.index] : [],
    ),
  );
  return {
    least: records.filter(({ index }) => !outside.has(index)).length,
    isExact: unknownReasons.length === 0,
  };
}

/**
 * The numbers that the newest of some results continues, oldest first: those of its code and unit alone, for a line
 * joins nothing that cannot be compared. Limits such as "< 60" have no place on it and are left out.
 *
 * @param records The newest first.
 */
function* trendInSteps(records: readonly ClinicalRecord[]): Steps<readonly TrendPoint[]> {
  const comparable: (ResultRecord & { value: number })[] = [];
  yield* eachInSteps(records, (record) => {
    if (!isNumber(record) || record.comparator) return;
    const [newest = record] = comparable;
    const { code, system, unit } = record;
    if (code === newest.code && system === newest.system && sameUnit(unit, newest.unit))
      comparable.push(record);
  });
  comparable.reverse();
  return yield* mapInSteps(comparable, (record) => ({
    date: writtenStart(record) ?? record.at,
    x: dayOf(record.at),
    y: record.value,
  }));
}

function isNumber(record: ClinicalRecord): record is ResultRecord & { value: number } {
  return record.type === 'result' && typeof record.value === 'number';
}

function partOf(
  record: ClinicalRecord,
  of: CoveredPatient,
  asOf: CalendarDate,
  language: Language,
): CellPart {
  switch (record.type) {
    case 'diagnosis':
      return {
        text: nameRecord(record, language),
        short: record.code,
        note: yearOf(record, language),
      };
    case 'medication': {
      // The dose is one step away, in the lines: cells are narrow.
      const text = record.text?.trim() || record.code;
      return {
        ...{ text, short: withoutStrength(text), byWord: true },
        note: lengthOf(record, of, asOf, language),
      };
    }
    case 'result': {
      const unit = record.unit && formatUnit(record.unit, language);
      return {
        text: formatValue(record, language),
        note: ageOf(record, asOf, language),
        strong: true,
        ...(unit ? { unit } : {}),
      };
    }
    case 'service': {
      const text = ageOf(record, asOf, language);
      const year = formatYear(record.at, language);
      // What is known by its year says it already.
      return { text, ...(text.includes(year) ? {} : { note: year }) };
    }
    case 'appointment':
      return {
        text: formatNear(writtenStart(record) ?? record.at, asOf, language),
        whole: true,
        ...(record.text ? { note: record.text } : {}),
      };
    case 'carePlan':
      return { text: nameRecord(record, language), note: yearOf(record, language) };
    case 'referral':
    case 'letter':
    case 'vaccination':
    case 'note':
    case 'correspondence':
      return { text: nameRecord(record, language), note: ageOf(record, asOf, language) };
  }
}

function yearOf(record: ClinicalRecord, language: Language): string {
  const start = writtenStart(record);
  return start === undefined ? recordPhrases[language].unknownDate : formatYear(start, language);
}

/** `Quetiapin` of `Quetiapin 25 mg`. */
function withoutStrength(name: string): string {
  return name.split(/\s(?=\d)/, 1)[0] || name;
}

/** For how long a treatment has gone on, or how long ago it ended; of days that are not known, when as written. */
function lengthOf(
  record: MedicationRecord,
  of: CoveredPatient,
  asOf: CalendarDate,
  language: Language,
): string {
  const { to, toEarliest } = record;
  const text = recordPhrases[language];
  if (to !== undefined && to < asOf)
    return toEarliest === undefined
      ? formatAgo(to, asOf, language)
      : `${text.until} ${formatEnd(record, language)}`;
  const treatment = treatmentOf(record, of);
  return (
    formatTreatment([treatment], asOf, language) ??
    formatStart(treatment.first, language) ??
    text.unknownDate
  );
}

function ageOf(record: PointRecord, asOf: CalendarDate, language: Language): string {
  const date = writtenStart(record) ?? record.at;
  if (isPartial(date)) return formatDate(date, language);
  return date > asOf ? formatNear(date, asOf, language) : formatLength(date, asOf, language);
}
