/** Results in a kind of unit that a profile cannot compare with, wherever it asks. */
import { describe, expect, it } from 'vitest';
import { Clinic, comparisonsOf, resultsInOtherUnits } from '../../../src/engine/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import { complete, patientWith, planOf } from '../build.ts';

const codes = { system: 'NPU', include: ['NPU27300'] };
const value = { above: 58, unit: 'mmol/mol' };
const nobody: Criterion = { patient: { sex: 'male' } };
const title = { da: 'T' };
const result = (unit?: string, more = {}) => ({
  ...{ code: 'NPU27300', at: '2026-03-09', value: 50 },
  ...(unit === undefined ? {} : { unit }),
  ...more,
});

function told(criterion: Criterion, more: object = {}) {
  const clinic = new Clinic(complete);
  clinic.add([
    patientWith(
      { results: [result('mmol/L', { text: 'HbA1c' }), result('mmol/L'), result('mmol/mol')] },
      { id: 'a' },
    ),
    patientWith({ results: [result('mmol/L'), result('%'), result()] }, { id: 'b' }),
    patientWith(
      {
        results: [
          result('alen'),
          result(' '),
          result('10⁻³'),
          result('mmol/L', { value: 'negativ' }),
          result('mmol/L', { code: 'NPU1' }),
        ],
      },
      { id: 'c' },
    ),
    patientWith({ results: [result('mmol/L')] }, { id: 'd' }),
  ]);
  clinic.remove('d');
  return resultsInOtherUnits(clinic, comparisonsOf(planOf(criterion, more)));
}

const asked: Criterion = { result: { codes, value } };

const everywhere: readonly (readonly [string, Criterion, object?])[] = [
  ['the population', { not: { any: [asked, nobody] } }],
  ['a marker', nobody, { markers: [{ id: 'm', level: 'info', title, when: asked }] }],
  ['an indicator', nobody, { indicators: [{ id: 'i', title, numerator: asked }] }],
  [
    'whom an indicator counts',
    nobody,
    { indicators: [{ id: 'i', title, numerator: nobody, denominator: asked }] },
  ],
  [
    'the condition of an item',
    nobody,
    { information: [{ id: 'x', title, type: 'diagnosis', condition: asked }] },
  ],
  ['the latest result', { result: { codes, pick: 'latest', value } }],
  [
    'one of several that are preferred',
    {
      result: {
        prefer: [codes, { system: 'NPU', include: ['NPU9'] }],
        pick: 'latest',
        value,
        when: { last: 'P2Y' },
      },
    },
  ],
  ['a change', { change: { of: { codes }, from: 'previous', value } }],
  ['a day that two share', { sameDay: { of: [{ result: { codes, value } }, { service: {} }] } }],
  [
    'a sequence',
    {
      sequence: { of: [{ result: { codes, value } }, { diagnosis: {} }], within: 'P1Y' },
    },
  ],
  [
    'the day of a record',
    { anchor: { on: { result: { codes, value } }, pick: 'latest', is: nobody } },
  ],
];

describe('are found, whoever asks', () => {
  it.each(everywhere.map(([where, criterion, more = {}]) => ({ where, criterion, more })))(
    '$where',
    ({ criterion, more }) => {
      expect(told(criterion, more)).toEqual([
        {
          ...{ system: 'NPU', code: 'NPU27300', text: 'HbA1c', found: 'mmol/L' },
          ...{ expected: 'mmol/mol', results: 3, of: 9, patientIds: ['a', 'b'] },
        },
        {
          ...{ system: 'NPU', code: 'NPU27300', text: undefined, found: '%', expected: 'mmol/mol' },
          ...{ results: 1, of: 9, patientIds: ['b'] },
        },
      ]);
    },
  );
});

it('there are none where only that a result is there is asked, or a text', () => {
  expect(told({ result: { codes } })).toEqual([]);
  expect(told({ result: { codes, value: { text: ['negativ'] } } })).toEqual([]);
});

it('a result of any code is asked where no code is', () => {
  expect(told({ result: { value } }).map(({ code }) => code)).toContain('NPU1');
});
