import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdb, createLayout } from '../../../../src/engine/sql/index.ts';
import type { Driver } from './driver.ts';
import { peakMemory } from './memory.ts';

/** In this process, on all cores, with the data in a file. */
export async function openDuckDb(folder: string): Promise<Driver> {
  const path = join(folder, 'country.duckdb');
  const instance = await DuckDBInstance.create(path, {
    // What it holds beside is as much again at times: four gigabytes in all is the bar.
    memory_limit: '3GB',
    temp_directory: join(folder, 'spilled'),
    // Rows need no order: the statement gives none.
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const run = async (text: string) => void (await connection.run(text));
  const rowsOf = async (text: string, parameters: readonly (string | number)[] = []) =>
    (await connection.runAndReadAll(text, [...parameters])).getRowObjectsJS();
  return {
    dialect: duckdb,
    profilesAtATime: 16,
    title: async () => `DuckDB ${String((await rowsOf('SELECT version() AS v'))[0]?.v)}`,
    createLayout: async () => {
      for (const text of [...duckdb.session, createLayout()]) await run(text);
    },
    run,
    readCsv: async (table, columns, file) => {
      await run(`CREATE TABLE ${table} (${columns.map((c) => `${c.name} ${c.type}`).join(', ')})`);
      await run(String.raw`COPY ${table} FROM '${file}' (FORMAT csv, HEADER false, NULLSTR '\N')`);
    },
    textsOf: (texts) => `[${texts.map((text) => `'${text}'`).join(', ')}]`,
    settle: () => run('CHECKPOINT'),
    number: async (text) => Number((await rowsOf(text))[0]?.number),
    ask: rowsOf,
    memory: peakMemory,
    disk: () => Promise.resolve(statSync(path).size),
    close: () => Promise.resolve(instance.closeSync()),
  };
}
