/** The archive as a folder that a web server serves: made by the command line, read over HTTP. */
import { createServer, type Server } from 'node:http';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveError, staticArchive } from '../../src/archive/index.ts';
import { Folder } from '../cli/call.ts';
import { never, version } from './documents.ts';

const folder = new Folder();
const asked: string[] = [];
let server: Server;
let base = '';

beforeAll(async () => {
  mkdirSync(join(folder.path, 'arkiv', 'ældre'), { recursive: true });
  folder.write('arkiv/1.json', version('1.0.0'));
  folder.write('arkiv/ældre/to og to.json', version('1.1.0'));
  folder.write('arkiv/3.json', version('2.0.0-udkast', { status: 'draft' }));
  folder.write('arkiv/andet.json', version('1.0.0', { id: 'dk.andet' }));
  folder.write('arkiv/gone.json', version('1.0.0', { id: 'dk.gone' }));
  const { code, out } = await folder.call(['archive', 'arkiv']);
  expect(code, out).toBe(0);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const path = normalize(decodeURIComponent(request.url ?? ''));
    try {
      response.end(readFileSync(join(folder.path, path)));
    } catch {
      response.writeHead(path.includes('down') ? 500 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const archiveAt = (path = 'arkiv') => staticArchive({ fetch, base: `${base}${path}` });
const kindOf = async (answer: Promise<unknown>) =>
  answer.then(
    () => 'no error',
    (error: unknown) => (error instanceof ArchiveError ? error.problem.kind : String(error)),
  );

/** Writes another index than there is, and puts it back. */
async function withIndex(change: (text: string) => string, look: () => Promise<void>) {
  const file = join(folder.path, 'arkiv/index.json');
  const text = readFileSync(file, 'utf8');
  folder.write('arkiv/index.json', change(text));
  try {
    await look();
  } finally {
    folder.write('arkiv/index.json', text);
  }
}

describe('a folder that is served', () => {
  it('lists what it holds, and loads the newest in force', async () => {
    const archive = archiveAt();
    expect((await archive.list(never)).map((each) => `${each.id} ${each.version}`)).toEqual([
      ...['dk.andet 1.0.0', 'dk.demens 2.0.0-udkast', 'dk.demens 1.1.0', 'dk.demens 1.0.0'],
      'dk.gone 1.0.0',
    ]);
    expect(await archive.load('dk.demens', undefined, never)).toEqual(version('1.1.0'));
    expect(await archive.load('dk.demens', '1.0.0', never)).toEqual(version('1.0.0'));
  });

  it('tells what is not there', async () => {
    const archive = archiveAt();
    expect(await kindOf(archive.load('dk.nej', undefined, never))).toBe('unknown');
    expect(await kindOf(archive.load('dk.demens', '9.0.0', never))).toBe('unknown');
    expect(await kindOf(archiveAt('tom').contents(never))).toBe('no-index');
    expect(await kindOf(archiveAt('down').contents(never))).toBe('unreachable');
    const nowhere = staticArchive({ fetch, base: 'http://127.0.0.1:1/' });
    expect(await kindOf(nowhere.list(never))).toBe('unreachable');
    const archived = archiveAt();
    await archived.contents(never);
    rmSync(join(folder.path, 'arkiv/gone.json'));
    expect(await kindOf(archived.load('dk.gone', '1.0.0', never))).toBe('gone');
  });

  it('refuses a document that is not the one that was published', async () => {
    const archive = archiveAt();
    folder.write('arkiv/1.json', version('1.0.0', {}, ['P71']));
    expect(await kindOf(archive.load('dk.demens', '1.0.0', never))).toBe('changed');
    folder.write('arkiv/1.json', version('1.0.1'));
    expect(await kindOf(archive.load('dk.demens', '1.0.0', never))).toBe('other-document');
    folder.write('arkiv/1.json', '{');
    expect(await kindOf(archive.load('dk.demens', '1.0.0', never))).toBe('broken-document');
    // Nothing is lost of the rest.
    expect(await archive.load('dk.andet', undefined, never)).toMatchObject({ id: 'dk.andet' });
    folder.write('arkiv/1.json', version('1.0.0'));
  });

  it('shows the rest of an index of which a part is broken', async () => {
    await withIndex(
      (text) => text.replace('"file":"andet.json"', '"file":7'),
      async () => {
        const { entries, problems } = await archiveAt().contents(never);
        expect(entries).toHaveLength(4);
        expect(problems).toMatchObject([{ kind: 'broken-entry', about: 'dk.andet 1.0.0' }]);
      },
    );
  });

  it.each<readonly [what: string, told: string, kind: string]>([
    ['is withdrawn, whatever its status', '{"reason":"Fejl","on":"2026-11-01"}', 'no entry'],
    ['cannot be read', '{"reason":7}', 'broken-entry'],
  ])('takes no version into use whose withdrawal %s', async (_, withdrawn, kind) => {
    await withIndex(
      (text) => text.replace('"file":"andet.json"', `"withdrawn":${withdrawn},"file":"andet.json"`),
      async () => {
        const archive = archiveAt();
        const { problems } = await archive.contents(never);
        expect(problems[0]?.kind ?? 'no entry').toBe(kind);
        expect(await kindOf(archive.load('dk.andet', undefined, never))).toBe('unknown');
      },
    );
  });

  it.each([
    '../secret.json',
    '/etc/x.json',
    'https://example.org/x.json',
    './x.json',
    'a/../b.json',
    '.git/x.json',
    'x.json?y.json',
  ])('is led nowhere else by %s', async (file) => {
    await withIndex(
      (text) => text.replace('"file":"andet.json"', `"file":${JSON.stringify(file)}`),
      async () => {
        const archive = archiveAt();
        expect((await archive.contents(never)).problems).toMatchObject([{ kind: 'broken-entry' }]);
        expect(await kindOf(archive.load('dk.andet', '1.0.0', never))).toBe('unknown');
      },
    );
  });

  it.each<readonly [what: string, text: string, kind: string]>([
    ['no JSON', '<!doctype html>', 'broken-index'],
    ['something else', '{"format":"x"}', 'broken-index'],
    ['no entries', '{"format":"overblik-archive/1"}', 'broken-index'],
    ['a later format', '{"format":"overblik-archive/2","entries":[]}', 'newer-index'],
    ['without end', '['.repeat(100_000), 'broken-index'],
  ])('says of an index of %s what it is', async (_, text, kind) => {
    await withIndex(
      () => text,
      async () => {
        expect(await kindOf(archiveAt().contents(never))).toBe(kind);
      },
    );
  });

  it('is asked for nothing above its folder', () => {
    expect(asked.filter((url) => !/^\/(arkiv|tom|down)\//.test(url))).toEqual([]);
  });

  it('gives up where it is told to', async () => {
    const given = AbortSignal.abort();
    await expect(archiveAt().list(given)).rejects.toThrow('abort');
  });
});
