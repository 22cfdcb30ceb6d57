import { checkWith, type CheckOutcome } from './check.ts';
import { profileChecks, type Check } from './checks/index.ts';
import { explain, type ProfileError } from './errors.ts';

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

/** Checks a profile document by the schema and the given checks. */
export function parseWith(checks: readonly Check[], input: unknown): ParseOutcome {
  const outcome = checkWith(checks, input);
  const warnings = outcome.warnings.map(explain);
  if (outcome.ok) return { ...outcome, warnings };
  const [first, ...rest] = outcome.errors;
  return { ok: false, errors: [explain(first), ...rest.map(explain)], warnings };
}
