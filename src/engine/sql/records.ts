/** Which records a query asks of, and whether their absence means *no*. */
import type { Codes } from '../../profile/index.ts';
import { isCancellable, isSpan, normalizeSource, type RecordType } from '../../record/index.ts';
import { codeCondition } from './codes.ts';
import { endless } from './days.ts';
import type { Draft } from './draft.ts';
import { tableOf, typeText } from './layout.ts';
import { and, sql, type Sql } from './text.ts';

/** Which records: codes and source. */
export interface Selection {
  readonly codes?: Codes;
  readonly source?: string;
}

/**
 * A table of the records with code and source right, windows aside, as spans of days: `patient_id`,
 * `ordinal`, `code`, `from_day`, `to_day`, and what a result has. Cancelled ones match nothing (R5).
 */
export function selectRecords(draft: Draft, type: RecordType, { codes, source }: Selection): Sql {
  const conditions = [
    ...(isCancellable(type) ? [sql`cancelled IS NOT TRUE`] : []),
    ...(codes === undefined ? [] : [codeCondition(draft, codes)]),
    ...(source === undefined ? [] : [sql`source = ${draft.text(normalizeSource(source))}`]),
  ];
  return draft.table(
    's',
    sql`
  SELECT patient_id, ordinal, code, ${isSpan(type) ? span : type === 'result' ? result : point}
  FROM ${tableOf[type]}
  WHERE ${and(conditions)}`,
  );
}

const span = sql`from_day, COALESCE(to_day, ${endless}) AS to_day`;
const point = sql`on_day AS from_day, on_day AS to_day`;
const result = sql`${point}, number_value, text_value, comparator, unit`;

/** R3: of the records set aside that might have answered; never NULL. */
export interface Rejection {
  readonly count: Sql;
  /** Whether there are none. */
  readonly none: Sql;
  /** Whether a list could not be read at all, and may have held any number. */
  readonly unbounded: Sql;
}

export function rejectedFor(draft: Draft, type: RecordType, { codes }: Selection): Rejection {
  const mightAnswer = and([
    sql`type = ${typeText(type)}`,
    ...(codes === undefined
      ? []
      : [sql`(system IS NULL OR code IS NULL OR ${codeCondition(draft, codes)})`]),
  ]);
  const count = (condition: Sql) => {
    const counted = sql`count(*) FILTER (WHERE ${condition})`;
    return sql`COALESCE(${draft.aggregate(tableOf.set_aside, counted)}, 0)`;
  };
  return {
    count: count(mightAnswer),
    none: sql`${count(mightAnswer)} = 0`,
    unbounded: sql`${count(sql`${mightAnswer} AND ordinal IS NULL`)} > 0`,
  };
}

/**
 * R9, R10: whether a type is covered; never NULL. `reaches` says of the first day covered, where there is
 * one, whether it is early enough; without it (an open start) the first day does not count.
 */
export function coveredFor(
  draft: Draft,
  type: RecordType,
  reaches: ((firstDay: Sql) => Sql) | undefined,
): Sql {
  const name = draft.joined(
    'k',
    sql`
  SELECT p.id AS patient_id,
    COALESCE(own.available, clinic.available, FALSE) AS available,
    CASE WHEN own.patient_id IS NULL THEN clinic.from_day ELSE own.from_day END AS from_day
  FROM ${tableOf.patient} AS p
  LEFT JOIN ${tableOf.coverage} AS own ON own.patient_id = p.id AND own.type = ${typeText(type)}
  LEFT JOIN ${tableOf.clinic_coverage} AS clinic ON clinic.type = ${typeText(type)}`,
  );
  if (!reaches) return sql`${name}.available`;
  const first = sql`${name}.from_day`;
  return sql`(${name}.available AND (${first} IS NULL OR ${reaches(first)}))`;
}

/** R9 for a window that begins on a day, or is open. */
export function coveredFrom(draft: Draft, type: RecordType, day: Sql | undefined): Sql {
  return coveredFor(draft, type, day && ((first) => sql`${first} <= ${day}`));
}
