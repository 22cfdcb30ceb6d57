/**
 * The check of one supplied patient, in parts: those whose lists are all short, as nearly everybody's are, are read in
 * one go, others some records at a time.
 */
import { plainText } from '../../json/plain-text.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { mostFields, mostRecords, mostRejections } from '../limits.ts';
import { looksLikeNumber } from '../number-texts.ts';
import { epoch } from '../placeholders.ts';
import type { Steps } from '../steps.ts';
import {
  listNames,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type Coverage,
  type DataType,
  type Hint,
  type Patient,
  type RecordType,
  type Rejection,
  type RejectionReason,
} from '../types.ts';
import { readCoverage } from './coverage.ts';
import { lifeOf, type Life } from './dates.ts';
import { Fault } from './fault.ts';
import { isAbsent, keysOf, peek } from './fields.ts';
import { listMeantBy, patientFieldMeantBy } from './names.ts';
import { peekPatient, readId, readPatient } from './patient.ts';
import { namesOf, refuseOtherNames } from './record-names.ts';
import { recordReaders } from './records.ts';
import { remainsOf } from './rejection.ts';

export interface CheckOutcome {
  /** Absent when not even the id can be read: the patient cannot be told from others. */
  readonly patient?: CheckedPatient;
  readonly rejected: readonly Rejection[];
}

/** Begins the check of a supplied patient; answers the outcome where there is nobody to check. */
export function beginCheck(input: unknown): PatientCheck | CheckOutcome {
  if (!isObject(input) || !isObject(input.patient))
    return { rejected: [{ type: 'patient', field: 'patient', reason: 'not-an-object' }] };
  const given = input.patient.id;
  const id = readId(given);
  return id === undefined
    ? { rejected: [{ type: 'patient', field: 'id', reason: whyNoId(given) }] }
    : new PatientCheck(id, input, input.patient);
}

/** One patient who is known by the id, and is kept whatever else of it throws when read. */
export class PatientCheck {
  readonly #rejected: Rejection[] = [];
  readonly #hints: Hint[] = [];
  readonly #records = noRecords();
  readonly #patient: Patient;
  readonly #life: Life;
  #suppliedTypes = 0;
  #unread: Partial<Record<RecordType, Coverage>> | undefined;
  /** The type whose list is read next, by its place among all. */
  #next = 0;

  constructor(
    private readonly id: string,
    private readonly input: JsonObject,
    private readonly ownInput: JsonObject,
  ) {
    const fault = (field: string, reason: RejectionReason) => this.#fault(field, reason);
    const { patient, isUnlikeCpr, shifted, texts } = readPatient(id, peekPatient(ownInput), fault);
    this.#patient = patient;
    this.#life = lifeOf(patient.birthDate);
    this.#hint('birth-date-unlike-cpr', 'patient', isUnlikeCpr ? 1 : 0);
    this.#hint('shifted-date', 'patient', shifted);
    this.#hint('hidden-characters', 'patient', texts.hidden);
    this.#hint('cut-text', 'patient', texts.cut);
    this.#hint('death-at-epoch', 'patient', patient.deceased === epoch ? 1 : 0);
  }

  /** Reads the next lists, as long as they are short; answers how a long one is read, and nothing when all are read. */
  readShort(): Steps<void> | undefined {
    while (this.#next < recordTypes.length) {
      const reading = this.#open(this.#next++);
      if (!reading) continue;
      // Asked once: a list can claim any length, and another each time.
      const { length } = reading.list;
      // Steps of their own would cost short ones more than they do.
      if (length > recordsInStep) return this.#readLong(reading, length);
      // An empty list says that there is none: that is all there is to read.
      if (length > 0) {
        readPart(reading, 0, length);
        this.#close(reading);
      }
    }
    return undefined;
  }

