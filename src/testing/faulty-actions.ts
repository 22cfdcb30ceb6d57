/** Actions that fail as they are told: for trying what becomes of those who were not reached. */
import type { ActionResult, HostAction } from '../adapter/index.ts';

/** Patients are counted from the first that an action is asked for. */
export interface ActionFaults {
  /** Every so many-th is not done, and may be tried again. */
  readonly failEvery?: number;
  /** Every so many-th is not done, and never will be (`ActionResult.permanent`). */
  readonly permanentEvery?: number;
  /** Every so many-th is left out of the answer. */
  readonly loseEvery?: number;
}

/**
 * The same actions with faults: whoever is not done is not asked of the action itself. Who is concerned stays the same
 * when it is tried again.
 *
 * @throws RangeError of a number below 1, or no whole one.
 */
export function faultyActions(
  actions: readonly HostAction[],
  { failEvery, permanentEvery, loseEvery }: ActionFaults,
): readonly HostAction[] {
  for (const every of [failEvery, permanentEvery, loseEvery])
    if (every !== undefined && !(Number.isInteger(every) && every >= 1))
      throw new RangeError('faultyActions: a whole number from 1.');
  return actions.map((action) => {
    const places = new Map<string, number>();
    const isHit = (id: string, every: number | undefined) => {
      const place = places.get(id) ?? places.size + 1;
      places.set(id, place);
      return every !== undefined && place % every === 0;
    };
    return {
      ...action,
      async run(patients, context, signal) {
        const results = patients.flatMap(({ id }): readonly ActionResult[] => {
          if (isHit(id, permanentEvery)) return [{ patientId: id, ok: false, permanent: true }];
          return isHit(id, failEvery) ? [{ patientId: id, ok: false }] : [];
        });
        const refused = new Set(results.map(({ patientId }) => patientId));
        const left = patients.filter(({ id }) => !refused.has(id));
        const done = left.length > 0 ? await action.run(left, context, signal) : [];
        // What was done is done, though nobody is told.
        return [...results, ...done.filter(({ patientId }) => !isHit(patientId, loseEvery))];
      },
    };
  });
}
