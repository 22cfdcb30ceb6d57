/** Reasons for not knowing, each told once. */
import type { ClinicalRecord } from '../../record/index.ts';
import { eachInSteps, type Steps } from '../steps.ts';
import type { UnknownReason } from '../types.ts';

/**
 * Leaves out reasons that say the same of the same record, or of the same type; what was set aside of a type is told
 * by the largest count. The order is that of the first of each.
 */
export function* reasonsOnce(reasons: readonly UnknownReason[]): Steps<readonly UnknownReason[]> {
  if (reasons.length < 2) return reasons;
  const told: UnknownReason[] = [];
  const placesOf = new Map<ClinicalRecord | undefined, Map<string, number>>();
  yield* eachInSteps(reasons, (reason) => {
    const record = 'record' in reason ? reason.record : undefined;
    const places = placesOf.get(record) ?? new Map<string, number>();
    placesOf.set(record, places);
    const key = JSON.stringify({ ...reason, record: undefined, count: undefined });
    const at = places.get(key);
    if (at === undefined) places.set(key, told.push(reason) - 1);
    else if (countOf(reason) > countOf(told[at]!)) told[at] = reason;
  });
  return told;
}

function countOf(reason: UnknownReason): number {
  return 'count' in reason ? reason.count : 1;
}
