import { requireDate, type CalendarDate } from '../../record/index.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import type { Clinic } from '../store/clinic.ts';
import { finish, type Steps } from '../steps.ts';
import type { Population } from '../types.ts';
import { decideMembers } from './decide.ts';
import { EvaluatedPopulation } from './population.ts';

/**
 * Asks a profile of a whole clinic on a date. Membership is decided at once, over the columns; evidence,
 * markers and cells when they are asked for. The outcome is that of the moment: a patient who is added,
 * changed or taken out later is seen when the clinic is asked again, which costs that patient only.
 *
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist.
 */
export function evaluate(plan: Plan, clinic: Clinic, asOf: CalendarDate): Population {
  return finish(evaluateInSteps(plan, clinic, asOf));
}

/** As `evaluate`, in steps: each asks something of a few thousand patients, or of a few who are in doubt. */
export function* evaluateInSteps(
  plan: Plan,
  clinic: Clinic,
  asOf: CalendarDate,
): Steps<Population> {
  requirePlan(plan, 'evaluate');
  requireDate(asOf, 'evaluate: asOf');
  const decided = yield* decideMembers(plan, clinic, asOf);
  yield;
  return new EvaluatedPopulation(plan, clinic, asOf, decided);
}
