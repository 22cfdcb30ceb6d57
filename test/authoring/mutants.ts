/** Profiles with one rule changed each: what the test patients of a profile must notice. */
import { isObject } from '../../src/json/values.ts';

export interface Mutant {
  readonly words: string;
  readonly document: unknown;
}

/** Every mutant of a document: criteria turned round, `all` for `any`, limits moved by one, and codes left out. */
export function* mutantsOf(document: object, ofCodes: readonly string[] = []): Iterable<Mutant> {
  for (const part of ['population', 'markers', 'indicators'])
    for (const path of pathsIn((document as Record<string, unknown>)[part], [part]))
      yield* mutantsAt(document, path);
  for (const name of ofCodes) {
    const include = at(document, ['codes', name, 'include']) as readonly unknown[];
    if (include.length < 2) continue;
    for (const index of include.keys())
      yield changed(document, ['codes', name, 'include'], `without ${String(include[index])}`, () =>
        include.filter((_, each) => each !== index),
      );
  }
}

type Keys = readonly (string | number)[];

function* mutantsAt(document: object, path: Keys): Iterable<Mutant> {
  const value = at(document, path);
  const key = path.at(-1);
  if (isObject(value) && isCriterion(key, path)) {
    yield changed(document, path, 'turned round', () => ({ not: value }));
    if ('all' in value) yield changed(document, path, 'any for all', () => ({ any: value.all }));
    if ('any' in value) yield changed(document, path, 'all for any', () => ({ all: value.any }));
  }
  if (
    typeof value === 'number' &&
    ['min', 'max', 'below', 'atLeast', 'above'].includes(String(key))
  )
    for (const step of [-1, 1])
      yield changed(document, path, `${value} as ${value + step}`, () => value + step);
  if (key === 'below') yield changedKey(document, path, 'atMost');
  if (typeof value === 'string' && ['last', 'lasting'].includes(String(key)))
    for (const period of neighbours(value))
      yield changed(document, path, `${value} as ${period}`, () => period);
}

/** Periods that differ by one of their unit. */
function neighbours(period: string): readonly string[] {
  const [, number = '', unit = ''] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  return [-1, 1].map((step) => `P${Number(number) + step}${unit}`);
}

function isCriterion(key: unknown, path: Keys): boolean {
  const parent = path.at(-2);
  return (
    ['include', 'exclude', 'when', 'numerator', 'denominator', 'not'].includes(String(key)) ||
    (typeof key === 'number' && ['all', 'any'].includes(String(parent)))
  );
}

function* pathsIn(value: unknown, path: Keys): Iterable<Keys> {
  if (typeof value !== 'object' || value === null) {
    yield path;
    return;
  }
  yield path;
  for (const [key, each] of Object.entries(value))
    yield* pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

function at(document: unknown, path: Keys): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    document,
  );
}

function changed(document: object, path: Keys, words: string, make: () => unknown): Mutant {
  const copy = structuredClone(document);
  (at(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = make();
  return { words: `/${path.join('/')}: ${words}`, document: copy };
}

function changedKey(document: object, path: Keys, key: string): Mutant {
  const copy = structuredClone(document);
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[key] = parent[path.at(-1)!];
  delete parent[path.at(-1)!];
  return { words: `/${path.join('/')}: ${key}`, document: copy };
}
