/** What a host answers of the patients of one call. */
import * as z from 'zod/mini';
import { lenient, localText, present } from '../../adapter/reading.ts';
import type { ActionOutcome } from './outcome-log.ts';
import { effectParts, type RoundEffect } from './round-effects.ts';

/** What an answer says of a patient. */
export interface ActionAnswer {
  readonly outcome: ActionOutcome;
  /** Absent where it says nothing of the round. */
  readonly effect?: RoundEffect;
}

/**
 * Reads the results by patient. Two that say otherwise of one patient say nothing, like one whose `ok` is neither true
 * nor false; a result without a patient is left out.
 *
 * @returns undefined when the answer is no list.
 */
export function readResults(answer: unknown): ReadonlyMap<string, ActionAnswer> | undefined {
  const { data: results } = z.array(resultSchema).safeParse(answer);
  if (!results) return undefined;
  const found = new Map<string, ActionAnswer>();
  for (const result of results) {
    if (!result) continue;
    const { patientId, ok, permanent, message, contact, status: reached } = result;
    const status = ok === undefined ? 'unknown' : ok ? 'ok' : 'failed';
    const known = found.get(patientId);
    if (known?.outcome.status === status) continue;
    const told = { patientId, ...present({ message }) };
    if (known || status === 'unknown')
      found.set(patientId, { outcome: { ...told, status: 'unknown', reason: 'junk' } });
    else
      found.set(patientId, {
        outcome: {
          ...told,
          status,
          ...(status === 'failed' && permanent ? { isPermanent: true } : {}),
        },
        ...((contact ?? reached)
          ? { effect: { patientId, ...present({ contact, status: reached }) } }
          : {}),
      });
  }
  return found;
}

/** A message that cannot be read is none. */
const resultSchema = lenient(
  z.object({
    patientId: z.string(),
    ok: lenient(z.boolean()),
    permanent: lenient(z.boolean()),
    message: lenient(localText),
    ...effectParts,
  }),
);
