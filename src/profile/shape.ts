/** From zod's issues to ours: one per fault, of the branch that the author meant. */
import type { core } from 'zod/mini';
import { nearest } from './nearest.ts';
import { valueAt } from './path.ts';
import { queryTypes } from './queries.ts';

/** A fault, before it has words. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

type Issue = core.$ZodIssue;

/** The keys that make a criterion, for suggestions. */
const criterionKeys = [
  'all',
  'any',
  'not',
  'atLeast',
  'patient',
  ...queryTypes,
  'concurrent',
  'sequence',
];

export function flattenIssues(issues: readonly Issue[], json: unknown): readonly Fault[] {
  return issues.flatMap((issue) => flatten(issue, [], json));
}

function flatten(issue: Issue, above: readonly PropertyKey[], json: unknown): readonly Fault[] {
  const path = [...above, ...issue.path];
  const value = valueAt(json, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: 'unknown-key',
        details: { key, suggestion: nearest(key, knownKeys) },
      }));
    case 'invalid_union':
      return flattenUnion(issue, path, value, json);
    case 'invalid_type':
      return value === undefined
        ? [{ path, code: 'missing', details: { key: path.at(-1) } }]
        : [{ path, code: 'wrong-type', details: { expected: issue.expected } }];
    case 'invalid_value':
      return [
        value === undefined
          ? { path, code: 'missing', details: { key: path.at(-1) } }
          : {
              path,
              code: 'not-one-of',
              details: {
                values: issue.values,
                suggestion:
                  typeof value === 'string' ? nearest(value, issue.values.map(String)) : undefined,
              },
            },
      ];
    case 'too_small':
      return [
        issue.origin === 'array' || issue.origin === 'string'
          ? {
              path,
              code: issue.minimum === 1 ? 'empty' : 'too-few',
              details: { least: issue.minimum },
            }
          : { path, code: 'too-low', details: { least: issue.minimum } },
      ];
    case 'too_big':
      return [{ path, code: 'too-much', details: { most: issue.maximum, origin: issue.origin } }];
    case 'invalid_format':
      return [
        {
          path,
          code: path.at(-1) === 'version' ? 'version' : path.at(-1) === 'url' ? 'url' : 'name',
          details: {},
        },
      ];
    case 'invalid_key':
      return [{ path, code: 'name', details: {} }];
    case 'custom':
      return [{ path, code: String(issue.params?.rule ?? 'invalid'), details: {} }];
    default:
      return [{ path, code: 'invalid', details: {} }];
  }
}

/**
 * Of a union only the branch that was meant is reported: the one that knows the keys that are there. If
 * none does, the union itself is the fault.
 */
function flattenUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  value: unknown,
  json: unknown,
): readonly Fault[] {
  if (value === undefined) return [{ path, code: 'missing', details: { key: path.at(-1) } }];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const meant = issue.errors
    .filter((errors) => errors.length > 0 && !errors.some((each) => refusesWhole(each, value)))
    .sort((a, b) => a.length - b.length)[0];
  if (meant) return meant.flatMap((each) => flatten(each, path, json));

  if (isObject) {
    const keys = Object.keys(value);
    if (typeof (value as { type?: unknown }).type === 'string' || keys.includes('title'))
      return bestOfItems(issue, path, json);
    const known = keys.filter((key) => criterionKeys.includes(key));
    if (known.length > 1) return [{ path, code: 'two-criteria', details: { keys: known } }];
    if (known.length === 1 || keys.length === 0)
      return keys.length === 0
        ? [{ path, code: 'no-criterion', details: {} }]
        : leastRefused(issue, path, json);
    return keys.map((key) => ({
      path: [...path, key],
      code: 'unknown-key',
      details: { key, suggestion: nearest(key, knownKeys) },
    }));
  }
  const values = issue.errors.flatMap((errors) =>
    errors.flatMap((each) =>
      each.code === 'invalid_value' && each.path.length === 0 ? each.values : [],
    ),
  );
  if (typeof value === 'string' && values.length > 0)
    return [
      {
        path,
        code: 'not-one-of',
        details: { values, suggestion: nearest(value, values.map(String)) },
      },
    ];
  const strings = issue.errors.find((errors) =>
    errors.every((each) => each.code !== 'invalid_type'),
  );
  if (strings) return strings.flatMap((each) => flatten(each, path, json));
  return [{ path, code: 'wrong-type', details: { expected: 'object' } }];
}

/** A branch that does not know the value's keys, or its kind, was not meant; nor was any by nothing. */
function refusesWhole({ code, path }: Issue, value: unknown): boolean {
  if (path.length > 0) return typeof value === 'object' && Object.keys(value ?? {}).length === 0;
  return code === 'unrecognized_keys' || code === 'invalid_type' || code === 'invalid_value';
}

/** An information item is told by its `type`; whatever else is wrong is said of that kind. */
function bestOfItems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  json: unknown,
): readonly Fault[] {
  const type = (valueAt(json, path) as { type?: unknown }).type;
  const branch = issue.errors[type === 'patient' ? 0 : 1] ?? issue.errors[0] ?? [];
  return branch.flatMap((each) => flatten(each, path, json));
}

/** Several branches know a key (`atLeast` with `of`): the one with the fewest complaints speaks. */
function leastRefused(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  json: unknown,
): readonly Fault[] {
  const refused = (errors: readonly Issue[]) =>
    errors.reduce(
      (sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length * 10 : 1),
      0,
    );
  const missing = (errors: readonly Issue[]) =>
    errors.filter(
      (each) =>
        each.code === 'invalid_type' && valueAt(json, [...path, ...each.path]) === undefined,
    ).length;
  const best =
    [...issue.errors].sort((a, b) => missing(a) - missing(b) || refused(a) - refused(b))[0] ?? [];
  return best.flatMap((each) => flatten(each, path, json));
}

/** Every key of the format, for suggestions. */
const knownKeys = [
  ...criterionKeys,
  ...[
    'of',
    'format',
    'id',
    'version',
    'status',
    'title',
    'purpose',
    'description',
    'references',
    'codes',
  ],
  ...[
    'population',
    'include',
    'exclude',
    'information',
    'markers',
    'indicators',
    'system',
    'when',
    'count',
  ],
  ...[
    'min',
    'max',
    'last',
    'next',
    'from',
    'to',
    'lasting',
    'gap',
    'distinct',
    'level',
    'pick',
    'value',
  ],
  ...[
    'above',
    'below',
    'atMost',
    'unit',
    'text',
    'source',
    'type',
    'field',
    'show',
    'condition',
    'uncoded',
  ],
  ...[
    'short',
    'advice',
    'numerator',
    'denominator',
    'better',
    'within',
    'age',
    'sex',
    'municipality',
  ],
  ...['postalCode', 'insuranceGroup', 'practitioner', 'da', 'en', 'url'],
];
