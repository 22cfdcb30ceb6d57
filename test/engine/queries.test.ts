import { describe, expect, it } from 'vitest';
import type { Criterion, ResultValue } from '../../src/profile/index.ts';
import type { CoverageByType, SuppliedResult } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

const P70: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const with70 = patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] });
const missing: CoverageByType = { ...complete, diagnosis: { available: false, source: 'Journal' } };

describe('R9–R10 missing data is unknown, never no', () => {
  it('no match, all covered: no', () => expect(ask(P70, patientWith()).truth).toBe('no'));

  it('no match, source missing: unknown, and the reason says which', () => {
    expect(ask(P70, patientWith(), { coverage: missing })).toMatchObject({
      truth: 'unknown',
      unknownReasons: [
        { kind: 'not-covered', type: 'diagnosis', source: 'Journal', window: { to: '2026-11-24' } },
      ],
    });
  });

  it('no match, nothing known of the source: unknown, and no more is said', () => {
    const coverage: CoverageByType = { ...complete, diagnosis: { available: false } };
    expect(ask(P70, patientWith(), { coverage }).unknownReasons).toStrictEqual([
      { kind: 'not-covered', type: 'diagnosis', window: { to: '2026-11-24' } },
    ]);
  });

  it('a match where the source is said to be missing is proven all the same', () => {
    expect(ask(P70, with70, { coverage: missing }).truth).toBe('yes');
  });

  it('covered from the middle of the window: unknown, and since when', () => {
    const coverage: CoverageByType = {
      ...complete,
      service: { available: true, from: '2026-01-01' },
    };
    expect(ask({ service: { when: { last: 'P12M' } } }, patientWith(), { coverage })).toMatchObject(
      {
        truth: 'unknown',
        unknownReasons: [
          { kind: 'not-covered', coveredFrom: '2026-01-01', window: { from: '2025-11-24' } },
        ],
      },
    );
    expect(ask({ service: { when: { last: 'P6M' } } }, patientWith(), { coverage }).truth).toBe(
      'no',
    );
    expect(ask({ service: { when: 'ever' } }, patientWith(), { coverage }).truth).toBe('no');
  });

  it('undeclared and not supplied: unknown; undeclared and supplied: no', () => {
    const { diagnoses: _, ...without } = patientWith();
    expect(ask(P70, without, { coverage: {} }).truth).toBe('unknown');
    expect(ask(P70, patientWith(), { coverage: {} }).truth).toBe('no');
  });
});

describe('R3 a set-aside record that might have answered', () => {
  const bad = (code: unknown) =>
    patientWith({ diagnoses: [{ code: code as string, from: '2024-02-30' }] });

  it.each([
    ['same code', 'P70', 'unknown'],
    ['a code below it', 'P7001', 'unknown'],
    ['no readable code', 70, 'unknown'],
    ['another code', 'K86', 'no'],
  ])('%s: %s is %s', (_, code, expected) => {
    expect(ask(P70, bad(code)).truth).toBe(expected);
  });

  it('says so', () => {
    expect(ask(P70, bad('P70')).unknownReasons).toEqual([
      { kind: 'rejected', type: 'diagnosis', count: 1 },
    ]);
  });

  it('does not take away what a readable record proves', () => {
    const both = patientWith({
      diagnoses: [
        { code: 'P70', from: '2022-01-01' },
        { code: 'P70', from: 'engang' },
      ],
    });
    expect(ask(P70, both).truth).toBe('yes');
  });
});

