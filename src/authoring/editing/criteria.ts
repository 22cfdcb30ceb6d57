/**
 * Changes of criteria, as an author means them. Each answers the steps of it and where it leads, and undefined where it
 * cannot be done: the document may be half written.
 */
import { isObject, type JsonObject } from '../../json/values.ts';
import type { PatchStep } from '../review/types.ts';
import { editOf, type DocumentEdit, type Moves } from './edit.ts';
import { duplicateEntry, insertEntry, listedAt, moveEntry, removeEntry } from './entries.ts';
import type { QueryType } from '../../profile/index.ts';
import {
  isGroupKind,
  isQueryType,
  kindOf,
  newCriterion,
  queryKeysOf,
  type CriterionKind,
  type GroupKind,
} from './kinds.ts';
import {
  groupList,
  isWithin,
  listAt,
  partsOf,
  placeAfter,
  placeIn,
  valueOf,
  within,
} from './places.ts';

type Edit = DocumentEdit | undefined;

/** Places of a criterion that a document may be without. */
const optionalPlace =
  /^\/(?:population\/exclude|information\/\d+\/condition|indicators\/\d+\/(?:denominator|except))$/;

/** Where a criterion that is put beside, or into, what stands at a place goes. */
export function insertionAt(
  document: JsonObject,
  place: string,
  into: 'inside' | 'after',
): { readonly list: string; readonly index: number } | undefined {
  const value = valueOf(document, place);
  const group = groupList(value);
  if (into === 'inside' && group !== undefined)
    return { list: within(place, group), index: listAt(document, within(place, group))!.length };
  const listed = listedAt(document, place);
  return listed && { list: listed.list, index: listed.index + 1 };
}

/**
 * Puts a new criterion behind the one at a place, or into it where it is a group. What stands alone, as the whole of the
 * inclusion, is joined with it: by *all of* where it is no group yet.
 */
export function insertCriterion(
  document: JsonObject,
  place: string,
  kind: CriterionKind,
  into: 'inside' | 'after' = 'inside',
): Edit {
  const criterion = newCriterion(kind);
  const value = valueOf(document, place);
  if (value === undefined) return addAt(document, place, criterion);
  const found = insertionAt(document, place, into) ?? insertionAt(document, place, 'inside');
  if (found) return insertEntry(document, found.list, found.index, criterion);
  if (isObject(value) && isObject(value['not']) && into === 'inside')
    return insertCriterion(document, within(place, 'not'), kind, into);
  return replaceWith(document, place, { all: [value, criterion] }, within(place, 'all', 1), [
    [place, within(place, 'all', 0)],
  ]);
}

/** Writes a criterion where none stands: `/population/exclude`, the condition of an item. */
function addAt(document: JsonObject, place: string, value: unknown): Edit {
  const { parent } = placeIn(place);
  return isObject(valueOf(document, parent))
    ? editOf(document, [{ op: 'add', path: place, value }], place)
    : undefined;
}

/** Takes a criterion out. In a place that needs one, an empty group is left, which the format tells as an error. */
export function removeCriterion(document: JsonObject, place: string): Edit {
  const value = valueOf(document, place);
  if (value === undefined) return undefined;
  if (listedAt(document, place)) {
    const edit = removeEntry(document, place)!;
    // The group, where nothing is left in it: its list is nothing to look at.
    const { parent } = placeIn(place);
    return edit.select === parent ? { ...edit, select: placeIn(parent).parent } : edit;
  }
  if (optionalPlace.test(place)) return editOf(document, [{ op: 'remove', path: place }], place);
  const isEmpty = groupList(value) !== undefined && partsOf(value).length === 0;
  if (isEmpty && placeIn(place).key === 'not')
    return removeCriterion(document, placeIn(place).parent);
  if (isEmpty) return undefined;
  const steps: readonly PatchStep[] = [{ op: 'replace', path: place, value: { any: [] } }];
  const edit = editOf(document, steps, place);
  return {
    ...edit,
    placeNow: (each) => (isWithin(each, place) && each !== place ? undefined : each),
  };
}

