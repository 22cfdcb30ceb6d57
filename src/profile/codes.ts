import type { CodeSet, Codes, Profile } from './types.ts';

/**
 * The code sets that a query names or holds: a record matches when it matches one of them (R2a).
 * @throws {RangeError} when the profile has no set of a name: `parseProfile` lets no such profile pass.
 */
export function resolveCodes(profile: Profile, codes: Codes): readonly CodeSet[] {
  const several = typeof codes === 'string' || !isList(codes) ? [codes] : codes;
  return several.map((each) => (typeof each === 'string' ? namedSet(profile, each) : each));
}

/** `Array.isArray` does not tell a readonly list. */
function isList(codes: Exclude<Codes, string>): codes is Exclude<Codes, string | CodeSet> {
  return Array.isArray(codes);
}

function namedSet(profile: Profile, name: string): CodeSet {
  const set = profile.codes && Object.hasOwn(profile.codes, name) ? profile.codes[name] : undefined;
  if (!set) throw new RangeError(`The profile has no code set "${name}".`);
  return set;
}
