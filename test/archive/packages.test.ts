/** Cluster packages in an archive: beside the profiles, and never taken for one. */
import { describe, expect, it } from 'vitest';
import {
  everything,
  memoryArchive,
  readBundle,
  readIndex,
  searchArchive,
  signProfile,
  staticArchive,
  verifySignatures,
  writeBundle,
  writeIndex,
  type IndexedEntry,
} from '../../src/archive/index.ts';
import { wholePackage } from '../report/package/documents.ts';
import { never, version } from './documents.ts';

const pack = { ...wholePackage(), status: 'published' };
const id = 'dk.klynge.demens-antipsykotika';

const entries = async (documents: readonly unknown[]) =>
  (await memoryArchive(documents).contents(never)).entries;

describe('a cluster package in an archive', () => {
  it('is among its contents and loaded by its id, and not in the list of profiles', async () => {
    const archive = memoryArchive([version('1.0.0'), pack]);
    const { entries, problems } = await archive.contents(never);
    expect(problems).toEqual([]);
    expect(entries.map((each) => each.kind ?? 'profile')).toEqual(['profile', 'package']);
    expect(entries[1]).toMatchObject({ id, profiles: [{ id: 'dk.demens', version: '1.1.0' }] });
    expect((await archive.list(never)).map((each) => each.id)).toEqual(['dk.demens']);
    expect(await archive.load(id, undefined, never)).toEqual(pack);
  });

  it('is found by its words, and by its kind', async () => {
    const all = await entries([version('1.0.0'), pack]);
    const found = (query: object) =>
      searchArchive(all, { ...everything, ...query }, '2026-11-29').profiles.map((each) => each.id);
    expect(found({ text: 'plejehjemmet' })).toEqual([id]);
    expect(found({ kind: ['package'] })).toEqual([id]);
    expect(found({ kind: ['profile'] })).toEqual(['dk.demens']);
    expect(searchArchive(all, everything, '2026-11-29').facets.kind).toHaveLength(2);
  });

  it('is published, withdrawn, and refused where another is of that version', async () => {
    const archive = memoryArchive([version('1.0.0')]);
    expect(await archive.publish!({ document: pack }, never)).toMatchObject({
      outcome: 'published',
    });
    expect(await archive.publish!({ document: pack }, never)).toMatchObject({ outcome: 'already' });
    const other = { ...pack, title: { da: 'Andet' } };
    expect(await archive.publish!({ document: other }, never)).toMatchObject({ outcome: 'taken' });
    const twin = { ...pack, id: 'dk.demens', version: '7.0.0' };
    expect(await archive.publish!({ document: twin }, never)).toMatchObject({ outcome: 'taken' });
    await archive.withdraw!(id, '0.1.0', { reason: 'Forkert', on: '2026-11-29' }, never);
    expect(await archive.load(id, '0.1.0', never)).toMatchObject({ status: 'retired' });
  });

  it('is signed as profiles are, its status aside', async () => {
    const { privateKey } = await crypto.subtle
      .generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
      .then(async (pair) => ({
        privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey),
      }));
    const signature = await signProfile(pack, privateKey);
    const state = async (document: unknown) =>
      (await verifySignatures(document, [signature], []))[0];
    expect(await state({ ...pack, status: 'retired' })).toMatchObject({ state: 'unknown' });
    expect(await state({ ...pack, title: { da: 'x' } })).toMatchObject({ state: 'broken' });
  });
});

describe('ids of two kinds', () => {
  it('are told, and the first is shown', async () => {
    const twin = { ...pack, id: 'dk.demens', version: '9.0.0' };
    const { entries, problems } = await memoryArchive([version('1.0.0'), twin]).contents(never);
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'other-kind', about: 'dk.demens 9.0.0' }]);
  });
});

describe('an index with packages', () => {
  const indexed = async () =>
    (await entries([version('1.0.0'), pack])).map((each): IndexedEntry => ({
      ...each,
      file: `${each.id}.json`,
    }));

  it('has them apart, so that a reader who knows none reads the profiles', async () => {
    const all = await indexed();
    const text = writeIndex({ entries: all, exemptions: {} });
    const { entries: profiles, packages } = JSON.parse(text) as Record<string, { id: string }[]>;
    expect(profiles?.map((each) => each.id)).toEqual(['dk.demens']);
    expect(packages?.map((each) => each.id)).toEqual([id]);
    expect(readIndex(text).entries).toEqual(all);
  });

  it('refuses a package among the profiles', async () => {
    const text = writeIndex({ entries: await indexed(), exemptions: {} }).replace(
      '"packages"',
      '"others"',
    );
    const moved = JSON.parse(text) as { entries: unknown[]; others: unknown[] };
    const { problems, entries } = readIndex(
      JSON.stringify({ ...moved, entries: [...moved.entries, ...moved.others] }),
    );
    expect(entries).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'broken-entry' }]);
  });

  it('answers the document that was published, and no other', async () => {
    const text = writeIndex({ entries: await indexed(), exemptions: {} });
    const served = (document: unknown) =>
      staticArchive({
        base: 'https://example.org/arkiv/',
        fetch: async (address) => ({
          ...{ ok: true, status: 200 },
          text: async () => (address.endsWith('index.json') ? text : JSON.stringify(document)),
        }),
      });
    expect(await served(pack).load(id, undefined, never)).toEqual(pack);
    await expect(
      served({ ...pack, title: { da: 'x' } }).load(id, undefined, never),
    ).rejects.toMatchObject({ problem: { kind: 'changed' } });
    await expect(served(version('1.0.0')).load(id, undefined, never)).rejects.toMatchObject({
      problem: { kind: 'other-document' },
    });
  });
});

it('goes in a bundle beside the profiles', () => {
  const text = writeBundle([
    { document: version('1.0.0') },
    { document: pack, signatures: ['a..b'] },
  ]);
  const { profiles, packages } = JSON.parse(text) as Record<string, unknown[]>;
  expect([profiles?.length, packages?.length]).toEqual([1, 1]);
  const outcome = readBundle(text);
  expect(outcome.ok && outcome.documents.map((each) => each.ok && each.kind)).toEqual([
    'profile',
    'package',
  ]);
  expect(readBundle(JSON.stringify(pack))).toMatchObject({
    ok: true,
    documents: [{ kind: 'package' }],
  });
});
