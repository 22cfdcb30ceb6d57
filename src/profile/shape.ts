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
export const criterionKeys = [
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

/** Of a union only the branch that was meant is reported: the one that knows most of the keys there are. */
function flattenUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  value: unknown,
  json: unknown,
): readonly Fault[] {
  if (value === undefined) return [{ path, code: 'missing', details: { key: path.at(-1) } }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    // A window may be a word, so anything else in its place is told which words there are.
    const words = issue.errors.find((errors) =>
      errors.every(({ code }) => code !== 'invalid_type'),
    );
    return words
      ? words.flatMap((each) => flatten(each, path, json))
      : [{ path, code: 'wrong-type', details: { expected: 'object' } }];
  }
  const keys = Object.keys(value);
  if (issue.errors.some(isOfCriterion)) {
    if (keys.length === 0) return [{ path, code: 'no-criterion', details: {} }];
    const known = keys.filter(isCriterionKey);
    if (known.length > 1) return [{ path, code: 'two-criteria', details: { keys: known } }];
  }
  const [meant = []] = issue.errors
    .filter(isForObjects)
    .sort(
      (a, b) =>
        Number(isOfOtherType(a)) - Number(isOfOtherType(b)) ||
        countStrangers(a) - countStrangers(b) ||
        a.length - b.length,
    );
  // Where every key is wrong, what else is missing is not the author's fault.
  const strange = meant.filter((each) => isAboutKeys(each) && each.keys.length === keys.length);
  return (strange.length > 0 ? strange : meant).flatMap((each) => flatten(each, path, json));
}

/** Whether a branch asks for a criterion's key: so do those of `concurrent` and `sequence`. */
function isOfCriterion(errors: readonly Issue[]): boolean {
  return errors.some(({ path: [key] }) => isCriterionKey(key));
}

function isCriterionKey(key: unknown): boolean {
  return criterionKeys.some((each) => each === key);
}

/** The branches of words (of a window), and of a name (of a code set), refuse every object. */
function isForObjects(errors: readonly Issue[]): boolean {
  return !errors.some(
    ({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
  );
}

/** An information item is told by its `type`. */
function isOfOtherType(errors: readonly Issue[]): boolean {
  return errors.some(({ path: [key] }) => key === 'type');
}

/** How many keys a branch does not know. */
function countStrangers(errors: readonly Issue[]): number {
  return errors.filter(isAboutKeys).reduce((sum, { keys }) => sum + keys.length, 0);
}

function isAboutKeys(issue: Issue): issue is Extract<Issue, { code: 'unrecognized_keys' }> {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0;
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
