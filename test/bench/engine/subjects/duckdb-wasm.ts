import { createRequire } from 'node:module';
import type * as apacheArrow from 'apache-arrow';
import type { MadePatient } from '../subject.ts';
import { appendPatients, emptyColumns, kindOf, tableNames } from '../columns.ts';
import type { Subject } from '../subject.ts';
import type { RuleId } from '../rules.ts';
import { queries, schema } from '../sql.ts';

type Arrow = typeof apacheArrow;

export const duckdbWasm: Subject = {
  title: 'DuckDB-WASM',
  note: 'inserts Arrow tables with codes as dictionaries, unchecked; blocking flavour, one thread; hand-written SQL, two-valued',
  async start() {
    const duckdb = await import('@duckdb/duckdb-wasm/blocking');
    const arrow = await import('apache-arrow');
    const { resolve } = createRequire(import.meta.url);
    const bundleOf = (flavour: string) => ({
      mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${flavour}.wasm`),
      mainWorker: '',
    });
    const database = await duckdb.createDuckDB(
      { mvp: bundleOf('mvp'), eh: bundleOf('eh') },
      new duckdb.VoidLogger(),
      duckdb.NODE_RUNTIME,
    );
    await database.instantiate(() => undefined);
    database.open({});
    const connection = database.connect();
    return {
      load(batches) {
        connection.query(schema);
        let count = 0;
        for (const group of grouped(batches, 10)) {
          const columns = emptyColumns();
          for (const batch of group) {
            appendPatients(columns, batch, count);
            count += batch.length;
          }
          for (const name of tableNames) {
            const vectors = Object.entries<readonly (string | number | null)[]>(columns[name]).map(
              ([column, values]) => [column, vectorOf(arrow, column, values)] as const,
            );
            const table = new arrow.Table(Object.fromEntries(vectors));
            connection.insertArrowFromIPCStream(arrow.tableToIPC(table, 'stream'), {
              name,
              create: false,
            });
          }
        }
        const statements = new Map<RuleId, ReturnType<typeof connection.prepare>>();
        return {
          ask(rule, asOf) {
            let statement = statements.get(rule);
            if (!statement) statements.set(rule, (statement = connection.prepare(queries[rule])));
            const answer = statement.query(asOf);
            const [members = [], ...markers] = answer.schema.fields.map(({ name }): unknown[] => [
              ...(answer.getChild(name) ?? []),
            ]);
            return { members: members as string[], hits: markers.flat().filter(Boolean).length };
          },
          close() {
            for (const statement of statements.values()) statement.close();
            connection.close();
            database.reset();
          },
        };
      },
    };
  },
};

/** Several batches at a time: an insert has its own cost. */
function* grouped(
  batches: Iterable<readonly MadePatient[]>,
  size: number,
): Generator<readonly (readonly MadePatient[])[]> {
  let group: (readonly MadePatient[])[] = [];
  for (const batch of batches) {
    group.push(batch);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function vectorOf(
  arrow: Arrow,
  column: string,
  values: readonly (string | number | null)[],
): apacheArrow.Vector {
  if (column === 'id') return arrow.vectorFromArray(values as string[], new arrow.Utf8());
  const { length } = values;
  switch (kindOf(column)) {
    case 'number':
      return arrow.makeVector(Int32Array.from(values as number[]));
    case 'value':
      return arrow.makeVector(Float64Array.from(values as number[]));
    case 'day': {
      const data = Int32Array.from(values as (string | null)[], (text) =>
        text === null ? 0 : dayOf(text),
      );
      return arrow.makeVector(
        arrow.makeData({ type: new arrow.DateDay(), length, data, ...validity(values) }),
      );
    }
    case 'text': {
      const refs = new Map<string | null, number>();
      const data = Int32Array.from(values as (string | null)[], (text) => {
        let ref = refs.get(text);
        if (ref === undefined) refs.set(text, (ref = refs.size));
        return ref;
      });
      const words = [...refs.keys()].map((word) => word ?? '');
      const dictionary = arrow.vectorFromArray(words, new arrow.Utf8());
      const type = new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32());
      return arrow.makeVector(
        arrow.makeData({ type, length, data, dictionary, ...validity(values) }),
      );
    }
  }
}

/** Which values are there: a bit for each, where any is missing. */
function validity(values: readonly unknown[]) {
  const bits = new Uint8Array((values.length + 7) >> 3);
  let nullCount = 0;
  for (let index = 0; index < values.length; index++)
    if (values[index] === null) nullCount++;
    else bits[index >> 3]! |= 1 << (index & 7);
  return nullCount > 0 ? { nullCount, nullBitmap: bits } : {};
}

/** Days recur by the thousand: each is read once. */
const days = new Map<string, number>();

function dayOf(text: string): number {
  let day = days.get(text);
  if (day === undefined) days.set(text, (day = Date.parse(text) / 86_400_000));
  return day;
}
