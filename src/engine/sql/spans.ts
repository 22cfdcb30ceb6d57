/**
 * R16, R18: spans of records whose days, codes or very being are in doubt. What lasts, alone or together, only lasts
 * longer where spans are longer: it lasts for certain when it does with the least that there must be, and it may last
 * when it does with the most that there may be.
 */
import type { RecordType } from '../../record/index.ts';
import { endless } from './days.ts';
import type { Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { isWhole, selectRecords, type Selection } from './records.ts';
import { longestSetAside, mightAnswer } from './set-aside.ts';
import { and, join, sql, type Sql } from './text.ts';

/** What spans are asked of. */
export interface Part {
  readonly type: RecordType;
  readonly selection: Selection;
}

/** The most that there may be of a part: doubtful records and those set aside too, each as long as it can be. */
export function mostSpans(draft: Draft, { type, selection }: Part): Sql {
  return draft.table(
    'b',
    sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal, from_first AS from_day, to_last AS to_day
  FROM ${selectRecords(draft, type, selection)}
  UNION ALL${longestSetAside(draft, type, selection)}`,
  );
}

/** The patients of whom anything is in doubt. Of all others the least and the most are the same. */
export function doubtfulPatients(draft: Draft, parts: readonly Part[]): Sql {
  const each = parts.flatMap(({ type, selection }) => [
    sql`
  SELECT clinic, patient_id FROM ${selectRecords(draft, type, selection)}
  WHERE is_doubtful OR NOT ${isWhole}`,
    sql`
  SELECT clinic, patient_id FROM ${draft.tableOf('set_aside')} WHERE ${mightAnswer(draft, type, selection)}`,
  ]);
  return draft.joined('x', join([...new Set(each)], sql`\n  UNION`));
}

/**
 * The days that may be all of a record, `patient_id`, `type`, `ordinal`, `world`, one a row: where one record alone
 * has a date that is not known to the day (R4a), and there is no day that it has for certain. A date is known to its
 * year at least: of more days nothing is certain.
 */
export function worldsOf(draft: Draft, parts: readonly Part[]): Sql {
  const partial = parts.map(
    ({ type, selection }) => sql`
    SELECT clinic, patient_id, ${typeText(type)} AS type, ordinal, to_first, from_last
    FROM ${selectRecords(draft, type, selection)}
    WHERE NOT is_doubtful AND NOT ${isWhole}`,
  );
  return draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, type, ordinal, first_day + CAST(number AS INTEGER) AS world
  FROM (
    SELECT clinic, patient_id, min(type) AS type, min(ordinal) AS ordinal,
      min(to_first) AS first_day, min(from_last) AS last_day
    FROM (${join([...new Set(partial)], sql`\n    UNION`)}) AS partial
    GROUP BY clinic, patient_id
    HAVING count(*) = 1 AND min(to_first) < min(from_last)) AS alone
  JOIN generate_series(0, 366) AS numbers(number) ON first_day + CAST(number AS INTEGER) <= last_day
  WHERE last_day - first_day <= 366`,
  );
}

/**
 * The least that there must be of a part, in every world; of the doubtful patients only. Of a date that is known to
 * its year or month it is the days that every lawful choice covers.
 */
export function leastSpans(
  draft: Draft,
  { type, selection }: Part,
  doubtful: Sql,
  worlds: Sql,
): Sql {
  const selected = selectRecords(draft, type, selection);
  const day = draft.isAnchored ? sql`, s.asked_on` : sql``;
  return draft.table(
    'b',
    sql`
  SELECT s.clinic, s.patient_id${day}, COALESCE(x.world, ${endless}) AS world, s.ordinal,
    s.from_last AS from_day, s.to_first AS to_day
  FROM ${selected} AS s
  JOIN ${doubtful} AS d ON d.clinic = s.clinic AND d.patient_id = s.patient_id
  LEFT JOIN ${worlds} AS x ON x.clinic = s.clinic AND x.patient_id = s.patient_id
  WHERE ${and([sql`NOT s.is_doubtful`, sql`s.from_last <= s.to_first`])}
  UNION ALL
  SELECT s.clinic, s.patient_id${day}, x.world, s.ordinal, x.world, x.world
  FROM ${selected} AS s
  JOIN ${worlds} AS x ON x.clinic = s.clinic AND x.patient_id = s.patient_id
    AND x.type = ${typeText(type)} AND x.ordinal = s.ordinal
  WHERE NOT s.is_doubtful`,
  );
}
