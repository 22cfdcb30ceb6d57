/** Code sets that several parts of a profile share, and those that are written where they are used. */
import { pointer } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { PatchStep } from '../review/types.ts';
import { editOf, type DocumentEdit } from './edit.ts';
import { freeName } from './entries.ts';
import { valueOf, within } from './places.ts';

/** Makes a code set that is written in place one of the profile's, under a name of its own. */
export function shareCodes(
  document: JsonObject,
  place: string,
  name: string,
): DocumentEdit | undefined {
  const set = valueOf(document, place);
  if (!isObject(set) || name.trim() === '') return undefined;
  const sets = isObject(document['codes']) ? document['codes'] : undefined;
  const free = freeName(name.trim(), Object.keys(sets ?? {}));
  const add: PatchStep = sets
    ? { op: 'add', path: within('/codes', free), value: set }
    : { op: 'add', path: '/codes', value: { [free]: set } };
  return editOf(document, [add, { op: 'replace', path: place, value: free }], place);
}

/** Writes a copy of a shared code set where its name is used. */
export function inlineCodes(document: JsonObject, place: string): DocumentEdit | undefined {
  const name = valueOf(document, place);
  if (typeof name !== 'string' || !isObject(document['codes'])) return undefined;
  const set = Object.hasOwn(document['codes'], name) ? document['codes'][name] : undefined;
  return set === undefined
    ? undefined
    : editOf(document, [{ op: 'replace', path: place, value: set }], place);
}

/** Gives a shared code set another name, everywhere. */
export function renameCodes(
  document: JsonObject,
  name: string,
  next: string,
): DocumentEdit | undefined {
  const sets = document['codes'];
  if (!isObject(sets) || !Object.hasOwn(sets, name) || Object.hasOwn(sets, next)) return undefined;
  const renamed = Object.fromEntries(
    Object.entries(sets).map(([key, set]) => [key === name ? next : key, set]),
  );
  const uses = usesOfCodes(document, name).map((path): PatchStep => ({
    op: 'replace',
    path,
    value: next,
  }));
  const [from, to] = [within('/codes', name), within('/codes', next)];
  return editOf(document, [{ op: 'replace', path: '/codes', value: renamed }, ...uses], to, [
    [from, to],
  ]);
}

/** The places where the name of a shared code set is used. */
export function usesOfCodes(document: JsonObject, name: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, path: readonly (string | number)[]) => {
    if (Array.isArray(value)) value.forEach((each, index) => look(each, [...path, index]));
    else if (isObject(value))
      for (const [key, part] of Object.entries(value)) {
        const at = [...path, key];
        if (key === 'codes' && part === name) found.push(pointer(at));
        else if ((key === 'codes' || key === 'prefer') && Array.isArray(part))
          part.forEach((each, index) =>
            each === name ? found.push(pointer([...at, index])) : look(each, [...at, index]),
          );
        else look(part, at);
      }
  };
  for (const [key, part] of Object.entries(document))
    if (key !== 'codes' && key !== 'about') look(part, [key]);
  return found;
}
