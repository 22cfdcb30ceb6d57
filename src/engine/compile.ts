import type { Profile } from '../profile/index.ts';

/** A profile made ready for evaluation, once for any number of clinics, patients and dates. */
export interface Plan {
  readonly profile: Profile;
}

/** Prepares a profile that `parseProfile` let pass. */
export function compile(profile: Profile): Plan {
  return { profile };
}
