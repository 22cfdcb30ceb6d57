/** Checked records as rows of the layout. */
import {
  normalizeSource,
  readCoverage,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type Patient,
  type ResultRecord,
} from '../../record/index.ts';
import { tableNames, type TableName } from './layout.ts';

/** Dates are texts `YYYY-MM-DD`; `null` is NULL. */
export type Cell = string | number | boolean | null;
/** The cells of one row, in the order of the table's columns in `layout`. */
export type Row = readonly Cell[];
export type Rows = Readonly<Record<TableName, readonly Row[]>>;

/** What the clinic's data covers: the rows of `clinic_coverage`, to be loaded once. */
export function coverageRows(clinic: CoverageByType): readonly Row[] {
  const read = readCoverage(clinic);
  return recordTypes.flatMap((type) => {
    const coverage = read[type];
    return coverage ? [[type, ...coverageCells(coverage)]] : [];
  });
}

/**
 * Patients as rows of all other tables: `clinic_coverage` stays empty, so that a clinic can be loaded some
 * patients at a time.
 * @param clinic What the clinic's data covers: it tells which types a patient's own lists must speak for (R9).
 */
export function rowsOf(patients: Iterable<CheckedPatient>, clinic: CoverageByType): Rows {
  const clinicCoverage = readCoverage(clinic);
  const rows = Object.fromEntries(
    tableNames.map((name): [TableName, Row[]] => [name, []]),
  ) as Record<TableName, Row[]>;
  for (const checked of patients) {
    const { patient, records, rejected } = checked;
    const { id } = patient;
    const deathUnreadable = rejected.some(
      ({ type, field }) => type === 'patient' && field === 'deceased',
    );
    rows.patient.push(patientRow(patient, deathUnreadable));
    for (const type of recordTypes) {
      for (const record of records[type]) rows[type].push(recordRow(id, record));
      const coverage = ownCoverage(checked, clinicCoverage, type);
      if (coverage) rows.coverage.push([id, type, ...coverageCells(coverage)]);
    }
    for (const { type, index, system, code } of rejected)
      if (type !== 'patient')
        rows.set_aside.push([id, type, index ?? null, system ?? null, code ?? null]);
  }
  return rows;
}

/** A list that was supplied speaks for a type that nobody declared (R9). */
function ownCoverage(
  { coverage, supplied }: CheckedPatient,
  clinic: CoverageByType,
  type: ClinicalRecord['type'],
): Coverage | undefined {
  return coverage[type] ?? (!clinic[type] && supplied.has(type) ? { available: true } : undefined);
}

function coverageCells({ available, from }: Coverage): Row {
  return [available, from ?? null];
}

function patientRow(patient: Patient, deathUnreadable: boolean): Row {
  return [
    patient.id,
    patient.birthDate ?? null,
    patient.deceased ?? null,
    deathUnreadable,
    patient.sex ?? null,
    lowerCase(patient.municipality),
    lowerCase(patient.postalCode),
    patient.insuranceGroup ?? null,
    lowerCase(patient.practitioner),
  ];
}

function codedCells(patientId: string, { index, system, code, source }: ClinicalRecord): Row {
  return [patientId, index, system, code, source === undefined ? null : normalizeSource(source)];
}

function recordRow(patientId: string, record: ClinicalRecord): Row {
  const coded = codedCells(patientId, record);
  if ('from' in record) return [...coded, record.from, record.to ?? null];
  const point = [...coded, record.at];
  if (record.type === 'result') return [...point, ...resultCells(record)];
  if (record.type === 'service') return point;
  return [...point, record.status === 'cancelled'];
}

function resultCells({ value, comparator, unit }: ResultRecord): Row {
  return [
    typeof value === 'number' ? value : null,
    typeof value === 'number' ? null : lowerCase(value),
    comparator ?? null,
    unit?.trim() ?? null,
  ];
}

function lowerCase(text: string | undefined): string | null {
  return text?.trim().toLowerCase() ?? null;
}
