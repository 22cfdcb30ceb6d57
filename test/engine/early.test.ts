/** What a list begins with is asked while the clinic is being fetched, and then not once more. */
import { expect, it } from 'vitest';
import {
  Clinic,
  compile,
  EarlyAnswers,
  evaluate,
  evaluateInSteps,
  finish,
  type Steps,
} from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { ageOn } from '../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from './build.ts';

const plan = compile({
  ...profileOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } }),
  markers: [
    {
      id: 'medicine',
      level: 'warning',
      title: { da: 'Medicin' },
      when: { medication: { codes: { system: 'ATC', include: ['N05A'] } } },
    },
  ],
});

/** As many as two segments have, and some more. */
const batches = Array.from({ length: 9 }, (_, batch) =>
  Array.from({ length: 1000 }, (_, at) => {
    const index = 1000 * batch + at;
    return patientWith(
      {
        diagnoses: index % 3 === 0 ? [{ code: 'P70', from: '2020-01-01' }] : [],
        medications: index % 2 === 0 ? [{ code: 'N05AX08', from: '2024-01-01' }] : [],
      },
      { id: `p${index}` },
    );
  }),
);

function countSteps(steps: Steps<unknown>): number {
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

it('answers as if nothing had been asked before, with less left to do', () => {
  const plain = new Clinic(complete);
  for (const batch of batches) plain.add(batch);
  const clinic = new Clinic(complete);
  const early = new EarlyAnswers(plan, clinic, asOf);
  for (const batch of batches) {
    clinic.add(batch);
    finish(early.goOn());
  }
  expect(countSteps(evaluateInSteps(plan, clinic, asOf))).toBeLessThan(
    countSteps(evaluateInSteps(plan, plain, asOf)),
  );
  const [one, other] = [clinic, plain].map((each) => evaluate(plan, each, asOf));
  expect(one!.members).toEqual(other!.members);
  expect(one!.members).toHaveLength(3000);
  expect(one!.markerTruths('medicine')).toEqual(other!.markerTruths('medicine'));
});

it('asks each segment once, and leaves those who are still being taken in where they are', () => {
  const clinic = new Clinic(complete);
  const early = new EarlyAnswers(plan, clinic, asOf);
  clinic.add(batches[0]!);
  expect(countSteps(early.goOn())).toBe(0);
  expect(clinic.sealed).toHaveLength(0);
  for (const batch of batches.slice(1, 5)) clinic.add(batch);
  expect(clinic.sealed).toHaveLength(1);
  expect(countSteps(early.goOn())).toBeGreaterThan(0);
  expect(countSteps(early.goOn())).toBe(0);
});

it('knows of whoever comes later, or again, what holds then', () => {
  const clinic = new Clinic(complete);
  const early = new EarlyAnswers(plan, clinic, asOf);
  for (const batch of batches) clinic.add(batch);
  finish(early.goOn());
  clinic.add([patientWith({ diagnoses: [] }, { id: 'p0' })]);
  clinic.add([patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-01' }] }, { id: 'p1' })]);
  const { members } = evaluate(plan, clinic, asOf);
  expect(members).not.toContain('p0');
  expect(members).toContain('p1');
});

it('asks what else it is given, so that less is left to do', () => {
  const control: Criterion = {
    not: { service: { codes: { system: 'SKS', include: ['BQ'] }, when: { last: 'P12M' } } },
  };
  const stepsLeft = (criteria: readonly Criterion[]) => {
    const clinic = new Clinic(complete);
    const early = new EarlyAnswers(plan, clinic, asOf, criteria);
    for (const batch of batches) {
      clinic.add(batch);
      finish(early.goOn());
    }
    return countSteps(evaluate(plan, clinic, asOf).truthsInSteps(control));
  };
  expect(stepsLeft([control])).toBeLessThan(stepsLeft([]));
});

it('knows the ages of members, of the undecided and of others, where they can be told', () => {
  const births = [
    '1941-11-24',
    '1941-11-25',
    '2024-02-29',
    // Known to the year: the birthday has been, or has not.
    '1950',
    '1950-03',
  ];
  const clinic = new Clinic(complete);
  clinic.add(
    births.map((birthDate, index) =>
      patientWith(
        { diagnoses: [{ code: 'P70', from: '2025-01-01' }] },
        { id: `p${index}`, birthDate },
      ),
    ),
  );
  const population = evaluate(plan, clinic, asOf);
  const { members } = population;
  expect(finish(population.agesInSteps())).toEqual(
    population.patients().map((patient) => ageOn(patient, asOf)),
  );
  const ages = new Map(
    finish(population.agesInSteps(members)).map((age, at) => [members[at], age]),
  );
  expect(ages.get('p0')).toBe(85);
  expect(ages.get('p1')).toBe(84);
  expect(ages.get('p2')).toBe(2);
  expect(ages.get('p3')).toBeUndefined();
  expect(ages.get('p4')).toBe(76);
  expect(finish(population.agesInSteps(['p4', 'p0']))).toEqual([76, 85]);
});
