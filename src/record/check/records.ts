/**
 * One function a type, each field read by its own name and written once: this runs for every record of a
 * clinic, and engines make such code fast.
 */
import { isObject, type JsonObject } from '../../json/values.ts';
import { longestPartial, timeOf, writtenDate } from '../calendar.ts';
import { normalizeCode } from '../codes.ts';
import { longestBody, longestName, longestText } from '../limits.ts';
import { withoutSpace } from '../normalize.ts';
import { saysNothingMeasured } from '../placeholders.ts';
import { normalizeSystem } from '../systems.ts';
import {
  isCancellable,
  recordKinds,
  type CarePlanRecord,
  type ClinicalRecord,
  type Comparator,
  type DiagnosisRecord,
  type MedicationRecord,
  type PointRecord,
  type RecordByType,
  type RecordType,
  type ResultRecord,
  type ServiceRecord,
  type SpanRecord,
  type Strength,
  type VaccinationRecord,
} from '../types.ts';
import {
  latestBeginning,
  otherEnd,
  readBeginning,
  readDay,
  readEnd,
  readOptionalDays,
  readShownDays,
  type Life,
} from './dates.ts';
import { Fault } from './fault.ts';
import { isAbsent, isNumber, isShown, readShown, readText, type TextTally } from './fields.ts';

/** Reads one supplied entry. @throws {Fault} */
export type RecordReader<Type extends RecordType> = (
  entry: JsonObject,
  index: number,
  life: Life,
) => RecordByType[Type];

export const recordReaders: { readonly [Type in RecordType]: RecordReader<Type> } = {
  diagnosis(entry, index, life) {
    const system = readSystem('diagnosis', entry.system);
    const code = readCode(entry.code, system, true);
    const from = readBeginning(entry.from, life);
    const record: Open<DiagnosisRecord> = { type: 'diagnosis', system, code, index, from };
    addSpan(record, entry.from, entry.to, life);
    return withBase(record, entry.text, entry.source, life);
  },
  medication(entry, index, life) {
    const system = readSystem('medication', entry.system);
    // R3a: what only has a name is a medicine nevertheless.
    const code = readCode(entry.code, system, !isShown(entry.text));
    const from = readBeginning(entry.from, life);
    const record: Open<MedicationRecord> = { type: 'medication', system, code, index, from };
    addSpan(record, entry.from, entry.to, life);
    if (isShown(entry.dose)) record.dose = readShown(entry.dose, life);
    const product = readNumbered(entry.product, 'product', life);
    if (product !== undefined) record.product = product;
    const strength = readStrength(entry.strength, life);
    if (strength) record.strength = strength;
    const dispensed = readShownDays(entry.dispensed, 'dispensed', life);
    if (dispensed) record.dispensed = writtenDate(dispensed);
    return withBase(record, entry.text, entry.source, life);
  },
  result(entry, index, life) {
    // An empty text is none (R3): ordered, and not answered.
    if (isAbsent(entry.value)) throw new Fault('value', 'missing');
    const value = typeof entry.value === 'string' ? readValue(entry.value, life) : entry.value;
    if (typeof value === 'string' && saysNothingMeasured(value))
      throw new Fault('value', 'not-measured');
    if (typeof value !== 'string' && !isNumber(value)) throw new Fault('value', 'wrong-type');
    const system = readSystem('result', entry.system);
    const code = readCode(entry.code, system, true);
    const at = readDay(entry.at, 'at', life);
    const record: Open<ResultRecord> = { type: 'result', system, code, index, at, value };
    addPoint(record, entry.at);
    const comparator = readComparator(entry.comparator);
    if (comparator !== undefined) record.comparator = comparator;
    const unit = readDeciding(entry.unit, 'unit', life);
    if (unit !== undefined) record.unit = unit;
    const { low, high } = entry;
    // An interval that ends before it begins is none: nobody knows which of the two is wrong.
    if (!(isNumber(low) && isNumber(high) && low > high)) {
      if (isNumber(low)) record.low = low;
      if (isNumber(high)) record.high = high;
    }
    return withBase(record, entry.text, entry.source, life);
  },
  service(entry, index, life) {
    const system = readSystem('service', entry.system);
    const code = readCode(entry.code, system, true);
    const at = readDay(entry.at, 'at', life);
    const record: Open<ServiceRecord> = { type: 'service', system, code, index, at };
    addPoint(record, entry.at);
    const specialty = readNumbered(entry.specialty, 'specialty', life);
    if (specialty !== undefined) record.specialty = specialty;
    return withBase(record, entry.text, entry.source, life);
  },
  appointment(entry, index, life) {
    const record = readEvent('appointment', entry, index, life);
    if (isShown(entry.with)) record.with = readShown(entry.with, life);
    return record;
  },
  referral(entry, index, life) {
    const record = readEvent('referral', entry, index, life);
    if (isShown(entry.to)) record.to = readShown(entry.to, life);
    return record;
  },
  letter(entry, index, life) {
    const record = readEvent('letter', entry, index, life);
    return withBody(record, entry, life);
  },
  vaccination(entry, index, life) {
    const system = readSystem('vaccination', entry.system);
    const code = readCode(entry.code, system, true);
    const at = readDay(entry.at, 'at', life);
    const record: Open<VaccinationRecord> = { type: 'vaccination', system, code, index, at };
    addPoint(record, entry.at);
    const dose = typeof entry.dose === 'number' ? String(entry.dose) : entry.dose;
    if (isShown(dose)) record.dose = readShown(dose, life);
    return withBase(record, entry.text, entry.source, life);
  },
  carePlan(entry, index, life) {
    const system = readSystem('carePlan', entry.system);
    const code = readCode(entry.code, system, false);
    const from = readBeginning(entry.from, life);
    const record: Open<CarePlanRecord> = { type: 'carePlan', system, code, index, from };
    addSpan(record, entry.from, entry.to, life);
    const status = readStatus('carePlan', entry.status) as CarePlanRecord['status'];
    if (status !== undefined) record.status = status;
    // It has ended, and nobody knows when: it would go on for ever.
    if (status === 'completed' && record.to === undefined) throw new Fault('to', 'missing');
    const maintained = readOptionalDays(entry.maintained, 'maintained', life);
    if (maintained) {
      record.maintained = maintained.first;
      if (maintained.last !== maintained.first) record.maintainedLatest = maintained.last;
    }
    return withBase(record, entry.text, entry.source, life);
  },
  note(entry, index, life) {
    return withBody(readEvent('note', entry, index, life), entry, life);
  },
  correspondence(entry, index, life) {
    const record = readEvent('correspondence', entry, index, life);
    if (isShown(entry.to)) record.to = readShown(entry.to, life);
    return withBody(record, entry, life);
  },
};

