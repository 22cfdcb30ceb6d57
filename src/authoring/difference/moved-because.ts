/** Why patients come into a population or go out of it: which criterion of which version decides it of each. */
import {
  evidenceOf,
  type Finding,
  type Membership,
  type Population,
  type Steps,
  type Truth,
} from '../../engine/index.ts';
import { isObject } from '../../json/values.ts';
import {
  describeCriterion,
  resolveCodes,
  type Codes,
  type Criterion,
  type Language,
  type Profile,
} from '../../profile/index.ts';
import { criteriaWithin, criterionAt, topCriteria } from '../criteria.ts';
import { pointer } from '../../json/paths.ts';
import { comparable } from './change.ts';

/** Patients of whom one criterion decides. */
export interface MovedGroup {
  /** Which of the versions has the criterion. */
  readonly side: 'before' | 'after';
  /** JSON Pointer into that version. */
  readonly path: string;
  /** How it comes out for them. */
  readonly truth: Truth;
  /** The criterion in words. */
  readonly text: string;
  readonly patientIds: readonly string[];
}

/** So many patients are asked in a step. */
const patientsInStep = 20;

/**
 * Tells of some patients by which criterion they are where they are in the later version and were not in the earlier.
 * What decides is a criterion that the other version has not: of the later one where there is such, else of the
 * earlier; where both have all of them, and join them otherwise, it is the whole. A patient stands with each criterion
 * that decides. The largest group comes first.
 *
 * @param patientIds Those who come, or go, or cannot be decided any more (`movementBetween`).
 */
export function* movedBecause(
  patientIds: readonly string[],
  before: Population,
  after: Population,
  language: Language,
): Steps<readonly MovedGroup[]> {
  const sides = {
    before: sideOf('before', before, after),
    after: sideOf('after', after, before),
  };
  const groups = new Map<string, MovedGroup & { readonly patientIds: string[] }>();
  for (const [at, id] of patientIds.entries()) {
    if (at > 0 && at % patientsInStep === 0) yield;
    for (const { side, path, truth } of decidersOf(id, sides)) {
      const key = `${side} ${truth} ${path}`;
      const group = groups.get(key);
      if (group) group.patientIds.push(id);
      else
        groups.set(key, {
          ...{ side, path, truth, patientIds: [id] },
          text: sayCriterion(sides[side].population.profile, path, language),
        });
    }
  }
  return [...groups.values()].sort((a, b) => b.patientIds.length - a.patientIds.length);
}

interface Side {
  readonly name: 'before' | 'after';
  readonly population: Population;
  /** Whether the other version lacks what the criterion at a place asks. */
  readonly isOwn: (path: string) => boolean;
}

interface Decider {
  readonly side: 'before' | 'after';
  readonly path: string;
  readonly truth: Truth;
}

function sideOf(name: Side['name'], population: Population, other: Population): Side {
  const { profile } = population;
  const others = askedBy(other.profile);
  const known = new Map<string, boolean>();
  const isOwn = (path: string) => {
    const located = criterionAt(profile, path);
    return located !== undefined && !others.has(askedIn(located.criterion, profile));
  };
  return {
    ...{ name, population },
    isOwn(path) {
      const own = known.get(path) ?? isOwn(path);
      known.set(path, own);
      return own;
    },
  };
}

function decidersOf(
  patientId: string,
  { before, after }: Readonly<Record<Side['name'], Side>>,
): readonly Decider[] {
  for (const side of [after, before]) {
    const own = partsThatDecide(side.population.membership(patientId))
      .flatMap((part) => leavesOf(evidenceOf(part), side.population.profile))
      .filter(({ path }) => side.isOwn(path));
    if (own.length > 0) return own.map(({ path, truth }) => ({ side: side.name, path, truth }));
  }
  // The same is asked in both, joined in another way.
  return partsThatDecide(after.population.membership(patientId)).map(({ path, truth }) => ({
    ...{ side: 'after', path, truth },
  }));
}

/** Of who is in, both: why they are included, and why not left out. */
function partsThatDecide({ truth, include, exclude }: Membership): readonly Finding[] {
  if (!exclude || truth === 'yes') return exclude ? [include, exclude] : [include];
  const wanted: readonly (readonly [Finding, Truth])[] =
    truth === 'no'
      ? [
          [include, 'no'],
          [exclude, 'yes'],
        ]
      : [
          [include, 'unknown'],
          [exclude, 'unknown'],
        ];
  return wanted.flatMap(([part, own]) => (part.truth === own ? [part] : []));
}

/** The innermost criteria of a finding that stand in the profile as such. */
function leavesOf(finding: Finding, profile: Profile): readonly Finding[] {
  const inner = finding.branches.filter(({ path }) => criterionAt(profile, path));
  return inner.length === 0 ? [finding] : inner.flatMap((each) => leavesOf(each, profile));
}

/** All that the population of a profile asks, each as a text that is the same for two that ask the same. */
function askedBy(profile: Profile): ReadonlySet<string> {
  return new Set(
    topCriteria(profile)
      .filter(({ path }) => pointer(path).startsWith('/population/'))
      .flatMap(criteriaWithin)
      .map(({ criterion }) => askedIn(criterion, profile)),
  );
}

function askedIn(criterion: Criterion, profile: Profile): string {
  return comparable(withCodes(criterion, profile));
}

/** The same, with the codes themselves in the place of the names of their sets. */
function withCodes(value: unknown, profile: Profile): unknown {
  if (Array.isArray(value)) return value.map((each) => withCodes(each, profile));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'codes' ? resolveCodes(profile, each as Codes) : withCodes(each, profile),
    ]),
  );
}

function sayCriterion(profile: Profile, path: string, language: Language): string {
  const located = criterionAt(profile, path);
  return located ? describeCriterion(located.criterion, profile, language) : path;
}
