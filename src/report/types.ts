/**
 * Reports: what a clinic tells of its indicators, and what an area makes of its clinics' reports. Every number in them is
 * protected where the patients are. There is no list of patients, and no number as it was counted.
 */
import type { LocalText } from '../profile/index.ts';
import type { CalendarDate, DataType, RecordType } from '../record/index.ts';

/** The format of a report, of a clinic and of an area; a later one is another number. */
export const reportFormat = 'overblik-report/1';

/**
 * A count as it leaves the clinic: a multiple of the base, or `under` the threshold, zero included. `few`: with those
 * beside it too few for either to be told, which may be more than the threshold.
 *
 * What the leaves of an indicator may have been is told by `figuresOf`, for they are protected together.
 */
export type Leaf = number | 'under' | 'few';

/** How counts are protected. Reports that are put together have the same. */
export interface Protection {
  /** Name of the method, as the page on disclosure control describes it. */
  readonly method: string;
  /** A count less than this is told as `under`; 3 at the least, and a multiple of the base. */
  readonly threshold: number;
  /** All others are told as a multiple of this; 3 at the least. */
  readonly base: number;
}

/** What a protected count, or a sum of some, may have been: both ends included. */
export interface Interval {
  readonly least: number;
  readonly most: number;
  /** One number where one must be shown. It is between the ends, and no better known than they say. */
  readonly estimate: number;
}

/**
 * Why somebody is unknown: `source`: data is missing, begins too late, is out of date or is in other code systems;
 * `records`: there are records, and they cannot be used as they are; `other`: a field of the patient's own, or a rule
 * without codes. Of who is unknown for several reasons the first of these is told.
 */
export interface Cause {
  readonly cause: 'source' | 'records' | 'other';
}

/** The unknown of one cause. Each patient is counted under one cause. */
export interface CauseLeaf extends Cause {
  readonly count: Leaf;
}

/** The patients of an indicator's denominator (R22), each in one leaf. */
export interface Leaves {
  /** The numerator is *yes*. */
  readonly numerator: Leaf;
  /** The numerator is *no*. */
  readonly rest: Leaf;
  /**
   * The numerator, or the denominator itself, is *unknown*. Where the area has agreed to be told the causes, a leaf for
   * each cause stands in its place: their sum is not told beside them, for it would give some of them away.
   */
  readonly unknown: Leaf | readonly CauseLeaf[];
}

/** Patients of a sex and of ages in completed years. */
export interface Group {
  readonly sex?: 'female' | 'male' | 'unknown';
  /** Both included; without `to` there is no end; `unknown`: nobody knows the age. Absent: ages are not told apart. */
  readonly ages?: { readonly from: number; readonly to?: number } | 'unknown';
}

/** Why an indicator is not counted on a date: what it asks about has no data so early. */
export interface NotCounted {
  readonly date: CalendarDate;
  readonly type: DataType;
  /** The first day that the clinic has data of. */
  readonly from: CalendarDate;
}

export interface IndicatorReport {
  readonly id: string;
  /** By date of the report; null: not counted on it (`notCounted`). Empty where `groups` stand in its place. */
  readonly values: readonly (Leaves | null)[];
  /** An agreed breakdown. It replaces `values`: each patient is in one group. */
  readonly groups?: readonly {
    readonly group: Group;
    readonly values: readonly (Leaves | null)[];
  }[];
  readonly notCounted?: readonly NotCounted[];
}

/** What the clinic says of its data of a type: nothing of patients. */
export interface ReportedCoverage {
  readonly type: DataType;
  readonly available: boolean;
  readonly from?: CalendarDate;
  readonly updated?: CalendarDate;
}

/** The members of the clinic's round by whether they are exempt of a marker, and why: each in one leaf. */
export interface ReportedExemptions {
  /** Id of the marker; absent: of all of them, as the whole patient is exempt. */
  readonly marker?: string;
  /** Who is not exempt of it. */
  readonly rest: Leaf;
  /** Always the same reasons, in the same order, whether anybody has them or not. */
  readonly reasons: readonly ExemptionLeaf[];
}

/** Who is exempt for a reason. */
export interface ExemptionLeaf {
  /** A coded reason; `other`: one that is not of the list; `''`: none was given. */
  readonly reason: string;
  readonly count: Leaf;
}

/** Days, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Records counted by period (R28). */
export interface ActivityReport {
  readonly id: string;
  readonly type: RecordType;
  /** In order, and none share a day: of two that do more would be told than of each. */
  readonly periods: readonly Period[];
  /** By period; null: not counted in it. */
  readonly values: readonly (ActivityLeaves | null)[];
}

/** Records of a period, each in one leaf. */
export interface ActivityLeaves {
  /** The patient had none of the kind before. */
  readonly new: Leaf;
  /** The patient had one before. */
  readonly maintained: Leaf;
  /** Nobody can say which. */
  readonly unknown: Leaf;
}

export interface ReportedClinic {
  readonly id: string;
  readonly name: string;
  readonly cluster?: string;
  readonly municipality?: string;
  readonly region?: string;
}

export interface ReportedProfile {
  readonly id: string;
  readonly version: string;
  /** `definitionHash`: 64 hexadecimal digits. */
  readonly definition: string;
}

