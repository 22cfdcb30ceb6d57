import {
  openInJournal,
  type ClinicAdapter,
  type OpenContext,
  type Patient,
} from '../../model/index.ts';
import { emit } from './events.ts';
import type { ProblemChannel } from './problems.ts';

/**
 * Opens a patient in the host's journal: the cancelable `overblik-open-journal` event first, then, unless
 * the host took it, the adapter. Answers whether it went well; a failure is for the element to show.
 */
export async function openJournal(
  element: HTMLElement & {
    readonly problems: ProblemChannel;
    readonly deadline: number | undefined;
  },
  adapter: ClinicAdapter | undefined,
  { id, cpr }: Patient,
  context: OpenContext,
): Promise<boolean> {
  const patient = cpr === undefined ? { id } : { id, cpr };
  if (!emit(element, 'overblik-open-journal', { patient, context }, { cancelable: true }))
    return true;
  const { deadline, problems } = element;
  return openInJournal(adapter, patient, context, {
    ...(deadline === undefined ? {} : { deadline }),
    onFailure: problems.onFailure,
  });
}
