/**
 * What records have in common, kept once: their codes, and everything else about them but dates and
 * numbers. A record in a column is then a handful of whole numbers.
 */
import {
  isSpan,
  type AppointmentStatus,
  type CalendarDate,
  type CarePlanStatus,
  type ClinicalRecord,
  type Comparator,
  type LetterStatus,
  type ReferralStatus,
  type Strength,
} from '../../record/index.ts';

/** A system and a code, both normalised. */
export interface Code {
  readonly system: string;
  readonly code: string;
}

/**
 * Everything of a record but its type, code, days, number and place. Fields as in the records. The `body` of a letter,
 * a note or a message is left out: it is no two records' own, no list shows it, and a clinic of them would not fit.
 */
export interface Detail {
  readonly text?: string;
  readonly source?: string;
  readonly dose?: string;
  readonly comparator?: Comparator;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly status?: AppointmentStatus | ReferralStatus | LetterStatus | CarePlanStatus;
  readonly with?: string;
  readonly to?: string;
  readonly sender?: string;
  /** A result's textual value. */
  readonly value?: string;
  readonly specialty?: string;
  readonly product?: string;
  readonly strength?: Strength;
  readonly maintained?: CalendarDate;
  readonly maintainedLatest?: CalendarDate;
}

/** Numbers codes and details in the order in which they first come. Never forgets one. */
export class Dictionary {
  readonly codes: Code[] = [];
  readonly details: Detail[] = [];
  readonly #codeNumbers = new Map<string, Map<string, number>>();
  /** Records of one system mostly come together. */
  #system: string | undefined;
  #ofSystem = new Map<string, number>();
  readonly #detailNumbers = new Map<string, number>();
  /** By code: the details that came with it lately. Most records repeat one of them. */
  readonly #recent: FlatDetail[][] = [];
  /** Those of the record in hand. */
  readonly #own = flatDetail();

  /** The number of a code. */
  numberOf(system: string, code: string): number {
    const ofSystem = system === this.#system ? this.#ofSystem : this.#turnTo(system);
    let number = ofSystem.get(code);
    if (number === undefined) {
      number = this.codes.push({ system, code }) - 1;
      ofSystem.set(code, number);
      this.#recent.push([]);
    }
    return number;
  }

  #turnTo(system: string): Map<string, number> {
    let ofSystem = this.#codeNumbers.get(system);
    if (!ofSystem) this.#codeNumbers.set(system, (ofSystem = new Map<string, number>()));
    this.#system = system;
    this.#ofSystem = ofSystem;
    return ofSystem;
  }

  /** The number of a record's details. `code` is its code's number. */
  detailOf(record: ClinicalRecord, code: number): number {
    const own = this.#own;
    flatten(record, own);
    const recent = this.#recent[code]!;
    for (let at = 0; at < recent.length; at++) {
      const each = recent[at]!;
      if (!isSame(each, own)) continue;
      // What comes often comes to stand in front.
      if (at > 0) {
        recent[at] = recent[at - 1]!;
        recent[at - 1] = each;
      }
      return each.number;
    }
    const detail = detailFrom(own);
    const key = JSON.stringify(detail);
    let number = this.#detailNumbers.get(key);
    if (number === undefined) {
      number = this.details.push(detail) - 1;
      this.#detailNumbers.set(key, number);
    }
    const kept = { ...own, number };
    if (recent.length < mostRecent) recent.push(kept);
    else recent[number % mostRecent] = kept;
    return number;
  }

  /** Takes over what another dictionary, of which this one is a copy, has added since. */
  extend(codes: readonly Code[], details: readonly Detail[]): void {
    for (const { system, code } of codes) this.numberOf(system, code);
    for (const detail of details) {
      const number = this.details.push(detail) - 1;
      this.#detailNumbers.set(JSON.stringify(detail), number);
    }
  }
}

/** A code of medicines comes with as many as it has products and strengths. */
const mostRecent = 32;

/**
 * A detail with every field in its place, set or not, and its number: engines compare objects of one shape many times
 * as fast as records of many.
 */
