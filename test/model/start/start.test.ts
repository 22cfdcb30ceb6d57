/** The start page: how each of the clinic's lists stands, by the very figures that the list has when it is opened. */
import { describe, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { isDeep } from '../../depth.ts';
import { demens, profiles, tripleWhammy } from '../../../fixtures/profiles/index.ts';
import type { ClinicAdapter, Round, RoundMember } from '../../../src/adapter/index.ts';
import {
  defaultView,
  listRoundOf,
  roundStatuses,
  withStatus,
  PopulationList,
  PopulationModel,
  RoundModel,
  RoundRepositories,
  StartModel,
  sumOfStatuses,
  type StartInputs,
  type StartList,
} from '../../../src/model/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { faultyAdapter, faultyRounds } from '../../../src/testing/index.ts';

const asOf = '2026-11-24';
const now = () => `${asOf}T10:00:00+01:00`;
const made = generateClinic({ size: isDeep ? 1200 : 450 });
const clinic = { ...made, description: { ...made.description, id: 'k' } };

/** Reviewed, exempt, exempt of one marker, and nobody yet, of everybody who has dementia. */
const withDementia = made.patients
  .filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code === 'P70'))
  .map(({ patient }) => patient.id);
const memberOf = (patientId: string, at: number): RoundMember => {
  if (at % 4 === 0) return { patientId, status: 'reviewed' };
  if (at % 4 === 1) return { patientId, status: 'exempt' };
  const exemptions = [{ marker: 'antipsykotika', note: 'Aftalt' }];
  return { patientId, status: 'new', ...(at % 4 === 2 ? { exemptions } : {}) };
};
const roundWith = (more: Partial<Round>): Round => ({
  ...{ id: 'dk.demens#1', revision: 1, profile: { id: 'dk.demens', version: '1.0.0' } },
  asOf: '2026-05-12',
  members: withDementia.slice(3).map(memberOf),
  ...more,
});
const stored: readonly Round[] = [
  roundWith({ finished: '2026-06-01' }),
  roundWith({
    ...{ id: 'dk.demens#2', asOf: '2026-06-02', members: withDementia.map(memberOf) },
    aim: { goal: 'Halvér', evaluation: '2026-11-01', owner: { id: 'MK', name: 'Mette Kjær' } },
  }),
];

type Reading = { -readonly [Name in 'describe' | 'records']?: number };

/** Counts what is asked of an adapter. */
function counted(adapter: ClinicAdapter): { adapter: ClinicAdapter; asked: Reading } {
  const asked: Reading = {};
  const own = adapter.records!.bind(adapter);
  return {
    asked,
    adapter: {
      ...adapter,
      records(request, signal) {
        asked.records = (asked.records ?? 0) + 1;
        return own(request, signal);
      },
    },
  };
}

const adapterWith = (rounds = faultyRounds(stored)) => ({ ...faultyAdapter(clinic), rounds });

const inputs = (more: Partial<StartInputs> = {}): StartInputs => ({
  ...{ adapter: adapterWith(), profiles, asOf, worker: undefined, isShown: true, now },
  ...more,
});

async function started(more: Partial<StartInputs> = {}, repositories = new RoundRepositories()) {
  const model = new StartModel({ deadline: 300 }, repositories);
  await model.update(inputs(more));
  await settled(model);
  return model;
}

async function settled(model: StartModel): Promise<void> {
  await expect
    .poll(
      () =>
        model.state.lists.every(
          ({ phase, round }) => phase !== 'ready' || round.phase !== 'loading',
        ),
      {
        timeout: 20_000,
      },
    )
    .toBe(true);
}

const listIn = (model: StartModel, id: string): StartList => {
  const list = model.state.lists.find((each) => each.id === id);
  if (!list) throw new Error(`There is no list ${id}.`);
  return list;
};

/** The list as it is opened, with what it tells over its rows. */
async function opened(profileId: string, adapter: ClinicAdapter) {
  const population = new PopulationModel();
  await population.update({ adapter, profiles, profileId, asOf });
  const { loaded } = population.state;
  if (!loaded) throw new Error('It is not loaded.');
  const { profile, members, undecided } = loaded.population;
  const round = new RoundModel();
  await round.update({
    ...{ adapter, clinicId: 'k', profile, asOf, members, undecided, complete: true, now },
  });
  const list = new PopulationList(loaded.population, {
    ...{ tab: 'members', language: 'da', compareText: () => 0, patients: loaded.patients },
    round: listRoundOf(round, undefined),
  });
  const view = defaultView(profile);
  return { list, view, round, overview: list.overview(view), loaded };
}

