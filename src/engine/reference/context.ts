import { resolveCodes, type Codes, type Profile } from '../../profile/index.ts';
import {
  anyCodeMatcher,
  countRejected,
  coverageOf,
  earliestBeginning,
  normalizeSource,
  normalizeSystem,
  type CheckedPatient,
  type ClinicalRecord,
  type CodeMatcher,
  type CoverageByType,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, type Steps } from '../steps.ts';
import type { Finding, UnknownReason, Span } from '../types.ts';
import { sharesDay } from './extent.ts';
import { fieldJudge, fieldsAsked, type AskedFields, type WrittenFields } from './fields.ts';
import { hasNotCome, type DayAsked } from './windows.ts';

/** How a query comes out: a finding without its place. */
export type Answer = Pick<Finding, 'truth' | 'records' | 'unknownReasons'>;

/** One patient, asked on one date: what every rule needs to know. */
export interface PatientContext extends DayAsked {
  readonly profile: Profile;
  readonly patient: CheckedPatient;
  readonly clinicCoverage: CoverageByType;
  /** R4a: whether `anchor` is one of several days that are tried. */
  readonly isTried?: boolean | undefined;
}

/** Whose records, and whose code sets. */
type SelectionContext = Pick<PatientContext, 'profile' | 'patient' | keyof DayAsked>;

/** Which records: codes and further fields. */
export interface Selection extends WrittenFields {
  readonly codes?: Codes;
  /** R15: only ATC codes are counted. */
  readonly distinct?: { readonly level: number };
}

/** A record that is meant, or may be. */
export interface Selected<Kept extends ClinicalRecord = ClinicalRecord> {
  readonly record: Kept;
  /** R3a, R10a: why it only may be; absent: it is. */
  readonly doubt?: UnknownReason;
}

/** The records of a type with code and further fields right, windows aside. Cancelled ones match nothing (R5); some records at a time. */
export function* selectInSteps(
  context: SelectionContext,
  type: RecordType,
  selection: Selection,
): Steps<readonly Selected[]> {
  const select = selector(context, selection);
  const selected: Selected[] = [];
  yield* eachInSteps<ClinicalRecord>(context.patient.records[type], (record) => {
    const found = select(record);
    if (found) selected.push(found);
  });
  return selected;
}

/** Tells of a record of the type that is asked whether it is meant, or may be. */
export function selector<Kept extends ClinicalRecord>(
  { profile, ...day }: Pick<PatientContext, 'profile' | keyof DayAsked>,
  selection: Selection,
): (record: Kept) => Selected<Kept> | undefined {
  const { codes, distinct } = selection;
  const asked = askedOf(profile, codes);
  const fields = fieldsOf(profile, selection);
  const judge = fields && fieldJudge(fields, day);
  return (record) => {
    if ('status' in record && record.status === 'cancelled') return undefined;
    if (distinct && record.system !== atc) return undefined;
    const { truth, missing } = judge ? judge(record) : { truth: 'yes' as const };
    if (truth === 'no') return undefined;
    // R3a, R10a: what has no code could be any of its system.
    const isUncoded = record.code === '' && (asked !== undefined || distinct !== undefined);
    const isMeant = isUncoded
      ? !asked || asked.systems.includes(record.system)
      : !asked || asked.matches(record.system, record.code);
    if (!isMeant) return undefined;
    if (isUncoded) return { record, doubt: { kind: 'no-code', record } };
    return missing ? { record, doubt: { kind: 'no-field', record, field: missing } } : { record };
  };
}

/** The system that R15 counts in. */
const atc = 'ATC';

interface Asked {
  readonly systems: readonly string[];
  readonly matches: CodeMatcher;
}

/** What codes are asked for; without codes every record of the type is meant. */
function askedOf(profile: Profile, codes: Codes | undefined): Asked | undefined {
  if (codes === undefined) return undefined;
  let askedByCodes = askedByProfile.get(profile);
  if (!askedByCodes) askedByProfile.set(profile, (askedByCodes = new Map<Codes, Asked>()));
  let asked = askedByCodes.get(codes);
  if (!asked) {
    const sets = resolveCodes(profile, codes);
    const systems = [...new Set(sets.map(({ system }) => normalizeSystem(system)))];
    askedByCodes.set(codes, (asked = { systems, matches: keptAnswers(anyCodeMatcher(sets)) }));
  }
  return asked;
}

/** Of very many records few have a code that no other has: what was answered of one is kept. */
function keptAnswers(matches: CodeMatcher): CodeMatcher {
  const kept = new Map<string, Map<string, boolean>>();
  return (system, code) => {
    let ofSystem = kept.get(system);
    if (!ofSystem) kept.set(system, (ofSystem = new Map<string, boolean>()));
    let answer = ofSystem.get(code);
    if (answer === undefined) {
      if (ofSystem.size >= mostKept) ofSystem.clear();
      ofSystem.set(code, (answer = matches(system, code)));
    }
    return answer;
  };
}

/** Answers that are kept of a code set. One that is full begins anew. */
const mostKept = 2000;

/** The entries of sets are read once, not once per patient. */
const askedByProfile = new WeakMap<Profile, Map<Codes, Asked>>();

