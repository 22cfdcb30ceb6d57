/** `overblik archive`: the index of a folder, and what is wrong with what is in it. */
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../src/archive/index.ts';
import { version } from '../archive/documents.ts';
import { Folder } from './call.ts';

function newFolder(): Folder {
  const folder = new Folder();
  mkdirSync(join(folder.path, 'a'));
  folder.write('a/1.json', version('1.0.0'));
  folder.write('a/2.json', version('1.1.0'));
  return folder;
}

function indexOf({ path }: Folder) {
  return readIndex(readFileSync(join(path, 'a/index.json'), 'utf8')).entries;
}

describe('the index', () => {
  it('is written, and stays as it is where nothing changes', async () => {
    const folder = newFolder();
    expect((await folder.call(['archive', 'a', '--check'])).code).toBe(1);
    const { code, out } = await folder.call(['archive', 'a']);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('2 versions, 0 problems; index.json is written.'),
    ]);
    expect(indexOf(folder).map((each) => each.version)).toEqual(['1.1.0', '1.0.0']);
    expect((await folder.call(['archive', 'a', '--check'])).code).toBe(0);
    expect((await folder.call(['archive', 'a'])).out).toContain('was left as it is');
  });

  it('tells what is broken, and has the rest', async () => {
    const folder = newFolder();
    folder.write('a/3.json', '{');
    folder.write('a/4.json', version('1.0.0', { title: { da: 'Tvilling' } }));
    folder.write('a/5?.json', version('3.0.0'));
    const { code, out } = await folder.call(['archive', 'a']);
    expect(code).toBe(1);
    expect(out).toContain('3.json: error: is no profile');
    expect(out).toContain('4.json: error: is dk.demens 1.0.0, and so is 1.json.');
    expect(out).toContain('5?.json: error: is named by signs');
    expect(indexOf(folder)).toHaveLength(2);
  });

  it('keeps what was published: another definition is told, and not taken for it', async () => {
    const folder = newFolder();
    await folder.call(['archive', 'a']);
    const [before] = indexOf(folder);
    folder.write('a/2.json', version('1.1.0', {}, ['P71']));
    const { code, out } = await folder.call(['archive', 'a']);
    expect(code).toBe(1);
    expect(out).toContain('was published with another definition');
    expect(indexOf(folder)[0]?.hash).toBe(before?.hash);
  });

  it('tells of a version whose file is gone', async () => {
    const folder = newFolder();
    await folder.call(['archive', 'a']);
    folder.write('a/2.json', version('1.0.0', { id: 'dk.andet' }));
    const { code, out } = await folder.call(['archive', 'a']);
    expect([code, out]).toEqual([1, expect.stringContaining('is gone: dk.demens 1.1.0')]);
  });

  it('is not made anew over one that cannot be read', async () => {
    const folder = newFolder();
    folder.write('a/index.json', '{');
    const { code, err } = await folder.call(['archive', 'a']);
    expect([code, err]).toEqual([
      3,
      expect.stringContaining('Signatures and withdrawals stand in it'),
    ]);
  });
});

describe('withdrawing', () => {
  it('takes a version back with its reason, for good', async () => {
    const folder = newFolder();
    await folder.call(['archive', 'a']);
    const words = ['archive', 'a', '--withdraw', 'dk.demens@1.1.0', '--reason', 'Finder for få'];
    expect((await folder.call(words)).out).toContain('dk.demens 1.1.0 is withdrawn: Finder for få');
    await folder.call(['archive', 'a']);
    expect(indexOf(folder)[0]).toMatchObject({
      status: 'retired',
      withdrawn: { reason: 'Finder for få', on: '2026-11-24' },
    });
  });

  it.each<readonly [words: readonly string[], code: number]>([
    [['--withdraw', 'dk.demens@1.1.0'], 2],
    [['--withdraw', 'dk.demens@1.1.0', '--reason', ' '], 2],
    [['--withdraw', 'dk.demens@9.9.9', '--reason', 'x'], 3],
    [['--withdraw', 'dk.demens', '--reason', 'x'], 3],
    [['--check', '--withdraw', 'dk.demens@1.1.0', '--reason', 'x'], 2],
  ])('%j ends with %i', async (words, code) => {
    expect((await newFolder().call(['archive', 'a', ...words])).code).toBe(code);
  });
});

describe('signing', () => {
  it('signs what is in force once, and tells whom it trusts', async () => {
    const folder = newFolder();
    folder.write('a/3.json', version('2.0.0-x', { status: 'draft' }));
    const pair = await generateKeyPair('ES256', { extractable: true });
    folder.write('key.jwk', await exportJWK(pair.privateKey));
    folder.write('trust.jsn', [{ name: 'DSAM', key: await exportJWK(pair.publicKey) }]);
    const signed = await folder.call(['archive', 'a', '--sign', 'key.jwk']);
    expect(signed.out).toContain('2 versions are signed.');
    expect(signed.out).toContain('signed, unknown key');
    expect((await folder.call(['archive', 'a', '--sign', 'key.jwk'])).out).toContain('0 versions');
    expect((await folder.call(['archive', 'a', '--trust', 'trust.jsn'])).out).toContain(
      'signed, trusted',
    );
    expect(readFileSync(join(folder.path, 'a/index.json'), 'utf8')).not.toContain('"d"');
    folder.write('a/2.json', version('1.1.0', { about: { approvedBy: [{ name: 'Mig' }] } }));
    const { code, out } = await folder.call(['archive', 'a', '--trust', 'trust.jsn']);
    expect([code, out]).toEqual([1, expect.stringContaining('BROKEN signature')]);
  });

  it('says nothing of a key that is none', async () => {
    const folder = newFolder();
    folder.write('key.jwk', { kty: 'EC', crv: 'P-256', d: 'secret', x: 'x', y: 'y' });
    const { code, err } = await folder.call(['archive', 'a', '--sign', 'key.jwk']);
    expect([code, err]).toEqual([3, expect.not.stringContaining('secret')]);
  });
});

describe('bundles', () => {
  it('go from one folder to another, signatures and all', async () => {
    const folder = newFolder();
    mkdirSync(join(folder.path, 'b'));
    await folder.call(['archive', 'a', '--export', 'all.bundle']);
    const { code, out } = await folder.call(['archive', 'b', '--import', 'all.bundle']);
    expect([code, out]).toEqual([0, expect.stringContaining('dk.demens 1.1.0 is taken in.')]);
    expect(JSON.parse(readFileSync(join(folder.path, 'b/dk.demens/1.1.0.json'), 'utf8'))).toEqual(
      version('1.1.0'),
    );
    expect((await folder.call(['archive', 'b', '--import', 'all.bundle'])).out).toContain(
      'dk.demens 1.1.0 was in the archive.',
    );
  });

  it('are taken in one by one: what is broken or taken is told', async () => {
    const folder = newFolder();
    folder.write('more.bundle', [version('1.0.0', {}, ['P71']), { id: 'x' }, version('1.2.0')]);
    const { code, out } = await folder.call(['archive', 'a', '--import', 'more.bundle']);
    expect(code).toBe(1);
    expect(out).toContain('dk.demens 1.2.0 is taken in.');
    expect(out).toContain('dk.demens 1.0.0 is in the archive already, with other content');
    expect(out).toContain('2 is no profile');
  });
});