describe('every figure of the start page', () => {
  it.each(profiles.map((each) => (each as Profile).id))(
    'of %s is the one of the list that it opens',
    async (id) => {
      const { figures, round, phase } = listIn(await startedOnce(), id);
      const list = await opened(id, adapterOfOnce);
      const { population, critical, warning, came, lastRound } = list.overview;
      expect(phase).toBe('ready');
      expect(figures?.population).toEqual(population);
      expect(figures?.gaps).toEqual(list.loaded.gaps);
      const { left, level, ...grave } = figures?.grave ?? {};
      expect(figures?.grave ? grave : undefined).toEqual(critical ?? warning);
      expect(figures?.came).toEqual(came);
      expect(figures?.lastRound).toBe(lastRound);
      const { counts } = list.round.state;
      expect(round).toMatchObject({
        ...{ phase: 'ready', counts, all: sumOfStatuses(counts) },
      });
      // What a number opens is as many rows as it says.
      const rows = (filter: object) =>
        list.list.visibleRows({ ...list.view, filters: [filter as never] });
      if (figures?.grave) {
        const serious = rows(figures.grave.filter);
        expect(serious.length).toBe(figures.grave.yes);
        const open = [...serious].filter((row) => !list.round.done.has(list.list.idAt(row)));
        expect(left).toBe(open.length);
        expect(level).toBe(critical ? 'critical' : 'warning');
      }
      if (figures?.came) expect(rows(figures.came.filter).length).toBe(figures.came.yes);
      for (const status of roundStatuses)
        expect(rows(withStatus(status)).length, status).toBe(round.counts[status]);
    },
    30_000,
  );

  it('tells of a round since when, to what end, by whom, and that it is to be evaluated', async () => {
    const { round } = listIn(await startedOnce(), 'dk.demens');
    expect(round.current).toMatchObject({
      began: '2026-06-02',
      aim: { goal: 'Halvér', owner: { name: 'Mette Kjær' } },
    });
    expect(round.isDue).toBe(true);
    const reviewed = withDementia.slice(3).filter((_, at) => at % 4 === 0).length;
    expect(round.last).toMatchObject({
      ...{ finished: '2026-06-01', reviewed, of: withDementia.length - 3 },
    });
    const other = listIn(await startedOnce(), (tripleWhammy as Profile).id);
    expect(other.round).toMatchObject({ current: undefined, last: undefined, isDue: false });
  });
});

let once: Promise<StartModel> | undefined;
const adapterOfOnce = adapterWith();
const startedOnce = () => (once ??= started({ adapter: adapterOfOnce }));