/** What one clinic tells of one version of a profile. */
export interface ClinicReport {
  readonly format: typeof reportFormat;
  readonly level: 'clinic';
  readonly clinic: ReportedClinic;
  readonly profile: ReportedProfile;
  readonly protection: Protection;
  /** Ascending, each once. */
  readonly dates: readonly CalendarDate[];
  /** ISO 8601 with offset, as the caller gave it. */
  readonly madeAt: string;
  /** Version of the package that counted. */
  readonly engine: string;
  readonly coverage: readonly ReportedCoverage[];
  /** In the profile's order. */
  readonly indicators: readonly IndicatorReport[];
  /**
   * Patients of whom nobody can say whether they belong to the population, by date: they are in no indicator. Null: not
   * counted on it.
   */
  readonly undecided: readonly (Leaf | null)[];
  /**
   * Who is exempt of what, and why, on the last of the dates: of the whole patient first, then of each marker of the
   * profile. Absent: the area has not agreed to be told, or the clinic has no round.
   */
  readonly exemptions?: readonly ReportedExemptions[];
  readonly activities?: readonly ActivityReport[];
  /** GP capacities of the clinic (*ydernumre/kapaciteter*). */
  readonly capacity?: number;
}

/** What clinics' reports are put together to. */
export type AreaLevel = 'cluster' | 'municipality' | 'region' | 'country';

export interface Area {
  readonly id: string;
  readonly name: string;
}

/** Who has reported, or should have. */
export interface NamedClinic {
  readonly id: string;
  readonly name: string;
}

/** What an area's clinics come to, of one indicator on one date. */
export interface AreaValue {
  readonly numerator: Interval;
  readonly rest: Interval;
  readonly unknown: Interval;
  /** Why they are unknown, of the clinics that tell it. */
  readonly causes?: AreaCauses;
  /** Clinics whose leaves are in the sums. */
  readonly reported: number;
}

/** The unknown by cause. */
export interface AreaCauses {
  readonly counts: readonly AreaCause[];
  /** Clinics that tell it. */
  readonly reported: number;
}

export interface AreaCause extends Cause {
  readonly count: Interval;
}

/** Who is exempt of a marker in an area, and why. */
export interface AreaExemptions {
  /** Id of the marker; absent: of all of them. */
  readonly marker?: string;
  readonly rest: Interval;
  readonly reasons: readonly { readonly reason: string; readonly count: Interval }[];
  /** Clinics that tell it. */
  readonly reported: number;
}

/** Records counted by period (R28), of all clinics that count the same periods. */
export interface AreaActivity {
  readonly id: string;
  readonly type: RecordType;
  readonly periods: readonly Period[];
  /** By period; null: no clinic has counted it. */
  readonly values: readonly (AreaActivityValue | null)[];
  readonly bands: SteeringBands;
  /** Clinics that count it by these periods. */
  readonly clinics: number;
  /** Clinics that count it by other periods: they are in no sum. */
  readonly others: number;
}

export interface AreaActivityValue {
  readonly new: Interval;
  readonly maintained: Interval;
  readonly unknown: Interval;
  /** Clinics that have counted the period. */
  readonly reported: number;
}

/** Clinics by how many new records a GP they have made in the last twelve months. */
export interface SteeringBands {
  readonly none: Interval;
  /** One to four; less than one for each GP too, where there is any. */
  readonly oneToFour: Interval;
  readonly fiveOrMore: Interval;
  /** Clinics whose number of GPs is not known, or that have not counted all twelve months. */
  readonly notKnown: number;
}

export interface AreaIndicator {
  readonly id: string;
  /** By date of the report; null: no clinic has counted it. */
  readonly values: readonly (AreaValue | null)[];
}

/** The protected leaves of one clinic of an area, which funnels and strips are drawn of. */
export interface AreaClinic extends ReportedClinic {
  readonly indicators: readonly IndicatorReport[];
  readonly undecided: readonly (Leaf | null)[];
  readonly exemptions?: readonly ReportedExemptions[];
  readonly activities?: readonly ActivityReport[];
  readonly capacity?: number;
  readonly madeAt: string;
}

/** Why a report is not in the sums: in words for who put the reports together. */
export interface RefusedReport {
  /** Of the clinic; empty where the document does not say. */
  readonly id: string;
  readonly name?: string;
  readonly kind:
    | 'profile'
    | 'version'
    | 'definition'
    | 'protection'
    | 'dates'
    | 'area'
    | 'older'
    | 'unreadable';
  /** What differs, and what to do. */
  readonly reason: LocalText;
}

export interface AreaReport {
  readonly format: typeof reportFormat;
  readonly level: AreaLevel;
  readonly area: Area;
  readonly profile: ReportedProfile;
  readonly protection: Protection;
  readonly dates: readonly CalendarDate[];
  readonly madeAt: string;
  readonly engine: string;
  /** Absent where the area tells its sums alone. */
  readonly clinics?: readonly AreaClinic[];
  readonly sums: readonly AreaIndicator[];
  /** By date; null: no clinic has counted it. */
  readonly undecided: readonly (Interval | null)[];
  /** In the order in which clinics tell them; absent: none does. */
  readonly exemptions?: readonly AreaExemptions[];
  readonly activities?: readonly AreaActivity[];
  /** Who should have reported and has not. */
  readonly missing: readonly NamedClinic[];
  readonly refused: readonly RefusedReport[];
}

export type Report = ClinicReport | AreaReport;