type EventType = 'appointment' | 'referral' | 'letter' | 'note' | 'correspondence';

/** Adds who wrote it, and what. */
function withBody<Kept extends Open<RecordByType['letter' | 'note' | 'correspondence']>>(
  record: Kept,
  entry: JsonObject,
  life: Life,
): Kept {
  if (isShown(entry.from)) record.sender = readShown(entry.from, life);
  if (isShown(entry.body)) record.body = readShown(entry.body, life, longestBody);
  return record;
}

/** Reads a record that may have no code, and the outcome of one that has it: its status. */
function readEvent<Type extends EventType>(
  type: Type,
  entry: JsonObject,
  index: number,
  life: Life,
): Open<RecordByType[Type]>;
function readEvent(
  type: EventType,
  entry: JsonObject,
  index: number,
  life: Life,
): Open<RecordByType[EventType]> {
  const system = readSystem(type, entry.system);
  const code = readCode(entry.code, system, false);
  const at = readDay(entry.at, 'at', life);
  const record = { type, system, code, index, at } as Open<RecordByType[EventType]>;
  addPoint(record, entry.at);
  const status = isCancellable(type) ? readStatus(type, entry.status) : undefined;
  if (status !== undefined) (record as { status: string }).status = status;
  return withBase(record, entry.text, entry.source, life);
}

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Adds what every type may have besides: the text is only shown, the source can decide. Both are read off the entry by
 * each type's own function, which meets entries of few shapes.
 */
function withBase<Kept extends Open<ClinicalRecord>>(
  record: Kept,
  text: unknown,
  source: unknown,
  life: Life,
): Kept {
  if (isShown(text)) record.text = readShown(text, life);
  if (source === undefined) return record;
  const own = readDeciding(source, 'source', life);
  if (own !== undefined) record.source = own;
  return record;
}

