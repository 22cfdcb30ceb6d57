/**
 * The profile document, version 1 (DESIGN section 5): what a parsed, valid profile looks like.
 * `schema.ts` is its check and its JSON Schema; SEMANTICS.md says what each part means.
 */

/** Text for people. Danish always, English where the author wrote it; plain text, never markup. */
export interface LocalText {
  readonly da: string;
  readonly en?: string;
}
export type Language = 'da' | 'en';

/** ISO 8601 duration in years, months, weeks and days, e.g. `"P12M"`, `"P1Y6M"`. */
export type Period = string;

/** A calendar date `YYYY-MM-DD`, or a signed period from the date of evaluation: `"-P24M"`, `"+P1M"`, `"P0D"`. */
export type WindowEdge = string;

/** Both ends included (R6). */
export type Window =
  | 'ever'
  | 'now'
  | 'future'
  | { readonly last: Period }
  | { readonly next: Period }
  | { readonly from?: WindowEdge; readonly to?: WindowEdge };

/** Codes of one system. An entry is a code or a range `"L72-L76"` (R2). */
export interface CodeSet {
  readonly system: string;
  readonly title?: LocalText;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}
/** The name of a code set in `Profile.codes`, or a code set written in place. */
export type Codes = string | CodeSet;

/** How many; at least one of the two. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export interface ValueBounds {
  /** > */
  readonly above?: number;
  /** ≥ */
  readonly atLeast?: number;
  /** < */
  readonly below?: number;
  /** ≤ */
  readonly atMost?: number;
  /** Unit that the bounds are in; a result in another unit is undecided (R14). */
  readonly unit?: string;
}
export interface ValueText {
  /** Whole texts, case and surrounding space aside. */
  readonly text: readonly string[];
}
export type ResultValue = ValueBounds | ValueText;
export type Pick = 'any' | 'latest' | 'earliest' | 'highest' | 'lowest';

interface QueryBase {
  /** Absent: every record of the type, whatever its code. */
  readonly codes?: Codes;
  /** Absent: the type's default (R8). */
  readonly when?: Window;
  /** Default at least one (R11). */
  readonly count?: Range;
  /** Only records from this source (compared without regard to case or surrounding space). */
  readonly source?: string;
}
interface SpanQuery extends QueryBase {
  /** The matching spans, joined, last this long (R16). Excludes `count`. */
  readonly lasting?: Period;
  /** Longest pause that still joins two spans; only with `lasting`. Default `"P0D"`. */
  readonly gap?: Period;
}
export type DiagnosisQuery = SpanQuery;
export interface MedicationQuery extends SpanQuery {
  /** Count different ATC codes cut at this level, instead of records (R15). Excludes `lasting`. */
  readonly distinct?: { readonly level: 1 | 2 | 3 | 4 | 5 };
}
export interface ResultQuery extends QueryBase {
  /** Which result is judged by `value` (R12, R13). Anything but `any` excludes `count`. */
  readonly pick?: Pick;
  readonly value?: ResultValue;
}
export type ServiceQuery = QueryBase;
export type AppointmentQuery = QueryBase;
export type ReferralQuery = QueryBase;
export type LetterQuery = QueryBase;

/** Several fields are all required (R17). Lists mean one of. */
export interface PatientQuery {
  /** Completed years on the date of evaluation. */
  readonly age?: Range;
  readonly sex?: 'female' | 'male';
  /** Four-digit municipality codes. */
  readonly municipality?: readonly string[];
  readonly postalCode?: readonly string[];
  readonly insuranceGroup?: 1 | 2;
  readonly practitioner?: readonly string[];
}

/** A query inside `concurrent`: which spans, with neither window nor count (R18). */
export interface SpanSelection {
  readonly codes?: Codes;
  readonly source?: string;
}
export type ConcurrentPart =
  { readonly diagnosis: SpanSelection } | { readonly medication: SpanSelection };

