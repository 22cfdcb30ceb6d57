/**
 * The check that every supplied patient passes on the way in: what can be read is kept, in one form; what
 * cannot is rejected with its reason (R3). Written by hand and flat, for it runs over millions of records.
 */
import { isObject, type JsonObject } from '../json/values.ts';
import { isCalendarDate, readDate } from './calendar.ts';
import { normalizeCode } from './codes.ts';
import { parseCpr } from './cpr.ts';
import { normalizeSystem } from './systems.ts';
import {
  dataTypes,
  listNames,
  recordKinds,
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type CoverageByType,
  type DataType,
  type DiagnosisRecord,
  type MedicationRecord,
  type Patient,
  type PointRecord,
  type RecordByType,
  type RecordType,
  type ResultRecord,
  type ServiceRecord,
  type Rejection,
  type RejectionReason,
  type SuppliedPatient,
} from './types.ts';

export interface CheckOutcome {
  /** Absent when not even the id can be read: the patient cannot be told from others. */
  readonly patient?: CheckedPatient;
  readonly rejected: readonly Rejection[];
}

/** Checks one supplied patient. Never throws, whatever it is given, and never changes it. */
export function checkPatient(input: unknown): CheckOutcome {
  try {
    return check(input);
  } catch {
    // A host object that throws when read is as unreadable as none.
    return { rejected: [{ type: 'patient', field: '', reason: 'not-an-object' }] };
  }
}

/** Tells what is wrong with one record, and in which field. Never leaves the check of that record. */
class RecordError extends Error {
  constructor(
    readonly field: string,
    readonly reason: RejectionReason,
  ) {
    super(reason);
  }
}

function check(input: unknown): CheckOutcome {
  if (!isObject(input) || !isObject(input.patient))
    return { rejected: [{ type: 'patient', field: 'patient', reason: 'not-an-object' }] };
  const { id } = input.patient;
  if (typeof id !== 'string' || id === '') {
    const reason = id === undefined || id === null || id === '' ? 'missing' : 'wrong-type';
    return { rejected: [{ type: 'patient', field: 'id', reason }] };
  }
  // From here on the patient is known, and is kept whatever else of it throws when read.
  const rejected: Rejection[] = [];
  const patient = readPatient(id, peekAll(input.patient, patientFields), rejected);
  const records = Object.fromEntries(
    recordTypes.map((type): [RecordType, ClinicalRecord[]] => [type, []]),
  ) as Record<RecordType, ClinicalRecord[]>;
  const supplied = new Set<RecordType>();
  for (const type of recordTypes) {
    const list = peek(input, listNames[type]);
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      rejected.push({ patientId: id, type, field: listNames[type], reason: 'wrong-type' });
      continue;
    }
    supplied.add(type);
    readList(id, type, list, records[type], rejected);
  }
  const coverage = readCoverage(peek(input, 'coverage'));
  const checked = records as unknown as CheckedPatient['records'];
  return { patient: { patient, records: checked, supplied, coverage, rejected }, rejected };
}

function readList(
  patientId: string,
  type: RecordType,
  list: readonly unknown[],
  records: ClinicalRecord[],
  rejected: Rejection[],
): void {
  for (let index = 0; index < list.length; index++) {
    let entry: unknown;
    try {
      entry = list[index];
      if (!isObject(entry)) throw new RecordError('', 'not-an-object');
      records.push(readers[type](entry, index));
    } catch (error) {
      const { field, reason } =
        error instanceof RecordError ? error : { field: '', reason: 'not-an-object' as const };
      rejected.push({ patientId, type, index, field, reason, ...readableCode(type, entry) });
    }
  }
}

/**
 * One function a type, each field read by its own name and written once: this runs for every record of a
 * clinic, and engines make such code fast.
 */
const readers: {
  readonly [T in RecordType]: (entry: JsonObject, index: number) => RecordByType[T];
} = {
  diagnosis(entry, index) {
    const system = readSystem('diagnosis', entry.system);
    const code = readCode(entry.code, system, true);
    const from = readDay(entry.from, 'from');
    const record: Open<DiagnosisRecord> = { type: 'diagnosis', system, code, index, from };
    const to = readEnd(entry.to, from);
    if (to !== undefined) record.to = to;
    return withBase(record, entry);
  },
  medication(entry, index) {
    const system = readSystem('medication', entry.system);
    const code = readCode(entry.code, system, true);
    const from = readDay(entry.from, 'from');
    const record: Open<MedicationRecord> = { type: 'medication', system, code, index, from };
    const to = readEnd(entry.to, from);
    if (to !== undefined) record.to = to;
    if (isShown(entry.dose)) record.dose = entry.dose;
    return withBase(record, entry);
  },
  result(entry, index) {
    const { value } = entry;
    if (value === undefined || value === null) throw new RecordError('value', 'missing');
    if (typeof value !== 'string' && !isNumber(value)) throw new RecordError('value', 'wrong-type');
    const system = readSystem('result', entry.system);
    const code = readCode(entry.code, system, true);
    const at = readDay(entry.at, 'at');
    const record: Open<ResultRecord> = { type: 'result', system, code, index, at, value };
    addTime(record, entry.at);
    const comparator = readChoice(entry.comparator, 'comparator', comparators);
    if (comparator !== undefined) record.comparator = comparator;
    const unit = readDeciding(entry.unit, 'unit');
    if (unit !== undefined) record.unit = unit;
    if (isNumber(entry.low)) record.low = entry.low;
    if (isNumber(entry.high)) record.high = entry.high;
    return withBase(record, entry);
  },
  service(entry, index) {
    const system = readSystem('service', entry.system);
    const code = readCode(entry.code, system, true);
    const at = readDay(entry.at, 'at');
    const record: Open<ServiceRecord> = { type: 'service', system, code, index, at };
    addTime(record, entry.at);
    return withBase(record, entry);
  },
  appointment(entry, index) {
    const record = readEvent('appointment', entry, index);
    if (isShown(entry.with)) record.with = entry.with;
    return record;
  },
  referral(entry, index) {
    const record = readEvent('referral', entry, index);
    if (isShown(entry.to)) record.to = entry.to;
    return record;
  },
  letter(entry, index) {
    const record = readEvent('letter', entry, index);
    if (isShown(entry.from)) record.sender = entry.from;
    if (isShown(entry.body)) record.body = entry.body;
    return record;
  },
};

