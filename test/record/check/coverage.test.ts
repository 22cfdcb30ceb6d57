import { describe, expect, it } from 'vitest';
import { dataTypes, readCoverage } from '../../../src/record/index.ts';
import { checked } from './checked.ts';

/** How one type's coverage is read, and what is said of it. */
function read(result: unknown) {
  const faults: (readonly [string, string])[] = [];
  const coverage = readCoverage({ result }, (field, reason) => faults.push([field, reason]));
  return { coverage: coverage.result, faults };
}

describe('R9 coverage is checked like records', () => {
  it('everything that can be read is kept, in one form', () => {
    const given = {
      available: true,
      from: '2020-01-01T00:00',
      source: 'Lab',
      updated: '2026-11-24T08:00+01:00',
      staleAfter: 'P2W',
      systems: ['npu', 'urn:oid:1.2.208.176.2.1', 'LOINC', ' '],
    };
    const { coverage, faults } = read(given);
    expect(faults).toEqual([]);
    expect(coverage).toStrictEqual({ ...given, from: '2020-01-01', systems: ['NPU', 'LOINC'] });
  });

  it('what was read once is read again as it is', () => {
    const { coverage } = read({
      available: true,
      from: '2020-05',
      updated: '2026',
      systems: ['ICPC2'],
    });
    expect(read(coverage).coverage).toStrictEqual(coverage);
  });

  it.each([
    ['2020', '2020-12-31'],
    ['2020-02', '2020-02-29'],
  ])('from %s counts as its last day', (from, expected) => {
    expect(read({ available: true, from }).coverage).toEqual({ available: true, from: expected });
  });

  it.each(['', null, undefined, '0001-01-01', '1753-01-01T00:00:00', '1899-12-30'])(
    'from %j is none',
    (from) => {
      expect(read({ available: true, from })).toEqual({
        coverage: { available: true },
        faults: [],
      });
    },
  );

  it('updated in a month counts as its first day', () => {
    expect(read({ available: true, updated: '2026-11' }).coverage?.updated).toBe('2026-11-01');
  });

  it('no systems are as if nothing were said of them', () => {
    expect(read({ available: true, systems: [] }).coverage).toEqual({ available: true });
    expect(read({ available: true, systems: [' '] }).coverage).toEqual({ available: true });
  });

  it.each([
    [{ available: 'yes' }, '.available', 'wrong-type'],
    [{}, '.available', 'wrong-type'],
    [{ available: true, from: 'engang' }, '.from', 'unreadable-date'],
    [{ available: true, from: 2020 }, '.from', 'unreadable-date'],
    [{ available: true, from: '9999-12-31' }, '.from', 'unreadable-date'],
    [{ available: true, updated: 'i går' }, '.updated', 'unreadable-date'],
    [{ available: true, updated: '0001-01-01' }, '.updated', 'unreadable-date'],
    [{ available: true, staleAfter: '31' }, '.staleAfter', 'unknown-value'],
    [{ available: true, staleAfter: '-P1D' }, '.staleAfter', 'unknown-value'],
    [{ available: true, staleAfter: 31 }, '.staleAfter', 'unknown-value'],
    [{ available: true, systems: 'NPU' }, '.systems', 'wrong-type'],
    [{ available: true, systems: ['NPU', 7] }, '.systems', 'wrong-type'],
    ['yes', '', 'not-an-object'],
    [[], '', 'not-an-object'],
  ])('%j covers nothing: %s, %s', (given, field, reason) => {
    const { coverage, faults } = read(given);
    expect(coverage?.available).toBe(false);
    expect(faults).toEqual([[`coverage.result${field}`, reason]]);
  });

  it.each(['all', [], 7])(
    'a patient’s coverage that is %j covers nothing, with one reason',
    (all) => {
      const { coverage, rejected } = checked({ coverage: all });
      expect(Object.values(coverage).map(({ available }) => available)).toEqual(
        Array(dataTypes.length).fill(false),
      );
      expect(rejected).toEqual([
        { patientId: 'p1', type: 'patient', field: 'coverage', reason: 'not-an-object' },
      ]);
    },
  );

  it('of one type, a patient’s says so by its place', () => {
    const { rejected } = checked({ coverage: { result: { available: true, from: 'engang' } } });
    expect(rejected).toEqual([
      {
        patientId: 'p1',
        type: 'patient',
        field: 'coverage.result.from',
        reason: 'unreadable-date',
      },
    ]);
  });
});
