import type { CalendarDate } from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import type { Plan } from '../query/compile.ts';
import type { Truth } from '../types.ts';
import type { Parameter } from './draft.ts';
import { toSql } from './statement.ts';

/** A database in which the tables of `layout` stand. The host asks it; the library has no connection. */
export interface SqlDatabase {
  /** The clinics of it that are asked; absent: all that it has. */
  readonly clinics?: readonly string[];
  /**
   * Runs one statement.
   * @param parameters The values of `$1`, `$2` ….
   * @returns The rows, by column name.
   */
  run(
    text: string,
    parameters: readonly Parameter[],
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Evaluates where the data lives: one statement a profile, for DuckDB and PostgreSQL. */
export const sqlEngine = {
  name: 'sql',
  async evaluate(
    plan: Pick<Plan, 'profile'>,
    database: SqlDatabase,
    asOf: CalendarDate,
  ): Promise<OutcomeTable> {
    const { text, parameters, columns } = toSql(plan, asOf, database);
    const rows = await database.run(text, parameters);
    const outcomes = new Map(
      rows.map((row) => [
        String(row.patient_id),
        Object.fromEntries(columns.slice(1).map(({ name }) => [name, truthOf(row[name], name)])),
      ]),
    );
    if (outcomes.size < rows.length) throw new RangeError(severalClinics(rows));
    return outcomes;
  },
} as const satisfies QueryEngine<SqlDatabase>;

/** Two patients of one id are never made one. */
function severalClinics(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const clinics = new Set(rows.map(({ clinic }) => String(clinic)));
  return clinics.size > 1
    ? `The database holds ${clinics.size} clinics, and some of their patients have the same id: ask one at a time (\`clinics\` of the database).`
    : 'The table `patient` holds several rows of one id: each patient has one.';
}

/** @throws {TypeError} of a column that is no boolean: the statement was not asked as it stands. */
function truthOf(value: unknown, column: string): Truth {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === null) return 'unknown';
  throw new TypeError(
    `The database answers ${typeof value} in ${column}, where a boolean belongs.`,
  );
}
