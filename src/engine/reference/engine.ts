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
import { all, any, not } from './truth.ts';

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
  indicators.forEach(({ numerator, denominator, except }, index) => {
    const above = ask(numerator);
    const below = ask(denominator);
    answers[`n${index}`] = above;
    // R22: an exception takes out who has not reached what is counted, and only those.
    answers[`d${index}`] = except ? all([below, any([above, not(ask(except))])]) : below;
  });
  return answers;
}
