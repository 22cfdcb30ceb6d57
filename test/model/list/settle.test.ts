/** Of many rows the first stand right from the start; the rest follow when the names are in order. */
import { expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import { defaultView, PopulationList } from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } }, {});
const clinic = new Clinic(complete);
const letters = 'åbæcdøefghij';
clinic.add(
  Array.from({ length: 6000 }, (_, index) =>
    patientWith(
      { diagnoses: [{ code: 'T90', from: '2020-01-01' }] },
      {
        id: `p${String((index * 7919) % 6000).padStart(4, '0')}`,
        birthDate: `${1930 + (index % 60)}-01-01`,
        // Some share a name, some have none.
        name: index % 97 === 0 ? '' : `${letters[index % 12]}${letters[(index * 5) % 12]} Prøve`,
      },
    ),
  ),
);
const { compare } = new Intl.Collator('da');
const listed = () =>
  new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: compare, patients: clinic.size },
  });
const view = defaultView(plan.profile);
const prepared = (list: PopulationList) => {
  for (const step of list.prepareAll(view)) void step;
  return list;
};

it('the first rows do not move when the names are in order', () => {
  const list = listed();
  const first = [...list.visibleRows(view)];
  expect(list.isSettled).toBe(false);
  prepared(list);
  expect(list.isSettled).toBe(true);
  const settled = [...list.visibleRows(view)];
  expect(settled.slice(0, 300)).toEqual(first.slice(0, 300));
  expect(settled).not.toEqual(first);
  expect([...settled].sort()).toEqual([...first].sort());
});

it('settled, equals stand by name, those without one last, then by id', () => {
  const list = prepared(listed());
  const rows = [...list.visibleRows(view)].map((row) => list.patientAt(row));
  for (const [index, patient] of rows.entries()) {
    const before = rows[index - 1];
    if (!before || before.birthDate !== patient.birthDate) continue;
    const rank =
      Number(before.name === '') - Number(patient.name === '') ||
      (before.name === '' ? 0 : compare(before.name, patient.name)) ||
      (before.id < patient.id ? -1 : 1);
    expect(rank).toBeLessThan(0);
  }
});

it('sorted by what hardly tells anybody apart, all is settled at once', () => {
  const list = listed();
  list.visibleRows({ ...view, sort: [{ columnId: 'sex', descending: false }] });
  expect(list.isSettled).toBe(true);
});
