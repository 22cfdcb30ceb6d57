import type { CalendarDate, CheckedPatient, CoverageByType } from '../record/index.ts';
import type { Clinic } from './store/clinic.ts';
import type { Plan } from './query/compile.ts';
import { EvaluatedPatient } from './outcome.ts';
import { EvaluatedPopulation } from './scan/population.ts';
import { findCell } from './reference/index.ts';
import type { PatientOutcome, Population } from './types.ts';

/**
 * Asks a profile of a whole clinic on a date. Membership is decided at once, over the columns; evidence,
 * markers and cells when they are asked for. The outcome is that of the moment: a patient who is added,
 * changed or taken out later is seen when the clinic is asked again, which costs that patient only.
 */
export function evaluate(plan: Plan, clinic: Clinic, asOf: CalendarDate): Population {
  return new EvaluatedPopulation(plan, clinic, asOf);
}

/** Asks a profile of one patient on a date: for the cockpit and the marker. */
export function evaluatePatient(
  { profile }: Plan,
  patient: CheckedPatient,
  clinicCoverage: CoverageByType,
  asOf: CalendarDate,
): PatientOutcome {
  const context = { profile, patient, clinicCoverage, asOf };
  return new EvaluatedPatient(context, (item, index) => findCell(context, item, index));
}