type EventType = 'appointment' | 'referral' | 'letter';

/** Reads a record that may have no code, and that has an outcome: its status. */
function readEvent<Type extends EventType>(
  type: Type,
  entry: JsonObject,
  index: number,
): Open<RecordByType[Type]>;
function readEvent(
  type: EventType,
  entry: JsonObject,
  index: number,
): Open<RecordByType[EventType]> {
  const system = readSystem(type, entry.system);
  const code = readCode(entry.code, system, false);
  const at = readDay(entry.at, 'at');
  const record = { type, system, code, index, at } as Open<RecordByType[EventType]>;
  addTime(record, entry.at);
  const status = readChoice<string>(entry.status, 'status', recordKinds[type].statuses);
  if (status !== undefined) record.status = status as never;
  return withBase(record, entry);
}

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

const comparators = ['<', '<=', '>', '>='] as const;

/** Adds what every type may have besides: the text is only shown, the source can decide. */
function withBase<Kept extends Open<ClinicalRecord>>(record: Kept, entry: JsonObject): Kept {
  if (isShown(entry.text)) record.text = entry.text;
  const source = readDeciding(entry.source, 'source');
  if (source !== undefined) record.source = source;
  return record;
}

function readSystem(type: RecordType, system: unknown): string {
  const usual: string = recordKinds[type].system;
  if (system === undefined || system === null || system === usual) return usual;
  if (typeof system !== 'string') throw new RecordError('system', 'wrong-type');
  return normalizeSystem(system) || usual;
}

function readCode(code: unknown, system: string, needed: boolean): string {
  if (code === undefined || code === null) {
    if (needed) throw new RecordError('code', 'empty-code');
    return '';
  }
  if (typeof code !== 'string') throw new RecordError('code', 'wrong-type');
  const normalized = normalizeCode(system, code);
  if (!normalized) throw new RecordError('code', 'empty-code');
  return normalized;
}

/** Reads the system and code of a rejected record, where they can be read (R3). */
function readableCode(type: RecordType, entry: unknown): { system?: string; code?: string } {
  try {
    const loose = entry as JsonObject;
    const system = readSystem(type, loose.system);
    return { code: readCode(loose.code, system, true), system };
  } catch {
    // Either cannot be read: then neither is said.
  }
  return {};
}

function readDay(value: unknown, field: string): CalendarDate {
  if (value === undefined || value === null) throw new RecordError(field, 'missing');
  if (typeof value !== 'string') throw new RecordError(field, 'wrong-type');
  // By far most are dates as they should be.
  if (isCalendarDate(value)) return value;
  const read = readDate(value);
  if (!read) throw new RecordError(field, 'unreadable-date');
  return read.date;
}

function readEnd(value: unknown, from: CalendarDate): CalendarDate | undefined {
  if (value === undefined || value === null) return undefined;
  const to = readDay(value, 'to');
  if (to < from) throw new RecordError('to', 'ends-before-start');
  return to;
}

function addTime(record: Open<PointRecord>, at: unknown): void {
  if (typeof at !== 'string' || at.length <= 10) return;
  const time = readDate(at)?.time;
  if (time !== undefined) record.time = time;
}

/** Accepts a text that is only shown: of a wrong type it is left out, and the record stays. */
function isShown(value: unknown): value is string {
  return typeof value === 'string' && !isBlank(value);
}

/** Reads a text that can decide something: of a wrong type the record is rejected. */
function readDeciding(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new RecordError(field, 'wrong-type');
  return value.trim() || undefined;
}

/** Whether a text has nothing but white space: most show at their first character that they have more. */
function isBlank(text: string): boolean {
  return !(text.charCodeAt(0) > 0x20) && text.trim() === '';
}

function readChoice<Choice extends string>(
  value: unknown,
  field: string,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined || value === null) return undefined;
  const found = choices.find((each) => each === value);
  if (!found) throw new RecordError(field, 'wrong-type');
  return found;
}

function readPatient(id: string, input: JsonObject, rejected: Rejection[]): Patient {
  const fault = (field: string, reason: RejectionReason) =>
    rejected.push({ patientId: id, type: 'patient', field, reason });
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

function text<K extends string>(entry: JsonObject, key: K): { [P in K]?: string } {
  const value = entry[key];
  return (isShown(value) ? { [key]: value } : {}) as { [P in K]?: string };
}

/** Reads coverage. What cannot be read is no coverage: what depends on it becomes unknown, never no. */
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
  const entry = peekAll(input as JsonObject, coverageFields);
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

/** Stands for a field that throws when it is read: of a wrong type wherever it is used. */
const unreadable = Symbol('unreadable');

function peek(object: JsonObject, key: string): unknown {
  try {
    return object[key];
  } catch {
    return unreadable;
  }
}

/** Reads these fields of an object, inherited ones too (a host may hand over its own classes). */
function peekAll(object: JsonObject, fields: readonly string[]): JsonObject {
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

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
