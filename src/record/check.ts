/**
 * The check that every supplied patient passes on the way in: what can be read is kept, in one form; what
 * cannot is rejected with its reason (R3). Written by hand and flat, for it runs over millions of records.
 */
import { plainText } from '../json/plain-text.ts';
import { isObject } from '../json/values.ts';
import { readCoverage } from './check/coverage.ts';
import { lifeOf, type Life } from './check/dates.ts';
import { Fault } from './check/fault.ts';
import { isAbsent, keysOf, peek } from './check/fields.ts';
import { listMeantBy, patientFieldMeantBy } from './check/names.ts';
import { peekPatient, readId, readPatient } from './check/patient.ts';
import { refuseOtherNames } from './check/record-names.ts';
import { recordReaders } from './check/records.ts';
import { remainsOf } from './check/rejection.ts';
import { mostFields, mostRecords, mostRejections } from './limits.ts';
import { epoch } from './placeholders.ts';
import { finish, type Steps } from './steps.ts';
import {
  listNames,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type DataType,
  type Hint,
  type RecordType,
  type Rejection,
  type RejectionReason,
} from './types.ts';

export { readCoverage, readUpdated } from './check/coverage.ts';
export { listMeantBy, patientFieldMeantBy, typeMeantBy } from './check/names.ts';
export { readId } from './check/patient.ts';
export { isJudged, recordFieldMeantBy, recordFields } from './check/record-names.ts';

export interface CheckOutcome {
  /** Absent when not even the id can be read: the patient cannot be told from others. */
  readonly patient?: CheckedPatient;
  readonly rejected: readonly Rejection[];
}

/** Checks one supplied patient. Never throws, whatever it is given, and never changes it. */
export function checkPatient(input: unknown): CheckOutcome {
  return finish(checkPatientInSteps(input));
}

/** As `checkPatient`, some records at a time. */
export function* checkPatientInSteps(input: unknown): Steps<CheckOutcome> {
  try {
    return yield* check(input);
  } catch {
    // A host object that throws when read is as unreadable as none.
    return { rejected: [{ type: 'patient', field: '', reason: 'not-an-object' }] };
  }
}

/** Tells a patient that has passed the check from one as supplied. */
export function isCheckedPatient(patient: unknown): patient is CheckedPatient {
  return isObject(patient) && patient.supplied instanceof Set && isObject(patient.records);
}

function* check(input: unknown): Steps<CheckOutcome> {
  if (!isObject(input) || !isObject(input.patient))
    return { rejected: [{ type: 'patient', field: 'patient', reason: 'not-an-object' }] };
  const given = input.patient.id;
  const id = readId(given);
  if (id === undefined) {
    return { rejected: [{ type: 'patient', field: 'id', reason: whyNoId(given) }] };
  }
  // From here on the patient is known, and is kept whatever else of it throws when read.
  const rejected: Rejection[] = [];
  const hints: Hint[] = [];
  const fault = (field: string, reason: RejectionReason) =>
    rejected.push({ patientId: id, type: 'patient', field, reason });
  const hint = (kind: Hint['kind'], type: DataType, count: number) => {
    if (count > 0) hints.push({ kind, type, count });
  };
  const { patient, isUnlikeCpr, shifted, texts } = readPatient(
    id,
    peekPatient(input.patient),
    fault,
  );
  hint('birth-date-unlike-cpr', 'patient', isUnlikeCpr ? 1 : 0);
  hint('shifted-date', 'patient', shifted);
  hint('hidden-characters', 'patient', texts.hidden);
  hint('cut-text', 'patient', texts.cut);
  hint('death-at-epoch', 'patient', patient.deceased === epoch ? 1 : 0);

  const records = noRecords();
  let suppliedTypes = 0;
  let unread: Partial<Record<RecordType, Coverage>> | undefined;
  const life = lifeOf(patient.birthDate);
  for (let at = 0; at < recordTypes.length; at++) {
    const type = recordTypes[at]!;
    const list = peek(input, listNames[type]);
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      // R9: what is no list covers nothing, for this patient. `null` says so itself.
      (unread ??= {})[type] = { available: false };
      if (list !== null)
        rejected.push({ patientId: id, type, field: listNames[type], reason: 'wrong-type' });
      continue;
    }
    suppliedTypes |= 1 << at;
    // Asked once: a list can claim any length, and another each time.
    const { length } = list;
    // An empty list says that there is none: that is all there is to read.
    if (length === 0) continue;
    life.shifted = 0;
    life.hidden = 0;
    life.cut = 0;
    const reading: Reading = {
      patientId: id,
      type,
      list,
      life,
      records: records[type],
      rejected,
      before: rejected.length,
      others: undefined,
    };
    // Most lists are short: steps of their own would cost more than they do.
    if (length <= recordsInStep) readPart(reading, 0, length);
    else yield* readLong(reading, length);
    if (reading.others) countOthers(reading, reading.others);
    hint('shifted-date', type, life.shifted);
    hint('hidden-characters', type, life.hidden);
    hint('cut-text', type, life.cut);
  }
  yield;
  hint('without-code', 'medication', countWithoutCode(records.medication));
  hint('number-as-text', 'result', countNumbersAsText(records.result));
  // A list under another name is not *none recorded*: nobody knows what is in it (R1a).
  const supplied = suppliedSet(suppliedTypes);
  const keys = keysOf(input);
  const ownPatientKeys = keysOf(input.patient);
  if (keys.length > mostFields || ownPatientKeys.length > mostFields) fault('patient', 'too-many');
  for (let at = 0; at < keys.length && at < mostFields; at++) {
    const key = keys[at]!;
    if (ownKeys.has(key)) continue;
    const type = listMeantBy(key);
    if (type && !supplied.has(type) && !unread?.[type])
      rejected.push({ patientId: id, type, field: plainText(key), reason: 'misnamed' });
  }
  for (let at = 0; at < ownPatientKeys.length && at < mostFields; at++) {
    const key = ownPatientKeys[at]!;
    const meant = patientFieldMeantBy(key);
    if (meant === undefined) continue;
    const given = peek(input.patient, key);
    // Under whatever name: who is not dead has no date of death.
    if (isAbsent(given) || (meant === 'deceased' && given === false)) continue;
    if (isAbsent(peek(input.patient, meant))) fault(plainText(key), 'misnamed');
  }
  const ownCoverage = readCoverage(peek(input, 'coverage'), fault);
  const coverage = unread ? { ...ownCoverage, ...unread } : ownCoverage;
  const checked = records as unknown as CheckedPatient['records'];
  return {
    patient: {
      patient,
      records: checked,
      supplied,
      coverage,
      rejected,
      ...(hints.length > 0 ? { hints } : {}),
    },
    rejected,
  };
}

