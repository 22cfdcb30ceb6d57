import type { CodeSet, Codes, Profile } from './types.ts';

/**
 * The code set that a query names or holds.
 * @throws {RangeError} when the profile has no set of that name: `parseProfile` lets no such profile pass.
 */
export function resolveCodes(profile: Profile, codes: Codes): CodeSet {
  if (typeof codes !== 'string') return codes;
  const set =
    profile.codes && Object.hasOwn(profile.codes, codes) ? profile.codes[codes] : undefined;
  if (!set) throw new RangeError(`The profile has no code set "${codes}".`);
  return set;
}
