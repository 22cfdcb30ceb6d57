/** Checked records as rows of the layout. */
import {
  earliestBeginning,
  freshUntil,
  isOfDeath,
  latestDate,
  normalizeSource,
  normalizeUnit,
  readCoverage,
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type MedicationRecord,
  type Patient,
  type PointRecord,
  type Rejection,
  type ResultRecord,
  type SpanRecord,
} from '../../record/index.ts';
import type { Cell } from './column.ts';
import { tableNames, type TableName } from './layout.ts';

/** The cells of one row, in the order of the table's columns in `layout`. */
export type Row = readonly Cell[];
export type Rows = Readonly<Record<TableName, readonly Row[]>>;

/**
 * What a clinic's data covers: the rows of `clinic_coverage`, to be loaded once.
 * @param clinicId Which clinic of the database: what its rows say under `clinic`.
 */
export function coverageRows(clinic: CoverageByType, clinicId: string): readonly Row[] {
  const read = readCoverage(clinic);
  return recordTypes.flatMap((type) => {
    const coverage = read[type];
    return coverage ? [[clinicId, type, ...coverageCells(coverage)]] : [];
  });
}

/**
 * Patients as rows of all other tables: `clinic_coverage` stays empty, so that a clinic can be loaded some
 * patients at a time.
 * @param clinic What the clinic's data covers: it tells which types a patient's own lists must speak for (R9).
 * @param clinicId Which clinic of the database: the ids of its patients are its own.
 * @throws RangeError for an id with NUL in it.
 */
export function rowsOf(
  patients: Iterable<CheckedPatient>,
  clinic: CoverageByType,
  clinicId: string,
): Rows {
  requireText(clinicId, 'a clinic');
  const clinicCoverage = readCoverage(clinic);
  const rows = Object.fromEntries(
    tableNames.map((name): [TableName, Row[]] => [name, []]),
  ) as Record<TableName, Row[]>;
  for (const checked of patients) {
    const { patient, records, rejected } = checked;
    const { id } = patient;
    // An id is no text of ours to change, and two are never made one. The other texts have been through the gate.
    requireText(id, 'a patient');
    rows.patient.push(patientRow(clinicId, patient, rejected.some(isOfDeath)));
    for (const type of recordTypes) {
      for (const record of records[type]) rows[type].push([clinicId, ...recordRow(id, record)]);
      const coverage = ownCoverage(checked, clinicCoverage, type);
      if (coverage) rows.coverage.push([clinicId, id, type, ...coverageCells(coverage)]);
    }
    for (const rejection of rejected)
      if (rejection.type !== 'patient')
        rows.set_aside.push([clinicId, ...setAsideRow(id, rejection)]);
  }
  return rows;
}

function requireText(id: string, of: string): void {
  if (typeof id !== 'string') throw new TypeError(`The id of ${of} is a text; it is ${typeof id}.`);
  if (id.includes('\0')) throw new RangeError(`The id of ${of} holds NUL, which no SQL text can.`);
}

/** A list that was supplied speaks for a type that nobody declared (R9). */
function ownCoverage(
  { coverage, supplied }: CheckedPatient,
  clinic: CoverageByType,
  type: ClinicalRecord['type'],
): Coverage | undefined {
  return coverage[type] ?? (!clinic[type] && supplied.has(type) ? { available: true } : undefined);
}

function coverageCells(coverage: Coverage): Row {
  const { available, from, systems } = coverage;
  return [available, from ?? null, freshUntil(coverage) ?? null, systems ?? null];
}

function patientRow(clinicId: string, patient: Patient, deathUnreadable: boolean): Row {
  return [
    clinicId,
    patient.id,
    ...pair(patient.birthDate, patient.birthDateLatest),
    ...pair(patient.deceased, patient.deceasedLatest),
    deathUnreadable,
    patient.sex ?? null,
    lowerCase(patient.municipality),
    lowerCase(patient.postalCode),
    patient.insuranceGroup ?? null,
    lowerCase(patient.practitioner),
    ...pair(patient.registered, patient.registeredLatest),
    patient.listed ?? null,
  ];
}

function setAsideRow(
  patientId: string,
  { type, index, system, code, source, status, from, to }: Rejection,
): Row {
  return [
    patientId,
    type,
    index ?? null,
    system ?? null,
    code ?? null,
    normalSource(source),
    status ?? null,
    from ?? null,
    to ?? null,
  ];
}

function recordRow(patientId: string, record: ClinicalRecord): Row {
  const { index, system, code, source } = record;
  const coded = [patientId, index, system, code, normalSource(source)];
  switch (record.type) {
    case 'diagnosis':
      return [...coded, ...spanCells(record)];
    case 'medication':
      return [...coded, ...spanCells(record), ...productCells(record)];
    case 'result':
      return [...coded, ...pointCells(record), ...resultCells(record)];
    case 'service':
      return [...coded, ...pointCells(record), normalSource(record.specialty)];
    case 'carePlan':
      return [
        ...coded,
        ...spanCells(record),
        record.status ?? null,
        ...pair(record.maintained, record.maintainedLatest),
      ];
    case 'vaccination':
    case 'note':
    case 'correspondence':
      return [...coded, ...pointCells(record)];
    default:
      return [...coded, ...pointCells(record), record.status ?? null];
  }
}

function productCells({ product, strength }: MedicationRecord): Row {
  const unit = strength && normalizeUnit(strength.unit);
  return [normalSource(product), strength?.value ?? null, unit ?? null];
}

/** The first and the last day that a span may have begun on, and ended. */
function spanCells({ from, fromLatest, to, toEarliest }: SpanRecord): Row {
  const isUnknown = from === earliestBeginning && fromLatest === latestDate;
  return [...(isUnknown ? [null, null] : pair(from, fromLatest)), ...pair(toEarliest ?? to, to)];
}

function pointCells({ at, atLatest }: PointRecord): Row {
  return pair(at, atLatest);
}

function resultCells({ time, value, comparator, unit }: ResultRecord): Row {
  return [
    // `hh:mm` with its seconds.
    time?.padEnd(8, ':00') ?? null,
    typeof value === 'number' ? value : null,
    typeof value === 'number' ? null : lowerCase(value),
    comparator ?? null,
    unit === undefined ? null : normalizeUnit(unit),
  ];
}

/** The first and the last day of a date: the same where it is known to the day. */
function pair(first: CalendarDate | undefined, last = first): readonly [Cell, Cell] {
  return [first ?? null, last ?? null];
}

function normalSource(source: string | undefined): string | null {
  return source === undefined ? null : normalizeSource(source);
}

function lowerCase(text: string | undefined): string | null {
  return text?.trim().toLowerCase() ?? null;
}
