/** R21: who is in the population, in one segment. */
import { isOfDeath, type CalendarDate } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { PlanNodes } from '../query/compile.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { TruthCache } from './truth-cache.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';

/** By patient: 1 who certainly died on or before the date, or was born after it; 0 else. */
export function outIn({ born, died, size }: Segment, { today }: EvaluationContext): Uint8Array {
  const out = new Uint8Array(size);
  for (let patient = 0; patient < size; patient++)
    if (died[patient]! <= today || born[patient]! > today) out[patient] = 1;
  return out;
}

/** Include and not exclude; the dead and the unborn are out, whatever the criteria say. */
export function membersIn(
  segment: Segment,
  { include, exclude }: PlanNodes,
  truthCache: TruthCache,
  out: Uint8Array,
  { asOf }: EvaluationContext,
): TruthVector {
  const truths = truthCache.ask(include, segment).slice();
  const excluded = exclude && truthCache.ask(exclude, segment);
  for (let patient = 0; patient < segment.size; patient++) {
    if (excluded && yes - excluded[patient]! < truths[patient]!)
      truths[patient] = yes - excluded[patient]!;
    if (out[patient] === 1) truths[patient] = no;
  }
  for (const patient of segment.doubtfulLives)
    if (truths[patient] === yes && !isSurelyAlive(segment, patient, asOf))
      truths[patient] = unknown;
  return truths;
}

/** Whether the patient is alive and born on a date, on whichever days the two were (R4a). */
export function isSurelyAlive(
  { patients, rejected }: Segment,
  patient: number,
  asOf: CalendarDate,
): boolean {
  const { birthDate, birthDateLatest = birthDate, deceased } = patients[patient]!;
  return (
    (deceased === undefined || deceased > asOf) &&
    (birthDateLatest === undefined || birthDateLatest <= asOf) &&
    !rejected.get(patient)?.some(isOfDeath)
  );
}
