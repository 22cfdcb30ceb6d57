/**
 * ClickHouse. Its own days end in 1900 and 2299, and stop there in silence: days are whole numbers here, counted from
 * 1970. Where the standard has NULL it has a type's zero, unless it is told otherwise, and to it NULL is in no list.
 */
import { dayOf } from '../../../record/days.ts';
import type { Column } from '../column.ts';
import type { TableName } from '../text.ts';
import { ClickHouseWriter } from './clickhouse-writer.ts';
import type { Dialect } from './dialect.ts';

/** Texts of which a table has many, each its own. */
const varied = new Set(['id', 'patient_id', 'text_value', 'on_time']);

function columnType({ name, type, optional }: Column): string {
  const own = {
    text: 'String',
    // There is no list that may be NULL: the texts stand as JSON.
    'text[]': 'String',
    integer: 'Int32',
    'double precision': 'Float64',
    boolean: 'Bool',
    date: 'Int32',
  }[type];
  const whole = optional ? `Nullable(${own})` : own;
  return type === 'text' && !varied.has(name) ? `LowCardinality(${whole})` : whole;
}

function storage(table: TableName): string {
  const order = {
    patient: 'clinic, id',
    coverage: 'type, clinic, patient_id',
    clinic_coverage: 'type, clinic',
    set_aside: 'type, clinic, patient_id',
  } as Readonly<Partial<Record<TableName, string>>>;
  return ` ENGINE = MergeTree ORDER BY (${order[table] ?? 'system, code, clinic, patient_id'})`;
}

export const clickhouse: Dialect = {
  name: 'clickhouse',
  title: 'ClickHouse',
  // A statement of some profiles and days is longer than what it reads by default.
  session: [
    'SET max_query_size = 100000000',
    'SET max_ast_elements = 10000000',
    'SET max_expanded_ast_elements = 100000000',
    'SET max_ast_depth = 10000',
    'SET max_subquery_depth = 10000',
    'SET max_parser_backtracks = 0',
  ],
  statement: (text, parameters, temporary) =>
    new ClickHouseWriter(parameters, temporary).statement(text),
  columnType,
  storage,
  cell(value, type) {
    if (value === null) return null;
    if (type === 'date') return dayOf(value as string);
    return type === 'text[]' ? JSON.stringify(value) : value;
  },
};