describe('the life of the start page', () => {
  it('fetches the clinic once for all lists, and for the one that is opened', async () => {
    const { adapter, asked } = counted(adapterWith());
    const model = await started({ adapter });
    expect(model.state.phase).toBe('ready');
    expect(model.state.lists.map(({ phase }) => phase)).toEqual(profiles.map(() => 'ready'));
    const list = new PopulationModel();
    await list.update({ adapter, profiles, profileId: 'dk.demens', asOf });
    await model.update(inputs({ adapter, isShown: false }));
    await model.update(inputs({ adapter }));
    expect(list.state.phase).toBe('ready');
    expect(asked.records).toBe(1);
  });

  it('has each list as soon as it is worked out', async () => {
    const model = new StartModel({}, new RoundRepositories());
    const seen: number[] = [];
    model.subscribe(() =>
      seen.push(model.state.lists.filter(({ phase }) => phase === 'ready').length),
    );
    await model.update(inputs());
    for (let count = 0; count <= profiles.length; count++) expect(seen).toContain(count);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('tells at its own row that a profile cannot be used, and goes on', async () => {
    const wrong = { ...demens, id: 'dk.forkert', population: {} };
    const model = await started({
      profiles: [wrong, demens, { ...wrong, id: 'dk.ogsaa' }, tripleWhammy],
    });
    expect(model.state.lists.map(({ id, phase }) => [id, phase])).toEqual([
      ['dk.forkert', 'unusable'],
      ['dk.demens', 'ready'],
      ['dk.ogsaa', 'unusable'],
      [(tripleWhammy as Profile).id, 'ready'],
    ]);
    expect(listIn(model, 'dk.forkert').figures).toBeUndefined();
  });

  it('tells at its own row that a search has failed, and goes on', async () => {
    const { patients } = made;
    const base = faultyAdapter({ description: clinic.description, patients: [] });
    const { records: _, ...rest } = base;
    const adapter: ClinicAdapter = {
      ...rest,
      search({ profile }: { readonly profile: Profile }) {
        return profile.id === 'dk.demens'
          ? Promise.reject(new Error('away'))
          : Promise.resolve({ patients: patients.length, found: patients });
      },
    } as unknown as ClinicAdapter;
    const model = await started({ adapter, profiles: [demens, tripleWhammy] });
    expect(listIn(model, 'dk.demens')).toMatchObject({
      ...{ phase: 'failed', figures: undefined },
      problems: [{ kind: 'call', call: 'search' }],
    });
    expect(listIn(model, (tripleWhammy as Profile).id).phase).toBe('ready');
    expect(model.state.phase).not.toBe('failed');
  });

  it('says that the clinic could not be fetched, and counts nobody', async () => {
    const adapter = faultyAdapter(clinic, { failAt: 'records', failTimes: 1 });
    const model = await started({ adapter, profiles: [demens, tripleWhammy] });
    expect(model.state.phase).toBe('failed');
    expect(model.state.lists.every(({ figures }) => figures === undefined)).toBe(true);
    expect(model.state.problems).toMatchObject([{ kind: 'call', call: 'records' }]);
    await model.retry();
    expect(model.state.phase).toBe('ready');
    expect(model.state.problems.filter(({ kind }) => kind === 'call')).toEqual([]);
    expect(model.state.lists.every(({ phase }) => phase === 'ready')).toBe(true);
  });

  it('knows no progress where the rounds cannot be read', async () => {
    const rounds = { ...faultyRounds(), list: () => Promise.reject(new Error('away')) };
    const model = await started({ adapter: adapterWith(rounds), profiles: [demens] });
    const { figures, round } = listIn(model, 'dk.demens');
    expect(round.phase).toBe('failed');
    expect(figures?.grave?.left).toBeUndefined();
    expect(figures?.population.yes).toBeGreaterThan(0);
  });

  it('goes along with what is said of a round, and asks anew when it is shown again', async () => {
    const repositories = new RoundRepositories();
    const adapter = adapterWith();
    const model = await started({ adapter, profiles: [demens] }, repositories);
    const before = listIn(model, 'dk.demens').round.counts.reviewed;
    const round = new RoundModel({}, repositories);
    const { population } = (await opened('dk.demens', adapter)).loaded;
    const { profile, members, undecided } = population;
    await round.update({ adapter, clinicId: 'k', profile, asOf, members, undecided, now });
    round.setStatus([members.find((id) => round.member(id).status === 'new')!], 'reviewed');
    expect(listIn(model, 'dk.demens').round.counts.reviewed).toBe(before + 1);
    // While it is not looked at, it follows nothing.
    await model.update(inputs({ adapter, profiles: [demens], isShown: false }));
    round.setStatus([members.find((id) => round.member(id).status === 'new')!], 'reviewed');
    expect(listIn(model, 'dk.demens').round.counts.reviewed).toBe(before + 1);
    await model.update(inputs({ adapter, profiles: [demens] }));
    await expect.poll(() => listIn(model, 'dk.demens').round.counts.reviewed).toBe(before + 2);
  });

  it('takes in a patient who has changed', async () => {
    const patients = [...made.patients];
    const adapter = faultyAdapter({ ...clinic, patients });
    const model = await started({ adapter, profiles: [demens, tripleWhammy] });
    const before = listIn(model, 'dk.demens').figures!.population.yes;
    const at = patients.findIndex(({ patient }) => patient.id === withDementia[0]);
    const changed = { ...patients[at]!, diagnoses: [], medications: [] };
    const away = { ...adapter, patient: () => Promise.resolve(changed) };
    const again = await started({ adapter: away, profiles: [demens, tripleWhammy] });
    await again.patientChanged(withDementia[0]!);
    await expect.poll(() => listIn(again, 'dk.demens').figures?.population.yes).toBe(before - 1);
    await expect.poll(() => again.state.phase).toBe('ready');
  });

  it.each([
    [
      'another clinic',
      {
        adapter: faultyAdapter(
          { ...clinic, description: { ...clinic.description, id: 'other' } },
          { hang: 'describe' },
        ),
      },
    ],
    ['a logout', { adapter: undefined }],
    ['another day', { asOf: '2026-11-25' }],
  ])('shows no figure for a moment after %s', async (_, change) => {
    const model = await started({ profiles: [demens, tripleWhammy] });
    const seen: boolean[] = [];
    void model.update(inputs({ profiles: [demens, tripleWhammy], ...change }));
    model.subscribe(() => seen.push(model.state.lists.some(({ figures }) => figures)));
    expect(model.state.lists.some(({ figures }) => figures)).toBe(false);
    expect(model.state.patients).toBeUndefined();
    model.dispose();
  });

  it('says nothing of who is on a list: rounds are left as they were stored', async () => {
    const rounds = faultyRounds(stored);
    let saved = 0;
    const store = {
      ...rounds,
      save: (round: Round, signal: AbortSignal) => (saved++, rounds.save(round, signal)),
    };
    const model = await started({ adapter: adapterWith(store) });
    model.dispose();
    expect(saved).toBe(0);
  });
});
