import { eachInSteps, finish, type Steps } from '../engine/index.ts';

/** Puts things that have the same key together, keys and things in the order in which they come. */
export function groupBy<Each, Key>(
  list: readonly Each[],
  keyOf: (each: Each) => Key,
): ReadonlyMap<Key, readonly Each[]> {
  return finish(groupInSteps(list, keyOf));
}

/** As `groupBy`, some things at a time. */
export function* groupInSteps<Each, Key>(
  list: readonly Each[],
  keyOf: (each: Each) => Key,
): Steps<ReadonlyMap<Key, readonly Each[]>> {
  const groups = new Map<Key, Each[]>();
  yield* eachInSteps(list, (each) => {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  });
  return groups;
}
