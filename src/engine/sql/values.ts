/** R14: whether a result's value satisfies what is asked; NULL where it is undecided. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import { isOneOf } from './codes.ts';
import type { Draft } from './draft.ts';
import { and, join, or, sql, type Sql } from './text.ts';

/** Of the columns `number_value`, `text_value`, `comparator` and `unit`. */
export function valueCondition(draft: Draft, asked: ResultValue | undefined): Sql {
  if (!asked) return sql`TRUE`;
  if ('text' in asked) {
    const texts = asked.text.map((text) => text.trim().toLowerCase());
    return sql`(number_value IS NULL AND ${isOneOf(draft, sql`text_value`, texts)})`;
  }
  const otherUnit =
    asked.unit === undefined
      ? sql``
      : sql`\n      WHEN unit <> ${draft.text(asked.unit.trim())} THEN NULL`;
  return sql`CASE${otherUnit}
      WHEN number_value IS NULL THEN NULL${boundsCases(draft, asked)}
    END`;
}

/**
 * A comparator stands for every number it allows: all of them inside is yes, none is no. Towards the side that
 * it leaves open they have no end: where the bounds have one there, not all are inside, and where they have
 * none, some are.
 */
function boundsCases(draft: Draft, asked: ValueBounds): Sql {
  const limit = (bound: number | undefined, operator: Sql) =>
    bound === undefined ? [] : [{ bound: draft.number(bound), operator }];
  const lows = [...limit(asked.above, sql`>`), ...limit(asked.atLeast, sql`>=`)];
  const highs = [...limit(asked.below, sql`<`), ...limit(asked.atMost, sql`<=`)];
  type Limits = typeof lows;

  const inside = (limits: Limits) =>
    and(limits.map(({ bound, operator }) => sql`number_value ${operator} ${bound}`));
  const reaching = (limits: Limits, operator: Sql) =>
    limits.map(({ bound }) => sql`number_value ${operator} ${bound}`);
  const judge = (comparator: Sql, open: Limits, none: Sql, all: Sql) => sql`
      WHEN comparator = ${comparator} THEN CASE WHEN ${
        open.length > 0 ? sql`${none} THEN FALSE` : sql`${all} THEN TRUE`
      } END`;

  return join(
    [
      sql`\n      WHEN comparator IS NULL THEN ${inside([...lows, ...highs])}`,
      judge(sql`'<'`, lows, or(reaching(lows, sql`<=`)), and(reaching(highs, sql`<=`))),
      judge(sql`'<='`, lows, sql`NOT ${inside(lows)}`, inside(highs)),
      judge(sql`'>'`, highs, or(reaching(highs, sql`>=`)), and(reaching(lows, sql`>=`))),
      judge(sql`'>='`, highs, sql`NOT ${inside(highs)}`, inside(lows)),
    ],
    sql``,
  );
}
