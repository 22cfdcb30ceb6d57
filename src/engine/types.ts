import type {
  Criterion,
  Indicator,
  InformationItem,
  Marker,
  Plausible,
  Profile,
} from '../profile/types.ts';
import type { Steps } from './steps.ts';
import type { Code, Detail } from './store/index.ts';
import type {
  CalendarDate,
  CheckedPatient,
  ClinicalRecord,
  CoverageByType,
  DataType,
  Patient,
  RecordType,
} from '../record/types.ts';

/** Kleene's three values: no < unknown < yes. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A window made absolute; a missing side is open. Both ends included. */
export interface Span {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** Why something cannot be decided, with what would decide it. Never an error text: words are made by the reader. */
export type UnknownReason =
  /** The type is not covered in the window: the source is missing, or starts too late (R9, R10). */
  | {
      readonly kind: 'not-covered';
      readonly type: RecordType;
      readonly window: Span;
      /** First day that is covered; absent when the source is missing or undeclared. */
      readonly coveredFrom?: CalendarDate;
      readonly source?: string;
    }
  /** The source was last updated too long before what is asked (R9). */
  | {
      readonly kind: 'stale';
      readonly type: RecordType;
      readonly window: Span;
      readonly updated: CalendarDate;
      readonly source?: string;
    }
  /** None of the days that are asked, counted from the day of a record, has come by the date of evaluation (R19b). */
  | { readonly kind: 'not-come'; readonly type: RecordType; readonly from: CalendarDate }
  /** Codes of the type are complete in other systems than those asked (R1a). */
  | {
      readonly kind: 'system';
      readonly type: RecordType;
      /** Those asked, by their names as normalised. */
      readonly systems: readonly string[];
      readonly source?: string;
    }
  /** The record's date is known to its year or month, or not at all, and it matters which day it was (R4a). */
  | { readonly kind: 'partial-date'; readonly record: ClinicalRecord }
  /** The medication has no code (R3a). */
  | { readonly kind: 'no-code'; readonly record: ClinicalRecord }
  /** The record lacks a field that is asked, or has a strength that cannot be compared (R10a). */
  | { readonly kind: 'no-field'; readonly record: ClinicalRecord; readonly field: AskedField }
  /** Records that might have answered were set aside (R3). */
  | { readonly kind: 'rejected'; readonly type: RecordType; readonly count: number }
  /** The result's unit cannot be converted into the profile's (R14). */
  | {
      readonly kind: 'unit';
      readonly record: ClinicalRecord;
      readonly expected: string;
      readonly found: string;
    }
  /** The result's comparator straddles the limit, e.g. "< 60" against "below 45" (R14). */
  | { readonly kind: 'comparator'; readonly record: ClinicalRecord }
  /** A text where a number was asked for (R14). */
  | { readonly kind: 'textual'; readonly record: ClinicalRecord }
  /** The result's number, in the profile's unit, is none that such a result can have (R14). */
  | {
      readonly kind: 'implausible';
      readonly record: ClinicalRecord;
      /** Both ends are plausible; a missing side is open. */
      readonly plausible: Plausible;
      readonly unit?: string;
    }
  /** A code too short for the level that is counted (R15). */
  | { readonly kind: 'short-code'; readonly record: ClinicalRecord }
  /** The patient's field is absent or unreadable (R17). */
  | { readonly kind: 'patient-field'; readonly field: keyof Patient }
  /** The patient's date is known to its year or month, and it matters which day it was (R4a). */
  | { readonly kind: 'partial-field'; readonly field: 'birthDate' | 'deceased' | 'registered' }
  /** The profile's source names the item but gives no codes. */
  | { readonly kind: 'uncoded' };

/** A field of a record that a query can ask beside its code (R10a). */
export type AskedField = 'source' | 'specialty' | 'product' | 'status' | 'strength' | 'maintained';

/**
 * How one criterion came out for one patient: the whole tree, met and unmet. `evidenceOf` prunes it to
 * what decided (R23).
 */
export interface Finding {
  /** JSON Pointer into the profile, e.g. `/population/include/any/0`. */
  readonly path: string;
  readonly truth: Truth;
  /** The records that matched here, oldest first. */
  readonly records: readonly ClinicalRecord[];
  /** Why it is unknown, or (with yes and no) what was in doubt without deciding. */
  readonly unknownReasons: readonly UnknownReason[];
  readonly branches: readonly Finding[];
}

/** Whether a patient is in the population, and the whole of why. */
export interface Membership {
  readonly truth: Truth;
  /** R21: set when the patient is out whatever the criteria say. */
  readonly out?: 'deceased' | 'unborn';
  /** An unreadable date of death: nobody can say whether the patient is still to be counted. */
  readonly unknownReasons: readonly UnknownReason[];
  readonly include: Finding;
  readonly exclude?: Finding;
}

/** A marker that is, or may be, set for a patient. Markers that are *no* are not listed. */
export interface MarkerHit {
  readonly marker: Marker;
  readonly truth: 'yes' | 'unknown';
  readonly finding: Finding;
}

/**
 * What one information item says of one patient.
 * - `value`: there is something to show;
 * - `none`: nothing recorded, and coverage is complete;
 * - `unknown`: nothing to show, and `unknownReasons` says why that is no *none*;
 * - `not-asked`: the item's condition is not met.
 */
export interface Cell {
  readonly item: InformationItem;
  readonly state: 'value' | 'none' | 'unknown' | 'not-asked';
  /** The records of the item, newest first (`next`: soonest first); every match, whatever `show` is. */
  readonly records: readonly ClinicalRecord[];
  /** Patient items only: the field as text or number. Age is in completed years. */
  readonly field?: string | number;
  /** With `value` too: what may be missing beside what is shown. */
  readonly unknownReasons: readonly UnknownReason[];
}

/** A cell's states, numbered. */
export const cellStates = ['value', 'none', 'unknown', 'not-asked'] as const;

/** Days since 1970-01-01, both ends included. */
export interface DaysBetween {
  readonly first: number;
  readonly last: number;
}

/** The cells of one record item for many patients at once, as numbers; a patient is a place in the list. */
export interface CellColumns {
  /** By patient: place in `cellStates`. */
  readonly states: Uint8Array;
  /** By patient: number of records. */
  readonly counts: Uint32Array;
  /**
   * Of an item that is counted alone, by patient: the least that the true number of records may be, and 1 where it
   * may be greater than `counts` (R11).
   */
  readonly least?: Uint32Array;
  readonly mayBeMore?: Uint8Array;
  /** By patient: day (since 1970-01-01) of the cell's first record, of a span its first. 0 without one. */
  readonly days: Int32Array;
  /**
   * By patient of whom that day is not known: the first and the last that it may be (R4a). Where nothing is certain
   * to be in the window at all, one of them is open.
   */
  readonly daysBetween?: ReadonlyMap<number, DaysBetween>;
  /** Results only, by patient: number of the first record; NaN where it is a text. */
  readonly values: Float64Array;
  /** By patient: where its entries begin in `codes` and `details`. One longer than there are patients. */
  readonly start: Uint32Array;
  /** The records in the cell's order, each pair of code and detail once: places in `Vocabulary`. */
  readonly codes: Uint32Array;
  readonly details: Uint32Array;
  /** Where entries are of several types: by entry, place in `recordTypes`. */
  readonly types?: Uint8Array;
}

/** What the clinic's records have in common, each once. Grows with the clinic; places never change. */
export interface Vocabulary {
  readonly codes: readonly Code[];
  readonly details: readonly Detail[];
}

export interface IndicatorValue {
  readonly indicator: Indicator;
  /** Members for whom the denominator is yes. */
  readonly denominator: number;
  /** Those of them for whom the numerator is yes. */
  readonly numerator: number;
  /** Denominator yes, numerator unknown: counted beside, never inside (R22). */
  readonly unknownNumerator: number;
  /** Members for whom the denominator itself is unknown. */
  readonly unknownDenominator: number;
  /** Yes ÷ (yes + no), from 0 to 1: of those of whom it is known. Absent where there is nobody. */
  readonly share?: number;
}

/** Everything a profile says of one patient. */
export interface PatientOutcome {
  readonly patient: CheckedPatient;
  /** What the clinic covers, as it was read; the patient's own coverage goes before it (R9). */
  readonly coverage: CoverageByType;
  readonly profile: Profile;
  readonly asOf: CalendarDate;
  readonly membership: Membership;
  /** Markers are asked of members only (R22): empty unless membership is *yes*. Profile order. */
  readonly markers: readonly MarkerHit[];
  /** One per information item, in the profile's order. */
  readonly cells: readonly Cell[];
  /**
   * The cell of one item; the others are not computed.
   * @throws {RangeError} when the profile has no such item.
   */
  cell(itemId: string): Cell;
}

/** The outcome of a profile over a clinic at a date. Everything but the counts is computed when asked for. */
export interface Population {
  readonly profile: Profile;
  readonly asOf: CalendarDate;
  /** Patients in the clinic that were asked: alive and born on `asOf`, or not known to be otherwise. */
  readonly size: number;
  /** Their ids, in the clinic's order. */
  readonly asked: readonly string[];
  /** Ids of the members, in the clinic's order. */
  readonly members: readonly string[];
  /** Ids of those who cannot be decided (*Kan ikke afgøres*), in the clinic's order. */
  readonly undecided: readonly string[];
  membership(patientId: string): Membership;
  /** Any criterion for one patient, with the whole tree of why, some records at a time. */
  findingInSteps(patientId: string, criterion: Criterion): Steps<Finding>;
  markers(patientId: string): readonly MarkerHit[];
  /**
   * One marker for many patients at once, in the order of `patientIds` (default: the members). Markers are
   * asked of members only (R22): for others the answer means nothing.
   */
  markerTruths(markerId: string, patientIds?: readonly string[]): readonly Truth[];
  cell(patientId: string, itemId: string): Cell;
  /** One item for many patients at once, in the order of `patientIds` (default: the members). */
  column(itemId: string, patientIds?: readonly string[]): readonly Cell[];
  /**
   * Any criterion for many patients at once, in the order of `patientIds` (default: the members): a byte
   * each, 0 *no*, 1 *unknown*, 2 *yes*.
   */
  truths(criterion: Criterion, patientIds?: readonly string[]): Uint8Array;
  /**
   * One record item for many patients at once, as `column`, but as numbers.
   * @throws {RangeError} of a patient item, which has no records.
   */
  cellColumns(itemId: string, patientIds?: readonly string[]): CellColumns;
  /**
   * The records that make them members (R23: the evidence of *include*), as numbers, in the order of
   * `patientIds` (default: the members). Means nothing of one who is no member.
   */
  evidenceColumns(patientIds?: readonly string[]): CellColumns;
  /** As `truths`, in steps: a question of a segment at a time. */
  truthsInSteps(criterion: Criterion, patientIds?: readonly string[]): Steps<Uint8Array>;
  /** As `column`, some patients at a time. */
  columnInSteps(itemId: string, patientIds?: readonly string[]): Steps<readonly Cell[]>;
  /** As `cellColumns`, some patients at a time. */
  cellColumnsInSteps(itemId: string, patientIds?: readonly string[]): Steps<CellColumns>;
  /** As `evidenceColumns`, some patients at a time. */
  evidenceColumnsInSteps(patientIds?: readonly string[]): Steps<CellColumns>;
  /** The patients themselves, in the order of `patientIds` (default: the members). */
  patients(patientIds?: readonly string[]): readonly Patient[];
  /**
   * In completed years on `asOf`, undefined where it is not known (R17), in the order of `patientIds` (default: the
   * members); some patients at a time.
   */
  agesInSteps(patientIds?: readonly string[]): Steps<readonly (number | undefined)[]>;
  readonly vocabulary: Vocabulary;
  indicators(): readonly IndicatorValue[];
  outcome(patientId: string): PatientOutcome;
  /** Those with so many records that their outcome takes a while, of `patientIds` (default: the members), in their order. */
  withManyRecords(patientIds?: readonly string[]): readonly string[];
  /** Works out all of a patient's outcome, some records at a time. */
  workOut(patientId: string): Steps<void>;
}

export type { CheckedPatient, ClinicalRecord, Code, DataType, Detail };
