import type { Criterion } from '../../profile/index.ts';
import {
  readCoverage,
  requireDate,
  type CalendarDate,
  type CheckedPatient,
  type CoverageByType,
} from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import type { Truth } from '../types.ts';
import type { PatientContext } from './context.ts';
import { findCriterion } from './criterion.ts';
import { findMembership } from './outcome.ts';

/** Checked patients with what the clinic's data covers. */
export interface CheckedClinic {
  readonly patients: Iterable<CheckedPatient>;
  readonly coverage: CoverageByType;
}

/** Evaluates patient by patient over plain records: slow, and written to be read beside SEMANTICS. */
export const referenceEngine = {
  name: 'reference',
  evaluate(
    plan: Pick<Plan, 'profile'>,
    { patients, coverage }: CheckedClinic,
    asOf: CalendarDate,
  ): OutcomeTable {
    const { profile } = requirePlan(plan, 'referenceEngine.evaluate');
    requireDate(asOf, 'referenceEngine.evaluate: asOf');
    const clinicCoverage = readCoverage(coverage);
    const answers = new Map<string, Record<string, Truth>>();
    for (const patient of patients)
      answers.set(patient.patient.id, answersOf({ profile, patient, clinicCoverage, asOf }));
    return answers;
  },
} as const satisfies QueryEngine<CheckedClinic>;

function answersOf(context: PatientContext): Record<string, Truth> {
  const { markers = [], indicators = [] } = context.profile;
  const member = findMembership(context).truth;
  // R22: markers and indicators are asked of members only.
  const ask = (criterion: Criterion | undefined): Truth => {
    if (member !== 'yes') return 'unknown';
    return criterion ? findCriterion(context, criterion, '').truth : member;
  };
  const answers: Record<string, Truth> = { member };
  markers.forEach(({ when }, index) => (answers[`m${index}`] = ask(when)));
  indicators.forEach(({ numerator, denominator }, index) => {
    answers[`n${index}`] = ask(numerator);
    answers[`d${index}`] = ask(denominator);
  });
  return answers;
}
