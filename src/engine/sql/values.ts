/** R14: whether a result's value satisfies what is asked; NULL where it is undecided. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import { isOneOf } from './codes.ts';
import type { Draft } from './draft.ts';
import { and, or, sql, type Sql } from './text.ts';

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
 * A comparator stands for every number it allows: all of them inside is yes, none is no. Where the interval
 * asked for is bounded on the side that the comparator leaves open, not all can be inside.
 */
function boundsCases(draft: Draft, asked: ValueBounds): Sql {
  const limit = (bound: number | undefined, operator: Sql) =>
    bound === undefined ? [] : [{ bound: draft.number(bound), operator }];
  const lows = [...limit(asked.above, sql`>`), ...limit(asked.atLeast, sql`>=`)];
  const highs = [...limit(asked.below, sql`<`), ...limit(asked.atMost, sql`<=`)];
  type Limits = typeof lows;

  const within = (limits: Limits) =>
    and(limits.map(({ bound, operator }) => sql`number_value ${operator} ${bound}`));
  const reaches = (limits: Limits, operator: Sql) =>
    limits.map(({ bound }) => sql`number_value ${operator} ${bound}`);
  const judge = (comparator: Sql, none: Sql, all: Sql, open: Limits) => sql`
      WHEN comparator = ${comparator} THEN CASE WHEN ${none} THEN FALSE WHEN ${
        open.length > 0 ? sql`FALSE` : all
      } THEN TRUE END`;

  return sql`
      WHEN comparator IS NULL THEN ${within([...lows, ...highs])}${judge(
        sql`'<'`,
        or(reaches(lows, sql`<=`)),
        and(reaches(highs, sql`<=`)),
        lows,
      )}${judge(sql`'<='`, sql`NOT ${within(lows)}`, within(highs), lows)}${judge(
        sql`'>'`,
        or(reaches(highs, sql`>=`)),
        and(reaches(lows, sql`>=`)),
        highs,
      )}${judge(sql`'>='`, sql`NOT ${within(highs)}`, within(lows), highs)}`;
}
