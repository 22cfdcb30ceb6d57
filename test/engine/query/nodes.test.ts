/** The same question is the same node, however it is written and wherever it is asked; another is another. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/profile/index.ts';
import { planOf } from '../build.ts';

const P70 = { system: 'ICPC-2', include: ['P70'] };
const dementia: Criterion = { diagnosis: { codes: P70 } };
const female: Criterion = { patient: { sex: 'female' } };
const X = { system: 'NPU', include: ['X'] };
const Y = { system: 'NPU', include: ['Y'] };
const value = { above: 5, unit: '1' };
const drugs = { medication: { codes: { system: 'ATC', include: ['A'] } } };
const together = { concurrent: { of: [drugs, { diagnosis: {} }] } };
const following = {
  sequence: { of: [{ service: {} }, { result: {} }], within: 'P1M' },
} as const;

const shared = { sameDay: { of: [{ service: {} }, { result: { value } }] } } as const;
const changed = { change: { of: { codes: X }, from: 'previous', value } } as const;

const keyOf = (criterion: Criterion) => planOf(criterion).nodes.include.key;

describe('the same', () => {
  it.each<[string, Criterion, Criterion]>([
    ['parts of all in any order', { all: [dementia, female] }, { all: [female, dementia] }],
    ['parts of any, one twice', { any: [dementia, female] }, { any: [female, dementia, female] }],
    ['a default window, said', dementia, { diagnosis: { codes: P70, when: 'ever' } }],
    ['once, said', dementia, { diagnosis: { codes: P70, count: { min: 1 } } }],
    ['any result, said', { result: { value } }, { result: { value, pick: 'any' } }],
    [
      'codes in any order, case and number',
      { diagnosis: { codes: { system: 'ICPC-2', include: ['P70', 'K86'], exclude: ['B', 'A'] } } },
      {
        diagnosis: {
          codes: { system: ' icpc-2', include: ['k86', 'P70', 'p70 '], exclude: ['a', 'B'] },
        },
      },
    ],
    [
      'code sets in any order, one twice',
      { diagnosis: { codes: [P70, { system: 'ICD-10', include: ['F00'] }] } },
      { diagnosis: { codes: [{ system: 'icd-10', include: ['F00'] }, P70, P70] } },
    ],
    ['one code set, in a list', dementia, { diagnosis: { codes: [P70] } }],
    [
      'specialties in any order, one twice',
      { service: { specialty: ['80', '24'] } },
      { service: { specialty: ['24', ' 80', '80'] } },
    ],
    ['a source in any case', { service: { source: 'FMK' } }, { service: { source: ' fmk ' } }],
    [
      'on the day of the same record, said',
      { anchor: { on: { diagnosis: { codes: P70 } }, pick: 'latest', is: { all: [female] } } },
      {
        anchor: {
          is: { all: [female, female] },
          pick: 'latest',
          on: { diagnosis: { when: 'ever', codes: P70 } },
        },
      },
    ],
    [
      'keys in any order',
      { service: { when: { from: '2020-01-01', to: '2021-01-01' } } },
      { service: { when: { to: '2021-01-01', from: '2020-01-01' } } },
    ],
    [
      'without a pause, said',
      { medication: { lasting: 'P3M' } },
      { medication: { lasting: 'P3M', gap: 'P0D' } },
    ],
    [
      'at least so long, said',
      { medication: { lasting: 'P3M' } },
      { medication: { lasting: { atLeast: 'P3M' } } },
    ],
    [
      'one run, without a pause, said',
      { medication: { episodes: {} } },
      { medication: { episodes: { gap: 'P0D' }, count: { min: 1 } } },
    ],
    [
      'together now, for a day, said',
      together,
      { concurrent: { ...together.concurrent, when: 'now', lasting: 'P1D' } },
    ],
    [
      'the default window of one day, said, and any result',
      shared,
      { sameDay: { of: [{ service: {} }, { result: { value, pick: 'any' } }], when: 'ever' } },
    ],
    [
      'a change’s default window, said',
      changed,
      { change: { ...changed.change, of: { codes: X, when: 'ever' } } },
    ],
    [
      'a sequence’s default windows, said',
      following,
      {
        sequence: {
          ...following.sequence,
          of: [{ service: { when: 'ever' } }, { result: { when: 'ever' } }],
        },
      },
    ],
  ])('%s', (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it('a code set by name, and its codes', () => {
    const named = planOf({ diagnosis: { codes: 'demens' } }, { codes: { demens: P70 } });
    expect(named.nodes.include.key).toBe(keyOf(dementia));
  });

  it('is one node, in all of a profile', () => {
    const item = { id: 'i', type: 'result', title: { da: 'I' } };
    const { nodes } = planOf(
      { any: [dementia, { all: [dementia, female] }] },
      {
        markers: [{ id: 'm', level: 'info', title: { da: 'M' }, when: dementia }],
        indicators: [
          { id: 'n', title: { da: 'N' }, numerator: dementia, denominator: female },
          { id: 'o', title: { da: 'O' }, numerator: female },
        ],
        information: [item, { ...item, id: 'j', condition: dementia }],
      },
    );
    const [node] = nodes.markers;
    expect(nodes.indicators[0]?.numerator).toBe(node);
    expect(nodes.conditions).toEqual([undefined, node]);
    expect(nodes.indicators[0]?.denominator).toBe(nodes.indicators[1]?.numerator);
    expect(nodes.indicators[1]).not.toHaveProperty('denominator');
    expect(nodes).not.toHaveProperty('exclude');
    const { question } = nodes.include;
    expect('parts' in question && question.parts.some((part) => part === node)).toBe(true);
  });
});

it('an information item means records, unless it asks the patient or has no codes', () => {
  const titled = { id: 'a', title: { da: 'A' } };
  const { selections } = planOf(dementia, {
    information: [
      { ...titled, type: 'diagnosis', codes: P70 },
      { ...titled, id: 'b', type: 'service', uncoded: { da: 'Ingen kode' } },
      { ...titled, id: 'c', type: 'patient', field: 'age' },
      { ...titled, id: 'd', type: 'service', source: ' fmk' },
    ],
  }).nodes;
  expect(selections).toEqual([
    { type: 'diagnosis', codes: [P70], systems: ['ICPC-2'] },
    undefined,
    undefined,
    { type: 'service', fields: { source: ['FMK'] } },
  ]);
});

describe('not the same', () => {
  const all: readonly Criterion[] = [
    { all: [dementia, female] },
    { any: [dementia, female] },
    { atLeast: 1, of: [dementia, female] },
    { atLeast: 2, of: [dementia, female] },
    { not: dementia },
    { not: female },
    dementia,
    { diagnosis: {} },
    { diagnosis: { codes: { system: 'ICD-10', include: ['P70'] } } },
    { diagnosis: { codes: { ...P70, exclude: ['P7001'] } } },
    { diagnosis: { codes: [P70, { system: 'ICD-10', include: ['P70'] }] } },
    { diagnosis: { codes: P70, when: 'now' } },
    { diagnosis: { codes: P70, source: 'A' } },
    { service: { specialty: '80' } },
    { service: { source: '80' } },
    { medication: { strength: { atLeast: 1, unit: 'mg' } } },
    { diagnosis: { codes: P70, count: { min: 2 } } },
    { diagnosis: { codes: P70, count: { max: 2 } } },
    { diagnosis: { codes: P70, count: { min: 2, apart: 'P3M' } } },
    { diagnosis: { codes: P70, count: { min: 2, apart: 'P2M' } } },
    { result: {} },
    { result: { value } },
    { result: { value: { above: 6, unit: '1' } } },
    { result: { value: { above: 5, unit: 'mmol/L' } } },
    { result: { value: { text: ['A'] } } },
    { result: { pick: 'latest', value } },
    { result: { pick: 'latest', value, when: 'now', codes: [X, Y] } },
    { result: { pick: 'latest', value, when: 'now', prefer: [X, Y] } },
    { result: { pick: 'latest', value, when: 'now', prefer: [Y, X] } },
    { result: { pick: 'latest', value, when: 'future', prefer: [Y, X] } },
    { result: { pick: 'latest', value, when: 'now', prefer: [X, Y, X] } },
    { result: { pick: 'latest', value: { ...value, plausible: { max: 9 } } } },
    { result: { pick: 'latest', value: { ...value, plausible: { min: 9 } } } },
    { result: { pick: 'earliest', value } },
    { medication: { count: { min: 5 } } },
    { medication: { count: { min: 5 }, distinct: { level: 5 } } },
    { medication: { count: { min: 5 }, distinct: { level: 4 } } },
    { medication: { lasting: 'P3M' } },
    { medication: { lasting: 'P2M' } },
    { medication: { lasting: 'P3M', gap: 'P1D' } },
    { medication: { lasting: { atMost: 'P3M' } } },
    { medication: { lasting: { atLeast: 'P3M', atMost: 'P3M' } } },
    { medication: { episodes: {} } },
    { medication: { episodes: { gap: 'P1D' } } },
    { medication: { episodes: {}, count: { min: 2 } } },
    { medication: { episodes: {}, lasting: 'P3M' } },
    together,
    { concurrent: { ...together.concurrent, when: 'ever' } },
    { concurrent: { ...together.concurrent, lasting: 'P2D' } },
    following,
    { sequence: { ...following.sequence, within: 'P2M' } },
    { sequence: { ...following.sequence, of: [{ result: {} }, { service: {} }] } },
    { sequence: { ...following.sequence, of: [{ service: {} }, { result: { value } }] } },
    { sequence: { ...following.sequence, of: [{ service: {} }, { result: { when: 'now' } }] } },
    { sequence: { ...following.sequence, of: [{ service: { source: 'A' } }, { result: {} }] } },
    shared,
    { sameDay: { ...shared.sameDay, when: 'now' } },
    { sameDay: { of: [{ service: {} }, { result: { value, pick: 'latest' } }] } },
    { sameDay: { of: [{ service: {} }, { result: {} }] } },
    { sameDay: { of: [{ service: { source: 'A' } }, { result: { value } }] } },
    changed,
    { change: { ...changed.change, from: 'earliest' } },
    { change: { ...changed.change, of: { codes: Y } } },
    { change: { ...changed.change, of: { codes: X, source: 'A' } } },
    { change: { ...changed.change, of: { codes: X, when: 'now' } } },
    { change: { ...changed.change, value: { ...value, plausible: { max: 9 } } } },
  ];

  it('each of them is a question of its own', () => {
    const keys = all.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
