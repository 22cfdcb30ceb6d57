/** Errors for people: what is wrong, and what to do. */
import { profileErrorPhrases } from '../i18n/phrases/profile-errors.ts';
import type { ProfileIssue } from './check.ts';
import type { LocalText } from './types.ts';

/** One thing that is wrong with a profile: where, what, why, and how to mend it. */
export interface ProfileError extends Omit<ProfileIssue, 'details'> {
  readonly message: LocalText;
  readonly fix: LocalText;
}

/** Puts what is wrong into words. */
export function explain({ details, ...issue }: ProfileIssue): ProfileError {
  const [da, en, fixDa, fixEn] = profileErrorPhrases(issue.code, details);
  return { ...issue, message: { da, en }, fix: { da: fixDa, en: fixEn } };
}
