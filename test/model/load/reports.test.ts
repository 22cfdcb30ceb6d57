import { describe, expect, it } from 'vitest';
import { reportHints, reportProfiles, reportRejections } from '../../../src/model/load/reports.ts';
import type { Rejection } from '../../../src/record/index.ts';

const of = (more: Partial<Rejection>): Rejection => ({
  ...{ patientId: 'p1', type: 'diagnosis', index: 0, field: 'from', reason: 'missing' },
  ...more,
});

const list = { patientId: 'p1', type: 'diagnosis', field: 'diagnoses' } as const;

describe('what was set aside, as the developer is told it', () => {
  it('an entry that stands for several counts as many', () => {
    const several = { ...list, reason: 'missing', count: 250 } as const;
    expect(reportRejections([of({}), of({}), several], 'records')).toEqual([
      { kind: 'missing', call: 'records', field: 'diagnoses', count: 250 },
      { kind: 'missing', call: 'records', field: 'diagnoses.from', count: 2 },
    ]);
  });

  it('several in one are not said to mean the list that they are in', () => {
    const [report] = reportRejections([{ ...list, reason: 'misnamed', count: 9 }], 'records');
    expect(report).toEqual({ kind: 'misnamed', call: 'records', field: 'diagnoses', count: 9 });
  });

  it('of names without end some are told, and how many the others are', () => {
    const rejected = Array.from({ length: 5000 }, (_, index) =>
      of({ field: `end${index}`, reason: 'misnamed' }),
    );
    const reports = reportRejections(rejected, 'records');
    expect(reports).toHaveLength(101);
    expect(reports[0]).toEqual({
      ...{ kind: 'misnamed', call: 'records', field: 'diagnoses', count: 4900 },
    });
    expect(reports.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });

  it('texts that were cut are told by their list', () => {
    const hints = [
      { kind: 'cut-text', type: 'letter', count: 2 },
      { kind: 'cut-text', type: 'letter', count: 3 },
      { kind: 'cut-text', type: 'patient', count: 1 },
    ] as const;
    expect(reportHints(hints, 'records')).toEqual([
      { kind: 'cut-text', call: 'records', field: 'letters', count: 5 },
      { kind: 'cut-text', call: 'records', field: 'patient', count: 1 },
    ]);
  });
});

describe('profiles that cannot be used, as the developer is told of them', () => {
  const broken = (errors: number) =>
    ({
      ok: false,
      errors: Array.from({ length: errors }, (_, at) => ({ path: `/profiles/0/e${at}` })),
    }) as unknown as Parameters<typeof reportProfiles>[0][number];

  it('each error by its place', () => {
    expect(reportProfiles([broken(2)])).toEqual([
      { kind: 'profile-error', field: '/profiles/0/e0', count: 1 },
      { kind: 'profile-error', field: '/profiles/0/e1', count: 1 },
    ]);
  });

  it('of very many the first, and how many each of the others has', () => {
    const reports = reportProfiles(Array.from({ length: 1000 }, () => broken(100)));
    expect(reports).toHaveLength(500 + 995);
    expect(reports.at(-1)).toEqual({ kind: 'profile-error', field: '/profiles/999', count: 100 });
    expect(reports.reduce((sum, { count }) => sum + count, 0)).toBe(100_000);
  });
});
