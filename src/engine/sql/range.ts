/** R11: whether a number that is known to lie between two others satisfies a count. */
import type { Count } from '../../profile/index.ts';
import type { Draft } from './draft.ts';
import { and, or, sql, type Sql } from './text.ts';

export interface Interval {
  readonly least: Sql;
  /** Holds only where `bounded`; else there may be any number. */
  readonly most: Sql;
  readonly bounded: Sql;
}

/** Yes if every number of the interval satisfies, no if none does. */
export function countCondition(draft: Draft, { min = 0, max }: Count, interval: Interval): Sql {
  const { least, most, bounded } = interval;
  const low = draft.integer(min);
  const high = max === undefined ? undefined : draft.integer(max);
  const every = and([
    sql`${least} >= ${low}`,
    ...(high ? [sql`${bounded} AND ${most} <= ${high}`] : []),
  ]);
  const none = or([
    sql`(${bounded} AND ${most} < ${low})`,
    ...(high ? [sql`${least} > ${high}`] : []),
  ]);
  return sql`CASE WHEN ${every} THEN TRUE WHEN ${none} THEN FALSE END`;
}
