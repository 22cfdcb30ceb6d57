/** What is shared of a patient: rebuilt from what the check could read, so that nothing else comes along. */
import { readCoverage } from '../record/check.ts';
import { writtenDate } from '../record/calendar.ts';
import {
  writtenBirth,
  writtenDeath,
  writtenEnd,
  writtenMaintained,
  writtenStart,
} from '../record/written.ts';
import {
  isSpan,
  listNames,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type DataType,
  type Patient,
  type PatientRecords,
  type PointRecord,
  type RecordByType,
  type RecordType,
  type Rejection,
  type SpanRecord,
} from '../record/types.ts';

/**
 * The patient's records of the shared types, as an adapter supplies them. Who it is (name, CPR number,
 * birth, sex, death) is always told; the other fields are of the type `patient`. What was set aside keeps
 * its place, code, source, status and days, without its content: it is set aside again, and stays as unknown (R3).
 *
 * @param id The patient's id in the share: the clinic's own key stays at home.
 */
export function sharedRecords(
  { patient, records, supplied, rejected }: CheckedPatient,
  types: readonly DataType[],
  id: string,
): PatientRecords {
  const lists: Record<string, unknown> = {};
  for (const type of recordTypes) {
    if (!types.includes(type)) continue;
    const aside = rejected.filter((entry) => entry.type === type);
    // A list that was none may have held anything, and is handed on as such.
    if (aside.some(({ index }) => index === undefined)) lists[listNames[type]] = {};
    else if (supplied.has(type)) lists[listNames[type]] = listOf(records[type], aside);
  }
  const { name, cpr, sex } = patient;
  const died = rejected.some(({ type, field }) => type === 'patient' && field === 'deceased')
    ? unreadable
    : writtenDeath(patient);
  return {
    patient: {
      ...(types.includes('patient') ? furtherOf(patient) : {}),
      id,
      name,
      birthDate: writtenBirth(patient) ?? unreadable,
      sex: sex ?? 'unknown',
      ...(cpr === undefined ? {} : { cpr }),
      ...(died === undefined ? {} : { deceased: died }),
    },
    ...lists,
  };
}

function furtherOf(patient: Patient): object {
  const { registered, registeredLatest = registered, listed } = patient;
  return {
    ...picked(patient, furtherFields),
    ...(registered === undefined || registeredLatest === undefined
      ? {}
      : { registered: writtenDate({ first: registered, last: registeredLatest }) }),
    ...(listed === undefined ? {} : { listed }),
  };
}

/** No date, so that it cannot be read at the other end either. */
const unreadable = '?';

function listOf(records: readonly ClinicalRecord[], aside: readonly Rejection[]): unknown[] {
  const list: unknown[] = [];
  for (const record of records) list[record.index] = asSupplied(record);
  for (const rejection of aside) list[rejection.index ?? 0] = setAside(rejection);
  // Places that nothing is known of are no records.
  return list.filter(() => true);
}

/** What is known of a record that was set aside. Something in it cannot be read at the other end either. */
function setAside({ type, code, system, source, status, from, to }: Rejection): object {
  const isDated = from !== undefined && to !== undefined;
  const named = isDated
    ? { code: code ?? unread, source: source ?? unread, status: status ?? unread }
    : { code, source, status };
  const known = { ...named, system: system ?? unread };
  if (isSpan(type as RecordType))
    return { ...known, from: from ?? unreadable, to: to ?? unreadable };
  return {
    ...known,
    value: unread,
    at: isDated ? writtenDate({ first: from, last: to }) : unreadable,
  };
}

/** No text: in a field that must be one it cannot be read. */
const unread = {};

/** What the check made of a record, undone: days are written as they were, and no code is none at all. */
function asSupplied(record: ClinicalRecord): object {
  const { code, ...rest } = picked(record, [...commonFields, ...ownFields[record.type]]);
  const { sender, ...own } = rest as typeof rest & { readonly sender?: unknown };
  return {
    ...(code === '' ? {} : { code }),
    ...own,
    ...(sender === undefined ? {} : { from: sender }),
    ...(record.type === 'carePlan' && record.maintained !== undefined
      ? { maintained: writtenMaintained(record) }
      : {}),
    ...('strength' in record && record.strength ? { strength: { ...record.strength } } : {}),
    ...('at' in record ? daysOfPoint(record) : daysOfSpan(record)),
  };
}

const commonFields = ['code', 'system', 'text', 'source'] as const;

/** What a record of each type has besides: all that is ever shared of it. A letter's writer is supplied as `from`. */
const ownFields: {
  readonly [Type in RecordType]: readonly (keyof RecordByType[Type] & string)[];
} = {
  diagnosis: [],
  medication: ['dose', 'product', 'dispensed'],
  result: ['value', 'comparator', 'unit', 'low', 'high'],
  service: ['specialty'],
  appointment: ['status', 'with'],
  referral: ['status', 'to'],
  letter: ['status', 'sender', 'body'],
  vaccination: ['dose'],
  carePlan: ['status'],
  note: ['sender', 'body'],
  correspondence: ['sender', 'to', 'body'],
};

const furtherFields = [
  ...['address', 'postalCode', 'city', 'municipality', 'insuranceGroup', 'practitioner', 'phone'],
] as readonly (keyof Patient)[];

/** Takes the texts and numbers of these fields; whatever else stands in them or beside them stays at home. */
function picked(from: object, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields
      .map((field) => [field, (from as Readonly<Record<string, unknown>>)[field]] as const)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}

function daysOfPoint(record: PointRecord): object {
  const day = writtenStart(record);
  return { at: record.time === undefined ? day : `${day}T${record.time}` };
}

function daysOfSpan(record: SpanRecord): object {
  const [start, end] = [writtenStart(record), writtenEnd(record)];
  return {
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { to: end }),
  };
}

/**
 * What the shared types cover, the patient's own coverage before the clinic's (R9). A type whose list was
 * not supplied is not covered, whatever the clinic says of it: it may never have been fetched, and what
 * was not fetched is unknown, never none.
 */
export function sharedCoverage(
  { coverage, supplied }: Pick<CheckedPatient, 'coverage' | 'supplied'>,
  clinic: CoverageByType,
  types: readonly DataType[],
): CoverageByType {
  const shared: Partial<Record<RecordType, Coverage>> = {};
  for (const type of recordTypes) {
    const own = readCoverage(coverage)[type] ?? clinic[type];
    if (types.includes(type) && own)
      shared[type] = supplied.has(type) ? own : { ...own, available: false };
  }
  return shared;
}
