import type { CalendarDate } from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import type { Plan } from '../query/compile.ts';
import type { Parameter } from './column.ts';
import { truthOf, type Dialect } from './dialect/index.ts';
import { runStatement } from './run.ts';
import { toSql } from './statement.ts';

/** A database in which the tables of `layout` stand. The host asks it; the library has no connection. */
export interface SqlDatabase {
  /** The words that it takes; absent: those that DuckDB and PostgreSQL share. */
  readonly dialect?: Dialect;
  /** The clinics of it that are asked; absent: all that it has. */
  readonly clinics?: readonly string[];
  /**
   * Runs one text. Several of them may belong to one statement (in ClickHouse): they come one after another, and all
   * have to reach the same session.
   * @param parameters The values of `$1`, `$2` …; in ClickHouse of `{p1:…}`, `{p2:…}` ….
   * @returns The rows, by column name; none of a text that answers none.
   */
  run(text: string, parameters: readonly Parameter[]): Promise<readonly SqlRow[]>;
}

/** A row as a database gives it, by column name. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** Evaluates where the data lives: one statement a profile, in the dialect of the database. */
export const sqlEngine = {
  name: 'sql',
  async evaluate(
    plan: Pick<Plan, 'profile'>,
    database: SqlDatabase,
    asOf: CalendarDate,
  ): Promise<OutcomeTable> {
    const { columns, ...written } = toSql(plan, asOf, database);
    const rows = await runStatement(database, written);
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
function severalClinics(rows: readonly SqlRow[]): string {
  const clinics = new Set(rows.map(({ clinic }) => String(clinic)));
  return clinics.size > 1
    ? `The database holds ${clinics.size} clinics, and some of their patients have the same id: ask one at a time (\`clinics\` of the database).`
    : 'The table `patient` holds several rows of one id: each patient has one.';
}
