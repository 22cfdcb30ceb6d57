/** ClickHouse, whole, in this process (chDB), with the layout loaded. */
import { Session } from 'chdb';
import { clickhouse, createLayout, layout, schemaName } from '../../src/engine/sql/index.ts';
import { objectsOf, type Database } from '../engine/sql/databases.ts';

/** Empty. One is open at a time. */
export function openClickHouse(): Promise<Database> {
  const session = new Session();
  const run = (text: string) => session.query(text, 'JSONEachRow');
  for (const statement of [...clickhouse.session, ...createLayout(clickhouse).split(';')])
    if (statement.trim()) run(statement);
  return Promise.resolve({
    name: 'ClickHouse',
    dialect: clickhouse,
    // What is wrong with a text is told by a promise that fails.
    run: async (text, parameters = []) => {
      const named = Object.fromEntries(
        parameters.map((value, index) => [`p${index + 1}`, String(value)]),
      );
      // What is deleted is gone at once.
      const own = text.replace(/^DELETE FROM (\S+)$/, 'TRUNCATE TABLE $1');
      const lines = parameters.length > 0 ? session.queryBind(own, named, 'JSONEachRow') : run(own);
      return lines
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    },
    load: (table, rows) => {
      const cells = rows.map((row) =>
        row.map((cell, index) => clickhouse.cell(cell, layout[table][index]!.type)),
      );
      const lines = objectsOf(table, cells).map((row) => JSON.stringify(row));
      run(`INSERT INTO ${schemaName}.${table} FORMAT JSONEachRow\n${lines.join('\n')}`);
      return Promise.resolve();
    },
    close: () => {
      session.close();
      return Promise.resolve();
    },
  });
}
