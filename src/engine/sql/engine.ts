import type { CalendarDate } from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import type { Plan } from '../query/compile.ts';
import type { Truth } from '../types.ts';
import type { Parameter } from './draft.ts';
import { toSql } from './statement.ts';

/** A database in which the tables of `layout` stand. The host asks it; the library has no connection. */
export interface SqlDatabase {
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
    const { text, parameters, columns } = toSql(plan, asOf);
    const rows = await database.run(text, parameters);
    return new Map(
      rows.map((row) => [
        String(row.patient_id),
        Object.fromEntries(columns.slice(1).map(({ name }) => [name, truthOf(row[name], name)])),
      ]),
    );
  },
} as const satisfies QueryEngine<SqlDatabase>;

/** @throws {TypeError} of a column that is no boolean: the statement was not asked as it stands. */
function truthOf(value: unknown, column: string): Truth {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === null) return 'unknown';
  throw new TypeError(
    `The database answers ${typeof value} in ${column}, where a boolean belongs.`,
  );
}