describe('what a query names', () => {
  it('its records, the oldest first, and on one day in the order given', () => {
    const patient = patientWith({
      diagnoses: [
        { code: 'P70', from: '2024-01-01' },
        { code: 'K86', from: '2021-01-01' },
        { code: 'P70', from: '2022-01-01' },
        { code: 'P70', from: '2024-01-01' },
        { code: 'P70', from: '2023-01-01' },
      ],
    });
    expect(ask(P70, patient).records.map(({ index }) => index)).toEqual([2, 4, 0, 3]);
    const lasting: Criterion = { diagnosis: { lasting: 'P1M' } };
    expect(ask(lasting, patient).records.map(({ index }) => index)).toEqual([1, 2, 4, 0, 3]);
  });

  it('the place in the profile, and no branches', () => {
    expect(ask(P70, with70)).toMatchObject({
      path: '/population/include',
      unknownReasons: [],
      branches: [],
    });
  });

  it('what was in doubt, though it did not decide', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 'fejl' },
        { code: 'X', at: '2026-01-02', value: 70 },
        { code: 'X', at: '2026-01-03', value: 7 },
      ],
    });
    expect(ask({ result: { value: { above: 58, unit: '1' } } }, patient)).toMatchObject({
      truth: 'yes',
      records: [{ index: 1 }],
      unknownReasons: [{ kind: 'textual', record: { index: 0 } }],
    });
  });

  it('R16 what did not last long enough is not named, and what did is beyond doubt', () => {
    const patient = patientWith({
      medications: [
        { code: 'N05AH04', from: '2026-11-01' },
        { code: 'N05AH04', from: 'engang' },
      ],
    });
    const asked = (lasting: string): Criterion => ({ medication: { lasting } });
    expect(ask(asked('P1W'), patient)).toMatchObject({
      truth: 'yes',
      records: [{ index: 0 }],
      unknownReasons: [],
    });
    expect(ask(asked('P1Y'), patient)).toMatchObject({
      truth: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'rejected', count: 1 }],
    });
  });
});

describe('source', () => {
  const patient = patientWith({
    medications: [{ code: 'N05A', from: '2026-01-01', source: 'FMK' }],
  });
  it.each([
    [' fmk ', 'yes'],
    ['Journal', 'no'],
  ])('%j is %s', (source, expected) => {
    expect(ask({ medication: { source } }, patient).truth).toBe(expected);
  });

  it('R10a of what names none nobody knows whether it is of the source that is asked for', () => {
    const nameless = patientWith({ medications: [{ code: 'N05A', from: '2026-01-01' }] });
    expect(ask({ medication: { source: 'FMK' } }, nameless)).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'no-field', field: 'source' }],
    });
    expect(ask({ medication: {} }, nameless).truth).toBe('yes');
  });
});

describe('R11 counting', () => {
  const times = (count: number, bad = 0) =>
    patientWith({
      services: [
        ...Array.from({ length: count }, () => ({ code: '0101', at: '2026-05-05' })),
        ...Array.from({ length: bad }, () => ({ code: '0101', at: 'engang' })),
      ],
    });
  const unavailable: CoverageByType = { ...complete, service: { available: false } };

  it.each([
    // certain, set aside, min, max, covered, answer
    [2, 0, 2, undefined, true, 'yes'],
    [1, 0, 2, undefined, true, 'no'],
    [1, 1, 2, undefined, true, 'unknown'],
    [2, 1, 2, undefined, true, 'yes'],
    [0, 1, 2, undefined, true, 'no'],
    [1, 0, undefined, 1, true, 'yes'],
    [2, 0, undefined, 1, true, 'no'],
    [1, 1, undefined, 1, true, 'unknown'],
    [0, 0, undefined, 0, true, 'yes'],
    [0, 1, undefined, 0, true, 'unknown'],
    [1, 0, undefined, 0, true, 'no'],
    [2, 0, 1, 3, true, 'yes'],
    [4, 0, 1, 3, true, 'no'],
    // Without coverage there may be any number more.
    [2, 0, 2, undefined, false, 'yes'],
    [1, 0, 2, undefined, false, 'unknown'],
    [0, 0, undefined, 0, false, 'unknown'],
    [1, 0, undefined, 0, false, 'no'],
    [2, 0, 1, 3, false, 'unknown'],
    [4, 0, 1, 3, false, 'no'],
  ])(
    '%d and %d set aside, min %s max %s, covered %s: %s',
    (certain, bad, min, max, covered, expected) => {
      const count = {
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      };
      const finding = ask({ service: { count } }, times(certain, bad), {
        coverage: covered ? complete : unavailable,
      });
      expect(finding.truth).toBe(expected);
    },
  );
});

