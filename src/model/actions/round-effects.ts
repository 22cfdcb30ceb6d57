/** What an action that was done says of the round: that the patient was contacted, and how far it has come. */
import * as z from 'zod/mini';
import { contactOutcomes, type ActionResult } from '../../adapter/index.ts';
import { calendarDate, lenient, present } from '../../adapter/reading.ts';
import type { RoundModel } from '../rounds/round.ts';

/** Of one patient, for whom it was done. */
export type RoundEffect = Pick<ActionResult, 'patientId' | 'contact' | 'status'>;

const contactSchema = z.pipe(
  z.object({ outcome: z.enum(contactOutcomes), nextTry: z.nullish(calendarDate) }),
  z.transform(present),
);

/** The parts of a result that say something of the round; what cannot be read of them says nothing. */
export const effectParts = {
  contact: lenient(z.nullish(contactSchema)),
  status: lenient(z.nullish(z.enum(['to-follow-up', 'reviewed']))),
};

/**
 * Notes in the round what came of an action: of all who were contacted alike at once. Whoever is exempt keeps that status:
 * ending an exemption is asked of the user.
 *
 * @param run The key of the run that it came of, in however many calls: it is taken back as one.
 */
export function noteEffects(
  round: RoundModel,
  effects: readonly RoundEffect[],
  run?: string,
): void {
  const alike = new Map<string, RoundEffect[]>();
  for (const effect of effects) {
    if (!effect.contact) continue;
    const key = JSON.stringify(effect.contact);
    const group = alike.get(key);
    if (group) group.push(effect);
    else alike.set(key, [effect]);
  }
  for (const group of alike.values()) {
    const { outcome, nextTry } = group[0]!.contact!;
    round.logContact(idsOf(group), outcome, nextTry, run);
  }
  for (const status of ['to-follow-up', 'reviewed'] as const) {
    const ids = idsOf(effects.filter((each) => each.status === status));
    const free = ids.filter((id) => round.member(id).status !== 'exempt');
    if (free.length > 0) round.setStatus(free, status, { run });
  }
}

function idsOf(effects: readonly RoundEffect[]): readonly string[] {
  return effects.map(({ patientId }) => patientId);
}