interface FlatDetail {
  number: number;
  text: string | undefined;
  source: string | undefined;
  dose: string | undefined;
  comparator: Comparator | undefined;
  unit: string | undefined;
  low: number | undefined;
  high: number | undefined;
  status: Detail['status'];
  with: string | undefined;
  to: string | undefined;
  sender: string | undefined;
  value: string | undefined;
  specialty: string | undefined;
  product: string | undefined;
  strength: Strength | undefined;
  maintained: CalendarDate | undefined;
  maintainedLatest: CalendarDate | undefined;
}

function flatDetail(): FlatDetail {
  return {
    number: 0,
    text: undefined,
    source: undefined,
    dose: undefined,
    comparator: undefined,
    unit: undefined,
    low: undefined,
    high: undefined,
    status: undefined,
    with: undefined,
    to: undefined,
    sender: undefined,
    value: undefined,
    specialty: undefined,
    product: undefined,
    strength: undefined,
    maintained: undefined,
    maintainedLatest: undefined,
  };
}

/** Any record: what its type does not have is simply absent. */
type AnyRecord = Omit<Detail, 'value' | 'to'> &
  Pick<ClinicalRecord, 'type'> & { readonly value?: number | string; readonly to?: string };

/** Writes a record's details into `flat`, every field of it. */
function flatten(record: AnyRecord, flat: FlatDetail): void {
  flat.text = record.text;
  flat.source = record.source;
  flat.dose = record.dose;
  flat.comparator = record.comparator;
  flat.unit = record.unit;
  flat.low = record.low;
  flat.high = record.high;
  flat.status = record.status;
  flat.with = record.with;
  flat.sender = record.sender;
  flat.specialty = record.specialty;
  flat.product = record.product;
  flat.strength = record.strength;
  flat.maintained = record.maintained;
  flat.maintainedLatest = record.maintainedLatest;
  // A point's `to` is whom it went to; a span's is its last day, which has a column of its own.
  flat.to = isSpan(record.type) ? undefined : record.to;
  flat.value = typeof record.value === 'string' ? record.value : undefined;
}

/** What tells most of them apart is compared first. */
function isSame(a: FlatDetail, b: FlatDetail): boolean {
  return (
    a.product === b.product &&
    a.strength?.value === b.strength?.value &&
    a.text === b.text &&
    a.dose === b.dose &&
    a.value === b.value &&
    a.source === b.source &&
    a.unit === b.unit &&
    a.comparator === b.comparator &&
    a.low === b.low &&
    a.high === b.high &&
    a.status === b.status &&
    a.with === b.with &&
    a.to === b.to &&
    a.sender === b.sender &&
    a.specialty === b.specialty &&
    a.strength?.unit === b.strength?.unit &&
    a.maintained === b.maintained &&
    a.maintainedLatest === b.maintainedLatest
  );
}

/** Only the fields that are set, in one order, so that its JSON is its identity. */
function detailFrom(flat: FlatDetail): Detail {
  const detail: { -readonly [Field in keyof Detail]: Detail[Field] } = {};
  const { text, source, dose, comparator, unit, low, high, status } = flat;
  if (text !== undefined) detail.text = text;
  if (source !== undefined) detail.source = source;
  if (dose !== undefined) detail.dose = dose;
  if (comparator !== undefined) detail.comparator = comparator;
  if (unit !== undefined) detail.unit = unit;
  if (low !== undefined) detail.low = low;
  if (high !== undefined) detail.high = high;
  if (status !== undefined) detail.status = status;
  if (flat.with !== undefined) detail.with = flat.with;
  if (flat.sender !== undefined) detail.sender = flat.sender;
  const { specialty, product, strength, maintained, maintainedLatest } = flat;
  if (specialty !== undefined) detail.specialty = specialty;
  if (product !== undefined) detail.product = product;
  if (strength !== undefined) detail.strength = strength;
  if (maintained !== undefined) detail.maintained = maintained;
  if (maintainedLatest !== undefined) detail.maintainedLatest = maintainedLatest;
  if (flat.to !== undefined) detail.to = flat.to;
  if (flat.value !== undefined) detail.value = flat.value;
  return detail;
}
