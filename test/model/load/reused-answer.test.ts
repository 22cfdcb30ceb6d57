/** A host that hands over one object of its own for every patient, and fills it with the next one while it is read. */
import { expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { nextTurn } from '../../../src/adapter/index.ts';
import { PatientModel, PopulationModel } from '../../../src/model/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const many = Array.from({ length: 5000 }, () => ({ code: 'P70', from: '2022-03-14' }));
const one = patientWith({ diagnoses: many }, { id: 'one', name: 'Anna' });
const other = patientWith(
  { diagnoses: many, medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2026-06-01' }] },
  { id: 'other', name: 'Bodil' },
);

it('nobody is shown with the records of another, whenever it is filled anew', async () => {
  let mixed = 0;
  for (let at = 0; at < 30; at++) {
    const answer = { ...one };
    const inner = faultyAdapter({
      description: { name: 'K', coverage: complete },
      patients: [one],
    });
    const adapter = { ...inner, patient: () => Promise.resolve(answer) };
    const model = new PatientModel({ deadline: 20_000 });
    const underway = model.update({ adapter, profiles: [demens], patientId: 'one', asOf });
    for (let turn = 0; turn < at; turn++) await nextTurn();
    Object.assign(answer, other);
    await underway;
    const { patient, phase } = model.state;
    if (phase === 'failed') {
      mixed += 1;
      expect(patient).toBeUndefined();
    } else expect(patient?.records.medication ?? []).toHaveLength(0);
  }
  expect(mixed).toBeGreaterThan(0);
});

it('nor in a list, whose patient is fetched again', async () => {
  let moved = 0;
  for (let at = 0; at < 40; at++) {
    const answer = { ...one };
    const patients = [patientWith({}, { id: 'one', name: 'Anna' }), other];
    const inner = faultyAdapter({ description: { name: 'K', coverage: complete }, patients });
    const adapter = { ...inner, patient: () => Promise.resolve(answer) };
    const model = new PopulationModel({ deadline: 20_000 });
    await model.update({ adapter, profiles: [demens], asOf, worker: undefined });
    const { clinic } = model.state.loaded!;
    const underway = model.patientChanged('one');
    for (let turn = 0; turn < at; turn++) await nextTurn();
    if (model.state.loaded?.clinic.patient('one')?.records.diagnosis.length) moved += 1;
    Object.assign(answer, other);
    await underway;
    expect(clinic.patient('one')?.records.medication ?? []).toHaveLength(0);
    expect(clinic.patient('other')?.records.medication).toHaveLength(1);
    model.dispose();
  }
  expect(moved).toBeGreaterThan(0);
});
