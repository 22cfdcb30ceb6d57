/** R19a: what a day of all parts rests on, and why it is unknown. The answers themselves are among the cases. */
import { describe, expect, it } from 'vitest';
import type { Criterion, SameDay } from '../../src/profile/index.ts';
import type { SuppliedResult } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

type Pick = 'any' | 'latest' | 'earliest' | 'lowest' | 'highest';
const npu = (code: string) => ({ system: 'NPU', include: [code] });

/** Blood pressure under 140/90; a pick where one is given. */
const pressure = (pick?: Pick, more: Partial<SameDay> = {}): Criterion => ({
  sameDay: {
    of: [
      {
        result: { codes: npu('S'), value: { below: 140, unit: '1' }, ...(pick ? { pick } : {}) },
      },
      { result: { codes: npu('D'), value: { below: 90, unit: '1' }, ...(pick ? { pick } : {}) } },
    ],
    ...more,
  },
});
/** That both were measured, whatever they were. */
const measured: Criterion = {
  sameDay: { of: [{ result: { codes: npu('S') } }, { result: { codes: npu('D') } }] },
};
type Reading = readonly ['S' | 'D', number | string, string, Partial<SuppliedResult>?];
const patient = (...all: readonly Reading[]) =>
  patientWith({
    results: all.map(([code, value, at, more]) => ({ code, value, at, unit: '1', ...more })),
  });
const [d1, d2] = ['2024-01-15', '2024-02-15'] as const;
/** What the records in evidence are, in their order. */
const evidence = (finding: ReturnType<typeof ask>) =>
  finding.records.map((record) => `${record.code}${'value' in record ? record.value : ''}`);

describe('evidence is of the latest day that all have', () => {
  it('with a yes', () => {
    const finding = ask(
      pressure(),
      patient(['S', 150, d1], ['D', 95, d1], ['S', 130, d2], ['D', 80, d2]),
    );
    expect(finding).toMatchObject({
      path: '/population/include',
      truth: 'yes',
      unknownReasons: [],
      branches: [],
    });
    expect(evidence(finding)).toEqual(['S130', 'D80']);
  });

  it('with a no', () => {
    const finding = ask(
      pressure(),
      patient(['S', 130, d1], ['D', 80, d1], ['S', 130, d2], ['D', 95, d2]),
    );
    expect(finding).toMatchObject({ truth: 'no', unknownReasons: [] });
    expect(evidence(finding)).toEqual(['S130', 'D95']);
  });

  it('is nothing where no day is of all', () => {
    const finding = ask(pressure(), patient(['S', 130, d1], ['D', 80, d2]));
    expect(finding).toMatchObject({ truth: 'no', records: [], unknownReasons: [] });
  });

  it('is whatever was measured, where no value is asked', () => {
    const finding = ask(measured, patient(['S', 130, d1], ['D', 80, d1], ['S', 150, d1]));
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(evidence(finding)).toEqual(['S130', 'D80', 'S150']);
  });

  it.each<[Pick | undefined, string, readonly string[]]>([
    [undefined, 'yes', ['S130', 'D80']],
    ['any', 'yes', ['S130', 'D80']],
    ['lowest', 'yes', ['S130', 'D80']],
    ['highest', 'no', ['D80', 'S150']],
  ])('of two of one part, by %s', (pick, truth, expected) => {
    const finding = ask(pressure(pick), patient(['S', 130, d1], ['D', 80, d1], ['S', 150, d1]));
    expect(finding).toMatchObject({ truth, unknownReasons: [] });
    expect(evidence(finding)).toEqual(expected);
  });

  it.each<[Pick, string]>([
    ['latest', 'no'],
    ['earliest', 'yes'],
  ])('of two at different hours, by %s', (pick, truth) => {
    const finding = ask(
      pressure(pick),
      patient(['S', 130, `${d1}T08:00`], ['D', 80, `${d1}T08:00`], ['S', 150, `${d1}T20:00`]),
    );
    expect(finding.unknownReasons).toEqual([]);
    expect(finding.truth).toBe(truth);
    expect(finding.records).toHaveLength(2);
  });
});

describe('why it is unknown', () => {
  it.each<[Pick | undefined]>([[undefined], ['latest'], ['lowest']])(
    'a bound that straddles the limit, by %s',
    (pick) => {
      const finding = ask(
        pressure(pick),
        patient(['S', 130, d1, { comparator: '>=' }], ['D', 80, d1]),
      );
      expect(finding.truth).toBe('unknown');
      expect(evidence(finding)).toEqual(['S130', 'D80']);
      expect(finding.unknownReasons).toMatchObject([{ kind: 'comparator', record: { code: 'S' } }]);
    },
  );

  it('a later day that may be of all: the doubt names the record whose day is not known', () => {
    const finding = ask(
      pressure(),
      patient(['S', 130, d1], ['D', 80, d1], ['S', 150, '2024-02'], ['D', 80, d2]),
    );
    expect(finding.truth).toBe('unknown');
    expect(evidence(finding)).toEqual(['S130', 'D80', 'S150', 'D80']);
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'partial-date', record: { value: 150 } },
    ]);
  });

  it('one that may be of the day is never a yes by itself', () => {
    const finding = ask(
      pressure(),
      patient(['S', 150, d1], ['D', 80, d1], ['S', 130, '2024-01'], ['D', 80, '2023-12-31']),
    );
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'partial-date', record: { value: 130 } },
    ]);
  });

  it('a day that may be of all, where none is certain', () => {
    const finding = ask(pressure(), patient(['S', 130, '2024-01'], ['D', 80, d1]));
    expect(finding.truth).toBe('unknown');
    expect(evidence(finding)).toEqual(['S130', 'D80']);
    expect(finding.unknownReasons).toMatchObject([{ kind: 'partial-date', record: { code: 'S' } }]);
  });

  it('nothing is in doubt where it is the same on whichever day', () => {
    const finding = ask(
      pressure(),
      patient(['S', 130, d1], ['D', 80, d1], ['S', 120, '2024-02'], ['D', 70, d2]),
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(evidence(finding)).toEqual(['S130', 'D80', 'S120', 'D70']);
  });

  it('a part that is not covered from the day on, told once for two parts of one type', () => {
    const finding = ask(measured, patient(['S', 130, d1], ['D', 80, d1]), {
      coverage: { ...complete, result: { available: true, updated: '2024-01-20' } },
    });
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([{ kind: 'stale', type: 'result' }]);
  });

  it('data that begin after the window, yet before the day, are enough', () => {
    const finding = ask(
      pressure(undefined, { when: { from: '2020-01-01' } }),
      patient(['S', 130, d1], ['D', 80, d1]),
      { coverage: { ...complete, result: { available: true, from: '2023-01-01' } } },
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
  });

  it('what was set aside may have been later', () => {
    const finding = ask(
      pressure(),
      patient(['S', 130, d1], ['D', 80, d1], ['S', 150, 'engang'], ['D', 95, 'engang']),
    );
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([{ kind: 'rejected', type: 'result', count: 2 }]);
  });
});
