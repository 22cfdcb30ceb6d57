/**
 * The start page while something else happens at each of its turns: the clinic is fetched anew for another who shows it,
 * becomes another, goes; the profiles become others. In the end every list is counted, and of this clinic.
 */
import { describe, expect, it } from 'vitest';
import type { ClinicAdapter, PatientRecords } from '../../../src/adapter/index.ts';
import { nextTurn } from '../../../src/adapter/index.ts';
import {
  PopulationModel,
  RoundRepositories,
  StartModel,
  type StartInputs,
} from '../../../src/model/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { asOf, complete, documentOf, patientWith } from '../../engine/build.ts';

const now = () => `${asOf}T10:00:00+01:00`;
const profiles = ['P70', 'P76', 'T90'].map((code) =>
  documentOf(
    { diagnosis: { codes: { system: 'ICPC-2', include: [code] } } },
    { id: `dk.${code.toLowerCase()}` },
  ),
);
const other = documentOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['K86'] } } },
  { id: 'dk.k86' },
);

/** Each list has so many in one clinic, and twice as many in the other. */
const most = { A: 3, B: 6 } as const;

function patientsOf(clinic: 'A' | 'B'): readonly PatientRecords[] {
  return ['P70', 'P76', 'T90', 'K86'].flatMap((code) =>
    Array.from({ length: most[clinic] }, (_, at) =>
      patientWith({ diagnoses: [{ code, from: '2022-03-14' }] }, { id: `${code}-${at}` }),
    ),
  );
}

function adapterOf(clinic: 'A' | 'B'): ClinicAdapter {
  const patients = patientsOf(clinic);
  const description = { id: clinic, name: clinic, coverage: complete, patients: patients.length };
  return faultyAdapter({ description, patients });
}

interface Stage {
  readonly adapter: ClinicAdapter;
  /** Somebody else on the page who shows the same. */
  readonly beside: PopulationModel;
  readonly model: StartModel;
  readonly give: (more: Partial<StartInputs>) => void;
}

const deeds: Readonly<Record<string, (stage: Stage) => unknown>> = {
  'somebody else fetches everything again': ({ beside }) => void beside.retry(),
  'somebody else fetches everything again, twice': async ({ beside }) => {
    void beside.retry();
    await nextTurn();
    void beside.retry();
  },
  'somebody else goes': ({ beside }) => beside.dispose(),
  'somebody else needs more': ({ beside, adapter }) =>
    void beside.update({
      ...{ adapter, asOf, worker: undefined },
      profiles: [other, ...profiles],
      profileId: 'dk.k86',
    }),
  'a patient has changed': ({ model }) => void model.patientChanged('P70-0'),
  'a patient has changed for somebody else': ({ beside }) => void beside.patientChanged('P70-0'),
  'it is asked to fetch everything again': ({ model }) => void model.retry(),
  'the clinic becomes another': ({ give }) => give({ adapter: adapterOf('B') }),
  'the same clinic comes by another adapter': ({ give }) => give({ adapter: adapterOf('A') }),
  'it is not looked at, and is again': async ({ give }) => {
    give({ isShown: false });
    await nextTurn();
    give({ isShown: true });
  },
  'nobody is logged in, and somebody is again': async ({ give, adapter }) => {
    give({ adapter: undefined });
    await nextTurn();
    give({ adapter });
  },
  'the profiles become others': ({ give }) => give({ profiles: [other, ...profiles] }),
  'it is another day': ({ give }) => give({ asOf: '2026-11-25' }),
};

describe.each(Object.entries(deeds))('while the lists are worked out %s', (_, deed) => {
  it('at any turn: in the end all are counted', async () => {
    let turns = 0;
    for (let at = 0, isOver = false; !isOver && at < 80; at++) {
      const adapter = adapterOf('A');
      const beside = new PopulationModel({ deadline: 20_000 });
      await beside.update({ adapter, profiles, asOf, worker: undefined });
      const model = new StartModel({ deadline: 20_000 }, new RoundRepositories());
      let inputs: StartInputs = {
        ...{ adapter, profiles, asOf, worker: undefined, isShown: true, now },
      };
      const give = (more: Partial<StartInputs>) => {
        inputs = { ...inputs, ...more };
        void model.update(inputs);
      };
      // Nothing of another clinic is shown for a moment.
      const strange: unknown[] = [];
      model.subscribe(() => {
        const { adapter: given } = inputs;
        for (const { figures } of model.state.lists) {
          const { yes } = figures?.population ?? {};
          if (yes === undefined) continue;
          if (!given || yes > most.B) strange.push(yes);
        }
      });
      const underway = model.update(inputs);
      for (let turn = 0; turn < at; turn++) await nextTurn();
      isOver = model.state.phase === 'ready';
      await deed({ adapter, beside, model, give });
      await underway;
      const { adapter: last } = inputs;
      const clinic = last && (await last.describe(new AbortController().signal)).id;
      await expect
        .poll(
          () => ({
            phase: model.state.phase,
            lists: model.state.lists.map(({ id, phase, figures }) => [
              id,
              phase,
              figures?.population.yes,
            ]),
          }),
          { timeout: 2000 },
        )
        .toEqual({
          phase: 'ready',
          lists: inputs.profiles.map((profile) => [
            (profile as { id: string }).id,
            'ready',
            most[clinic as 'A' | 'B'],
          ]),
        });
      expect(strange).toEqual([]);
      model.dispose();
      beside.dispose();
      turns = at;
    }
    expect(turns).toBeGreaterThan(0);
  }, 60_000);
});
