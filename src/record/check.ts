/**
 * The check that every supplied patient passes on the way in: what can be read is kept, in one form; what
 * cannot is set aside with its reason (R3). Written by hand and flat, for it runs over millions of records.
 */
import { readDate } from './calendar.ts';
import { defaultSystems, normalizeCode } from './codes.ts';
import { parseCpr } from './cpr.ts';
import {
  dataTypes,
  listNames,
  recordTypes,
  type AppointmentRecord,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type DataType,
  type Patient,
  type RecordByType,
  type RecordType,
  type ReferralRecord,
  type ResultRecord,
  type SetAside,
  type SetAsideReason,
  type SuppliedPatient,
} from './types.ts';

export interface CheckOutcome {
  /** Absent when not even the id can be read: the patient cannot be told from others. */
  readonly patient?: CheckedPatient;
  readonly setAside: readonly SetAside[];
}

/** Checks one supplied patient. Never throws, whatever it is given, and never changes it. */
export function checkPatient(input: unknown): CheckOutcome {
  try {
    return check(input);
  } catch {
    // A host object that throws when read is as unreadable as none.
    return { setAside: [{ type: 'patient', field: '', reason: 'not-an-object' }] };
  }
}

type Loose = Readonly<Record<string, unknown>>;

/** Thrown inside one record only: what is wrong with it, and where. */
class Fault extends Error {
  constructor(
    readonly field: string,
    readonly reason: SetAsideReason,
  ) {
    super(reason);
  }
}

function check(input: unknown): CheckOutcome {
  if (!isObject(input) || !isObject(input.patient))
    return { setAside: [{ type: 'patient', field: 'patient', reason: 'not-an-object' }] };
  const { id } = input.patient;
  if (typeof id !== 'string' || id === '') {
    const reason = id === undefined || id === null || id === '' ? 'missing' : 'wrong-type';
    return { setAside: [{ type: 'patient', field: 'id', reason }] };
  }
  // From here on the patient is known, and is kept whatever else of it throws when read.
  const setAside: SetAside[] = [];
  const patient = readPatient(id, peekAll(input.patient, patientFields), setAside);
  const records = {
    diagnosis: [],
    medication: [],
    result: [],
    service: [],
    appointment: [],
    referral: [],
  };
  const supplied = new Set<RecordType>();
  for (const type of recordTypes) {
    const list = peek(input, listNames[type]);
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      setAside.push({ patientId: id, type, field: listNames[type], reason: 'wrong-type' });
      continue;
    }
    supplied.add(type);
    readList(id, type, list, records[type], setAside);
  }
  const coverage = readCoverage(peek(input, 'coverage'));
  return { patient: { patient, records, supplied, coverage, setAside }, setAside };
}

function readList(
  patientId: string,
  type: RecordType,
  list: readonly unknown[],
  records: ClinicalRecord[],
  setAside: SetAside[],
): void {
  for (let index = 0; index < list.length; index++) {
    let entry: unknown;
    try {
      entry = list[index];
      if (!isObject(entry)) throw new Fault('', 'not-an-object');
      records.push(readers[type](entry, index));
    } catch (error) {
      const { field, reason } =
        error instanceof Fault ? error : { field: '', reason: 'not-an-object' as const };
      setAside.push({ patientId, type, index, field, reason, ...readableCode(type, entry) });
    }
  }
}

