/** R10b: whether a record is its patient's first of its code. */
import { isCancellable, isSpan, type RecordType } from '../../record/index.ts';
import { earliest } from './days.ts';
import type { Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { lastBeginning } from './last-beginning.ts';
import { sql, type Sql } from './text.ts';

/**
 * Whether a record is the first; NULL where it may be: a day, a code or a whole record is in doubt. Of the columns of
 * `own`. What went before is found for all of them at once: not every database asks it row by row.
 * @param condition Which records are asked of, by their columns.
 */
export function isFirst(draft: Draft, type: RecordType, condition: Sql): Sql {
  const asked = beginningsOf(draft, type, condition);
  const others = beginningsOf(
    draft,
    type,
    isCancellable(type) ? sql`status IS DISTINCT FROM 'cancelled'` : sql`TRUE`,
  );
  const isBeside = sql`other.clinic = own.clinic AND other.patient_id = own.patient_id AND other.system = own.system`;
  const later = draft.table(
    'x',
    sql`
  SELECT DISTINCT own.clinic, own.patient_id, own.ordinal
  FROM ${asked} AS own
  JOIN ${others} AS other ON ${isBeside} AND other.code = own.code
  WHERE own.code <> '' AND other.ordinal <> own.ordinal AND other.last_day < own.first_day`,
  );
  const perhapsLater = draft.table(
    'x',
    sql`
  SELECT own.clinic, own.patient_id, own.ordinal
  FROM ${asked} AS own
  JOIN ${others} AS other ON ${isBeside}
  WHERE other.ordinal <> own.ordinal AND (other.code = own.code OR other.code = '' OR own.code = '')
    AND other.first_day < own.last_day
  UNION
  SELECT own.clinic, own.patient_id, own.ordinal
  FROM ${asked} AS own
  JOIN ${draft.tableOf('set_aside')} AS aside ON aside.clinic = own.clinic AND aside.patient_id = own.patient_id
  WHERE aside.type = ${typeText(type)} AND aside.status IS DISTINCT FROM 'cancelled'
    AND (aside.system IS NULL OR aside.system = own.system)
    AND (aside.code IS NULL OR own.code = '' OR aside.code = own.code)
    AND (aside.from_first IS NULL OR aside.from_first < own.last_day OR aside.to_last < aside.from_first)`,
  );
  const isIn = (table: Sql) =>
    sql`(own.clinic, own.patient_id, own.ordinal) IN (SELECT clinic, patient_id, ordinal FROM ${table})`;
  return sql`(CASE WHEN ${isIn(later)} THEN FALSE WHEN ${isIn(perhapsLater)} THEN NULL ELSE TRUE END)`;
}

/** A table of records, with the first and the last day on which each may have begun, or been. */
function beginningsOf(draft: Draft, type: RecordType, condition: Sql): Sql {
  const [first, last] = isSpan(type)
    ? [sql`COALESCE(own.from_first, ${earliest})`, lastBeginning(draft, sql`own`)]
    : [sql`own.on_first`, sql`own.on_last`];
  return draft.table(
    's',
    sql`
  SELECT clinic, patient_id, ordinal, system, code, ${first} AS first_day, ${last} AS last_day
  FROM ${draft.tableOf(type)} AS own
  WHERE ${condition}`,
  );
}
