import { join } from 'node:path';
import { Session } from 'chdb';
import {
  clickhouse,
  createLayout,
  schemaName,
  tableNames,
} from '../../../../src/engine/sql/index.ts';
import type { Driver, Row } from './driver.ts';
import { peakMemory, sizeOfFolder } from './memory.ts';

/** ClickHouse, whole, in this process (chDB), with the data in a folder. */
export function openClickHouse(folder: string): Promise<Driver> {
  const path = join(folder, 'clickhouse');
  const session = new Session(path);
  const run = (text: string) => Promise.resolve(void session.query(text, 'Null'));
  const rowsOf = (lines: string) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
  return Promise.resolve({
    dialect: clickhouse,
    // What they share is in the memory while they are asked.
    profilesAtATime: 4,
    title: () => Promise.resolve(`ClickHouse ${session.query('SELECT version()', 'TSV').trim()}`),
    createLayout: async () => {
      for (const setting of [...settings, ...clickhouse.session]) await run(setting);
      for (const statement of createLayout(clickhouse).split(';'))
        if (statement.trim() !== '') await run(statement);
    },
    run,
    number: (text) =>
      Promise.resolve(Number(rowsOf(session.query(text, 'JSONEachRow'))[0]?.number)),
    readCsv: async (table, columns, file) => {
      const typed = columns.map((column) => `${column.name} ${clickhouse.columnType(column)}`);
      await run(`CREATE TABLE ${table} (${typed.join(', ')}) ENGINE = MergeTree ORDER BY tuple()`);
      const structure = typed.join(', ').replaceAll("'", "''");
      await run(`INSERT INTO ${table} SELECT * FROM file('${file}', 'CSV', '${structure}')`);
    },
    textsOf: () => {
      throw new TypeError('Lists are texts here.');
    },
    settle: async () => {
      for (const table of tableNames) await run(`OPTIMIZE TABLE ${schemaName}.${table} FINAL`);
    },
    ask: (text, parameters) => {
      const named = Object.fromEntries(
        parameters.map((value, index) => [`p${index + 1}`, String(value)]),
      );
      const lines =
        parameters.length > 0
          ? session.queryBind(text, named, 'JSONEachRow')
          : session.query(text, 'JSONEachRow');
      return Promise.resolve(rowsOf(lines));
    },
    memory: peakMemory,
    disk: () => Promise.resolve(sizeOfFolder(path)),
    close: () => Promise.resolve(session.close()),
  });
}

/** For two cores, and four gigabytes with what the process holds beside; and statements of many profiles. */
const settings = [
  'SET max_threads = 2',
  'SET max_memory_usage = 3000000000',
  'SET max_query_size = 10000000',
  'SET max_ast_elements = 10000000',
  'SET max_expanded_ast_elements = 10000000',
  'SET max_parser_depth = 10000',
];