/** Puts a copy behind a criterion; beside what stands alone, both in a group. */
export function duplicateCriterion(document: JsonObject, place: string): Edit {
  const value = valueOf(document, place);
  if (value === undefined) return undefined;
  return (
    duplicateEntry(document, place) ??
    replaceWith(document, place, { any: [value, value] }, within(place, 'any', 1), [
      [place, within(place, 'any', 0)],
    ])
  );
}

/** Moves a criterion before the one before it. */
export function moveUp(document: JsonObject, place: string): Edit {
  return moveEntry(document, place, -1);
}

/** Moves a criterion behind the one after it. */
export function moveDown(document: JsonObject, place: string): Edit {
  return moveEntry(document, place, 1);
}

/** Moves a criterion into the group before it, as its last; where what stands before is none, both go into a new one. */
export function moveIn(document: JsonObject, place: string): Edit {
  const listed = listedAt(document, place);
  if (!listed || listed.index === 0) return undefined;
  const before = within(listed.list, listed.index - 1);
  const into = innerGroup(document, before);
  if (into !== undefined) return moveTo(document, place, into, listAt(document, into)!.length);
  const kind = placeIn(listed.list).key === 'any' ? 'all' : 'any';
  const [first, second] = [valueOf(document, before), valueOf(document, place)];
  const steps: readonly PatchStep[] = [
    { op: 'replace', path: before, value: { [kind]: [first, second] } },
    { op: 'remove', path: place },
  ];
  return editOf(document, steps, within(before, kind, 1), [
    [before, within(before, kind, 0)],
    [place, within(before, kind, 1)],
  ]);
}

/** The list of a group, or of the one that it is the opposite of. */
function innerGroup(document: JsonObject, place: string): string | undefined {
  const value = valueOf(document, place);
  const key = groupList(value);
  if (key !== undefined) return within(place, key);
  return isObject(value) && isObject(value['not'])
    ? innerGroup(document, within(place, 'not'))
    : undefined;
}

/** Moves a criterion out of its group, behind it. A group in which nothing is left goes. */
export function moveOut(document: JsonObject, place: string): Edit {
  const { parent, key } = placeIn(place);
  // The only part of a *not*: what is left is the part itself.
  if (key === 'not') return unwrap(document, parent);
  const listed = listedAt(document, place);
  if (!listed) return undefined;
  const outer = outerList(document, placeIn(listed.list).parent);
  if (!outer) return undefined;
  const to = within(outer.list, outer.index + 1);
  const steps: PatchStep[] = [{ op: 'move', from: place, path: to }];
  if (listed.length > 1) return editOf(document, steps, to);
  const emptied = within(outer.list, outer.index);
  return editOf(document, [...steps, { op: 'remove', path: emptied }], emptied);
}

/** The nearest list around a group, and which of it the group is in. */
function outerList(document: JsonObject, place: string) {
  for (let at = place; isCriterionPlace(at); at = placeIn(at).parent) {
    const listed = listedAt(document, at);
    if (listed && isListOfCriteria(listed.list)) return listed;
    if (placeIn(at).key === 'is') return undefined;
  }
  return undefined;
}

/** Moves a criterion to a place in a list of criteria; the index is counted as things stand before. */
export function moveTo(document: JsonObject, place: string, list: string, index: number): Edit {
  const listed = listedAt(document, place);
  if (!listed || isWithin(list, place) || !listAt(document, list)) return undefined;
  const isSame = listed.list === list;
  const at = isSame && index > listed.index ? index - 1 : index;
  if (isSame && at === listed.index) return undefined;
  // Taking it out may push the list itself to another place.
  const target = placeAfter(list, [{ op: 'remove', path: place }]);
  if (target === undefined) return undefined;
  const path = within(target, at);
  if (!isWithin(path, place)) return editOf(document, [{ op: 'move', from: place, path }], path);
  // What was behind it has come into its place: a *move* (RFC 6902) there would be one into itself.
  const steps: readonly PatchStep[] = [
    { op: 'remove', path: place },
    { op: 'add', path, value: valueOf(document, place) },
  ];
  return editOf(document, steps, path, [[place, path]]);
}

