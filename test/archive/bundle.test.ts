/** Bundles: each document by itself, and nothing lost for the others. */
import { describe, expect, it } from 'vitest';
import { memoryArchive, readBundle, writeBundle } from '../../src/archive/index.ts';
import { never, version } from './documents.ts';

const said = (text: string) => {
  const outcome = readBundle(text);
  return outcome.ok
    ? outcome.documents.map((each) =>
        each.ok ? `${each.document.id} ${each.document.version}` : `broken ${each.name}`,
      )
    : outcome.reason;
};

describe('a bundle', () => {
  const text = writeBundle([
    { document: version('1.0.0'), signatures: ['a..b'] },
    { document: JSON.stringify(version('1.1.0')) },
  ]);

  it('is read as it was written', () => {
    expect(said(text)).toEqual(['dk.demens 1.0.0', 'dk.demens 1.1.0']);
    const outcome = readBundle(text);
    expect(outcome.ok && outcome.documents[0]).toMatchObject({
      publication: { document: version('1.0.0'), signatures: ['a..b'] },
    });
  });

  it.each<readonly [what: string, text: string, answer: unknown]>([
    ['one document', JSON.stringify(version('1.0.0')), ['dk.demens 1.0.0']],
    ['a list of them', JSON.stringify([version('1.0.0')]), ['dk.demens 1.0.0']],
    [
      'what is broken beside what is not',
      JSON.stringify([{ id: 'dk.x', version: '1.0.0' }, version('1.0.0'), 7]),
      ['broken dk.x 1.0.0', 'dk.demens 1.0.0', 'broken 3'],
    ],
    [
      'a file with a mark at its beginning',
      `\ufeff${text}`,
      ['dk.demens 1.0.0', 'dk.demens 1.1.0'],
    ],
    ['no JSON', '{', 'unreadable'],
    ['a word', '"hej"', 'unreadable'],
    ['a later format', '{"format":"overblik-profiles/2"}', 'newer'],
    ['a bundle of nothing', '{"format":"overblik-profiles/1","profiles":{}}', 'unreadable'],
    ['what nests without end', '['.repeat(100_000), 'too-large'],
  ])('of %s', (_, given, answer) => {
    expect(said(given)).toEqual(answer);
  });
});

describe('publishing', () => {
  it('takes a version once, and no other document of it', async () => {
    const archive = memoryArchive([version('1.0.0')]);
    const publish = async (document: unknown) =>
      (await archive.publish!({ document }, never)).outcome;
    expect(await publish(version('1.1.0'))).toBe('published');
    expect(await publish(version('1.1.0'))).toBe('already');
    expect(await publish(version('1.1.0', {}, ['P71']))).toBe('taken');
    expect(await publish({ id: 'dk.x' })).toBe('invalid');
    expect((await archive.list(never)).map((each) => each.version)).toEqual(['1.0.0', '1.1.0']);
  });

  it('withdraws with a reason, and says so of the document', async () => {
    const archive = memoryArchive([version('1.0.0'), version('1.1.0')]);
    await archive.withdraw!('dk.demens', '1.1.0', { reason: 'Fejl', on: '2026-11-24' }, never);
    expect(await archive.load('dk.demens', undefined, never)).toMatchObject({ version: '1.0.0' });
    expect(await archive.load('dk.demens', '1.1.0', never)).toMatchObject({ status: 'retired' });
    const { entries } = await archive.contents(never);
    expect(entries.find(({ version: own }) => own === '1.1.0')).toMatchObject({
      status: 'retired',
      withdrawn: { reason: 'Fejl' },
    });
  });
});
