/** Where criteria and entries stand in a document that may be invalid, and how they follow one that is changed. */
import { keysOf, pointer, valueAt } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { PatchStep } from '../review/types.ts';

/** A place, taken apart: what it stands in, and under which key. */
export interface PlaceIn {
  readonly parent: string;
  readonly key: string;
}

export function placeIn(place: string): PlaceIn {
  const at = place.lastIndexOf('/');
  return { parent: place.slice(0, at), key: keysOf(place).at(-1) ?? '' };
}

/** The place of a part of what stands at a place. */
export function within(place: string, ...keys: readonly (string | number)[]): string {
  return place + pointer(keys);
}

export function valueOf(document: unknown, place: string): unknown {
  return valueAt(document, keysOf(place));
}

/** The list at a place; undefined where none stands there. */
export function listAt(document: unknown, place: string): readonly unknown[] | undefined {
  const value = valueOf(document, place);
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

/** Whether one place is another, or lies within it. */
export function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

/** Which lists of criteria a criterion may have. */
const lists = ['all', 'any', 'of'] as const;

/** What a criterion holds, if it is one of those that hold others. */
export function partsOf(criterion: unknown): readonly (readonly [key: string, part: unknown])[] {
  if (!isObject(criterion)) return [];
  const parts: (readonly [string, unknown])[] = [];
  for (const key of lists) {
    const list = criterion[key];
    if (Array.isArray(list))
      for (const [index, part] of list.entries()) parts.push([`/${key}/${index}`, part]);
  }
  if ('not' in criterion) parts.push(['/not', criterion['not']]);
  const { anchor } = criterion;
  if (isObject(anchor) && 'is' in anchor) parts.push(['/anchor/is', anchor['is']]);
  return parts;
}

/** The list of criteria of a group: where it stands; undefined of what is no group. */
export function groupList(criterion: unknown): (typeof lists)[number] | undefined {
  if (!isObject(criterion)) return undefined;
  return lists.find((key) => Array.isArray(criterion[key]));
}

/** Where what stood at a place stands after some steps; undefined where it was taken out. */
export function placeAfter(place: string, steps: readonly PatchStep[]): string | undefined {
  return steps.reduce<string | undefined>(
    (at, step) => (at === undefined ? undefined : placeAfterStep(at, step)),
    place,
  );
}

function placeAfterStep(place: string, step: PatchStep): string | undefined {
  if (step.op === 'replace') return place;
  if (step.op === 'remove')
    return isWithin(place, step.path) ? undefined : pushed(place, step.path, -1);
  if (step.op !== 'move') return pushed(place, step.path, 1);
  const { from, path } = step;
  if (isWithin(place, from)) return path + place.slice(from.length);
  return pushed(pushed(place, from, -1), path, 1);
}

/** A place beside which, in the same list, something was put in or taken out. */
function pushed(place: string, at: string, by: 1 | -1): string {
  const { parent, key } = placeIn(at);
  if (!/^\d+$/.test(key) || !place.startsWith(`${parent}/`)) return place;
  const rest = place.slice(parent.length + 1);
  const [own = ''] = rest.split('/', 1);
  const isBehind =
    /^\d+$/.test(own) && (by > 0 ? Number(own) >= Number(key) : Number(own) > Number(key));
  return isBehind ? `${parent}/${Number(own) + by}${rest.slice(own.length)}` : place;
}

/**
 * The steps after which a profile's test patients expect their answers of the criteria that they were written for: they
 * name them by their places.
 *
 * @param placeNow Where what stood at a place stands; undefined: it is gone, and with it what is expected of it.
 */
export function testsFollow(
  document: JsonObject,
  placeNow: (place: string) => string | undefined,
): readonly PatchStep[] {
  return (listAt(document, '/about/tests') ?? []).flatMap((test, index): readonly PatchStep[] => {
    const expect = isObject(test) && isObject(test['expect']) ? test['expect'] : {};
    const { criteria } = expect;
    if (!isObject(criteria)) return [];
    const entries = Object.entries(criteria);
    const moved = entries.flatMap(([place, answer]) => {
      const now = placeNow(place);
      return now === undefined ? [] : [[now, answer] as const];
    });
    if (moved.length === entries.length && moved.every(([now], at) => now === entries[at]![0]))
      return [];
    const path = `/about/tests/${index}/expect/criteria`;
    // Of none, the key goes: what is left says what it said.
    return moved.length > 0
      ? [{ op: 'replace', path, value: Object.fromEntries(moved) }]
      : [{ op: 'remove', path }];
  });
}
