import type { CalendarDate, CheckedPatient, CoverageByType } from '../../record/index.ts';
import type { Plan } from '../query/compile.ts';
import type { PatientOutcome } from '../types.ts';
import { EvaluatedPatient } from './evaluated-patient.ts';
import { findCell } from './outcome.ts';

/** Asks a profile of one patient on a date: for the cockpit and the marker. */
export function evaluatePatient(
  { profile }: Pick<Plan, 'profile'>,
  patient: CheckedPatient,
  clinicCoverage: CoverageByType,
  asOf: CalendarDate,
): PatientOutcome {
  const context = { profile, patient, clinicCoverage, asOf };
  return new EvaluatedPatient(context, (item, index) => findCell(context, item, index));
}
