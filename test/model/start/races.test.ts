/**
 * The start page while something else happens at each of its turns: the clinic is fetched anew for another who shows it,
 * becomes another, goes; the profiles become others. In the end every list is counted, and of this clinic.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTurn, type ClinicAdapter } from '../../../src/adapter/index.ts';
import {
  PopulationModel,
  RoundRepositories,
  StartModel,
  type StartInputs,
} from '../../../src/model/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { cases } from '../../depth.ts';
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
  const adapter = faultyAdapter({ description, patients });
  clinicOf.set(adapter, clinic);
  return adapter;
}

const clinicOf = new WeakMap<ClinicAdapter, 'A' | 'B'>();

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

/** A start page whose clinic is shown by somebody else too. */
class Session implements Stage {
  readonly beside = new PopulationModel({ deadline: 20_000 });
  readonly model = new StartModel({ deadline: 20_000 }, new RoundRepositories());
  /** Figures that stood for a moment under another clinic, or under none. */
  readonly strange: number[] = [];
  #inputs: StartInputs;

  constructor(readonly adapter: ClinicAdapter) {
    const isShown = true;
    this.#inputs = { adapter, profiles, asOf, worker: undefined, isShown, now };
    this.model.subscribe(() => {
      const given = this.#inputs.adapter;
      for (const { figures } of this.model.state.lists) {
        const { yes } = figures?.population ?? {};
        if (yes !== undefined && (!given || yes !== most[clinicOf.get(given)!]))
          this.strange.push(yes);
      }
    });
  }

  async begin(): Promise<void> {
    await this.beside.update({ adapter: this.adapter, profiles, asOf, worker: undefined });
    void this.model.update(this.#inputs);
  }

  readonly give = (more: Partial<StartInputs>): void => {
    this.#inputs = { ...this.#inputs, ...more };
    void this.model.update(this.#inputs);
  };

  /** In the end all are counted, of the clinic that is there. */
  async end(): Promise<void> {
    const { adapter } = this.#inputs;
    const { model } = this;
    const wanted = this.#inputs.profiles.map((profile) => [
      (profile as { id: string }).id,
      'ready',
      most[clinicOf.get(adapter!)!],
    ]);
    const found = () => [
      model.state.phase,
      ...model.state.lists.map(({ id, phase, figures }) => [id, phase, figures?.population.yes]),
    ];
    await expect.poll(found, { timeout: 2000 }).toEqual(['ready', ...wanted]);
    expect(this.strange).toEqual([]);
    model.dispose();
    this.beside.dispose();
  }
}

describe.each(Object.entries(deeds))('while the lists are worked out %s', (_, deed) => {
  it('at any turn: in the end all are counted', async () => {
    for (let at = 0, isOver = false; !isOver && at < 80; at++) {
      const session = new Session(adapterOf('A'));
      await session.begin();
      for (let turn = 0; turn < at; turn++) await nextTurn();
      isOver = session.model.state.phase === 'ready';
      await deed(session);
      await session.end();
      if (isOver) expect(at).toBeGreaterThan(0);
    }
  });
});

it('whatever is done in whatever order: in the end all are counted', async () => {
  const step = fc.record({ after: fc.nat(12), what: fc.constantFrom(...Object.keys(deeds)) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const session = new Session(adapterOf('A'));
      await session.begin();
      for (const { after, what } of steps) {
        for (let turn = 0; turn < after; turn++) await nextTurn();
        void deeds[what]!(session);
      }
      for (let turn = 0; turn < 3; turn++) await nextTurn();
      await session.end();
    }),
    { numRuns: cases(10, 200), seed: 20261128 },
  );
}, 200_000);
