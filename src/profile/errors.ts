/** Errors for people: what is wrong, and what to do. */
import { profileErrorPhrases } from '../i18n/phrases/profile-errors.ts';
import type { LocalText } from './types.ts';

export interface Explanation {
  readonly code: string;
  readonly message: LocalText;
  readonly fix: LocalText;
}

/** Puts an error into words. */
export function explain(code: string, details: Readonly<Record<string, unknown>>): Explanation {
  const [da, en, fixDa, fixEn] = profileErrorPhrases(code, details);
  return { code, message: { da, en }, fix: { da: fixDa, en: fixEn } };
}
