/** R19b: why a criterion on the day of a record comes out as it does. The answers themselves are among the cases. */
import { describe, expect, it } from 'vitest';
import { evidenceOf, recordsIn } from '../../src/engine/index.ts';
import type { Anchor, Criterion } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

const P70 = { system: 'ICPC-2', include: ['P70'] };
const onFirst = (is: Criterion, more: Partial<Anchor> = {}): Criterion => ({
  anchor: { on: { diagnosis: { codes: P70 } }, pick: 'earliest', is, ...more },
});
const served: Criterion = { service: { when: { last: 'P1Y' } } };
const service = (at: string) => ({ code: '0101', at });
const patient = (records: Partial<PatientRecords>) => patientWith(records);

describe('evidence', () => {
  it('is the record whose day it is, and what was found on it', () => {
    const finding = ask(
      onFirst(served),
      patient({
        diagnoses: [
          { code: 'P70', from: '2024-05-01' },
          { code: 'P70', from: '2020-05-01' },
        ],
        services: [service('2020-01-01'), service('2024-05-01')],
      }),
    );
    expect(finding).toMatchObject({
      path: '/population/include',
      truth: 'yes',
      records: [{ code: 'P70', from: '2020-05-01' }],
      unknownReasons: [],
      branches: [{ path: '/population/include/anchor/is', truth: 'yes' }],
    });
    expect(recordsIn(evidenceOf(finding)).map(({ type }) => type)).toEqual([
      'diagnosis',
      'service',
    ]);
  });

  it('of no record is nothing', () => {
    const finding = ask(onFirst(served), patient({}));
    expect(finding).toMatchObject({ truth: 'no', records: [], unknownReasons: [], branches: [] });
  });

  it('of several days that say the same is all their records, and one of the days', () => {
    const finding = ask(
      onFirst(served),
      patient({ diagnoses: [{ code: 'P70', from: '2020-05' }], services: [service('2020-01-01')] }),
    );
    expect(finding).toMatchObject({
      truth: 'yes',
      records: [{ code: 'P70' }],
      unknownReasons: [{ kind: 'partial-date' }],
      branches: [{ truth: 'yes' }],
    });
  });
});

describe('why it is unknown', () => {
  it('the record may be on other days', () => {
    const finding = ask(
      onFirst(served),
      patient({ diagnoses: [{ code: 'P70', from: '2020-05' }], services: [service('2019-05-15')] }),
    );
    expect(finding).toMatchObject({
      truth: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'partial-date', record: { code: 'P70' } }],
    });
  });

  it('the days that are asked have not come', () => {
    const criterion = onFirst({ service: { when: { from: '+P3M', to: '+P9M' } } });
    const finding = ask(criterion, patient({ diagnoses: [{ code: 'P70', from: '2026-10-01' }] }));
    expect(finding).toMatchObject({
      truth: 'unknown',
      unknownReasons: [],
      branches: [{ unknownReasons: [{ kind: 'not-come', type: 'service', from: '2027-01-01' }] }],
    });
  });

  it('the records are not covered', () => {
    const coverage = { ...complete, diagnosis: { available: false } };
    expect(ask(onFirst(served), patient({}), { coverage })).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'not-covered', type: 'diagnosis' }],
      branches: [],
    });
  });

  it('a record was set aside', () => {
    const diagnoses = [{ code: 'P70', from: 'long ago' }];
    expect(ask(onFirst(served), patient({ diagnoses }))).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'rejected', type: 'diagnosis', count: 1 }],
    });
  });

  it('R4a two records, each of a year, and one is asked on the day of the other', () => {
    const criterion = onFirst({
      anchor: {
        on: { service: { when: { next: 'P3Y' } } },
        pick: 'earliest',
        is: { patient: { sex: 'female' } },
      },
    });
    const records = {
      diagnoses: [{ code: 'P70', from: '2020' }],
      services: [service('2021')],
    };
    expect(ask(criterion, patient(records)).truth).toBe('unknown');
    expect(ask(criterion, patient({ ...records, services: [service('2021-05-01')] })).truth).toBe(
      'yes',
    );
    expect(
      ask(criterion, patient({ ...records, diagnoses: [{ code: 'P70', from: '2020-05-01' }] }))
        .truth,
    ).toBe('yes');
  });

  it.each([
    ['true', 'female', 'unknown'],
    ['not', 'male', 'no'],
  ] as const)('a result may be the one, or none, where what is asked is %s', (_, sex, truth) => {
    const criterion: Criterion = {
      anchor: {
        on: {
          result: { codes: { system: 'NPU', include: ['N1'] }, value: { above: 5, unit: 'x' } },
        },
        pick: 'latest',
        is: { patient: { sex } },
      },
    };
    const reading = (at: string, value: number) => ({ code: 'N1', at, value, unit: 'x' });
    const results = [{ ...reading('2024-05-01', 4), comparator: '>=' as const }];
    const finding = ask(criterion, patient({ results }));
    expect(finding.truth).toBe(truth);
    expect(finding.unknownReasons).toMatchObject([{ kind: 'comparator', record: { value: 4 } }]);
    expect(finding.records).toHaveLength(truth === 'unknown' ? 0 : 1);
    // One that is certain is older: then it is sure that there is one.
    const older = [...results, reading('2020-05-01', 9)];
    expect(ask(criterion, patient({ results: older })).truth).toBe(
      truth === 'unknown' ? 'yes' : 'no',
    );
    // One that is not is none.
    expect(ask(criterion, patient({ results: [reading('2025-05-01', 3)] }))).toMatchObject({
      truth: 'no',
      records: [],
      unknownReasons: [],
    });
  });

  it('the answer is another on another day: that of the first is not told as the reason', () => {
    const finding = ask(
      onFirst(served),
      patient({
        diagnoses: [{ code: 'P70', from: '2020-05' }],
        services: [service('2019-05-15')],
      }),
    );
    expect(finding.branches).toEqual([]);
  });
});

