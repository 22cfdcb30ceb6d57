/** What was done from a combined list is taken back there: a run of an action as one, in whichever rounds it left something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CombinedRounds,
  lastOutcomes,
  nextDeeds,
  RoundRepositories,
  turnDeeds,
  type RoundEffect,
  type ShownRound,
} from '../../../src/model/index.ts';
import { faultyAdapter, faultyRounds } from '../../../src/testing/index.ts';
import { cases } from '../../depth.ts';
import { asOf, complete } from '../../engine/build.ts';
import { patients, populationOf } from '../combined.ts';

const profileIds = ['dk.diabetes', 'dk.kol'] as const;
const ids = ['diabetes', 'copd', 'both'] as const;

async function opened() {
  const store = faultyRounds([]);
  const inner = faultyAdapter({ description: { name: 'K', coverage: complete }, patients });
  const repositories = new RoundRepositories();
  const combined = new CombinedRounds(repositories);
  await combined.update({
    ...{ adapter: { ...inner, rounds: store }, asOf, population: populationOf() },
    ...{ user: 'AB', clinicId: 'k', now: () => '2026-11-24T10:00:00+01:00' },
  });
  const rounds: readonly ShownRound[] = combined.lists.map(({ part: { title }, round }) => ({
    round,
    title,
  }));
  const roundOf = (id: string) => combined.lists.find(({ part }) => part.id === id)!.round;
  const settle = async () => {
    while (repositories.isUnsaved) await new Promise((resolve) => setTimeout(resolve));
  };
  const said = () =>
    JSON.stringify(
      combined.lists.map(({ round }) =>
        ids.map((id) => {
          const { status, note, contact, due, assignee } = round.member(id);
          return { status, note, due, assignee, contact: contact?.map((each) => each.outcome) };
        }),
      ),
    );
  return { combined, rounds, roundOf, said, settle };
}

const effect = (patientId: string): RoundEffect => ({
  ...{ patientId, status: 'to-follow-up', contact: { outcome: 'sent' } },
});

describe('a run of an action for two lists', () => {
  it('is taken back as one, with all that it left, and done again as one', async () => {
    const { combined, rounds, said, settle } = await opened();
    const first = said();
    const note = combined.noting();
    // It comes some patients at a time.
    for (const id of ids) note([effect(id)], new Set(profileIds), 'run');
    const became = said();
    expect(became).not.toBe(first);
    const next = nextDeeds(rounds, 'undoable');
    expect(next.map(({ title, said: deed }) => [title?.da, deed.kind, deed.patientIds])).toEqual([
      ['Diabetes', 'run', ['diabetes', 'both']],
      ['KOL', 'run', ['copd', 'both']],
    ]);
    for (const isStored of [false, true]) {
      if (isStored) await settle();
      expect(turnDeeds(rounds, 'undo').map(({ said: { undone } }) => undone.length)).toEqual([
        2, 2,
      ]);
      expect(said()).toBe(first);
      expect(lastOutcomes(rounds)).toHaveLength(2);
      expect(nextDeeds(rounds, 'undoable')).toEqual([]);
      expect(turnDeeds(rounds, 'undo')).toEqual([]);
      expect(turnDeeds(rounds, 'redo')).toHaveLength(2);
      expect(said()).toBe(became);
      expect(lastOutcomes(rounds).every(({ said: { isRedo } }) => isRedo)).toBe(true);
    }
  });

  it('of which one part was taken back in its own list is taken back in the other', async () => {
    const { combined, rounds, roundOf, said } = await opened();
    const first = said();
    combined.noting()([effect('both')], new Set(profileIds), 'run');
    roundOf('dk.kol').undo();
    expect(nextDeeds(rounds, 'undoable').map(({ title }) => title?.da)).toEqual(['Diabetes']);
    turnDeeds(rounds, 'undo');
    expect(said()).toBe(first);
    roundOf('dk.kol').setNote('copd', 'Ringet');
    expect(lastOutcomes(rounds)).toEqual([]);
  });

  it('tells no longer of what was taken back once something else is done in any of them', async () => {
    const { rounds, roundOf } = await opened();
    roundOf('dk.diabetes').setNote('both', 'Ringet');
    turnDeeds(rounds, 'undo');
    expect(lastOutcomes(rounds)).toHaveLength(1);
    roundOf('dk.kol').setNote('both', 'Skrevet');
    expect(lastOutcomes(rounds)).toEqual([]);
    expect(nextDeeds(rounds, 'undoable')).toMatchObject([{ said: { kind: 'note' } }]);
  });
});

const deed = fc.oneof(
  fc.record({
    run: fc.subarray([...ids], { minLength: 1 }),
    lists: fc.subarray([...profileIds], { minLength: 1 }),
  }),
  fc.record({
    what: fc.constantFrom('status' as const, 'note' as const, 'assign' as const),
    list: fc.constantFrom(...profileIds),
    id: fc.constantFrom(...ids),
  }),
);

it('whatever is done, each is taken back by one turn, the last first, and done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 7 }), fc.boolean(), async (deeds, isStored) => {
      const { combined, rounds, roundOf, said, settle } = await opened();
      const states = [said()];
      const note = combined.noting();
      for (const [at, each] of deeds.entries()) {
        if ('run' in each)
          for (const id of each.run) note([effect(id)], new Set(each.lists), `run ${at}`);
        else if (each.what === 'status') roundOf(each.list).setStatus([each.id], 'reviewed');
        else if (each.what === 'note') roundOf(each.list).setNote(each.id, `note ${at}`);
        else roundOf(each.list).assign([each.id], { id: `role ${at}` });
        if (said() !== states.at(-1)) states.push(said());
        if (isStored) await settle();
      }
      const last = states.length - 1;
      for (const turn of [1, 2]) {
        for (let at = last - 1; at >= 0; at--) {
          expect(turnDeeds(rounds, 'undo').length).toBeGreaterThan(0);
          expect(said()).toBe(states[at]);
        }
        expect(turnDeeds(rounds, 'undo')).toEqual([]);
        if (isStored) await settle();
        for (let at = 1; at <= last; at++) {
          expect(turnDeeds(rounds, 'redo').length).toBeGreaterThan(0);
          expect(said()).toBe(states[at]);
        }
        expect(turnDeeds(rounds, 'redo'), `turn ${turn}`).toEqual([]);
      }
    }),
    { numRuns: cases(25, 200) },
  );
});
