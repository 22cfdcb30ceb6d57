/** R10a: the further fields of a record that a query asks, and how a record answers them. */
import type { ValueBounds, Window } from '../../profile/index.ts';
import {
  movePoint,
  normalizeSource,
  unitExponent,
  type CarePlanRecord,
  type ClinicalRecord,
  type MedicationRecord,
} from '../../record/index.ts';
import type { AskedField, Span, Truth } from '../types.ts';
import { beginningOf, inWindow } from './extent.ts';
import { judgeNumbers, numbersAsked } from './values.ts';
import { hasNotCome, windowIn, type DayAsked } from './windows.ts';

/** As a query or an item writes them: a text, or several of which one is enough. */
export interface WrittenFields {
  readonly source?: string;
  readonly specialty?: string | readonly string[];
  readonly product?: string | readonly string[];
  readonly status?: string | readonly string[];
  readonly strength?: ValueBounds;
  readonly maintained?: Window;
}

/** The same as they are compared: case and surrounding space aside, in one order. */
export interface AskedFields {
  readonly source?: readonly string[];
  readonly specialty?: readonly string[];
  readonly product?: readonly string[];
  readonly status?: readonly string[];
  readonly strength?: ValueBounds;
  readonly maintained?: Window;
}

const textFields = ['source', 'specialty', 'product', 'status'] as const;

/** The fields that a query asks; undefined where it asks none. */
export function fieldsAsked(written: WrittenFields): AskedFields | undefined {
  const asked: { -readonly [Field in AskedField]?: AskedFields[Field] } = {};
  for (const field of textFields) {
    const texts = written[field];
    if (texts !== undefined)
      asked[field] = [...new Set([texts].flat().map(normalizeSource))].sort();
  }
  if (written.strength) asked.strength = written.strength;
  if (written.maintained) asked.maintained = written.maintained;
  return Object.keys(asked).length > 0 ? asked : undefined;
}

/** What of a record answers them: a record itself, or what is kept of one. */
export type Answering = Partial<
  Pick<ClinicalRecord, 'source'> &
    Pick<MedicationRecord, 'product' | 'strength'> &
    Pick<CarePlanRecord, 'maintained' | 'maintainedLatest'>
> & { readonly specialty?: string; readonly status?: string };

/** Whether a record has what is asked; without a field that is asked it may (R10a), and `missing` names it. */
export type FieldJudge = (record: Answering) => {
  readonly truth: Truth;
  readonly missing?: AskedField;
};

/**
 * Judges any number of records by the fields that are asked.
 * @param day The day that windows count from.
 */
export function fieldJudge(asked: AskedFields, day: DayAsked): FieldJudge {
  const window = asked.maintained && windowIn(day, asked.maintained);
  return (record) => judgeFields(record, asked, day, window);
}

/** @param window That of `maintained`, its days. */
function judgeFields(
  record: Answering,
  asked: AskedFields,
  day: DayAsked,
  window: Span | undefined,
): ReturnType<FieldJudge> {
  let missing: AskedField | undefined;
  for (const field of textFields) {
    const texts = asked[field];
    if (!texts) continue;
    const own = record[field];
    if (own === undefined) missing ??= field;
    else if (!texts.includes(normalizeSource(own))) return { truth: 'no' };
  }
  if (asked.strength) {
    const truth = judgeStrength(record.strength, asked.strength);
    if (truth === 'no') return { truth };
    if (truth === 'unknown') missing ??= 'strength';
  }
  if (window) {
    const truth = judgeMaintained(record, window, day);
    if (truth === 'no') return { truth };
    if (truth === 'unknown') missing ??= 'maintained';
  }
  return missing ? { truth: 'unknown', missing } : { truth: 'yes' };
}

/** R4a: of a day known to its month or year, on whichever it was. */
function judgeMaintained(
  { maintained, maintainedLatest = maintained }: Answering,
  window: Span,
  day: DayAsked,
): Truth {
  if (maintained === undefined || maintainedLatest === undefined) return 'unknown';
  const days = { from: maintained, fromLatest: maintainedLatest };
  const truth = inWindow(beginningOf({ ...days, isPoint: true }), window);
  if (day.anchor === undefined || truth === 'yes') return truth;
  // Seen from an earlier day it may have been gone through before it was again, or, on days that have not come, yet be.
  const isBefore = window.from !== undefined && maintainedLatest < window.from;
  return isBefore && !hasNotCome(day, window) ? 'no' : 'unknown';
}

/** R14: of a unit that cannot be converted, or of none at all, nobody knows. */
function judgeStrength(own: MedicationRecord['strength'], asked: ValueBounds): Truth {
  if (!own) return 'unknown';
  const places = asked.unit === undefined ? 0 : unitExponent(own.unit, asked.unit);
  if (places === undefined) return 'unknown';
  const number = movePoint(own.value, places);
  const exact = { low: number, lowClosed: true, high: number, highClosed: true };
  return judgeNumbers(exact, numbersAsked(asked));
}