const result = (value: number | string, more: Partial<SuppliedResult> = {}) =>
  patientWith({ results: [{ code: 'X', at: '2026-01-01', value, ...more }] });
const asks = (value: ResultValue): Criterion => ({ result: { value } });

describe('R12, R14 values', () => {
  it.each<[number | string, ResultValue, string]>([
    [59, { above: 58, unit: '1' }, 'yes'],
    [58, { above: 58, unit: '1' }, 'no'],
    [58, { atLeast: 58, unit: '1' }, 'yes'],
    [57.9, { atLeast: 58, unit: '1' }, 'no'],
    [57, { below: 58, unit: '1' }, 'yes'],
    [58, { below: 58, unit: '1' }, 'no'],
    [58, { atMost: 58, unit: '1' }, 'yes'],
    [45, { atLeast: 30, below: 60, unit: '1' }, 'yes'],
    [60, { atLeast: 30, below: 60, unit: '1' }, 'no'],
    ['hæmolyse', { above: 1, unit: '1' }, 'unknown'],
    [' Positiv ', { text: ['positiv'] }, 'yes'],
    ['positivt svar', { text: ['positiv'] }, 'no'],
    ['positiv', { text: [' Positiv', 'ja'] }, 'yes'],
    [1, { text: ['1'] }, 'no'],
    ['positiv', { text: ['spor', 'Positiv '] }, 'yes'],
    ['negativ', { text: ['spor', 'positiv'] }, 'no'],
  ])('%j against %j: %s', (value, asked, expected) => {
    expect(ask(asks(asked), result(value)).truth).toBe(expected);
    expect(ask({ result: { pick: 'latest', value: asked } }, result(value)).truth).toBe(expected);
  });

  it.each<[SuppliedResult['comparator'], number, ResultValue, string]>([
    ['<', 5, { below: 10, unit: '1' }, 'yes'],
    ['<', 5, { below: 5, unit: '1' }, 'yes'],
    ['<=', 5, { below: 5, unit: '1' }, 'unknown'],
    ['<=', 5, { atMost: 5, unit: '1' }, 'yes'],
    ['<', 5, { below: 3, unit: '1' }, 'unknown'],
    ['<', 5, { atMost: 5, unit: '1' }, 'yes'],
    ['<', 5, { atMost: 4.9, unit: '1' }, 'unknown'],
    ['<=', 5, { atMost: 4.9, unit: '1' }, 'unknown'],
    ['<', 5, { above: 5, unit: '1' }, 'no'],
    ['<', 5, { atLeast: 5, unit: '1' }, 'no'],
    ['<=', 5, { atLeast: 5, unit: '1' }, 'unknown'],
    ['>', 90, { atLeast: 60, unit: '1' }, 'yes'],
    ['>=', 90, { above: 90, unit: '1' }, 'unknown'],
    ['>', 90, { above: 90, unit: '1' }, 'yes'],
    ['>', 90, { above: 91, unit: '1' }, 'unknown'],
    ['>', 90, { atLeast: 90, unit: '1' }, 'yes'],
    ['>', 90, { atLeast: 91, unit: '1' }, 'unknown'],
    ['>=', 90, { atLeast: 90, unit: '1' }, 'yes'],
    ['>=', 90, { atLeast: 91, unit: '1' }, 'unknown'],
    ['>=', 90, { atMost: 90, unit: '1' }, 'unknown'],
    ['>', 60, { below: 60, unit: '1' }, 'no'],
    ['>', 60, { atMost: 60, unit: '1' }, 'no'],
    ['>', 90, { below: 60, unit: '1' }, 'no'],
    ['>', 30, { below: 60, unit: '1' }, 'unknown'],
    ['>=', 60, { below: 60, unit: '1' }, 'no'],
    ['>=', 60, { atMost: 60, unit: '1' }, 'unknown'],
    ['>', 60, { atMost: 60, unit: '1' }, 'no'],
  ])('%s%d against %j: %s', (comparator, value, asked, expected) => {
    expect(ask(asks(asked), result(value, comparator ? { comparator } : {})).truth).toBe(expected);
  });

  it('another unit is unknown, with both units; none is taken as the profile’s', () => {
    const asked = asks({ above: 58, unit: 'mmol/mol' });
    expect(ask(asked, result(7.5, { unit: '%' }))).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'unit', expected: 'mmol/mol', found: '%' }],
    });
    const picked: Criterion = {
      result: { pick: 'latest', value: { above: 58, unit: 'mmol/mol' } },
    };
    expect(ask(picked, result(7.5, { unit: '%' })).truth).toBe('unknown');
    expect(ask(asked, result(60)).truth).toBe('yes');
    expect(ask(asked, result(60, { unit: ' mmol/mol ' })).truth).toBe('yes');
    expect(ask(asks({ above: 58, unit: '1' }), result(60, { unit: '%' })).truth).toBe('unknown');
    const spaced = asks({ above: 58, unit: ' mmol/mol ' });
    expect(ask(spaced, result(60, { unit: 'mmol/mol' })).truth).toBe('yes');
    // Letters are raised before units are compared (R1).
    expect(ask(spaced, result(60, { unit: 'Mmol/mol' })).truth).toBe('yes');
  });

  it('what is implausible is unknown, with what would be plausible, and in which unit', () => {
    const value: ResultValue = { above: 5, unit: 'mmol/L', plausible: { min: 0, max: 30 } };
    const unknownReasons = [
      {
        kind: 'implausible',
        record: { value: 900 },
        plausible: { min: 0, max: 30 },
        unit: 'mmol/L',
      },
    ];
    const patient = result(900, { unit: 'mmol/L' });
    expect(ask(asks(value), patient)).toMatchObject({ truth: 'unknown', unknownReasons });
    for (const pick of ['latest', 'earliest', 'highest', 'lowest'] as const)
      expect(ask({ result: { pick, value } }, patient)).toMatchObject({
        truth: 'unknown',
        unknownReasons,
      });
  });

  it('a certain match beside an undecided one is enough', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 'fejl' },
        { code: 'X', at: '2026-01-02', value: 70 },
      ],
    });
    expect(ask(asks({ above: 58, unit: '1' }), patient).truth).toBe('yes');
    expect(
      ask({ result: { value: { above: 58, unit: '1' }, count: { max: 1 } } }, patient).truth,
    ).toBe('unknown');
  });

  it('an undecided one counts for one at most', () => {
    const patient = patientWith({ results: [{ code: 'X', at: '2026-01-01', value: 'fejl' }] });
    const twice = (more: Criterion) => ask(more, patient).truth;
    expect(twice({ result: { value: { above: 58, unit: '1' }, count: { min: 1 } } })).toBe(
      'unknown',
    );
    expect(twice({ result: { value: { above: 58, unit: '1' }, count: { min: 2 } } })).toBe('no');
  });
});

