/** What a clinic's data looks like as a whole: counted while it comes, judged when it has come. No value is kept. */
import { Clinic } from '../engine/index.ts';
import { dayOf } from '../record/days.ts';
import {
  isSpan,
  listNames,
  parseCpr,
  recordFieldMeantBy,
  recordKinds,
  recordTypes,
  systemOf,
  type CheckedPatient,
  type CheckOutcome,
  type ClinicalRecord,
  type CoverageByType,
  type DataType,
  type Hint,
  type Patient,
  type ResultRecord,
  type RecordType,
  type Rejection,
  type SpanRecord,
} from '../record/index.ts';
import { isObject } from '../json/values.ts';
import { codeKey, codeOf, oddFields, suppliedAt } from './places.ts';
import { namesOf, shapeOfText, Speech, Tally } from './tally.ts';
import { traitOf } from './traits.ts';

/** Rejected records of one type, field and reason. */
export interface RejectionCount {
  readonly type: DataType;
  readonly field: string;
  readonly reason: Rejection['reason'];
  /** Whether it is a record of a list, rather than the list or a field of the patient's. */
  readonly isRecord: boolean;
  records: number;
  patients: number;
  /** What their values look like, and which they are: statuses, and words for nothing. */
  readonly traits: Tally;
  readonly values: Tally;
  /** As `codeKey` has them. */
  readonly codes: Tally;
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
  readonly doubleCodes: Tally;
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
  /** What they look like. */
  readonly cprShapes: Tally;
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

/** Results of one code: how many are numbers, and have a unit. */
interface UnitCount {
  numbers: number;
  withUnit: number;
  texts: number;
}

/** Where something looks odd of one kind and type. */
export interface HintPlaces {
  /** `diagnoses.from`. */
  readonly fields: Tally;
  readonly codes: Tally;
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
    cprShapes: new Tally(),
  };
  /** By `codeKey`. */
  readonly units = new Map<string, UnitCount>();
  readonly speech = new Speech((word) => this.#nameWords.has(word));
  readonly #nameWords = new Set<string>();
  readonly #hintPlaces = new Map<string, HintPlaces>();
  /** Sources that records name. */
  readonly sources = new Map<string, number>();
  /** Texts with characters read in the wrong encoding, or markup, by field. */
  readonly spoilt = new Map<string, { count: number; readonly signs: Tally }>();
  /** Fields of records under names near ours, by list and name. */
  readonly nearNames = new Map<string, NearName>();
  /** Names and CPR numbers, for finding out whether any was written somewhere. */
  readonly secrets = new Set<string>();
  readonly #rejections = new Map<string, RejectionCount>();
  /** By text: the first sign of another encoding, or of markup, if there is any. */
  readonly #texts = new Map<string, string>();
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
    const { patient, records, rejected, hints = [] } = checked;
    const isAgain = this.clinic.has(patient.id);
    yield* this.clinic.takeInSteps(checked);
    // Who comes again is counted once: that they do is told elsewhere.
    if (isAgain) return;
    this.patients++;
    this.#takePerson(patient);
    this.#takeRejections(rejected, supplied);
    for (const hint of hints) this.#takeHint(hint, supplied);
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
    for (const word of patient.name.toLowerCase().split(/[^\p{L}]+/u))
      if (word.length >= shortestWord) this.#nameWords.add(word);
    if (patient.cpr === undefined) {
      people.withoutCpr++;
      return;
    }
    const cpr = parseCpr(patient.cpr);
    if (cpr.kind === 'unreadable') {
      people.unreadableCpr++;
      people.cprShapes.add(shapeOfText(patient.cpr));
    }
    if (cpr.kind !== 'cpr') return;
    people.cpr++;
    this.secrets.add(cpr.number).add(`${cpr.number.slice(0, 6)}-${cpr.number.slice(6)}`);
    if (patient.id.replace('-', '') === cpr.number) people.idIsCpr++;
    if (patient.sex !== undefined && patient.sex !== cpr.sex) people.otherSex++;
    if (patient.birthDate === undefined || patient.birthDateLatest !== undefined) return;
    const off = dayOf(patient.birthDate) - dayOf(cpr.birthDate ?? patient.birthDate);
    people.birthOff.set(off, (people.birthOff.get(off) ?? 0) + 1);
  }

