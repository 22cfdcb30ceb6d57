/** One thing that is other in a later version of a profile, and how what it was and is are put in words. */
import type { differencePhrases } from '../../i18n/phrases/difference.ts';
import {
  describeCriterion,
  textIn,
  type Approval,
  type Criterion,
  type Language,
  type MarkerLevel,
  type Profile,
} from '../../profile/index.ts';

/** One thing that was added, removed or changed; of a change what it was and what it is, or its parts. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it is, in words: `Marker "antipsykotika": level`. */
  readonly what: string;
  /** JSON Pointer into the profile that has it; of a change, into the later. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Two versions, the language in which they are told, and the words of what is told of them. */
export interface Pair {
  readonly before: Profile;
  readonly after: Profile;
  readonly language: Language;
  readonly phrases: (typeof differencePhrases)[Language];
}

export type Side = 'before' | 'after';
/** Puts a value of one of the versions in words. */
export type Say<Value> = (value: Value, side: Side) => string;

/** A value that came, went or is another; none where it is the same. */
export function valueChange<Value>(
  what: string,
  path: string,
  before: Value | undefined,
  after: Value | undefined,
  say: Say<Value>,
): readonly Change[] {
  if (same(before, after)) return [];
  if (before === undefined)
    return [{ kind: 'added', what, path, after: say(after as Value, 'after') }];
  if (after === undefined) return [{ kind: 'removed', what, path, before: say(before, 'before') }];
  const [was, is] = [say(before, 'before'), say(after, 'after')];
  // Words that are alike hide what differs: then the documents themselves.
  return was === is
    ? [
        {
          kind: 'changed',
          what,
          path,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
        },
      ]
    : [{ kind: 'changed', what, path, before: was, after: is }];
}

/** The keys of either. */
export function namesIn(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

/** Whether two parts of profiles say the same. */
export function same(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b);
}

/** A value as text that is the same whatever the order of keys, and of lists whose order means nothing. */
export function comparable(value: unknown, key = ''): string {
  if (Array.isArray(value)) {
    const parts = value.map((each) => comparable(each));
    return `[${(unordered.has(key) ? parts.sort() : parts).join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${comparable(each, name)}`);
  return `{${fields.join()}}`;
}

const unordered: ReadonlySet<string> = new Set([
  'any',
  'all',
  'include',
  'exclude',
  'codes',
  'sex',
]);

/** Fields of entries that hold a criterion. */
const criteria: ReadonlySet<string> = new Set(['condition', 'numerator', 'denominator', 'except']);

/** Puts a field of a profile, or of one of its entries, in words. */
export function sayField(field: string, value: unknown, pair: Pair, side: Side): string {
  // A marker's `when` is a criterion, a value's is a window.
  const isCriterion = criteria.has(field) || (field === 'when' && isCriterionLike(value));
  if (isCriterion) return describeCriterion(value as Criterion, pair[side], pair.language);
  if (isLocal(value)) return textIn(value, pair.language);
  if (field === 'level') return pair.phrases.level(value as MarkerLevel);
  // Several texts, or who vouches for it, a line each.
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isLocal(each) || isApproval(each))
  )
    return value.map((each) => sayField(field, each, pair, side)).join('\n');
  if (isApproval(value)) return pair.phrases.approval(value.name, value.on, value.until);
  // A change by its version.
  if (isFields(value) && isLocal(value.text))
    return `${String(value.version)}: ${textIn(value.text, pair.language)}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isCriterionLike(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !['from', 'to', 'last', 'next'].some((key) => key in value)
  );
}

function isApproval(value: unknown): value is Approval {
  return isFields(value) && typeof value.name === 'string' && !('version' in value);
}

/** Whether it is text for people. */
export function isLocal(value: unknown): value is { readonly da: string; readonly en?: string } {
  return typeof value === 'object' && value !== null && 'da' in value;
}

/** Whether it is an object with fields. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
