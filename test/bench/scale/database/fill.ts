/**
 * The country made in a database by its own statements, some clinics at a time: each patient's rows are an archetype's
 * with its dates moved, by the arithmetic of `doubleOf`. Nothing but the archetypes goes in.
 */
import {
  coverageRows,
  layout,
  schemaName,
  type Cell,
  type Column,
  type ColumnType,
  type TableName,
} from '../../../../src/engine/sql/index.ts';
import { recordTypes } from '../../../../src/record/index.ts';
import {
  clinicIdOf,
  describeCountryClinic,
  edges,
  homes,
  idOf,
  mostWeeks,
  usualPatients,
  seenOn,
} from '../country.ts';
import { archetypeColumns, filledTables, writeArchetypes, type OwnCoverage } from './archetypes.ts';
import type { Driver } from './driver.ts';

/** So many clinics are made at a time: five million rows. */
const clinicsAtATime = 40;

export async function fillCountry(
  driver: Driver,
  folder: string,
  clinics: number,
  patientsEach: number,
): Promise<void> {
  await driver.createLayout();
  const { files, places, coverage } = writeArchetypes(
    driver,
    folder,
    Math.max(patientsEach, clinics + 1),
  );
  await driver.readCsv('places', [{ name: 'place', type: 'integer' }], places);
  for (const [table, file] of files)
    await driver.readCsv(archetypeTable(table), archetypeColumns(table), file);
  for (let first = 1; first <= clinics; first += clinicsAtATime) {
    const last = Math.min(clinics, first + clinicsAtATime - 1);
    for (const table of filledTables)
      await driver.run(doubled(driver, table, first, last, patientsEach));
  }
  await insertCoverage(driver, clinics, coverage);
  for (const table of filledTables) await driver.run(`DROP TABLE ${archetypeTable(table)}`);
  await driver.run('DROP TABLE places');
  await driver.settle();
}

/** The rows of all tables of records. */
export async function countRecords(driver: Driver): Promise<number> {
  const counts = recordTypes.map((type) => `SELECT count(*) AS number FROM ${schemaName}.${type}`);
  return driver.number(
    `SELECT sum(number) AS number FROM (${counts.join(' UNION ALL ')}) AS counts`,
  );
}

function archetypeTable(table: TableName): string {
  return `archetype_${table.toLowerCase()}`;
}

/** The rows of a table of the patients of some clinics. */
function doubled(
  driver: Driver,
  table: TableName,
  first: number,
  last: number,
  patientsEach: number,
): string {
  const [clinic, patient, ...columns] = layout[table];
  const names = [clinic!, patient!, ...columns].map(({ name }) => name).join(', ');
  return `INSERT INTO ${schemaName}.${table} (${names})
SELECT d.clinic_id, d.double_id, ${columns.map((each) => moved(each, driver)).join(', ')}
FROM (${doubles(first, last, patientsEach)}) AS d
JOIN ${archetypeTable(table)} AS a ON a.archetype = d.archetype`;
}

function moved({ name, type }: Column, driver: Driver): string {
  if (type !== 'date') return `a.${name}`;
  const today = literalOf(driver, seenOn, 'date');
  return `CASE WHEN a.${name} > ${today} THEN a.${name} ELSE a.${name} - 7 * d.weeks END`;
}

/** A cell in a statement. */
function literalOf(driver: Driver, given: Cell, type: ColumnType): string {
  const cell = driver.dialect.cell(given, type);
  if (cell === null) return 'NULL';
  if (typeof cell === 'object') return driver.textsOf(cell);
  if (typeof cell !== 'string') return String(cell);
  const text = `'${cell.replaceAll("'", "''")}'`;
  return type === 'date' ? `CAST(${text} AS DATE)` : text;
}

/** `doubleOf` of every patient of some clinics, with the ids of both. */
function doubles(first: number, last: number, patientsEach: number): string {
  const home = `CASE WHEN p % 4 = 3 THEN (c + CAST((p - p % 4) / 4 AS INTEGER)) % ${homes} ELSE c % ${homes} END`;
  return `
  SELECT 'clinic-' || lpad(CAST(c AS text), 4, '0') AS clinic_id,
    CAST(100000000 + c * 10000 + p AS text) AS double_id,
    CASE WHEN p < ${edges} THEN p
      ELSE ${edges} + (${home}) * ${usualPatients} + (p * 31 + c * 1009) % ${usualPatients} END AS archetype,
    CASE WHEN p < ${edges} THEN 0 ELSE (c * 7 + p * 3 + (c * p) % 11) % ${mostWeeks} END AS weeks
  FROM (
    SELECT clinics.place AS c, patients.place AS p
    FROM places AS clinics CROSS JOIN places AS patients
    WHERE clinics.place BETWEEN ${first} AND ${last} AND patients.place < ${patientsEach}
  ) AS numbers`;
}

/** What clinics and the few patients of their own say of coverage: lists of texts are in it, which CSV has no one form of. */
async function insertCoverage(
  driver: Driver,
  clinics: number,
  own: readonly OwnCoverage[],
): Promise<void> {
  const ofClinics: (readonly Cell[])[] = [];
  const ofPatients: (readonly Cell[])[] = [];
  for (let clinic = 1; clinic <= clinics; clinic++) {
    const id = clinicIdOf(clinic);
    ofClinics.push(...coverageRows(describeCountryClinic(clinic, 0).coverage, id));
    for (const [archetype, cells] of own) ofPatients.push([id, idOf(clinic, archetype), ...cells]);
  }
  const insert = async (table: TableName, rows: readonly (readonly Cell[])[]) => {
    const types = layout[table].map(({ type }) => type);
    for (let at = 0; at < rows.length; at += rowsAtATime)
      await driver.run(
        `INSERT INTO ${schemaName}.${table} VALUES ${rows
          .slice(at, at + rowsAtATime)
          .map(
            (row) => `(${row.map((cell, at) => literalOf(driver, cell, types[at]!)).join(', ')})`,
          )
          .join(', ')}`,
      );
  };
  await insert('clinic_coverage', ofClinics);
  await insert('coverage', ofPatients);
}

const rowsAtATime = 2000;
