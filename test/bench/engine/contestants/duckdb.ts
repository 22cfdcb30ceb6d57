import {
  DATE,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { appendPatients, emptyColumns, type Columns } from '../columns.ts';
import type { Contestant } from '../contestant.ts';
import type { RuleId } from '../rules.ts';
import { queries, schema } from '../sql.ts';

export const duckdb: Contestant = {
  title: 'DuckDB native',
  note: 'appends data chunks, unchecked; hand-written SQL, two-valued; uses every core',
  async load(batches) {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(schema);
    const names = Object.keys(emptyColumns()) as (keyof Columns)[];
    const appenders = new Map(
      await Promise.all(
        names.map(async (name) => [name, await connection.createAppender(name)] as const),
      ),
    );
    let count = 0;
    for (const batch of batches) {
      const columns = emptyColumns();
      appendPatients(columns, batch, count);
      count += batch.length;
      for (const name of names) {
        const table = Object.entries(columns[name]) as [string, (string | number | null)[]][];
        const types = table.map(([column]) => typeOf(column));
        const values = table.map(([column, list]) =>
          typeOf(column) === DATE ? list.map((text) => dateOf(text as string | null)) : list,
        );
        const rows = values[0]?.length ?? 0;
        for (let from = 0; from < rows; from += chunkSize) {
          const to = Math.min(from + chunkSize, rows);
          const chunk = DuckDBDataChunk.create(types, to - from);
          chunk.setColumns(values.map((list) => list.slice(from, to)));
          appenders.get(name)?.appendDataChunk(chunk);
        }
      }
    }
    for (const appender of appenders.values()) appender.closeSync();
    const statements = new Map<RuleId, DuckDBPreparedStatement>();
    return {
      async ask(rule, asOf) {
        let statement = statements.get(rule);
        if (!statement) statements.set(rule, (statement = await connection.prepare(queries[rule])));
        statement.bindVarchar(1, asOf);
        const [members = [], ...markers] = (await statement.runAndReadAll()).getColumns();
        return { members: members as string[], hits: markers.flat().filter(Boolean).length };
      },
      close() {
        for (const statement of statements.values()) statement.destroySync();
        connection.closeSync();
        instance.closeSync();
      },
    };
  },
};

/** A chunk is one of DuckDB's vectors long. */
const chunkSize = 2048;

function typeOf(column: string): DuckDBType {
  if (column === 'no' || column === 'patient') return INTEGER;
  if (column === 'value') return DOUBLE;
  return ['born', 'died', 'first', 'last', 'day'].includes(column) ? DATE : VARCHAR;
}

/** Days recur by the thousand: each is read once. */
const dates = new Map<string, DuckDBDateValue>();

function dateOf(text: string | null): DuckDBValue {
  if (text === null) return null;
  let date = dates.get(text);
  if (!date) dates.set(text, (date = new DuckDBDateValue(Date.parse(text) / 86_400_000)));
  return date;
}
