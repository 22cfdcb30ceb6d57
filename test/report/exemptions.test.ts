/** Exemptions of a clinic's rounds in its report: protected together, always the same reasons, and added up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemptionReasons } from '../../src/adapter/index.ts';
import { Clinic } from '../../src/engine/index.ts';
import { countExempted } from '../../src/model/rounds/index.ts';
import {
  clinicReports,
  exemptedFigures,
  mergeReports,
  readReport,
  reportedReasons,
  type ExactExemptions,
} from '../../src/report/index.ts';
import { areExempted, protectExempted } from '../../src/report/protection/index.ts';
import { protectPartition } from '../../src/report/protection/partition.ts';
import { cases, isDeep } from '../depth.ts';
import { complete, patientWith, planOf } from '../engine/build.ts';
import { defaultSettings, divisions } from './protection/divisions.ts';
import { reportOf } from './made-reports.ts';

const plan = planOf(
  { patient: { age: { min: 18 } } },
  {
    markers: [
      {
        id: 'ldl',
        title: { da: 'LDL' },
        level: 'warning',
        when: { patient: { age: { min: 18 } } },
      },
    ],
    indicators: [
      { id: 'alle', title: { da: 'Alle' }, numerator: { patient: { age: { min: 40 } } } },
    ],
  },
);
const { id } = plan.profile;

async function made(exemptions: Readonly<Record<string, ExactExemptions | undefined>>) {
  const clinic = new Clinic(complete);
  clinic.add([patientWith({})]);
  const [report] = await clinicReports(clinic, [plan], {
    clinic: { id: 'k1', name: 'Klinik' },
    dates: ['2026-09-30'],
    madeAt: '2026-11-24T12:00:00+01:00',
    engine: '0.1.0',
    exemptions,
  });
  return report!;
}

const counts = (of: readonly (readonly [string | undefined, string, number])[]) =>
  of.map(([marker, reason, patients]) => ({ marker, reason, patients }));

describe('a clinic’s report', () => {
  it('has each marker and each reason, whether anybody is exempt for it or not', async () => {
    const report = await made({
      [id]: { members: 120, counts: counts([[undefined, 'declined', 3], ['ldl', 'not-relevant', 17], ['ldl', 'vendor-code', 6], ['gone', 'declined', 40]]) }, // prettier-ignore
    });
    const told = report.exemptions!;
    expect(told.map(({ marker }) => marker)).toEqual([undefined, 'ldl']);
    for (const { reasons } of told)
      expect(reasons.map(({ reason }) => reason)).toEqual([...exemptionReasons, 'other', '']);
    const of = (at: number, reason: string) =>
      told[at]!.reasons.find((each) => each.reason === reason)!.count;
    expect([of(0, 'declined'), of(0, ''), of(1, 'not-relevant'), of(1, 'other')]).toEqual([
      ...['under', 'under', 15, 5],
    ]);
    expect(told.map(({ rest }) => rest)).toEqual([120, 100]);
    expect(readReport(report)).toEqual({ ok: true, report });
  });

  it('tells of no exemptions where the clinic has no round, or the area has not agreed', async () => {
    expect(await made({ [id]: undefined })).not.toHaveProperty('exemptions');
    expect(await made({ other: { members: 9, counts: [] } })).not.toHaveProperty('exemptions');
  });

  it('refuses what is no count', async () => {
    await expect(made({ [id]: { members: 3, counts: counts([['ldl', 'declined', 5]]) } })).rejects.toThrow(RangeError); // prettier-ignore
    await expect(made({ [id]: { members: 3, counts: counts([['ldl', 'declined', -1]]) } })).rejects.toThrow(RangeError); // prettier-ignore
  });
});

describe('what is counted of a round', () => {
  const round = {
    id: `${id}#1`,
    revision: 1,
    profile: { id, version: '1.0.0' },
    asOf: '2026-09-01',
    members: [
      { patientId: 'a', status: 'exempt', exemptReason: 'declined' },
      { patientId: 'b', status: 'exempt', exemptUntil: '2026-09-29' },
      { patientId: 'c', status: 'new', exemptions: [
        { marker: 'ldl', note: '', reason: 'disagree' },
        { marker: 'bp', note: '', until: '2026-09-29' },
      ] },
    ],
  } as const; // prettier-ignore

  it('is who is exempt on the day, of the latest round of the profile', () => {
    const earlier = { ...round, id: `${id}#0`, members: [] };
    const rounds = [round, earlier].map((each) => ({ round: each, rejected: [] }));
    expect(countExempted(rounds, id, '2026-09-30')).toEqual({
      members: 3,
      counts: counts([[undefined, 'declined', 1], ['ldl', 'disagree', 1]]), // prettier-ignore
    });
    expect(countExempted(rounds, id, '2026-09-29')!.counts).toHaveLength(4);
    expect(countExempted(rounds, 'dk.other', '2026-09-30')).toBeUndefined();
  });
});

describe('the leaves of a marker', () => {
  it('keep every class whole, whoever knows how many members there are', () => {
    for (let size = 0; size <= (isDeep ? 60 : 34); size++) {
      const cells = new Map<string, Set<number>[]>();
      for (const [rest = 0, ...exempt] of divisions(size, 4)) {
        const told = protectPartition(
          { numerator: rest, rest: 0, unknown: exempt },
          defaultSettings,
        );
        const key = JSON.stringify(told);
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = [rest, ...exempt].map(() => new Set<number>())));
        [rest, ...exempt].forEach((count, at) => cell[at]!.add(count));
      }
      for (const [told, cell] of cells)
        for (const [leaf, values] of cell.entries()) {
          const [least, most] = [Math.min(...values), Math.max(...values)];
          // Who is not exempt is told of by what is left: any five counts in a row hide who it is.
          const isWhole =
            leaf > 0 && least < 5
              ? least === 0 && most >= Math.min(4, size)
              : values.size >= Math.min(5, size + 1);
          const hasGaps = values.size < most - least + 1;
          expect([told, size, leaf, isWhole, hasGaps]).toEqual([told, size, leaf, true, false]);
        }
    }
  });

  it('hold what was counted, alone and added up, and are read again', () => {
    const exempt = fc.array(fc.oneof(fc.nat(4), fc.nat(30)), { minLength: 7, maxLength: 7 });
    const clinic = fc.tuple(exempt, fc.nat(200));
    fc.assert(
      fc.property(fc.array(clinic, { minLength: 1, maxLength: 6 }), (clinics) => {
        const reports = clinics.map(([own, rest], at) => {
          const members = rest + own.reduce((sum, each) => sum + each, 0);
          const told = protectExempted(members, own, defaultSettings);
          expect(areExempted(told, defaultSettings)).toBe(true);
          const figures = exemptedFigures(told, defaultSettings);
          expect(holds(figures.rest, rest)).toBe(true);
          expect(holds(figures.exempt, members - rest)).toBe(true);
          own.forEach((each, place) => {
            expect(holds(figures.reasons[place]!.count, each)).toBe(true);
          });
          return reportOf(`k${at}`, [[20, 30, 1]], {
            exemptions: [told, { marker: 'ldl', ...told }],
          });
        });
        const area = mergeReports(reports, { ...options, level: 'cluster' });
        expect(area.exemptions!.map(({ marker }) => marker)).toEqual([undefined, 'ldl']);
        reportedReasons.forEach((reason, place) => {
          const exact = clinics.reduce((sum, [own]) => sum + own[place]!, 0);
          const told = area.exemptions![0]!.reasons[place]!;
          expect(told.reason).toBe(reason);
          expect(holds(told.count, exact)).toBe(true);
        });
        expect(readReport(JSON.stringify(area))).toEqual({ ok: true, report: area });
      }),
      { numRuns: cases(30, 20), seed: 20261129 },
    );
  });

  it('that say more than they may are refused', () => {
    const told = protectExempted(100, [10, 0, 0, 0, 0, 0, 0], defaultSettings);
    const report = reportOf('k1', [[20, 30, 1]], { exemptions: [told] });
    for (const wrong of [
      { ...told, rest: 91 },
      { ...told, rest: 'under' },
      { ...told, reasons: told.reasons.slice(1) },
      { ...told, reasons: [{ ...told.reasons[0]!, count: 7 }, ...told.reasons.slice(1)] },
      { ...told, reasons: told.reasons.toReversed() },
    ]) {
      const reading = readReport({ ...report, exemptions: [wrong] });
      expect(!reading.ok && reading.problems[0].path).toMatch(/^\/exemptions\/0/);
    }
    const twice = readReport({ ...report, exemptions: [told, told] });
    expect(!twice.ok && twice.problems[0].code).toBe('report-repeated');
  });
});

const options = {
  area: { id: 'c1', name: 'Klynge Havnen' },
  madeAt: '2026-11-30T09:00:00+01:00',
  engine: '0.1.0',
} as const;

const holds = ({ least, most }: { least: number; most: number }, count: number) =>
  least <= count && count <= most;
