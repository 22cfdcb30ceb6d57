import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { type ClinicAdapter } from '../../../src/adapter/index.ts';
import { faultyAdapter, type FaultyOptions } from '../../../src/testing/index.ts';
import { PatientModel, viewCockpit, viewMarkers } from '../../../src/model/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const ill = patientWith(
  {
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
    medications: [
      // A new dose is a new span of the same treatment.
      { code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03', to: '2026-05-31' },
      { code: 'N05AH04', text: 'Quetiapin 50 mg', dose: '× 1', from: '2026-06-01' },
    ],
    results: [
      { code: 'MCS88042', text: 'MMSE', at: '2025-01-10', value: 24, unit: 'point', low: 24 },
      { code: 'MCS88042', text: 'MMSE', at: '2026-08-20', value: 19, unit: 'point', low: 24 },
    ],
    appointments: [{ at: '2026-12-03T10:15', text: 'Årskontrol' }],
  },
  { id: 'ill', name: 'Birthe Testesen' },
);
const well = patientWith({}, { id: 'well', name: 'Carl Prøvemann' });

const adapterWith = (options: FaultyOptions = {}): ClinicAdapter =>
  faultyAdapter({ description: { name: 'K', coverage: complete }, patients: [ill, well] }, options);

async function loaded(patientId: string, adapter = adapterWith(), deadline = 100) {
  const model = new PatientModel({ deadline });
  await model.update({ adapter, profiles: [demens], patientId, asOf });
  return model;
}

describe('one patient', () => {
  it('is seen through the profile: markers, why, cells, treatments', async () => {
    const [outcome] = (await loaded('ill')).state.outcomes;
    if (!outcome) throw new Error();
    const view = viewCockpit([outcome], 'da');
    expect(view.advice).toEqual([
      expect.objectContaining({
        id: 'antipsykotika',
        level: 'critical',
        truth: 'yes',
        short: 'Antipsyk.',
        length: '14 mdr.',
        advice: 'Vurdér seponering',
        evidence: [
          'Quetiapin 50 mg × 1, aktiv siden 3. sep. 2025 (denne ordination fra 1. jun. 2026)',
          'P70 Demens, registreret 14. mar. 2022',
        ],
      }),
    ]);
    expect(view.whys[0]!.truth).toBe('yes');
    expect(view.whys[0]!.include.branches.map(({ truth, records }) => [truth, records])).toEqual([
      ['yes', ['P70 Demens, registreret 14. mar. 2022']],
      ['no', []],
    ]);
    const cell = (id: string) =>
      view.sections.flatMap(({ items }) => items).find((item) => item.id === id)?.cell;
    expect(cell('mmse')).toMatchObject({
      tone: 'value',
      parts: [{ text: '19', note: '3 mdr.' }],
      trend: [{ y: 24 }, { y: 19 }],
    });
    expect(cell('basic')).toMatchObject({ tone: 'missing', parts: [{ text: 'mangler' }] });
    expect(cell('ekg')).toMatchObject({ tone: 'unknown', lines: ['Profilen angiver ingen kode'] });
    expect(cell('aftaler')).toMatchObject({ parts: [{ text: '3. dec.', note: 'Årskontrol' }] });
    expect(view.timeline.rows).toEqual([
      expect.objectContaining({ name: 'Quetiapin 50 mg × 1', level: 'critical', active: true }),
    ]);
    expect(view.timeline.rows[0]?.spans).toHaveLength(2);
  });

  it('markers come the gravest first, those undecided last', async () => {
    const [outcome] = (await loaded('ill', adapterWith({ missing: ['result'] }))).state.outcomes;
    if (!outcome) throw new Error();
    expect(viewMarkers(outcome, 'da').map(({ id, truth }) => [id, truth])).toEqual([
      ['antipsykotika', 'yes'],
      ['ingen-test', 'unknown'],
    ]);
  });
});

describe('never one patient’s data under another’s name', () => {
  /** Answers for the first patient only when told to. */
  function slowFor(slowId: string) {
    const good = adapterWith();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const adapter: ClinicAdapter = {
      ...good,
      patient: async (id, request, signal) => {
        if (id === slowId) await gate;
        return good.patient(id, request, signal);
      },
    };
    return { adapter, release };
  }

  it('another patient clears the view at once, and a late answer is dropped', async () => {
    const { adapter, release } = slowFor('ill');
    const model = new PatientModel({ deadline: 1000 });
    const first = model.update({ adapter, profiles: [demens], patientId: 'ill', asOf });
    const second = model.update({ adapter, profiles: [demens], patientId: 'well', asOf });
    expect(model.state).toMatchObject({ phase: 'loading', patientId: 'well', patient: undefined });
    await second;
    release();
    await first;
    expect(model.state.patient?.patient.id).toBe('well');
    expect(model.state.patientId).toBe('well');
  });

  it('leaving a patient shows nothing of them while the next is fetched', async () => {
    const { adapter } = slowFor('well');
    const model = new PatientModel({ deadline: 50 });
    await model.update({ adapter, profiles: [demens], patientId: 'ill', asOf });
    const next = model.update({ adapter, profiles: [demens], patientId: 'well', asOf });
    expect(model.state).toMatchObject({ patient: undefined, outcomes: [] });
    await next;
    expect(model.state).toMatchObject({ phase: 'failed', patient: undefined });
  });

  it('an adapter that mixes patients up is refused', async () => {
    const adapter: ClinicAdapter = { ...adapterWith(), patient: () => Promise.resolve(ill) };
    const { state } = await loaded('well', adapter);
    expect(state).toMatchObject({
      phase: 'failed',
      patient: undefined,
      problems: [{ kind: 'call', call: 'patient', reason: 'junk' }],
    });
  });

  it('a profile with errors is told by name beside the ones that work', async () => {
    const model = new PatientModel();
    const bad = { ...demens, id: 'dk.forkert', title: { da: 'Forkert' }, codes: {} };
    await model.update({ adapter: adapterWith(), profiles: [bad, demens], patientId: 'ill', asOf });
    expect(model.state.outcomes).toHaveLength(1);
    expect(model.state.refused).toMatchObject([{ name: 'Forkert' }]);
  });
});