  #takeRejections(rejected: CheckedPatient['rejected'], supplied: unknown): void {
    const own = new Set<RejectionCount>();
    for (const each of rejected) {
      const { type, field, reason, index, count, system, code } = each;
      // A list under another name, or that is none, has no place in a list.
      const isRecord = type !== 'patient' && (index !== undefined || count !== undefined);
      const key = `${type} ${field} ${reason} ${isRecord}`;
      let found = this.#rejections.get(key);
      if (!found) {
        if (this.#rejections.size >= mostPlaces) continue;
        found = {
          ...{ type, field, reason, isRecord, records: 0, patients: 0 },
          ...{ traits: new Tally(), values: new Tally(), codes: new Tally() },
        };
        this.#rejections.set(key, found);
      }
      found.records += count ?? 1;
      if (system !== undefined && code) found.codes.add(codeKey(system, code));
      const trait = count === undefined ? traitOf(reason, suppliedAt(supplied, each)) : undefined;
      if (trait) found[trait.isValue ? 'values' : 'traits'].add(trait.text);
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
      if (seen.has(key)) {
        count.doubles++;
        if (record.code !== '') count.doubleCodes.add(codeKey(record.system, record.code));
      }
      seen.add(key);
      if (record.code === '' && record.text !== undefined) count.texts++;
      if (!systemOf(record.system))
        count.systems.set(record.system, (count.systems.get(record.system) ?? 0) + 1);
      if (record.source !== undefined)
        this.sources.set(record.source, (this.sources.get(record.source) ?? 0) + 1);
      this.#takeText(`${listNames[record.type]}.text`, record.text);
      if (record.type === 'result') this.#takeResult(record);
    }
  }

  #takeResult({ system, code, value, unit }: ResultRecord): void {
    const key = codeKey(system, code);
    let count = this.units.get(key);
    if (!count) this.units.set(key, (count = { numbers: 0, withUnit: 0, texts: 0 }));
    if (typeof value !== 'number') {
      count.texts++;
      this.#takeText('results.value', value);
      return;
    }
    count.numbers++;
    if (unit !== undefined) count.withUnit++;
  }

  /** Looks for the fields that a hint is about. */
  #takeHint({ kind, type }: Hint, supplied: unknown): void {
    const isOdd = oddFields[kind];
    if (!isOdd || !isObject(supplied)) return;
    const places = this.placesOf(kind, type);
    this.#hintPlaces.set(`${kind} ${type}`, places);
    const name = type === 'patient' ? type : listNames[type];
    const given: unknown = supplied[name];
    for (const entry of Array.isArray(given) ? (given as readonly unknown[]) : [given])
      try {
        this.#takeOddEntry(places, isOdd, type, entry);
      } catch {
        // What throws when it is read is told where it is set aside.
      }
  }

  #takeOddEntry(
    { fields, codes }: HintPlaces,
    isOdd: (field: string, value: unknown) => boolean,
    type: DataType,
    entry: unknown,
  ): void {
    if (!isObject(entry)) return;
    const name = type === 'patient' ? type : listNames[type];
    const odd = Object.keys(entry)
      .slice(0, mostKeys)
      .filter((field) => isOdd(field, entry[field]));
    for (const field of odd) fields.add(`${name}.${field}`);
    const { code } = entry;
    if (odd.length > 0 && typeof code === 'string' && type !== 'patient')
      codes.add(codeKey(recordKinds[type].system, code));
  }

  /** Where something of a kind was seen. */
  placesOf(kind: Hint['kind'], type: DataType): HintPlaces {
    return this.#hintPlaces.get(`${kind} ${type}`) ?? { fields: new Tally(), codes: new Tally() };
  }

  /** A code as it is told: with its system, where that is not the type's usual one. */
  sayCode(key: string, type: DataType): string {
    const [system, code] = codeOf(key);
    const said = this.speech.say(code);
    if (type === 'patient' || system === recordKinds[type].system) return said;
    return `${systemOf(system)?.title ?? this.speech.say(system)} ${said}`;
  }

  /** The most frequent codes of some, as they are told. */
  sayCodes(codes: readonly (readonly [string, number])[], type: DataType): string {
    return namesOf(codes.map(([key, count]) => [this.sayCode(key, type), count]));
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
    let sign = this.#texts.get(text);
    if (sign === undefined) {
      sign = signOf(text);
      if (this.#texts.size < mostTexts) this.#texts.set(text, sign);
    }
    if (sign === '') return;
    let found = this.spoilt.get(field);
    if (!found) this.spoilt.set(field, (found = { count: 0, signs: new Tally() }));
    found.count++;
    found.signs.add(`\`${sign}\``);
  }
}

/** The first sign of another encoding, or of markup: of a tag its name alone. */
function signOf(text: string): string {
  const [sign = ''] = spoilt.exec(text) ?? [];
  return sign.startsWith('<') ? sign.replace(/^(<\/?[a-z]\w{0,9}).*$/is, '$1>') : sign;
}

/** Places and texts that are remembered: no mapping has more of them that tell anything new. */
const mostPlaces = 500;
const mostTexts = 20_000;
/** A shorter name stands in too many other words. */
const shortestSecret = 6;
/** Nobody has a shorter name. */
const shortestWord = 2;
const mostKeys = 50;

/** UTF-8 read as Latin-1 (`Ã¸`), a character that was lost (U+FFFD), or markup (`&aelig;`, `<b>`). */
const spoilt =
  /[ÂÃ][\u0080-\u00bf\u2018-\u203a€ƒ†‡ˆ‰ŠŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd|&(?:#\d+|[a-z]+\d*);|<\/?[a-z][^<>]*>/i;

function newCount(): TypeCount {
  return {
    ...{ entries: 0, lists: 0, ended: 0, sameDay: 0, doubles: 0, texts: 0 },
    days: new Map(),
    doubleCodes: new Tally(),
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
