/** What a host gives for profiles is read within bounds, whatever it is. */
import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { PatientModel, PopulationModel, ProfileShelf } from '../../../src/model/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { profileLimits } from '../../../src/profile/read-document.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const codesOf = (given: unknown) =>
  new ProfileShelf()
    .check(given)
    .map((checked) => (checked.ok ? checked.profile.id : checked.errors.map(({ code }) => code)));

it('what is larger than any profile is written out no further than a profile goes', () => {
  let written = 0;
  let shared: object = {
    toJSON: () => {
      written++;
      return {};
    },
  };
  for (let level = 0; level < 18; level++) shared = { all: [shared, shared] };
  expect(codesOf([shared, demens])).toEqual([['too-many'], 'dk.demens']);
  expect(written).toBeLessThan(profileLimits.nodes);
});

it('one with any number of keys has them counted by the engine once, which takes as long as there are keys', async () => {
  for (const document of [
    demens,
    Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`k${at}`, at])),
  ]) {
    let listed = 0;
    const given = new Proxy(document, {
      ownKeys: (target) => {
        listed++;
        return Reflect.ownKeys(target);
      },
    });
    const shelf = new ProfileShelf();
    const list = [given, { ...demens, id: 'dk.anden' }];
    await shelf.prepare(list);
    shelf.check(list);
    expect(listed).toBe(1);
  }
});

it('a circle, and what throws, is no profile', () => {
  const circle: Record<string, unknown> = {};
  circle.circle = circle;
  const throwing = Object.defineProperty({}, 'id', {
    get: () => {
      throw new Error('no');
    },
    enumerable: true,
  });
  expect(codesOf([circle, throwing])).toEqual([['not-json'], ['not-json']]);
});

it('a list that claims a thousand million profiles: those that are first, and that there are more', () => {
  const claiming = Object.assign(Array<unknown>(1e9), { 0: demens });
  const checked = codesOf(claiming);
  expect(checked).toHaveLength(1001);
  expect([checked[0], checked[1000]]).toEqual(['dk.demens', ['too-many-profiles']]);
});

describe('two profiles of one id, which could not be told apart when one is chosen, nor in rounds', () => {
  const other = { ...demens, version: '2.0.0', title: { da: 'Anden demens' } };
  const broken = { ...demens, population: {} };
  const idsOf = (given: unknown) =>
    new ProfileShelf().check(given).map((each) => (each.ok ? each.profile.title.da : each.id));

  it('are the first alone, and the other says so', () => {
    expect(codesOf([demens, other, demens])).toEqual([
      'dk.demens',
      ['duplicate-id'],
      ['duplicate-id'],
    ]);
    const [, second] = new ProfileShelf().check([demens, other]);
    const details = { id: 'dk.demens', first: 'Patienter med demens' };
    const errors = [{ path: '/id', code: 'duplicate-id', details }];
    expect(second).toMatchObject({ ok: false, id: undefined, title: 'Anden demens', errors });
  });

  it('are the one that can be used, wherever it stands', () => {
    expect(idsOf([broken, demens])).toEqual([undefined, 'Patienter med demens']);
    expect(idsOf([demens, broken])).toEqual(['Patienter med demens', undefined]);
    expect(idsOf([broken, broken])).toEqual(['dk.demens', undefined]);
  });

  it('can be chosen each by itself', async () => {
    const model = new PopulationModel();
    const adapter = faultyAdapter({ description: { name: 'K', coverage: complete }, patients: [] });
    await model.update({
      adapter,
      profiles: [broken, demens, other],
      profileId: 'dk.demens',
      asOf,
    });
    const { choices, chosen, loaded } = model.state;
    expect(choices.map(({ id }) => id)).toEqual(['#1', 'dk.demens', '#3']);
    expect([chosen, loaded?.population.profile.version]).toEqual(['dk.demens', demens.version]);
    model.dispose();
  });
});

it('the same documents in a new list are the same outcomes', () => {
  const shelf = new ProfileShelf();
  const [first] = shelf.check([structuredClone(demens)]);
  expect(shelf.check([structuredClone(demens), 7])[0]).toBe(first);
});

it('what one has checked is checked for all who show it', () => {
  const [first] = new ProfileShelf().check([{ ...demens, id: 'dk.faelles' }]);
  const other = new ProfileShelf();
  expect(other.check([{ ...demens, id: 'dk.faelles' }])[0]).toBe(first);
});

