/** R19c: what a change rests on, and why it is unknown. The answers themselves are among the cases. */
import { describe, expect, it } from 'vitest';
import type { Change, Criterion } from '../../src/profile/index.ts';
import type { SuppliedResult } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

const changed = (
  from: Change['from'],
  value: Partial<Change['value']> = { above: 5 },
  of: Partial<Change['of']> = {},
): Criterion => ({
  change: {
    of: { codes: { system: 'NPU', include: ['NPU1'] }, ...of },
    from,
    value: { unit: 'x', ...value },
  },
});
/** A result a day, the latest on 2026-11-20. */
const daily = (...results: readonly (number | Partial<SuppliedResult>)[]) =>
  patientWith({
    results: results.map((each, at) => ({
      ...{ code: 'NPU1', unit: 'x', value: 0 },
      at: `2026-11-${String(20 - (results.length - 1 - at)).padStart(2, '0')}`,
      ...(typeof each === 'number' ? { value: each } : each),
    })),
  });
/** The values of the records in evidence, in their order. */
const valuesIn = (finding: ReturnType<typeof ask>) =>
  finding.records.map((record) => 'value' in record && record.value);

describe('evidence is the latest, and the one that it is held against', () => {
  it.each([
    ['previous', [10, 30, 20, 26], [20, 26]],
    ['earliest', [10, 30, 20, 26], [10, 26]],
    ['lowest', [20, 10, 30, 26], [10, 26]],
    ['highest', [20, 30, 10, 36], [30, 36]],
  ] as const)('%s', (from, values, expected) => {
    const finding = ask(changed(from), daily(...values));
    expect(finding).toMatchObject({
      path: '/population/include',
      truth: 'yes',
      unknownReasons: [],
      branches: [],
    });
    expect(valuesIn(finding)).toEqual(expected);
  });

  it('also where it has not changed', () => {
    const finding = ask(changed('previous'), daily(10, 12));
    expect(finding).toMatchObject({ truth: 'no', unknownReasons: [] });
    expect(valuesIn(finding)).toEqual([10, 12]);
  });

  it.each([[[]], [[16]]])('of fewer than two is nothing: %j', (values) => {
    const finding = ask(changed('previous'), daily(...values));
    expect(finding).toMatchObject({ truth: 'no', records: [], unknownReasons: [] });
  });

  it('of several that may be the highest is the one that is known to be; the doubt names the other', () => {
    const finding = ask(changed('highest'), daily(5, { value: 20, comparator: '>=' }, 25, 60));
    // One of at least twenty may be any number: no difference from it is known.
    expect(finding.truth).toBe('unknown');
    expect(valuesIn(finding)).toEqual([25, 60]);
    expect(finding.unknownReasons).toMatchObject([{ kind: 'comparator', record: { value: 20 } }]);
  });

  it('of a day that is not known, where it is all the same, is without a doubt', () => {
    const finding = ask(changed('previous'), daily({ value: 10, at: '2026-10' }, 16));
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(valuesIn(finding)).toEqual([10, 16]);
  });
});

describe('why it is unknown', () => {
  it.each([
    ['the latest', [10, { value: 15, comparator: '>=' }], 15],
    ['the other', [{ value: 10, comparator: '<=' }, 15], 10],
  ] as const)('%s is known to a bound alone', (_, results, value) => {
    const finding = ask(changed('previous'), daily(...results));
    expect(finding).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'comparator', record: { value } }],
    });
    expect(finding.unknownReasons).toHaveLength(1);
    expect(finding.records).toHaveLength(2);
  });

  it('both have another unit', () => {
    const results = [
      { value: 10, unit: 'y' },
      { value: 16, unit: 'y' },
    ];
    expect(ask(changed('previous'), daily(...results)).unknownReasons).toMatchObject([
      { kind: 'unit', record: { value: 10 }, found: 'y' },
      { kind: 'unit', record: { value: 16 }, found: 'y' },
    ]);
  });

  it('a bound of which nothing depends is no reason', () => {
    const results = [10, { value: 15, comparator: '>' as const }];
    expect(ask(changed('previous'), daily(...results))).toMatchObject({
      truth: 'yes',
      unknownReasons: [],
    });
  });

  it('the days of one decide which is the latest', () => {
    const finding = ask(changed('previous'), daily(10, { value: 30, at: '2026-11' }, 16));
    expect(finding).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'partial-date', record: { value: 30 } }],
    });
    expect(finding.unknownReasons).toHaveLength(1);
    expect(valuesIn(finding).sort()).toEqual([10, 16, 30]);
  });

  it('of two the days are not known: each is a reason', () => {
    const results = [10, { value: 30, at: '2026-11' }, { value: 16, at: '2026-11' }];
    const finding = ask(changed('previous'), daily(...results));
    expect(finding).toMatchObject({ truth: 'unknown', records: [] });
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'partial-date', record: { value: 30 } },
      { kind: 'partial-date', record: { value: 16 } },
    ]);
  });

  it('one was set aside', () => {
    const finding = ask(changed('previous'), daily({ value: 1, at: 'engang' }, 10, 16));
    expect(finding).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'rejected', type: 'result', count: 1 }],
    });
    expect(valuesIn(finding)).toEqual([10, 16]);
  });

  it('results are not covered: from the one before on, from the first seen on, in the whole window', () => {
    const asked = (from: Change['from'], of: Partial<Change['of']> = {}) =>
      ask(changed(from, { above: 5 }, of), daily(12, 10, 20), {
        coverage: { ...complete, result: { available: true, from: '2026-11-20' } },
      });
    const window = (finding: ReturnType<typeof ask>) =>
      finding.unknownReasons.map((reason) => 'window' in reason && reason.window.from);
    expect(window(asked('previous'))).toEqual(['2026-11-19']);
    expect(window(asked('highest'))).toEqual(['2026-11-18']);
    expect(window(asked('lowest', { when: { last: 'P1Y' } }))).toEqual(['2025-11-24']);
    expect(asked('earliest').unknownReasons).toEqual([]);
    expect(window(asked('earliest', { when: { last: 'P1Y' } }))).toEqual(['2025-11-24']);
  });
});
