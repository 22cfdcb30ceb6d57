/**
 * The documents themselves, as a clinic and an area make them: nothing in them depends on a count but by its leaves, and
 * no number in them is anything but a leaf, a sum of what leaves may be, or a setting.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, compile } from '../../../src/engine/index.ts';
import {
  clinicReports,
  defaultProtection,
  groupsOf,
  mergeReports,
  protectLeaves,
  type ClinicReport,
} from '../../../src/report/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { cases } from '../../depth.ts';
import * as drawn from '../../engine/arbitraries.ts';
import { complete, patientWith, planOf } from '../../engine/build.ts';
import { divisionOf, type Division } from './families.ts';

const seed = Number(process.env.OVERBLIK_SEED ?? 20261129);
const asOf = '2026-11-24';
const options = (id: string) => ({
  clinic: { id, name: `Klinik ${id}` },
  dates: ['2026-06-30', '2026-09-30'],
  madeAt: '2026-11-24T12:00:00+01:00',
  engine: '0.1.0',
});

const plan = planOf(
  { patient: { age: { min: 18 } } },
  {
    indicators: [
      {
        id: 'high',
        title: { da: 'Højt' },
        numerator: {
          result: {
            codes: [{ system: 'NPU', include: ['NPU27300'] }],
            pick: 'latest',
            value: { atLeast: 58, unit: 'mmol/mol' },
            when: { last: 'P2Y' },
          },
        },
      },
    ],
  },
);

/** A clinic in which so many are yes, no and unknown. */
function clinicOf([yes, no, unknown]: Division): Clinic {
  const clinic = new Clinic(complete);
  const result = (value: number, unit: string) => ({
    ...{ code: 'NPU27300', at: '2026-05-01', value, unit },
  });
  const of = (count: number, name: string, value: number, unit: string): PatientRecords[] =>
    Array.from({ length: count }, (_, at) =>
      patientWith({ results: [result(value, unit)] }, { id: `${name}${at}` }),
    );
  clinic.add([
    ...of(yes, 'yes', 70, 'mmol/mol'),
    ...of(no, 'no', 40, 'mmol/mol'),
    ...of(unknown, 'unknown', 50, 'furlong'),
  ]);
  return clinic;
}

async function reportOf(counts: Division, more: object = {}): Promise<ClinicReport> {
  const [report] = await clinicReports(clinicOf(counts), [plan], { ...options('k'), ...more });
  return report!;
}

/** Another clinic, which the leaves do not tell from the first. */
const twins = fc.integer({ min: 12, max: 90 }).chain((size) =>
  divisionOf(size).chain((one) => {
    const told = JSON.stringify(leavesOf(one));
    const others: Division[] = [];
    for (let yes = Math.max(0, one[0] - 9); yes <= one[0] + 9; yes += 1)
      for (let unknown = Math.max(0, one[2] - 9); unknown <= one[2] + 9; unknown += 1)
        for (let all = size - (size % 5); all < size - (size % 5) + 5; all += 1) {
          const other: Division = [yes, all - yes - unknown, unknown];
          if (other[1] >= 0 && JSON.stringify(leavesOf(other)) === told) others.push(other);
        }
    return fc.tuple(fc.constant(one), fc.constantFrom(...others));
  }),
);

function leavesOf([numerator, rest, unknown]: Division) {
  return protectLeaves({ numerator, rest, unknown }, defaultProtection);
}

describe('a clinic’s report', () => {
  it('is byte for byte that of another clinic with the same leaves', async () => {
    await fc.assert(
      fc.asyncProperty(twins, async ([one, other]) => {
        const report = await reportOf(one);
        expect(report.indicators[0]!.values).toEqual([leavesOf(one), leavesOf(one)]);
        expect(JSON.stringify(await reportOf(other))).toBe(JSON.stringify(report));
      }),
      { numRuns: cases(6, 4), seed, endOnFailure: true },
    );
  });

  it('has the same keys and causes whatever is counted', async () => {
    const keys = (report: ClinicReport) => Object.keys(flat(report)).join('\n');
    const none = keys(await reportOf([0, 0, 0], { causes: true }));
    for (const counts of [
      [1, 0, 0],
      [0, 0, 3],
      [40, 50, 20],
    ] as Division[])
      // prettier-ignore
      expect(keys(await reportOf(counts, { causes: true }))).toBe(none);
  });

  it('has no number but leaves and settings, of any profile, clinic and date', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawn.profile,
        drawn.patients,
        drawn.coverage,
        async (profile, patients, coverage) => {
          const plans = [compile(profile)];
          for (const more of [{}, { causes: true, groups: groupsOf({ sex: true, from: [65] }) }]) {
            const [report] = await clinicReports(filled(patients, coverage), plans, {
              ...{ ...options('k'), dates: [asOf] },
              ...more,
            });
            const { protection, ...rest } = report!;
            expect(protection).toEqual(defaultProtection);
            for (const [path, value] of Object.entries(flat(rest)))
              if (typeof value === 'number' && !/\/groups\/\d+\/group\//u.test(path))
                expect([path, value > 0 && value % 5]).toEqual([path, 0]);
            const text = JSON.stringify(report);
            for (const { patient } of patients)
              for (const own of [patient.name, patient.id].filter(
                (each) => each && each.length > 3,
              ))
                expect(text).not.toContain(own);
          }
        },
      ),
      { numRuns: cases(1, 2), seed, endOnFailure: true },
    );
  });
});

function filled(patients: readonly PatientRecords[], coverage: Clinic['coverage']) {
  const clinic = new Clinic(coverage);
  clinic.add(patients);
  return clinic;
}

describe('an area’s report', () => {
  it('has no number but of its clinics’ leaves', async () => {
    const counts: Division[] = [[3, 40, 2], [0, 80, 0], [30, 31, 6], [4, 4, 1], [200, 3, 11]]; // prettier-ignore
    const reports = await Promise.all(
      counts.map(async (each, at) => ({
        ...(await reportOf(each)),
        clinic: { id: `${at}`, name: `${at}` },
      })),
    );
    const area = mergeReports(reports, {
      ...{ level: 'cluster', area: { id: 'c', name: 'C' } },
      ...{ madeAt: options('').madeAt, engine: '0.1.0' },
    });
    const told = new Set(counts.map((each) => JSON.stringify(leavesOf(each))));
    expect(told.size).toBe(counts.length);
    const twin = counts.map(twinOf);
    const others = await Promise.all(
      twin.map(async (each, at) => ({
        ...(await reportOf(each)),
        clinic: { id: `${at}`, name: `${at}` },
      })),
    );
    expect(twin).not.toEqual(counts);
    const again = mergeReports(others, {
      ...{ level: 'cluster', area: { id: 'c', name: 'C' } },
      ...{ madeAt: options('').madeAt, engine: '0.1.0' },
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(area));
  });
});

/** Another clinic of the same leaves, where there is one. */
function twinOf(counts: Division): Division {
  const told = JSON.stringify(leavesOf(counts));
  const [yes, no, unknown] = counts;
  const others = [-1, 1].flatMap((more): Division[] => [
    [yes + more, no - more, unknown],
    [yes, no + more, unknown - more],
    [yes + more, no, unknown - more],
  ]);
  const sound = others.filter((each) => each.every((count) => count >= 0));
  return sound.find((each) => JSON.stringify(leavesOf(each)) === told) ?? counts;
}

/** All values of a document, by their paths. */
function flat(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => Object.entries(flat(each, `${path}/${key}`))),
  );
}
