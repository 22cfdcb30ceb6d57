/** What is said of a clinic's patients is stored in that clinic, however adapters come and go while it is stored. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryAdapter, type ClinicAdapter, type Round } from '../../../src/adapter/index.ts';
import { PatientRounds, RoundModel, type Origin } from '../../../src/model/index.ts';
import { clinicOf } from '../../../src/model/load/shared-clinic.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

const seed = Number(process.env.OVERBLIK_SEED ?? 20261127);
const profile = { id: 'p', version: '1.0.0' };
const signal = new AbortController().signal;

/** Each with its clinic: the first two are one. */
function clinics(): readonly (readonly [string, Origin])[] {
  const shared = faultyRounds([], { failSaves: 1 });
  const adapter = (rounds = faultyRounds([], { failSaves: 1 })): ClinicAdapter => ({
    ...memoryAdapter({ description: { name: 'K', coverage: {} }, patients: [] }),
    rounds,
  });
  return [
    ['k1', { adapter: adapter(), clinicId: 'k1' }],
    ['k1', { adapter: adapter(), clinicId: 'k1' }],
    ['k2', { adapter: adapter(), clinicId: 'k2' }],
    ['none', { adapter: adapter(), clinicId: undefined }],
    ['none either', { adapter: adapter(), clinicId: undefined }],
    // One storage object for whichever clinic is logged in to: it must not get what was said elsewhere.
    ['k3', { adapter: adapter(shared), clinicId: 'k3' }],
    ['k4', { adapter: adapter(shared), clinicId: 'k4' }],
  ];
}

async function notesIn({ adapter }: Origin): Promise<readonly string[]> {
  const rounds: readonly Round[] = await adapter.rounds!.list(profile.id, signal);
  return rounds.flatMap(({ members }) => members.flatMap(({ note }) => note ?? []));
}

const steps = fc.array(fc.record({ clinic: fc.nat(6), turns: fc.constantFrom(0, 0, 1, 5, 20) }), {
  minLength: 2,
  maxLength: 8,
});

const inputsOf = ({ adapter, clinicId }: Origin) => ({
  ...{ adapter, clinicId, profile, asOf, user: 'AB', members: ['1'], undecided: [] },
  now: () => '2026-11-24T10:00:00+01:00',
});

it('each note is in a store of the clinic that it was written in, and in no other', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (sequence, isOfPatient) => {
      const all = clinics();
      const model = new RoundModel({ firstPause: 1 });
      const rounds = new PatientRounds(() => undefined, { firstPause: 1 });
      const written = new Set<string>();
      for (const [at, { clinic, turns }] of sequence.entries()) {
        const [name, origin] = all[clinic]!;
        const inputs = inputsOf(origin);
        if (isOfPatient) rounds.update({ ...inputs, profiles: [profile] });
        else void model.update(inputs);
        const shown = isOfPatient ? rounds.of(profile.id)! : model;
        expect(shown.origin).toMatchObject({ clinicId: origin.clinicId });
        const note = `${name}:${at}`;
        written.add(note);
        // Of a patient by the same id in each.
        shown.setStatus([`1-${at}`], 'reviewed', { note });
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      }
      const isUnsaved = () => (isOfPatient ? rounds.isUnsaved : model.state.pending.count > 0);
      while (isUnsaved()) await new Promise((resolve) => setTimeout(resolve, 2));
      const stored = new Set<string>();
      for (const [name, origin] of all)
        for (const note of await notesIn(origin)) {
          stored.add(note);
          // Two clinics share a store: what is in it must be of one of them.
          const may = name === 'k3' || name === 'k4' ? ['k3', 'k4'] : [name];
          expect(may).toContain(note.split(':')[0]);
        }
      expect(stored).toEqual(written);
      model.dispose();
      rounds.dispose();
    }),
    { numRuns: cases(20, 60), seed },
  );
});

it('an adapter that says that it is of another clinic gets nothing of the one before, until it is that again', async () => {
  const rounds = faultyRounds();
  const who = { id: 'k1' };
  const plain = memoryAdapter({ description: { name: 'K', coverage: {} }, patients: [] });
  const adapter = {
    ...plain,
    describe: () => Promise.resolve({ ...who, name: 'K', coverage: {} }),
    rounds,
  };
  const model = new RoundModel({ firstPause: 1 });
  await model.update(inputsOf({ adapter, clinicId: 'k1' }));
  const clinic = clinicOf(adapter);
  await clinic.describe(1000);
  who.id = 'k2';
  clinic.forget();
  await clinic.describe(1000);
  model.setStatus(['1'], 'reviewed', { note: 'k1' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await notesIn({ adapter, clinicId: 'k2' })).toEqual([]);
  expect(model.state.pending.count).toBeGreaterThan(0);
  who.id = 'k1';
  clinic.forget();
  await clinic.describe(1000);
  while (model.state.pending.count > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(await notesIn({ adapter, clinicId: 'k1' })).toEqual(['k1']);
  model.dispose();
});
