/** Places in a profile that several checks look at. */
import type { Steps } from '../../engine/index.ts';
import { pointer, type Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { CodeSet, Criterion, Profile } from '../../profile/index.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';
import { criteriaWithin, topCriteria } from '../criteria.ts';
import type { PatchStep } from './types.ts';

export interface LocatedList {
  /** `of` is a list of which so many are needed. */
  readonly key: 'all' | 'any' | 'of';
  readonly parts: readonly Criterion[];
  readonly path: Path;
}

/** Every list of criteria in a profile, with the key that it stands under. */
export function listsOf(profile: Profile): readonly LocatedList[] {
  return topCriteria(profile)
    .flatMap(criteriaWithin)
    .flatMap(({ path, criterion }): readonly LocatedList[] => {
      const list = (key: LocatedList['key'], parts: readonly Criterion[]) => [
        { key, parts, path: [...path, key] },
      ];
      if ('all' in criterion) return list('all', criterion.all);
      if ('any' in criterion) return list('any', criterion.any);
      return 'atLeast' in criterion ? list('of', criterion.of) : [];
    });
}

export interface LocatedSet {
  readonly set: CodeSet;
  readonly path: Path;
}

/** Every code set, those that are written in place among them; not what stands in `about`. */
function codeSetsOf(profile: Profile): readonly LocatedSet[] {
  let found = codeSets.get(profile);
  if (!found) codeSets.set(profile, (found = findCodeSets(profile)));
  return found;
}

/** Many checks look at them. */
const codeSets = new WeakMap<Profile, readonly LocatedSet[]>();

function findCodeSets({ about: _, ...asked }: Profile): readonly LocatedSet[] {
  return objectsIn(asked, []).flatMap(({ object, path }) =>
    typeof object.system === 'string' && Array.isArray(object.include)
      ? [{ set: object as unknown as CodeSet, path }]
      : [],
  );
}

/** What is found in each code set, some codes at a time. */
export function* fromEachSet<Found>(
  profile: Profile,
  find: (located: LocatedSet) => readonly Found[],
): Steps<readonly Found[]> {
  const found: Found[] = [];
  let codes = 0;
  for (const located of codeSetsOf(profile)) {
    for (const each of find(located)) found.push(each);
    codes += 1 + located.set.include.length + (located.set.exclude?.length ?? 0);
    if (codes < codesAtOnce) continue;
    codes = 0;
    yield;
  }
  return found;
}

const codesAtOnce = 2000;

export interface LocatedQuery {
  readonly type: RecordType;
  readonly query: JsonObject;
  readonly path: Path;
}

/** Every question about records, wherever it stands, items of information among them. */
export function queriesOf(profile: Profile): readonly LocatedQuery[] {
  let found = queries.get(profile);
  if (!found) queries.set(profile, (found = findQueries(profile)));
  return found;
}

const queries = new WeakMap<Profile, readonly LocatedQuery[]>();

function findQueries({ about: _, codes: _codes, ...asked }: Profile): readonly LocatedQuery[] {
  return objectsIn(asked, []).flatMap(({ object, path }) => {
    const own = recordTypes.flatMap((type) => {
      const query = object[type];
      return isObject(query) ? [{ type, query, path: [...path, type] }] : [];
    });
    const type = recordTypes.find((each) => each === object.type);
    const isItem = path[0] === 'information' && path.length === 2 && type !== undefined;
    return isItem ? [{ type, query: object, path }, ...own] : own;
  });
}

function objectsIn(
  value: unknown,
  path: Path,
): readonly { readonly object: JsonObject; readonly path: Path }[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => objectsIn(each, [...path, index]));
  if (!isObject(value)) return [];
  return [
    { object: value, path },
    ...Object.entries(value).flatMap(([key, each]) => objectsIn(each, [...path, key])),
  ];
}

/** Takes one part out of a list of several. */
export function removal(path: Path): readonly PatchStep[] {
  return [{ op: 'remove', path: pointer(path) }];
}
