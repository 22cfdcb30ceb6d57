/** Made-up patients that meet a criterion, or do not, as far as one can be made up from it. */
import { queryTypes, type Criterion, type Profile } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { recordsFor, type RecordQuery } from './made-up-records.ts';

/** A patient under way. */
export interface MadeUp {
  readonly patient: MadeUpPatient;
  readonly records: readonly MadeUpRecord[];
}
export interface MadeUpPatient {
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly sex?: string;
  readonly [field: string]: unknown;
}
export interface MadeUpRecord {
  readonly type: RecordType;
  readonly record: object;
}

/** So many are tried of what may be made up in several ways. */
const mostWays = 12;

const nobody: MadeUp = { patient: {}, records: [] };

/** Patients that meet a criterion, the plainest first. */
export function* isMet(criterion: Criterion, profile: Profile): Generator<MadeUp> {
  if ('all' in criterion) yield* together(...criterion.all.map((each) => isMet(each, profile)));
  else if ('any' in criterion) for (const each of criterion.any) yield* isMet(each, profile);
  else if ('atLeast' in criterion)
    yield* together(
      ...criterion.of.slice(0, criterion.atLeast).map((each) => isMet(each, profile)),
    );
  else if ('not' in criterion) yield* isUnmet(criterion.not, profile);
  else if ('patient' in criterion) yield* patientsOf(criterion.patient);
  else if ('concurrent' in criterion)
    yield* together(
      ...criterion.concurrent.of.map((each) => isMet(each as unknown as Criterion, profile)),
    );
  else if ('sameDay' in criterion)
    yield* together(
      ...criterion.sameDay.of.map((each) => isMet(each as unknown as Criterion, profile)),
    );
  else yield* withRecords(criterion, profile);
}

/** Patients that do not meet a criterion. Of whom nothing is recorded, everything is covered. */
export function* isUnmet(criterion: Criterion, profile: Profile): Generator<MadeUp> {
  if ('all' in criterion) for (const each of criterion.all) yield* isUnmet(each, profile);
  else if ('any' in criterion)
    yield* together(...criterion.any.map((each) => isUnmet(each, profile)));
  else if ('atLeast' in criterion)
    yield* together(...criterion.of.map((each) => isUnmet(each, profile)));
  else if ('not' in criterion) yield* isMet(criterion.not, profile);
  else if ('patient' in criterion) yield* othersThan(criterion.patient);
  else yield nobody;
}

/** Patients that are all of what is given at once, as far as that does not contradict itself. */
export function* together(...parts: readonly Iterable<MadeUp>[]): Generator<MadeUp> {
  let ways: readonly MadeUp[] = [nobody];
  for (const part of parts) {
    const next: MadeUp[] = [];
    const some = takeSome(part);
    for (const way of ways)
      for (const each of some) {
        const both = joined(way, each);
        if (both) next.push(both);
      }
    ways = next.slice(0, mostWays);
  }
  yield* ways;
}

function takeSome(part: Iterable<MadeUp>): readonly MadeUp[] {
  const some: MadeUp[] = [];
  for (const each of part) {
    some.push(each);
    if (some.length === mostWays) break;
  }
  return some;
}

function joined(a: MadeUp, b: MadeUp): MadeUp | undefined {
  const [one, other] = [a.patient, b.patient];
  const isOneOf = Object.keys(one).every(
    (key) => ages.has(key) || !(key in other) || one[key] === other[key],
  );
  const minAge = Math.max(one.minAge ?? 0, other.minAge ?? 0);
  const maxAge = Math.min(one.maxAge ?? oldest, other.maxAge ?? oldest);
  if (!isOneOf || minAge > maxAge) return undefined;
  return {
    patient: { ...one, ...other, minAge, maxAge },
    records: [...a.records, ...b.records],
  };
}

const ages: ReadonlySet<string> = new Set(['minAge', 'maxAge']);
const oldest = 120;

type PatientCriterion = Extract<Criterion, { readonly patient: unknown }>['patient'];

/** Whom a query of the patient is met by: ages in whole years, and what is one of a list. */
function* patientsOf(query: PatientCriterion): Generator<MadeUp> {
  const { age, municipality, postalCode, practitioner, registered, listed, ...rest } = query;
  if (registered !== undefined || listed !== undefined) return;
  const years = age && yearsOf(age);
  if (age && !years) return;
  const patient: MadeUpPatient = {
    ...rest,
    ...years,
    ...(municipality ? { municipality: municipality[0] } : {}),
    ...(postalCode ? { postalCode: postalCode[0] } : {}),
    ...(practitioner ? { practitioner: practitioner[0] } : {}),
  };
  yield { patient, records: [] };
}

function* othersThan({ age, sex }: PatientCriterion): Generator<MadeUp> {
  const years = age && yearsOf(age);
  const made = (patient: MadeUpPatient): MadeUp => ({ patient, records: [] });
  if (years?.minAge !== undefined && years.minAge > 0) yield made({ maxAge: years.minAge - 1 });
  if (years?.maxAge !== undefined) yield made({ minAge: years.maxAge + 1 });
  if (sex) yield made({ sex: sex === 'female' ? 'male' : 'female' });
}

function yearsOf({
  min,
  max,
  on,
}: NonNullable<PatientCriterion['age']>): { minAge?: number; maxAge?: number } | undefined {
  if (on !== undefined || typeof min === 'string' || typeof max === 'string') return undefined;
  return {
    ...(min === undefined ? {} : { minAge: min }),
    ...(max === undefined ? {} : { maxAge: max }),
  };
}

function* withRecords(criterion: Criterion, profile: Profile): Generator<MadeUp> {
  for (const type of queryTypes) {
    const query = (criterion as unknown as Readonly<Record<string, RecordQuery>>)[type];
    if (!query) continue;
    for (const records of recordsFor(type, query, profile))
      yield { patient: {}, records: records.map((record) => ({ type, record })) };
  }
}
