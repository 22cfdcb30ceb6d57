/** `overblik export`: a profile in another language of definition. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diabetes, Folder } from './call.ts';

const folder = new Folder();
const file = folder.write('diabetes.json', diabetes({ markers: [], indicators: [] }));
const noted = folder.write(
  'noted.json',
  diabetes({ population: { include: { note: {} } }, markers: [], indicators: [] }),
);

describe('export', () => {
  it('writes the profile’s own CQL to the standard output', async () => {
    const { code, out } = await folder.call(['export', file, '--to', 'cql']);
    expect(code).toBe(0);
    expect(out).toContain("library DkProeve version '1.0.0'");
    expect(out).toContain('define "Population":');
  });

  it('writes all libraries and FHIR resources into a folder', async () => {
    const { code, out } = await folder.call(['export', file, '--to', 'cql', '--out', 'cql']);
    const files = [
      ...['DkProeve.cql', 'OverblikRules.cql', 'OverblikRecords.cql', 'Library-DkProeve.json'],
      ...['Library-OverblikRules.json', 'Library-OverblikRecords.json', 'Measure-DkProeve.json'],
    ].map((name) => join('cql', name));
    expect([code, out.trim().split('\n')]).toEqual([0, files]);
    for (const each of files) expect(existsSync(join(folder.path, each))).toBe(true);
    const library = JSON.parse(
      readFileSync(join(folder.path, 'cql', 'Library-DkProeve.json'), 'utf8'),
    ) as { content: [{ data: string }] };
    const text = Buffer.from(library.content[0].data, 'base64').toString('utf8');
    expect(text).toBe(readFileSync(join(folder.path, 'cql', 'DkProeve.cql'), 'utf8'));
  });

  it('writes nothing of what a language cannot say whole, and tells what that is', async () => {
    const { code, out } = await folder.call(['export', noted, '--to', 'cql', '--out', 'none']);
    expect(code).toBe(1);
    expect(out).toContain(
      'CQL cannot say all of this profile:\n\n/population/include/note\n  note: ',
    );
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
    const ehrql = await folder.call(['export', file, '--to', 'ehrql']);
    expect([ehrql.code, ehrql.out]).toEqual([1, expect.stringContaining('code system ICPC-2: ')]);
  });

  it('is told how it is called', async () => {
    for (const words of [
      [file],
      [file, '--to', 'sql'],
      [file, file, '--to', 'cql'],
      [file, '--to', 'cql', '--system', 'ydelse'],
    ])
      expect((await folder.call(['export', ...words])).code, words.join(' ')).toBe(2);
    expect((await folder.call(['export', 'none.json', '--to', 'cql'])).code).toBe(3);
  });
});
