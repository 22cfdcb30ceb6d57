/** What records have in common beside their codes: read off a record of each type, compared, and kept. */
import type {
  AppointmentStatus,
  CalendarDate,
  CarePlanStatus,
  Comparator,
  LetterStatus,
  RecordByType,
  RecordType,
  ReferralStatus,
  Strength,
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
 * as fast as records of many.
 */
export interface FlatDetail {
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

export function flatDetail(): FlatDetail {
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

/**
 * Writes the details of a record into `flat`: every field that records of its type may have. Each type has a function of
 * its own, which meets records of few shapes only.
 */
export const detailWriters: {
  readonly [Type in RecordType]: (record: RecordByType[Type], flat: FlatDetail) => void;
} = {
  diagnosis(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
  },
  medication(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.dose = record.dose;
    flat.product = record.product;
    flat.strength = record.strength;
  },
  result(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.value = typeof record.value === 'string' ? record.value : undefined;
    flat.comparator = record.comparator;
    flat.unit = record.unit;
    flat.low = record.low;
    flat.high = record.high;
  },
  service(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.specialty = record.specialty;
  },
  appointment(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.status = record.status;
    flat.with = record.with;
  },
  referral(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.status = record.status;
    flat.to = record.to;
  },
  letter(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.status = record.status;
    flat.sender = record.sender;
  },
  vaccination(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.dose = record.dose;
  },
  carePlan(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.status = record.status;
    flat.maintained = record.maintained;
    flat.maintainedLatest = record.maintainedLatest;
  },
  note(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.sender = record.sender;
  },
  correspondence(record, flat) {
    flat.text = record.text;
    flat.source = record.source;
    flat.sender = record.sender;
    flat.to = record.to;
  },
};

/** What tells most of them apart is compared first. */
export function isSameDetail(a: FlatDetail, b: FlatDetail): boolean {
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
export function detailFrom(flat: FlatDetail): Detail {
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
