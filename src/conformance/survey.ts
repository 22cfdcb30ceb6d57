/** What a clinic's data looks like as a whole: counted while it comes, judged when it has come. No value is kept. */
import { Clinic } from '../engine/index.ts';
import { dayOf } from '../record/days.ts';
import {
  isSpan,
  listNames,
  parseCpr,
  recordFieldMeantBy,
  recordTypes,
  systemOf,
  type CheckedPatient,
  type CheckOutcome,
  type ClinicalRecord,
  type CoverageByType,
  type DataType,
  type Patient,
  type RecordType,
  type Rejection,
  type SpanRecord,
} from '../record/index.ts';
import { isObject } from '../json/values.ts';

/** Rejected records of one type, field and reason. */
export interface RejectionCount {
  readonly type: DataType;
  readonly field: string;
  readonly reason: Rejection['reason'];
  /** Whether it is a record of a list, rather than the list or a field of the patient's. */
  readonly isRecord: boolean;
  records: number;
  patients: number;
}

/** What is counted of one record type. */
export interface TypeCount {
  /** Entries of the lists, be they readable or not. */
  entries: number;
  /** Patients who brought the list. */
  lists: number;
  /** Records by the day on which they were, or began: where it is known to the day. */
  readonly days: Map<string, number>;
  /** Of spans: those with an end, and those that ended on the day on which they began. */
  ended: number;
  sameDay: number;
  /** Records that the same patient has twice, word for word. */
  doubles: number;
  /** Records on a Monday, a Tuesday and so on. */
  readonly weekdays: number[];
  /** Records of systems that no table has, by system. */
  readonly systems: Map<string, number>;
  /** Records without a code, where a text stands for it. */
  texts: number;
}

/** What is counted of the patients themselves. */
export interface PeopleCount {
  named: number;
  /** Those with a CPR number that can be read. */
  cpr: number;
  unreadableCpr: number;
  withoutCpr: number;
  /** The sex is another than the CPR number says. */
  otherSex: number;
  knownSex: number;
  /** Days between the birth date and that of the CPR number, where both are known, by how many patients. */
  readonly birthOff: Map<number, number>;
  /** The id is the CPR number. */
  idIsCpr: number;
  deceased: number;
  withBirth: number;
}

/** A field under a name near one of ours. */
export interface NearName {
  readonly type: RecordType;
  readonly meant: string;
  lists: number;
}

/** Results of one code: how many have a unit. */
interface UnitCount {
  numbers: number;
  withUnit: number;
}

export class Survey {
  readonly clinic: Clinic;
  patients = 0;
  readonly types = Object.fromEntries(recordTypes.map((type) => [type, newCount()])) as Record<
    RecordType,
    TypeCount
  >;
  readonly people: PeopleCount = {
    ...{ named: 0, cpr: 0, unreadableCpr: 0, withoutCpr: 0, otherSex: 0, knownSex: 0 },
    ...{ idIsCpr: 0, deceased: 0, withBirth: 0 },
    birthOff: new Map(),
  };
  readonly units = new Map<string, UnitCount>();
  /** Sources that records name. */
  readonly sources = new Map<string, number>();
  /** Texts with characters read in the wrong encoding, or markup, by field. */
  readonly spoilt = new Map<string, number>();
  /** Fields of records under names near ours, by list and name. */
  readonly nearNames = new Map<string, NearName>();
  /** Names and CPR numbers, for finding out whether any was written somewhere. */
  readonly secrets = new Set<string>();
  readonly #rejections = new Map<string, RejectionCount>();
  readonly #texts = new Map<string, boolean>();
  readonly #keys = new Map<string, string | undefined>();

  constructor(coverage: CoverageByType) {
    this.clinic = new Clinic(coverage);
  }

  get rejections(): readonly RejectionCount[] {
    return [...this.#rejections.values()];
  }

  /** Entries of a type's lists, or patients. */
  entriesOf(type: DataType): number {
    return type === 'patient' ? this.patients : this.types[type].entries;
  }

  /** Takes in one patient who has passed the check, as supplied and as checked. */
  *take(supplied: unknown, { patient: checked }: CheckOutcome): Generator<void, void> {
    if (!checked) return;
    const { patient, records, rejected } = checked;
    const isAgain = this.clinic.has(patient.id);
    yield* this.clinic.takeInSteps(checked);
    // Who comes again is counted once: that they do is told elsewhere.
    if (isAgain) return;
    this.patients++;
    this.#takePerson(patient);
    this.#takeRejections(rejected);
    for (const type of recordTypes) {
      const list: unknown = isObject(supplied) ? supplied[listNames[type]] : undefined;
      if (!Array.isArray(list)) continue;
      const count = this.types[type];
      count.lists++;
      count.entries += list.length;
      if (list.length === 0) continue;
      this.#takeKeys(type, list[0]);
      this.#takeRecords(count, records[type]);
    }
  }

  #takePerson(patient: Patient): void {
    const { people } = this;
    if (patient.name !== '') people.named++;
    if (patient.birthDate !== undefined) people.withBirth++;
    if (patient.deceased !== undefined) people.deceased++;
    if (patient.sex !== undefined) people.knownSex++;
    for (const field of ['name', 'address', 'city'] as const)
      this.#takeText(`patient.${field}`, patient[field]);
    if (patient.name.length >= shortestSecret) this.secrets.add(patient.name);
    if (patient.cpr === undefined) {
      people.withoutCpr++;
      return;
    }
    const cpr = parseCpr(patient.cpr);
    if (cpr.kind === 'unreadable') people.unreadableCpr++;
    if (cpr.kind !== 'cpr') return;
    people.cpr++;
    this.secrets.add(cpr.number).add(`${cpr.number.slice(0, 6)}-${cpr.number.slice(6)}`);
    if (patient.id.replace('-', '') === cpr.number) people.idIsCpr++;
    if (patient.sex !== undefined && patient.sex !== cpr.sex) people.otherSex++;
    if (patient.birthDate === undefined || patient.birthDateLatest !== undefined) return;
    const off = dayOf(patient.birthDate) - dayOf(cpr.birthDate ?? patient.birthDate);
    people.birthOff.set(off, (people.birthOff.get(off) ?? 0) + 1);
  }

