import type { ActionRun, ClinicAdapter } from '../../model/index.ts';

/** Of whom it is not known whether an action was done: by the action's id, patients with the key of the run that left it so. */
export type Doubts = Map<string, Map<string, string>>;

/** By clinic, for the list and the cockpit alike. */
const byAdapter = new WeakMap<ClinicAdapter, Doubts>();

/**
 * What is not known of the actions of a clinic, since its page was opened. It goes with the adapter, and is kept nowhere
 * else.
 *
 * @param known What goes on under this adapter, where it is of the same clinic as an earlier one.
 */
export function doubtsOf(adapter: ClinicAdapter, known: Doubts = new Map()): Doubts {
  const kept = byAdapter.get(adapter) ?? known;
  byAdapter.set(adapter, kept);
  return kept;
}

/** Takes in how far a run has come: who is under way is in doubt as well. */
export function noteDoubts(doubts: Doubts, { action, key, state }: ActionRun): void {
  const keys = doubts.get(action.id) ?? new Map<string, string>();
  for (const { patientId, status } of state.outcomes) {
    const known = keys.get(patientId);
    if (status === 'unknown' || status === 'running') keys.set(patientId, known ?? key);
    // That it was not done this time says nothing of the time before.
    else if (status === 'ok' || (status === 'failed' && known === key)) keys.delete(patientId);
  }
  doubts.set(action.id, keys);
}

/** Those of some patients of whom it is not known whether an action was done. */
export function inDoubt(
  doubts: Doubts | undefined,
  actionId: string,
  patientIds: readonly string[],
): readonly string[] {
  const keys = doubts?.get(actionId);
  return patientIds.filter((id) => keys?.has(id));
}