describe('R13 pick', () => {
  const series = patientWith({
    results: [
      { code: 'X', at: '2026-03-01', value: 40 },
      { code: 'X', at: '2024-01-01', value: 80 },
      { code: 'X', at: '2026-03-01', value: 50 },
      { code: 'X', at: '2025-01-01', value: 60 },
    ],
  });
  it.each([
    // Of two on one day the later entry is the later.
    ['latest', 50],
    ['earliest', 80],
    ['highest', 80],
    ['lowest', 40],
  ] as const)('%s is %d', (pick, value) => {
    const exactly = { atLeast: value, atMost: value, unit: '1' };
    expect(ask({ result: { pick, value: exactly } }, series)).toMatchObject({
      truth: 'yes',
      records: [{ value }],
    });
    expect(ask({ result: { pick, value: { above: value, unit: '1' } } }, series).truth).toBe('no');
  });

  it('of two on one day the later entry is the later, whatever their codes', () => {
    const mixed = patientWith({
      results: [
        { code: 'A', at: '2024-01-01', value: 1 },
        { code: 'B', at: '2025-01-01', value: 2 },
        { code: 'A', at: '2025-01-01', value: 3 },
        { code: 'B', at: '2023-01-01', value: 4 },
        { code: 'A', at: '2023-01-01', value: 5 },
      ],
    });
    const codes = { system: 'NPU', include: ['A', 'B'] };
    for (const [pick, value] of [
      ['latest', 3],
      ['earliest', 4],
    ] as const)
      expect(
        ask(
          { result: { codes, pick, value: { atLeast: value, atMost: value, unit: '1' } } },
          mixed,
        ),
      ).toMatchObject({ truth: 'yes', records: [{ value }] });
  });

  it.each(['highest', 'lowest'] as const)('a text may be the %s, wherever it stands', (pick) => {
    const asked: Criterion = { result: { pick, value: { atLeast: 5, atMost: 5, unit: '1' } } };
    const among = (...values: (number | string)[]) =>
      patientWith({ results: values.map((value) => ({ code: 'X', at: '2026-01-01', value })) });
    expect(ask(asked, among('fejl', 5)).truth).toBe('unknown');
    expect(ask(asked, among(5, 'fejl')).truth).toBe('unknown');
  });

  it('a limit is the highest or the lowest only where it can be', () => {
    const among = (comparator: '<' | '>') =>
      patientWith({
        results: [
          { code: 'X', at: '2026-01-01', value: 5 },
          { code: 'X', at: '2026-02-01', value: 5, comparator },
        ],
      });
    const exactly = (pick: 'highest' | 'lowest'): Criterion => ({
      result: { pick, value: { atLeast: 5, atMost: 5, unit: '1' } },
    });
    expect(ask(exactly('highest'), among('<')).truth).toBe('yes');
    expect(ask(exactly('lowest'), among('<')).truth).toBe('no');
    expect(ask(exactly('highest'), among('>')).truth).toBe('no');
    expect(ask(exactly('lowest'), among('>')).truth).toBe('yes');
  });

  it.each(['highest', 'lowest'] as const)('of two alike the later is the %s', (pick) => {
    const results = ['2026-02-01', '2026-01-01'].map((at) => ({ code: 'X', at, value: 5 }));
    const asked: Criterion = { result: { pick, value: { atLeast: 5, unit: '1' } } };
    expect(ask(asked, patientWith({ results })).records).toMatchObject([{ at: '2026-02-01' }]);
  });

  it('the highest and the lowest, wherever they stand', () => {
    const mixed = patientWith({
      results: [6, 7, 5].map((value) => ({ code: 'X', at: '2026-01-01', value })),
    });
    expect(ask({ result: { pick: 'lowest', value: { below: 6, unit: '1' } } }, mixed).truth).toBe(
      'yes',
    );
    expect(ask({ result: { pick: 'highest', value: { above: 6, unit: '1' } } }, mixed).truth).toBe(
      'yes',
    );
  });

  it('the latest alone needs coverage only from its date', () => {
    const asked: Criterion = {
      result: { pick: 'latest', when: { last: 'P5Y' }, value: { above: 1, unit: '1' } },
    };
    const coverage = { ...complete, result: { available: true, from: '2026-01-01' } };
    expect(ask(asked, result(2), { coverage }).truth).toBe('yes');
  });

  it('none: no where covered, else unknown', () => {
    const asked: Criterion = { result: { pick: 'latest', value: { above: 1, unit: '1' } } };
    expect(ask(asked, patientWith()).truth).toBe('no');
    expect(
      ask(asked, patientWith(), { coverage: { ...complete, result: { available: false } } }).truth,
    ).toBe('unknown');
  });

  it('not covered: unknown, whatever the record says; but latest needs coverage only from its date', () => {
    const coverage: CoverageByType = {
      ...complete,
      result: { available: true, from: '2026-02-01' },
    };
    const asked = (pick: 'latest' | 'earliest' | 'highest' | 'lowest'): Criterion => ({
      // Between two limits no record alone proves anything.
      result: { pick, when: { last: 'P5Y' }, value: { above: 1, below: 100, unit: '1' } },
    });
    expect(ask(asked('latest'), series, { coverage }).truth).toBe('yes');
    for (const pick of ['earliest', 'highest', 'lowest'] as const)
      expect(ask(asked(pick), series, { coverage }).truth).toBe('unknown');
    const later = { ...coverage, result: { available: true, from: '2026-03-02' } };
    expect(ask(asked('latest'), series, { coverage: later }).truth).toBe('unknown');
    const gone = { ...coverage, result: { available: false } };
    expect(ask(asked('latest'), series, { coverage: gone }).truth).toBe('unknown');
  });

  it('a set-aside result of that code: unknown', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-03-01', value: 40 },
        { code: 'X', at: 'engang', value: 90 },
      ],
    });
    expect(
      ask({ result: { pick: 'latest', value: { below: 60, unit: '1' } } }, patient).truth,
    ).toBe('unknown');
  });

  it('any is every result, as without pick', () => {
    const asked = (value: ResultValue): Criterion => ({ result: { pick: 'any', value } });
    expect(ask(asked({ atLeast: 50, atMost: 50, unit: '1' }), series).truth).toBe('yes');
    expect(ask(asked({ above: 80, unit: '1' }), series).truth).toBe('no');
  });

  it('names the picked result, and why it is undecided', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-03-01', value: 'fejl' },
        { code: 'X', at: '2026-01-01', value: 90 },
      ],
    });
    const asked: Criterion = { result: { pick: 'latest', value: { above: 58, unit: '1' } } };
    expect(ask(asked, patient)).toMatchObject({
      truth: 'unknown',
      records: [{ index: 0 }],
      unknownReasons: [{ kind: 'textual', record: { index: 0 } }],
    });
    expect(ask(asked, patientWith())).toMatchObject({
      truth: 'no',
      records: [],
      unknownReasons: [],
    });
  });

  it.each([
    ['highest', 1],
    ['lowest', 1],
  ] as const)('of two that are %s the later is named', (pick, index) => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 5 },
        { code: 'X', at: '2026-02-01', value: 5 },
      ],
    });
    expect(
      ask({ result: { pick, value: { above: 1, unit: '1' } } }, patient).records,
    ).toMatchObject([{ index }]);
  });

  it('only in the window', () => {
    const asked: Criterion = {
      result: { pick: 'highest', value: { above: 60, unit: '1' }, when: { last: 'P1Y' } },
    };
    expect(ask(asked, series).truth).toBe('no');
  });

  it.each(['highest', 'latest'] as const)('only texts: nobody knows the %s', (pick) => {
    expect(ask({ result: { pick, value: { above: 1, unit: '1' } } }, result('fejl')).truth).toBe(
      'unknown',
    );
  });
});