  #takeRejections(rejected: CheckedPatient['rejected']): void {
    const own = new Set<RejectionCount>();
    for (const { type, field, reason, index, count } of rejected) {
      // A list under another name, or that is none, has no place in a list.
      const isRecord = type !== 'patient' && (index !== undefined || count !== undefined);
      const key = `${type} ${field} ${reason} ${isRecord}`;
      let found = this.#rejections.get(key);
      if (!found) {
        if (this.#rejections.size >= mostPlaces) continue;
        found = { type, field, reason, isRecord, records: 0, patients: 0 };
        this.#rejections.set(key, found);
      }
      found.records += count ?? 1;
      own.add(found);
    }
    for (const found of own) found.patients++;
  }

  #takeRecords(count: TypeCount, records: readonly ClinicalRecord[]): void {
    const seen = new Set<string>();
    for (const record of records) {
      const day = isSpanRecord(record) ? record.from : record.at;
      const isExact = isSpanRecord(record)
        ? record.fromLatest === undefined
        : record.atLatest === undefined;
      if (isExact) {
        count.days.set(day, (count.days.get(day) ?? 0) + 1);
        count.weekdays[weekdayOf(day)]!++;
      }
      if (isSpanRecord(record) && record.to !== undefined) {
        count.ended++;
        if (record.to === record.from) count.sameDay++;
      }
      const key = keyOf(record);
      if (seen.has(key)) count.doubles++;
      seen.add(key);
      if (record.code === '' && record.text !== undefined) count.texts++;
      if (!systemOf(record.system))
        count.systems.set(record.system, (count.systems.get(record.system) ?? 0) + 1);
      if (record.source !== undefined)
        this.sources.set(record.source, (this.sources.get(record.source) ?? 0) + 1);
      this.#takeText(`${listNames[record.type]}.text`, record.text);
      if (record.type === 'result' && typeof record.value === 'number') {
        const code = `${record.system} ${record.code}`;
        let unit = this.units.get(code);
        if (!unit) this.units.set(code, (unit = { numbers: 0, withUnit: 0 }));
        unit.numbers++;
        if (record.unit !== undefined) unit.withUnit++;
      }
    }
  }

  /** Of each list the first record is looked at: a mapping gives all the same names. */
  #takeKeys(type: RecordType, entry: unknown): void {
    if (!isObject(entry)) return;
    for (const key of Object.keys(entry).slice(0, 50)) {
      const place = `${type} ${key}`;
      if (!this.#keys.has(place)) {
        if (this.#keys.size >= mostPlaces) return;
        const isFree = (field: string) => entry[field] === undefined;
        this.#keys.set(place, recordFieldMeantBy(type, key, isFree));
      }
      const meant = this.#keys.get(place);
      if (meant === undefined) continue;
      const field = `${listNames[type]}.${key}`;
      const near = this.nearNames.get(field) ?? { type, meant, lists: 0 };
      this.nearNames.set(field, near);
      near.lists++;
    }
  }

  #takeText(field: string, text: string | undefined): void {
    if (text === undefined || text === '') return;
    let isSpoilt = this.#texts.get(text);
    if (isSpoilt === undefined) {
      isSpoilt = spoilt.test(text);
      if (this.#texts.size < mostTexts) this.#texts.set(text, isSpoilt);
    }
    if (isSpoilt) this.spoilt.set(field, (this.spoilt.get(field) ?? 0) + 1);
  }
}

/** Places and texts that are remembered: no mapping has more of them that tell anything new. */
const mostPlaces = 500;
const mostTexts = 20_000;
/** A shorter name stands in too many other words. */
const shortestSecret = 6;

/** UTF-8 read as Latin-1 (`Ã¸`), a character that was lost (U+FFFD), or markup (`&aelig;`, `<b>`). */
const spoilt =
  /[ÂÃ][\u0080-\u00bf\u2018-\u203a€ƒ†‡ˆ‰ŠŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd|&(?:#\d+|[a-z]+\d*);|<\/?[a-z][^<>]*>/i;

function newCount(): TypeCount {
  return {
    ...{ entries: 0, lists: 0, ended: 0, sameDay: 0, doubles: 0, texts: 0 },
    days: new Map(),
    weekdays: [0, 0, 0, 0, 0, 0, 0],
    systems: new Map(),
  };
}

function isSpanRecord(record: ClinicalRecord): record is Extract<ClinicalRecord, SpanRecord> {
  return isSpan(record.type);
}

/** 0 is Monday: the first day of 1970 was a Thursday. */
function weekdayOf(date: string): number {
  return (((dayOf(date) + 3) % 7) + 7) % 7;
}

/** Everything of a record but its place: two with the same key say the same twice. */
function keyOf(record: ClinicalRecord): string {
  return Object.entries(record)
    .filter(([key]) => key !== 'index')
    .map(([, value]: [string, unknown]) => JSON.stringify(value))
    .join('\u0001');
}