/** The further fields that a selection asks, as they are compared. */
function fieldsOf(profile: Profile, selection: Selection): AskedFields | undefined {
  let bySelection = fieldsByProfile.get(profile);
  if (!bySelection)
    fieldsByProfile.set(profile, (bySelection = new WeakMap<Selection, AskedFields | 'none'>()));
  let fields = bySelection.get(selection);
  if (!fields) bySelection.set(selection, (fields = fieldsAsked(selection) ?? 'none'));
  return fields === 'none' ? undefined : fields;
}

/** They are read once, not once per patient. */
const fieldsByProfile = new WeakMap<Profile, WeakMap<Selection, AskedFields | 'none'>>();

/** Whether a text is one of those asked, or could be: it is not known. */
function mayBeOneOf(
  asked: string | readonly string[] | undefined,
  given: string | undefined,
): boolean {
  if (asked === undefined || given === undefined) return true;
  return [asked].flat().map(normalizeSource).includes(normalizeSource(given));
}

/**
 * R3: the set-aside records of a type that might have been among those meant, windows aside: nothing that can be
 * read of them rules them out.
 */
export function rejectedFor(
  { profile, patient }: PatientContext,
  type: RecordType,
  { codes, source, status, distinct }: Selection,
): readonly Rejection[] {
  const asked = askedOf(profile, codes);
  return patient.rejected.filter(
    (entry) =>
      entry.type === type &&
      entry.status !== 'cancelled' &&
      mayBeOneOf(source, entry.source) &&
      mayBeOneOf(status, entry.status) &&
      (!distinct || entry.system === undefined || entry.system === atc) &&
      (!asked ||
        entry.system === undefined ||
        (entry.code === undefined
          ? asked.systems.includes(entry.system)
          : asked.matches(entry.system, entry.code))),
  );
}

/** R3: whether a set-aside record may have had a day in the window, by what can be read of its dates. */
export function mayShareDay({ from, to }: Rejection, window: Span): boolean {
  if (from === undefined || to === undefined || from <= to)
    return sharesDay(from ?? earliestBeginning, to, window);
  // It ends before it begins: one of the two is wrong, and nobody knows which.
  const { from: first, to: last } = window;
  if (first === undefined || last === undefined) return true;
  return first <= last && (first <= to || last >= from);
}

/** R3: the set-aside records of a type that might have been among those meant in a window. */
export function rejectedIn(
  context: PatientContext,
  type: RecordType,
  selection: Selection,
  window: Span,
): readonly Rejection[] {
  return rejectedFor(context, type, selection).filter((entry) => mayShareDay(entry, window));
}

/** What is declared to be known of a patient. */
interface Covering extends DayAsked {
  readonly patient: Pick<CheckedPatient, 'coverage' | 'supplied'>;
  readonly clinicCoverage: CoverageByType;
}

/**
 * R1a, R9, R10: why a type does not answer for a window; undefined where it does.
 * @param systems The code systems that are asked; absent: any.
 */
export function coverageReason(
  { patient, clinicCoverage, asOf, anchor }: Covering,
  type: RecordType,
  systems: readonly string[] | undefined,
  window: Span,
): UnknownReason | undefined {
  if (hasNotCome({ asOf, anchor }, window)) return { kind: 'not-come', type, from: window.from! };
  const covered = coverageOf(patient, clinicCoverage, type, {
    ...(window.from === undefined ? {} : { from: window.from }),
    lastDay: window.to === undefined || window.to > asOf ? asOf : window.to,
    ...(systems ? { systems } : {}),
  });
  if (covered.covered) return undefined;
  const source = covered.source === undefined ? {} : { source: covered.source };
  if (covered.reason === 'system') return { kind: 'system', type, systems: systems!, ...source };
  if (covered.reason === 'stale')
    return { kind: 'stale', type, window, updated: covered.updated!, ...source };
  return {
    kind: 'not-covered',
    type,
    window,
    ...(covered.from === undefined ? {} : { coveredFrom: covered.from }),
    ...source,
  };
}

/** As `coverageReason`, of the systems in which a selection asks. */
export function coverageDoubt(
  context: PatientContext,
  type: RecordType,
  { codes, distinct }: Selection,
  window: Span,
): UnknownReason | undefined {
  const asked = askedOf(context.profile, codes);
  return coverageReason(context, type, asked ? asked.systems : distinct && [atc], window);
}

/** Says of set-aside records that they are in doubt; nothing of none. */
export function rejectedDoubt(
  type: RecordType,
  rejected: readonly Rejection[],
): readonly UnknownReason[] {
  const count = countRejected(rejected);
  return count > 0 ? [{ kind: 'rejected', type, count }] : [];
}

/** Everything that keeps the absence of a record from meaning *no*. */
export function absenceDoubts(
  context: PatientContext,
  type: RecordType,
  selection: Selection,
  window: Span,
): readonly UnknownReason[] {
  const coverage = coverageDoubt(context, type, selection, window);
  const rejected = rejectedIn(context, type, selection, window);
  return [...(coverage ? [coverage] : []), ...rejectedDoubt(type, rejected)];
}
