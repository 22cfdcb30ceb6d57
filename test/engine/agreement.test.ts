/** The engine says what the reference says: of drawn profiles, over drawn clinics, on drawn dates. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Clinic, compile, evaluate, type Truth } from '../../src/engine/index.ts';
import {
  findCell,
  findCriterion,
  findMarkers,
  findMembership,
  type Context,
} from '../../src/engine/reference/index.ts';
import {
  checkPatient,
  type CheckedPatient,
  type CoverageByType,
  type PatientRecords,
} from '../../src/record/index.ts';
import type { Profile } from '../../src/profile/index.ts';
import * as drawn from './arbitraries.ts';

/** How many times as many cases as in the everyday run (`npm run test:deep`). */
const factor = Number(process.env.OVERBLIK_DEEP ?? 1);
const numRuns = Math.ceil(250 * factor);
const seed = process.env.OVERBLIK_SEED === undefined ? 20261124 : Number(process.env.OVERBLIK_SEED);
vi.setConfig({ testTimeout: 60_000 * factor });

/** The reference's own way: each patient checked, the last of an id in the place of the first. */
function checkAll(patients: readonly PatientRecords[]): ReadonlyMap<string, CheckedPatient> {
  const checked = new Map<string, CheckedPatient>();
  for (const each of patients) {
    const { patient } = checkPatient(each);
    if (patient) checked.set(patient.patient.id, patient);
  }
  return checked;
}

function agree(
  profile: Profile,
  patients: readonly PatientRecords[],
  clinic: Clinic,
  coverage: CoverageByType,
  asOf: string,
): void {
  const population = evaluate(compile(profile), clinic, asOf);
  const checked = checkAll(patients);
  const contexts = [...checked.values()].map((patient): Context => ({
    profile,
    patient,
    clinicCoverage: coverage,
    asOf,
  }));
  const memberships = contexts.map((context) => findMembership(context));
  const idsWith = (truth: Truth) =>
    [...checked.keys()].filter((_, index) => memberships[index]?.truth === truth);

  expect(population.members).toEqual(idsWith('yes'));
  expect(population.undecided).toEqual(idsWith('unknown'));
  expect(population.size).toBe(memberships.filter(({ out }) => !out).length);
  contexts.forEach((context, index) => {
    const { id } = context.patient.patient;
    const membership = memberships[index]!;
    expect(clinic.patient(id)).toEqual(context.patient);
    expect(population.membership(id)).toEqual(membership);
    expect(population.markers(id)).toEqual(findMarkers(context, membership));
  });
  const ids = [...checked.keys()];
  (profile.markers ?? []).forEach(({ id, when }, index) => {
    const truths = contexts.map(
      (context) => findCriterion(context, when, `/markers/${index}/when`).truth,
    );
    expect(population.markerTruths(id, ids)).toEqual(truths);
  });
  profile.information.forEach((item, index) => {
    const cells = contexts.map((context) => findCell(context, item, index));
    expect(population.column(item.id, ids)).toEqual(cells);
  });
  const members = contexts.filter((_, index) => memberships[index]?.truth === 'yes');
  expect(population.indicators()).toEqual(
    (profile.indicators ?? []).map((indicator) => {
      const ask = (context: Context, criterion: typeof indicator.numerator | undefined) =>
        criterion ? findCriterion(context, criterion, '').truth : 'yes';
      const below = members.map((context) => ask(context, indicator.denominator));
      const inside = members.filter((_, index) => below[index] === 'yes');
      const above = inside.map((context) => ask(context, indicator.numerator));
      const count = (truths: readonly Truth[], truth: Truth) =>
        truths.filter((each) => each === truth).length;
      return {
        indicator,
        denominator: inside.length,
        numerator: count(above, 'yes'),
        unknownNumerator: count(above, 'unknown'),
        unknownDenominator: count(below, 'unknown'),
      };
    }),
  );
}

it(`the engine and the reference agree (${numRuns} drawn cases)`, () => {
  fc.assert(
    fc.property(
      drawn.profile,
      drawn.patients,
      drawn.coverage,
      drawn.asOf,
      (profile, patients, coverage, asOf) => {
        const clinic = new Clinic(coverage);
        clinic.add(patients);
        agree(profile, patients, clinic, coverage, asOf);
      },
    ),
    { numRuns, seed },
  );
});

it('however the patients come: in any batches, asked in between, replaced and taken out', () => {
  fc.assert(
    fc.property(
      drawn.profile,
      fc.array(fc.tuple(drawn.patients, fc.constantFrom('ask', 'wait', 'remove')), {
        minLength: 1,
        maxLength: 4,
      }),
      drawn.asOf,
      (profile, batches, asOf) => {
        const clinic = new Clinic({});
        let all: PatientRecords[] = [];
        for (const [batch, then] of batches) {
          clinic.add(batch);
          all = [...all, ...batch];
          if (then === 'remove') {
            clinic.remove('p1');
            all = all.filter(({ patient }) => patient.id !== 'p1');
          }
          if (then !== 'wait') agree(profile, all, clinic, {}, asOf);
        }
        agree(profile, all, clinic, {}, asOf);
      },
    ),
    { numRuns: Math.ceil(numRuns / 10), seed },
  );
});
