/**
 * The tables that a statement reads, in a schema of their own so that they can stand beside any others: as
 * tables to load, or as views over what is there (see README.md).
 */
import { isCancellable, isSpan, recordTypes, type RecordType } from '../../record/index.ts';
import { ownName, sql, type Sql, type TableName } from './text.ts';

export type ColumnType = 'text' | 'integer' | 'double precision' | 'boolean' | 'date';
export type { TableName } from './text.ts';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** May be NULL. */
  readonly optional?: true;
}

/** The version is in the name: a later layout can stand beside this one. */
export const schemaName = 'overblik_v1';

const key: readonly Column[] = [
  { name: 'patient_id', type: 'text' },
  { name: 'ordinal', type: 'integer' },
];
const source: Column = { name: 'source', type: 'text', optional: true };
const coded: readonly Column[] = [
  ...key,
  { name: 'system', type: 'text' },
  { name: 'code', type: 'text' },
  source,
];
const span: readonly Column[] = [
  ...coded,
  { name: 'from_day', type: 'date' },
  { name: 'to_day', type: 'date', optional: true },
];
const point: readonly Column[] = [...coded, { name: 'on_day', type: 'date' }];
const cancellable: readonly Column[] = [...point, { name: 'cancelled', type: 'boolean' }];
const coverage: readonly Column[] = [
  { name: 'type', type: 'text' },
  { name: 'available', type: 'boolean' },
  { name: 'from_day', type: 'date', optional: true },
];

const result: readonly Column[] = [
  ...point,
  { name: 'number_value', type: 'double precision', optional: true },
  { name: 'text_value', type: 'text', optional: true },
  { name: 'comparator', type: 'text', optional: true },
  { name: 'unit', type: 'text', optional: true },
];
const ofRecords = Object.fromEntries(
  recordTypes.map((type) => [
    type,
    isSpan(type) ? span : isCancellable(type) ? cancellable : type === 'result' ? result : point,
  ]),
) as unknown as Readonly<Record<RecordType, readonly Column[]>>;

/** Every table with its columns, in the order of `rowsOf` and of the DDL. */
export const layout: Readonly<Record<TableName, readonly Column[]>> = {
  patient: [
    { name: 'id', type: 'text' },
    { name: 'birth_day', type: 'date', optional: true },
    { name: 'death_day', type: 'date', optional: true },
    { name: 'death_unreadable', type: 'boolean' },
    { name: 'sex', type: 'text', optional: true },
    { name: 'municipality', type: 'text', optional: true },
    { name: 'postal_code', type: 'text', optional: true },
    { name: 'insurance_group', type: 'integer', optional: true },
    { name: 'practitioner', type: 'text', optional: true },
  ],
  ...ofRecords,
  coverage: [{ name: 'patient_id', type: 'text' }, ...coverage],
  clinic_coverage: coverage,
  set_aside: [
    { name: 'patient_id', type: 'text' },
    { name: 'type', type: 'text' },
    { name: 'ordinal', type: 'integer', optional: true },
    { name: 'system', type: 'text', optional: true },
    { name: 'code', type: 'text', optional: true },
  ],
};

export const tableNames = Object.keys(layout) as readonly TableName[];

/** Statements that make the schema and its empty tables, in DuckDB and in PostgreSQL. */
export function createLayout(): string {
  const tables = tableNames.map((name) => {
    const columns = layout[name].map(
      ({ name, type, optional }) => `  ${name} ${type}${optional ? '' : ' NOT NULL'}`,
    );
    return `CREATE TABLE ${schemaName}.${name} (\n${columns.join(',\n')}\n);`;
  });
  return [`CREATE SCHEMA ${schemaName};`, ...tables].join('\n');
}

/** The same names, as text of a statement. */
export const tableOf = Object.fromEntries(
  tableNames.map((name) => [name, sql`overblik_v1.${ownName(name)}`]),
) as Readonly<Record<TableName, Sql>>;

/** A record type's name, as a text in a statement. */
export function typeText(type: RecordType): Sql {
  return sql`'${ownName(type)}'`;
}
