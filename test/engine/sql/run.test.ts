/** What a statement needs around it is run in order, and what it made is gone, whatever happens. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runStatement, type Written } from '../../../src/engine/sql/index.ts';
import { openDuckDb, type Database } from './databases.ts';

const step = (text: string, ...parameters: readonly (string | number)[]) => ({ text, parameters });
/** Of two parts, as a dialect with temporary tables has them; DuckDB has such tables too. */
const written: Written = {
  before: [
    step('CREATE TEMPORARY TABLE one AS SELECT CAST($1 AS INTEGER) AS number', 7),
    step('CREATE TEMPORARY TABLE two AS SELECT number + CAST($1 AS INTEGER) AS number FROM one', 4),
  ],
  ...step('SELECT number * CAST($1 AS INTEGER) AS number FROM two', 2),
  after: [step('DROP TABLE IF EXISTS one'), step('DROP TABLE IF EXISTS two')],
};

let database: Database;
beforeAll(async () => {
  database = await openDuckDb();
});
afterAll(() => database.close());

const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
});
/** The database, with a connection that breaks before some text. */
const breakingAt = (broken: (text: string) => boolean): Pick<Database, 'run'> => ({
  run: (text, parameters) => {
    asked.push(text);
    if (broken(text)) return Promise.reject(new Error('The connection is lost.'));
    return database.run(text, parameters);
  },
});
const temporaryTables = async () => {
  const tables = await database.run('SELECT table_name FROM duckdb_tables() WHERE temporary');
  return tables.map((row) => row['table_name']);
};

it('each part with its own parameters, and nothing is left', async () => {
  const rows = await runStatement(
    breakingAt(() => false),
    written,
  );
  expect(rows).toEqual([{ number: 22 }]);
  expect(asked).toEqual([...written.before, written, ...written.after].map(({ text }) => text));
  expect(await temporaryTables()).toEqual([]);
});

it('the database is asked as the object that it is', async () => {
  const own = {
    database,
    run(text: string, parameters: readonly unknown[]) {
      return this.database.run(text, parameters);
    },
  };
  expect(await runStatement(own, written)).toEqual([{ number: 22 }]);
});

it.each([
  ['before it', written.before[1]!.text],
  ['at it', written.text],
])('where it fails %s the tables are dropped, and the failure is told', async (_, broken) => {
  const failing = breakingAt((text) => text === broken);
  await expect(runStatement(failing, written)).rejects.toThrow('The connection is lost.');
  expect(asked.slice(-2)).toEqual(written.after.map(({ text }) => text));
  expect(await temporaryTables()).toEqual([]);
});

it('what a broken connection cannot drop does not hide why it failed', async () => {
  const failing = breakingAt((text) => text === written.text || text.startsWith('DROP'));
  await expect(runStatement(failing, written)).rejects.toThrow(/^The connection is lost\.$/);
  for (const { text } of written.after) await database.run(text);
});

it('tables that stay are told, though the answer came', async () => {
  const failing = breakingAt((text) => text === written.after[0]!.text);
  await expect(runStatement(failing, written)).rejects.toThrow(
    'did not drop the temporary tables of the statement, which hold patients: end the session. Error: The connection is lost.',
  );
  expect(await temporaryTables()).toEqual(['one']);
  await database.run(written.after[0]!.text);
});
