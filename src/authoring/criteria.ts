/** The criteria of a profile, each with its place: those of its population, conditions, markers and indicators. */
import { pointer, type Path } from '../json/paths.ts';
import type { Criterion, Profile } from '../profile/index.ts';

export interface LocatedCriterion {
  readonly path: Path;
  readonly criterion: Criterion;
}

/** The criteria that are asked as they stand, without those that they are made of. */
export function topCriteria(profile: Profile): readonly LocatedCriterion[] {
  const { population, information, markers = [], indicators = [] } = profile;
  const found: LocatedCriterion[] = [];
  const add = (criterion: Criterion | undefined, ...path: Path) => {
    if (criterion) found.push({ path, criterion });
  };
  add(population.include, 'population', 'include');
  add(population.exclude, 'population', 'exclude');
  for (const [index, { condition }] of information.entries())
    add(condition, 'information', index, 'condition');
  for (const [index, { when }] of markers.entries()) add(when, 'markers', index, 'when');
  for (const [index, each] of indicators.entries()) {
    add(each.numerator, 'indicators', index, 'numerator');
    add(each.denominator, 'indicators', index, 'denominator');
    add(each.except, 'indicators', index, 'except');
  }
  return found;
}

/** A criterion and those that it is made of, as far as each is asked of the same day; outer ones first. */
export function criteriaWithin(located: LocatedCriterion): readonly LocatedCriterion[] {
  return [located, ...partsOf(located).flatMap(criteriaWithin)];
}

/** What a criterion is made of, one step in. */
export function partsOf({ path, criterion }: LocatedCriterion): readonly LocatedCriterion[] {
  const ofEach = (parts: readonly Criterion[], key: string) =>
    parts.map((part, index) => ({ path: [...path, key, index], criterion: part }));
  if ('all' in criterion) return ofEach(criterion.all, 'all');
  if ('any' in criterion) return ofEach(criterion.any, 'any');
  if ('atLeast' in criterion) return ofEach(criterion.of, 'of');
  if ('not' in criterion) return [{ path: [...path, 'not'], criterion: criterion.not }];
  return [];
}

/** What stands at a JSON Pointer where that is a criterion of the profile. */
export function criterionAt(profile: Profile, place: string): LocatedCriterion | undefined {
  let places = byProfile.get(profile);
  if (!places) {
    const all = topCriteria(profile).flatMap(criteriaWithin);
    byProfile.set(profile, (places = new Map(all.map((each) => [pointer(each.path), each]))));
  }
  return places.get(place);
}

/** They are listed once, however many are asked for. */
const byProfile = new WeakMap<Profile, ReadonlyMap<string, LocatedCriterion>>();
