/** A list over a bridge is the list without one, of every profile and patient by patient. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { describeClinic, memoryAdapter, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { compile, evaluate, requestFor } from '../../../src/engine/index.ts';
import { loadClinic, type LoadedClinic } from '../../../src/model/load/load.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { isDeep } from '../../depth.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { closeStages, stageBridge } from './stage.ts';

afterEach(closeStages);
/** A turn of the page is not what is tested, and takes a millisecond in Node. */
beforeAll(() => {
  vi.stubGlobal('scheduler', { postTask: (run: () => unknown) => Promise.resolve(run()) });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const asOf = '2026-11-24';
const made = generateClinic(isDeep ? {} : { size: 200 });
const plans = profiles.map((document) => {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error('A profile of the fixtures does not parse.');
  return compile(parsed.profile);
});
const request = requestFor(plans, asOf);

function load(adapter: ClinicAdapter): Promise<LoadedClinic> {
  const { signal } = new AbortController();
  return loadClinic({
    ...{ adapter, request, asOf, signal, deadline: 60_000 },
    describe: () => describeClinic(adapter, { deadline: 60_000 }),
    // A search for each of them takes the time of a load.
    searched: plans.slice(0, isDeep ? plans.length : 2).map(({ profile }) => profile),
  });
}

/** All that a list shows of who is on it. */
function listOf(loaded: LoadedClinic, plan: (typeof plans)[number]) {
  const population = evaluate(plan, loaded.clinic, asOf);
  const ids = [...population.members, ...population.undecided];
  return {
    ...{ size: population.size, members: population.members, undecided: population.undecided },
    patients: ids.map((id) => ({
      id,
      membership: population.membership(id),
      markers: population.markers(id),
      cells: plan.profile.information.map((item) => population.cell(id, item.id)),
    })),
  };
}

const clinics: readonly (readonly [string, ClinicAdapter])[] = [
  ['as it is made', memoryAdapter(made)],
  ['with records that cannot be read', faultyAdapter(made, { junk: 40 })],
  ['that searches itself', memoryAdapter(made, { search: ({ patient }) => patient?.id !== '7' })],
  ['without its results', faultyAdapter(made, { missing: ['result'] })],
];

describe.each(isDeep ? clinics : clinics.slice(0, 3))('a clinic %s', (_, direct) => {
  it('makes the same list of each profile', async () => {
    const { adapter } = await stageBridge(direct);
    const [without, over] = [await load(direct), await load(adapter)];
    expect(over.description).toEqual(without.description);
    expect(over.patients).toBe(without.patients);
    expect(over.problems).toEqual(without.problems);
    expect(over.clinic.size).toBe(without.clinic.size);
    expect(over.clinic.rejected).toEqual(without.clinic.rejected);
    expect([...over.clinic.hints]).toEqual([...without.clinic.hints]);
    let listed = 0;
    for (const plan of plans) {
      const expected = listOf(without, plan);
      listed += expected.patients.length;
      expect(listOf(over, plan), plan.profile.id).toEqual(expected);
    }
    expect(plans.length).toBeGreaterThanOrEqual(14);
    expect(listed).toBeGreaterThan(60);
  });
});