describe('the end of a record', () => {
  const atEnd = (is: Criterion): Criterion => onFirst(is, { at: 'end', pick: 'latest' });
  const women: Criterion = { patient: { sex: 'female' } };

  it.each([
    ['yesterday', '2026-11-23', 'yes'],
    ['today', '2026-11-24', 'yes'],
    ['tomorrow', '2026-11-25', 'no'],
    ['in a month that has begun', '2026-11', 'unknown'],
    ['not at all', undefined, 'no'],
  ] as const)('%s', (_, to, truth) => {
    const diagnoses = [{ code: 'P70', from: '2020-05-01', ...(to ? { to } : {}) }];
    expect(ask(atEnd(women), patient({ diagnoses })).truth).toBe(truth);
  });
});

describe('perhaps there is no such record, though what is asked is true on every day', () => {
  const female: Criterion = { patient: { sex: 'female' } };
  const inYear = (on: Anchor['on'], more: Partial<Anchor> = {}): Criterion => ({
    anchor: { on, pick: 'earliest', is: female, ...more },
  });
  const P70InYear = { diagnosis: { codes: P70, when: { last: 'P1Y' } } };
  const truthOf = (criterion: Criterion, records: Partial<PatientRecords>, more = {}) =>
    ask(criterion, patient(records), more).truth;

  it('it was set aside', () => {
    const diagnoses = [{ code: 'P70', from: 'long ago' }];
    expect(truthOf(inYear({ diagnosis: { codes: P70 } }), { diagnoses })).toBe('unknown');
  });

  it('of its year only some days are in the window', () => {
    const diagnoses = (from: string) => ({ diagnoses: [{ code: 'P70', from, to: from }] });
    expect(truthOf(inYear(P70InYear), diagnoses('2025'))).toBe('unknown');
    expect(truthOf(inYear(P70InYear), diagnoses('2026-02'))).toBe('yes');
    expect(truthOf(inYear(P70InYear), diagnoses('2024'))).toBe('no');
  });

  it('a medicine has no code', () => {
    const codes = { system: 'ATC', include: ['N05A'] };
    const on = { medication: { codes, when: { last: 'P1Y' } } };
    const records = { medications: [{ code: '', text: 'Tablet', from: '2026-05-01' }] };
    const finding = ask(inYear(on), patient(records));
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toHaveLength(1);
  });

  it('the first of those covered is perhaps not the first, the latest is', () => {
    const coverage = { ...complete, diagnosis: { available: true, from: '2026-03-01' } };
    const records = { diagnoses: [{ code: 'P70', from: '2026-05-01', to: '2026-05-31' }] };
    for (const at of [{}, { at: 'end' as const }]) {
      expect(truthOf(inYear(P70InYear, at), records, { coverage })).toBe('unknown');
      expect(truthOf(inYear(P70InYear, { ...at, pick: 'latest' }), records, { coverage })).toBe(
        'yes',
      );
    }
  });
});
