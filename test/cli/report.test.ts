/** `overblik report`: a clinic's report out of its records, and an area's out of clinics' reports. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport, type AreaReport, type ClinicReport } from '../../src/report/index.ts';
import { diabetes, Folder, lines, patient } from './call.ts';

const folder = new Folder();
const profile = folder.write('profile.json', diabetes());
/** Of 60 with diabetes, 40 are measured. */
const patients = Array.from({ length: 60 }, (_, at) =>
  at < 40 ? patient(`hemmelig-${at}`, 'T90', '2026-05-01') : patient(`hemmelig-${at}`, 'T90'),
);
const records = folder.write('clinic.ndjson', lines(...patients));
const coverage = Object.fromEntries(
  ['diagnosis', 'result'].map((type) => [type, { available: true, from: '2020-01-01' }]),
);
const description = folder.write('description.json', { id: 'k1', name: 'Lægerne Å', coverage });
const call = ['report', profile, '--records', records, '--description', description];

async function reportOf(...more: readonly string[]): Promise<ClinicReport> {
  const { out, err } = await folder.call([...call, ...more, '--json']);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as ClinicReport;
}

describe('a clinic’s report', () => {
  it('counts on the ends of quarters, protects, and names nobody', async () => {
    const report = await reportOf('--quarters', '3', '--cluster', 'havnen', '--capacity', '2.5');
    expect(readReport(report)).toEqual({ ok: true, report });
    expect(report).toMatchObject({
      clinic: { id: 'k1', name: 'Lægerne Å', cluster: 'havnen' },
      dates: ['2026-03-31', '2026-06-30', '2026-09-30'],
      madeAt: '2026-11-24T09:00:00+01:00',
      capacity: 2.5,
    });
    const [, june] = report.indicators[0]!.values;
    expect(june).toEqual({ numerator: 40, rest: 20, unknown: 'under' });
    expect(JSON.stringify(report)).not.toContain('hemmelig');
  });

  it('asks for records as far back as the earliest date needs', async () => {
    const report = await reportOf('--dates', '2026-11-24,2026-05-02');
    expect(report.indicators[0]!.values[0]).toEqual({ numerator: 40, rest: 20, unknown: 'under' });
  });

  it('does not count before there is data, and says from when there is', async () => {
    const report = await reportOf('--dates', '2019-12-31,2026-06-30');
    expect(report.indicators[0]).toMatchObject({
      values: [null, {}],
      notCounted: [{ date: '2019-12-31', from: '2020-01-01' }],
    });
    const { out } = await folder.call([...call, '--dates', '2019-12-31']);
    expect(out).toContain('not counted: diagnosis from 2020-01-01');
  });

  it('is a table of what each number may be', async () => {
    const { out, code } = await folder.call([...call, '--dates', '2026-06-30']);
    expect(out).toMatch(/maalt\n.*\n +2026-06-30 +\d+–\d+ +20–24 +0–4 +\d+–\d+ %/);
    expect(code).toBe(0);
  });

  it('breaks down and tells causes where that is asked, and is read again', async () => {
    const report = await reportOf('--sex', '--ages', '0,65', '--causes', '--dates', '2026-06-30');
    expect(report.indicators[0]!.groups).toHaveLength(9);
    expect(readReport(report).ok).toBe(true);
  });

  it.each([
    [['--threshold', '2', '--base', '2'], /3 to 100/],
    [['--threshold', '7'], /multiple of the base/],
    [['--quarters', '0'], /from 1 to/],
    [['--dates', '2026-02-30'], /"2026-02-30" is none/],
    [['--dates', '2027-01-01'], /has not come yet/],
    [['--dates', '2026-01-01', '--quarters', '2'], /either/],
    [['--ages', '18,3'], /first years in order/],
    [['--capacity', 'two'], /GP capacities/],
    [['--area', 'x'], /--area goes with --merge/],
    [['--sums-only'], /--sums-only goes with --merge/],
  ])('says what is wrong with %j', async (more, words) => {
    const { code, err } = await folder.call([...call, ...more]);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  it('says that a profile without indicators has nothing to report', async () => {
    const without = folder.write('without.json', diabetes({ indicators: [] }));
    const { code, err } = await folder.call(['report', without, '--records', records]);
    expect(code).toBe(3);
    expect(err).toMatch(/no indicators|empty/i);
  });
});

describe('an area’s report', () => {
  it('puts clinics together, and names who is missing and who is refused', async () => {
    for (const id of ['k1', 'k2', 'k3'])
      folder.write(`report-${id}.json`, await reportOf('--id', id, '--quarters', '2'));
    folder.write('report-k4.json', await reportOf('--id', 'k4', '--dates', '2026-01-31'));
    folder.write('report-k5.json', '{');
    const expected = folder.write('expected.json', [
      { id: 'k1', name: 'Et' },
      { id: 'k9', name: 'Ni' },
    ]);
    const merge = [
      'report',
      'report-*.json',
      '--merge',
      'cluster',
      '--area',
      'havnen=Klynge Havnen',
    ];
    const { out, code } = await folder.call([...merge, '--expected', expected, '--json']);
    const area = JSON.parse(out) as AreaReport;
    expect(readReport(area)).toEqual({ ok: true, report: area });
    expect(area).toMatchObject({
      area: { id: 'havnen', name: 'Klynge Havnen' },
      missing: [{ id: 'k9', name: 'Ni' }],
    });
    expect(area.clinics!.map(({ id }) => id)).toEqual(['k1', 'k2', 'k3']);
    expect(area.refused.map(({ kind }) => kind).sort()).toEqual(['dates', 'unreadable']);
    expect(code).toBe(1);
    const told = await folder.call([...merge, '--expected', expected]);
    expect(told.out).toMatch(/Not reported\n +k9 +Ni/);
    expect(told.out).toMatch(/Not counted\n(.*\n)*.*k4/);
    expect(told.out).toMatch(/report-k5\.json +unreadable/);
  });

  it('is made of each profile that the clinics have reported on', async () => {
    const other = folder.write('other.json', diabetes({ id: 'dk.other' }));
    for (const id of ['m1', 'm2', 'm3']) {
      const { out } = await folder.call([
        ...['report', profile, other, '--records', records, '--description', description],
        ...['--id', id, '--quarters', '2', '--json'],
      ]);
      folder.write(`many-${id}.json`, out);
    }
    const merge = ['report', 'many-*.json', '--merge', 'cluster', '--area', 'havnen'];
    const { out, code } = await folder.call([...merge, '--json']);
    const areas = JSON.parse(out) as readonly AreaReport[];
    expect(areas.map((each) => each.profile.id)).toEqual(['dk.other', 'dk.proeve']);
    for (const area of areas) {
      expect(readReport(area).ok).toBe(true);
      expect(area.clinics!.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
      expect(area.refused).toEqual([]);
    }
    expect(code).toBe(0);
    expect((await folder.call(merge)).out.match(/, havnen \(cluster\)/g)).toHaveLength(2);
  });

  it('takes no option of a clinic’s report', async () => {
    const merge = ['report', 'report-*.json', '--merge', 'cluster', '--area', 'havnen'];
    const { code, err } = await folder.call([...merge, '--quarters', '4']);
    expect(code).toBe(2);
    expect(err).toMatch(/--quarters .*--merge/);
  });

  it('asks for an area, and for reports that can be read', async () => {
    const nothing = await folder.call(['report', 'profile.json', '--merge', 'region']);
    expect(nothing.err).toMatch(/--area ID/);
    const none = await folder.call(['report', 'profile.json', '--merge', 'region', '--area', 'r']);
    expect(none.code).toBe(3);
    expect(none.err).toMatch(/profile\.json: .*no report/);
  });
});

it('counts care plans beside the indicators, by period', async () => {
  const withPlans = folder.write(
    'plans.ndjson',
    lines(
      ...patients.map((each, at) => ({
        ...each,
        carePlans: at < 23 ? [{ code: 'T2DM', from: '2026-02-01' }] : [],
      })),
    ),
  );
  const { out } = await folder.call([
    ...['report', profile, '--records', withPlans, '--id', 'k1', '--dates', '2026-06-30'],
    ...['--care-plans', 'quarter', '--json'],
  ]);
  const { activities } = JSON.parse(out) as ClinicReport;
  expect(activities).toHaveLength(1);
  expect(activities![0]!.periods.map(({ to }) => to)).toEqual([
    ...['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'],
  ]);
  expect(JSON.stringify(activities![0]!.values)).not.toContain('23');
});

it('counts the care plans that a cluster package names', async () => {
  const kol = { id: 'kol', title: { da: 'KOL' }, codes: [{ system: 'local', include: ['KOL'] }] };
  const withPackage = (activities: object) => {
    const document = JSON.parse(
      readFileSync('fixtures/packages/demens-antipsykotika.json', 'utf8'),
    ) as object;
    return folder.write('package.json', { ...document, ...activities });
  };
  const ask = (file: string, ...more: readonly string[]) =>
    folder.call([...call, '--dates', '2026-06-30', '--package', file, '--json', ...more]);
  const { out } = await ask(withPackage({ activities: [kol] }), '--care-plans', 'year');
  expect((JSON.parse(out) as ClinicReport).activities!.map(({ id }) => id)).toEqual(['kol']);
  const none = await ask(withPackage({}), '--care-plans', 'year');
  expect([none.code, none.err]).toEqual([3, expect.stringContaining('names no care plans')]);
  expect((await ask(withPackage({ activities: [kol] }))).code).toBe(2);
});

describe('exemptions', () => {
  const members = Array.from({ length: 40 }, (_, at) => ({
    patientId: `hemmelig-${at}`,
    status: 'reviewed',
    ...(at < 17
      ? { exemptions: [{ marker: 'hba1c-mangler', note: 'hemmeligt', reason: 'declined' }] }
      : {}),
  }));
  const round = {
    ...{ id: 'dk.proeve#1', revision: 1, profile: { id: 'dk.proeve', version: '1.0.0' } },
    ...{ asOf: '2026-09-01', members },
  };
  const adapter = (name: string, rounds: string) =>
    folder.write(
      name,
      `export default {
        describe: async () => (${JSON.stringify({ id: 'k1', name: 'Lægerne Å', coverage })}),
        async *records() { yield ${JSON.stringify(patients.slice(0, 40))}; },
        ${rounds}
      };`,
    );
  const ask = (file: string) =>
    folder.call([
      'report',
      profile,
      '--adapter',
      file,
      '--dates',
      '2026-06-30',
      '--exemptions',
      '--json',
    ]);

  it('come from the clinic’s rounds, protected, and name nobody', async () => {
    const file = adapter(
      'rounds.mjs',
      `rounds: { list: async () => [${JSON.stringify(round)}], save: async () => ({}) },`,
    );
    const { out } = await ask(file);
    const report = JSON.parse(out) as ClinicReport;
    expect(readReport(report)).toEqual({ ok: true, report });
    const [whole, marker] = report.exemptions!;
    expect(whole!.reasons.every(({ count }) => count === 'under')).toBe(true);
    expect(marker!.marker).toBe('hba1c-mangler');
    expect(marker!.reasons[1]).toEqual({ reason: 'declined', count: 15 });
    expect(out).not.toContain('hemmelig');
  });

  it('are not told without a round, and are asked of nobody without rounds', async () => {
    const none = await ask(
      adapter('none.mjs', 'rounds: { list: async () => [], save: async () => ({}) },'),
    );
    expect(JSON.parse(none.out)).not.toHaveProperty('exemptions');
    expect(none.err).toContain('has no round');
    const without = await ask(adapter('without.mjs', ''));
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('has rounds')]);
    const failing = await ask(
      adapter('failing.mjs', 'rounds: { list: async () => { throw new Error("hemmelig"); } },'),
    );
    expect([failing.code, failing.err.includes('hemmelig')]).toEqual([3, false]);
  });
});
