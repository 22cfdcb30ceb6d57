import { describe, expect, it } from 'vitest';
import { compile, type Truth } from '../../src/engine/index.ts';
import { findMembership } from '../../src/engine/reference/index.ts';
import type { Criterion, PatientQuery } from '../../src/profile/index.ts';
import {
  checkPatient,
  type PatientRecords,
  type SuppliedMedication,
} from '../../src/record/index.ts';
import { ask, asOf, complete, patientWith, planOf } from './build.ts';

const yes: Criterion = { patient: { sex: 'female' } };
const no: Criterion = { patient: { sex: 'male' } };
const unknown: Criterion = { patient: { insuranceGroup: 1 } };
const someone = patientWith();

describe('Kleene: all is the minimum, any the maximum, not swaps', () => {
  it.each<[Criterion[], string, string]>([
    [[yes, yes], 'yes', 'yes'],
    [[yes, no], 'no', 'yes'],
    [[yes, unknown], 'unknown', 'yes'],
    [[no, unknown], 'no', 'unknown'],
    [[no, no], 'no', 'no'],
    [[unknown, unknown], 'unknown', 'unknown'],
  ])('%j', (parts, all, any) => {
    expect(ask({ all: parts }, someone).truth).toBe(all);
    expect(ask({ any: parts }, someone).truth).toBe(any);
  });

  it('names no records of its own, and no doubts', () => {
    for (const criterion of [{ all: [unknown] }, { not: yes }])
      expect(ask(criterion, someone)).toMatchObject({ records: [], unknownReasons: [] });
    expect(ask(yes, someone)).toMatchObject({ records: [], unknownReasons: [], branches: [] });
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'No criterion at /population/include.'],
    ['parts of no type', { concurrent: { of: [{}, {}] } }, 'A part asks of one record type.'],
  ])('what is no criterion is an error: %s', (_, include, message) => {
    const { profile } = planOf(yes);
    const broken = { ...profile, population: { include: include as Criterion } };
    expect(() => compile(broken)).toThrow(TypeError);
    const { patient } = checkPatient(someone);
    const context = { profile: broken, patient: patient!, clinicCoverage: complete, asOf };
    expect(() => findMembership(context)).toThrow(new RangeError(message));
  });

  it('not', () => {
    expect(ask({ not: yes }, someone).truth).toBe('no');
    expect(ask({ not: no }, someone).truth).toBe('yes');
    expect(ask({ not: unknown }, someone).truth).toBe('unknown');
  });
});

