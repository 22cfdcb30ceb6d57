/** Tells what is wrong with a profile document, without words for people: those come with `explain` (errors.ts). */
import { valueAt } from '../json/paths.ts';
import { withPartsOf } from '../json/same-parts.ts';
import { profileChecks, runChecks, type Check } from './checks/index.ts';
import { deepFreeze } from './freeze.ts';
import type { Violation } from './issues.ts';
import { readDocument, type DocumentText } from './read-document.ts';
import { issueOf, mostEffort, tellViolations, type ProfileIssue } from './told-issues.ts';
import type { Profile } from './types.ts';
import { validate } from './validate.ts';

export type { ProfileIssue } from './told-issues.ts';

/** A fresh, frozen profile, or all that is wrong with it; warnings in both cases. */
export type CheckOutcome<Issue = ProfileIssue> =
  | { readonly ok: true; readonly profile: Profile; readonly warnings: readonly Issue[] }
  | {
      readonly ok: false;
      readonly errors: readonly [Issue, ...Issue[]];
      readonly warnings: readonly Issue[];
    };

/**
 * Checks a profile document: JSON text, or a value as `JSON.parse` gives. Never throws, never changes its input.
 *
 * @param text What it says (`textOfDocument`), where that is known.
 */
export function checkProfile(input: unknown, text?: DocumentText): CheckOutcome {
  return checkWith(profileChecks, input, text);
}

/**
 * Checks a profile document by the schema and the given checks.
 *
 * @param before A frozen profile: the parts that are as they were are the same objects in both.
 */
export function checkWith(
  checks: readonly Check[],
  input: unknown,
  text?: DocumentText,
  before?: Profile,
): CheckOutcome {
  const document = readDocument(input, text);
  if ('unreadable' in document) return refused(undefined, { path: [], ...document.unreadable });
  const { json } = document;

  const newer = newerFormat(json);
  if (newer) return refused(json, newer);

  const findings = runChecks(checks, json);
  const effort = { left: mostEffort };
  const [first, ...rest] = tellViolations(
    json,
    [...validate(json), ...findings.filter(({ severity }) => severity === 'error')],
    'more-errors',
    effort,
  );
  const found = findings.filter(({ severity }) => severity === 'warning');
  const warnings = tellViolations(json, found, 'more-warnings', effort);
  if (first) return { ok: false, errors: [first, ...rest], warnings };
  const profile = deepFreeze(withPartsOf(before, json)) as Profile;
  if (checks === profileChecks) passed.add(profile);
  return { ok: true, profile, warnings };
}

/** Whether a document is a profile that has passed every check: it is frozen, and is so still. */
export function isChecked(document: unknown): document is Profile {
  return typeof document === 'object' && document !== null && passed.has(document as Profile);
}

/** The profiles that have passed every check. */
const passed = new WeakSet<Profile>();

/**
 * Answers a profile that has passed the check; what has not is checked first.
 * @param call The function that was given it, for the error's text.
 * @throws {TypeError} of a document that is no profile: it names the first rule that is broken, and where.
 */
export function requireProfile(profile: Profile, call: string): Profile {
  if (isChecked(profile)) return profile;
  const outcome = checkProfile(profile);
  if (outcome.ok) return outcome.profile;
  const [{ code, path }] = outcome.errors;
  throw new TypeError(
    `${call} was given a document that is no profile: ${code} at "${path}". parseProfile says everything that is wrong with it, and what to do.`,
  );
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

function refused(json: unknown, violation: Violation): CheckOutcome {
  return { ok: false, errors: [issueOf(json, violation)], warnings: [] };
}
