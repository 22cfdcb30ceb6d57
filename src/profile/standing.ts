/** How a profile stands on a date: who vouches for it (R24), and whether its rule is in force (R25). It changes no answer. */
import type { Approval, Profile } from './types.ts';

export type ApprovalStanding =
  | { readonly state: 'approved'; readonly by: readonly Approval[] }
  /** All of them have ended. */
  | { readonly state: 'ended'; readonly by: readonly Approval[] }
  | { readonly state: 'none' };

/** Who vouches for a profile on a date (`YYYY-MM-DD`); an approval counts up to its last day, that day included. */
export function approvalOf({ about }: Pick<Profile, 'about'>, asOf: string): ApprovalStanding {
  const all = about?.approvedBy ?? [];
  if (all.length === 0) return { state: 'none' };
  const by = all.filter(({ until }) => until === undefined || until >= asOf);
  return by.length > 0 ? { state: 'approved', by } : { state: 'ended', by: all };
}

/** Whether a date (`YYYY-MM-DD`) is before or after the days for which a profile's rule is written; both ends are in it. */
export function validityOf(
  { validFrom, validTo }: Profile,
  asOf: string,
): 'valid' | 'not-yet' | 'ended' {
  if (validFrom !== undefined && asOf < validFrom) return 'not-yet';
  return validTo !== undefined && asOf > validTo ? 'ended' : 'valid';
}
