/** Numbers as the decimals that they are written as: of these differences are exact, of a database's own numbers not. */
import { unitsReadAs } from '../../record/index.ts';
import { isOneOf } from './codes.ts';
import type { Draft } from './draft.ts';
import { join, sql, type Sql } from './text.ts';

/** 18 of 38 digits stand after the point. No laboratory writes a larger number, and of one that is nothing is known. */
const largest = 1e18;

/** A bound of a profile. One that no difference reaches stands for all such. */
export function decimal(draft: Draft, bound: number): Sql {
  const held = Math.max(-9 * largest, Math.min(9 * largest, bound));
  return sql`CAST(CAST(${draft.number(held)} AS TEXT) AS DECIMAL(38, 18))`;
}

/**
 * Of a result's row its number in the unit asked: NULL of a text, and where the row's unit cannot be converted. Without a
 * unit the row is in the profile's.
 */
export function decimalIn(draft: Draft, unit: string | undefined): Sql {
  if (unit === undefined) return moved(draft, 0);
  const byExponent = new Map<number, string[]>();
  for (const [name, exponent] of unitsReadAs(unit))
    byExponent.set(exponent, [...(byExponent.get(exponent) ?? []), name]);
  const cases = [...byExponent].map(([exponent, names]) => {
    const isOf = isOneOf(draft, sql`unit`, names);
    const condition = exponent === 0 ? sql`unit IS NULL OR ${isOf}` : isOf;
    return sql`\n      WHEN ${condition} THEN ${moved(draft, exponent)}`;
  });
  return sql`CASE${join(cases, sql``)} END`;
}

/** With its point moved so many places to the right: its digits as they are, another power of ten behind them. */
function moved(draft: Draft, places: number): Sql {
  const text = sql`CAST(number_value AS TEXT)`;
  const power = sql`CAST(COALESCE(NULLIF(split_part(${text}, 'e', 2), ''), '0') AS INTEGER)`;
  const digits =
    places === 0
      ? text
      : sql`split_part(${text}, 'e', 1) || 'e' || CAST(${power} + ${draft.integer(places)} AS TEXT)`;
  return sql`CASE WHEN abs(number_value) < ${draft.number(Math.min(largest, largest / 10 ** places))} THEN CAST(${digits} AS DECIMAL(38, 18)) END`;
}