function whyNoId(given: unknown): RejectionReason {
  if (given === undefined || given === null || given === '') return 'missing';
  return typeof given === 'string' ? 'too-long' : 'wrong-type';
}

const ownKeys: ReadonlySet<string> = new Set(['patient', 'coverage', ...Object.values(listNames)]);

/** A list that is read, and where what is read goes. */
interface Reading {
  readonly patientId: string;
  readonly type: RecordType;
  readonly list: readonly unknown[];
  readonly life: Life;
  readonly records: ClinicalRecord[];
  readonly rejected: Rejection[];
  /** How many were rejected before this list. */
  before: number;
  /** How many are rejected of whom nothing but the reason is kept, once there are any. */
  others: Map<RejectionReason, number> | undefined;
}

/** Records that are read in one step. */
const recordsInStep = 500;

/** A patient's records before any is read. */
function noRecords(): Record<RecordType, ClinicalRecord[]> {
  return {
    diagnosis: [],
    medication: [],
    result: [],
    service: [],
    appointment: [],
    referral: [],
    letter: [],
    vaccination: [],
    carePlan: [],
    note: [],
    correspondence: [],
  };
}

/**
 * The types whose lists a patient came with.
 *
 * @param types A bit for each, by its place among `recordTypes`. Patients alike have one set: there are few kinds of them.
 */
function suppliedSet(types: number): ReadonlySet<RecordType> {
  let set = suppliedSets.get(types);
  if (!set) {
    set = new Set(recordTypes.filter((_, at) => (types & (1 << at)) !== 0));
    suppliedSets.set(types, set);
  }
  return set;
}
const suppliedSets = new Map<number, ReadonlySet<RecordType>>();

/** Reads a list, some records at a time. */
function* readLong(reading: Reading, length: number): Steps<void> {
  const { patientId, type, rejected } = reading;
  if (length > mostRecords)
    rejected.push({ patientId, type, field: listNames[type], reason: 'too-many' });
  reading.before = rejected.length;
  const read = Math.min(length, mostRecords);
  for (let from = 0; from < read; from += recordsInStep) {
    if (from > 0) yield;
    readPart(reading, from, Math.min(read, from + recordsInStep));
  }
}

/** Rejects those of whom nothing but the reason is kept. */
function countOthers(
  { patientId, type, rejected }: Reading,
  others: ReadonlyMap<RejectionReason, number>,
): void {
  for (const [reason, count] of others)
    rejected.push({ patientId, type, field: listNames[type], reason, count });
}

/** Reads a part of a list. */
function readPart(reading: Reading, from: number, to: number): void {
  const { patientId, type, list, life, records, rejected } = reading;
  const read = recordReaders[type];
  for (let index = from; index < to; index++) {
    let entry: unknown;
    try {
      entry = list[index];
      if (!isObject(entry)) throw new Fault('', 'not-an-object');
      const record = read(entry, index, life);
      refuseOtherNames(type, entry);
      records.push(record);
    } catch (error) {
      const { field, reason } =
        error instanceof Fault ? error : { field: '', reason: 'not-an-object' as const };
      if (rejected.length - reading.before < mostRejections)
        rejected.push({ patientId, type, index, field, reason, ...remainsOf(type, entry, life) });
      else {
        const others = (reading.others ??= new Map<RejectionReason, number>());
        others.set(reason, (others.get(reason) ?? 0) + 1);
      }
    }
  }
}

function countNumbersAsText(records: readonly ClinicalRecord[]): number {
  let count = 0;
  for (const record of records)
    if (
      record.type === 'result' &&
      typeof record.value === 'string' &&
      looksLikeNumber(record.value)
    )
      count++;
  return count;
}

/** Whether a text looks like a number, which the value of a result should then be. */
export function looksLikeNumber(text: string): boolean {
  return number.test(text);
}

/** `7,5`, `< 5`, `53 mmol/mol`, `12 %`; not `120/80`, `1:80`, `positiv`. */
const number = /^\s*(?:[<>≤≥=]{1,2}\s*)?[+-]?\d+(?:[.,]\d+)?(?:\s*%|\s+\p{L}\S*)?\s*$/u;

function countWithoutCode(records: readonly ClinicalRecord[]): number {
  let count = 0;
  for (const { code } of records) if (code === '') count++;
  return count;
}
