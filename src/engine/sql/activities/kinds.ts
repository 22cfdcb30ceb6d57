/** R28: what the care plans of one type and patient count as in each month. */
import { plus, earliest, endless } from '../days.ts';
import type { Draft } from '../draft.ts';
import { sql, type Sql } from '../text.ts';

/** So many months a day that is not known may be in; what may be in more is in no number. */
const mostMonths = { years: 0, months: 24, weeks: 0, days: 0 };

/**
 * A table of each patient's types in each month, `clinic`, `period`, `kind`: 3 *new*, 2 *maintained*, 1 *unknown*. The first
 * of a month says it; what is in doubt gives way to what is certain.
 * @param plans With the columns of `carePlan`.
 * @param whole The patients of whom all are known.
 * @param months `first_day`, `last_day`, `period`.
 */
export function kindsByMonth(draft: Draft, plans: Sql, whole: Sql, months: Sql): Sql {
  const judged = judgedIn(draft, plans, whole);
  // Begun in it, or gone through in it after the day that it began.
  const seen = draft.table(
    'j',
    sql`
  SELECT a.clinic, a.patient_id, a.system, a.code, m.first_day, m.period,
    CASE WHEN m.first_day <= a.from_first AND a.from_last <= m.last_day THEN a.kind ELSE 1 END AS begun,
    CAST(NULL AS INTEGER) AS gone_through
  FROM ${judged} AS a
  JOIN ${months} AS m ON a.from_first <= m.last_day AND a.from_last >= m.first_day
  WHERE ${isWithin(draft, sql`a.from_first`, sql`a.from_last`)}
  UNION ALL
  SELECT a.clinic, a.patient_id, a.system, a.code, m.first_day, m.period, CAST(NULL AS INTEGER) AS begun,
    CASE WHEN COALESCE(a.maintained_last, a.maintained_first) <= m.last_day THEN 2 ELSE 1 END AS gone_through
  FROM ${judged} AS a
  JOIN ${months} AS m ON a.maintained_first >= m.first_day AND a.maintained_first <= m.last_day
  WHERE a.maintained_first > a.from_last`,
  );
  return draft.table(
    'j',
    sql`
  SELECT clinic, period, COALESCE(max(begun), max(gone_through)) AS kind
  FROM ${seen}
  GROUP BY clinic, patient_id, system, code, first_day, period`,
  );
}

/** Each plan with its days, none of them NULL, and what it is among those of its type. */
function judgedIn(draft: Draft, plans: Sql, whole: Sql): Sql {
  const dated = draft.table(
    's',
    sql`
  SELECT clinic, patient_id, ordinal, system, code, COALESCE(from_first, ${earliest}) AS from_first,
    COALESCE(from_last, ${endless}) AS from_last, maintained_first, maintained_last
  FROM ${plans}`,
  );
  const among = draft.table(
    'g',
    sql`
  SELECT a.clinic, a.patient_id, a.ordinal, max(CASE WHEN b.from_last < a.from_first THEN 1 ELSE 0 END) AS after_one,
    max(CASE WHEN b.ordinal <> a.ordinal AND b.from_first < a.from_last THEN 1 ELSE 0 END) AS perhaps_after_one
  FROM ${dated} AS a
  JOIN ${dated} AS b ON b.clinic = a.clinic AND b.patient_id = a.patient_id AND b.system = a.system
    AND b.code = a.code
  GROUP BY a.clinic, a.patient_id, a.ordinal`,
  );
  return draft.table(
    's',
    sql`
  SELECT a.clinic, a.patient_id, a.system, a.code, a.from_first, a.from_last, a.maintained_first, a.maintained_last,
    CASE WHEN among.after_one = 1 THEN 2
      WHEN among.perhaps_after_one = 0 AND a.code <> '' AND whole.patient_id IS NOT NULL THEN 3
      ELSE 1 END AS kind
  FROM ${dated} AS a
  JOIN ${among} AS among ON among.clinic = a.clinic AND among.patient_id = a.patient_id AND among.ordinal = a.ordinal
  LEFT JOIN ${whole} AS whole ON whole.clinic = a.clinic AND whole.patient_id = a.patient_id`,
  );
}

/** Whether two days are in no more months than a day that is not known may be in. */
function isWithin(draft: Draft, first: Sql, last: Sql): Sql {
  const ofMonth = sql`(${first} - CAST(extract(DAY FROM ${first}) - 1 AS INTEGER))`;
  return sql`${last} < ${plus(draft, ofMonth, mostMonths)}`;
}
