/** R4a: the last day on which what is spans of days may have begun. */
import { earliest } from './days.ts';
import type { Draft } from './draft.ts';
import { sql, type Sql } from './text.ts';

/** What began on a day that nobody knows had begun by the day asked of, and before it ended. */
export function lastBeginning(draft: Draft, table: Sql): Sql {
  const today = sql`GREATEST(${draft.date(draft.asOf)}, ${earliest})`;
  return sql`LEAST(COALESCE(${table}.from_last, ${today}), ${table}.to_last)`;
}
