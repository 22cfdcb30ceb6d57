/** R10b: what is asked of the other records, and why *new* is unknown. The answers themselves are among the cases. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/profile/index.ts';
import type { SuppliedCarePlan, SuppliedDiagnosis } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

const newDiagnosis: Criterion = {
  diagnosis: {
    codes: { system: 'ICPC-2', include: ['P70'] },
    when: { from: '2024-01-01' },
    first: true,
  },
};
const newPlan: Criterion = {
  carePlan: {
    codes: { system: 'LOCAL', include: ['KOL'] },
    when: { from: '2024-01-01' },
    first: true,
  },
};
const diagnosed = (...diagnoses: Partial<SuppliedDiagnosis>[]) =>
  patientWith({
    diagnoses: diagnoses.map((each) => ({ system: 'ICPC-2', code: 'P70', ...each })) as never,
  });
const planned = (...carePlans: Partial<SuppliedCarePlan>[]) =>
  patientWith({
    carePlans: carePlans.map((each) => ({ system: 'LOCAL', code: 'KOL', ...each })) as never,
  });

describe('evidence is the new record', () => {
  it('without a doubt', () => {
    const finding = ask(newDiagnosis, diagnosed({ from: '2024-03-01' }));
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(finding.records).toMatchObject([{ code: 'P70', from: '2024-03-01' }]);
  });

  it('those of one day together', () => {
    const finding = ask(newDiagnosis, diagnosed({ from: '2024-03-01' }, { from: '2024-03-01' }));
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(finding.records).toHaveLength(2);
  });
});

describe('no doubt is left where an earlier one is known', () => {
  it('also beside one that might be', () => {
    const finding = ask(
      newDiagnosis,
      diagnosed({ from: '2024-03-01' }, { from: '2020-01-01' }, { from: '2024' }),
    );
    expect(finding).toMatchObject({ truth: 'no', records: [], unknownReasons: [] });
  });
});

describe('why it is unknown', () => {
  it('another has no code, and is the earlier', () => {
    const finding = ask(newPlan, planned({ from: '2024-03-01' }, { from: '2020-01-01', code: '' }));
    expect(finding).toMatchObject({ truth: 'unknown', records: [] });
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'no-code', record: { from: '2020-01-01' } },
    ]);
  });

  it('it has no code itself, and another is the earlier', () => {
    const finding = ask(
      { carePlan: { when: { from: '2024-01-01' }, first: true } },
      planned({ from: '2024-03-01', code: '' }, { from: '2020-01-01' }),
    );
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'no-code', record: { from: '2024-03-01' } },
    ]);
  });

  it('another without a code that is later makes no difference to the first', () => {
    const finding = ask(newPlan, planned({ from: '2024-03-01' }, { from: '2024-06-01', code: '' }));
    expect(finding.truth).toBe('yes');
    expect(finding.records).toMatchObject([{ from: '2024-03-01' }]);
  });

  it('another of another system without a code is of another kind', () => {
    const finding = ask(
      newDiagnosis,
      diagnosed({ from: '2024-03-01' }, { system: 'ICD-10', code: '', from: '2020-01-01' }),
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });

  it.each([
    ['its own day', { from: '2024' }, { from: '2024-03-01' }, '2024-12-31'],
    ['the day of the other', { from: '2024-03-20' }, { from: '2024-03' }, '2024-03-31'],
  ])('%s is not known: told once', (_, own, other, fromLatest) => {
    const finding = ask(newDiagnosis, diagnosed(own, other));
    expect(finding).toMatchObject({ truth: 'unknown', records: [] });
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'partial-date', record: { fromLatest } },
    ]);
  });

  it('a day that is not known is none where both ends of it are later', () => {
    const finding = ask(newDiagnosis, diagnosed({ from: '2024-03-01' }, { from: '2024-06' }));
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });

  it('the type is covered from a later day than the first', () => {
    const finding = ask(newDiagnosis, diagnosed({ from: '2024-03-01' }), {
      coverage: { ...complete, diagnosis: { available: true, updated: '2024-02-01' } },
    });
    expect(finding).toMatchObject({ truth: 'unknown' });
    expect(finding.unknownReasons.length).toBeGreaterThan(0);
  });
});

describe('what was set aside', () => {
  /** A record without a readable day is set aside. */
  const broken = (more: Partial<SuppliedDiagnosis> = {}) => ({ from: 'engang', ...more });

  it('of the same code is a doubt', () => {
    const finding = ask(newDiagnosis, diagnosed({ from: '2024-03-01' }, broken()));
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([{ kind: 'rejected' }]);
  });

  it('of another code, system or type is none', () => {
    const patient = patientWith({
      diagnoses: [
        { system: 'ICPC-2', code: 'P70', from: '2024-03-01' },
        { system: 'ICPC-2', code: 'T90', from: 'engang' },
        { system: 'ICD-10', code: 'P70', from: 'engang' },
      ] as never,
      results: [{ code: 'P70', at: 'engang', value: 1, unit: 'x' }] as never,
    });
    expect(ask(newDiagnosis, patient)).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });

  it('and is of a known, later day is none', () => {
    const finding = ask(
      newDiagnosis,
      diagnosed({ from: '2024-03-01' }, { from: '2024-09-01', to: 'engang' }),
    );
    expect(finding.records).toMatchObject([{ from: '2024-03-01' }]);
  });
});

describe('what was cancelled', () => {
  it('is not counted', () => {
    const finding = ask(
      newPlan,
      planned({ from: '2024-03-01' }, { from: '2020-01-01', status: 'cancelled' }),
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(finding.records).toHaveLength(1);
  });

  it('what was not, is', () => {
    const finding = ask(
      newPlan,
      planned(
        { from: '2024-03-01' },
        { from: '2020-01-01', to: '2021-01-01', status: 'completed' },
      ),
    );
    expect(finding).toMatchObject({ truth: 'no', unknownReasons: [] });
  });

  it('nor where it cannot be read', () => {
    const finding = ask(
      newPlan,
      planned({ from: '2024-03-01' }, { from: 'engang', status: 'cancelled' }),
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });

  it('and cannot be read: only of its own type', () => {
    const patient = patientWith({
      carePlans: [{ system: 'LOCAL', code: 'KOL', from: '2024-03-01' }] as never,
      diagnoses: [{ system: 'LOCAL', code: 'KOL', from: 'engang' }] as never,
    });
    expect(ask(newPlan, patient)).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });
});

describe('each reason is told once', () => {
  it('of many records, and of the type', () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ from: `2024-03-0${at + 1}` }));
    const each = many.map((day, at) => ({ ...day, code: `P7${at}` }));
    const anyNew: Criterion = { diagnosis: { when: { from: '2024-01-01' }, first: true } };
    const broken = { code: 'P70', from: 'engang' };
    const finding = ask(anyNew, diagnosed(...each, broken, { ...broken, code: 'P71' }), {
      coverage: { ...complete, diagnosis: { available: true, updated: '2024-02-01' } },
    });
    expect(finding.truth).toBe('unknown');
    const said = finding.unknownReasons.map((reason) => JSON.stringify(reason));
    expect(new Set(said).size).toBe(said.length);
    expect(finding.unknownReasons.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      { count: 2 },
    ]);
  });
});