describe('R15 distinct', () => {
  const taking = (...codes: string[]) =>
    patientWith({ medications: codes.map((code) => ({ code, from: '2026-01-01' })) });
  const substances = (min: number): Criterion => ({
    medication: {
      codes: { system: 'ATC', include: ['N', 'C'] },
      distinct: { level: 5 },
      count: { min },
    },
  });
  it.each([
    [['N05AH04', 'N05AH04', 'C09AA02'], 2, 'yes'],
    [['N05AH04', 'N05AH04'], 2, 'no'],
    [['N05AH04', 'N05A'], 2, 'unknown'],
    [['N05AH04', 'N05A'], 3, 'no'],
    [['N05AH04', 'N05A', 'C09'], 3, 'unknown'],
    [['N05AH04', 'C09AA02', 'N05A'], 2, 'yes'],
  ])('%j, at least %d: %s', (codes, min, expected) => {
    expect(ask(substances(min), taking(...codes)).truth).toBe(expected);
  });

  it.each([
    [1, 'N', 'C', ''],
    [2, 'N05', 'N06', 'N0'],
    [3, 'N05A', 'N05B', 'N05'],
    [4, 'N05AH', 'N05AX', 'N05A'],
    [5, 'N05AH04', 'N05AH03', 'N05AH0'],
  ] as const)('level %d tells %s from %s, and %j is too short for it', (level, a, b, short) => {
    const asked: Criterion = { medication: { distinct: { level }, count: { min: 2 } } };
    expect(ask(asked, taking(a, b)).truth).toBe('yes');
    expect(ask(asked, taking(a, `${a}9`)).truth).toBe('no');
    if (short) expect(ask(asked, taking(a, short)).truth).toBe('unknown');
  });

  it('level 4 counts groups, not substances', () => {
    const asked: Criterion = { medication: { distinct: { level: 4 }, count: { min: 2 } } };
    expect(ask(asked, taking('N05AH04', 'N05AH03')).truth).toBe('no');
    expect(ask(asked, taking('N05AH04', 'N05AX08')).truth).toBe('yes');
  });
});

