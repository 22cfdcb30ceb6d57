/**
 * The data types as an adapter supplies them, and as the engine reads them once they are checked.
 * Dates are calendar dates `YYYY-MM-DD`; a date-time counts as its own local date, as written (SEMANTICS R4).
 */

/** What sets a record type apart, beside the fields of its own. */
export interface RecordKind {
  /** Its list in `PatientRecords`. */
  readonly list: string;
  /** The code system of a record that names none (R1). */
  readonly system: string;
  /** A span covers days, `from` … `to`; anything else is a point, `at` a day. */
  readonly span?: true;
  /** What it may have come to; it counts for nothing when it is cancelled (R5). */
  readonly statuses?: readonly string[];
  /** A record may be without a code, and could then have any (R3a, R10a). */
  readonly uncoded?: true;
  /** Few clinics supply it: where nobody has it and nobody asks, nothing is said of it. */
  readonly seldom?: true;
}

/**
 * The types that come as lists of coded entries, in the order in which everything names them. All that
 * holds of every type is read from here: a further type begins with a line of its own.
 */
export const recordKinds = {
  diagnosis: { list: 'diagnoses', system: 'ICPC-2', span: true },
  medication: { list: 'medications', system: 'ATC', span: true, uncoded: true },
  result: { list: 'results', system: 'NPU' },
  service: { list: 'services', system: 'YDELSE' },
  appointment: {
    list: 'appointments',
    system: 'LOCAL',
    statuses: ['booked', 'attended', 'missed', 'cancelled'],
    uncoded: true,
  },
  referral: {
    list: 'referrals',
    system: 'LOCAL',
    statuses: ['sent', 'accepted', 'completed', 'cancelled'],
    uncoded: true,
  },
  letter: {
    list: 'letters',
    system: 'LOCAL',
    statuses: ['preliminary', 'final', 'cancelled'],
    uncoded: true,
  },
  vaccination: { list: 'vaccinations', system: 'ATC', seldom: true },
  carePlan: {
    list: 'carePlans',
    system: 'LOCAL',
    span: true,
    statuses: ['active', 'completed', 'cancelled'],
    uncoded: true,
    seldom: true,
  },
  note: { list: 'notes', system: 'LOCAL', uncoded: true, seldom: true },
  correspondence: { list: 'correspondence', system: 'LOCAL', uncoded: true, seldom: true },
} as const satisfies Readonly<Record<string, RecordKind>>;

export type RecordType = keyof typeof recordKinds;
export const recordTypes = Object.keys(recordKinds) as readonly RecordType[];

/** The seven data types of the programme, and what it wishes for beside them. */
export type DataType = 'patient' | RecordType;
export const dataTypes: readonly DataType[] = ['patient', ...recordTypes];

/** Whether records of a type cover days, rather than happen on one. */
export function isSpan(type: RecordType): boolean {
  return 'span' in recordKinds[type];
}

/** Whether records of a type may be cancelled. */
export function isCancellable(type: RecordType): boolean {
  return 'statuses' in recordKinds[type];
}

/** Whether a record of a type may be without a code. */
export function isUncoded(type: RecordType): boolean {
  return 'uncoded' in recordKinds[type];
}

/** Whether few clinics supply a type. */
export function isSeldom(type: DataType): boolean {
  return type !== 'patient' && 'seldom' in recordKinds[type];
}

/** A calendar date `YYYY-MM-DD`. Two of them compare as strings. */
export type CalendarDate = string;

/** No record is older (R3); what began on a day that is not known began on it or later (R4a). */
export const earliestBeginning: CalendarDate = '1850-01-01';
/** The calendar's last day (R27): of a beginning that is not known, the latest that it may be. */
export const latestDate: CalendarDate = '9999-12-31';