describe('R17 patient fields', () => {
  it.each([
    ['completed years, both ends', { age: { min: 85, max: 85 } }, 'yes'],
    ['a year too old', { age: { max: 84 } }, 'no'],
    ['absent field', { insuranceGroup: 2 }, 'unknown'],
    ['several are all', { age: { min: 65 }, sex: 'female' }, 'yes'],
    [
      'one no decides, though another is absent',
      { age: { max: 10 }, municipality: ['0101'] },
      'no',
    ],
    ['one of several municipalities', { municipality: ['0101', '0991'] }, 'unknown'],
    ['a year too young', { age: { min: 86 } }, 'no'],
    ['young enough', { age: { max: 85 } }, 'yes'],
  ] as const)('%s', (_, patient, expected) => {
    expect(ask({ patient }, someone).truth).toBe(expected);
  });

  it.each<[keyof PatientQuery & keyof PatientRecords['patient'], object, object, Truth]>([
    ['municipality', ['0101', '0751'], { municipality: '0751' }, 'yes'],
    ['municipality', ['0101'], { municipality: '0751' }, 'no'],
    ['municipality', ['0101'], {}, 'unknown'],
    ['postalCode', ['8000'], { postalCode: '8000' }, 'yes'],
    ['postalCode', ['8000'], { postalCode: '8200' }, 'no'],
    ['postalCode', ['8000'], {}, 'unknown'],
    // Whole texts, case and surrounding space aside.
    ['practitioner', [' lh'], { practitioner: 'LH ' }, 'yes'],
    ['practitioner', ['L'], { practitioner: 'LH' }, 'no'],
    ['practitioner', ['LH'], {}, 'unknown'],
  ])('%s one of %j, of %j: %s', (field, asked, given, truth) => {
    expect(ask({ patient: { [field]: asked } }, patientWith({}, given))).toMatchObject({
      truth,
      unknownReasons: truth === 'unknown' ? [{ kind: 'patient-field', field }] : [],
    });
  });

  it.each<[1 | 2 | undefined, Truth]>([
    [1, 'no'],
    [2, 'yes'],
    [undefined, 'unknown'],
  ])('insurance group 2, of %s: %s', (insuranceGroup, truth) => {
    const patient = patientWith({}, insuranceGroup ? { insuranceGroup } : {});
    expect(ask({ patient: { insuranceGroup: 2 } }, patient)).toMatchObject({
      truth,
      unknownReasons:
        truth === 'unknown' ? [{ kind: 'patient-field', field: 'insuranceGroup' }] : [],
    });
  });

  it('an unknown sex and a missing birth date are unknown, with the field named', () => {
    const blank = patientWith({}, { sex: 'unknown', birthDate: '' });
    expect(ask(yes, blank)).toMatchObject({ truth: 'unknown', unknownReasons: [{ field: 'sex' }] });
    expect(ask({ patient: { age: { min: 1 } } }, blank)).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'patient-field', field: 'birthDate' }],
    });
  });

  it('a leap-day birthday is completed on 1 March', () => {
    const leap = patientWith({}, { birthDate: '1944-02-29' });
    const asked: Criterion = { patient: { age: { min: 82 } } };
    expect(ask(asked, leap, { on: '2026-02-28' }).truth).toBe('no');
    expect(ask(asked, leap, { on: '2026-03-01' }).truth).toBe('yes');
  });
});

