/** Every list and every patient is of the clinic that it says it is, whatever is changed in whatever order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { memoryAdapter, pause, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { ClinicIdentity } from '../../../src/model/load/identity.ts';
import { PatientModel, PopulationModel } from '../../../src/model/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

/** A clinic with a patient `1`, as every other has; its name is the clinic's own. */
function clinicOf(name: string, id?: string, fault?: 'describe' | 'records'): ClinicAdapter {
  const ill = { diagnoses: [{ code: 'P70', from: '2022-03-14' }] };
  const adapter = memoryAdapter({
    description: { name, coverage: complete, ...(id === undefined ? {} : { id }) },
    patients: [patientWith(ill, { id: '1', name })],
  });
  const fail = () => Promise.reject(new Error('away'));
  if (fault === 'describe') return { ...adapter, describe: fail };

  const records = async function* (): AsyncGenerator<never> {
    await fail();
  };
  return fault === 'records' ? { ...adapter, records, patient: fail } : adapter;
}

/** With the name of the clinic that each is of. */
const adapters: readonly (readonly [string, ClinicAdapter | undefined])[] = [
  ['Anna', clinicOf('Anna', 'k1')],
  ['Anna', clinicOf('Anna', 'k1')],
  ['Anna', clinicOf('Anna', 'k1', 'records')],
  ['Bodil', clinicOf('Bodil', 'k2')],
  ['Bodil', clinicOf('Bodil', 'k2', 'describe')],
  ['Carl', clinicOf('Carl')],
  ['Dora', clinicOf('Dora')],
  ['', undefined],
];
const nameOf = (adapter: ClinicAdapter | undefined) =>
  adapters.find(([, each]) => each === adapter)?.[0];

const bad = { ...demens, id: 'dk.forkert', codes: {} };
const profiles = [demens, bad];

const steps = fc.array(
  fc.record({
    adapter: fc.nat(adapters.length - 1),
    profileId: fc.constantFrom('dk.demens', 'dk.forkert'),
    asOf: fc.constantFrom(asOf, asOf, asOf, '2026-02-30'),
    /** Turns of the page before the next step; 9: until nothing is under way. */
    turns: fc.constantFrom(0, 0, 1, 3, 9),
  }),
  { minLength: 2, maxLength: 6 },
);

const seed = Number(process.env.OVERBLIK_SEED ?? 20261127);
const draws = { numRuns: cases(25, 100), seed };

/** What was wrong at any time: a listener that throws might be taken for a failed call. */
function watch(model: PopulationModel | PatientModel, wrongs: () => readonly boolean[]) {
  const found: unknown[] = [];
  const look = () => {
    if (wrongs().includes(true)) found.push(wrongs());
  };
  model.subscribe(look);
  return () => {
    look();
    expect(found).toEqual([]);
  };
}

async function pass(turns: number, underway: Promise<unknown>): Promise<void> {
  if (turns === 9) await underway;
  else for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

describe('whatever is given in whatever order', () => {
  it('a list is of the clinic it says it is of, and acted on through the adapter that is given', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const model = new PopulationModel();
        let given: ClinicAdapter | undefined;
        const check = watch(model, () => {
          const { loaded, held, origin } = model.state;
          const shown = loaded ?? held;
          return [
            (shown === undefined) !== (origin === undefined),
            shown !== undefined && shown.description.name !== nameOf(origin!.adapter),
            loaded !== undefined && origin!.adapter !== given,
          ];
        });
        const all: Promise<void>[] = [];
        for (const { adapter, turns, ...inputs } of sequence) {
          given = adapters[adapter]![1];
          const underway = model.update({ adapter: given, profiles, ...inputs });
          all.push(underway);
          check();
          await pass(turns, underway);
        }
        await Promise.all(all);
        check();
        model.dispose();
      }),
      draws,
    );
  });

  it('so is a patient; and no clinic is asked for an id that is another’s', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (sequence, isOfFirst) => {
        const model = new PatientModel();
        const first = adapters[sequence[0]!.adapter]![1];
        const patientOf =
          isOfFirst && first
            ? {
                adapter: first,
                clinicId: (await first.describe(signal).catch(() => ({ id: 'k2' }))).id,
              }
            : undefined;
        let given: ClinicAdapter | undefined;
        const check = watch(model, () => {
          const { patient, held, origin } = model.state;
          return [patient ? model.state : held].flatMap((shown) => {
            if (!shown) return [origin !== undefined];
            const name = shown.patient?.patient.name;
            return [
              name !== nameOf(shown.origin?.adapter),
              patient !== undefined && origin?.adapter !== given,
              patient !== undefined && patientOf !== undefined && name !== nameOf(first),
            ];
          });
        });
        const all: Promise<void>[] = [];
        for (const { adapter, turns, asOf: date } of sequence) {
          given = adapters[adapter]![1];
          const underway = model.update({
            ...{ adapter: given, profiles: [demens], patientId: '1', asOf: date },
            ...(patientOf ? { patientOf } : {}),
          });
          all.push(underway);
          check();
          await pass(turns, underway);
        }
        await Promise.all(all);
        check();
        model.dispose();
      }),
      draws,
    );
  });
});

const signal = new AbortController().signal;

