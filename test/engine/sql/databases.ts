/** DuckDB and PostgreSQL, embedded, with the layout loaded: the same statement is asked of both. */
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import {
  coverageRows,
  createLayout,
  duckdb,
  layout,
  postgresql,
  rowsOf,
  schemaName,
  tableNames,
  type Dialect,
  type Row,
  type TableName,
} from '../../../src/engine/sql/index.ts';
import {
  checkPatient,
  type CheckedPatient,
  type CoverageByType,
} from '../../../src/record/index.ts';

type Loose = Readonly<Record<string, unknown>>;

/** One database, with the layout in it. */
export interface Database {
  readonly name: string;
  readonly dialect: Dialect;
  run(sql: string, parameters?: readonly unknown[]): Promise<readonly Loose[]>;
  /** Adds rows to a table of the layout. */
  load(table: TableName, rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

/** On one thread: to share so little among more takes longer than to do it. */
export async function openDuckDb(): Promise<Database> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(createLayout());
  return {
    name: 'DuckDB',
    dialect: duckdb,
    run: async (sql, parameters = []) => {
      const values = parameters as (string | number)[];
      return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
    },
    load: async (table, rows) => {
      const shape = JSON.stringify([
        Object.fromEntries(
          layout[table].map(({ name, type }) => [name, type === 'text[]' ? ['text'] : type]),
        ),
      ]);
      await connection.run(
        `INSERT INTO ${schemaName}.${table}
         SELECT unnest(from_json(CAST($1 AS JSON), '${shape}'), recursive := true)`,
        [jsonOf(table, rows)],
      );
    },
    close: async () => connection.closeSync(),
  };
}

/** The one of all test files, which follow each other: to start it takes seconds. */
let started: Promise<PGlite> | undefined;

/** PostgreSQL with nothing in it but the layout; what it held before is gone. */
export async function openPostgres(): Promise<Database> {
  started ??= PGlite.create();
  const database = await started;
  for (const schema of [schemaName, 'public'])
    await database.exec(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await database.exec('CREATE SCHEMA public');
  await database.exec(createLayout());
  return {
    name: 'PostgreSQL',
    dialect: postgresql,
    run: async (sql, parameters = []) =>
      (await database.query<Loose>(sql, parameters as unknown[])).rows,
    load: async (table, rows) => {
      await database.query(
        `INSERT INTO ${schemaName}.${table}
         SELECT * FROM json_populate_recordset(NULL::${schemaName}.${table}, $1)`,
        [jsonOf(table, rows)],
      );
    },
    close: () => Promise.resolve(),
  };
}

export function jsonOf(table: TableName, rows: readonly Row[]): string {
  return JSON.stringify(objectsOf(table, rows));
}

/** Rows by column name. */
export function objectsOf(table: TableName, rows: readonly Row[]): readonly Loose[] {
  return rows.map((row) =>
    Object.fromEntries(layout[table].map(({ name }, index) => [name, row[index]])),
  );
}

/** What a database holds of one clinic. */
export interface LoadedClinic {
  readonly id: string;
  readonly patients: readonly CheckedPatient[];
  readonly coverage: CoverageByType;
}

/** Replaces what a database holds by a clinic. */
export function loadClinic(
  database: Database,
  patients: readonly CheckedPatient[],
  coverage: CoverageByType,
): Promise<void> {
  return loadClinics(database, [{ id: 'c1', patients, coverage }]);
}

/** Replaces what a database holds by several clinics. */
export async function loadClinics(
  database: Database,
  clinics: readonly LoadedClinic[],
): Promise<void> {
  for (const table of tableNames) await database.run(`DELETE FROM ${schemaName}.${table}`);
  const all = clinics.map(({ id, patients, coverage }) => ({
    ...rowsOf(patients, coverage, id),
    clinic_coverage: coverageRows(coverage, id),
  }));
  for (const table of tableNames) {
    const rows = all.flatMap((own) => own[table]);
    if (rows.length > 0) await database.load(table, rows);
  }
}

export function checked(input: unknown): CheckedPatient {
  const { patient } = checkPatient(input);
  if (!patient) throw new Error('The patient cannot be told from others.');
  return patient;
}