describe('R16 lasting', () => {
  const spans = (...list: readonly (readonly [string, string?])[]) =>
    patientWith({
      medications: list.map(([from, to]) => ({ code: 'N05AH04', from, ...(to ? { to } : {}) })),
    });
  const lasting = (period: string, more: object = {}): Criterion => ({
    medication: { lasting: period, ...more },
  });
  it.each<[string, ReturnType<typeof spans>, Criterion, string]>([
    // 25 Aug + 3 months = 25 Nov, not after the day following 24 Nov.
    ['exactly three months today', spans(['2026-08-25']), lasting('P3M'), 'yes'],
    ['a day too short', spans(['2026-08-26']), lasting('P3M'), 'no'],
    ['long ago, not in the window', spans(['2020-01-01', '2021-01-01']), lasting('P3M'), 'no'],
    [
      'long ago, ever',
      spans(['2020-01-01', '2021-01-01']),
      lasting('P3M', { when: 'ever' }),
      'yes',
    ],
    [
      'two spans that touch',
      spans(['2026-07-01', '2026-09-30'], ['2026-10-01']),
      lasting('P4M'),
      'yes',
    ],
    [
      'a day between them',
      spans(['2026-07-01', '2026-09-30'], ['2026-10-02']),
      lasting('P4M'),
      'no',
    ],
    [
      'a day between them, allowed',
      spans(['2026-07-01', '2026-09-30'], ['2026-10-02']),
      lasting('P4M', { gap: 'P1D' }),
      'yes',
    ],
    [
      'two days between, one allowed',
      spans(['2026-07-01', '2026-09-30'], ['2026-10-03']),
      lasting('P4M', { gap: 'P1D' }),
      'no',
    ],
    [
      'overlapping spans',
      spans(['2026-07-01', '2026-12-31'], ['2026-08-01', '2026-08-15']),
      lasting('P4M'),
      'yes',
    ],
    ['from tomorrow, no days asked', spans(['2026-11-25']), lasting('P0D'), 'no'],
    ['today, no days asked', spans(['2026-11-24', '2026-11-24']), lasting('P0D'), 'yes'],
    // What lies after the window's last day does not count.
    ['cut at the window’s end', spans(['2026-11-20', '2027-12-31']), lasting('P1M'), 'no'],
    [
      'reaching ahead',
      spans(['2026-11-20', '2027-12-31']),
      lasting('P1M', { when: { next: 'P2M' } }),
      'yes',
    ],
    [
      'without end, into the open',
      spans(['2026-11-20']),
      lasting('P10Y', { when: 'future' }),
      'yes',
    ],
  ])('%s', (_, patient, criterion, expected) => {
    expect(ask(criterion, patient).truth).toBe(expected);
  });

  it('too short, where the source is missing: unknown', () => {
    const coverage = { ...complete, medication: { available: false } };
    expect(ask(lasting('P3M'), spans(['2026-11-01']), { coverage }).truth).toBe('unknown');
  });
});
