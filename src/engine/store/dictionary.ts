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
  readonly #recent: number[][] = [];

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
    const recent = this.#recent[code]!;
    for (const number of recent) if (isDetailOf(this.details[number]!, record)) return number;
    const detail = readDetail(record);
    const key = JSON.stringify(detail);
    let number = this.#detailNumbers.get(key);
    if (number === undefined) {
      number = this.details.push(detail) - 1;
      this.#detailNumbers.set(key, number);
    }
    if (recent.length < mostRecent) recent.push(number);
    else recent[number % mostRecent] = number;
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

const mostRecent = 8;

/** Any record: what its type does not have is simply absent. */
type AnyRecord = Omit<Detail, 'value' | 'to'> &
  Pick<ClinicalRecord, 'type'> & { readonly value?: number | string; readonly to?: string };

/** In one order of keys, so that its JSON is its identity. */
function readDetail(record: AnyRecord): Detail {
  const detail: { -readonly [Field in keyof Detail]: Detail[Field] } = {};
  const { text, source, dose, comparator, unit, low, high, status } = record;
  if (text !== undefined) detail.text = text;
  if (source !== undefined) detail.source = source;
  if (dose !== undefined) detail.dose = dose;
  if (comparator !== undefined) detail.comparator = comparator;
  if (unit !== undefined) detail.unit = unit;
  if (low !== undefined) detail.low = low;
  if (high !== undefined) detail.high = high;
  if (status !== undefined) detail.status = status;
  if (record.with !== undefined) detail.with = record.with;
  if (record.sender !== undefined) detail.sender = record.sender;
  const { specialty, product, strength } = record;
  if (specialty !== undefined) detail.specialty = specialty;
  if (product !== undefined) detail.product = product;
  if (strength !== undefined) detail.strength = strength;
  const { maintained, maintainedLatest } = record;
  if (maintained !== undefined) detail.maintained = maintained;
  if (maintainedLatest !== undefined) detail.maintainedLatest = maintainedLatest;
  const [to, value] = [receiverOf(record), textualValue(record)];
  if (to !== undefined) detail.to = to;
  if (value !== undefined) detail.value = value;
  return detail;
}

function isDetailOf(detail: Detail, record: AnyRecord): boolean {
  return (
    detail.text === record.text &&
    detail.source === record.source &&
    detail.unit === record.unit &&
    detail.dose === record.dose &&
    detail.comparator === record.comparator &&
    detail.low === record.low &&
    detail.high === record.high &&
    detail.status === record.status &&
    detail.with === record.with &&
    detail.sender === record.sender &&
    detail.specialty === record.specialty &&
    detail.product === record.product &&
    detail.strength?.value === record.strength?.value &&
    detail.strength?.unit === record.strength?.unit &&
    detail.maintained === record.maintained &&
    detail.maintainedLatest === record.maintainedLatest &&
    detail.to === receiverOf(record) &&
    detail.value === textualValue(record)
  );
}

/** A point's `to` is whom it went to; a span's is its last day, which has a column of its own. */
function receiverOf({ type, to }: AnyRecord): string | undefined {
  return isSpan(type) ? undefined : to;
}

function textualValue({ value }: AnyRecord): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
