import type { MadePatient } from './subject.ts';

/** The records as columns, a table for each type: what every tabular subject is fed from. */
export interface Columns {
  readonly patient: {
    readonly no: number[];
    readonly id: string[];
    readonly born: string[];
    readonly died: (string | null)[];
    readonly registered: (string | null)[];
    /** `yes` or `no`. */
    readonly listed: (string | null)[];
  };
  readonly diagnosis: SpanColumns & { readonly system: string[] };
  readonly medication: SpanColumns & {
    readonly product: (string | null)[];
    readonly value: number[];
    readonly unit: (string | null)[];
  };
  readonly result: PointColumns & {
    readonly code: string[];
    readonly value: number[];
    readonly unit: (string | null)[];
  };
  readonly service: PointColumns & {
    readonly code: string[];
    readonly specialty: (string | null)[];
  };
  readonly appointment: PointColumns & { readonly status: (string | null)[] };
  readonly referral: PointColumns & { readonly status: (string | null)[] };
}
/** Records point to their patient by its number. */
type SpanColumns = {
  readonly patient: number[];
  readonly code: string[];
  readonly first: string[];
  readonly last: (string | null)[];
};
type PointColumns = {
  readonly patient: number[];
  readonly day: string[];
};

export type TableName = keyof Columns;

export const tableNames: readonly TableName[] = [
  'patient',
  'diagnosis',
  'medication',
  'result',
  'service',
  'appointment',
  'referral',
];

/** What a column holds, by its name: a patient's number, a value, days, or texts. */
export function kindOf(column: string): 'number' | 'value' | 'day' | 'text' {
  if (column === 'no' || column === 'patient') return 'number';
  if (column === 'value') return 'value';
  return ['born', 'died', 'registered', 'first', 'last', 'day'].includes(column) ? 'day' : 'text';
}

export function emptyColumns(): Columns {
  const spans = () => ({ patient: [], code: [], first: [], last: [] });
  return {
    patient: { no: [], id: [], born: [], died: [], registered: [], listed: [] },
    diagnosis: { ...spans(), system: [] },
    medication: { ...spans(), product: [], value: [], unit: [] },
    result: { patient: [], code: [], day: [], value: [], unit: [] },
    service: { patient: [], code: [], day: [], specialty: [] },
    appointment: { patient: [], day: [], status: [] },
    referral: { patient: [], day: [], status: [] },
  };
}

/** Appends patients; the first of them gets the number `from`. Unchecked. */
export function appendPatients(
  columns: Columns,
  patients: readonly MadePatient[],
  from: number,
): void {
  let no = from;
  for (const supplied of patients) {
    const { patient, diagnosis, medication, result, service, appointment, referral } = columns;
    patient.no.push(no);
    patient.id.push(supplied.patient.id);
    patient.born.push(supplied.patient.birthDate);
    patient.died.push(supplied.patient.deceased ?? null);
    patient.registered.push(supplied.patient.registered ?? null);
    patient.listed.push(supplied.patient.listed === false ? 'no' : 'yes');
    for (const each of supplied.diagnoses ?? []) {
      appendSpan(diagnosis, no, each);
      diagnosis.system.push(each.system ?? 'ICPC-2');
    }
    for (const each of supplied.medications ?? []) {
      appendSpan(medication, no, each);
      medication.product.push(each.product ?? null);
      medication.value.push(each.strength?.value ?? 0);
      medication.unit.push(each.strength?.unit ?? null);
    }
    for (const { code, at, value, unit } of supplied.results ?? []) {
      result.patient.push(no);
      result.code.push(code);
      result.day.push(at);
      result.value.push(value as number);
      result.unit.push(unit ?? null);
    }
    for (const { code, at, specialty } of supplied.services ?? []) {
      service.patient.push(no);
      service.code.push(code);
      service.day.push(at);
      service.specialty.push(specialty ?? null);
    }
    for (const { at, status } of supplied.appointments ?? []) {
      appointment.patient.push(no);
      appointment.day.push(at);
      appointment.status.push(status ?? null);
    }
    for (const { at, status } of supplied.referrals ?? []) {
      referral.patient.push(no);
      referral.day.push(at);
      referral.status.push(status ?? null);
    }
    no++;
  }
}

function appendSpan(
  spans: SpanColumns,
  no: number,
  { code, from, to }: { code: string; from: string; to?: string },
): void {
  spans.patient.push(no);
  spans.code.push(code);
  spans.first.push(from);
  spans.last.push(to ?? null);
}
