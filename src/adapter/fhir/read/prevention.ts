/** Vaccinations and care plans (FHIR R4 Immunization and CarePlan). */
import type { CarePlan, Extension, Immunization } from 'fhir/r4';
import {
  dateOf,
  firstConcept,
  firstDate,
  leaveOut,
  make,
  sourceOf,
  type Reader,
} from './reading.ts';

export const readImmunization: Reader<Immunization> = (immunization, reading) => {
  const { status, vaccineCode, occurrenceDateTime, protocolApplied } = immunization;
  if (status === 'not-done' || status === 'entered-in-error')
    return leaveOut(immunization, status, reading);
  const { doseNumberString, doseNumberPositiveInt } = protocolApplied?.[0] ?? {};
  const dose = doseNumberString ?? doseNumberPositiveInt;
  return [
    make(
      'vaccination',
      {
        concept: vaccineCode,
        source: sourceOf(immunization),
        at: firstDate([['occurrence[x]', occurrenceDateTime]], immunization, reading, true),
        dose: dose === undefined ? undefined : String(dose),
        // One that the standard does not have is the check's to judge.
        ...(status === 'completed' ? {} : { status: status ?? 'missing' }),
      },
      reading,
    ),
  ];
};

export const readCarePlan: Reader<CarePlan> = (plan, reading) => {
  const { status, intent, category, period, created, title } = plan;
  if (status === 'entered-in-error' || status === 'draft') return leaveOut(plan, status, reading);
  if (intent === 'proposal' || intent === 'option')
    return leaveOut(plan, `intent ${intent}`, reading);
  const concept = firstConcept(...(category ?? []));
  const text = title ?? concept?.text;
  const resource = plan;
  return [
    make(
      'carePlan',
      {
        concept: concept?.coding ? concept : undefined,
        source: sourceOf(plan),
        ...(text === undefined ? {} : { text }),
        from: firstDate(
          [
            ['period.start', period?.start],
            ['created', created],
          ],
          plan,
          reading,
        ),
        to: dateOf(period?.end, { resource, field: 'period.end' }, reading),
        maintained: dateOf(
          reviewOf(plan.extension),
          { resource, field: 'lastReviewDate' },
          reading,
        ),
        // The contract has none for a plan that nobody knows the state of: the check sets it aside.
        status: statuses[status] ?? status,
      },
      reading,
    ),
  ];
};

/** A plan that was given up has ended; without a day it is set aside. */
const statuses: Readonly<Partial<Record<string, string>>> = {
  active: 'active',
  'on-hold': 'active',
  completed: 'completed',
  revoked: 'completed',
};

/** When it was last gone through: HL7's extension of any resource. */
function reviewOf(extensions: readonly Extension[] | undefined): string | undefined {
  return extensions?.find(({ url }) => url === lastReview)?.valueDate;
}

const lastReview = 'http://hl7.org/fhir/StructureDefinition/resource-lastReviewDate';
