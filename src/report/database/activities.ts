/** Activities of clinics whose patients are in a database (R28): of the rows that `toActivitiesSql` asks for. */
import type { Activity } from '../activity/count.ts';
import { defaultProtection, isLeaf } from '../protection/index.ts';
import { requireProtection } from '../protection/rule.ts';
import type { ActivityLeaves, ActivityReport, Leaf, Period, Protection } from '../types.ts';
import type { DatabaseRow } from './reports.ts';

export interface DatabaseActivitiesOptions {
  /** Those of the statement, in its order. */
  readonly activities: readonly Activity[];
  readonly periods: readonly Period[];
  /** Ids of the clinics that were asked. */
  readonly clinics: readonly string[];
  /** That of the statement. Default: under five, and multiples of five. */
  readonly protection?: Protection;
}

/**
 * What `activityReports` makes of each clinic, by its id: to be told in its reports (`readLeaves`).
 *
 * @param rows What the database answered.
 * @throws {RangeError} where the rows are not those of the statement: one is missing, or is there twice, or holds a
 * number that no protected count is, or is of a clinic that was not asked of.
 */
export function readActivities(
  rows: readonly DatabaseRow[],
  { activities, periods, clinics, protection = defaultProtection }: DatabaseActivitiesOptions,
): ReadonlyMap<string, readonly ActivityReport[]> {
  requireProtection(protection);
  const found = new Map<string, DatabaseRow>();
  for (const row of rows) {
    const key = keyOf(row['clinic'], row['activity'], row['period']);
    if (found.has(key)) throw new RangeError(`The database says twice ${key}.`);
    found.set(key, row);
  }
  const take = (key: string) => {
    const row = found.get(key);
    if (!row)
      throw new RangeError(
        `The database says nothing of ${key}: has the clinic rows in the tables, and was it asked of?`,
      );
    found.delete(key);
    return leavesIn(row, key, protection);
  };
  const told = clinics.map((clinic) => {
    const reports = activities.map(({ id }, activity): ActivityReport => ({
      id,
      type: 'carePlan',
      periods,
      values: periods.map((_, period) => take(keyOf(clinic, activity, period))),
    }));
    return [clinic, reports] as const;
  });
  const [more] = found.keys();
  if (more !== undefined)
    throw new RangeError(`The database also tells of ${more}, which was not asked of.`);
  return new Map(told);
}

function keyOf(clinic: unknown, activity: unknown, period: unknown): string {
  return `clinic ${String(clinic)}, activity ${String(activity)}, period ${String(period)}`;
}

const columns = ['new_plans', 'maintained_plans', 'unknown_plans'] as const;

/** Null of a period that the clinic's data does not cover. */
function leavesIn(row: DatabaseRow, key: string, protection: Protection): ActivityLeaves | null {
  if (columns.every((column) => row[column] === null)) return null;
  const [made, maintained, unknown] = columns.map((column): Leaf => {
    const value = row[column];
    // Some drivers give whole numbers of 64 bits as texts or as bigints.
    const number = typeof value === 'bigint' || typeof value === 'string' ? Number(value) : value;
    const leaf = number === -1 ? 'under' : number;
    if (isLeaf(leaf, protection)) return leaf;
    throw new RangeError(
      `The database says ${String(value)} as ${column} of ${key}: no protected count is that.`,
    );
  });
  return { new: made!, maintained: maintained!, unknown: unknown! };
}
