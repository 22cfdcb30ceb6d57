import { describe, expect, it, vi } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { memoryAdapter, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { PatientModel, PopulationModel } from '../../../src/model/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const ill = patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }, { id: 'ill' });
const well = patientWith({}, { id: 'well' });

/** A clinic that can change, with every call to it counted. */
function clinicWith(
  description: { id?: string } = {},
  first: readonly PatientRecords[] = [ill, well],
) {
  let patients = first;
  const plain = memoryAdapter({
    description: { name: 'K', coverage: complete, ...description },

    patients: async function* () {
      yield patients;
    },
  });
  const adapter = {
    ...plain,
    describe: vi.fn(plain.describe),
    records: vi.fn(plain.records),
    patient: vi.fn(plain.patient),
  } satisfies ClinicAdapter;
  const calls = () =>
    [adapter.describe, adapter.records, adapter.patient].map(({ mock }) => mock.calls.length);
  return { adapter, calls, become: (others: readonly PatientRecords[]) => (patients = others) };
}

const inputs = { profiles: [demens], asOf };
const members = (model: PopulationModel) => model.state.loaded?.population.members;

describe('one clinic for all who show it', () => {
  it('a second list, an equal profile, another date: nothing is fetched again', async () => {
    const { adapter, calls } = clinicWith();
    const [first, second] = [new PopulationModel(), new PopulationModel()];
    await Promise.all([
      first.update({ adapter, ...inputs }),
      second.update({ adapter, ...inputs }),
    ]);
    await first.update({ adapter, profiles: [structuredClone(demens)], asOf });
    await first.update({ adapter, ...inputs, asOf: '2027-03-01' });
    expect(first.state.loaded?.population.asOf).toBe('2027-03-01');
    expect(second.state.loaded?.population.asOf).toBe(asOf);
    expect(members(second)).toEqual(['ill']);
    expect(calls()).toEqual([1, 1, 0]);
  });

  it('an equal profile is the very same list', async () => {
    const { adapter } = clinicWith();
    const model = new PopulationModel();
    await model.update({ adapter, ...inputs });
    const { loaded } = model.state;
    await model.update({ adapter, profiles: [structuredClone(demens)], asOf });
    expect(model.state.loaded).toBe(loaded);
  });

  it('an earlier date that needs older data fetches it, for both', async () => {
    const { adapter, calls } = clinicWith();
    const windowed = {
      ...demens,
      population: { include: { diagnosis: { codes: 'demens', when: { last: 'P1Y' } } } },
      information: [],
      markers: [],
      indicators: [],
      codes: { demens: demens.codes.demens },
    };
    const [first, second] = [new PopulationModel(), new PopulationModel()];
    const own = { adapter, profiles: [windowed], asOf };
    await first.update(own);
    await second.update(own);
    expect(calls()).toEqual([1, 1, 0]);
    await second.update({ ...own, asOf: '2022-06-01' });
    expect(members(second)).toEqual(['ill']);
    expect(calls()).toEqual([1, 2, 0]);
  });

  it('thirty patients one after another: the clinic is described once', async () => {
    const { adapter, calls } = clinicWith();
    const model = new PatientModel();
    for (let turn = 0; turn < 30; turn++)
      await model.update({ adapter, ...inputs, patientId: turn % 2 ? 'ill' : 'well' });
    expect(calls()).toEqual([1, 0, 30]);
  });

  it('two elements with one patient share the answer', async () => {
    const { adapter, calls } = clinicWith();
    const [cockpit, marker] = [new PatientModel(), new PatientModel()];
    await cockpit.update({ adapter, ...inputs, patientId: 'ill', whole: true });
    await marker.update({ adapter, ...inputs, patientId: 'ill' });
    expect(marker.state.outcomes[0]?.membership.truth).toBe('yes');
    expect(calls()).toEqual([1, 0, 1]);
  });

  it('when nobody shows it any more it is let go of, and a new list fetches it anew', async () => {
    const { adapter, calls } = clinicWith();
    const first = new PopulationModel();
    await first.update({ adapter, ...inputs });
    first.dispose();
    // The same list, put back into the page: whose it is may be another by then, and is asked.
    await first.update({ adapter, ...inputs });
    expect(calls()).toEqual([2, 1, 0]);
    first.dispose();
    await new PopulationModel().update({ adapter, ...inputs });
    expect(calls()).toEqual([3, 2, 0]);
  });
});

describe('live data', () => {
  it('reload fetches everything that anybody shows', async () => {
    const { adapter, calls, become } = clinicWith();
    const [list, cockpit] = [new PopulationModel(), new PatientModel()];
    await list.update({ adapter, ...inputs });
    await cockpit.update({ adapter, ...inputs, patientId: 'well' });
    become([{ ...well, diagnoses: ill.diagnoses! }]);
    const reloading = list.retry();
    expect(list.state).toMatchObject({ phase: 'loading', loaded: { patients: 2 } });
    await reloading;
    expect(members(list)).toEqual(['well']);
    expect(cockpit.state.outcomes[0]?.membership.truth).toBe('yes');
    expect(calls()).toEqual([2, 2, 2]);
  });

  it('a patient who has changed is asked alone, for the list and the cockpit at once', async () => {
    const { adapter, calls, become } = clinicWith();
    const [list, cockpit] = [new PopulationModel(), new PatientModel()];
    await list.update({ adapter, ...inputs });
    await cockpit.update({ adapter, ...inputs, patientId: 'well', whole: true });
    become([ill, { ...well, diagnoses: ill.diagnoses! }]);
    await list.patientChanged('well');
    expect(members(list)).toEqual(['ill', 'well']);
    expect(cockpit.state.outcomes[0]?.membership.truth).toBe('yes');
    expect(calls()).toEqual([1, 1, 2]);
    // The one call asks what both need.
    expect(adapter.patient.mock.lastCall?.[1].types.letter).toEqual({});
  });

  it('a patient who is new comes in, one who has left goes', async () => {
    const { adapter, become } = clinicWith();
    const [list, cockpit] = [new PopulationModel(), new PatientModel()];
    await list.update({ adapter, ...inputs });
    await cockpit.update({ adapter, ...inputs, patientId: 'ill' });
    const born = { ...ill, patient: { ...ill.patient, id: 'new' } };
    become([well, born]);
    await list.patientChanged('new');
    await list.patientChanged('ill');
    expect(members(list)).toEqual(['new']);
    expect(list.state.loaded?.patients).toBe(2);
    expect(cockpit.state).toMatchObject({ phase: 'gone', patient: undefined });
  });

  it('a patient who cannot be fetched leaves the list as it was, and it is said', async () => {
    const { adapter } = clinicWith();
    const list = new PopulationModel();
    await list.update({ adapter, ...inputs });
    adapter.patient.mockRejectedValueOnce(new Error('Frida Fiktiv'));
    await list.patientChanged('ill');
    expect(members(list)).toEqual(['ill']);
    expect(list.state.problems).toEqual([{ kind: 'call', call: 'patient', reason: 'threw' }]);
    await list.patientChanged('ill');
    expect(list.state.problems).toEqual([]);
  });

  it('what changes while the stream is under way is asked after it', async () => {
    const { adapter, become, calls } = clinicWith();
    const list = new PopulationModel();
    const loading = list.update({ adapter, ...inputs });
    const changed = list.patientChanged('well');
    await loading;
    become([ill, { ...well, diagnoses: ill.diagnoses! }]);
    await changed;
    expect(members(list)).toEqual(['ill', 'well']);
    expect(calls()).toEqual([1, 1, 1]);
  });

  it('a host that searches is asked once a profile and date, and again on reload', async () => {
    const { adapter } = clinicWith();
    const { records: _, ...rest } = adapter;
    let found = [ill];
    const search = vi.fn(() => Promise.resolve({ patients: 7000, found }));
    const searching = { ...rest, search };
    const [first, second] = [new PopulationModel(), new PopulationModel()];
    await first.update({ adapter: searching, ...inputs });
    await second.update({ adapter: searching, ...inputs });
    expect(search).toHaveBeenCalledTimes(1);
    await second.update({ adapter: searching, ...inputs, asOf: '2027-01-01' });
    expect(search).toHaveBeenCalledTimes(2);
    found = [];
    await first.retry();
    expect(search).toHaveBeenCalledTimes(4);
    expect([members(first), members(second)]).toEqual([[], []]);
    expect(first.state.loaded?.patients).toBe(7000);
  });
});

describe('which clinic it is', () => {
  it('a new adapter with the same id: the list is held back, then stays until the new one is there', async () => {
    const model = new PopulationModel();
    await model.update({ adapter: clinicWith({ id: 'k1' }).adapter, ...inputs });
    const before = model.state.loaded;
    const seen: unknown[] = [];
    model.subscribe(() => seen.push([model.state.loaded === before, model.state.held === before]));
    const next = clinicWith({ id: 'k1' }, [well]);
    const update = model.update({ adapter: next.adapter, ...inputs });
    expect(model.state).toMatchObject({ phase: 'loading', loaded: undefined, held: before });
    await update;
    expect(seen).toContainEqual([true, false]);
    expect(members(model)).toEqual([]);
    expect(model.state).toMatchObject({ held: undefined, clinicNumber: 0 });
  });

  it.each([
    ['another id', { id: 'k1' }, { id: 'k2' }, true],
    ['no id any more', { id: 'k1' }, {}, true],
    ['no id before', {}, { id: 'k1' }, false],
    ['none at all', {}, {}, false],
  ])('%s is another clinic', async (_, one, other, isHeld) => {
    const model = new PopulationModel();
    await model.update({ adapter: clinicWith(one).adapter, ...inputs });
    const shown: unknown[] = [];
    const update = model.update({ adapter: clinicWith(other, [well]).adapter, ...inputs });
    expect(model.state.held !== undefined).toBe(isHeld);
    model.subscribe(() => shown.push(model.state.loaded?.population.members));
    await update;
    expect(shown).not.toContainEqual(['ill']);
    expect(model.state).toMatchObject({ held: undefined, clinicNumber: 1 });
  });

  it('the cockpit keeps its patient through a new adapter of the same clinic, and no other', async () => {
    const model = new PatientModel();
    const own = { ...inputs, patientId: 'ill' };
    await model.update({ adapter: clinicWith({ id: 'k1' }).adapter, ...own });
    const again = model.update({ adapter: clinicWith({ id: 'k1' }).adapter, ...own });
    expect(model.state).toMatchObject({ patient: undefined, held: { phase: 'ready' } });
    await again;
    expect(model.state).toMatchObject({ phase: 'ready', clinicNumber: 0, held: undefined });
    const shown: unknown[] = [];
    model.subscribe(() => shown.push(model.state.patient?.patient.name));
    const stranger = patientWith({}, { id: 'ill', name: 'En anden' });
    await model.update({ adapter: clinicWith({ id: 'k2' }, [stranger]).adapter, ...own });
    expect(new Set(shown)).toEqual(new Set([undefined, 'En anden']));
    expect(model.state.clinicNumber).toBe(1);
  });
});
