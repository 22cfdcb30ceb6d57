/** The clinics that a statement tells of. */
import { isOneOf } from '../codes.ts';
import type { Draft } from '../draft.ts';
import { tableOf } from '../layout.ts';
import { sql, type Sql } from '../text.ts';

/** Every clinic that anything is said of: one with no member at all is told too. */
export function clinicsIn(draft: Draft, clinics: readonly string[] | undefined): Sql {
  const of = clinics
    ? sql` WHERE ${clinics.length > 0 ? isOneOf(draft, sql`clinic`, clinics) : sql`FALSE`}`
    : sql``;
  return sql`
  SELECT clinic FROM ${tableOf.clinic_coverage}${of}
  UNION
  SELECT clinic FROM ${tableOf.patient}${of}`;
}
