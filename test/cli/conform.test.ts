/** `overblik conform`: the kit from a terminal, its files, and how it ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConformanceReport } from '../../src/conformance/index.ts';
import { diabetes, Folder } from './call.ts';

const folder = new Folder();
const profile = folder.write('profile.json', diabetes());

/** A module of a vendor's, with a mistake perhaps. */
function adapter(name: string, change = ''): string {
  return folder.write(
    name,
    `
const patients = Array.from({ length: 30 }, (_, index) => ({
  patient: { id: 'p' + index, name: 'Made-up ' + index, birthDate: '1950-02-03', sex: 'female' },
  diagnoses: [{ code: 'T90', from: '2020-01-0' + (1 + index % 9) }],
  medications: [], results: [], services: [], appointments: [], referrals: [], letters: [],
}));
const coverage = Object.fromEntries(
  ['diagnosis', 'medication', 'result', 'service', 'appointment', 'referral', 'letter'].map((type) => [
    type, { available: true, updated: '2026-11-24' },
  ]),
);
const adapter = {
  describe: async () => ({ id: 'k', name: 'Klinik', coverage, patients: patients.length }),
  async *records(request, signal) {
    for (let at = 0; at < patients.length; at += 10) {
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      yield patients.slice(at, at + 10);
    }
  },
  patient: async (id) => patients.find(({ patient }) => patient.id === id) ?? null,
  openJournal: async () => undefined,
};
${change}
export default adapter;
`,
  );
}

const good = adapter('good.mjs');
const bad = adapter(
  'bad.mjs',
  `const { describe } = adapter;
adapter.describe = async () => ({ ...(await describe()), patients: 31 });`,
);

const quick = ['--only', 'ADP,DES,LOA-01,LOA-03,PAT-01'];

describe('overblik conform', () => {
  it('ends well where every SHALL is met, and says so', async () => {
    const { code, out } = await folder.call(['conform', good, ...quick]);
    expect(out).toContain('Klinik, 30 patients, as of 2026-11-24');
    expect(out).toContain('CONFORMS. SHALL:');
    expect(code).toBe(0);
  });

  it('says what was seen, where, and what to do', async () => {
    const { code, out } = await folder.call(['conform', bad, ...quick]);
    expect(code).toBe(1);
    expect(out).toContain('FAIL LOA-03 (SHALL)');
    expect(out).toMatch(/seen: {2}30 of 31 patients came: 1 missing/);
    expect(out).toMatch(/where: adapter\.records/);
    expect(out).toMatch(/do: {4}Page until/);
    expect(out).toContain('DOES NOT CONFORM');
  });

  it('writes the report and the protocol, and compares with a run before', async () => {
    const before = await folder.call(['conform', bad, ...quick, '--json']);
    const report = JSON.parse(before.out) as ConformanceReport;
    expect(report.version).toMatch(/^\d+\.\d+\.\d+/);
    folder.write('before.json', report);
    const { out, err } = await folder.call([
      ...['conform', good, profile, ...quick, '--previous', 'before.json', '--all'],
      ...['--html', 'report.html', '--protocol', 'protokol.html'],
    ]);
    expect(out).toContain('better: LOA-03 (fail → pass)');
    expect(out).toContain('PASS LOA-03');
    expect(err).toContain('wrote report.html');
    expect(readFileSync(join(folder.path, 'report.html'), 'utf8')).toContain('Since the last run');
    expect(readFileSync(join(folder.path, 'protokol.html'), 'utf8')).toContain('Testprotokol');
  });

  it.each<[string, readonly string[], string]>([
    ['no adapter', [], 'name the module of the adapter'],
    ['an action for nobody', [good, '--action', 'queue'], '--action and --patient go together'],
    ['a requirement that there is none of', [good, '--only', 'XYZ'], 'names no requirement'],
  ])('is told how it is called: %s', async (_, words, said) => {
    const { code, err } = await folder.call(['conform', ...words]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('tells a file that is no report of the kit', async () => {
    const { code, err } = await folder.call(['conform', good, '--previous', profile]);
    expect([code, err]).toEqual([3, expect.stringContaining('is no report of this kit')]);
  });
});