describe('many new profiles', () => {
  /** Others than those of any other test: what was checked before is known. */
  const newProfiles = (name: string, count = 6) =>
    Array.from({ length: count }, (_, at) => ({ ...demens, id: `dk.${name}-${at}` }));
  const ill = patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }, { id: 'ill' });
  const well = patientWith({}, { id: 'well' });
  const adapterWith = () =>
    faultyAdapter({ description: { name: 'K', coverage: complete }, patients: [ill, well] });

  it('are checked in as many turns of the page', async () => {
    const shelf = new ProfileShelf();
    const given = newProfiles('turns');
    let turns = 0;
    let isDone = false;
    const count = async () => {
      while (!isDone) {
        await new Promise((resolve) => setTimeout(resolve));
        turns++;
      }
    };
    const counting = count();
    await shelf.prepare(given);
    isDone = true;
    await counting;
    expect(turns).toBeGreaterThanOrEqual(given.length - 1);
    expect(shelf.prepare(given)).toBeUndefined();
    expect(shelf.check(given).every(({ ok }) => ok)).toBe(true);
  });

  it('are written out and refused in as many turns, and once, also where nothing can be made of them', async () => {
    let [written, inTurn, most] = [0, 0, 0];
    const count = (id: string) => ({
      get id() {
        written++;
        most = Math.max(most, ++inTurn);
        queueMicrotask(() => setImmediate(() => (inTurn = 0)));
        return id;
      },
      // More than any profile has, found when the id is read already.
      population: new Array<null>(50_001),
    });
    const shelf = new ProfileShelf();
    const given = Array.from({ length: 40 }, (_, at) => count(`dk.too-large-${at}`));
    await shelf.prepare(given);
    const inAll = written;
    expect(shelf.check(given).flatMap((each) => (each.ok ? [] : each.errors[0]?.code))).toEqual(
      given.map(() => 'too-many'),
    );
    expect(written).toBe(inAll);
    expect(most).toBeLessThan(20);
  });

  it('many that are known, in another list, are not all compared in one turn', () => {
    const large = Array.from({ length: 3 }, (_, at) => `${' '.repeat(900_000)}{"at":${at}}`);
    const shelf = new ProfileShelf();
    const all = shelf.check(large);
    expect(shelf.prepare([...large].reverse())).toBeInstanceOf(Promise);
    expect(shelf.check([...large].reverse())).toEqual([...all].reverse());
  });

  it('are checked once for all who get them at the same time', async () => {
    const shelves = [new ProfileShelf(), new ProfileShelf()];
    const given = newProfiles('together');
    await Promise.all(shelves.map(async (shelf) => shelf.prepare(given)));
    const [first, second] = shelves.map((shelf) => shelf.check(given));
    expect(first).toHaveLength(6);
    first!.forEach((checked, at) => expect(second![at]).toBe(checked));
  });

  it('show the list when they are checked, and the newest update wins', async () => {
    const model = new PopulationModel();
    const adapter = adapterWith();
    const [older, newer] = [newProfiles('older'), newProfiles('newer')];
    const first = model.update({ adapter, profiles: older, asOf });
    expect(model.state).toMatchObject({ phase: 'loading', loaded: undefined });
    const second = model.update({ adapter, profiles: newer, asOf });
    await Promise.all([first, second]);
    expect(model.state).toMatchObject({ phase: 'ready', chosen: 'dk.newer-0' });
    expect(model.state.loaded?.population.members).toEqual(['ill']);
  });

  it('ask nothing of a clinic that nobody looks at any more', async () => {
    const adapter = adapterWith();
    let asked = 0;
    const watched = { ...adapter, describe: () => (asked++, adapter.describe({} as never)) };
    const [list, patient] = [new PopulationModel(), new PatientModel()];
    const profiles = newProfiles('gone');
    const underway = [
      list.update({ adapter: watched, profiles, asOf }),
      patient.update({ adapter: watched, profiles, asOf, patientId: 'ill' }),
    ];
    list.dispose();
    patient.dispose();
    await Promise.all(underway);
    expect(asked).toBe(0);
  });

  it('never show a patient as one whom no profile has anything to say of', async () => {
    const adapter = adapterWith();
    const earlier = new PatientModel();
    await earlier.update({ adapter, profiles: [demens], asOf, patientId: 'ill' });
    const model = new PatientModel();
    const seen: string[] = [];
    model.subscribe(() =>
      seen.push(`${model.state.patientId} ${model.state.phase} ${model.state.outcomes.length}`),
    );
    const profiles = newProfiles('never');
    const first = model.update({ adapter, profiles, asOf, patientId: 'ill' });
    const second = model.update({ adapter, profiles, asOf, patientId: 'well' });
    await Promise.all([first, second]);
    expect(seen.at(-1)).toBe('well ready 6');
    expect(new Set(seen.slice(0, -1))).toEqual(new Set(['ill loading 0', 'well loading 0']));
  });

  it('leave what is shown of a patient where it is until they are checked', async () => {
    const adapter = adapterWith();
    const model = new PatientModel();
    await model.update({ adapter, profiles: [demens], asOf, patientId: 'ill' });
    const seen: string[] = [];
    model.subscribe(() =>
      seen.push(
        `${model.state.phase} ${model.state.outcomes.length} ${String(model.state.isUnderWay)}`,
      ),
    );
    await model.update({ adapter, profiles: newProfiles('stay'), asOf, patientId: 'ill' });
    expect(seen).toEqual(['ready 1 true', 'ready 6 false']);
  });
});
