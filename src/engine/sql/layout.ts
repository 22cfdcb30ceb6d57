/**
 * The tables that a statement reads, in a schema of their own so that they can stand beside any others: as
 * tables to load, or as views over what is there (see README.md).
 */
import type { RecordType } from '../../record/index.ts';
import { sql, type Sql } from './text.ts';

export type ColumnType = 'text' | 'integer' | 'double precision' | 'boolean' | 'date';
export type TableName = 'patient' | RecordType | 'coverage' | 'clinic_coverage' | 'set_aside';

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
  diagnosis: span,
  medication: span,
  result: [
    ...point,
    { name: 'number_value', type: 'double precision', optional: true },
    { name: 'text_value', type: 'text', optional: true },
    { name: 'comparator', type: 'text', optional: true },
    { name: 'unit', type: 'text', optional: true },
  ],
  service: point,
  appointment: cancellable,
  referral: cancellable,
  letter: cancellable,
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
export const tableOf: Readonly<Record<TableName, Sql>> = {
  patient: sql`overblik_v1.patient`,
  diagnosis: sql`overblik_v1.diagnosis`,
  medication: sql`overblik_v1.medication`,
  result: sql`overblik_v1.result`,
  service: sql`overblik_v1.service`,
  appointment: sql`overblik_v1.appointment`,
  referral: sql`overblik_v1.referral`,
  letter: sql`overblik_v1.letter`,
  coverage: sql`overblik_v1.coverage`,
  clinic_coverage: sql`overblik_v1.clinic_coverage`,
  set_aside: sql`overblik_v1.set_aside`,
};
