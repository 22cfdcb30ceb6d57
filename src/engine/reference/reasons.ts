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
  const byRecord = new Map<ClinicalRecord | undefined, Map<string, UnknownReason>>();
  const places = new Map<UnknownReason, UnknownReason>();
  yield* eachInSteps(reasons, (reason) => {
    const record = 'record' in reason ? reason.record : undefined;
    const known = byRecord.get(record) ?? new Map<string, UnknownReason>();
    byRecord.set(record, known);
    const key = JSON.stringify({ ...reason, record: undefined, count: undefined });
    const first = known.get(key);
    if (!first) {
      known.set(key, reason);
      places.set(reason, reason);
      return;
    }
    const told = places.get(first)!;
    if ('count' in reason && 'count' in told && reason.count > told.count)
      places.set(first, reason);
  });
  return [...places.values()];
}
