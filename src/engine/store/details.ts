/** What records have in common beside their codes: read off a record of each type, compared, and kept. */
import {
  isSpan,
  type AppointmentStatus,
  type CalendarDate,
  type CarePlanStatus,
  type ClinicalRecord,
  type Comparator,
  type LetterStatus,
  type RecordByType,
  type RecordType,
  type ReferralStatus,
  type Strength,
} from '../../record/index.ts';

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

/**
 * A detail with every field in its place, set or not, and its number: engines compare objects of one shape many times
 * as fast as records of many. What is compared most stands first, and so together in the memory.
 */
export interface NumberedDetail {
  readonly number: number;
  readonly product: string | undefined;
  readonly strength: number | undefined;
  readonly strengthUnit: string | undefined;
  readonly text: string | undefined;
  readonly dose: string | undefined;
  readonly source: string | undefined;
  readonly unit: string | undefined;
  readonly value: string | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly comparator: Comparator | undefined;
  readonly specialty: string | undefined;
  readonly status: Detail['status'];
  readonly with: string | undefined;
  readonly to: string | undefined;
  readonly sender: string | undefined;
  readonly maintained: CalendarDate | undefined;
  readonly maintainedLatest: CalendarDate | undefined;
}

export function numberedDetail(number: number, detail: Detail): NumberedDetail {
  return {
    number,
    product: detail.product,
    strength: detail.strength?.value,
    strengthUnit: detail.strength?.unit,
    text: detail.text,
    dose: detail.dose,
    source: detail.source,
    unit: detail.unit,
    value: detail.value,
    low: detail.low,
    high: detail.high,
    comparator: detail.comparator,
    specialty: detail.specialty,
    status: detail.status,
    with: detail.with,
    to: detail.to,
    sender: detail.sender,
    maintained: detail.maintained,
    maintainedLatest: detail.maintainedLatest,
  };
}

/**
 * Whether a detail is a record's, of a detail that came with a record of the same type. Each type has a function of its
 * own, which meets records of few shapes, and compares what records of the type may have: what tells most of them apart
 * first.
 */
export const detailMatchers: {
  readonly [Type in RecordType]: (detail: NumberedDetail, record: RecordByType[Type]) => boolean;
} = {
  diagnosis: (detail, { text, source }) => detail.text === text && detail.source === source,
  medication: (detail, { product, strength, text, dose, source }) =>
    detail.strength === strength?.value &&
    detail.product === product &&
    detail.text === text &&
    detail.dose === dose &&
    detail.source === source &&
    detail.strengthUnit === strength?.unit,
  result: (detail, { text, value, unit, comparator, low, high, source }) =>
    detail.text === text &&
    detail.value === (typeof value === 'string' ? value : undefined) &&
    detail.unit === unit &&
    detail.comparator === comparator &&
    detail.low === low &&
    detail.high === high &&
    detail.source === source,
  service: (detail, { text, specialty, source }) =>
    detail.text === text && detail.specialty === specialty && detail.source === source,
  appointment: (detail, record) =>
    detail.text === record.text &&
    detail.status === record.status &&
    detail.with === record.with &&
    detail.source === record.source,
  referral: (detail, { text, status, to, source }) =>
    detail.text === text &&
    detail.status === status &&
    detail.to === to &&
    detail.source === source,
  letter: (detail, { text, status, sender, source }) =>
    detail.text === text &&
    detail.status === status &&
    detail.sender === sender &&
    detail.source === source,
  vaccination: (detail, { text, dose, source }) =>
    detail.text === text && detail.dose === dose && detail.source === source,
  carePlan: (detail, { text, status, maintained, maintainedLatest, source }) =>
    detail.text === text &&
    detail.status === status &&
    detail.maintained === maintained &&
    detail.maintainedLatest === maintainedLatest &&
    detail.source === source,
  note: (detail, { text, sender, source }) =>
    detail.text === text && detail.sender === sender && detail.source === source,
  correspondence: (detail, { text, sender, to, source }) =>
    detail.text === text &&
    detail.sender === sender &&
    detail.to === to &&
    detail.source === source,
};

