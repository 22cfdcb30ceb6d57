/** A combined list of a host that searches: it knows its own profiles alone, and is asked for each. */
import { expect, it } from 'vitest';
import {
  memoryAdapter,
  type ClinicAdapter,
  type SearchRequest,
} from '../../../src/adapter/index.ts';
import { PopulationModel, type Profile } from '../../../src/model/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { combinedOf, copd, diabetes, patients as made, populationOf } from '../combined.ts';

const combination = combinedOf(diabetes, copd);
const patients = made.map((each) =>
  each.patient.id === 'both' ? { ...each, services: [{ code: '0101', at: 'i går' }] } : each,
);
const description = { name: 'K', coverage: complete, patients: patients.length };

/** A host that finds the members and the undecided of the profiles that it knows, by their ids, and of no other. */
function hostOf(known: readonly Profile[] = [diabetes, copd], more: Partial<ClinicAdapter> = {}) {
  const asked: SearchRequest[] = [];
  const { records: _, ...inner } = memoryAdapter({ description, patients: [...patients] });
  const adapter: ClinicAdapter = {
    ...inner,
    search(request) {
      asked.push(request);
      const profile = known.find(({ id }) => id === (request.profile as Profile).id);
      if (!profile) return Promise.reject(new Error('unknown profile'));
      const { members, undecided } = populationOf(profile);
      const ids = new Set([...members, ...undecided]);
      const found = patients.filter(({ patient }) => ids.has(patient.id));
      return Promise.resolve({ patients: patients.length, found });
    },
    ...more,
  };
  return { adapter, asked };
}

async function loaded(adapter: ClinicAdapter, profiles: readonly unknown[]) {
  const model = new PopulationModel();
  await model.update({ adapter, profiles, profileId: combination.id, asOf });
  return model.state;
}

it('has everybody whom a clinic of records would have, each once', async () => {
  const { adapter, asked } = hostOf();
  const { loaded: list, problems, phase } = await loaded(adapter, [diabetes, copd, combination]);
  const { members, undecided } = populationOf(combination);
  expect(phase).toBe('ready');
  // Of the one whose death cannot be read, and of the one found twice with a date that is none.
  expect(problems).toEqual([{ kind: 'rejected', records: 2, patients: 2 }]);
  expect([...list!.population.members].sort()).toEqual([...members].sort());
  expect([...list!.population.undecided].sort()).toEqual([...undecided].sort());
  expect(list!.patients).toBe(patients.length);
  // Each of the profiles as it was published, with the records that all of them need.
  expect(asked.map(({ profile }) => (profile as Profile).id)).toEqual(['dk.diabetes', 'dk.kol']);
  expect(asked[0]!.records).toEqual(asked[1]!.records);
  expect(Object.keys(asked[0]!.records.types)).toEqual(
    expect.arrayContaining(['diagnosis', 'medication', 'service']),
  );
});

it('is no list where one of the searches fails: half of it would pass for all', async () => {
  const { adapter } = hostOf([diabetes]);
  const state = await loaded(adapter, [diabetes, copd, combination]);
  expect(state).toMatchObject({ phase: 'failed', loaded: undefined });
  expect(state.problems).toEqual([{ kind: 'call', call: 'search', reason: 'threw' }]);
});

it('is asked for as it is where the profiles that it is made of were not given', async () => {
  const { adapter, asked } = hostOf([combination]);
  const { phase } = await loaded(adapter, [combination]);
  expect(phase).toBe('ready');
  expect(asked.map(({ profile }) => (profile as Profile).id)).toEqual([combination.id]);
});
