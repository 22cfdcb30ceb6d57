import type { BridgeChange } from './messages.ts';

/** What a change is handed on to: a workspace, a list, a cockpit or a marker. */
export interface ChangeTarget {
  reload(): Promise<void>;
  patientChanged(id: string): Promise<void>;
}

/**
 * Hands a change that the host has told on to an element: patients that changed are asked for again, and after any other
 * change everything is. Which patient is open in the journal is the page's to follow: `patient-selected` does nothing.
 */
export async function applyChange(element: ChangeTarget, change: BridgeChange): Promise<void> {
  if (change.kind === 'patients')
    await Promise.all(change.patientIds.map((id) => element.patientChanged(id)));
  else if (change.kind === 'clinic' || change.kind === 'rounds') await element.reload();
}
