/** Changes of code sets, each as steps of a JSON Patch on the document that they are asked of. */
import { pointer, valueAt, type Path } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import type { LocalText } from '../../profile/index.ts';
import { normalizeEntry, normalizeSystem } from '../../record/index.ts';
import type { PatchStep } from '../review/types.ts';
import { draftSet, objectAt, usesOfSets } from './code-sets.ts';

/** A code that goes into a set, with what it is called where that is known. */
export interface NewCode {
  readonly entry: string;
  readonly text?: LocalText;
}

export type EntryList = 'include' | 'exclude';

/** Adds codes at the end of a set's list, those that are not in it already, and what they are called. */
export function addCodes(
  document: unknown,
  setPath: Path,
  list: EntryList,
  codes: readonly NewCode[],
): readonly PatchStep[] {
  const given = objectAt(document, setPath);
  const set = draftSet(given);
  if (!given || !set) return [];
  const system = normalizeSystem(set.system);
  const known = new Set(set[list].map((each) => normalizeEntry(system, each)));
  const added = codes.filter(({ entry }) => {
    const own = normalizeEntry(system, entry);
    if (known.has(own)) return false;
    known.add(own);
    return true;
  });
  if (added.length === 0) return [];
  const entries = added.map(({ entry }) => entry);
  const current: unknown = given[list];
  const path = pointer([...setPath, list]);
  const steps: PatchStep[] = [
    Array.isArray(current) && current.length > 0 && entries.length < fewSteps
      ? undefined
      : {
          op: current === undefined ? ('add' as const) : ('replace' as const),
          path,
          value: [...(Array.isArray(current) ? (current as unknown[]) : []), ...entries],
        },
  ].filter((step) => step !== undefined);
  if (steps.length === 0)
    steps.push(...entries.map((value) => ({ op: 'add' as const, path: `${path}/-`, value })));
  return [...steps, ...nameSteps(given.names, setPath, added)];
}

/** More codes than this replace the whole list: that is quicker than so many steps. */
const fewSteps = 50;

function nameSteps(names: unknown, setPath: Path, codes: readonly NewCode[]): readonly PatchStep[] {
  const known = isObject(names) ? names : {};
  const named = codes.filter(
    (each): each is Required<NewCode> =>
      each.text !== undefined && !Object.hasOwn(known, each.entry) && each.entry !== '__proto__',
  );
  if (named.length === 0) return [];
  const path = [...setPath, 'names'];
  if (isObject(names) && named.length < fewSteps)
    return named.map(({ entry, text }) => ({
      op: 'add' as const,
      path: pointer([...path, entry]),
      value: text,
    }));
  const value = { ...known, ...Object.fromEntries(named.map(({ entry, text }) => [entry, text])) };
  return [{ op: isObject(names) ? 'replace' : 'add', path: pointer(path), value }];
}

/** Takes codes out of a list, and what they are called where nothing else in the set is the same code. */
export function removeCodes(
  document: unknown,
  setPath: Path,
  list: EntryList,
  indices: readonly number[],
): readonly PatchStep[] {
  const given = objectAt(document, setPath);
  const entries: unknown = given?.[list];
  if (!given || !Array.isArray(entries)) return [];
  const gone = new Set(indices.filter((index) => index >= 0 && index < entries.length));
  if (gone.size === 0) return [];
  const left: unknown[] = entries.filter((_, index) => !gone.has(index));
  const path = pointer([...setPath, list]);
  const steps: PatchStep[] =
    left.length === 0 && list === 'exclude'
      ? [{ op: 'remove', path }]
      : gone.size === 1
        ? [{ op: 'remove', path: `${path}/${[...gone][0]!}` }]
        : [{ op: 'replace', path, value: left }];
  const other: unknown = given[list === 'include' ? 'exclude' : 'include'];
  const kept = new Set<unknown>([...left, ...(Array.isArray(other) ? (other as unknown[]) : [])]);
  const { names } = given;
  if (!isObject(names)) return steps;
  const unnamed = [...gone]
    .map((index) => entries[index] as unknown)
    .filter((each): each is string => typeof each === 'string' && !kept.has(each))
    .filter((each, at, all) => Object.hasOwn(names, each) && all.indexOf(each) === at);
  if (unnamed.length === Object.keys(names).length && unnamed.length > 0)
    return [...steps, { op: 'remove', path: pointer([...setPath, 'names']) }];
  return [
    ...steps,
    ...unnamed.map((each) => ({
      op: 'remove' as const,
      path: pointer([...setPath, 'names', each]),
    })),
  ];
}

