import type { Criterion } from '../../profile/index.ts';
import {
  isCalendarDate,
  type CalendarDate,
  type CheckedPatient,
  type CoverageByType,
} from '../../record/index.ts';
import type { OutcomeTable, QueryEngine } from '../engine.ts';
import type { Plan } from '../query/compile.ts';
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
    { profile }: Pick<Plan, 'profile'>,
    { patients, coverage }: CheckedClinic,
    asOf: CalendarDate,
  ): OutcomeTable {
    if (!isCalendarDate(asOf)) throw new RangeError('asOf is no calendar date YYYY-MM-DD.');
    const answers = new Map<string, Record<string, Truth>>();
    for (const patient of patients)
      answers.set(
        patient.patient.id,
        answersOf({ profile, patient, clinicCoverage: coverage, asOf }),
      );
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
