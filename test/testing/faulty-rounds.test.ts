import { describe, expect, it } from 'vitest';
import type { Round } from '../../src/adapter/index.ts';
import { faultyAdapter, faultyRounds } from '../../src/testing/index.ts';

const signal = new AbortController().signal;
const profile = { id: 'dk.demens', version: '1.0.0' };

function round(revision: number, ...statuses: Round['members'][number]['status'][]): Round {
  const members = statuses.map((status, index) => ({ patientId: `p${index}`, status }));
  return { id: 'r', revision, profile, asOf: '2026-11-24', members };
}

describe('the faults of a storage of rounds', () => {
  it('none: it stores', async () => {
    const store = faultyRounds();
    expect(await store.save(round(0, 'new'), signal)).toMatchObject({ saved: true });
    expect(await store.list(profile.id, signal)).toEqual([round(1, 'new')]);
  });

  it('the first listings and saves throw, and store nothing', async () => {
    const store = faultyRounds([], { failLists: 1, failSaves: 2 });
    await expect(store.list(profile.id, signal)).rejects.toThrow();
    await expect(store.save(round(0, 'new'), signal)).rejects.toThrow();
    await expect(store.save(round(0, 'new'), signal)).rejects.toThrow();
    expect(await store.list(profile.id, signal)).toEqual([]);
    expect(await store.save(round(0, 'new'), signal)).toMatchObject({ saved: true });
  });

  it('an answer that is lost was carried out; a conflict is not one of those', async () => {
    const store = faultyRounds([round(3, 'new')], { loseAnswers: 1 });
    expect(await store.save(round(2, 'exempt'), signal)).toMatchObject({ saved: false });
    await expect(store.save(round(3, 'reviewed'), signal)).rejects.toThrow('lose its answer');
    expect(await store.list(profile.id, signal)).toEqual([round(4, 'reviewed')]);
  });

  it('another user saves first, and ours is a conflict', async () => {
    const seen: unknown[] = [];
    const store = faultyRounds([round(3, 'new')], {
      meanwhile(stored, ours) {
        seen.push(stored, ours);
        return round(99, 'to-follow-up');
      },
    });
    expect(await store.save(round(3, 'reviewed'), signal)).toEqual({
      saved: false,
      conflict: round(4, 'to-follow-up'),
    });
    expect(seen).toEqual([round(3, 'new'), round(3, 'reviewed')]);
  });

  it('another user who stores nothing changes nothing; nor does one before the first save', async () => {
    const quiet = faultyRounds([], { meanwhile: () => undefined });
    expect(await quiet.save(round(0, 'new'), signal)).toMatchObject({ saved: true });
    const quick = faultyRounds([], { meanwhile: (stored) => stored });
    expect(await quick.save(round(0, 'new'), signal)).toMatchObject({
      saved: false,
      conflict: { revision: 1 },
    });
  });

  it('are those that the adapter is given', async () => {
    const { rounds } = faultyAdapter(
      { description: { name: 'K', coverage: {} }, patients: [] },
      { rounds: [round(3, 'new')], roundFaults: { failLists: 1 } },
    );
    await expect(rounds?.list(profile.id, signal)).rejects.toThrow();
    expect(await rounds?.list(profile.id, signal)).toHaveLength(1);
  });
});