/** Adds when a span ends, and how far its days are known. */
function addSpan(record: Open<SpanRecord>, from: unknown, to: unknown, life: Life): void {
  if (from !== record.from) {
    const latest = latestBeginning(from, record.from, life);
    if (latest !== undefined) record.fromLatest = latest;
  }
  if (to === undefined) return;
  const end = readEnd(to, record.from, life);
  if (end === undefined) return;
  record.to = end;
  const earliest = otherEnd(to, end, 'first');
  if (earliest !== undefined) record.toEarliest = earliest;
}

/** Adds the time of a point, or how far its day is known. */
function addPoint(record: Open<PointRecord>, at: unknown): void {
  if (at === record.at || typeof at !== 'string') return;
  const latest = otherEnd(at, record.at, 'last');
  if (latest !== undefined) record.atLatest = latest;
  const time = at.length > longestPartial ? timeOf(at.trim()) : undefined;
  if (time !== undefined) record.time = time;
}

/** The system of a record by its one name; the type's own where none is given (R1). */
export function readSystem(type: RecordType, system: unknown): string {
  const usual: string = recordKinds[type].system;
  if (system === undefined || system === null || system === usual) return usual;
  if (typeof system !== 'string') throw new Fault('system', 'wrong-type');
  requireShort('system', system);
  return normalizeSystem(system) || usual;
}

/** A code, normalised; empty where there is none and none is needed. */
export function readCode(code: unknown, system: string, isNeeded: boolean): string {
  if (typeof code !== 'string' && code !== undefined && code !== null)
    throw new Fault('code', 'wrong-type');
  if (code) requireShort('code', code);
  const normalized = code ? normalizeCode(system, code) : '';
  if (normalized === '' && isNeeded) throw new Fault('code', 'empty-code');
  return normalized;
}

/** Reads a text that can decide something: of a wrong type the record is rejected. */
export function readDeciding(value: unknown, field: string, tally: TextTally): string | undefined {
  if (typeof value === 'string' && isWord(value)) return value;
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new Fault(field, 'wrong-type');
  requireShort(field, value);
  return readText(value, tally).trim();
}

/** Whether a text is short and of letters and signs of ASCII alone, as most units, numbers and sources are: nothing is to be done to it. */
function isWord(text: string): boolean {
  if (text.length === 0 || text.length > longestWord) return false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character <= 0x20 || character >= 0x7f) return false;
  }
  return true;
}

/** Of longer texts it is told quicker by a pattern. */
const longestWord = 24;

/** As `readDeciding`, of what other systems keep as a number. */
function readNumbered(value: unknown, field: string, tally: TextTally): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return readDeciding(text, field, tally);
}

/** Reads a strength: a number and its unit. */
function readStrength(value: unknown, tally: TextTally): Strength | undefined {
  if (isAbsent(value)) return undefined;
  if (!isObject(value)) throw new Fault('strength', 'wrong-type');
  const unit = readDeciding(value.unit, 'strength', tally);
  if (!isNumber(value.value) || unit === undefined) throw new Fault('strength', 'wrong-type');
  return { value: value.value, unit };
}

/** Of what can decide something a part decides nothing. */
function requireShort(field: string, text: string, longest = longestName): void {
  if (text.length > longest) throw new Fault(field, 'too-long');
}

/** Reads a result's textual value. */
function readValue(value: string, tally: TextTally): string {
  requireShort('value', value, longestText);
  return readText(value, tally);
}

const comparators: Readonly<Record<string, Comparator | undefined>> = {
  '=': undefined,
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};

/** A comparator that is none of the known leaves the value undecided (R14). */
function readComparator(value: unknown): Comparator | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Fault('comparator', 'wrong-type');
  requireShort('comparator', value);
  const sign = withoutSpace(value);
  if (sign === '') return undefined;
  return Object.hasOwn(comparators, sign) ? comparators[sign] : '?';
}

/** Case and surrounding space aside. */
export function readStatus(type: RecordType, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new Fault('status', 'wrong-type');
  requireShort('status', value);
  const { statuses }: { readonly statuses?: readonly string[] } = recordKinds[type] as object;
  const found = statuses?.find((each) => each === value || each === value.trim().toLowerCase());
  if (!found) throw new Fault('status', 'unknown-value');
  return found;
}
