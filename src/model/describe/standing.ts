import { formatLongDate } from '../../i18n/dates.ts';
import { standingPhrases } from '../../i18n/phrases/standing.ts';
import { approvalOf, validityOf, type Language, type Profile } from '../../profile/index.ts';

/** Says that nobody vouches for a profile on a date, or no longer does (R24); undefined where somebody does. */
export function describeApproval(
  profile: Profile,
  asOf: string,
  language: Language,
): string | undefined {
  const text = standingPhrases[language];
  const standing = approvalOf(profile, asOf);
  if (standing.state === 'none') return text.notApproved;
  if (standing.state === 'approved') return undefined;
  const last = standing.by.flatMap(({ until }) => until ?? []).sort();
  return text.approvalEnded(formatLongDate(last.at(-1)!, language));
}

/** Warns that the rules of a profile may be others on a date (R25); undefined where they are in force. */
export function describeValidity(
  profile: Profile,
  asOf: string,
  language: Language,
): string | undefined {
  const text = standingPhrases[language];
  const { validFrom, validTo } = profile;
  const validity = validityOf(profile, asOf);
  if (validity === 'not-yet') return text.notYet(formatLongDate(validFrom!, language));
  return validity === 'ended' ? text.noLonger(formatLongDate(validTo!, language)) : undefined;
}