  *#readLong(reading: Reading, length: number): Steps<void> {
    yield* readLong(reading, length);
    this.#close(reading);
  }

  /** Begins a list; undefined where there is none. */
  #open(place: number): Reading | undefined {
    const { id: patientId } = this;
    const type = recordTypes[place]!;
    const list = peek(this.input, listNames[type]);
    if (list === undefined) return undefined;
    const rejected = this.#rejected;
    if (!Array.isArray(list)) {
      // R9: what is no list covers nothing, for this patient. `null` says so itself.
      (this.#unread ??= {})[type] = { available: false };
      if (list !== null)
        rejected.push({ patientId, type, field: listNames[type], reason: 'wrong-type' });
      return undefined;
    }
    this.#suppliedTypes |= 1 << place;
    const life = this.#life;
    life.shifted = 0;
    life.hidden = 0;
    life.cut = 0;
    const records: ClinicalRecord[] = this.#records[type];
    const before = rejected.length;
    return { patientId, type, list, life, records, rejected, before, others: undefined };
  }

  #close(reading: Reading): void {
    const { type, life, others } = reading;
    if (others) countOthers(reading, others);
    this.#hint('shifted-date', type, life.shifted);
    this.#hint('hidden-characters', type, life.hidden);
    this.#hint('cut-text', type, life.cut);
  }

  /** What has come of it, once all lists are read. */
  end(): CheckOutcome {
    const records = this.#records;
    this.#hint('without-code', 'medication', countWithoutCode(records.medication));
    this.#hint('number-as-text', 'result', countNumbersAsText(records.result));
    const supplied = suppliedSet(this.#suppliedTypes);
    this.#rejectOtherNames(supplied);
    const fault = (field: string, reason: RejectionReason) => this.#fault(field, reason);
    const ownCoverage = readCoverage(peek(this.input, 'coverage'), fault);
    const coverage = this.#unread ? { ...ownCoverage, ...this.#unread } : ownCoverage;
    const rejected = this.#rejected;
    const hints = this.#hints;
    return {
      patient: {
        patient: this.#patient,
        records: records as unknown as CheckedPatient['records'],
        supplied,
        coverage,
        rejected,
        ...(hints.length > 0 ? { hints } : {}),
      },
      rejected,
    };
  }

  #rejectOtherNames(supplied: ReadonlySet<RecordType>): void {
    // A list under another name is not *none recorded*: nobody knows what is in it (R1a).
    const keys = keysOf(this.input);
    const ownPatientKeys = keysOf(this.ownInput);
    if (keys.length > mostFields || ownPatientKeys.length > mostFields)
      this.#fault('patient', 'too-many');
    for (let at = 0; at < keys.length && at < mostFields; at++) {
      const key = keys[at]!;
      if (ownKeys.has(key)) continue;
      const type = listMeantBy(key);
      if (type && !supplied.has(type) && !this.#unread?.[type])
        this.#rejected.push({
          patientId: this.id,
          type,
          field: plainText(key),
          reason: 'misnamed',
        });
    }
    for (let at = 0; at < ownPatientKeys.length && at < mostFields; at++) {
      const key = ownPatientKeys[at]!;
      const meant = patientFieldMeantBy(key);
      if (meant === undefined) continue;
      const given = peek(this.ownInput, key);
      // Under whatever name: who is not dead has no date of death.
      if (isAbsent(given) || (meant === 'deceased' && given === false)) continue;
      if (isAbsent(peek(this.ownInput, meant))) this.#fault(plainText(key), 'misnamed');
    }
  }

  #fault(field: string, reason: RejectionReason): void {
    this.#rejected.push({ patientId: this.id, type: 'patient', field, reason });
  }

  #hint(kind: Hint['kind'], type: DataType, count: number): void {
    if (count > 0) this.#hints.push({ kind, type, count });
  }
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
  const names = namesOf(type);
  for (let index = from; index < to; index++) {
    let entry: unknown;
    try {
      entry = list[index];
      if (!isObject(entry)) throw new Fault('', 'not-an-object');
      const record = read(entry, index, life);
      refuseOtherNames(type, entry, names);
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

function countWithoutCode(records: readonly ClinicalRecord[]): number {
  let count = 0;
  for (const { code } of records) if (code === '') count++;
  return count;
}