const readers: { readonly [T in RecordType]: (entry: Loose, index: number) => RecordByType[T] } = {
  diagnosis: (entry, index) => ({
    type: 'diagnosis',
    ...readBase('diagnosis', entry, index, true),
    ...readSpan(entry),
  }),
  medication: (entry, index) => ({
    type: 'medication',
    ...readBase('medication', entry, index, true),
    ...readSpan(entry),
    ...text(entry, 'dose'),
  }),
  result: (entry, index) => {
    const { value } = entry;
    if (value === undefined || value === null) throw new Fault('value', 'missing');
    if (typeof value !== 'string' && !isNumber(value)) throw new Fault('value', 'wrong-type');
    return {
      type: 'result',
      ...readBase('result', entry, index, true),
      ...readPoint(entry),
      value,
      ...choice<NonNullable<ResultRecord['comparator']>, 'comparator'>(entry, 'comparator', [
        '<',
        '<=',
        '>',
        '>=',
      ]),
      ...deciding(entry, 'unit'),
      ...number(entry, 'low'),
      ...number(entry, 'high'),
    };
  },
  service: (entry, index) => ({
    type: 'service',
    ...readBase('service', entry, index, true),
    ...readPoint(entry),
  }),
  appointment: (entry, index) => ({
    type: 'appointment',
    ...readBase('appointment', entry, index, false),
    ...readPoint(entry),
    ...choice<NonNullable<AppointmentRecord['status']>, 'status'>(entry, 'status', [
      'booked',
      'attended',
      'missed',
      'cancelled',
    ]),
    ...text(entry, 'with'),
  }),
  referral: (entry, index) => ({
    type: 'referral',
    ...readBase('referral', entry, index, false),
    ...readPoint(entry),
    ...choice<NonNullable<ReferralRecord['status']>, 'status'>(entry, 'status', [
      'sent',
      'accepted',
      'completed',
      'cancelled',
    ]),
    ...text(entry, 'to'),
  }),
};

function readBase(type: RecordType, entry: Loose, index: number, needsCode: boolean) {
  return {
    system: readSystem(type, entry),
    code: readCode(entry, needsCode),
    index,
    ...text(entry, 'text'),
    ...deciding(entry, 'source'),
  };
}

function readSystem(type: RecordType, { system }: Loose): string {
  if (system === undefined || system === null) return defaultSystems[type];
  if (typeof system !== 'string') throw new Fault('system', 'wrong-type');
  return normalizeCode(system) || defaultSystems[type];
}

function readCode({ code }: Loose, needed: boolean): string {
  if (code === undefined || code === null) {
    if (needed) throw new Fault('code', 'empty-code');
    return '';
  }
  if (typeof code !== 'string') throw new Fault('code', 'wrong-type');
  const normalized = normalizeCode(code);
  if (!normalized) throw new Fault('code', 'empty-code');
  return normalized;
}

/** The system and code of a record that is set aside, where they can be read (R3). */
function readableCode(type: RecordType, entry: unknown): { system?: string; code?: string } {
  try {
    return { code: readCode(entry as Loose, true), system: readSystem(type, entry as Loose) };
  } catch {
    // Either cannot be read: then neither is said.
  }
  return {};
}

function readSpan(entry: Loose): { from: CalendarDate; to?: CalendarDate } {
  const from = readDay(entry, 'from').date;
  if (entry.to === undefined || entry.to === null) return { from };
  const to = readDay(entry, 'to').date;
  if (to < from) throw new Fault('to', 'ends-before-start');
  return { from, to };
}

function readPoint(entry: Loose): { at: CalendarDate; time?: string } {
  const { date, time } = readDay(entry, 'at');
  return time === undefined ? { at: date } : { at: date, time };
}

function readDay(entry: Loose, field: string): { date: CalendarDate; time?: string } {
  const value = entry[field];
  if (value === undefined || value === null) throw new Fault(field, 'missing');
  if (typeof value !== 'string') throw new Fault(field, 'wrong-type');
  const read = readDate(value);
  if (!read) throw new Fault(field, 'unreadable-date');
  return read;
}

/** A text that is only shown: of a wrong type it is left out, and the record stays. */
function text<K extends string>(entry: Loose, key: K): { [P in K]?: string } {
  const value = entry[key];
  return (typeof value === 'string' && value.trim() !== '' ? { [key]: value } : {}) as {
    [P in K]?: string;
  };
}

