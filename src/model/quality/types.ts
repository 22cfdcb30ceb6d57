/** What the quality of data is told by. */
import type { ClinicSource } from '../../adapter/index.ts';
import type {
  Cell,
  ForeignCodes,
  OtherUnit,
  UnitContents,
  UnknownReason,
} from '../../engine/index.ts';
import type { Indicator, InformationItem, Marker } from '../../profile/index.ts';
import type {
  CalendarDate,
  Coverage,
  DataType,
  Hint,
  RejectionReason,
} from '../../record/index.ts';
import type { Filter } from '../list/types.ts';

/** Every number comes with the patients, or the filter on the list, that it opens. */
export interface DataQuality {
  /** In the programme's order; of the types that few clinics supply those declared or asked. */
  readonly coverage: readonly CoverageQuality[];
  readonly sources: readonly SourceQuality[];
  /** The most records first. */
  readonly rejected: readonly RejectionGroup[];
  /** The units that no table has, so that nothing converts them (R14); the most results first. */
  readonly units: readonly UnitContents[];
  /**
   * Results in a unit of another kind than the profile asks in, so that nothing converts the one into the other (R14),
   * wherever it asks: of members, markers, columns or indicators. The most results first.
   */
  readonly otherUnits: readonly OtherUnit[];
  /** Codes that do not look like those of the system that they stand in, by type and system; the most records first. */
  readonly foreign: readonly ForeignCodes[];
  /** The most patients first. */
  readonly hints: readonly HintGroup[];
  /** What would decide those who cannot be decided, the most patients first. */
  readonly undecided: readonly UnknownReasonGroup[];
  /** In the profile's order. */
  readonly items: readonly ItemQuality[];
  /** In the profile's order. */
  readonly markers: readonly MarkerQuality[];
  /** In the profile's order. */
  readonly indicators: readonly IndicatorQuality[];
}

/** `unknown`: nobody says when it was updated. It is never taken for fresh. */
export interface Freshness {
  readonly state: 'fresh' | 'stale' | 'unknown';
  /** The day of the last update. */
  readonly updated?: CalendarDate;
  /** Days from then to the date of evaluation; 0 for an update after it. */
  readonly days?: number;
}

/** Older than this is stale. */
export const freshDays = 7;

export interface CoverageQuality {
  readonly type: DataType;
  /** Whether the profile asks of it. */
  readonly isAsked: boolean;
  /** `undeclared`: the clinic's system does not say; each patient's list speaks for itself (R9). */
  readonly state: 'available' | 'missing' | 'undeclared';
  /** As described. */
  readonly coverage?: Coverage;
  readonly freshness: Freshness;
  /** Patients of whom the system itself says that the type is missing, or begins later than the clinic's. */
  readonly patientIds: readonly string[];
}

export interface SourceQuality {
  readonly source: ClinicSource;
  readonly freshness: Freshness;
}

/** Records, or fields of a patient, that could not be read for one reason. */
export interface RejectionGroup {
  readonly type: DataType;
  readonly reason: RejectionReason;
  /** The fields at fault, e.g. `"at"`. */
  readonly fields: readonly string[];
  readonly records: number;
  readonly patientIds: readonly string[];
  /** Entries that no patient could be told for. */
  readonly nobody: number;
}

/** What looks odd of one kind though it could be read. It changes no answer. */
export interface HintGroup {
  readonly kind: Hint['kind'];
  /** What it is about, in the programme's order. */
  readonly types: readonly DataType[];
  /** Dates or medicines; of birth dates one for each patient. */
  readonly count: number;
  readonly patientIds: readonly string[];
}

/** Patients of the list that the same knowledge would help to decide. One may be in several groups. */
export interface UnknownReasonGroup {
  /** One for all of them: records and windows in it are only examples; a count is the sum. */
  readonly unknownReason: UnknownReason;
  readonly patientIds: readonly string[];
}

export interface ItemQuality {
  readonly item: InformationItem;
  /** Members by what their cell says. */
  readonly counts: Readonly<Record<Cell['state'], number>>;
  /** What would decide those whose cell cannot be decided, the most patients first. */
  readonly because: readonly UnknownReasonGroup[];
  /** Members with a value beside which something may be missing. */
  readonly incomplete: readonly string[];
  /** What may be missing there, the most patients first. */
  readonly incompleteBecause: readonly UnknownReasonGroup[];
  /** Of the members it is asked of, how many have a value; absent when it is asked of nobody. */
  readonly share: number | undefined;
  /**
   * Data that is nearly always missing: `undecided` where nobody can know, `missing` where what every patient could
   * have is hardly ever there, a result or a field; perhaps the codes are others here. That most patients have no
   * schizophrenia and no antipsychotic is an answer.
   */
  readonly gap: 'undecided' | 'missing' | undefined;
  /** Opens the members with a state. */
  readonly filters: Readonly<Record<Cell['state'], Filter>>;
}

/** Below this share of what is known data is nearly missing. */
export const emptyShare = 0.1;

export interface MarkerQuality {
  readonly marker: Marker;
  /** Ids of the members that carry it, whatever is exempted. */
  readonly set: readonly string[];
  /** Members for whom it cannot be decided. */
  readonly undecided: readonly string[];
  /** What would decide them, the most patients first. */
  readonly because: readonly UnknownReasonGroup[];
}

/** Members for whom one question cannot be decided. */
export interface UndecidedMembers {
  readonly patientIds: readonly string[];
  /** What would decide them, the most patients first. */
  readonly because: readonly UnknownReasonGroup[];
}

export interface IndicatorQuality {
  readonly indicator: Indicator;
  /** Of those whom the denominator is known to count. */
  readonly numerator: UndecidedMembers;
  readonly denominator: UndecidedMembers;
}
