import { describe, expect, it } from 'vitest';
import { requestFor } from '../../../src/engine/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import type { RecordsRequest } from '../../../src/record/index.ts';
import { asOf, planOf } from '../build.ts';

const requested = (criterion: Criterion): RecordsRequest['types'] =>
  requestFor(planOf(criterion), asOf).types;
const NPU = (code: string) => ({ system: 'NPU', include: [code] });
const ATC = (code: string) => ({ system: 'ATC', include: [code] });

describe('what is asked for', () => {
  it.each<[string, Criterion, RecordsRequest['types']]>([
    ['nothing of the records', { patient: { sex: 'male' } }, {}],
    [
      'R8 medication now: its whole history, which tells since when',
      { medication: { codes: ATC('N05A') } },
      { medication: { codes: [ATC('N05A')] } },
    ],
    [
      'R8 what is going on today, but for medication',
      { diagnosis: { when: 'now' } },
      { diagnosis: { earliest: '2026-11-24' } },
    ],
    [
      'the earliest of two windows',
      { any: [{ service: { when: { last: 'P1Y' } } }, { service: { when: { last: 'P1M' } } }] },
      { service: { earliest: '2025-11-24' } },
    ],
    ['R6 ever: as far back as it goes', { service: {} }, { service: {} }],
    [
      'R6 an open end ahead of a first day',
      { service: { when: { from: '-P1M' } } },
      { service: { earliest: '2026-10-24' } },
    ],
    [
      'both codes of two windows',
      {
        any: [
          { medication: { codes: ATC('N05A'), when: { last: 'P1Y' } } },
          { not: { medication: { codes: ATC('N06A'), when: { last: 'P1M' } } } },
        ],
      },
      { medication: { codes: [ATC('N05A'), ATC('N06A')] } },
    ],
    [
      'R19b before a point that is anywhere in its window, as long before as is asked',
      {
        anchor: {
          on: { service: { when: { last: 'P2Y' } } },
          pick: 'earliest',
          is: { all: [{ result: { when: { last: 'P1Y' } } }, { referral: {} }] },
        },
      },
      {
        service: { earliest: '2024-11-24' },
        result: { earliest: '2023-11-24' },
        referral: {},
      },
    ],
    [
      'R19b before a span that began nobody knows when',
      {
        anchor: {
          on: { diagnosis: { when: 'now' } },
          pick: 'earliest',
          is: {
            all: [
              { result: { when: { last: 'P1Y' } } },
              { referral: { when: { from: '2020-01-01', to: '+P1Y' } } },
            ],
          },
        },
      },
      {
        diagnosis: { earliest: '2026-11-24' },
        result: {},
        referral: { earliest: '2020-01-01' },
      },
    ],
    [
      'R19b before the end of a span, and before a day from it',
      {
        anchor: {
          on: { diagnosis: { when: { last: 'P1Y' } } },
          pick: 'latest',
          at: 'end',
          is: {
            anchor: {
              on: { service: { when: { last: 'P1M' } } },
              pick: 'latest',
              is: { result: { when: { last: 'P1Y' } } },
            },
          },
        },
      },
      {
        diagnosis: { earliest: '2025-11-24' },
        service: { earliest: '2025-10-24' },
        result: { earliest: '2024-10-24' },
      },
    ],
    [
      'R13a every code set of those preferred to others',
      {
        result: {
          pick: 'latest',
          prefer: [NPU('X'), [NPU('Y'), NPU('Z')]],
          when: { last: 'P1Y' },
          value: { above: 5, unit: '1' },
        },
      },
      { result: { codes: [NPU('X'), NPU('Y'), NPU('Z')], earliest: '2025-11-24' } },
    ],
    [
      'R19a each part, in the window of all',
      {
        sameDay: {
          of: [{ appointment: {} }, { result: { codes: NPU('X') } }],
          when: { last: 'P1Y' },
        },
      },
      {
        appointment: { earliest: '2025-11-24' },
        result: { codes: [NPU('X')], earliest: '2025-11-24' },
      },
    ],
    [
      'R19a ever, appointments too',
      { sameDay: { of: [{ appointment: {} }, { note: {} }] } },
      { appointment: {}, note: {} },
    ],
    [
      'R19c what is compared, in its window',
      {
        change: {
          of: { codes: NPU('X'), when: { last: 'P1Y' } },
          from: 'earliest',
          value: { below: -5, unit: '1' },
        },
      },
      { result: { codes: [NPU('X')], earliest: '2025-11-24' } },
    ],
    [
      'one without codes asks for every code',
      { all: [{ service: { codes: { system: 'ydelse', include: ['0101'] } } }, { service: {} }] },
      { service: {} },
    ],
    [
      'every branch of at least some',
      { atLeast: 1, of: [{ medication: { codes: ATC('N05A') } }, { referral: {} }] },
      { medication: { codes: [ATC('N05A')] }, referral: {} },
    ],
    [
      'the exceptions of a code set, and each set once',
      {
        any: [
          { medication: { codes: { ...ATC('N05A'), exclude: ['N05AN'], title: { da: 'X' } } } },
          { medication: { codes: { ...ATC('N05A'), exclude: ['N05AN'] }, when: { last: 'P1M' } } },
        ],
      },
      { medication: { codes: [{ ...ATC('N05A'), exclude: ['N05AN'] }] } },
    ],
    [
      'all days, where one window has no first day',
      { any: [{ medication: { when: 'ever' } }, { medication: { when: { last: 'P1M' } } }] },
      { medication: {} },
    ],
    [
      'R16 what lasts: its whole history',
      { medication: { codes: ATC('N05A'), lasting: 'P1M' } },
      { medication: { codes: [ATC('N05A')] } },
    ],
    [
      'R16a runs: the whole history',
      { diagnosis: { when: { last: 'P1Y' }, episodes: { gap: 'P1M' } } },
      { diagnosis: {} },
    ],
    [
      'R18 together: what goes on in the window',
      {
        concurrent: { of: [{ medication: { codes: ATC('C09') } }, { diagnosis: {} }] },
      },
      {
        medication: { codes: [ATC('C09')] },
        diagnosis: { earliest: '2026-11-24' },
      },
    ],
    [
      'R18 together for a time: the whole history of each',
      {
        concurrent: {
          of: [{ medication: { codes: ATC('C09') } }, { medication: { codes: ATC('C03') } }],
          lasting: 'P1M',
        },
      },
      { medication: { codes: [ATC('C09'), ATC('C03')] } },
    ],
    [
      'R19 each part in its own window',
      {
        sequence: {
          of: [{ diagnosis: { when: { last: 'P1Y' } } }, { referral: { when: { last: 'P1M' } } }],
          within: 'P3M',
        },
      },
      { diagnosis: { earliest: '2025-11-24' }, referral: { earliest: '2026-10-24' } },
    ],
  ])('%s', (_, criterion, types) => {
    expect(requested(criterion)).toEqual(types);
  });

  it('conditions, markers, indicators and both sides of the population are asked for too', () => {
    const service = (code: string): Criterion => ({
      service: { codes: { system: 'ydelse', include: [code] } },
    });
    const title = { da: 'T' };
    const plan = planOf(service('1'), {
      population: { include: service('1'), exclude: service('2') },
      information: [
        { id: 'a', type: 'patient', field: 'age', title, condition: service('3') },
        { id: 'b', type: 'result', title, uncoded: { da: 'Ingen kode' } },
      ],
      markers: [{ id: 'm', level: 'info', title, when: service('4') }],
      indicators: [
        {
          id: 'i',
          title,
          numerator: service('5'),
          denominator: service('6'),
          except: service('7'),
        },
      ],
    });
    const { types } = requestFor(plan, asOf);
    expect(types.service?.codes?.flatMap(({ include }) => include).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(types.result).toBeUndefined();
  });

  it('several plans are asked for at once', () => {
    const plans = [
      planOf({ service: { when: { last: 'P1M' } } }),
      planOf({ referral: { when: { last: 'P1M' } } }),
      planOf({ service: { when: { last: 'P1Y' } } }),
    ];
    expect(requestFor(plans, asOf).types).toEqual({
      service: { earliest: '2025-11-24' },
      referral: { earliest: '2026-10-24' },
    });
  });
});
