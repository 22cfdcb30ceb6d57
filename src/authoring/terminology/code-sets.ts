/** The code sets of a document, valid or not: which ones a place asks for, where they stand, and where each is used. */
import { valueAt, type Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { CodeSet } from '../../profile/index.ts';

/** One of the code sets that a place asks for: written there, or named. */
export interface AskedSet {
  /** Where it is written or named. */
  readonly path: Path;
  /** Of a shared set. */
  readonly name?: string;
  /** Where the set itself stands: `path`, or below the document's `codes`. */
  readonly setPath: Path;
  /** Absent where no set of the name is in the document, or what stands there is none. */
  readonly set?: DraftSet;
}

/** A code set as far as it can be read: what is no text is passed over. */
export interface DraftSet {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * The sets that stand, or are named, at a place that asks for codes (`…/codes`, one of `…/prefer`) or at a shared set
 * itself (`/codes/demens`).
 */
export function setsAt(document: unknown, path: Path): readonly AskedSet[] {
  const value = valueAt(document, path);
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => askedSet(document, each, [...path, index]));
  return askedSet(document, value, path);
}

function askedSet(document: unknown, value: unknown, path: Path): readonly AskedSet[] {
  if (typeof value === 'string') {
    const setPath = ['codes', value];
    const set = draftSet(valueAt(document, setPath));
    return [{ path, name: value, setPath, ...(set ? { set } : {}) }];
  }
  const set = draftSet(value);
  const isShared = path.length === 2 && path[0] === 'codes';
  return [
    {
      path,
      setPath: path,
      ...(isShared ? { name: String(path[1]) } : {}),
      ...(set ? { set } : {}),
    },
  ];
}

/** Reads what can be read of a code set; undefined of what is no object. */
export function draftSet(value: unknown): DraftSet | undefined {
  if (!isObject(value)) return undefined;
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  return {
    system: typeof value.system === 'string' ? value.system : '',
    include: texts(value.include),
    exclude: texts(value.exclude),
  };
}

/** The shared sets of a document, by name. */
export function sharedSets(document: unknown): readonly (AskedSet & { readonly name: string })[] {
  const sets = valueAt(document, ['codes']);
  if (!isObject(sets)) return [];
  return Object.keys(sets).map((name) => {
    const path = ['codes', name];
    const set = draftSet(sets[name]);
    return { path, setPath: path, name, ...(set ? { set } : {}) };
  });
}

/** A place that asks for a shared set by its name. */
export interface SetUse {
  /** Of the name itself. */
  readonly path: Path;
  /** Of the place that asks for codes: `…/codes`, or one of `…/prefer`. */
  readonly codes: Path;
}

/** Where each shared set is asked for, by name; names that the document has no set of among them. */
export function usesOfSets(document: unknown): ReadonlyMap<string, readonly SetUse[]> {
  const uses = new Map<string, SetUse[]>();
  for (const { value, path } of placesOfCodes(document)) {
    const named = Array.isArray(value)
      ? value.map((each: unknown, index) => [each, [...path, index]] as const)
      : [[value, path] as const];
    for (const [name, own] of named) {
      if (typeof name !== 'string') continue;
      const known = uses.get(name);
      if (known) known.push({ path: own, codes: path });
      else uses.set(name, [{ path: own, codes: path }]);
    }
  }
  return uses;
}

/** Every place that asks for codes, with what stands there; not the shared sets, nor what stands in `about`. */
function placesOfCodes(
  document: unknown,
): readonly { readonly value: unknown; readonly path: Path }[] {
  if (!isObject(document)) return [];
  const { about: _about, codes: _codes, ...asked } = document;
  return placesIn(asked, []);
}

function placesIn(
  value: unknown,
  path: Path,
): readonly { readonly value: unknown; readonly path: Path }[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => placesIn(each, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const own = [...path, key];
    if (key === 'codes') return [{ value: each, path: own }];
    if (key === 'prefer' && Array.isArray(each))
      return each.map((codes: unknown, index) => ({ value: codes, path: [...own, index] }));
    return placesIn(each, own);
  });
}

/** Every code set of a document, shared or written in place, as far as each can be read. */
export function allSets(document: unknown): readonly AskedSet[] {
  const inPlace = placesOfCodes(document).flatMap(({ path }) =>
    setsAt(document, path).filter(({ name }) => name === undefined),
  );
  return [...sharedSets(document), ...inPlace];
}

/** A set that matching can be asked with; undefined of one without a system or codes. */
export function usableSet({ set }: AskedSet): CodeSet | undefined {
  if (!set || set.system.trim() === '' || set.include.length === 0) return undefined;
  const { system, include, exclude } = set;
  return {
    system,
    include: [...include],
    ...(exclude.length > 0 ? { exclude: [...exclude] } : {}),
  };
}

/** The object at a place of a document. */
export function objectAt(document: unknown, path: Path): JsonObject | undefined {
  const value = valueAt(document, path);
  return isObject(value) ? value : undefined;
}
