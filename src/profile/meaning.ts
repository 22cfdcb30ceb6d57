/** Rules that need the whole document: names that are not defined, ids used twice, criteria that cannot vary. */
import { nearest } from './nearest.ts';
import { valueAt } from './path.ts';
import { criterionKeys } from './queries.ts';
import { isObject, type Fault } from './shapes.ts';

type Path = readonly PropertyKey[];

/** Checks a document of any shape: parts that are malformed are the schema's to report. */
export function checkMeaning(json: unknown): readonly Fault[] {
  return [
    ...['information', 'markers', 'indicators'].flatMap((list) => duplicateIds(json, list)),
    ...walk(json, []).flatMap(({ node, path }) => [
      ...unknownCodes(json, node, path),
      ...contradictions(node, path),
      ...distinctSystem(json, node, path),
      ...emptiedSet(node, path),
    ]),
    ...excludesAll(json),
    ...tooManyCriteria(json),
  ];
}

/** Every object in the document with its path. Its depth has been bounded before. */
function walk(node: unknown, path: Path): readonly { node: Loose; path: Path }[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) =>
    walk(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
  return isObject(node) ? [{ node, path }, ...below] : below;
}

/** So many questions one profile may ask: each costs time for every patient. */
const mostCriteria = 1000;

function tooManyCriteria(json: unknown): readonly Fault[] {
  const parts = ['population', 'information', 'markers', 'indicators'];
  const criteria = parts
    .flatMap((part) => walk(valueAt(json, [part]), []))
    .filter(({ node }) => criterionKeys.some((key) => isObject(node[key])));
  return criteria.length > mostCriteria
    ? [
        {
          path: [],
          code: 'too-many-criteria',
          details: { most: mostCriteria, found: criteria.length },
        },
      ]
    : [];
}

function duplicateIds(json: unknown, list: string): readonly Fault[] {
  const entries = valueAt(json, [list]);
  if (!Array.isArray(entries)) return [];
  const seen = new Map<unknown, number>();
  return entries.flatMap((entry: unknown, index) => {
    const id = valueAt(entry, ['id']);
    if (typeof id !== 'string') return [];
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    return [
      {
        path: [list, index, 'id'],
        code: 'duplicate-id',
        details: { id, first: `/${list}/${first}` },
      },
    ];
  });
}

function unknownCodes(json: unknown, node: Loose, path: Path): readonly Fault[] {
  const { codes } = node;
  if (typeof codes !== 'string' || path.length === 0) return [];
  const sets = valueAt(json, ['codes']);
  const names = isObject(sets) ? Object.keys(sets) : [];
  if (names.includes(codes)) return [];
  return [
    {
      path: [...path, 'codes'],
      code: 'unknown-codes',
      details: { name: codes, names, suggestion: nearest(codes, names) },
    },
  ];
}

/** `all` of x and not x is never true; `any` of them always is. */
function contradictions(node: Loose, path: Path): readonly Fault[] {
  return (['all', 'any'] as const).flatMap((key) => {
    const parts = node[key];
    if (!Array.isArray(parts)) return [];
    const plain = new Set(parts.map(canonical));
    return parts.flatMap((part: unknown, index) =>
      isObject(part) && plain.has(canonical(part.not))
        ? [
            {
              path: [...path, key, index],
              code: key === 'all' ? 'never-true' : 'always-true',
              details: {},
            },
          ]
        : [],
    );
  });
}

/** Levels are ATC's (R15). */
function distinctSystem(json: unknown, node: Loose, path: Path): readonly Fault[] {
  if (!isObject(node.distinct)) return [];
  const { codes } = node;
  const set = typeof codes === 'string' ? valueAt(json, ['codes', codes]) : codes;
  const system = valueAt(set, ['system']);
  return typeof system === 'string' && system.trim().toUpperCase() !== 'ATC'
    ? [{ path: [...path, 'distinct'], code: 'distinct-system', details: { system } }]
    : [];
}

/** A set whose every entry is excluded again finds nothing. */
function emptiedSet({ include, exclude, system }: Loose, path: Path): readonly Fault[] {
  if (!Array.isArray(include) || !Array.isArray(exclude) || typeof system !== 'string') return [];
  const out = new Set(exclude.map(canonicalCode));
  return include.length > 0 && include.every((entry) => out.has(canonicalCode(entry)))
    ? [{ path: [...path, 'exclude'], code: 'never-true', details: {} }]
    : [];
}

function excludesAll(json: unknown): readonly Fault[] {
  const include = valueAt(json, ['population', 'include']);
  const exclude = valueAt(json, ['population', 'exclude']);
  return exclude !== undefined && canonical(include) === canonical(exclude)
    ? [{ path: ['population', 'exclude'], code: 'never-true', details: {} }]
    : [];
}

/** The same text for the same meaning, whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isObject(each)
      ? Object.fromEntries(
          Object.keys(each)
            .sort()
            .map((key) => [key, each[key]]),
        )
      : each,
  );
}

function canonicalCode(entry: unknown): unknown {
  return typeof entry === 'string' ? entry.trim().toUpperCase() : entry;
}

type Loose = Readonly<Record<string, unknown>>;
