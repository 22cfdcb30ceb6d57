/**
 * Text of a statement that nothing from a profile can get into: `sql` takes only what is written in this
 * source and other such text. A string is no `Sql`, so the type check refuses it.
 */
import type { RecordType } from '../../record/index.ts';

declare const written: unique symbol;
export type Sql = string & { readonly [written]: true };

/** Statement text: the literal parts as written here, and other statement text between them. */
export function sql(literals: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  return literals.reduce(
    (text, literal, index) => text + (parts[index - 1] ?? '') + literal,
  ) as Sql;
}

export type TableName = 'patient' | RecordType | 'coverage' | 'clinic_coverage' | 'set_aside';

/** A table's or record type's name, which is one of our own words. */
export function ownName(name: TableName): Sql {
  return name as string as Sql;
}

/** A name of ours: a letter for what it names, and a number. */
export function nameOf(kind: NameKind, number: number): Sql {
  return `${kind}${number}` as Sql;
}

/**
 * Tables: `o` patients and records on the days of records, `k` coverage of a type, `s` selected records, `w` those of them that may be in a window, `j` a window's
 * records in order, `b` spans of days, `r` runs of days, `x` patients with something in doubt, `q` parts of
 * a sequence, `g` rows summed up by patient, `t` answers read, `step` a level of criteria, `e` members, `z` counts by clinic. Columns: `a` of what is
 * summed up, `c` a criterion, `m` marker, `n` numerator, `d` denominator.
 */
export type NameKind =
  | 'o'
  | 'k'
  | 's'
  | 'w'
  | 'j'
  | 'b'
  | 'r'
  | 'x'
  | 'q'
  | 'g'
  | 't'
  | 'e'
  | 'z'
  | 'step'
  | 'a'
  | 'c'
  | 'm'
  | 'n'
  | 'd';

/** The place of a parameter, counted from 1. */
export function refOf(number: number): Sql {
  return `$${number}` as Sql;
}

/** A whole number that is ours: a place, never a value of a profile. */
export function integerOf(number: number): Sql {
  return String(Math.trunc(number)) as Sql;
}

export function join(parts: readonly Sql[], separator: Sql): Sql {
  return parts.join(separator) as Sql;
}

/** Kleene's minimum is SQL's own. Nothing asked is TRUE. */
export function and(parts: readonly Sql[]): Sql {
  return operate(parts, sql` AND `, sql`TRUE`);
}

/** Kleene's maximum is SQL's own. Nothing asked is FALSE. */
export function or(parts: readonly Sql[]): Sql {
  return operate(parts, sql` OR `, sql`FALSE`);
}

function operate(parts: readonly Sql[], operator: Sql, none: Sql): Sql {
  const [first = none] = parts;
  return parts.length > 1 ? sql`(${join(parts, operator)})` : first;
}
