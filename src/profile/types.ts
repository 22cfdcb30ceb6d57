/**
 * The types of a parsed, valid profile, as its schema gives them. Objects are interfaces, so that editors
 * and declarations name them instead of spelling them out.
 */
import type * as z from 'zod/mini';
import type { profileSchema, reference } from './schema.ts';
import type { about, approval } from './schema/about.ts';
import type { codes, codeSet } from './schema/code-set.ts';
import type {
  anchor,
  change,
  concurrentPart,
  criterion,
  sameDay,
  sameDayPart,
  sequencePart,
} from './schema/criterion.ts';
import type {
  indicator,
  informationItem,
  marker,
  markerLevel,
  message,
  patientField,
  patientItem,
  recordItem,
  show,
} from './schema/entries.ts';
import type {
  ageRange,
  count,
  plausible,
  value,
  valueBounds,
  valueText,
} from './schema/quantity.ts';
import type {
  appointmentQuery,
  carePlanQuery,
  correspondenceQuery,
  diagnosisQuery,
  lengths,
  letterQuery,
  medicationQuery,
  noteQuery,
  patientQuery,
  pick,
  referralQuery,
  resultQuery,
  serviceQuery,
  spanSelection,
  vaccinationQuery,
} from './schema/query.ts';
import type { localText } from './schema/text.ts';
import type { profileTest, testAnswers, testPatient, testRecord } from './schema/tests.ts';
import type { period, window, windowEdge } from './schema/window.ts';

/** A type with everything in it readonly: a parsed profile is frozen. */
export type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };
type TypeOf<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>;

/** Text for people. Danish always, English where the author wrote it; plain text, never markup. */
export interface LocalText extends TypeOf<typeof localText> {}
export type { Language } from '../i18n/language.ts';

/** ISO 8601 duration in years, months, weeks and days, e.g. `"P12M"`, `"P1Y6M"`. */
export type Period = TypeOf<typeof period>;
/** A calendar date `YYYY-MM-DD`, or a signed period from the date of evaluation: `"-P24M"`, `"+P1M"`, `"P0D"`. */
export type WindowEdge = TypeOf<typeof windowEdge>;
/** Which days a query looks at; both ends included (R6). */
export type Window = TypeOf<typeof window>;

/** Codes of one system. An entry is a code or a range `"L72-L76"` (R2). */
export interface CodeSet extends TypeOf<typeof codeSet> {}
/** The name of a code set in `Profile.codes`, a code set written in place, or several of these (R2a). */
export type Codes = TypeOf<typeof codes>;

/** How many; at least one of `min` and `max`. `apart`: of those that are at least so much later than the one before (R11). */
export interface Count extends TypeOf<typeof count> {}
/** Between which two ages, both included, in completed years or by periods; on the date of evaluation or another (R17). */
export interface AgeRange extends TypeOf<typeof ageRange> {}
/**
 * `above` is >, `atLeast` ≥, `below` <, `atMost` ≤; a result in another `unit` is undecided, and so is one outside what is
 * `plausible` (R14).
 */
export interface ValueBounds extends TypeOf<typeof valueBounds> {}
/** Whole texts, case and surrounding space aside. */
export interface ValueText extends TypeOf<typeof valueText> {}
/** The numbers that a result can have, both ends included; at least one of the two (R14). */
export interface Plausible extends TypeOf<typeof plausible> {}
export type ResultValue = TypeOf<typeof value>;
/** Which result is judged by the value (R12, R13). */
export type Pick = TypeOf<typeof pick>;

/** How long a run of spans lasts; at least one of the two. At most: it is over, too (R16). */
export interface Lengths extends TypeOf<typeof lengths> {}

/**
 * A record query. `codes` absent: every record of the type. `when` absent: the type's default (R8).
 * `count` absent: at least one (R11). `lasting`: the spans, joined over pauses of at most `gap`, last
 * this long (R16). `episodes`: `count` counts the spans so joined (R16a). `source`: only records from it, case and surrounding space aside.
 */