/**
 * A whole number that records with the same details share, and few others: by it they are looked up. Each type has a
 * function of its own, as for `detailMatchers`.
 */
export const detailHashes: {
  readonly [Type in RecordType]: (record: RecordByType[Type]) => number;
} = {
  diagnosis: ({ text, source }) => hashOf(hashOf(0, text), source),
  medication: ({ product, strength, text, dose, source }) => {
    const amount = strength ? hashOf(hashOf(0, strength.unit), strength.value) : 0;
    return hashOf(hashOf(hashOf(hashOf(amount, product), text), dose), source);
  },
  result: ({ text, value, unit, comparator, low, high, source }) => {
    const range = hashOf(hashOf(0, low), high);
    const textual = typeof value === 'string' ? hashOf(range, value) : range;
    return hashOf(hashOf(hashOf(hashOf(textual, comparator), unit), text), source);
  },
  service: ({ text, specialty, source }) => hashOf(hashOf(hashOf(0, specialty), text), source),
  appointment: (record) =>
    hashOf(hashOf(hashOf(hashOf(0, record.status), record.with), record.text), record.source),
  referral: ({ text, status, to, source }) =>
    hashOf(hashOf(hashOf(hashOf(0, status), to), text), source),
  letter: ({ text, status, sender, source }) =>
    hashOf(hashOf(hashOf(hashOf(0, status), sender), text), source),
  vaccination: ({ text, dose, source }) => hashOf(hashOf(hashOf(0, dose), text), source),
  carePlan: ({ text, status, maintained, maintainedLatest, source }) => {
    const days = hashOf(hashOf(0, maintained), maintainedLatest);
    return hashOf(hashOf(hashOf(days, status), text), source);
  },
  note: ({ text, sender, source }) => hashOf(hashOf(hashOf(0, sender), text), source),
  correspondence: ({ text, sender, to, source }) =>
    hashOf(hashOf(hashOf(hashOf(0, sender), to), text), source),
};

/** Adds a field to a hash; one that is not there counts as a place that is empty. */
function hashOf(before: number, value: string | number | undefined): number {
  const hash = Math.imul(before, fieldFactor) + 1;
  if (value === undefined) return hash | 0;
  return typeof value === 'string' ? hashOfText(hash, value) : (hash + value * fractions) | 0;
}

function hashOfText(before: number, text: string): number {
  let hash = before + text.length;
  const end = Math.min(text.length, mostHashed);
  for (let at = 0; at < end; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return hash | 0;
}

/** Odd, so that no bit of what came before is lost. */
const fieldFactor = 0x9e3779b1;
/** Numbers differ in their decimals. */
const fractions = 1000;
/** Texts that are alike for so long are told apart by comparing them. */
const mostHashed = 64;

/** Any record: what its type does not have is simply absent. */
type LooseRecord = Omit<Detail, 'value' | 'to'> &
  Pick<ClinicalRecord, 'type'> & { readonly value?: number | string; readonly to?: string };

/** The details of a record: only the fields that are set, in one order, so that its JSON is its identity. */
export function detailFrom(record: LooseRecord): Detail {
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
  const { specialty, product, strength, maintained, maintainedLatest } = record;
  if (specialty !== undefined) detail.specialty = specialty;
  if (product !== undefined) detail.product = product;
  if (strength !== undefined) detail.strength = strength;
  if (maintained !== undefined) detail.maintained = maintained;
  if (maintainedLatest !== undefined) detail.maintainedLatest = maintainedLatest;
  // A point's `to` is whom it went to; a span's is its last day, which has a column of its own.
  if (!isSpan(record.type) && record.to !== undefined) detail.to = record.to;
  if (typeof record.value === 'string') detail.value = record.value;
  return detail;
}
