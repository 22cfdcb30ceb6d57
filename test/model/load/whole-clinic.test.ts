import { describe, expect, it } from 'vitest';
import { memoryAdapter, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { WholeClinic } from '../../../src/model/load/whole-clinic.ts';
import { recordTypes, type RecordsRequest } from '../../../src/record/index.ts';
import { faultyAdapter, type FaultyOptions } from '../../../src/testing/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const patients = [
  patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }, { id: 'a' }),
  patientWith({ services: [{ code: '2150', at: '2022-04-02' }] }, { id: 'b' }),
];
const clinic = { description: { id: 'k', name: 'K', coverage: complete, patients: 2 }, patients };
const adapterWith = (options: FaultyOptions = {}) => faultyAdapter(clinic, options);

async function loaded(adapter: ClinicAdapter | undefined, on: string = asOf) {
  const model = new WholeClinic({ deadline: 200 });
  await model.update({ adapter, asOf: on, worker: undefined });
  return model;
}

describe('a whole clinic', () => {
  it('is asked for everything, whatever a profile needs', async () => {
    const asked: RecordsRequest[] = [];
    const memory = memoryAdapter(clinic);
    const adapter: ClinicAdapter = {
      ...memory,
      describe: (signal) => memory.describe(signal),
      records(request, signal) {
        asked.push(request);
        return memory.records!(request, signal);
      },
    };
    const { state } = await loaded(adapter);
    expect(state).toMatchObject({ phase: 'ready', problems: [], description: { name: 'K' } });
    expect(state.clinic?.ids).toEqual(['a', 'b']);
    expect(asked.map(({ types }) => Object.entries(types))).toEqual([
      recordTypes.map((type) => [type, {}]),
    ]);
  });

  it('tells how far it is, and has nothing to count before it is whole', async () => {
    const model = new WholeClinic();
    const seen: string[] = [];
    model.subscribe(() => {
      const { phase, progress, clinic: here } = model.state;
      seen.push(`${phase} ${progress?.received ?? '-'} ${here?.size ?? '-'}`);
    });
    await model.update({ adapter: adapterWith({ batchSize: 1 }), asOf, worker: undefined });
    expect([...new Set(seen)]).toEqual([
      'loading - -',
      'loading 0 -',
      'loading 1 -',
      'loading 2 -',
      'ready - 2',
    ]);
  });

  it('is none without an adapter, and of a host that searches by itself', async () => {
    expect((await loaded(undefined)).state.phase).toBe('none');
    const { records: _, ...others } = memoryAdapter(clinic);
    const searching = { ...others, search: () => Promise.reject(new Error('not asked')) };
    const { state } = await loaded(searching);
    expect(state).toMatchObject({ phase: 'search-only', clinic: undefined });
  });

  it('says what failed, and is there when it is tried again', async () => {
    const model = await loaded(adapterWith({ failAt: 'records', failTimes: 1 }));
    expect(model.state).toMatchObject({
      phase: 'failed',
      clinic: undefined,
      problems: [{ kind: 'call', call: 'records', reason: 'threw' }],
    });
    await model.retry();
    expect(model.state).toMatchObject({ phase: 'ready', problems: [] });
  });

  it('is there as far as it came, and says what is missing', async () => {
    const { state } = await loaded(adapterWith({ cutAfter: 1 }));
    expect(state.clinic?.size).toBe(1);
    expect(state.problems).toEqual([{ kind: 'cut-short', received: 1, expected: 2 }]);
  });

  it('says of a date that does not exist that it does not', async () => {
    const { state } = await loaded(adapterWith(), '2026-02-30');
    expect(state).toMatchObject({ phase: 'failed', problems: [{ kind: 'date' }] });
  });

  it('is never that of the adapter before', async () => {
    const model = await loaded(adapterWith());
    const gone = model.update({
      adapter: adapterWith({ hang: 'describe' }),
      asOf,
      worker: undefined,
    });
    expect(model.state).toMatchObject({ phase: 'loading', clinic: undefined });
    await gone;
    expect(model.state).toMatchObject({ phase: 'failed', clinic: undefined });
  });

  it('sees a patient who has changed, by its revision', async () => {
    const changing = [...patients];
    const model = await loaded(memoryAdapter({ ...clinic, patients: changing }));
    const { revision } = model.state;
    await model.patientChanged('a');
    expect(model.state.revision).toBeGreaterThan(revision);
  });
});
