import { expect, it } from 'vitest';
import demens from '../../../fixtures/profiles/demens.json' with { type: 'json' };
import { type ClinicAdapter } from '../../../src/adapter/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { PatientModel } from '../../../src/model/load/patient.ts';
import type { RecordsRequest } from '../../../src/record/index.ts';

const description = {
  name: 'Klinikken',
  coverage: { diagnosis: { available: true }, medication: { available: true } },
};
const patients = [
  {
    patient: { id: 'p', name: 'Birthe Prøve', birthDate: '1942-01-01', sex: 'female' as const },
    diagnoses: [{ code: 'P70', from: '2022-03-14' }],
    medications: [{ code: 'N05AH04', from: '2026-09-01' }],
  },
];

/** A real adapter, with what it was asked written down. */
function watched(): { adapter: ClinicAdapter; requests: RecordsRequest[] } {
  const adapter = faultyAdapter({ description, patients });
  const requests: RecordsRequest[] = [];
  const patient: ClinicAdapter['patient'] = (id, request, signal) => {
    requests.push(request);
    return adapter.patient(id, request, signal);
  };
  return { adapter: { ...adapter, patient }, requests };
}

const inputs = { profiles: [demens], patientId: 'p', asOf: '2026-11-24', whole: true };

it('sees the patient on an earlier date without asking the clinic again', async () => {
  const { adapter, requests } = watched();
  const model = new PatientModel();
  await model.update({ adapter, ...inputs });
  const [today] = model.state.outcomes;
  expect(model.state.present).toBe(model.state.outcomes);
  expect(today?.markers.map(({ marker }) => marker.id)).toContain('antipsykotika');

  await model.update({ adapter, ...inputs, seenOn: '2026-08-01' });
  const [then] = model.state.outcomes;
  expect(then?.asOf).toBe('2026-08-01');
  expect(then?.markers.map(({ marker }) => marker.id)).not.toContain('antipsykotika');
  expect(model.state.present[0]).toBe(today);
  expect(model.on('2022-03-13')[0]?.membership.truth).toBe('no');

  // A date that is not earlier is today.
  await model.update({ adapter, ...inputs, seenOn: '2027-01-01' });
  expect(model.state.outcomes).toBe(model.state.present);
  expect(requests).toHaveLength(1);

  await model.retry();
  expect(requests).toHaveLength(2);
  // What is there suffices for another date of evaluation.
  await model.update({ adapter, ...inputs, asOf: '2026-11-25' });
  expect(model.state.outcomes[0]?.asOf).toBe('2026-11-25');
  expect(requests).toHaveLength(2);
});

it('asks for the whole situation only where it is wanted', async () => {
  const { adapter, requests } = watched();
  const model = new PatientModel();
  await model.update({ adapter, ...inputs, whole: false });
  await model.update({ adapter, ...inputs });
  expect(requests[0]?.types.diagnosis?.codes).toBeDefined();
  expect(requests[1]?.types.diagnosis).toEqual({});
  expect(requests[1]?.types.referral).toEqual({});
});
