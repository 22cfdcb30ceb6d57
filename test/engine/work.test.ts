/** Twice as many records of one patient are twice the work, whatever is asked of them and however odd they are. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/profile/index.ts';
import { countedModules, growthOf } from '../work.ts';
import { isDeep, someOf } from '../depth.ts';
import { manyMedicines, manyResults } from './many-records.ts';

const { checkPatient, Clinic, evaluate, evaluatePatient, asOf, complete, patientWith, planOf } =
  await countedModules(async () => ({
    ...(await import('../../src/engine/index.ts')),
    ...(await import('../../src/record/index.ts')),
    ...(await import('./build.ts')),
  }));

/** Every pair of a question and a kind of records in the nightly run (`npm run test:deep`), else enough of them. */

const atc = (...include: string[]) => ({ codes: { system: 'ATC', include } });
const every = { ...atc('A-Z'), when: 'ever' } as const;
const hba1c = { codes: { system: 'NPU', include: ['NPU27300'] } };
const high = { value: { above: 50, unit: 'mmol/mol' } };

const ofMedicines: Readonly<Record<string, Criterion>> = {
  'a count': { medication: { ...every, count: { min: 5 } } },
  'a count of those apart': { medication: { ...every, count: { min: 900, apart: 'P1W' } } },
  'different substances': { medication: { ...every, distinct: { level: 5 }, count: { min: 5 } } },
  'what lasted': { medication: { ...every, lasting: 'P1D' } },
  'what never lasted so long': { medication: { ...every, lasting: 'P90Y', gap: 'P3D' } },
  'what lasted at most so long': { medication: { ...every, lasting: { atMost: 'P9Y' } } },
  'a count of runs': { medication: { ...every, episodes: {}, count: { min: 900 } } },
  'a count of runs of a length': {
    medication: { ...every, episodes: { gap: 'P1D' }, lasting: 'P2D', count: { min: 900 } },
  },
  'what was given together': {
    concurrent: { of: [{ medication: atc('N05') }, { medication: atc('C09') }], when: 'ever' },
  },
  'what was never given together so long': {
    concurrent: {
      of: [{ medication: atc('N05') }, { medication: atc('C09') }],
      when: 'ever',
      lasting: 'P99Y',
    },
  },
  'three together': {
    concurrent: {
      of: [{ medication: atc('A-Z') }, { medication: atc('N05') }, { medication: atc('A-Z') }],
      when: 'ever',
    },
  },
  'one soon after another': {
    sequence: { of: [{ medication: every }, { medication: every }], within: 'P1D' },
  },
  'one after another': {
    sequence: { of: [{ medication: every }, { medication: every }], within: 'P99Y' },
  },
  'on the day of the first': {
    anchor: {
      on: { medication: every },
      pick: 'earliest',
      is: { medication: { ...every, when: { last: 'P9Y' } } },
    },
  },
  'on the day of the last that ended': {
    anchor: {
      on: { medication: every },
      pick: 'latest',
      at: 'end',
      is: { medication: { lasting: 'P1Y' } },
    },
  },
  'what is new': { medication: { when: 'ever', first: true, count: { min: 900 } } },
  'no other in the way': { not: { any: [{ medication: every }, { medication: atc('N05') }] } },
};

const ofResults: Readonly<Record<string, Criterion>> = {
  'a count': { result: { ...hba1c, ...high, count: { min: 3 } } },
  'a count of those apart': { result: { ...hba1c, ...high, count: { min: 900, apart: 'P3M' } } },
  'on the day of the latest': {
    anchor: { on: { result: hba1c }, pick: 'latest', is: { result: hba1c } },
  },
  latest: { result: { ...hba1c, ...high, pick: 'latest' } },
  earliest: { result: { ...hba1c, ...high, pick: 'earliest' } },
  highest: { result: { ...hba1c, ...high, pick: 'highest' } },
  lowest: { result: { ...hba1c, ...high, pick: 'lowest' } },
  'one after another': { sequence: { of: [{ result: hba1c }, { result: hba1c }], within: 'P1Y' } },
  'what shares a day': {
    sameDay: {
      of: [
        { result: hba1c },
        { result: { ...hba1c, pick: 'lowest', value: { above: -1000, unit: 'mmol/mol' } } },
      ],
    },
  },
  'a change since the one before': {
    change: { of: hba1c, from: 'previous', value: { above: -1000, unit: 'mmol/mol' } },
  },
  'a change from the highest': {
    change: { of: hba1c, from: 'highest', value: { above: -1000, unit: 'mmol/mol' } },
  },
};

describe.each([
  ['medicines', ofMedicines, manyMedicines],
  ['results', ofResults, manyResults],
])('many %s', (_, criteria, shapes) => {
  const every = Object.entries(shapes);
  const some = every.filter(([name]) => isDeep || !/one drug|many drugs/.test(name));
  const asked = Object.entries(criteria);
  describe.each(some.map((each, place) => [...each, place] as const))(
    '%s',
    (_, recordsOf, place) => {
      // Everyday each question is asked of every fourth kind, and of each kind every fourth question.
      it.each(someOf(asked, 4, place))('%s', (name, criterion) => {
        const plan = planOf(criterion);
        // Of few records the codes, once each, are more than the records.
        const size = name === 'different substances' ? 512 : 128;
        const growth = growthOf((count) => {
          const supplied = patientWith(recordsOf(count));
          const { patient } = checkPatient(supplied);
          const clinic = new Clinic(complete);
          clinic.add([supplied]);
          return () => [
            // By what explains itself, and by columns, with the records that the list tells of a member.
            evaluatePatient(plan, patient!, complete, asOf).membership,
            evaluate(plan, clinic, asOf).evidenceColumns(),
          ];
        }, size);
        // Sorting so few grows by more than sorting many does.
        expect(growth).toBeLessThan(3);
      });
    },
  );
});

it.each(Object.entries({ ...manyMedicines, ...manyResults }))('the check of %s', (_, recordsOf) => {
  const growth = growthOf((count) => {
    const supplied = patientWith(recordsOf(count));
    return () => checkPatient(supplied);
  });
  expect(growth).toBeLessThan(2.5);
});

it('a patient out of the columns, of whom every other record could not be read', () => {
  const growth = growthOf((count) => {
    const clinic = new Clinic(complete);
    clinic.add([patientWith(manyResults['every other of which cannot be read']!(count))]);
    return () => clinic.patient('p1');
  }, 512);
  expect(growth).toBeLessThan(2.5);
});
