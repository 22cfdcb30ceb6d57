import { checkWith, type CheckOutcome } from './check.ts';
import { profileChecks, type Check } from './checks/index.ts';
import { explain, type ProfileError } from './errors.ts';
import type { Profile } from './types.ts';

/** One thing that the author should look at, though the profile can be used. */
export type ProfileWarning = ProfileError;

export type ParseOutcome = CheckOutcome<ProfileError>;

/**
 * Checks a profile document: JSON text, or a value as `JSON.parse` gives. Answers a fresh, frozen
 * profile, or **all** its errors at once; warnings in both cases. Never throws, never changes its input.
 */
export function parseProfile(input: unknown): ParseOutcome {
  return parseWith(profileChecks, input);
}

/** As `parseProfile`; the parts that are as they were in the profile before are the same objects in both. */
export function parseProfileAfter(before: Profile | undefined, input: unknown): ParseOutcome {
  return parseWith(profileChecks, input, before);
}

/** Checks a profile document by the schema and the given checks. */
export function parseWith(
  checks: readonly Check[],
  input: unknown,
  before?: Profile,
): ParseOutcome {
  const outcome = checkWith(checks, input, undefined, before);
  const warnings = outcome.warnings.map(explain);
  if (outcome.ok) return { ...outcome, warnings };
  const [first, ...rest] = outcome.errors;
  return { ok: false, errors: [explain(first), ...rest.map(explain)], warnings };
}
