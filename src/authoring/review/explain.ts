/** Puts what a check finds into words. */
import { profileReviewPhrases } from '../../i18n/phrases/profile-review.ts';
import { pointer } from '../../json/paths.ts';
import type { Found, ReviewFinding } from './types.ts';

export function explainFinding(
  name: string,
  severity: ReviewFinding['severity'],
  { path, code = name, details = {}, fix }: Found,
): ReviewFinding {
  const [da, en, todoDa, todoEn] = profileReviewPhrases(code, details);
  return {
    code,
    severity,
    path: pointer(path),
    message: { da, en },
    todo: { da: todoDa, en: todoEn },
    ...(fix ? { fix } : {}),
  };
}
