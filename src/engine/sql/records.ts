/** Which records a query asks of. */
import type { Codes } from '../../profile/index.ts';
import { isCancellable, isSpan, isUncoded, type RecordType } from '../../record/index.ts';
import { fieldsAsked, type WrittenFields } from '../reference/fields.ts';
import { codeCondition, isOneOf, systemsOf } from './codes.ts';
import { earliest, endless, sharesDay, windowIn, type DayWindow } from './days.ts';
import type { Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { and, or, sql, type Sql } from './text.ts';
import { judgeStrength } from './values.ts';

/** Which records: codes and further fields. */
export interface Selection extends WrittenFields {
  readonly codes?: Codes;
  /** R15: only ATC codes are counted. */
  readonly distinct?: { readonly level: number };
  /** Adds `is_first`: whether it is the patient's first of its code. */
  readonly first?: true | undefined;
}

/** The systems in which a selection asks; undefined: in any (R1a). */
export function askedSystems(
  draft: Draft,
  { codes, distinct }: Selection,
): readonly string[] | undefined {
  if (codes !== undefined) return systemsOf(draft, codes);
  return distinct ? [atc] : undefined;
}

/** The system that R15 counts in. */
export const atc = 'ATC';

/**
 * A table of the records with code and further fields right, windows aside: `patient_id`, `ordinal`, `code`,
 * `is_doubtful` (of one without a code, R3a, or without a field that is asked, R10a), the lawful days `from_first`, `from_last`, `to_first`, `to_last`, none of
 * them NULL, and what a result has, `asked_on` where days are asked. Cancelled ones match nothing (R5).
 */
export function selectRecords(draft: Draft, type: RecordType, selection: Selection): Sql {
  const { codes, distinct } = selection;
  const systems = askedSystems(draft, selection);
  const mayBeUncoded = isUncoded(type) && systems !== undefined;
  const fields = fieldConditions(draft, selection);
  const ofSystem = systems ? [isOneOf(draft, sql`system`, systems)] : [];
  const coded = codes === undefined ? ofSystem : [codeCondition(draft, codes)];
  const conditions = [
    ...draft.isAsked,
    ...(isCancellable(type) ? [sql`status IS DISTINCT FROM 'cancelled'`] : []),
    ...(mayBeUncoded && codes !== undefined
      ? [sql`(${and(coded)} OR (code = '' AND ${and(ofSystem)}))`]
      : coded),
    ...(distinct && codes !== undefined ? [sql`system = ${draft.text(atc)}`] : []),
    ...fields.map((field) => sql`${field} IS NOT FALSE`),
  ];
  const days = isSpan(type) ? spanDays(draft) : pointDays;
  const first = selection.first ? sql`, ${isFirst(draft, type)} AS is_first` : sql``;
  return draft.table(
    's',
    sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal, code, ${or([
    ...(mayBeUncoded ? [sql`code = ''`] : []),
    ...fields.map((field) => sql`${field} IS NULL`),
  ])} AS is_doubtful,
    ${days}${type === 'result' ? resultColumns : sql``}${first}
  FROM ${draft.tableOf(type)} AS own
  WHERE ${and(conditions)}`,
  );
}

/** R10a: for each further field whether a record has what is asked; NULL where it may. */
function fieldConditions(draft: Draft, selection: Selection): readonly Sql[] {
  const asked = fieldsAsked(selection);
  if (!asked) return [];
  const { source, specialty, product, status, strength, maintained } = asked;
  const oneOf = (column: Sql, texts: readonly string[] | undefined) =>
    texts ? [sql`(${isOneOf(draft, column, texts)})`] : [];
  return [
    ...oneOf(sql`source`, source),
    ...oneOf(sql`specialty`, specialty),
    ...oneOf(sql`product`, product),
    ...oneOf(sql`upper(status)`, status),
    ...(strength ? [sql`(${judgeStrength(draft, strength)})`] : []),
    ...(maintained ? [judgeMaintained(draft, windowIn(draft, maintained))] : []),
  ];
}

/** Whether a care plan was last gone through in a window; NULL where it may have been (R4a). */
function judgeMaintained(draft: Draft, window: DayWindow): Sql {
  const [first, last] = [sql`maintained_first`, sql`maintained_last`];
  const must = sharesDay({ from: last, to: first }, window);
  if (draft.isAnchored) {
    // Seen from an earlier day it may have been gone through before it was again, or, on days that have not come, yet be.
    const { from, hasCome } = window;
    const isBefore = from && hasCome ? sql`(${last} < ${from} AND ${hasCome})` : sql`FALSE`;
    return sql`(CASE WHEN ${must} THEN TRUE WHEN ${isBefore} THEN FALSE END)`;
  }
  const may = sharesDay({ from: first, to: last }, window);
  return sql`(CASE WHEN maintained_first IS NULL THEN NULL WHEN NOT ${may} THEN FALSE
      WHEN ${must} THEN TRUE END)`;
}

/**
 * Whether a record is its patient's first of its code; NULL where it may be: a day, a code or a whole record is in
 * doubt. Of the columns of `own`.
 */
function isFirst(draft: Draft, type: RecordType): Sql {
  const own = beginningOf(draft, type, sql`own`);
  const other = beginningOf(draft, type, sql`other`);
  const others = sql`FROM ${draft.tableOf(type)} AS other
    WHERE other.clinic = own.clinic AND other.patient_id = own.patient_id AND other.ordinal <> own.ordinal
      AND other.system = own.system${isCancellable(type) ? sql` AND other.status IS DISTINCT FROM 'cancelled'` : sql``}`;
  return sql`(CASE
    WHEN own.code <> '' AND EXISTS (SELECT 1 ${others} AND other.code = own.code AND ${other.last} < ${own.first})
      THEN FALSE
    WHEN EXISTS (SELECT 1 ${others} AND (other.code = own.code OR other.code = '' OR own.code = '')
        AND ${other.first} < ${own.last}) THEN NULL
    WHEN EXISTS (SELECT 1 FROM ${draft.tableOf('set_aside')} AS aside
      WHERE aside.clinic = own.clinic AND aside.patient_id = own.patient_id AND aside.type = ${typeText(type)}
        AND aside.status IS DISTINCT FROM 'cancelled'
        AND (aside.system IS NULL OR aside.system = own.system)
        AND (aside.code IS NULL OR own.code = '' OR aside.code = own.code)
        AND (aside.from_first IS NULL OR aside.from_first < ${own.last} OR aside.to_last < aside.from_first)) THEN NULL
    ELSE TRUE END)`;
}

/** The first and the last day on which a record may have begun, or been. */
function beginningOf(
  draft: Draft,
  type: RecordType,
  table: Sql,
): { readonly first: Sql; readonly last: Sql } {
  return isSpan(type)
    ? {
        first: sql`COALESCE(${table}.from_first, ${earliest})`,
        last: lastBeginning(draft, table),
      }
    : { first: sql`${table}.on_first`, last: sql`${table}.on_last` };
}

/** What began on a day that nobody knows had begun by the day asked of, and before it ended. */
function lastBeginning(draft: Draft, table: Sql): Sql {
  const today = sql`GREATEST(${draft.date(draft.asOf)}, ${earliest})`;
  return sql`LEAST(COALESCE(${table}.from_last, ${today}), ${table}.to_last)`;
}

/** R4a: each day between the others; of the columns of `own`. */
function spanDays(draft: Draft): Sql {
  return sql`COALESCE(from_first, ${earliest}) AS from_first,
    ${lastBeginning(draft, sql`own`)} AS from_last,
    GREATEST(COALESCE(to_first, to_last, ${endless}), from_first) AS to_first,
    COALESCE(to_last, ${endless}) AS to_last`;
}

const pointDays = sql`on_first AS from_first, on_last AS from_last,
    on_first AS to_first, on_last AS to_last`;
const resultColumns = sql`,
    on_time, number_value, text_value, comparator, unit`;

/** Of a table of records: whether all is known to the day. */
export const isWhole = sql`(from_first = from_last AND to_first = to_last)`;
