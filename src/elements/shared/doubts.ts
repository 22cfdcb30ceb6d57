import type { ActionRun } from '../../model/index.ts';
import { OfClinic, type ByAdapter } from './of-clinic.ts';

/** Of whom it is not known whether an action was done: by the action's id, patients with the key of the run that left it so. */
export type Doubts = Map<string, Map<string, string>>;

const byAdapter: ByAdapter<Doubts> = new WeakMap();

/**
 * What is not known of the actions of each clinic, since its page was opened, for lists and cockpits alike. It is kept
 * nowhere else.
 */
export function doubtsOfClinics(): OfClinic<Doubts> {
  return new OfClinic(byAdapter, () => new Map());
}

/** Takes in how far a run comes. It is heard as long as the run goes on, be it after a logout, and holds on to nothing else. */
export function noteDoubtsOf(run: ActionRun, doubts: Doubts): void {
  run.subscribe(() => noteDoubts(doubts, run));
}

/** Who is under way is in doubt as well. */
function noteDoubts(doubts: Doubts, { action, key, state }: ActionRun): void {
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