/** Puts a criterion into a group of its own. */
export function wrap(document: JsonObject, place: string, kind: GroupKind): Edit {
  const value = valueOf(document, place);
  if (value === undefined) return undefined;
  const [group, key] =
    kind === 'not'
      ? [{ not: value }, ['not']]
      : kind === 'atLeast'
        ? [{ atLeast: 1, of: [value] }, ['of', 0]]
        : [{ [kind]: [value] }, [kind, 0]];
  return replaceWith(document, place, group, place, [[place, within(place, ...key)]]);
}

/** Takes a group away and leaves what is in it. Where there is room for one alone, it must hold one. */
export function unwrap(document: JsonObject, place: string): Edit {
  const parts = partsOf(valueOf(document, place));
  const [first] = parts;
  if (!first) return undefined;
  const listed = listedAt(document, place);
  if (parts.length === 1)
    return replaceWith(document, place, first[1], place, [[place + first[0], place]]);
  if (!listed || !isListOfCriteria(listed.list)) return undefined;
  const moves = parts.map(
    ([key], index) => [place + key, within(listed.list, listed.index + index)] as const,
  );
  const steps: readonly PatchStep[] = [
    { op: 'replace', path: place, value: first[1] },
    ...parts.slice(1).map(([, value], index) => ({
      op: 'add' as const,
      path: within(listed.list, listed.index + 1 + index),
      value,
    })),
  ];
  return editOf(document, steps, place, moves);
}

/**
 * Makes a criterion one of another kind, and keeps of it what that kind has as well: of a group its parts, of a query all
 * that is asked.
 */
export function changeKind(document: JsonObject, place: string, kind: CriterionKind): Edit {
  const value = valueOf(document, place);
  const old = kindOf(value);
  if (value === undefined || old === kind) return undefined;
  const parts = partsOf(value);
  if (isGroupKind(kind) && isGroupKind(old)) return changeGroup(document, place, kind, parts);
  if (isGroupKind(kind)) return wrap(document, place, kind);
  // What is in a group would be lost.
  if (parts.length > 0) return undefined;
  const fresh = newCriterion(kind);
  const asked = old && isObject(value) ? value[old] : undefined;
  const kept = isQueryType(kind) && isObject(asked) ? keptOf(asked, kind) : {};
  return replaceWith(
    document,
    place,
    { [kind]: { ...(fresh[kind] as object), ...kept } },
    place,
    [],
  );
}

function keptOf(asked: JsonObject, kind: QueryType): JsonObject {
  const known = queryKeysOf(kind);
  return Object.fromEntries(Object.entries(asked).filter(([key]) => known.includes(key)));
}

function changeGroup(
  document: JsonObject,
  place: string,
  kind: GroupKind,
  parts: ReturnType<typeof partsOf>,
): Edit {
  const values = parts.map(([, part]) => part);
  if (kind === 'not') {
    const [only] = values;
    if (values.length === 1)
      return replaceWith(document, place, { not: only }, place, [
        [place + parts[0]![0], within(place, 'not')],
      ]);
    return wrap(document, place, 'not');
  }
  const key = kind === 'atLeast' ? 'of' : kind;
  const group = kind === 'atLeast' ? { atLeast: 1, of: values } : { [kind]: values };
  const moves = parts.map(([from], index) => [place + from, within(place, key, index)] as const);
  return replaceWith(document, place, group, place, moves);
}

function replaceWith(
  document: JsonObject,
  place: string,
  value: unknown,
  select: string,
  moves: Moves,
): DocumentEdit {
  return editOf(document, [{ op: 'replace', path: place, value }], select, moves);
}

function isListOfCriteria(list: string): boolean {
  const { parent, key } = placeIn(list);
  return ['all', 'any', 'of'].includes(key) && isCriterionPlace(parent);
}

/** Whether a criterion stands at a place, or may: by its keys alone. */
export function isCriterionPlace(place: string): boolean {
  return criterionPlace.test(place);
}

const criterionPlace =
  /^\/(?:population\/(?:include|exclude)|information\/\d+\/condition|markers\/\d+\/when|indicators\/\d+\/(?:numerator|denominator|except))(?:\/(?:(?:all|any|of)\/\d+|not|anchor\/is))*$/;