/** Parts of an ISO 8601 period, each a whole number of zero or more. */
export interface PeriodParts {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

export type Sex = 'female' | 'male' | 'unknown';
/** `?` is any other: of the value nothing is known but that it is not simply this number (R14). */
export type Comparator = '<' | '<=' | '>' | '>=' | '?';
export type AppointmentStatus = (typeof recordKinds.appointment.statuses)[number];
export type ReferralStatus = (typeof recordKinds.referral.statuses)[number];
export type LetterStatus = (typeof recordKinds.letter.statuses)[number];
export type CarePlanStatus = (typeof recordKinds.carePlan.statuses)[number];

/** What an adapter says of one data type: is it there, since when, whence, how fresh. */
export interface Coverage {
  /** `false`: the source is missing; what its records prove is proven, the rest is unknown (R10). */
  readonly available: boolean;
  /** The first day covered. Without it, everything that exists is covered. */
  readonly from?: CalendarDate;
  readonly source?: string;
  /** When the source was last updated: a calendar date or an ISO date-time with offset. */
  readonly updated?: string;
  /** An ISO 8601 period after which a source that was not updated counts as out of date; default `P31D` (R9). */
  readonly staleAfter?: string;
  /** The code systems in which the type's codes are complete; absent: nothing is said of systems (R1a). */
  readonly systems?: readonly string[];
}
export type CoverageByType = Partial<Readonly<Record<DataType, Coverage>>>;

// ── As supplied ────────────────────────────────────────────────────────────────────────────────

export interface SuppliedPatient {
  /** The host's own key; opaque to us, never shown. */
  readonly id: string;
  readonly cpr?: string;
  readonly name: string;
  /** A calendar date, or a year or month: `1941`, `1941-06` (R4a). */
  readonly birthDate: string;
  readonly sex: Sex;
  readonly address?: string;
  readonly postalCode?: string;
  readonly city?: string;
  /** Four-digit municipality code, e.g. `"0101"`. */
  readonly municipality?: string;
  readonly insuranceGroup?: 1 | 2;
  readonly practitioner?: string;
  readonly deceased?: string;
  readonly phone?: string;
  /** The day on which the patient joined the clinic; a calendar date, or a year or month. */
  readonly registered?: string;
  /** Whether the patient is on the clinic's list: one who is passing through is not. */
  readonly listed?: boolean;
}
interface SuppliedSpan {
  readonly code: string;
  readonly system?: string;
  readonly text?: string;
  readonly from: string;
  /** Last day, included. Absent: it goes on. */
  readonly to?: string;
  readonly source?: string;
}
/** `system` defaults to ICPC-2. */
export interface SuppliedDiagnosis extends Omit<SuppliedSpan, 'from'> {
  /** First day. Absent: it began at some time that nobody knows (R4a). */
  readonly from?: string;
}
/** `system` defaults to ATC. */
export interface SuppliedMedication extends SuppliedSpan {
  readonly dose?: string;
  /** The package's or the register's number. */
  readonly product?: string;
  /** How much of the substance is in one dose unit, e.g. `{ value: 1.5, unit: 'mg' }`. */
  readonly strength?: Strength;
  /**
   * The day on which it was last dispensed: an order goes on though nobody fetches it. Needed of one patient
   * (`ClinicAdapter.patient`) only: no list shows it, and a clinic's columns leave it out.
   */
  readonly dispensed?: string;
}
/** `system` defaults to NPU, the Danish DNK and MCS codes included. */
export interface SuppliedResult {
  readonly code: string;
  readonly system?: string;
  readonly text?: string;
  readonly at: string;
  readonly value: number | string;
  readonly comparator?: Comparator;
  readonly unit?: string;
  /** Reference interval, in the result's unit. */
  readonly low?: number;
  readonly high?: number;
  readonly source?: string;
}
/** `system` defaults to `ydelse`, the Danish fee-schedule codes. */
export interface SuppliedService {
  readonly code: string;
  readonly system?: string;
  readonly text?: string;
  readonly at: string;
  /** The specialty that the code belongs to, e.g. `"80"`, general practice. */
  readonly specialty?: string;
  readonly source?: string;
}
export interface SuppliedAppointment {
  readonly code?: string;
  readonly system?: string;
  readonly text?: string;
  readonly at: string;
  readonly status?: AppointmentStatus;
  readonly with?: string;
  readonly source?: string;
}
export interface SuppliedReferral {
  readonly code?: string;
  readonly system?: string;
  readonly text?: string;
  readonly at: string;
  readonly to?: string;
  readonly status?: ReferralStatus;
  readonly source?: string;
}
/** A discharge letter (epikrise). */
export interface SuppliedLetter {
  readonly code?: string;
  readonly system?: string;
  /** Its title. */
  readonly text?: string;
  /** The day it is dated. */
  readonly at: string;
  /** Who wrote it, e.g. a hospital department. */
  readonly from?: string;
  readonly status?: LetterStatus;
  /** The letter itself, plain text. Needed of one patient (`ClinicAdapter.patient`) only: no list shows it, and a clinic's columns leave it out. */
  readonly body?: string;
  readonly source?: string;
}

/** A vaccination that was given. `system` defaults to ATC: `J07…`. */
export interface SuppliedVaccination {
  readonly code: string;
  readonly system?: string;
  readonly text?: string;
  readonly at: string;
  /** Which of a series, as it is written: `"2"`, `"booster"`. */
  readonly dose?: string;
  readonly source?: string;
}
/** A care plan (forløbsplan): `code` is its type. It goes on until `to`. */
export interface SuppliedCarePlan extends Omit<SuppliedSpan, 'code' | 'from'> {
  readonly code?: string;
  /** The day on which it was created. Absent: nobody knows. */
  readonly from?: string;
  /** The day on which it was last gone through; of one that never was, the day on which it was created. */
  readonly maintained?: string;
  readonly status?: CarePlanStatus;
}
/** A note in the journal: `code` is its kind. */
export interface SuppliedNote {
  readonly code?: string;
  readonly system?: string;
  /** Its title. */
  readonly text?: string;
  readonly at: string;
  /** Who wrote it. */
  readonly from?: string;
  /** The note itself, plain text; as a letter's `body`. */
  readonly body?: string;
  readonly source?: string;
}
/** A message to or from another part of the health service, the municipality or the patient. */
export interface SuppliedCorrespondence {
  readonly code?: string;
  readonly system?: string;
  /** What it is about. */
  readonly text?: string;
  readonly at: string;
  /** Who wrote it. */
  readonly from?: string;
  /** Whom it went to. */
  readonly to?: string;
  /** The message itself, plain text; as a letter's `body`. */
  readonly body?: string;
  readonly source?: string;
}

/**
 * One patient as the adapter hands it over. An absent list means *none recorded* where the clinic's
 * coverage covers the type, and *unknown* where it does not.
 */
export interface PatientRecords {
  readonly patient: SuppliedPatient;
  readonly diagnoses?: readonly SuppliedDiagnosis[];
  readonly medications?: readonly SuppliedMedication[];
  readonly results?: readonly SuppliedResult[];
  readonly services?: readonly SuppliedService[];
  readonly appointments?: readonly SuppliedAppointment[];
  readonly referrals?: readonly SuppliedReferral[];
  readonly letters?: readonly SuppliedLetter[];
  readonly vaccinations?: readonly SuppliedVaccination[];
  readonly carePlans?: readonly SuppliedCarePlan[];
  readonly notes?: readonly SuppliedNote[];
  readonly correspondence?: readonly SuppliedCorrespondence[];
  /** Overrides the clinic's coverage, type by type. */
  readonly coverage?: CoverageByType;
}

/** The list of each record type in `PatientRecords`. */
export const listNames = Object.fromEntries(
  recordTypes.map((type) => [type, recordKinds[type].list]),
) as { readonly [Type in RecordType]: (typeof recordKinds)[Type]['list'] };

// ── As checked ─────────────────────────────────────────────────────────────────────────────────

/** A checked patient: every field is readable or absent. `sex: "unknown"` is kept as absent. */
export interface Patient {
  readonly id: string;
  /** Ten digits without a hyphen, when the supplied text could be read as a CPR number; else as supplied. */
  readonly cpr?: string;
  /** Empty when the adapter gave none. */
  readonly name: string;
  /** Of a date known to its year or month, the first day of it (R4a). */
  readonly birthDate?: CalendarDate;
  /** The last day that it may be, where it is known to its year or month only. */
  readonly birthDateLatest?: CalendarDate;
  readonly sex?: 'female' | 'male';
  readonly address?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly municipality?: string;
  readonly insuranceGroup?: 1 | 2;
  readonly practitioner?: string;
  /** Of a date known to its year or month, the first day of it (R4a). */
  readonly deceased?: CalendarDate;
  /** The last day that it may be, where it is known to its year or month only. */
  readonly deceasedLatest?: CalendarDate;
  readonly phone?: string;
  /** The day on which the patient joined the clinic; of a date known to its year or month, the first day of it. */
  readonly registered?: CalendarDate;
  /** The last day that it may be, where it is known to its year or month only. */
  readonly registeredLatest?: CalendarDate;
  /** Whether the patient is on the clinic's list. */
  readonly listed?: boolean;
}

/**
 * A date known to its year or month only stands for every day of it (R4a): the field has the first of them, its
 * companion the last. Where the companion is absent the date is known to the day. `earliestBeginning` and
 * `latestDate` together stand for a beginning that is not known at all.
 */
interface RecordBase<T extends RecordType> {
  readonly type: T;
  /** By its one name; the type's default when none was given (R1). */
  readonly system: string;
  /** Normalised (R1); empty only where a type with statuses has no code, and of a medicine that only has a text (R3a). */
  readonly code: string;
  readonly text?: string;
  readonly source?: string;
  /** Place in the supplied list, from 0: the tie-breaker of R13, and the key that names the record. */
  readonly index: number;
}
interface SpanBase<T extends RecordType> extends RecordBase<T> {
  readonly from: CalendarDate;
  /** The last day on which it may have begun. */
  readonly fromLatest?: CalendarDate;
  /** Last day, included; of a date known to its year or month, the last day of it; absent: no end. */
  readonly to?: CalendarDate;
  /** The first day on which it may have ended. */
  readonly toEarliest?: CalendarDate;
}
interface PointBase<T extends RecordType> extends RecordBase<T> {
  readonly at: CalendarDate;
  /** The last day on which it may have happened. */
  readonly atLatest?: CalendarDate;
  /** Local time as written, `hh:mm`, and `hh:mm:ss` where there are seconds: for appointments mostly, and for ties (R13). */
  readonly time?: string;
}
export type DiagnosisRecord = SpanBase<'diagnosis'>;
/** How much of the substance is in one dose unit. */
export interface Strength {
  readonly value: number;
  readonly unit: string;
}

export interface MedicationRecord extends SpanBase<'medication'> {
  readonly dose?: string;
  /** The package's or the register's number. */
  readonly product?: string;
  readonly strength?: Strength;
  /** The day on which it was last dispensed, as it was written. Absent of a record out of a clinic's columns. */
  readonly dispensed?: string;
}
export interface ResultRecord extends PointBase<'result'> {
  readonly value: number | string;
  readonly comparator?: Comparator;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
}
export interface ServiceRecord extends PointBase<'service'> {
  /** The specialty that a service code belongs to, e.g. `"80"`, general practice. */
  readonly specialty?: string;
}
export interface AppointmentRecord extends PointBase<'appointment'> {
  readonly status?: AppointmentStatus;
  readonly with?: string;
}
export interface ReferralRecord extends PointBase<'referral'> {
  readonly to?: string;
  readonly status?: ReferralStatus;
}
export interface LetterRecord extends PointBase<'letter'> {
  /** Who wrote it. (Supplied as `from`, which in a checked record is a span's first day.) */
  readonly sender?: string;
  readonly status?: LetterStatus;
  /** Absent of a record out of a clinic's columns. */
  readonly body?: string;
}
export interface VaccinationRecord extends PointBase<'vaccination'> {
  readonly dose?: string;
}
export interface CarePlanRecord extends SpanBase<'carePlan'> {
  readonly status?: CarePlanStatus;
  /** The day on which it was last gone through; of a date known to its year or month, the first day of it. */
  readonly maintained?: CalendarDate;
  /** The last day that it may be, where it is known to its year or month only. */
  readonly maintainedLatest?: CalendarDate;
}
export interface NoteRecord extends PointBase<'note'> {
  /** Who wrote it. */
  readonly sender?: string;
  /** Absent of a record out of a clinic's columns. */
  readonly body?: string;
}
export interface CorrespondenceRecord extends PointBase<'correspondence'> {
  /** Who wrote it. */
  readonly sender?: string;
  readonly to?: string;
  /** Absent of a record out of a clinic's columns. */
  readonly body?: string;
}
export interface RecordByType {
  readonly diagnosis: DiagnosisRecord;
  readonly medication: MedicationRecord;
  readonly result: ResultRecord;
  readonly service: ServiceRecord;
  readonly appointment: AppointmentRecord;
  readonly referral: ReferralRecord;
  readonly letter: LetterRecord;
  readonly vaccination: VaccinationRecord;
  readonly carePlan: CarePlanRecord;
  readonly note: NoteRecord;
  readonly correspondence: CorrespondenceRecord;
}
export type ClinicalRecord = RecordByType[RecordType];
export type SpanRecord = DiagnosisRecord | MedicationRecord | CarePlanRecord;
export type PointRecord = Exclude<ClinicalRecord, SpanRecord>;

export type RejectionReason =
  | 'not-an-object'
  | 'missing'
  | 'wrong-type'
  /** Of a value that no table has: `sex: "7"`. */
  | 'unknown-value'
  | 'unreadable-date'
  /** Before 1850, long before the patient's birth, or a death before it. */
  | 'impossible-date'
  /** Written by other systems for *none*, where there must be a day. */
  | 'placeholder-date'
  | 'empty-code'
  /** The value of a result says that nothing was measured: `annulleret`, `-`. */
  | 'not-measured'
  | 'ends-before-start'
  /** A text that can decide something is longer than any. */
  | 'too-long'
  /** There are more than are read: entries of a list, fields of a record or of a patient. */
  | 'too-many'
  /** A list, or a field, under a name that is none of ours and probably means one (R1a). */
  | 'misnamed'
  /** A field that we do not have says, or may say, that the record has ended or was never meant. */
  | 'doubtful-state';

/**
 * A record (or one field of a patient) that failed the check and takes part in nothing (R3).
 * It names the place, never the value: patient data stays out of every error text.
 */
export interface Rejection {
  /** Absent when not even the patient's id could be read. */
  readonly patientId?: string;
  readonly type: DataType;
  /** Place in the supplied list; absent for a patient field and for a list that is no list. */
  readonly index?: number;
  /** The field at fault, e.g. `"at"`; of several entries in one, the list. */
  readonly field: string;
  readonly reason: RejectionReason;
  /** How many entries it stands for, of which nothing more is kept; absent: one. */
  readonly count?: number;
  /** Normalised like a record's, when they could be read: a query for another code is not harmed. */
  readonly system?: string;
  readonly code?: string;
  /** As far as they can be read: a query for another source, or of what is not cancelled, is not harmed. */
  readonly source?: string;
  readonly status?: string;
  /**
   * The first and the last day on which it may have been, where they can be read and are possible; of a point
   * both. Of one that ends before it starts, as written: `to` before `from`.
   */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/**
 * What looks odd in a patient's data though it could be read. It changes no answer.
 * - `shifted-date`: dates that end in `22:00Z` or `23:00Z`, like local midnights told in UTC: a day early (R4);
 * - `birth-date-unlike-cpr`: the CPR number says another birth date;
 * - `without-code`: medicines that only have a text (R3a);
 * - `number-as-text`: values of results that are texts and look like numbers, which answer no question about numbers;
 * - `hidden-characters`: texts out of which characters were taken that nobody sees, and that change how a text is read
 *   (`plainText`);
 * - `cut-text`: texts that are only shown, longer than is kept of any, and end with `[…]`;
 * - `death-at-epoch`: a death on 1 January 1970, which is what an empty date becomes where it is kept as a number;
 * - `far-ahead`: dates further ahead than such records are written, births and deaths in the future;
 * - `text-among-numbers`: values of results that are texts, where most others of the same code are numbers.
 */
export interface Hint {
  readonly kind:
    | 'shifted-date'
    | 'birth-date-unlike-cpr'
    | 'without-code'
    | 'number-as-text'
    | 'hidden-characters'
    | 'cut-text'
    | 'death-at-epoch'
    | 'far-ahead'
    | 'text-among-numbers';
  readonly type: DataType;
  readonly count: number;
}

/** A patient after the check: readable records by type, and what was set aside. */
export interface CheckedPatient {
  readonly patient: Patient;
  readonly records: { readonly [T in RecordType]: readonly RecordByType[T][] };
  /** The types whose list the adapter supplied, even an empty one (R9). */
  readonly supplied: ReadonlySet<RecordType>;
  readonly coverage: CoverageByType;
  readonly rejected: readonly Rejection[];
  /** Absent where nothing looks odd. */
  readonly hints?: readonly Hint[];
}
