import { requireDate, type CalendarDate } from '../../record/index.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import type { Clinic } from '../store/clinic.ts';
import type { Population } from '../types.ts';
import { EvaluatedPopulation } from './population.ts';

/**
 * Asks a profile of a whole clinic on a date. Membership is decided at once, over the columns; evidence,
 * markers and cells when they are asked for. The outcome is that of the moment: a patient who is added,
 * changed or taken out later is seen when the clinic is asked again, which costs that patient only.
 *
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist.
 */
export function evaluate(plan: Plan, clinic: Clinic, asOf: CalendarDate): Population {
  return new EvaluatedPopulation(
    requirePlan(plan, 'evaluate'),
    clinic,
    requireDate(asOf, 'evaluate: asOf'),
  );
}
