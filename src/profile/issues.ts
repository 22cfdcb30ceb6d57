/** zod's issues as violations: one a value, and of a union only the branch that was meant. */
import type { core } from 'zod/mini';
import { pointer, type Path } from '../json/paths.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import { criterionKeys } from './queries.ts';

/** A rule that a document breaks, before it has a text: `code` names the rule (errors.ts). */
export interface Violation {
  readonly path: Path;
  readonly code: string;
  /** What the text of the error tells besides, e.g. the key that is missing. */
  readonly details: JsonObject;
  /** A word that may be misspelt, and those that it may stand for: the report looks for the nearest. */
  readonly misspelt?: { readonly word: string; readonly known: () => readonly string[] };
}
type Violations = readonly Violation[];

/** Translates issues, in their order. They must come with their input (`reportInput`). */
export function violationsOf(issues: readonly core.$ZodIssue[]): Violations {
  return issues.filter(isOfRightType).flatMap(violationsOfIssue);
}

/** zod asks for the length of whatever has one, so a list for a text is told to be too short as well. */
function isOfRightType(
  { code, path }: core.$ZodIssue,
  index: number,
  issues: readonly core.$ZodIssue[],
): boolean {
  const before = issues[index - 1];
  return !(
    (code === 'too_small' || code === 'too_big') &&
    before?.code === 'invalid_type' &&
    pointer(before.path) === pointer(path)
  );
}

function violationsOfIssue(issue: core.$ZodIssue): Violations {
  const { path, input } = issue;
  const one = (code: string, details: JsonObject = {}): Violations => [{ path, code, details }];
  // JSON has no `undefined`: it stands for a required key that is not there.
  if (input === undefined) return one('missing', { key: path.at(-1) });
  switch (issue.code) {
    case 'invalid_type':
      return one('wrong-type', { expected: issue.message === 'tuple' ? 'tuple' : issue.expected });
    case 'invalid_value':
      return one('not-one-of', { values: issue.values }).map((each) =>
        typeof input === 'string'
          ? { ...each, misspelt: { word: input, known: () => issue.values.map(String) } }
          : each,
      );
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), one);
    case 'too_big':
      return issue.maximum === Number.MAX_SAFE_INTEGER
        ? one('wrong-type', { expected: 'int' })
        : one('too-much', { most: Number(issue.maximum) });
    case 'invalid_format':
      return one(issue.message);
    case 'custom':
      return one(String(issue.params?.code));
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: 'unknown-key',
        details: { key },
      }));
    case 'invalid_key':
      return below(path, violationsOf(issue.issues));
    case 'invalid_union':
      return below(path, meantBranch(issue.errors.map(violationsOf), input));
    default:
      return one(issue.code);
  }
}

function tooSmall(
  origin: string,
  least: number,
  one: (code: string, details: JsonObject) => Violations,
): Violations {
  if (least === Number.MIN_SAFE_INTEGER) return one('wrong-type', { expected: 'int' });
  if (origin === 'number' || origin === 'int') return one('too-low', { least });
  return one(least === 1 ? 'empty' : 'too-few', { least });
}

function below(path: Path, violations: Violations): Violations {
  return violations.map((each) => ({ ...each, path: [...path, ...each.path] }));
}

/** Picks the branch of a union that the author most likely meant: the one that knows most of the keys. */
function meantBranch(branches: readonly Violations[], value: unknown): Violations {
  // Of a list of code sets it is told which of them is wrong, and how.
  const [ofList] = branches.filter((each) => each.every(({ path }) => path.length > 0));
  if (Array.isArray(value) && ofList) return ofList;
  // A window may be a word, so anything else in its place is told which words there are.
  if (!isObject(value))
    return (
      branches.find((each) => each.every(({ code }) => code !== 'wrong-type')) ?? [
        { path: [], code: 'wrong-type', details: { expected: expectedOf(branches) } },
      ]
    );
  const keys = Object.keys(value);
  if (branches.some(isOfCriterion)) {
    if (keys.length === 0) return [{ path: [], code: 'no-criterion', details: {} }];
    const known = keys.filter(isCriterionKey);
    if (known.length > 1) return [{ path: [], code: 'two-criteria', details: { keys: known } }];
  }
  const [meant = []] = branches
    .filter(acceptsObjects)
    .sort(
      (a, b) =>
        Number(isOfOtherType(a)) - Number(isOfOtherType(b)) ||
        unknownKeys(a).length - unknownKeys(b).length ||
        a.length - b.length,
    );
  // Where every key is unknown, what else is missing says nothing about what was meant.
  const unknown = unknownKeys(meant);
  return unknown.length > 0 && unknown.length === keys.length ? unknown : meant;
}

/** An object where one may stand there; else what the first branch is. */
function expectedOf(branches: readonly Violations[]): unknown {
  const expected = branches.flatMap((each) => each.map(({ details }) => details.expected));
  return expected.includes('object') ? 'object' : expected[0];
}

/** Whether a branch asks for a criterion's key: those of `concurrent` and `sequence` do as well. */
function isOfCriterion(branch: Violations): boolean {
  return branch.some((each) => !isUnknownKey(each) && isCriterionKey(each.path[0]));
}

function isCriterionKey(key: unknown): boolean {
  return criterionKeys.some((each) => each === key);
}

/** The branches of words (of a window), and of a name (of a code set), refuse every object. */
function acceptsObjects(branch: Violations): boolean {
  return !branch.some(
    ({ code, path }) => path.length === 0 && (code === 'wrong-type' || code === 'not-one-of'),
  );
}

/** An information item's `type` tells which branch it is. */
function isOfOtherType(branch: Violations): boolean {
  return branch.some(({ path: [key] }) => key === 'type');
}

/** The keys of the value itself that a branch does not know. */
function unknownKeys(branch: Violations): Violations {
  return branch.filter(isUnknownKey);
}

function isUnknownKey({ code, path }: Violation): boolean {
  return code === 'unknown-key' && path.length === 1;
}
