/** Cases where a careless evaluator says yes or no, and the truth is that nobody knows. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/profile/index.ts';
import type { CoverageByType, PatientRecords, SuppliedMedication } from '../../src/record/index.ts';
import { ask, complete, outcomeOf, patientWith, planOf } from './build.ts';

describe('R3, R11 a list that is no list may have held any number', () => {
  const junk = patientWith({ services: 'junk' as unknown as [] });
  it.each([
    [{ min: 1 }, 'unknown'],
    [{ min: 2 }, 'unknown'],
    [{ max: 0 }, 'unknown'],
    [{ max: 1 }, 'unknown'],
  ])('count %j: %s', (count, expected) => {
    const { truth, unknownReasons } = ask({ service: { count } }, junk);
    expect(truth).toBe(expected);
    expect(unknownReasons).toContainEqual({ kind: 'rejected', type: 'service', count: 1 });
  });

  it('other types are not harmed', () => {
    expect(ask({ referral: {} }, junk).truth).toBe('no');
  });
});

describe('R7 a window that ends before it begins holds nothing', () => {
  const endless = patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-01' }] });
  it.each<[string, Criterion]>([
    ['next year, asked this year', { diagnosis: { when: { from: '2027-01-01' } } }],
    ['lasting', { diagnosis: { when: { from: '2027-01-01' }, lasting: 'P1Y' } }],
    ['a date after a relative day', { diagnosis: { when: { from: '2026-06-01', to: '-P1Y' } } }],
  ])('%s', (_, criterion) => {
    expect(ask(criterion, endless).truth).toBe('no');
  });

  it('and the same window holds it when its day has come', () => {
    const criterion: Criterion = { diagnosis: { when: { from: '2027-01-01' } } };
    expect(ask(criterion, endless, { on: '2027-01-01' }).truth).toBe('yes');
  });
});

describe('R16, R18 what lasted may have begun before the data does', () => {
  const from = (day: string): CoverageByType => ({
    ...complete,
    medication: { available: true, from: day },
  });
  const taken = (...list: readonly SuppliedMedication[]) => patientWith({ medications: list });
  const sinceOctober = taken({ code: 'N05AH04', from: '2026-10-01' });

  it.each([
    // What ended before 1 October, and before the data begins, may be the treatment's first part.
    ['2026-11-24', 'unknown'],
    ['2026-10-01', 'unknown'],
    // What ended on 30 September would be seen.
    ['2026-09-30', 'no'],
    ['2020-01-01', 'no'],
  ])('a year, now; covered from %s: %s', (day, expected) => {
    const asked: Criterion = { medication: { lasting: 'P1Y' } };
    expect(ask(asked, sinceOctober, { coverage: from(day) }).truth).toBe(expected);
  });

  it.each([
    ['2026-11-25', 'unknown'],
    ['2026-11-24', 'no'],
  ])('where nothing is seen in a covered window, nothing lasted: from %s: %s', (day, expected) => {
    const asked: Criterion = { medication: { lasting: 'P1Y' } };
    expect(ask(asked, taken(), { coverage: from(day) }).truth).toBe(expected);
    const old = taken({ code: 'N05AH04', from: '2020-01-01', to: '2026-11-23' });
    expect(ask(asked, old, { coverage: from(day) }).truth).toBe(expected);
  });

  it('says how far back it would have to reach', () => {
    const asked: Criterion = { medication: { lasting: 'P1Y' } };
    expect(ask(asked, sinceOctober, { coverage: from('2026-10-01') }).unknownReasons).toEqual([
      {
        kind: 'not-covered',
        type: 'medication',
        window: { from: '2026-09-30', to: '2026-11-24' },
        coveredFrom: '2026-10-01',
      },
    ]);
  });

  it('what ended earlier may be joined over the gap', () => {
    // Seen from 16 November; five days' pause before that is 11 to 15 November.
    const asked: Criterion = { medication: { lasting: 'P10D', gap: 'P5D' } };
    const seen = { code: 'N05AH04', from: '2026-11-16' };
    const hidden = { code: 'N05AH04', from: '2026-10-25', to: '2026-11-10' };
    const answer = (day: string) => ask(asked, taken(seen), { coverage: from(day) }).truth;
    expect(ask(asked, taken(hidden, seen)).truth).toBe('yes');
    expect(answer('2026-11-15')).toBe('unknown');
    expect(answer('2026-11-11')).toBe('unknown');
    expect(answer('2026-11-10')).toBe('no');
  });

  it('and over a gap in months, which differ in length', () => {
    const asked: Criterion = { medication: { lasting: 'P1Y', gap: 'P1M' } };
    const seen = { code: 'N05AH04', from: '2026-03-31' };
    const hidden = { code: 'N05AH04', from: '2024-01-01', to: '2026-02-27' };
    const on = '2026-04-15';
    const answer = (day: string) => ask(asked, taken(seen), { on, coverage: from(day) }).truth;
    // The day after 28 February and a month is 1 April; after 27 February it is 28 March.
    expect(ask(asked, taken(hidden, seen), { on }).truth).toBe('no');
    expect(ask(asked, taken({ ...hidden, to: '2026-02-28' }, seen), { on }).truth).toBe('yes');
    expect(answer('2026-03-01')).toBe('unknown');
    expect(answer('2026-02-28')).toBe('no');
  });

  it('and over one in months and days, back and forth', () => {
    // A month and 29 days from 31 December is 1 March, from 1 January 2 March.
    const asked: Criterion = { medication: { lasting: 'P1Y', gap: 'P1M29D' } };
    const seen = { code: 'N05AH04', from: '2026-03-02' };
    const hidden = { code: 'N05AH04', from: '2024-01-01', to: '2025-12-30' };
    const on = '2026-03-15';
    const answer = (day: string) => ask(asked, taken(seen), { on, coverage: from(day) }).truth;
    expect(ask(asked, taken(hidden, seen), { on }).truth).toBe('no');
    expect(ask(asked, taken({ ...hidden, to: '2025-12-31' }, seen), { on }).truth).toBe('yes');
    expect(answer('2026-01-01')).toBe('unknown');
    expect(answer('2025-12-31')).toBe('no');
  });

  it('what ended on the window’s first day is in it, and may have begun before the data', () => {
    const asked: Criterion = { medication: { lasting: 'P1Y', when: { last: 'P1M' } } };
    const ending = (to: string) => taken({ code: 'N05AH04', from: '2026-10-01', to });
    const coverage = from('2026-10-01');
    expect(ask(asked, ending('2026-10-24'), { coverage }).truth).toBe('unknown');
    expect(ask(asked, ending('2026-10-23'), { coverage }).truth).toBe('no');
  });

  it('what begins after the window may be joined to what is hidden before it', () => {
    const asked: Criterion = { medication: { lasting: 'P1Y', gap: 'P10D' } };
    const planned = { code: 'N05AH04', from: '2026-11-28' };
    const hidden = { code: 'N05AH04', from: '2024-01-01', to: '2026-11-20' };
    expect(ask(asked, taken(hidden, planned)).truth).toBe('yes');
    expect(ask(asked, taken(planned), { coverage: from('2026-11-21') }).truth).toBe('unknown');
    expect(ask(asked, taken(planned), { coverage: from('2026-11-17') }).truth).toBe('no');
  });

  it('what is seen to have lasted is proven all the same', () => {
    const asked: Criterion = { medication: { lasting: 'P1M' } };
    expect(ask(asked, sinceOctober, { coverage: from('2026-10-01') }).truth).toBe('yes');
  });

  it('together for three months, one of the two sources covered for two: unknown', () => {
    const asked: Criterion = {
      concurrent: { of: [{ medication: {} }, { diagnosis: {} }], lasting: 'P3M' },
    };
    const patient = patientWith({
      medications: [{ code: 'C09AA02', from: '2026-09-24' }],
      diagnoses: [{ code: 'K86', from: '2026-09-24' }],
    });
    for (const type of ['medication', 'diagnosis'] as const) {
      const coverage = { ...complete, [type]: { available: true, from: '2026-09-24' } };
      expect(ask(asked, patient, { coverage }).truth).toBe('unknown');
    }
    expect(ask(asked, patient).truth).toBe('no');
  });

  it('together for three months, covered for two: unknown; not together today: no', () => {
    const part = (code: string) => ({ medication: { codes: { system: 'ATC', include: [code] } } });
    const of = [part('C09'), part('C03')];
    const one = { code: 'C09AA02', from: '2026-09-24' };
    const other = { code: 'C03CA01', from: '2026-09-24' };
    const coverage = from('2026-09-24');
    const answer = (patient: PatientRecords, lasting?: string) =>
      ask({ concurrent: { of, ...(lasting ? { lasting } : {}) } }, patient, { coverage }).truth;
    expect(answer(taken(one, other))).toBe('yes');
    expect(answer(taken(one, other), 'P3M')).toBe('unknown');
    expect(answer(taken(one, { ...other, from: '2026-10-24' }), 'P3M')).toBe('no');
    expect(answer(taken(one), 'P3M')).toBe('no');
    expect(answer(taken(one))).toBe('no');
  });
});

describe('R18 evidence', () => {
  const part = (code: string) => ({ medication: { codes: { system: 'ATC', include: [code] } } });
  const patient = patientWith({
    medications: [
      { code: 'C09AA02', from: '2020-01-01', to: '2020-12-31' },
      { code: 'C09AA05', from: '2021-01-01' },
      { code: 'M01AE01', from: '2026-11-01', to: '2026-11-19' },
      { code: 'M01AE02', from: '2026-11-20' },
    ],
  });
  const of = [part('C09'), part('M01A')];
  const named = (concurrent: object) =>
    ask({ concurrent: { of, ...concurrent } }, patient).records.map(({ code }) => code);

  it('names only the records that were active together, in the window', () => {
    expect(named({})).toEqual(['C09AA05', 'M01AE02']);
  });

  it('and, where it had to last, those that it lasted by', () => {
    expect(named({ lasting: 'P10D' })).toEqual(['C09AA05', 'M01AE01', 'M01AE02']);
    expect(named({ when: 'ever' })).toEqual(['C09AA05', 'M01AE01', 'M01AE02']);
  });
});

describe('R19 one record does not follow itself', () => {
  const asked: Criterion = { sequence: { of: [{ result: {} }, { result: {} }], within: 'P1Y' } };
  const on = (...days: string[]) =>
    patientWith({ results: days.map((at) => ({ code: 'X', at, value: 1 })) });
  it.each([
    [[], 'no'],
    [['2026-01-01'], 'no'],
    [['2026-01-01', '2026-01-01'], 'yes'],
    [['2025-06-01', '2026-06-01'], 'yes'],
    [['2025-06-01', '2026-06-02'], 'no'],
  ])('%j: %s', (days, expected) => {
    expect(ask(asked, on(...days)).truth).toBe(expected);
  });
});

describe('R19 in time, not in the order given', () => {
  const asked: Criterion = {
    sequence: { of: [{ service: {} }, { referral: {} }], within: 'P10D' },
  };
  const given = (services: string[], referrals: string[]) =>
    patientWith({
      services: services.map((at) => ({ code: '0101', at })),
      referrals: referrals.map((at) => ({ code: 'X', at })),
    });
  it.each([
    [['2026-02-01'], ['2026-06-01', '2026-02-10'], 'yes'],
    [['2026-06-01', '2026-02-01'], ['2026-02-10'], 'yes'],
    [['2026-06-01', '2026-02-01'], ['2026-01-01', '2026-05-31', '2026-02-12'], 'no'],
  ])('%j, %j: %s', (services, referrals, expected) => {
    expect(ask(asked, given(services, referrals)).truth).toBe(expected);
  });
});

describe('R19 an undecided first part', () => {
  const result = (code: string) => ({ codes: { system: 'NPU', include: [code] } });
  const asked: Criterion = {
    sequence: {
      of: [{ result: { ...result('X'), value: { above: 5, unit: '1' } } }, { result: result('Y') }],
      within: 'P10D',
    },
  };
  it.each([
    ['would complete it', '2026-01-11', 'unknown'],
    ['is too early to', '2026-01-12', 'no'],
    ['is too late to', '2025-12-31', 'no'],
  ])('%s', (_, at, expected) => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 'hæmolyse' },
        { code: 'Y', at, value: 1 },
      ],
    });
    expect(ask(asked, patient).truth).toBe(expected);
  });
});

it('R19 an undecided second part after a first that is no', () => {
  const value = { above: 5, unit: '1' };
  const asked: Criterion = {
    sequence: { of: [{ result: { value } }, { result: { value } }], within: 'P10D' },
  };
  const patient = patientWith({
    results: [
      { code: 'X', at: '2026-01-01', value: 3 },
      { code: 'X', at: '2026-01-02', value: 'hæmolyse' },
    ],
  });
  expect(ask(asked, patient)).toMatchObject({ truth: 'no', unknownReasons: [] });
});

describe('R23 a condition that is undecided gives only the reasons that could change it', () => {
  it('not what is decided beside it', () => {
    const P70: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
    const patient = patientWith({
      diagnoses: [
        { code: 'P70', from: '2020-01-01' },
        // In doubt, but the diagnosis above stands.
        { code: 'P70', from: 'engang' },
      ],
    });
    const plan = planOf(P70, {
      information: [
        {
          id: 'x',
          type: 'service',
          title: { da: 'X' },
          condition: { all: [P70, { patient: { insuranceGroup: 1 } }] },
        },
      ],
    });
    expect(outcomeOf(plan, patient).cells[0]?.unknownReasons).toEqual([
      { kind: 'patient-field', field: 'insuranceGroup' },
    ]);
  });
});

describe('R4 times', () => {
  it.each([
    ['2026-11-24T23:59:59,5+01', 'yes'],
    ['2026-11-24T24:00', 'yes'],
    ['2026-11-24T24:30', 'unknown'],
    ['2026-11-24T10:00:99', 'unknown'],
    ['2026-11-24T10:00+99:99', 'unknown'],
    ['2026-11-24T10', 'unknown'],
  ])('%s: %s', (at, expected) => {
    expect(ask({ service: {} }, patientWith({ services: [{ code: '0101', at }] })).truth).toBe(
      expected,
    );
  });
});
