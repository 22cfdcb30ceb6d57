/** A criterion in words, for the comment above what is written of it. */
import {
  anchorDay,
  describeCriterion,
  describeCriterionTree,
  type Criterion,
  type Profile,
} from '../profile/index.ts';

/** @param isToday Whether it is asked on the day of evaluation; else on that of a record (R19b). */
export function wordsOf(criterion: Criterion, profile: Profile, isToday: boolean): string {
  if (isToday) return describeCriterion(criterion, profile, 'en');
  return describeCriterionTree(criterion, profile, 'en', '', anchorDay).text;
}
