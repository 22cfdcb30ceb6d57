/** `overblik check` and `overblik describe` of cluster packages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wholePackage } from '../report/package/documents.ts';
import { Folder } from './call.ts';

const profile = readFileSync('fixtures/profiles/demens.json', 'utf8');

describe('check of a cluster package', () => {
  const folder = new Folder();

  it('holds it against the profiles of the call', async () => {
    const [pack, demens] = [
      folder.write('p.json', wholePackage()),
      folder.write('d.json', profile),
    ];
    const { code, out } = await folder.call(['check', pack, demens]);
    expect(code).toBe(0);
    expect(out).toContain(
      'p.json: dk.klynge.demens-antipsykotika 0.1.0, a cluster package, can be used.',
    );
    expect(out).toMatch(/1 profile, 1 package, 0 errors, \d+ warnings?\.\n$/);
  });

  it('tells an indicator that is not there, with its line and the one that was meant', async () => {
    const text = JSON.stringify(wholePackage(), null, 2).replaceAll(
      '"antipsykotika"',
      '"antipsykotik"',
    );
    const line = text.slice(0, text.indexOf('"indicator": "antipsykotik"')).split('\n').length;
    const files = [folder.write('wrong.json', text), folder.write('d.json', profile)];
    const { code, out } = await folder.call(['check', ...files]);
    expect(code).toBe(1);
    expect(out).toContain(`wrong.json:${line}:`);
    expect(out).toContain('do: Did you mean "antipsykotika"?');
    const { code: ofJson, out: json } = await folder.call(['check', ...files, '--json']);
    expect(ofJson).toBe(1);
    expect(JSON.parse(json)).toMatchObject({
      errors: 1,
      packages: [
        {
          file: 'wrong.json',
          review: expect.arrayContaining([expect.objectContaining({ code: 'no-indicator', line })]),
        },
      ],
    });
  });

  it('tells a link that is not https, by itself', async () => {
    const tools = [{ kind: 'link', title: { da: 'x' }, href: 'http://example.org' }];
    const file = folder.write('link.json', { ...wholePackage(), tools });
    const { code, out } = await folder.call(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain('[url at /tools/0/href]');
    expect(out).toMatch(/^1 package, 1 error, 0 warnings\.$/m);
  });
});

describe('describe of a cluster package', () => {
  const folder = new Folder();

  it('says it in words, with the titles of the profiles beside it', async () => {
    const files = [folder.write('p.json', wholePackage()), folder.write('d.json', profile)];
    const { code, out } = await folder.call(['describe', ...files, '--lang', 'da']);
    expect(code).toBe(0);
    expect(out).toContain(
      'Antipsykotika til patienter med demens (dk.klynge.demens-antipsykotika 0.1.0)',
    );
    expect(out).toContain('Andel i antipsykotisk behandling:');
  });

  it('refuses what is none, with all that is wrong', async () => {
    const { code, err } = await folder.call([
      'describe',
      folder.write('p.json', { ...wholePackage(), gate: 7 }),
    ]);
    expect(code).toBe(3);
    expect(err).toContain('p.json is no cluster package that can be used');
  });
});
