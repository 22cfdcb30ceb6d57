/** Which records a query asks of. */
import type { Codes } from '../../profile/index.ts';
import { isCancellable, isSpan, isUncoded, type RecordType } from '../../record/index.ts';
import { fieldsAsked, type WrittenFields } from '../reference/fields.ts';
import { codeCondition, isOneOf, systemsOf } from './codes.ts';
import { earliest, endless, sharesDay, windowIn, type DayWindow } from './days.ts';
import type { Draft } from './draft.ts';
import { isFirst } from './first.ts';
import { lastBeginning } from './last-beginning.ts';
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
  const first = selection.first
    ? sql`, ${isFirst(draft, type, and(conditions))} AS is_first`
    : sql``;
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
