/** Changes of what stands in a list: criteria of a group, and the entries of a profile's lists. */
import type { JsonObject } from '../../json/values.ts';
import { isObject } from '../../json/values.ts';
import { editOf, type DocumentEdit } from './edit.ts';
import { listAt, placeIn, valueOf, within } from './places.ts';

/** One of a list, and where it stands. */
interface Listed {
  readonly list: string;
  readonly index: number;
  readonly length: number;
}

/** Tells the place in its list; undefined of what stands in none. */
export function listedAt(document: JsonObject, place: string): Listed | undefined {
  const { parent, key } = placeIn(place);
  const list = listAt(document, parent);
  const index = Number(key);
  return list && /^\d+$/.test(key) && index < list.length
    ? { list: parent, index, length: list.length }
    : undefined;
}

/** Puts something into a list, which is made where it is not there yet. */
export function insertEntry(
  document: JsonObject,
  list: string,
  index: number,
  value: unknown,
): DocumentEdit {
  const entries = listAt(document, list);
  const at = Math.min(Math.max(0, index), entries?.length ?? 0);
  const select = within(list, at);
  return entries
    ? editOf(document, [{ op: 'add', path: select, value }], select)
    : editOf(document, [{ op: 'add', path: list, value: [value] }], select);
}

/** Takes something out of a list; what comes after it is looked at next, else what comes before, else the list. */
export function removeEntry(document: JsonObject, place: string): DocumentEdit | undefined {
  const listed = listedAt(document, place);
  if (!listed) return undefined;
  const { list, index, length } = listed;
  const next = length === 1 ? list : within(list, Math.min(index, length - 2));
  return editOf(document, [{ op: 'remove', path: place }], next);
}

/** Moves something within its list. */
export function moveEntry(
  document: JsonObject,
  place: string,
  by: number,
): DocumentEdit | undefined {
  const listed = listedAt(document, place);
  if (!listed) return undefined;
  const { list, index, length } = listed;
  const to = Math.min(Math.max(0, index + by), length - 1);
  if (to === index) return undefined;
  const path = within(list, to);
  return editOf(document, [{ op: 'move', from: place, path }], path);
}

/** Puts a copy behind something in its list, under an id of its own where it has one. */
export function duplicateEntry(document: JsonObject, place: string): DocumentEdit | undefined {
  const listed = listedAt(document, place);
  if (!listed) return undefined;
  const { list, index } = listed;
  const value = valueOf(document, place);
  const taken = (listAt(document, list) ?? []).map((each) => isObject(each) && each['id']);
  const copy =
    isObject(value) && typeof value['id'] === 'string'
      ? { ...value, id: freeName(value['id'], taken) }
      : value;
  return insertEntry(document, list, index + 1, copy);
}

/** A name that is not taken: `demens-2`, `demens-3`. */
export function freeName(name: string, taken: readonly unknown[]): string {
  if (!taken.includes(name)) return name;
  const [, stem = name, number = '1'] = /^(.*?)(?:-(\d{1,6}))?$/su.exec(name) ?? [];
  for (let next = Number(number) + 1; ; next++)
    if (!taken.includes(`${stem}-${next}`)) return `${stem}-${next}`;
}
