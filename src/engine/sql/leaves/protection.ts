/** Counts protected where the patients are: by the method `leaves/1` of reports, in the statement itself. */
import type { Draft } from '../draft.ts';
import { sql, type Sql } from '../text.ts';

/** How counts are protected before they are a column: by the method `leaves/1` of reports. */
export interface LeavesProtection {
  /** A count less than this is told as that alone. */
  readonly threshold: number;
  /** All others are told in steps of this, of which the threshold is a multiple. */
  readonly base: number;
}

/** What a column says of a count that is not told. */
export const untold = {
  /** Under the threshold, zero included. */
  under: -1,
  /** The denominator has too few to tell of its parts. */
  few: -2,
} as const;

/** Under five, and multiples of five. */
export const usualProtection: LeavesProtection = { threshold: 5, base: 5 };

const least = 3;
const most = 100;

/**
 * The rows with their counts protected, as `protectLeaves` of reports does: *unknown* and the smaller of *yes* and *no* are
 * rounded down, the larger is what is left of a denominator that is rounded down too.
 */
export function protectedRows(draft: Draft, rows: Sql, protection: LeavesProtection): Sql {
  const { threshold, base } = protection;
  const [least, step, two] = [threshold, base, 2 * base].map((number) => draft.integer(number));
  const floor = (count: Sql) => floorOf(draft, count, protection);
  const half = (count: Sql) => sql`CAST((${count} - ${count} % ${two!}) / 2 AS INTEGER)`;
  const sizes = sql`
    SELECT clinic, profile, indicator, day, numerator, rest,
      numerator + rest + unknown - (numerator + rest + unknown) % ${step!} AS whole,
      ${floor(sql`unknown`)} AS own_floor,
      ${floor(sql`numerator`)} AS yes_floor, ${floor(sql`rest`)} AS no_floor
    FROM (${rows}) AS counted`;
  // The unknown leave a threshold's room for the others.
  const lacking = sql`(${least!} - (whole - own_floor))`;
  const unknowns = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, own_floor, yes_floor, no_floor,
      CASE WHEN indicator = -1 OR ${lacking} <= 0 THEN own_floor
        WHEN own_floor - ${lacking} < ${least!} THEN 0 ELSE own_floor - ${lacking} END AS unknown_floor
    FROM (${sizes}) AS sizes`;
  const knowns = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, yes_floor, no_floor, unknown_floor,
      whole - unknown_floor AS known,
      whole - unknown_floor + 1 - CASE WHEN unknown_floor = 0 THEN ${least!} ELSE ${step!} END AS sure
    FROM (${unknowns}) AS unknowns`;
  const halves = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, yes_floor, no_floor, unknown_floor, known,
      CASE WHEN ${half(sql`sure`)} < ${least!} THEN 0 ELSE ${half(sql`sure`)} END AS half,
      ${half(sql`(known + ${two!} - 1)`)} AS middle
    FROM (${knowns}) AS knowns`;
  const isFew = sql`whole < 2 * ${least!}`;
  const isTold = sql`WHEN indicator = -1 OR ${isFew} OR half = 0 THEN -2`;
  return sql`SELECT clinic, profile, indicator, day,
  CASE ${isTold}
    WHEN numerator < half THEN ${told(sql`yes_floor`)}
    WHEN rest < half THEN known - no_floor
    ELSE middle END AS numerator,
  CASE ${isTold}
    WHEN numerator < half THEN known - yes_floor
    WHEN rest < half THEN ${told(sql`no_floor`)}
    ELSE known - middle END AS rest,
  CASE WHEN indicator <> -1 AND ${isFew} THEN -2 ELSE ${told(sql`unknown_floor`)} END AS unknown
FROM (${halves}) AS halves`;
}

/** A count that stands alone, as `protect` of reports tells it: rounded down, and under the threshold as that alone. */
export function toldAlone(draft: Draft, count: Sql, protection: LeavesProtection): Sql {
  return told(floorOf(draft, count, protection));
}

/** 0 for a count under the threshold. */
function floorOf(draft: Draft, count: Sql, { threshold, base }: LeavesProtection): Sql {
  const [least, step] = [draft.integer(threshold), draft.integer(base)];
  return sql`CASE WHEN ${count} < ${least} THEN 0 ELSE ${count} - ${count} % ${step} END`;
}

function told(count: Sql): Sql {
  return sql`CASE WHEN ${count} = 0 THEN -1 ELSE ${count} END`;
}

/** @throws {RangeError} of sizes that protect nothing. */
export function requireProtection({ threshold, base }: LeavesProtection, caller: string): void {
  for (const [name, size] of Object.entries({ threshold, base }))
    if (!Number.isSafeInteger(size) || size < least || size > most)
      throw new RangeError(
        `${caller}: the ${name} is a whole number from ${least} to ${most}; it is ${size}.`,
      );
  if (threshold % base !== 0)
    throw new RangeError(
      `${caller}: the threshold is a multiple of the base; ${threshold} is none of ${base}.`,
    );
}
