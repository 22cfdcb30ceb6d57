/**
 * Whatever is asked of one patient with very many records is worked out in steps that do not grow with the records, and
 * comes to the same as in one go.
 */
import { describe, expect, it } from 'vitest';
import {
  evaluatePatient,
  evaluatePatientInSteps,
  itemsInStep,
  type PatientOutcome,
} from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { checkPatient, type ClinicalRecord } from '../../src/record/index.ts';
import { isDeep, someOf } from '../depth.ts';
import { asOf, complete, patientWith, planOf } from './build.ts';
import { countedPatient, measured } from './counted-records.ts';
import { manyMedicines, manyResults } from './many-records.ts';

const count = 20 * itemsInStep;
/** Fields of records that may be read in one step: those of so many in order, which takes ten comparisons each. */
const mostReads = 80 * itemsInStep;

/** All that an outcome says, each record by its place. */
function said({ membership, markers, cells }: PatientOutcome): string {
  return JSON.stringify([membership, markers, cells], (_, value: unknown) =>
    Object(value) === value && 'index' in Object(value) ? (value as ClinicalRecord).index : value,
  );
}

const atc = (...include: string[]) => ({ codes: { system: 'ATC', include } });
const every = { ...atc('A-Z'), when: 'ever' } as const;
const hba1c = { codes: { system: 'NPU', include: ['NPU27300'] } };
const high = { value: { above: 50, unit: 'mmol/mol' } };
const together = { of: [{ medication: atc('N05') }, { medication: atc('C09') }], when: 'ever' };

const ofMedicines: Readonly<Record<string, Criterion>> = {
  counts: {
    all: [
      { medication: { ...every, count: { min: 5 } } },
      { medication: { ...every, distinct: { level: 5 }, count: { min: 5 } } },
    ],
  },
  'what lasted': {
    any: [
      { medication: { ...every, lasting: 'P1D' } },
      { medication: { ...every, lasting: 'P90Y', gap: 'P3D' } },
    ],
  },
  'what was given together': {
    any: [
      { concurrent: together as never },
      { concurrent: { ...together, lasting: 'P99Y' } as never },
    ],
  },
  'one after another': {
    any: [
      { sequence: { of: [{ medication: every }, { medication: every }], within: 'P1D' } },
      { sequence: { of: [{ medication: every }, { medication: every }], within: 'P99Y' } },
    ],
  },
};
const ofResults: Readonly<Record<string, Criterion>> = {
  'a count': { result: { ...hba1c, ...high, count: { min: 3 } } },
  'by date': {
    any: [
      { result: { ...hba1c, ...high, pick: 'latest' } },
      { result: { ...hba1c, ...high, pick: 'earliest' } },
    ],
  },
  'by number': {
    any: [
      { result: { ...hba1c, ...high, pick: 'highest' } },
      { result: { ...hba1c, ...high, pick: 'lowest' } },
    ],
  },
  'one after another': { sequence: { of: [{ result: hba1c }, { result: hba1c }], within: 'P1Y' } },
};
/** What is set aside is not gone through. */
const isSetAside = /cannot be read|end before they begin/;
const always = /two drugs, known by their years|of one day$|texts/;

describe.each([
  ['medicines', ofMedicines, manyMedicines],
  ['results', ofResults, manyResults],
])('%s', (type, criteria, shapes) => {
  const chosen = Object.entries(shapes)
    .filter(([name]) => isDeep || always.test(name))
    .map((each, place) => [...each, place] as const);
  describe.each(chosen)('%s', (shape, recordsOf, place) => {
    // Everyday each question is asked of every other kind, and of each kind every other question.
    it.each(someOf(Object.entries(criteria), 2, place))('%s', (_, criterion) => {
      const plan = planOf(criterion, {
        information: [
          type === 'results'
            ? { id: 'i', type: 'result', ...hba1c, title: { da: 'HbA1c' } }
            : { id: 'i', type: 'medication', ...every, title: { da: 'Medicin' } },
        ],
        markers: [{ id: 'm', level: 'warning', title: { da: 'Markør' }, when: criterion }],
      });
      const patient = countedPatient(checkPatient(patientWith(recordsOf(count))).patient!);
      const steps = evaluatePatientInSteps(plan, patient, complete, asOf, { cells: true });
      const { most, taken, value } = measured(steps);
      expect(most).toBeLessThan(mostReads);
      if (!isSetAside.test(shape)) expect(taken).toBeGreaterThan(count / itemsInStep);
      expect(said(value) === said(evaluatePatient(plan, patient, complete, asOf))).toBe(true);
    });
  });
});
