/** One patient may have more of something than a call has room for arguments. */
import { expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import { countRejected } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, planOf } from '../build.ts';

const many = 150_000;
const item = { id: 'i', type: 'result', title: { da: 'Prøve' } };

const populationOf = (result: object) => {
  const clinic = new Clinic(complete);
  clinic.add([patientWith({ results: Array<never>(many).fill(result as never) })]);
  const plan = planOf({ patient: { sex: 'female' } }, { information: [item] });
  return { clinic, population: evaluate(plan, clinic, asOf) };
};

it('records that cannot be read', () => {
  const { clinic } = populationOf({ code: 'NPU27300', at: 'aldrig', value: 1 });
  expect(countRejected(clinic.rejected)).toBe(many);
});

it('records whose day is not known', () => {
  const { population } = populationOf({ code: 'NPU27300', at: '2024', value: 1 });
  const { counts, daysBetween } = population.cellColumns('i');
  expect([counts[0], daysBetween?.size]).toEqual([many, 1]);
});