/** A text that can decide something: of a wrong type it costs the record. */
function deciding<K extends string>(entry: Loose, key: K): { [P in K]?: string } {
  const value = entry[key];
  if (value !== undefined && value !== null && typeof value !== 'string')
    throw new Fault(key, 'wrong-type');
  return (value && value.trim() !== '' ? { [key]: value.trim() } : {}) as { [P in K]?: string };
}

/** A number that is only shown. */
function number<K extends string>(entry: Loose, key: K): { [P in K]?: number } {
  const value = entry[key];
  return (isNumber(value) ? { [key]: value } : {}) as { [P in K]?: number };
}

function choice<V extends string, K extends string>(
  entry: Loose,
  key: K,
  values: readonly V[],
): { [P in K]?: V } {
  const value = entry[key];
  if (value === undefined || value === null) return {};
  const found = values.find((each) => each === value);
  if (!found) throw new Fault(key, 'wrong-type');
  return { [key]: found } as { [P in K]?: V };
}

function readPatient(id: string, input: Loose, setAside: SetAside[]): Patient {
  const fault = (field: string, reason: SetAsideReason) =>
    setAside.push({ patientId: id, type: 'patient', field, reason });
  const day = (field: 'birthDate' | 'deceased') => {
    const value = input[field];
    if (value === undefined || value === null) {
      if (field === 'birthDate') fault(field, 'missing');
      return {};
    }
    const read = typeof value === 'string' ? readDate(value) : undefined;
    if (!read) {
      fault(field, 'unreadable-date');
      return {};
    }
    return { [field]: read.date };
  };
  const { sex, insuranceGroup, cpr, name } = input;
  return {
    id,
    name: typeof name === 'string' ? name.trim() : '',
    ...(typeof cpr === 'string' && cpr.trim() ? { cpr: parseCpr(cpr).number } : {}),
    ...day('birthDate'),
    ...day('deceased'),
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    ...(insuranceGroup === 1 || insuranceGroup === 2 ? { insuranceGroup } : {}),
    ...text(input, 'address'),
    ...text(input, 'postalCode'),
    ...text(input, 'city'),
    ...text(input, 'municipality'),
    ...text(input, 'practitioner'),
    ...text(input, 'phone'),
  };
}

/** Coverage that cannot be read is no coverage: what depends on it becomes unknown, never no. */
export function readCoverage(input: unknown): CoverageByType {
  const coverage: Partial<Record<DataType, Coverage>> = {};
  for (const type of dataTypes) {
    const entry = isObject(input) ? peek(input, type) : input;
    if (entry !== undefined && entry !== null) coverage[type] = readOneCoverage(entry);
  }
  return coverage;
}

function readOneCoverage(input: unknown): Coverage {
  // What is no object has none of the fields.
  const entry = peekAll(input as Loose, coverageFields);
  const { available, from } = entry;
  const start = typeof from === 'string' ? readDate(from)?.date : undefined;
  const readable = from === undefined || from === null || start !== undefined;
  return {
    available: available === true && readable,
    ...(start === undefined ? {} : { from: start }),
    ...text(entry, 'source'),
    ...text(entry, 'updated'),
  };
}

/** What a field holds that throws when it is read: of a wrong type wherever it is used. */
const unreadable = Symbol('unreadable');

function peek(object: Loose, key: string): unknown {
  try {
    return object[key];
  } catch {
    return unreadable;
  }
}

/** These fields of an object, inherited ones too (a host may hand over its own classes). */
function peekAll(object: Loose, fields: readonly string[]): Loose {
  return Object.fromEntries(fields.map((field) => [field, peek(object, field)]));
}

const patientFields: readonly (keyof SuppliedPatient)[] = [
  'cpr',
  'name',
  'birthDate',
  'sex',
  'address',
  'postalCode',
  'city',
  'municipality',
  'insuranceGroup',
  'practitioner',
  'deceased',
  'phone',
];
const coverageFields: readonly (keyof Coverage)[] = ['available', 'from', 'source', 'updated'];

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