/** A query inside `sequence`: records of one type, each in its own window (R19). */
export type SequencePart =
  | { readonly diagnosis: Omit<DiagnosisQuery, 'count' | 'lasting' | 'gap'> }
  | { readonly medication: Omit<MedicationQuery, 'count' | 'lasting' | 'gap' | 'distinct'> }
  | { readonly result: Omit<ResultQuery, 'count' | 'pick'> }
  | { readonly service: Omit<ServiceQuery, 'count'> }
  | { readonly appointment: Omit<AppointmentQuery, 'count'> }
  | { readonly referral: Omit<ReferralQuery, 'count'> }
  | { readonly letter: Omit<LetterQuery, 'count'> };

/** One boolean expression; serves population, information conditions, markers and indicators. */
export type Criterion =
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion }
  | { readonly atLeast: number; readonly of: readonly Criterion[] }
  | { readonly patient: PatientQuery }
  | { readonly diagnosis: DiagnosisQuery }
  | { readonly medication: MedicationQuery }
  | { readonly result: ResultQuery }
  | { readonly service: ServiceQuery }
  | { readonly appointment: AppointmentQuery }
  | { readonly referral: ReferralQuery }
  | { readonly letter: LetterQuery }
  | {
      readonly concurrent: {
        readonly of: readonly ConcurrentPart[];
        readonly when?: Window;
        readonly lasting?: Period;
      };
    }
  | {
      readonly sequence: {
        readonly of: readonly [SequencePart, SequencePart];
        readonly within: Period;
      };
    };

export type PatientField =
  | 'cpr'
  | 'name'
  | 'age'
  | 'sex'
  | 'birthDate'
  | 'address'
  | 'municipality'
  | 'insuranceGroup'
  | 'practitioner'
  | 'phone';

interface ItemBase {
  /** Unique among the profile's items. */
  readonly id: string;
  readonly title: LocalText;
  readonly description?: LocalText;
  /** Asked only of the patients for whom this is yes. */
  readonly condition?: Criterion;
}
export interface PatientItem extends ItemBase {
  readonly type: 'patient';
  readonly field: PatientField;
}
/**
 * How a record item is shown: every match newest first, the newest one, the newest with its history,
 * the number, or the first one coming.
 */
export type Show = 'list' | 'latest' | 'trend' | 'count' | 'next';
export interface RecordItem extends ItemBase {
  readonly type:
    'diagnosis' | 'medication' | 'result' | 'service' | 'appointment' | 'referral' | 'letter';
  readonly codes?: Codes;
  readonly when?: Window;
  readonly source?: string;
  /** Default: diagnosis and medication `list`; result, service, referral and letter `latest`; appointment `next`. */
  readonly show?: Show;
  /**
   * The profile's source names this item but gives no codes. It is shown as undecidable with this
   * reason instead of guessing; excludes `codes`.
   */
  readonly uncoded?: LocalText;
}
/** One thing that we want to know about each member. */
export type InformationItem = PatientItem | RecordItem;

export type MarkerLevel = 'critical' | 'warning' | 'info';
export interface Marker {
  readonly id: string;
  readonly level: MarkerLevel;
  readonly title: LocalText;
  /** A word or two for the chip in the list; default the title. */
  readonly short?: LocalText;
  readonly when: Criterion;
  readonly advice?: LocalText;
  /** The guideline or paper that the rule comes from. */
  readonly source?: string;
}

export interface Indicator {
  readonly id: string;
  readonly title: LocalText;
  readonly numerator: Criterion;
  /** Default: every member (R22). */
  readonly denominator?: Criterion;
  readonly better?: 'higher' | 'lower';
  readonly source?: string;
}

export interface Reference {
  readonly title: string;
  readonly url?: string;
}

export interface Profile {
  readonly format: 'overblik-profile/1';
  /** Dotted lower-case name, e.g. `"dk.demens"`. */
  readonly id: string;
  /** Semantic version. */
  readonly version: string;
  readonly status?: 'draft' | 'published' | 'retired';
  readonly title: LocalText;
  readonly purpose: readonly LocalText[];
  readonly description?: LocalText;
  readonly references?: readonly Reference[];
  readonly codes?: Readonly<Record<string, CodeSet>>;
  readonly population: { readonly include: Criterion; readonly exclude?: Criterion };
  readonly information: readonly InformationItem[];
  readonly markers?: readonly Marker[];
  readonly indicators?: readonly Indicator[];
}
