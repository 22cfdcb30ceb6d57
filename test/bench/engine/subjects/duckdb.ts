import type * as duckdbApi from '@duckdb/node-api';
import type { MadePatient } from '../subject.ts';
import { appendPatients, emptyColumns, kindOf, tableNames, type TableName } from '../columns.ts';
import type { Subject, Loaded } from '../subject.ts';
import type { RuleId } from '../rules.ts';
import { queries, schema } from '../sql.ts';

type Api = typeof duckdbApi;

export const duckdb: Subject = {
  title: 'DuckDB native',
  note: 'appends data chunks, unchecked; hand-written SQL, two-valued; uses every core',
  async start() {
    const api = await import('@duckdb/node-api');
    const instance = await api.DuckDBInstance.create();
    const connection = await instance.connect();
    return {
      async load(batches) {
        await connection.run(schema);
        await appendAll(api, connection, batches);
        return askedOf(connection, () => {
          instance.closeSync();
        });
      },
    };
  },
};

async function appendAll(
  api: Api,
  connection: duckdbApi.DuckDBConnection,
  batches: Iterable<readonly MadePatient[]>,
): Promise<void> {
  const appenders = new Map<TableName, duckdbApi.DuckDBAppender>();
  for (const name of tableNames) appenders.set(name, await connection.createAppender(name));
  const types = { number: api.INTEGER, value: api.DOUBLE, day: api.DATE, text: api.VARCHAR };
  const dateOf = dateReader(api);
  let count = 0;
  for (const batch of batches) {
    const columns = emptyColumns();
    appendPatients(columns, batch, count);
    count += batch.length;
    for (const name of tableNames) {
      const table = Object.entries<readonly (string | number | null)[]>(columns[name]);
      const kinds = table.map(([column]) => types[kindOf(column)]);
      const values = table.map(([column, list]) =>
        kindOf(column) === 'day' ? (list as readonly (string | null)[]).map(dateOf) : list,
      );
      const rows = values[0]?.length ?? 0;
      for (let from = 0; from < rows; from += chunkSize) {
        const to = Math.min(from + chunkSize, rows);
        const chunk = api.DuckDBDataChunk.create(kinds, to - from);
        chunk.setColumns(values.map((list) => list.slice(from, to)));
        appenders.get(name)?.appendDataChunk(chunk);
      }
    }
  }
  for (const appender of appenders.values()) appender.closeSync();
}

/** A chunk is one of DuckDB's vectors long. */
const chunkSize = 2048;

/** Days recur by the thousand: each is read once. */
function dateReader({ DuckDBDateValue: DateValue }: Api) {
  const dates = new Map<string, duckdbApi.DuckDBDateValue>();
  return (text: string | null): duckdbApi.DuckDBDateValue | null => {
    if (text === null) return null;
    let date = dates.get(text);
    if (!date) dates.set(text, (date = new DateValue(Date.parse(text) / 86_400_000)));
    return date;
  };
}

function askedOf(connection: duckdbApi.DuckDBConnection, close: () => void): Loaded {
  const statements = new Map<RuleId, duckdbApi.DuckDBPreparedStatement>();
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
      close();
    },
  };
}
