import type { CalendarDate } from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import type { Plan } from '../query/compile.ts';
import type { SqlDatabase, SqlRow } from './database.ts';
import { truthOf } from './dialect/index.ts';
import { runStatement } from './run.ts';
import { toSql } from './statement.ts';

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
