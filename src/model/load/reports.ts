/** What came with a load, as the adapter's developer is told it: names and numbers. */
import type {
  AdapterCall,
  AdapterFailure,
  CheckedDescription,
  ProblemReport,
} from '../../adapter/index.ts';
import {
  listNames,
  type DataType,
  type Hint,
  patientFieldMeantBy,
  recordFieldMeantBy,
  systemOf,
  typeMeantBy,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { reportOnFailure, reportsOnAdapter } from '../../adapter/reports.ts';
import type { DataGap, ForeignCount } from './gaps.ts';
import type { CheckedProfile } from './profiles.ts';

export { reportOnFailure, reportsOnAdapter } from '../../adapter/reports.ts';

/** Tells why a load failed, unless that was told when the adapter was looked at. */
export function reportFailedLoad(
  failure: AdapterFailure,
  adapter: unknown,
): readonly ProblemReport[] {
  const report = reportOnFailure(failure, adapter);
  const isTold = reportsOnAdapter(adapter).some(
    ({ kind, field, meant }) =>
      field === undefined ||
      ((kind === report.kind || kind === 'misnamed') && (meant ?? field) === report.field),
  );
  return isTold ? [] : [report];
}

/** The places in profiles that cannot be used: a profile holds nothing of patients. */
export function reportProfiles(profiles: readonly CheckedProfile[]): readonly ProblemReport[] {
  let told = 0;
  return profiles.flatMap((checked, index): readonly ProblemReport[] => {
    if (checked.ok) return [];
    const field = `/profiles/${index}`;
    if (checked.isInstead) return [{ kind: `profile-is-${checked.isInstead}`, field, count: 1 }];
    const { errors } = checked;
    told += errors.length;
    return told > mostErrors
      ? [{ kind: 'profile-error', field, count: errors.length }]
      : errors.map(({ path }) => ({ kind: 'profile-error', field: path, count: 1 }));
  });
}

/** Errors that are reported one by one; those of the profiles after them are counted for each. */
const mostErrors = 500;

/** One report for each field and reason, the most records first; of the fields beyond some, for each list and reason. */
export function reportRejections(
  rejected: readonly Rejection[],
  call: AdapterCall,
): readonly ProblemReport[] {
  const groups = new Map<string, { readonly first: Rejection; count: number }>();
  for (const entry of rejected) {
    const { type, index, reason, count = 1 } = entry;
    const key = `${type} ${index === undefined} ${entry.field} ${reason}`;
    const whole = `${type} ${reason}`;
    const group = groups.get(key) ?? groups.get(whole);
    if (group) group.count += count;
    else if (groups.size < mostPlaces) groups.set(key, { first: entry, count });
    else groups.set(whole, { first: { type, reason, field: listOf(type) }, count });
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ first, count }) => {
      const meant = first.reason === 'misnamed' ? meantBy(first) : undefined;
      const report = { kind: first.reason, call, field: fieldOf(first), count };
      return meant === undefined ? report : { ...report, meant };
    });
}

/** So many places are told of; of the others the list, and how many. */
const mostPlaces = 100;

function listOf(type: DataType): string {
  return type === 'patient' ? type : listNames[type];
}

/** What a list or a field under a name that is none of ours was probably meant to be, as its place is written. */
export function meantBy({
  type,
  field,
  index,
}: Pick<Rejection, 'type' | 'field' | 'index'>): string | undefined {
  if (type !== 'patient') {
    // Of several in one nobody knows which names they have.
    if (field === listNames[type]) return undefined;
    const meant = index === undefined ? undefined : recordFieldMeantBy(type, field);
    return meant === undefined ? listNames[type] : `${listNames[type]}.${meant}`;
  }
  const [, covered] = /^coverage\.(.*)$/.exec(field) ?? [];
  if (covered !== undefined) return typeMeantBy(covered);
  const own = patientFieldMeantBy(field);
  return own === undefined ? undefined : `patient.${own}`;
}

/** The place in `PatientRecords`, e.g. `diagnoses.from`, `patient.birthDate`, or a list's own name. */
function fieldOf({ type, index, field }: Rejection): string {
  if (field.startsWith('coverage')) return field;
  if (type === 'patient')
    return field === 'patient' || field === '' ? 'patient' : `patient.${field}`;
  if (index === undefined) return field;
  return field === '' ? listNames[type] : `${listNames[type]}.${field}`;
}

/** One report for each kind of what looks odd, and each type that it is in. */
export function reportHints(hints: Iterable<Hint>, call: AdapterCall): readonly ProblemReport[] {
  const groups = new Map<string, { readonly first: Hint; count: number }>();
  for (const hint of hints) {
    const key = `${hint.kind} ${hint.type}`;
    const group = groups.get(key);
    if (group) group.count += hint.count;
    else groups.set(key, { first: hint, count: hint.count });
  }
  return [...groups.values()].map(({ first: { kind, type }, count }) => {
    return { kind, call, field: listOf(type), count };
  });
}

/** One report for each part of a description that could not be used. */
export function reportUnusable({ unusable }: CheckedDescription): readonly ProblemReport[] {
  return unusable.map((field) => {
    const [, covered] = /^\/coverage\/([^/]*)$/.exec(field) ?? [];
    const type = covered === undefined ? undefined : typeMeantBy(covered);
    return type === undefined
      ? { kind: 'unusable', call: 'describe', field, count: 1 }
      : { kind: 'misnamed', call: 'describe', field, meant: `/coverage/${type}`, count: 1 };
  });
}

/** What nothing came of, of any patient (R1a). */
export function reportGaps(gaps: readonly DataGap[]): readonly ProblemReport[] {
  return gaps.flatMap(({ type, records, systems, alike }): readonly ProblemReport[] => {
    if (systems.length === 0)
      return [{ kind: 'no-list', call: 'records', field: listNames[type], count: 0 }];
    // Codes of which some look right are told with those that do not (`reportForeign`).
    if (alike !== undefined) return [];
    return systems.map((meant) => ({
      kind: 'no-code-in-system',
      call: 'records',
      field: listNames[type],
      meant,
      count: records,
    }));
  });
}

/** Codes that look like another system's than the one they stand in. */
export function reportForeign(foreign: readonly ForeignCount[]): readonly ProblemReport[] {
  return foreign.map(({ type, system, records }) => ({
    kind: 'foreign-codes',
    call: 'records',
    field: listNames[type],
    meant: systemOf(system)?.title ?? system,
    count: records,
  }));
}

/** The data types that a profile asks for and the clinic has no source for. */
export function reportMissing(types: readonly RecordType[]): readonly ProblemReport[] {
  return types.map((type) => ({
    kind: 'missing-source',
    call: 'describe',
    field: `/coverage/${type}`,
    count: 1,
  }));
}