/** Moves a code from what is included to what is excluded, or back. */
export function moveCode(
  document: unknown,
  setPath: Path,
  list: EntryList,
  index: number,
): readonly PatchStep[] {
  const entries: unknown = objectAt(document, setPath)?.[list];
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  if (typeof entry !== 'string') return [];
  const other = list === 'include' ? 'exclude' : 'include';
  const path = pointer([...setPath, list]);
  const isLast = list === 'exclude' && (entries as readonly unknown[]).length === 1;
  return [
    ...addCodes(document, setPath, other, [{ entry }]),
    { op: 'remove', path: isLast ? path : `${path}/${index}` },
  ];
}

/** A new code set of a system. The format asks for a code: until one is there the document says so. */
export function newSet(system: string, codes: readonly NewCode[] = []): object {
  const names = Object.fromEntries(
    codes.flatMap(({ entry, text }) => (text && entry !== '__proto__' ? [[entry, text]] : [])),
  );
  return {
    system,
    include: codes.map(({ entry }) => entry),
    ...(Object.keys(names).length > 0 ? { names } : {}),
  };
}

/** Adds a set, or the name of one, to what a place asks for: one is enough for a record to match (R2a). */
export function addSet(
  document: unknown,
  path: Path,
  added: object | string,
): readonly PatchStep[] {
  const current = valueAt(document, path);
  const place = pointer(path);
  if (current === undefined) return [{ op: 'add', path: place, value: added }];
  if (Array.isArray(current)) return [{ op: 'add', path: `${place}/-`, value: added }];
  return [{ op: 'replace', path: place, value: [current, added] }];
}

/** Takes one set out of what a place asks for; the codes altogether where it is the only one. */
export function removeSet(document: unknown, codes: Path, path: Path): readonly PatchStep[] {
  const current = valueAt(document, codes);
  if (!Array.isArray(current)) return [{ op: 'remove', path: pointer(codes) }];
  const left = current.filter((_, index) => String(index) !== String(path.at(-1)));
  if (left.length === 0) return [{ op: 'remove', path: pointer(codes) }];
  return left.length === 1
    ? [{ op: 'replace', path: pointer(codes), value: left[0] as unknown }]
    : [{ op: 'remove', path: pointer(path) }];
}

/**
 * Adds a shared set beside another one, and names it wherever that one is named: the same concept in another system
 * (R2a).
 */
export function addTwin(
  document: unknown,
  beside: string,
  name: string,
  set: object,
): readonly PatchStep[] {
  const uses = usesOfSets(document).get(beside) ?? [];
  const places = new Map(uses.map((use) => [pointer(use.codes), use.codes]));
  return [
    ...addShared(document, name, set),
    ...[...places.values()].flatMap((codes) => addSet(document, codes, name)),
  ];
}

/** Adds a shared set by its name. */
export function addShared(document: unknown, name: string, set: object): readonly PatchStep[] {
  const hasSets = isObject(valueAt(document, ['codes']));
  return hasSets
    ? [{ op: 'add', path: pointer(['codes', name]), value: set }]
    : [{ op: 'add', path: '/codes', value: { [name]: set } }];
}

/** A name that no shared set of the document has: the one wished for, or with a number behind it. */
export function freeSetName(document: unknown, wished: string): string {
  const sets = valueAt(document, ['codes']);
  const isTaken = (name: string) => isObject(sets) && Object.hasOwn(sets, name);
  const base = nameLike(wished);
  let free = base;
  for (let number = 2; isTaken(free) || free === '__proto__'; number++) free = `${base}${number}`;
  return free;
}

/** A name within the profile: letters, digits, full stop, hyphen and underscore. */
function nameLike(text: string): string {
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  const [first = 'koder', ...others] = words.map((word) => word.toLowerCase());
  const raised = others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return [first, ...raised].join('').slice(0, longestName);
}

const longestName = 40;
