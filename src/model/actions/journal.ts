import {
  callAdapter,
  type ClinicAdapter,
  type OpenContext,
  type PatientReference,
} from '../../adapter/index.ts';
import { defaultDeadline, type ModelOptions } from '../load/options.ts';

/** Asks the adapter to open a patient in the host's journal; answers whether it went well. */
export async function openInJournal(
  adapter: ClinicAdapter | undefined,
  patient: PatientReference,
  context: OpenContext,
  { deadline = defaultDeadline, onFailure }: ModelOptions = {},
): Promise<boolean> {
  if (!adapter) return false;
  try {
    await callAdapter('openJournal', async () => adapter.openJournal(patient, context), {
      deadline,
      onFailure,
    });
    return true;
  } catch {
    return false;
  }
}
