/** Entries of a profile's lists as they begin, each under a name that is free. */
import { isObject, type JsonObject } from '../../json/values.ts';
import { queryTypes, type QueryType } from '../../profile/index.ts';
import { recordKinds } from '../../record/index.ts';
import { editOf, type DocumentEdit } from './edit.ts';
import { freeName, insertEntry } from './entries.ts';
import { listAt, within } from './places.ts';

export const entryLists = ['information', 'markers', 'indicators', 'messages'] as const;
export type EntryList = (typeof entryLists)[number];

/** What an item of information is of. */
export const itemTypes = ['patient', ...queryTypes] as const;
export type ItemType = (typeof itemTypes)[number];

/** The names that entries begin with: an author may give them others. */
const names: Readonly<Record<EntryList | 'codes', string>> = {
  information: 'oplysning',
  markers: 'markoer',
  indicators: 'indikator',
  messages: 'besked',
  codes: 'kodesaet',
};

/** Adds an entry at the end of a list. What its author has still to say is empty, which the format tells as an error. */
export function addEntry(
  document: JsonObject,
  list: EntryList,
  type: ItemType = 'diagnosis',
): DocumentEdit {
  const entries = listAt(document, `/${list}`) ?? [];
  const taken = entries.map((each) => isObject(each) && each['id']);
  const id = freeName(names[list], taken);
  return insertEntry(document, `/${list}`, entries.length, newEntry(list, id, type));
}

function newEntry(list: EntryList, id: string, type: ItemType): JsonObject {
  const title = { da: '' };
  switch (list) {
    case 'information':
      return type === 'patient'
        ? { id, type, title, field: 'age' }
        : { id, type, title, ...codesOf(type) };
    case 'markers':
      return { id, level: 'warning', title, when: { any: [] } };
    case 'indicators':
      return { id, title, numerator: { any: [] } };
    case 'messages':
      return { id, title, body: { da: '' } };
  }
}

/** Of types that come with codes mostly, codes are asked for. */
function codesOf(type: QueryType): JsonObject {
  const { system } = recordKinds[type];
  return system === 'LOCAL' ? {} : { codes: { system, include: [] } };
}

/** Adds a shared code set, still without codes. */
export function addCodeSet(document: JsonObject, system: string, name = names.codes): DocumentEdit {
  const sets = isObject(document['codes']) ? document['codes'] : undefined;
  const free = freeName(name, Object.keys(sets ?? {}));
  const set = { system, include: [] };
  const path = within('/codes', free);
  return sets
    ? editOf(document, [{ op: 'add', path, value: set }], path)
    : editOf(document, [{ op: 'add', path: '/codes', value: { [free]: set } }], path);
}

/** Takes a shared code set out; where it is used the format tells that it is missing. */
export function removeCodeSet(document: JsonObject, place: string): DocumentEdit {
  return editOf(document, [{ op: 'remove', path: place }], '/codes');
}