describe('with an invalid profile chosen', () => {
  const [anna, again, , bodil, , carl] = adapters.map(([, adapter]) => adapter!);
  const chosen = { profiles, profileId: 'dk.forkert', asOf };

  async function annasList() {
    const model = new PopulationModel();
    await model.update({ ...chosen, adapter: anna, profileId: 'dk.demens' });
    await model.update({ ...chosen, adapter: anna });
    expect(model.state).toMatchObject({ phase: 'ready', origin: { adapter: anna } });
    return model;
  }

  it('a new adapter of another clinic takes the list off', async () => {
    const model = await annasList();
    const update = model.update({ ...chosen, adapter: bodil });
    expect(model.state).toMatchObject({ loaded: undefined, phase: 'failed' });
    await update;
    expect(model.state).toMatchObject({ loaded: undefined, held: undefined, clinicNumber: 1 });
    expect(model.state.profileErrors).not.toEqual([]);
  });

  it('one without an id does so at once', async () => {
    const model = await annasList();
    await model.update({ ...chosen, adapter: carl });
    const { loaded, held, clinicNumber } = model.state;
    expect([loaded, held, clinicNumber]).toEqual([undefined, undefined, 1]);
  });

  it('one of the same clinic has the list shown again, and acted on through itself', async () => {
    const model = await annasList();
    const before = model.state.loaded;
    await model.update({ ...chosen, adapter: again });
    expect(model.state.loaded).toBe(before);
    expect(model.state).toMatchObject({ origin: { adapter: again }, clinicNumber: 0 });
  });
});

describe('an adapter that says that it is of another clinic now', () => {
  /**
   * One adapter, as a host makes it whose session decides which clinic it is of. It hands over nobody of a clinic that
   * it has not said that it is: of records that come without a word nobody could tell whose they are. What it began
   * to hand over may come when it has said that it is another.
   */
  function session() {
    const clinics = { Anna: clinicOf('Anna', 'k1'), Bodil: clinicOf('Bodil', 'k2') };
    const now = { name: 'Anna' as keyof typeof clinics, isAway: false, wait: 0 };
    let said: keyof typeof clinics | undefined;
    const there = async () => {
      if (now.isAway || said !== now.name) throw new Error('away');
      const clinic = clinics[said];
      await pause(now.wait);
      return clinic;
    };
    const adapter: ClinicAdapter = {
      describe: async () => {
        await pause(now.wait);
        said = now.name;
        return clinics[said].describe(signal);
      },
      records: async function* (request) {
        yield* (await there()).records!(request, signal);
      },
      patient: async (id, request) => (await there()).patient(id, request, signal),
      openJournal: () => undefined,
    };
    return { adapter, now };
  }

  /** Resolves when it is so: whatever comes, comes as a change of one of the models. */
  function settled(models: readonly (PopulationModel | PatientModel)[], isSo: () => boolean) {
    return new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        for (const leave of leaves) leave();
        resolve();
      };
      const leaves = models.map((model) => model.subscribe(look));
      look();
    });
  }

  /** How somebody on the page has it asked again. */
  const ways = ['list.retry', 'patient.retry', 'list again', 'patient again'] as const;
  const sessions = fc.array(
    fc.record({
      name: fc.constantFrom('Anna' as const, 'Bodil' as const),
      isAway: fc.constantFrom(false, false, true),
      wait: fc.constantFrom(0, 3),
      way: fc.constantFrom(...ways),
      isSettled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('nothing that came before is shown as of that one, by whomever it was asked', async () => {
    await fc.assert(
      fc.asyncProperty(sessions, async (steps) => {
        const { adapter, now } = session();
        const [list, patient] = [new PopulationModel(), new PatientModel()];
        const ofList = { adapter, profiles: [demens], profileId: 'dk.demens', asOf };
        const ofPatient = { adapter, profiles: [demens], patientId: '1', asOf };
        await Promise.all([list.update(ofList), patient.update(ofPatient)]);
        const check = [
          watch(list, () => {
            const { loaded, origin } = list.state;
            const name = loaded?.clinic.patient('1')?.patient.name;
            const isNamed = loaded === undefined || loaded.description.name === name;
            return [!isNamed, loaded !== undefined && origin?.clinicId !== loaded.description.id];
          }),
          watch(patient, () => {
            const { state } = patient;
            return [state.patient?.patient.name !== state.description?.name];
          }),
        ];
        for (const { way, isSettled, ...next } of steps) {
          Object.assign(now, next);
          const underway =
            way === 'list.retry'
              ? list.retry()
              : way === 'patient.retry'
                ? patient.retry()
                : way === 'list again'
                  ? (list.dispose(), list.update(ofList))
                  : (patient.dispose(), patient.update(ofPatient));
          if (isSettled) await underway;
        }
        for (const each of check) each();
        Object.assign(now, { isAway: false, wait: 0 });
        await Promise.all([list.retry(), patient.retry()]);
        await settled([list, patient], () =>
          [list.state.loaded?.clinic.patient('1'), patient.state.patient].every(
            (each) => each?.patient.name === now.name,
          ),
        );
        for (const each of check) each();
        list.dispose();
        patient.dispose();
      }),
      draws,
    );
  });
});

describe('which clinic is known', () => {
  it('outlives a model, and ends with the adapter', async () => {
    const [anna, , , bodil] = adapters.map(([, adapter]) => adapter!);
    const identity = new ClinicIdentity();
    const inputs = { profiles: [demens], asOf };
    await new PopulationModel({ identity }).update({ ...inputs, adapter: anna });
    const next = new PopulationModel({ identity });
    await next.update({ ...inputs, adapter: bodil });
    expect(next.state.clinicNumber).toBe(1);
    await next.update({ ...inputs, adapter: undefined });
    expect(next.state).toMatchObject({ phase: 'empty', clinicNumber: 2, origin: undefined });
    expect(identity.origin).toBe(undefined);
  });
});
