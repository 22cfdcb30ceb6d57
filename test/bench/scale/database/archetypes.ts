/** The archetypes' rows as files of CSV, a file for each table of the layout: all that a database is given. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  layout,
  rowsOf,
  tableNames,
  type Cell,
  type Column,
  type TableName,
} from '../../../../src/engine/sql/index.ts';
import { checkPatient, type CheckedPatient } from '../../../../src/record/index.ts';
import { describeCountryClinic, drawArchetypes } from '../country.ts';
import type { Driver } from './driver.ts';

/** The tables that hold patients' own rows, but those with lists in them. */
export const filledTables: readonly TableName[] = tableNames.filter(
  (name) => name !== 'clinic_coverage' && name !== 'coverage',
);

/** An archetype's rows have its number in the place of clinic and patient. */
export function archetypeColumns(table: TableName): readonly Column[] {
  return [{ name: 'archetype', type: 'integer' }, ...layout[table].slice(2)];
}

/** What an archetype says of its own coverage: the cells behind clinic and patient. Only a few of the edges do. */
export type OwnCoverage = readonly [archetype: number, cells: readonly Cell[]];

export interface WrittenArchetypes {
  /** By table. */
  readonly files: ReadonlyMap<TableName, string>;
  /** A file of the whole numbers below one. */
  readonly places: string;
  readonly coverage: readonly OwnCoverage[];
}

/** @param numbers So many whole numbers, from 0. */
export function writeArchetypes(
  driver: Driver,
  folder: string,
  numbers: number,
): WrittenArchetypes {
  const places = join(folder, 'places.csv');
  writeFileSync(places, Array.from({ length: numbers }, (_, place) => `${place}\n`).join(''));
  const { coverage: ofClinic } = describeCountryClinic(1, 0);
  const files = new Map(filledTables.map((table) => [table, join(folder, `${table}.csv`)]));
  const open = new Map(filledTables.map((table) => [table, openSync(files.get(table)!, 'w')]));
  const coverage: OwnCoverage[] = [];
  for (const [number, supplied] of drawArchetypes().entries()) {
    const rows = rowsOf([checkedOf(supplied, number)], ofClinic, '');
    for (const table of filledTables) {
      const types = layout[table].slice(2).map(({ type }) => type);
      const lines = rows[table].map((row) => {
        const cells = row.slice(2).map((cell, at) => driver.dialect.cell(cell, types[at]!));
        return `${[number, ...cells].map(textOf).join()}\n`;
      });
      if (lines.length > 0) writeSync(open.get(table)!, lines.join(''));
    }
    for (const row of rows.coverage) coverage.push([number, row.slice(2)]);
  }
  for (const file of open.values()) closeSync(file);
  return { files, places, coverage };
}

function checkedOf(supplied: unknown, number: number): CheckedPatient {
  const { patient } = checkPatient(supplied);
  if (!patient) throw new Error(`The archetype ${number} cannot be told from others.`);
  return patient;
}

function textOf(cell: Cell): string {
  if (cell === null) return String.raw`\N`;
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}
