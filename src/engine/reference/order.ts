import type { ClinicalRecord } from '../../record/index.ts';
import { sortInSteps, type Steps } from '../steps.ts';
import { firstDay } from './windows.ts';

/** Oldest first; on the same day in the order given. A date known to its year or month goes by its first day. */
export function sortByDateInSteps(
  records: readonly ClinicalRecord[],
): Steps<readonly ClinicalRecord[]> {
  return sortInSteps(records, (a, b) => {
    const [dayA, dayB] = [firstDay(a), firstDay(b)];
    return dayA < dayB ? -1 : dayA > dayB ? 1 : a.index - b.index;
  });
}
