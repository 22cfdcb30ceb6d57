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