export interface DiagnosisQuery extends TypeOf<typeof diagnosisQuery> {}
/** As a diagnosis query; `distinct` counts different ATC codes cut at a level instead of records (R15). */
export interface MedicationQuery extends TypeOf<typeof medicationQuery> {}
export interface ResultQuery extends TypeOf<typeof resultQuery> {}
export interface ServiceQuery extends TypeOf<typeof serviceQuery> {}
export interface AppointmentQuery extends TypeOf<typeof appointmentQuery> {}
export interface ReferralQuery extends TypeOf<typeof referralQuery> {}
export interface LetterQuery extends TypeOf<typeof letterQuery> {}
/** `first`: only the patient's first record of its code. */
export interface VaccinationQuery extends TypeOf<typeof vaccinationQuery> {}
export interface CarePlanQuery extends TypeOf<typeof carePlanQuery> {}
export interface NoteQuery extends TypeOf<typeof noteQuery> {}
export interface CorrespondenceQuery extends TypeOf<typeof correspondenceQuery> {}

/** Several fields are all required (R17). Lists mean one of; `age` is in completed years. */
export interface PatientQuery extends TypeOf<typeof patientQuery> {}

/** A query inside `concurrent`: which spans, with neither window nor count (R18). */
export interface SpanSelection extends TypeOf<typeof spanSelection> {}
export type ConcurrentPart = TypeOf<typeof concurrentPart>;
/** A query inside `sequence`, or that an anchor is on: records of one type, each in its own window (R19, R19b). */
export type SequencePart = TypeOf<typeof sequencePart>;

/** A query inside `sameDay`: records of points, each on its day (R19a). */
export type SameDayPart = TypeOf<typeof sameDayPart>;
/** The latest day with a record of each part, and how each is judged on it (R19a). */
export interface SameDay extends TypeOf<typeof sameDay> {}
/** A criterion asked on the day of a record, in the place of the date of evaluation (R19b). */
export interface Anchor extends TypeOf<typeof anchor> {}

/** The latest result in the window less another one of the same, judged by the value (R19c). */
export interface Change extends TypeOf<typeof change> {}

/** One boolean expression; serves population, information conditions, markers and indicators. */
export type Criterion = TypeOf<typeof criterion>;

export type PatientField = TypeOf<typeof patientField>;
export interface PatientItem extends TypeOf<typeof patientItem> {}
/**
 * How a record item is shown: every match newest first, the newest one, the newest with its history,
 * the number, or the first one coming. Default: diagnosis, medication and care plan `list`; appointment
 * `next`; all others `latest`.
 */
export type Show = TypeOf<typeof show>;
/**
 * An item of records. `uncoded`: the profile's source names the item but gives no codes, so it is shown
 * as undecidable with this reason; excludes `codes`.
 */
export interface RecordItem extends TypeOf<typeof recordItem> {}
/** One thing that we want to know about each member; asked only of those for whom `condition` is yes. */
export type InformationItem = TypeOf<typeof informationItem>;

export type MarkerLevel = TypeOf<typeof markerLevel>;
/** What needs attention. `short` is a word or two for the chip in the list; default the title. */
export interface Marker extends TypeOf<typeof marker> {}
/**
 * What is counted; `denominator` absent: among every member. `except` leaves out those for whom the numerator is no
 * (R22): `denominatorOf`.
 */
export interface Indicator extends TypeOf<typeof indicator> {}
/** Who vouches for a profile, up to the last day. */
export interface Approval extends TypeOf<typeof approval> {}
/** A made-up patient with the answers that the author expects on a day. */
export interface ProfileTest extends TypeOf<typeof profileTest> {}
/** Who the patient of a test is; what is not said is not known. */
export interface TestPatient extends TypeOf<typeof testPatient> {}
/** A record of a test's patient: as the contract has it, or its code alone. */
export type TestRecord = TypeOf<typeof testRecord>;
/** What a test expects: of the whole population, and of markers, indicators and criteria (by JSON Pointer). */
export interface TestAnswers extends TypeOf<typeof testAnswers> {}
/** What changes no answer (R24); keys that are not known are passed over. */
export interface About extends TypeOf<typeof about> {}
/** A message that an action may send: its placeholders are filled in for each patient. */
export interface Message extends TypeOf<typeof message> {}
export interface Reference extends TypeOf<typeof reference> {}

/** `id` is a dotted lower-case name, e.g. `"dk.demens"`; `version` a semantic version. */
export interface Profile extends TypeOf<typeof profileSchema> {}
