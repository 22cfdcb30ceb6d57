/** Finding profiles in an archive, by words, by codes, and by what they are. */
import { describe, expect, it } from 'vitest';
import {
  byProfile,
  contentsOf,
  everything,
  memoryArchive,
  searchArchive,
  standingOf,
  type ArchiveQuery,
} from '../../src/archive/index.ts';
import { memoryProfiles } from '../../src/adapter/archive.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { never, version } from './documents.ts';

const asOf = '2026-11-24';
const fourteen = await contentsOf(memoryArchive(profiles), never);

async function found(query: Partial<ArchiveQuery>) {
  const answer = searchArchive(fourteen.entries, { ...everything, ...query }, asOf);
  return answer.profiles.map(({ id }) => id);
}

describe('words', () => {
  it.each<readonly [text: string, first: string]>([
    ['demens', 'dk.demens'],
    ['DEMENS', 'dk.demens'],
    ['osteop', 'dk.osteoporose'],
    ['ældre', 'dk.aeldre-medicinsk'],
    ['aeldre', 'dk.aeldre-medicinsk'],
  ])('%s finds %s first', async (text, first) => {
    expect((await found({ text }))[0]).toBe(first);
  });

  it('finds Danish letters in both their ways', async () => {
    expect(await found({ text: 'børn' })).toEqual(await found({ text: 'boern' }));
    expect((await found({ text: 'børn' }))[0]).toBe('dk.boern-og-unge');
  });

  it('asks for each of several words', async () => {
    expect(await found({ text: 'demens findesikke' })).toEqual([]);
  });
});

describe('codes', () => {
  it('finds who has a code, one below it, or one above it', async () => {
    for (const text of ['P70', 'N06DA02', 'N06DA'])
      expect(await found({ text }), text).toContain('dk.demens');
    expect(await found({ text: 'X99' })).toEqual([]);
  });
});

describe('filters', () => {
  const entries = async () =>
    (
      await contentsOf(
        memoryArchive([
          version('1.0.0', { about: { audience: [{ da: 'Almen praksis' }] } }),
          version('1.1.0', {
            about: {
              audience: [{ da: 'Almen praksis' }],
              approvedBy: [{ name: 'DSAM', until: '2027-01-01' }],
            },
          }),
          version('2.0.0-udkast', { status: 'draft' }),
          version('1.0.0', {
            id: 'dk.andet',
            about: { approvedBy: [{ name: 'A', until: '2020-01-01' }] },
          }),
        ]),
        never,
      )
    ).entries;

  it('shows of each profile the newest version in force, and counts by it', async () => {
    const { profiles, facets } = searchArchive(await entries(), everything, asOf);
    expect(profiles.map(({ shown }) => `${shown.id} ${shown.version}`).sort()).toEqual([
      'dk.andet 1.0.0',
      'dk.demens 1.1.0',
    ]);
    expect(facets.audience).toEqual([{ value: 'Almen praksis', count: 1 }]);
    expect(facets.approval).toEqual([
      { value: 'approved', count: 1 },
      { value: 'ended', count: 1 },
    ]);
    expect(facets.dataTypes).toEqual([{ value: 'diagnosis', count: 2 }]);
  });

  it('counts a choice as if it alone were chosen in its filter', async () => {
    const query = { ...everything, approval: ['approved'] as const };
    const { profiles, facets } = searchArchive(await entries(), query, asOf);
    expect(profiles).toHaveLength(1);
    expect(facets.approval.find(({ value }) => value === 'ended')?.count).toBe(1);
    expect(facets.status).toEqual([{ value: 'published', count: 1 }]);
  });

  it('says how each version stands', async () => {
    const demens = byProfile(await entries()).find(({ id }) => id === 'dk.demens')!;
    expect(
      demens.versions.map((each) => `${each.version} ${standingOf(each, demens.versions)}`),
    ).toEqual(['2.0.0-udkast draft', '1.1.0 newest', '1.0.0 superseded']);
  });
});

it('makes the same of a store that tells names alone, and tells what it cannot read', async () => {
  const { entries, problems } = await contentsOf(
    memoryProfiles([version('1.0.0'), { id: 'dk.x', version: '1.0.0', title: { da: 'X' } }]),
    never,
  );
  expect(entries.map(({ id, hash }) => [id, hash?.length])).toEqual([['dk.demens', 64]]);
  expect(problems).toMatchObject([{ kind: 'broken-document', about: 'dk.x 1.0.0' }]);
  expect(problems[0]!.message.da).toContain('dk.x 1.0.0');
});
