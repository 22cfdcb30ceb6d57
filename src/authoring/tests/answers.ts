/** How everything in a profile comes out for one test patient. */
import {
  evaluatePatient,
  findCriterionInSteps,
  type Finding,
  type Membership,
  type Plan,
  type Steps,
} from '../../engine/index.ts';
import { pointer } from '../../json/paths.ts';
import { denominatorOf, type Criterion } from '../../profile/index.ts';
import type { CalendarDate, CheckedPatient } from '../../record/index.ts';
import { topCriteria } from '../criteria.ts';
import { wholeCoverage } from './patient.ts';

export interface PatientAnswers {
  readonly membership: Membership;
  /** By JSON Pointer, of every criterion. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** By the indicator's place: whether it is counted in the denominator. */
  readonly denominators: ReadonlyMap<number, Finding>;
}

/** Asks all of a profile of one patient; markers and indicators as of a member, whether or not it is one. */
export function* answersOf(
  plan: Plan,
  patient: CheckedPatient,
  asOf: CalendarDate,
): Steps<PatientAnswers> {
  const { profile } = plan;
  const { membership } = evaluatePatient(plan, patient, wholeCoverage, asOf);
  const context = { profile, patient, clinicCoverage: wholeCoverage, asOf };
  const ask = (criterion: Criterion, path: string) =>
    findCriterionInSteps(context, criterion, path);
  const findings = new Map<string, Finding>();
  for (const { path, criterion } of topCriteria(profile))
    note(findings, yield* ask(criterion, pointer(path)));
  const denominators = new Map<number, Finding>();
  for (const [index, indicator] of (profile.indicators ?? []).entries()) {
    const denominator = denominatorOf(indicator);
    if (denominator) denominators.set(index, yield* ask(denominator, `/indicators/${index}`));
  }
  return { membership, findings, denominators };
}

function note(findings: Map<string, Finding>, finding: Finding): void {
  if (!findings.has(finding.path)) findings.set(finding.path, finding);
  for (const branch of finding.branches) note(findings, branch);
}
