import { profileChecks, runChecks, type Check } from './checks/index.ts';
import { explain } from './errors.ts';
import type { Violation } from './issues.ts';
import { pointer, valueAt } from '../json/paths.ts';
import { readDocument } from './read-document.ts';
import type { LocalText, Profile } from './types.ts';
import { validate } from './validate.ts';

/** One thing that is wrong with a profile: where, what, why, and how to mend it. */
export interface ProfileError {
  /** JSON Pointer (RFC 6901); empty for the whole document. */
  readonly path: string;
  /** The offending value as JSON text, cut when long; absent when something is missing. */
  readonly value?: string;
  /** Stable name of the rule, e.g. `unknown-key`. */
  readonly code: string;
  readonly message: LocalText;
  readonly fix: LocalText;
}
/** One thing that the author should look at, though the profile can be used. */
export type ProfileWarning = ProfileError;

export type ParseOutcome =
  | { readonly ok: true; readonly profile: Profile; readonly warnings: readonly ProfileWarning[] }
  | {
      readonly ok: false;
      readonly errors: readonly [ProfileError, ...ProfileError[]];
      readonly warnings: readonly ProfileWarning[];
    };

/**
 * Checks a profile document: JSON text, or a value as `JSON.parse` gives. Answers a fresh, frozen
 * profile, or **all** its errors at once; warnings in both cases. Never throws, never changes its input.
 */
export function parseProfile(input: unknown): ParseOutcome {
  return parseWith(profileChecks, input);
}

/** Checks a profile document by the schema and the given checks. */
export function parseWith(checks: readonly Check[], input: unknown): ParseOutcome {
  const document = readDocument(input);
  if ('unreadable' in document) return refused(undefined, { path: [], ...document.unreadable });
  const { json } = document;

  const newer = newerFormat(json);
  if (newer) return refused(json, newer);

  const findings = runChecks(checks, json);
  const report = (violations: readonly Violation[]) =>
    violations.map((each) => errorOf(json, each));
  const warnings = report(findings.filter(({ severity }) => severity === 'warning'));
  const [first, ...rest] = report([
    ...validate(json),
    ...findings.filter(({ severity }) => severity === 'error'),
  ]);
  if (first) return { ok: false, errors: [first, ...rest], warnings };
  return { ok: true, profile: deepFreeze(json) as Profile, warnings };
}

/** A newer format is refused as a whole, never half-read. */
function newerFormat(json: unknown): Violation | undefined {
  const format = valueAt(json, ['format']);
  return typeof format === 'string' &&
    format !== 'overblik-profile/1' &&
    /^overblik-profile\/\d+$/.test(format)
    ? { path: ['format'], code: 'newer-format', details: { found: format } }
    : undefined;
}

function refused(json: unknown, violation: Violation): ParseOutcome {
  return { ok: false, errors: [errorOf(json, violation)], warnings: [] };
}

function errorOf(json: unknown, { path, code, details }: Violation): ProfileError {
  const value = excerpt(valueAt(json, path));
  const { message, fix } = explain(code, details);
  return { path: pointer(path), ...(value === undefined ? {} : { value }), code, message, fix };
}

/** The value as JSON text of at most 120 characters. */
function excerpt(value: unknown): string | undefined {
  const text = JSON.stringify(value) as string | undefined;
  return text !== undefined && text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Freezes a JSON value and everything in it. */
function deepFreeze<Value>(value: Value): Value {
  // Text, number, boolean and null count as frozen.
  if (!Object.isFrozen(value)) {
    Object.values(value as object).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
