/** A row tells the number that set a marker off; what is counted, grouped and written to patients goes by the marker. */
import { expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import { textComparer } from '../../../src/i18n/numbers.ts';
import {
  defaultPriority,
  defaultView,
  factsOfList,
  PopulationList,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const plan = planOf(
  { patient: { age: { min: 18 } } },
  {
    markers: [
      {
        ...{ id: 'ldl', level: 'warning', title: { da: 'LDL over behandlingsmål' } },
        short: { da: 'LDL' },
        when: {
          result: {
            codes: { system: 'NPU', title: { da: 'LDL' }, include: ['NPU01568'] },
            pick: 'latest',
            value: { atLeast: 1.8, unit: 'mmol/L' },
          },
        },
      },
    ],
  },
);
const numbers = [2.2, 3.1, 4];
const clinic = new Clinic(complete);
clinic.add(
  numbers.map((value, at) =>
    patientWith(
      { results: [{ code: 'NPU01568', value, unit: 'mmol/L', at: '2026-10-01' }] },
      { id: `p${at}` },
    ),
  ),
);
const list = new PopulationList(evaluate(plan, clinic, asOf), {
  ...{ tab: 'members', language: 'da', compareText: textComparer('da'), patients: clinic.size },
});
const view = defaultView(plan.profile);
const column = list.columns.find(({ id }) => id === 'reasons')!;

it('is seen, heard, printed and written to a file', () => {
  const [first] = list.cell(1, column, defaultPriority).chips!;
  expect(first).toMatchObject({
    ...{ text: 'LDL 3,1', long: 'LDL over behandlingsmål: 3,1' },
    ...{ title: 'LDL over behandlingsmål', said: 'Obs.' },
  });
  expect(list.printed(1, column, defaultPriority)).toEqual(['LDL over behandlingsmål: 3,1']);
});

it('does not tell patients with one marker apart', () => {
  const { values } = list.facetValuesOf('reasons', view);
  expect(values.filter(({ count }) => count > 0)).toMatchObject([{ count: numbers.length }]);
});

it('stands in no message', () =>
  expect(factsOfList(list, defaultPriority, 'Klinik')('p1', 'reason')).toMatch(
    /^LDL over behandlingsmål$/i,
  ));
