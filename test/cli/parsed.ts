import { parseProfile, type Profile } from '../../src/profile/index.ts';

/** A profile that has to be one. */
export function requireParsed(document: unknown): Profile {
  const outcome = parseProfile(document);
  if (!outcome.ok)
    throw new Error(outcome.errors.map(({ path, code }) => `${path} ${code}`).join());
  return outcome.profile;
}
