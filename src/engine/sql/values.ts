/** R14: whether a result's value satisfies what is asked; NULL where it is undecided. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import { movePoint, unitsReadAs } from '../../record/index.ts';
import { isOneOf } from './codes.ts';
import type { Draft } from './draft.ts';
import { and, join, or, sql, type Sql } from './text.ts';

/** How a value is judged, of rows with a result's columns. */
export interface Judgement {
  /** Columns that the conditions need beside the result's. */
  readonly columns: Sql;
  readonly condition: Sql;
  /** The same by its lower bound alone, and by its upper: TRUE where there is none. */
  readonly byLow: Sql;
  readonly byHigh: Sql;
}

export function judgeValue(draft: Draft, asked: ResultValue): Judgement {
  if ('text' in asked) {
    const texts = asked.text.map((text) => text.trim().toLowerCase());
    const condition = sql`(number_value IS NULL AND ${isOneOf(draft, sql`text_value`, texts)})`;
    return { columns: sql``, condition, byLow: condition, byHigh: condition };
  }
  const { low, high } = limitsOf(asked);
  const [lows, highs] = [low, high].map((limit) => (limit ? [limit] : []));
  const { min, max } = asked.plausible ?? {};
  const ends: readonly Limit[] = [
    ...(min === undefined ? [] : [{ column: sql`least`, bound: min, operator: sql`<` }]),
    ...(max === undefined ? [] : [{ column: sql`most`, bound: max, operator: sql`>` }]),
  ];
  return {
    columns: join(
      [low, high, ...ends].flatMap((limit) =>
        limit
          ? [sql`,\n      ${boundColumn(draft, limit.bound, asked.unit)} AS ${limit.column}`]
          : [],
      ),
      sql``,
    ),
    condition: judgeBounds(lows!, highs!, ends),
    byLow: low ? judgeBounds([low], [], ends) : sql`TRUE`,
    byHigh: high ? judgeBounds([], [high], ends) : sql`TRUE`,
  };
}

/** As `judgeValue`, of a medicine's strength; without a unit nothing is known. */
export function judgeStrength(draft: Draft, asked: ValueBounds): Sql {
  const { low, high } = limitsOf(asked);
  const unit = sql`strength_unit`;
  return and(
    [low, high].flatMap((limit) =>
      limit
        ? [
            sql`CASE WHEN ${unit} IS NOT NULL THEN strength_value ${limit.operator} ${boundColumn(draft, limit.bound, asked.unit, unit)} END`,
          ]
        : [],
    ),
  );
}

/** One side of what is asked, or of what is plausible: the bound stands in a column, for it goes by the row's unit. */
interface Limit {
  readonly column: Sql;
  readonly bound: number;
  readonly operator: Sql;
}

/** A side has one bound at most (the profile's rule `two-bounds`). */
function limitsOf({ above, atLeast, below, atMost }: ValueBounds) {
  const limit = (column: Sql, bound: number | undefined, operator: Sql): Limit | undefined =>
    bound === undefined ? undefined : { column, bound, operator };
  return {
    low: limit(sql`low`, above, sql`>`) ?? limit(sql`low`, atLeast, sql`>=`),
    high: limit(sql`high`, below, sql`<`) ?? limit(sql`high`, atMost, sql`<=`),
  };
}

/**
 * A bound in the row's unit: moving the bound's point is exact, where a database's product is not. NULL, and with it
 * every comparison, where the row's unit cannot be converted. Without a unit the row is in the profile's.
 */
function boundColumn(
  draft: Draft,
  bound: number,
  unit: string | undefined,
  column = sql`unit`,
): Sql {
  if (unit === undefined) return draft.number(bound);
  const byExponent = new Map<number, string[]>();
  for (const [name, exponent] of unitsReadAs(unit))
    byExponent.set(exponent, [...(byExponent.get(exponent) ?? []), name]);
  const cases = [...byExponent].map(([exponent, names]) => {
    const isOf = isOneOf(draft, column, names);
    const condition = exponent === 0 ? sql`${column} IS NULL OR ${isOf}` : isOf;
    return sql` WHEN ${condition} THEN ${draft.number(movePoint(bound, -exponent))}`;
  });
  return sql`CASE${join(cases, sql``)} END`;
}

/**
 * A comparator stands for every number it allows: all of them inside is yes, none is no. Towards the side that
 * it leaves open they have no end: where the bounds have one there, not all are inside, and where they have
 * none, some are. Of a comparator that is none of the four nothing is known, nor of a number beyond an end of what is
 * plausible.
 */
function judgeBounds(lows: readonly Limit[], highs: readonly Limit[], ends: readonly Limit[]): Sql {
  const beyond = ends.map(({ column, operator }) => sql`number_value ${operator} ${column}`);
  const implausible = beyond.length > 0 ? sql`\n      WHEN ${or(beyond)} THEN NULL` : sql``;
  const inside = (limits: readonly Limit[]) =>
    and(limits.map(({ column, operator }) => sql`number_value ${operator} ${column}`));
  const reaching = (limits: readonly Limit[], operator: Sql) =>
    limits.map(({ column }) => sql`number_value ${operator} ${column}`);
  const judge = (comparator: Sql, open: readonly Limit[], none: Sql, all: Sql) => sql`
      WHEN ${comparator} THEN CASE WHEN ${
        open.length > 0 ? sql`${none} THEN FALSE` : sql`${all} THEN TRUE`
      } END`;
  return sql`CASE
      WHEN number_value IS NULL THEN NULL${implausible}
      WHEN comparator IS NULL THEN ${inside([...lows, ...highs])}
      ELSE CASE comparator${join(
        [
          judge(sql`'<'`, lows, or(reaching(lows, sql`<=`)), and(reaching(highs, sql`<=`))),
          judge(sql`'<='`, lows, sql`NOT ${inside(lows)}`, inside(highs)),
          judge(sql`'>'`, highs, or(reaching(highs, sql`>=`)), and(reaching(lows, sql`>=`))),
          judge(sql`'>='`, highs, sql`NOT ${inside(highs)}`, inside(lows)),
        ],
        sql``,
      )} END
    END`;
}
