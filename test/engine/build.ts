/** Small clinics and profiles for hand-worked cases. */
import {
  Clinic,
  compile,
  evaluate,
  type Finding,
  type PatientOutcome,
  type Plan,
} from '../../src/engine/index.ts';
import { parseProfile, type Criterion, type Profile } from '../../src/profile/index.ts';
import { recordTypes, type CoverageByType, type PatientRecords } from '../../src/record/index.ts';

export const asOf = '2026-11-24';

/** Everything is covered, since ever. */
export const complete: CoverageByType = Object.fromEntries(
  recordTypes.map((type) => [type, { available: true }]),
);

/** A profile document whose population is a criterion. */
export function documentOf(criterion: Criterion, more: object = {}): object {
  return {
    format: 'overblik-profile/1',
    id: 'test',
    version: '1.0.0',
    title: { da: 'Prøve' },
    purpose: [{ da: 'At prøve' }],
    population: { include: criterion },
    information: [],
    ...more,
  };
}

export function planOf(criterion: Criterion, more: object = {}): Plan {
  const outcome = parseProfile(documentOf(criterion, more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return compile(outcome.profile);
}

export function profileOf(criterion: Criterion, more: object = {}): Profile {
  return planOf(criterion, more).profile;
}

/** A patient whose lists are there, empty but for what is given. */
export function patientWith(
  lists: Partial<PatientRecords> = {},
  patient: Partial<PatientRecords['patient']> = {},
): PatientRecords {
  return {
    patient: {
      id: 'p1',
      name: 'Test Testesen',
      birthDate: '1941-06-15',
      sex: 'female',
      ...patient,
    },
    diagnoses: [],
    medications: [],
    results: [],
    services: [],
    appointments: [],
    referrals: [],
    letters: [],
    ...lists,
  };
}

export interface Asked {
  readonly on?: string;
  readonly coverage?: CoverageByType;
}

export function outcomeOf(
  plan: Plan,
  patient: PatientRecords,
  { on = asOf, coverage = complete }: Asked = {},
): PatientOutcome {
  const clinic = new Clinic(coverage);
  clinic.add([patient]);
  const { id } = patient.patient;
  const population = evaluate(plan, clinic, on);
  const outcome = population.outcome(id);
  // Every case worked by hand goes both ways: over the columns, and through the reference.
  const counted = population.members.includes(id)
    ? 'yes'
    : population.undecided.includes(id)
      ? 'unknown'
      : 'no';
  const { truth } = outcome.membership;
  if (counted !== truth) throw new Error(`The columns say ${counted}, the reference ${truth}.`);
  return outcome;
}

/** How a criterion comes out, as the population's include. */
export function ask(criterion: Criterion, patient: PatientRecords, asked?: Asked): Finding {
  return outcomeOf(planOf(criterion), patient, asked).membership.include;
}
