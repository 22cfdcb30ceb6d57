/**
 * The tables that a statement reads, in a schema of their own so that they can stand beside any others: as
 * tables to load, or as views over what is there (see README.md).
 */
import { isCancellable, isSpan, recordTypes, type RecordType } from '../../record/index.ts';
import type { Dialect } from './dialect/dialect.ts';
import { postgresql } from './dialect/standard.ts';
import { ownName, sql, type Sql, type TableName } from './text.ts';

export type ColumnType = 'text' | 'text[]' | 'integer' | 'double precision' | 'boolean' | 'date';
export type { TableName } from './text.ts';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** May be NULL. */
  readonly optional?: true;
}

/** The version is in the name: a later layout can stand beside this one. */
export const schemaName = 'overblik_v3';

function optional(name: string, type: ColumnType = 'text'): Column {
  return { name, type, optional: true };
}

/** Whose data it is: a patient's `id` is unique within a clinic. */
const clinic: Column = { name: 'clinic', type: 'text' };
const patientId: Column = { name: 'patient_id', type: 'text' };
const type: Column = { name: 'type', type: 'text' };
const coded: readonly Column[] = [
  clinic,
  patientId,
  { name: 'ordinal', type: 'integer' },
  { name: 'system', type: 'text' },
  { name: 'code', type: 'text' },
  optional('source'),
];
const span: readonly Column[] = [
  ...coded,
  optional('from_first', 'date'),
  optional('from_last', 'date'),
  optional('to_first', 'date'),
  optional('to_last', 'date'),
];
const point: readonly Column[] = [
  ...coded,
  { name: 'on_first', type: 'date' },
  { name: 'on_last', type: 'date' },
];
const coverage: readonly Column[] = [
  type,
  { name: 'available', type: 'boolean' },
  optional('from_day', 'date'),
  optional('fresh_until', 'date'),
  optional('systems', 'text[]'),
];

/** The columns that a type has beside those of every span, point or event. */
const own: Readonly<Partial<Record<RecordType, readonly Column[]>>> = {
  medication: [
    optional('product'),
    optional('strength_value', 'double precision'),
    optional('strength_unit'),
  ],
  result: [
    optional('on_time'),
    optional('number_value', 'double precision'),
    optional('text_value'),
    optional('comparator'),
    optional('unit'),
  ],
  service: [optional('specialty')],
  carePlan: [optional('maintained_first', 'date'), optional('maintained_last', 'date')],
};

const ofRecords = Object.fromEntries(
  recordTypes.map((each) => [
    each,
    [
      ...(isSpan(each) ? span : point),
      ...(isCancellable(each) ? [optional('status')] : []),
      ...(own[each] ?? []),
    ],
  ]),
) as unknown as Readonly<Record<RecordType, readonly Column[]>>;

/** Every table with its columns, in the order of `rowsOf` and of the DDL. */
export const layout: Readonly<Record<TableName, readonly Column[]>> = {
  patient: [
    clinic,
    { name: 'id', type: 'text' },
    optional('birth_first', 'date'),
    optional('birth_last', 'date'),
    optional('death_first', 'date'),
    optional('death_last', 'date'),
    { name: 'death_unreadable', type: 'boolean' },
    optional('sex'),
    optional('municipality'),
    optional('postal_code'),
    optional('insurance_group', 'integer'),
    optional('practitioner'),
    optional('registered_first', 'date'),
    optional('registered_last', 'date'),
    optional('listed', 'boolean'),
  ],
  ...ofRecords,
  coverage: [clinic, patientId, ...coverage],
  clinic_coverage: [clinic, ...coverage],
  set_aside: [
    clinic,
    patientId,
    type,
    optional('ordinal', 'integer'),
    optional('system'),
    optional('code'),
    optional('source'),
    optional('status'),
    optional('from_first', 'date'),
    optional('to_last', 'date'),
  ],
};

export const tableNames = Object.keys(layout) as readonly TableName[];

/**
 * Statements that make the schema and its empty tables, each ended by a semicolon.
 * @param dialect Absent: as DuckDB and PostgreSQL take them.
 */
export function createLayout(
  dialect: Pick<Dialect, 'name' | 'columnType' | 'storage'> = postgresql,
): string {
  const tables = tableNames.map((name) => {
    const columns = layout[name].map((column) => `  ${column.name} ${dialect.columnType(column)}`);
    return `CREATE TABLE ${schemaName}.${name} (\n${columns.join(',\n')}\n)${dialect.storage(name)};`;
  });
  const kind = dialect.name === 'clickhouse' ? 'DATABASE' : 'SCHEMA';
  return [`CREATE ${kind} ${schemaName};`, ...tables].join('\n');
}

/** The same names, as text of a statement. */
export const tableOf = Object.fromEntries(
  tableNames.map((name) => [name, sql`overblik_v3.${ownName(name)}`]),
) as Readonly<Record<TableName, Sql>>;

/** The names of a table's columns, as text of a statement: they are written above. */
export function columnNames(table: TableName): readonly Sql[] {
  return layout[table].map(({ name }) => name as Sql);
}

/** A record type's name, as a text in a statement. */
export function typeText(name: RecordType): Sql {
  return sql`'${ownName(name)}'`;
}
