import { callAdapter, type ClinicAdapter, type OpenContext } from '../adapter/index.ts';
import { defaultDeadline } from '../model/index.ts';
import type { Patient } from '../record/index.ts';
import { announce } from './events.ts';

/**
 * Opens a patient in the host's journal: the cancelable `overblik-open-journal` event first, then, unless
 * the host took it, the adapter. Answers whether it went well; a failure is for the element to show.
 */
export async function openJournal(
  element: HTMLElement,
  adapter: ClinicAdapter | undefined,
  patient: Patient,
  context: OpenContext,
): Promise<boolean> {
  const reference = patient.cpr === undefined ? { id: patient.id } : { id: patient.id, cpr: patient.cpr };
  const detail = { patient: reference, context };
  if (!announce(element, 'overblik-open-journal', detail, { cancelable: true })) return true;
  if (!adapter) return false;
  try {
    await callAdapter('openJournal', async () => adapter.openJournal(reference, context), {
      deadline: defaultDeadline,
    });
    return true;
  } catch {
    return false;
  }
}
