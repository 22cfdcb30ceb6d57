/** Which records a query asks of. */
import type { Codes } from '../../profile/index.ts';
import { isCancellable, isSpan, type RecordType } from '../../record/index.ts';
import { fieldsAsked, type WrittenFields } from '../reference/fields.ts';
import { codeCondition, isOneOf, systemsOf } from './codes.ts';
import { earliest, endless } from './days.ts';
import type { Draft } from './draft.ts';
import { and, or, sql, type Sql } from './text.ts';
import { judgeStrength } from './values.ts';

/** Which records: codes and further fields. */
export interface Selection extends WrittenFields {
  readonly codes?: Codes;
  /** R15: only ATC codes are counted. */
  readonly distinct?: { readonly level: number };
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
  const mayBeUncoded = (type === 'medication' || isCancellable(type)) && systems !== undefined;
  const fields = fieldConditions(draft, selection);
  const ofSystem = systems ? [isOneOf(draft, sql`system`, systems)] : [];
  const coded = codes === undefined ? ofSystem : [codeCondition(draft, codes)];
  const conditions = [
    ...(isCancellable(type) ? [sql`status IS DISTINCT FROM 'cancelled'`] : []),
    ...(mayBeUncoded && codes !== undefined
      ? [sql`(${and(coded)} OR (code = '' AND ${and(ofSystem)}))`]
      : coded),
    ...(distinct && codes !== undefined ? [sql`system = ${draft.text(atc)}`] : []),
    ...fields.map((field) => sql`${field} IS NOT FALSE`),
  ];
  const days = isSpan(type) ? spanDays(draft) : pointDays;
  return draft.table(
    's',
    sql`
  SELECT patient_id${draft.ownDay}, ordinal, code, ${or([
    ...(mayBeUncoded ? [sql`code = ''`] : []),
    ...fields.map((field) => sql`${field} IS NULL`),
  ])} AS is_doubtful,
    ${days}${type === 'result' ? resultColumns : sql``}
  FROM ${draft.tableOf(type)}
  WHERE ${and(conditions)}`,
  );
}

/** R10a: for each further field whether a record has what is asked; NULL where it may. */
function fieldConditions(draft: Draft, selection: Selection): readonly Sql[] {
  const asked = fieldsAsked(selection);
  if (!asked) return [];
  const { source, specialty, product, status, strength } = asked;
  const oneOf = (column: Sql, texts: readonly string[] | undefined) =>
    texts ? [sql`(${isOneOf(draft, column, texts)})`] : [];
  return [
    ...oneOf(sql`source`, source),
    ...oneOf(sql`specialty`, specialty),
    ...oneOf(sql`product`, product),
    ...oneOf(sql`upper(status)`, status),
    ...(strength ? [sql`(${judgeStrength(draft, strength)})`] : []),
  ];
}

/** R4a: each day between the others; what began on a day that nobody knows had begun by the day asked of. */
function spanDays(draft: Draft): Sql {
  const today = draft.date(draft.asOf);
  return sql`COALESCE(from_first, ${earliest}) AS from_first,
    LEAST(COALESCE(from_last, GREATEST(${today}, ${earliest})), to_last) AS from_last,
    GREATEST(COALESCE(to_first, to_last, ${endless}), from_first) AS to_first,
    COALESCE(to_last, ${endless}) AS to_last`;
}

const pointDays = sql`on_first AS from_first, on_last AS from_last,
    on_first AS to_first, on_last AS to_last`;
const resultColumns = sql`,
    on_time, number_value, text_value, comparator, unit`;

/** Of a table of records: whether all is known to the day. */
export const isWhole = sql`(from_first = from_last AND to_first = to_last)`;