describe('R18 concurrent (Triple Whammy)', () => {
  const part = (code: string) => ({ medication: { codes: { system: 'ATC', include: [code] } } });
  const whammy = (more: object = {}): Criterion => ({
    concurrent: { of: [part('C09'), part('C03'), part('M01A')], ...more },
  });
  const taking = (...list: readonly [code: string, from: string, to?: string][]) =>
    patientWith({
      medications: list.map(([code, from, to]): SuppliedMedication => ({
        code,
        from,
        ...(to ? { to } : {}),
      })),
    });
  const two = [
    ['C09AA02', '2022-01-01'],
    ['C03CA01', '2023-01-01'],
  ] as const;
  const pair = two.map((each) => [...each] as [string, string]);

  it('R16 a period of no days asks no more than one of a day', () => {
    const patient = taking(...pair, ['M01AE01', '2026-11-01']);
    expect(ask(whammy({ lasting: 'P0D' }), patient)).toMatchObject({ truth: 'yes' });
    expect(ask(whammy({ lasting: 'P0D' }), patient).records).toHaveLength(3);
  });

  it.each(['P1M', 'P2Y'])('R6 %s stops at the first day there is', (lasting) => {
    const when = { from: '0001-01-01', to: '2026-11-24' };
    const born = patientWith({}, { birthDate: '1850-01-01' });
    const patient = { ...born, medications: taking(['M01AE01', '1850-01-01']).medications! };
    const query: Criterion = {
      medication: { codes: { system: 'ATC', include: ['M01A'] }, lasting, gap: 'P5D', when },
    };
    expect(ask(query, patient).truth).toBe('yes');
    expect(ask(whammy({ lasting, when }), patient).truth).toBe('no');
  });

  it.each<[string, ReturnType<typeof taking>, Criterion, string]>([
    ['all three today', taking(...pair, ['M01AE01', '2026-11-01']), whammy(), 'yes'],
    [
      'the third ended yesterday',
      taking(...pair, ['M01AE01', '2026-11-01', '2026-11-23']),
      whammy(),
      'no',
    ],
    [
      'but last month',
      taking(...pair, ['M01AE01', '2026-11-01', '2026-11-23']),
      whammy({ when: { last: 'P1M' } }),
      'yes',
    ],
    ['two only', taking(...pair), whammy(), 'no'],
    ['one day shared', taking(...pair, ['M01AE01', '2026-11-24', '2026-11-24']), whammy(), 'yes'],
    [
      'ten days, and ten asked',
      taking(...pair, ['M01AE01', '2026-11-15']),
      whammy({ lasting: 'P10D' }),
      'yes',
    ],
    [
      'nine days, and ten asked',
      taking(...pair, ['M01AE01', '2026-11-16']),
      whammy({ lasting: 'P10D' }),
      'no',
    ],
    [
      'a day’s pause breaks the run',
      taking(...pair, ['M01AE01', '2026-11-01', '2026-11-14'], ['M01AE01', '2026-11-16']),
      whammy({ lasting: 'P10D' }),
      'no',
    ],
    [
      'a change without pause does not',
      taking(...pair, ['M01AE01', '2026-11-01', '2026-11-14'], ['M01AE02', '2026-11-15']),
      whammy({ lasting: 'P20D' }),
      'yes',
    ],
  ])('%s', (_, patient, criterion, expected) => {
    expect(ask(criterion, patient).truth).toBe(expected);
  });

  it('names the records of all three', () => {
    const finding = ask(whammy(), taking(...pair, ['M01AE01', '2026-11-01']));
    expect(finding.records.map(({ code }) => code)).toEqual(['C09AA02', 'C03CA01', 'M01AE01']);
  });

  it('names each record once, the oldest first, and only those that were active together', () => {
    const finding = ask(
      whammy(),
      taking(
        ['M01AE01', '2026-11-10'],
        ['C09AA02', '2022-01-01'],
        ['C09AA02', '2019-01-01', '2020-01-01'],
        ['C03CA01', '2023-01-01', '2026-11-20'],
        ['C03CA01', '2026-11-21'],
      ),
    );
    expect(finding.records.map(({ index }) => index)).toEqual([1, 0, 4]);
    expect(finding.unknownReasons).toEqual([]);
  });

  it('of the same day, in the order given', () => {
    const asked: Criterion = { concurrent: { of: [part('C09'), part('C03')] } };
    const finding = ask(asked, taking(['C03CA01', '2022-01-01'], ['C09AA02', '2022-01-01']));
    expect(finding.records.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('why it is unknown, for each part whose source is missing', () => {
    const coverage = { ...complete, medication: { available: true, from: '2026-11-20' } };
    const window = { from: '2026-01-24', to: '2026-11-24' };
    const asked: Criterion = {
      concurrent: { of: [part('C09'), { diagnosis: {} }], when: { last: 'P10M' } },
    };
    const diagnoses = [{ code: 'K86', from: '2026-11-24' }];
    const ended = patientWith({
      medications: [{ code: 'C09AA02', from: '2026-01-01', to: '2026-11-20' }],
      diagnoses,
    });
    expect(ask(asked, ended, { coverage })).toMatchObject({
      truth: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'not-covered', type: 'medication', window }],
    });
    // Without any diagnosis nothing came together with one.
    expect(ask(asked, taking(...pair), { coverage }).truth).toBe('no');
  });

  it('not proven and the source missing: unknown', () => {
    const coverage = { ...complete, medication: { available: false } };
    expect(ask(whammy(), taking(...pair), { coverage }).truth).toBe('unknown');
    const proven = ask(whammy(), taking(...pair, ['M01AE01', '2026-11-01']), { coverage });
    expect(proven).toMatchObject({ truth: 'yes', unknownReasons: [], branches: [] });
  });
});

describe('R19 sequence', () => {
  const asked: Criterion = {
    sequence: {
      of: [
        { medication: { codes: { system: 'ATC', include: ['A10BJ'] }, when: 'ever' } },
        { result: { codes: { system: 'NPU', include: ['NPU27300'] } } },
      ],
      within: 'P3M',
    },
  };
  const at = (day: string, value: number | string = 50) =>
    patientWith({
      medications: [{ code: 'A10BJ06', from: '2026-01-31', to: '2026-12-31' }],
      results: [{ code: 'NPU27300', at: day, value }],
    });
  it.each([
    ['2026-01-31', 'yes'],
    ['2026-01-30', 'no'],
    // 31 January and three months: 30 April.
    ['2026-04-30', 'yes'],
    ['2026-05-01', 'no'],
  ])('a result on %s: %s', (day, expected) => {
    expect(ask(asked, at(day)).truth).toBe(expected);
  });

  it('the source of either missing: unknown, unless the other is without any', () => {
    const medications = [{ code: 'A10BJ06', from: '2026-01-31' }];
    const results = [{ code: 'NPU27300', at: '2026-03-01', value: 50 }];
    for (const [type, other] of [
      ['result', { medications }],
      ['medication', { results }],
    ] as const) {
      const coverage = { ...complete, [type]: { available: false } };
      expect(ask(asked, patientWith(), { coverage }).truth).toBe('no');
      expect(ask(asked, patientWith(other), { coverage })).toMatchObject({
        truth: 'unknown',
        records: [],
        unknownReasons: [{ kind: 'not-covered', type }],
        branches: [],
      });
    }
  });

  it('names each record once, the oldest first', () => {
    const patient = patientWith({
      medications: [{ code: 'A10BJ06', from: '2026-01-31' }],
      results: [
        { code: 'NPU27300', at: '2026-03-01', value: 50 },
        { code: 'NPU27300', at: '2026-02-01', value: 50 },
        { code: 'NPU27300', at: '2026-01-01', value: 50 },
      ],
    });
    expect(ask(asked, patient)).toMatchObject({
      truth: 'yes',
      unknownReasons: [],
      records: [{ type: 'medication' }, { at: '2026-02-01' }, { at: '2026-03-01' }],
      branches: [],
    });
  });

  it('each part in its own window', () => {
    const lately: Criterion = {
      sequence: {
        of: [
          { service: { when: { last: 'P1Y' } } },
          { service: { when: { last: 'P1M' }, source: 'B' } },
        ],
        within: 'P3M',
      },
    };
    const served = (first: string, second: string) =>
      patientWith({
        services: [
          { code: '1', at: first, source: 'A' },
          { code: '1', at: second, source: 'B' },
        ],
      });
    expect(ask(lately, served('2026-09-01', '2026-11-01')).truth).toBe('yes');
    expect(ask(lately, served('2026-09-01', '2026-10-01')).truth).toBe('no');
  });

  it('an undecided value that would complete it: unknown', () => {
    const [first] = asked.sequence.of;
    const high: Criterion = {
      sequence: { of: [first, { result: { value: { above: 58, unit: '1' } } }], within: 'P3M' },
    };
    expect(ask(high, at('2026-02-15', 'fejl'))).toMatchObject({
      truth: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'textual', record: { at: '2026-02-15' } }],
    });
    expect(ask(high, at('2026-08-15', 'fejl')).truth).toBe('no');
    expect(ask(high, at('2026-02-15', 60)).truth).toBe('yes');
  });
});

describe('R20 atLeast', () => {
  it.each<[number, Criterion[], string]>([
    [2, [yes, yes, no], 'yes'],
    [2, [yes, no, no], 'no'],
    [2, [yes, unknown, no], 'unknown'],
    [3, [yes, unknown, no], 'no'],
    [1, [yes, unknown, unknown], 'yes'],
  ])('%d of %j: %s', (atLeast, of, expected) => {
    expect(ask({ atLeast, of }, someone).truth).toBe(expected);
  });
});
