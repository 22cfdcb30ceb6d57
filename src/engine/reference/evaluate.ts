import {
  checkPatient,
  isCheckedPatient,
  readCoverage,
  requireDate,
  type CalendarDate,
  type CheckedPatient,
  type CoverageByType,
  type PatientRecords,
} from '../../record/index.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import type { Steps } from '../steps.ts';
import type { PatientOutcome } from '../types.ts';
import { EvaluatedPatient } from './evaluated-patient.ts';
import { findCell } from './outcome.ts';

/**
 * Asks a profile of one patient on a date: for the cockpit and the marker. A patient as supplied is checked first.
 * @throws {TypeError} of what is no plan, of a patient without an id that can be read, of a date that is no text.
 * @throws {RangeError} of a day that does not exist.
 */
export function evaluatePatient(
  plan: Pick<Plan, 'profile'>,
  given: CheckedPatient | PatientRecords,
  coverage: CoverageByType,
  asOf: CalendarDate,
): PatientOutcome {
  return outcomeOf(plan, given, coverage, asOf);
}

/**
 * As `evaluatePatient`, and works out what the profile says of the patient, some records at a time.
 *
 * @param wanted.cells Whether the cells are wanted too, or membership and markers alone.
 */
export function* evaluatePatientInSteps(
  plan: Pick<Plan, 'profile'>,
  given: CheckedPatient,
  coverage: CoverageByType,
  asOf: CalendarDate,
  wanted: { readonly cells: boolean },
): Steps<PatientOutcome> {
  const outcome = outcomeOf(plan, given, coverage, asOf);
  yield* outcome.workOut(wanted);
  return outcome;
}

function outcomeOf(
  plan: Pick<Plan, 'profile'>,
  given: CheckedPatient | PatientRecords,
  coverage: CoverageByType,
  asOf: CalendarDate,
): EvaluatedPatient {
  const { profile } = requirePlan(plan, 'evaluatePatient');
  requireDate(asOf, 'evaluatePatient: asOf');
  const patient = isCheckedPatient(given) ? given : checkPatient(given).patient;
  if (!patient) throw new TypeError('evaluatePatient: the patient has no id that can be read.');
  const context = { profile, patient, clinicCoverage: readCoverage(coverage), asOf };
  const { information } = profile;
  return new EvaluatedPatient(context, (index) => findCell(context, information[index]!, index));
}
