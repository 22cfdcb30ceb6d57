/** What came with a load, as the adapter's developer is told it: names and numbers. */
import {
  reportsOnAdapter,
  type AdapterCall,
  type CheckedDescription,
  type ProblemReport,
} from '../../adapter/index.ts';
import {
  listNames,
  type Hint,
  patientFieldMeantBy,
  typeMeantBy,
  type Rejection,
} from '../../record/index.ts';
import { Memo } from '../memo.ts';
import type { CheckedProfile } from './profiles.ts';

/** What is wrong with what a host hands over, the same objects as long as that is the same. */
export class ReportShelf {
  readonly #adapter = new Memo<readonly ProblemReport[]>();
  readonly #profiles = new Memo<readonly ProblemReport[]>();
  readonly #description = new Memo<readonly ProblemReport[]>();

  /**
   * Everything that is known before a call was answered. Where no adapter was given nothing is wrong with it, but
   * what stands in its place is.
   */
  on(
    adapter: unknown,
    profiles: readonly CheckedProfile[],
    failure: ProblemReport | undefined,
  ): readonly ProblemReport[] {
    const onAdapter = this.#adapter.of([adapter], () => reportsOnAdapter(adapter));
    const onProfiles = this.#profiles.of(profiles, () => profiles.flatMap(reportProfile));
    // What is missing was told already when it was looked at.
    const isTold = onAdapter.some(
      ({ kind, field, meant }) =>
        field === undefined ||
        ((kind === failure?.kind || kind === 'misnamed') && (meant ?? field) === failure?.field),
    );
    return [...onAdapter, ...onProfiles, ...(failure && !isTold ? [failure] : [])];
  }

  onDescription(described: CheckedDescription): readonly ProblemReport[] {
    return this.#description.of([described], () => reportUnusable(described));
  }
}

/** A date of evaluation that does not exist (R26). */
export const noSuchDate: ProblemReport = { kind: 'unusable', field: 'asOf', count: 1 };

/** The places in a profile that cannot be used: a profile holds nothing of patients. */
function reportProfile(checked: CheckedProfile, index: number): readonly ProblemReport[] {
  if (checked.ok) return [];
  if (checked.isInstead)
    return [{ kind: `profile-is-${checked.isInstead}`, field: `/profiles/${index}`, count: 1 }];
  return checked.errors.map(({ path }) => ({ kind: 'profile-error', field: path, count: 1 }));
}

/** One report for each field and reason, the most records first. */
export function reportRejections(
  rejected: readonly Rejection[],
  call: AdapterCall,
): readonly ProblemReport[] {
  const groups = new Map<string, { readonly first: Rejection; count: number }>();
  for (const entry of rejected) {
    const key = `${entry.type} ${entry.index === undefined} ${entry.field} ${entry.reason}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: entry, count: 1 });
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ first, count }) => {
      const meant = first.reason === 'misnamed' ? meantBy(first) : undefined;
      const report = { kind: first.reason, call, field: fieldOf(first), count };
      return meant === undefined ? report : { ...report, meant };
    });
}

function meantBy({ type, field }: Rejection): string | undefined {
  if (type !== 'patient') return listNames[type];
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
    return { kind, call, field: type === 'patient' ? type : listNames[type], count };
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

/**
 * One report for each field of a store's rounds that could not be read: the first place, and how many there are.
 *
 * @param unusable JSON Pointers into what the store listed.
 */
export function reportUnusableRounds(unusable: readonly string[]): readonly ProblemReport[] {
  const groups = new Map<string, ProblemReport>();
  for (const field of unusable) {
    const { count, ...first } = groups.get(fieldOfRounds(field)) ?? { ...unusableRounds, field };
    groups.set(fieldOfRounds(field), { ...first, count: count + 1 });
  }
  return [...groups.values()];
}

const unusableRounds = { kind: 'unusable', call: 'rounds', count: 0 } as const;

/** A pointer into rounds without its indexes: `/0/members/12/status` and `/1/members/3/status` are one field. */
export function fieldOfRounds(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
