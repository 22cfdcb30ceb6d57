/** Which editions of code systems a profile's codes were chosen from (`about.codeSystems`). */
import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { normalizeSystem } from '../../record/index.ts';
import type { PatchStep } from '../review/types.ts';
import type { Release } from './types.ts';

/** The release that a document says its codes of a system are of. */
export function releaseOf(document: unknown, system: string): Release | undefined {
  const found = placeOfRelease(document, system)?.value;
  if (!isObject(found) || typeof found.release !== 'string') return undefined;
  const { release: name, on } = found;
  return { name, ...(typeof on === 'string' ? { date: on } : {}) };
}

/** Says which edition the codes of a system are of; nothing where the document says so already. */
export function recordRelease(
  document: unknown,
  system: string,
  { name, date }: Release,
): readonly PatchStep[] {
  const own = normalizeSystem(system);
  const known = releaseOf(document, own);
  if (known?.name === name && known.date === date) return [];
  const value = { system: own, release: name, ...(date === undefined ? {} : { on: date }) };
  const place = placeOfRelease(document, own);
  if (place) return [{ op: 'replace', path: place.path, value }];
  const about = valueAt(document, ['about']);
  if (!isObject(about)) return [{ op: 'add', path: '/about', value: { codeSystems: [value] } }];
  return Array.isArray(about.codeSystems)
    ? [{ op: 'add', path: '/about/codeSystems/-', value }]
    : [{ op: 'add', path: '/about/codeSystems', value: [value] }];
}

function placeOfRelease(
  document: unknown,
  system: string,
): { readonly path: string; readonly value: unknown } | undefined {
  const all = valueAt(document, ['about', 'codeSystems']);
  if (!Array.isArray(all)) return undefined;
  const own = normalizeSystem(system);
  const index = all.findIndex(
    (each: unknown) =>
      isObject(each) && typeof each.system === 'string' && normalizeSystem(each.system) === own,
  );
  return index < 0
    ? undefined
    : { path: `/about/codeSystems/${index}`, value: all[index] as unknown };
}
