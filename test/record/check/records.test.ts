import { describe, expect, it } from 'vitest';
import { checked } from './checked.ts';

describe('R3 empty text in an optional field is as if the field were absent', () => {
  it.each(['', ' ', '\u00a0'])('%j, in every type', (empty) => {
    const dated = { from: '2020-01-01', at: '2020-01-01', value: 1 };
    const optional = {
      text: empty,
      source: empty,
      system: empty,
      to: empty,
      dose: empty,
      unit: empty,
      comparator: empty,
      status: empty,
      with: empty,
      body: empty,
    };
    const coded = [{ ...dated, code: 'X', ...optional }];
    const uncoded = [{ ...dated, ...optional, code: empty }];
    const { records, rejected } = checked({
      diagnoses: coded,
      medications: coded,
      results: coded,
      services: coded,
      appointments: uncoded,
      referrals: uncoded,
      letters: [{ ...uncoded[0], from: empty }],
    });
    const plain = checked({
      diagnoses: [{ code: 'X', from: '2020-01-01' }],
      medications: [{ code: 'X', from: '2020-01-01' }],
      results: [{ code: 'X', at: '2020-01-01', value: 1 }],
      services: [{ code: 'X', at: '2020-01-01' }],
      appointments: [{ at: '2020-01-01' }],
      referrals: [{ at: '2020-01-01' }],
      letters: [{ at: '2020-01-01' }],
    });
    expect(rejected).toEqual([]);
    expect(records).toEqual(plain.records);
  });
});

describe('R14 comparators', () => {
  it.each([
    ['=', undefined],
    [' < ', '<'],
    ['≤', '<='],
    ['≥', '>='],
    ['> =', '>='],
    ['~', '?'],
    ['ca.', '?'],
    ['toString', '?'],
  ])('%j is %j', (comparator, expected) => {
    const { records } = checked({
      results: [{ code: 'X', at: '2020-01-01', value: 1, comparator }],
    });
    expect(records.result[0]?.comparator).toBe(expected);
  });
});

it.each(['Booked', ' BOOKED '])('the status %j is read', (status) => {
  const { records } = checked({ appointments: [{ at: '2020-01-01', status }] });
  expect(records.appointment[0]?.status).toBe('booked');
});

describe('R3a a medicine without a code', () => {
  it.each([undefined, null, '', ' '])('with a text stays, its code %j none', (code) => {
    const { records, rejected, hints } = checked({
      medications: [{ code, text: 'Panodil', from: '2020-01-01' }],
    });
    expect(records.medication).toEqual([
      {
        type: 'medication',
        system: 'ATC',
        code: '',
        text: 'Panodil',
        index: 0,
        from: '2020-01-01',
      },
    ]);
    expect(rejected).toEqual([]);
    expect(hints).toEqual([{ kind: 'without-code', type: 'medication', count: 1 }]);
  });

  it('and without a text is rejected', () => {
    const { rejected } = checked({ medications: [{ from: '2020-01-01', text: ' ' }] });
    expect(rejected).toMatchObject([{ field: 'code', reason: 'empty-code' }]);
  });
});

describe('R9 a list that is none', () => {
  it.each([null, 'none', {}, 7])('%j covers nothing for the patient', (list) => {
    const { supplied, coverage, records } = checked({
      diagnoses: list,
      coverage: { diagnosis: { available: true }, result: { available: true } },
    });
    expect(supplied.has('diagnosis')).toBe(false);
    expect(coverage).toEqual({ diagnosis: { available: false }, result: { available: true } });
    expect(records.diagnosis).toEqual([]);
  });

  it('an absent one says nothing of its own', () => {
    expect(checked({}).coverage).toEqual({});
  });
});

describe('R3 a result without a value', () => {
  it.each([undefined, null, '', ' ', '\u00a0'])('%j is set aside: it was not measured', (value) => {
    const results = [{ code: 'NPU27300', at: '2026-01-01', value }];
    const { records, rejected } = checked({ results });
    expect(records.result).toEqual([]);
    expect(rejected).toMatchObject([{ type: 'result', field: 'value', reason: 'missing' }]);
  });
});

it('an interval of reference that ends before it begins is none', () => {
  const result = { code: 'NPU27300', at: '2026-01-01', value: 15 };
  const { records, rejected } = checked({ results: [{ ...result, low: 30, high: 5 }] });
  expect(rejected).toEqual([]);
  expect(records.result[0]).not.toHaveProperty('low');
  expect(records.result[0]).not.toHaveProperty('high');
  expect(checked({ results: [{ ...result, low: 5, high: 5 }] }).records.result).toMatchObject([
    { low: 5, high: 5 },
  ]);
});
