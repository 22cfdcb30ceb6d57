/** R16a: what a number of runs rests on, and why it is unknown. The answers themselves are among the cases. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/profile/index.ts';
import type { SuppliedMedication } from '../../src/record/index.ts';
import { ask, complete, patientWith } from './build.ts';

const runs = (more: object = {}): Criterion => ({
  medication: {
    codes: { system: 'ATC', include: ['N05A'] },
    when: { from: '2020-01-01' },
    episodes: { gap: 'P30D' },
    count: { min: 2 },
    ...more,
  },
});
const given = (...medications: readonly Partial<SuppliedMedication>[]) =>
  patientWith({
    medications: medications.map((each) => ({ code: 'N05AH03', from: '2020-01-01', ...each })),
  });
const [first, second] = [
  { from: '2021-01-01', to: '2021-02-01' },
  { from: '2022-01-01', to: '2022-02-01' },
] as const;

describe('evidence is the records of the runs that count', () => {
  it('oldest first', () => {
    const finding = ask(runs(), given(second, first));
    expect(finding).toMatchObject({
      truth: 'yes',
      records: [{ from: first.from }, { from: second.from }],
      unknownReasons: [],
      branches: [],
    });
  });

  it('of one run all its parts', () => {
    const finding = ask(
      runs({ count: { min: 1 } }),
      given(first, { from: '2021-02-20', to: '2021-03-01' }),
    );
    expect(finding).toMatchObject({ truth: 'yes', unknownReasons: [] });
    expect(finding.records).toHaveLength(2);
  });

  it('also where they are too few', () => {
    const finding = ask(runs(), given(first));
    expect(finding).toMatchObject({ truth: 'no', records: [{ from: first.from }] });
  });

  it('without a gap runs are parted by a day', () => {
    const next = { from: '2021-02-03', to: '2021-03-01' };
    expect(ask(runs({ episodes: {} }), given(first, next)).truth).toBe('yes');
    expect(ask(runs({ episodes: {} }), given(first, { ...next, from: '2021-02-02' })).truth).toBe(
      'no',
    );
  });
});

describe('why it is unknown', () => {
  it('one has no code', () => {
    const finding = ask(runs(), given(first, { ...second, code: '', text: 'Pille' }));
    expect(finding).toMatchObject({
      truth: 'unknown',
      records: [{ from: first.from }],
      unknownReasons: [{ kind: 'no-code', record: { from: second.from } }],
    });
  });

  it('the end of one may join it to the next', () => {
    const finding = ask(
      runs(),
      given({ from: '2021-01-01', to: '2021' }, { from: '2021-12-01', to: '2022-01-01' }),
    );
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([{ kind: 'partial-date' }]);
  });

  it('one was set aside', () => {
    const finding = ask(runs(), given(first, { from: 'engang' }));
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'rejected', type: 'medication', count: 1 },
    ]);
  });

  it('the list could not be read at all', () => {
    const patient = { ...given(first), medications: 'ingen' as never };
    const finding = ask(runs(), patient);
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([
      { kind: 'not-covered', type: 'medication' },
      { kind: 'rejected', type: 'medication' },
    ]);
  });

  it('the data begin too late', () => {
    const finding = ask(runs(), given(first), {
      coverage: { ...complete, medication: { available: true, from: '2021-01-01' } },
    });
    expect(finding).toMatchObject({
      truth: 'unknown',
      records: [{ from: first.from }],
      unknownReasons: [{ kind: 'not-covered', type: 'medication', coveredFrom: '2021-01-01' }],
    });
  });

  it('what is not seen may join two to one', () => {
    const finding = ask(runs(), given(first, second), {
      coverage: { ...complete, medication: { available: true, from: '2021-01-01' } },
    });
    expect(finding.truth).toBe('unknown');
    expect(ask(runs({ count: { min: 1 } }), given(first, second)).truth).toBe('yes');
  });
});

describe('with a longest, a run counts where nothing else can be joined to it', () => {
  const short = runs({ lasting: { atMost: 'P60D' }, count: { min: 1 } });

  it.each<[string, readonly Partial<SuppliedMedication>[], string]>([
    ['alone', [first], 'yes'],
    [
      'beside one without a code that would be joined',
      [first, { from: '2021-02-10', to: '2021-06-01', code: '', text: 'Pille' }],
      'unknown',
    ],
    [
      'beside one without a code far from it',
      [first, { from: '2022-02-10', to: '2022-06-01', code: '', text: 'Pille' }],
      'yes',
    ],
    [
      'with an end in a month, short on each day of it',
      [{ from: '2021-01-10', to: '2021-02' }],
      'yes',
    ],
    ['with an end in a year', [{ from: '2021-01-10', to: '2021' }], 'unknown'],
    [
      'two that a third whose end is not known may join',
      [
        first,
        { from: '2021-03-10', to: '2021-03-20' },
        { from: '2021-02-02', to: '2021-02', code: '', text: 'Pille' },
      ],
      'unknown',
    ],
  ])('%s', (_, medications, truth) => {
    expect(ask(short, given(...medications)).truth).toBe(truth);
  });
});
