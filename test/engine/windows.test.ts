import { describe, expect, it } from 'vitest';
import { read, startFor, windowOn } from '../../src/engine/reference/windows.ts';
import type { Window } from '../../src/profile/index.ts';
import { ask, asOf, patientWith } from './build.ts';

const service = (at: string) => patientWith({ services: [{ code: '0101', at }] });
const diagnosis = (from: string, to?: string) =>
  patientWith({ diagnoses: [{ code: 'P70', from, ...(to ? { to } : {}) }] });

describe('R6 windows of days, both ends included', () => {
  it.each<[Window, string, 'yes' | 'no', string?]>([
    ['ever', '2026-11-24', 'yes'],
    ['ever', '2026-11-25', 'no'],
    ['ever', '1950-01-01', 'yes'],
    ['now', '2026-11-24', 'yes'],
    ['now', '2026-11-23', 'no'],
    ['future', '2026-11-24', 'yes'],
    ['future', '2099-01-01', 'yes'],
    ['future', '2026-11-23', 'no'],
    [{ last: 'P12M' }, '2025-11-24', 'yes'],
    [{ last: 'P12M' }, '2025-11-23', 'no'],
    [{ last: 'P12M' }, '2026-11-24', 'yes'],
    [{ last: 'P12M' }, '2026-11-25', 'no'],
    [{ next: 'P3M' }, '2027-02-24', 'yes'],
    [{ next: 'P3M' }, '2027-02-25', 'no'],
    [{ next: 'P3M' }, '2026-11-23', 'no'],
    [{ from: '2026-01-01', to: '2026-01-31' }, '2026-01-01', 'yes'],
    [{ from: '2026-01-01', to: '2026-01-31' }, '2026-01-31', 'yes'],
    [{ from: '2026-01-01', to: '2026-01-31' }, '2026-02-01', 'no'],
    [{ from: '-P24M', to: '-P12M' }, '2024-11-24', 'yes'],
    [{ from: '-P24M', to: '-P12M' }, '2024-11-23', 'no'],
    [{ from: '-P24M', to: '-P12M' }, '2025-11-24', 'yes'],
    [{ from: '-P24M', to: '-P12M' }, '2025-11-25', 'no'],
    // A missing side is open; an open end stops at the date.
    [{ from: '-P1M' }, '2026-11-24', 'yes'],
    [{ from: '-P1M' }, '2026-11-25', 'no'],
    [{ to: '-P1M' }, '1950-01-01', 'yes'],
    [{ to: '-P1M' }, '2026-10-25', 'no'],
    [{ to: '+P1M' }, '2026-12-24', 'yes'],
    [{ from: 'P0D' }, '2026-11-24', 'yes'],
    // Month ends and leap days.
    [{ last: 'P1M' }, '2026-02-28', 'yes', '2026-03-31'],
    [{ last: 'P1M' }, '2026-02-27', 'no', '2026-03-31'],
    [{ last: 'P1Y' }, '2023-02-28', 'yes', '2024-02-29'],
    [{ last: 'P1Y' }, '2023-02-27', 'no', '2024-02-29'],
  ])('%j and a service on %s: %s', (when, at, expected, on = asOf) => {
    expect(ask({ service: { when } }, service(at), { on }).truth).toBe(expected);
  });
});

it('R6 an open side is absent', () => {
  expect(windowOn('ever', asOf)).toStrictEqual({ to: asOf });
  expect(windowOn('future', asOf)).toStrictEqual({ from: asOf });
  expect(windowOn({ to: '2026-01-01' }, asOf)).toStrictEqual({ to: '2026-01-01' });
});

it.each([
  ['2026-03-01', 'P1M', '2026-02-01'],
  ['9999-12-31', 'P1M', '9999-12-31'],
  ['0001-01-01', 'P1M', '0001-01-01'],
  // Back is 3 January, and forth again 4 March: months differ in length.
  ['2026-03-01', 'P1M29D', '2025-12-31'],
  ['2026-03-31', 'P1M', '2026-02-28'],
  // Back is 28 January, and 31 January comes no further: the last day of February.
  ['2026-02-28', 'P1M', '2026-01-31'],
  ['2026-03-30', 'P1M1D', '2026-02-28'],
])('the last day from which %s is reached at most: %s back is %s', (day, period, expected) => {
  expect(startFor(day, read(period))).toBe(expected);
});

it('a period that no checked profile holds is an error', () => {
  expect(() => read('12M')).toThrow(new RangeError('"12M" is no period.'));
});

describe('R7 spans match when they share a day', () => {
  it.each<[Window, string, string | undefined, 'yes' | 'no']>([
    ['now', '2026-11-24', undefined, 'yes'],
    ['now', '2020-01-01', '2026-11-24', 'yes'],
    ['now', '2020-01-01', '2026-11-23', 'no'],
    ['now', '2026-11-25', undefined, 'no'],
    [{ last: 'P12M' }, '2020-01-01', '2025-11-24', 'yes'],
    [{ last: 'P12M' }, '2020-01-01', '2025-11-23', 'no'],
    [{ last: 'P12M' }, '2020-01-01', undefined, 'yes'],
    [{ from: '2024-01-01', to: '2024-12-31' }, '2020-01-01', undefined, 'yes'],
    [{ from: '2024-01-01', to: '2024-12-31' }, '2025-01-01', undefined, 'no'],
    ['ever', '2026-11-25', undefined, 'no'],
    [{ from: '2024-01-01', to: '2024-01-01' }, '2020-01-01', undefined, 'yes'],
    [{ to: '2024-01-01' }, '2020-01-01', '2020-02-01', 'yes'],
    ['future', '2020-01-01', undefined, 'yes'],
  ])('%j and a diagnosis %s to %s: %s', (when, from, to, expected) => {
    expect(ask({ diagnosis: { when } }, diagnosis(from, to)).truth).toBe(expected);
  });
});

describe('R8 defaults', () => {
  const past = '2026-11-23';
  const ahead = '2026-11-25';
  it.each([
    [
      'a diagnosis that ended counts',
      { diagnosis: {} },
      diagnosis('2020-01-01', '2020-02-01'),
      'yes',
    ],
    [
      'medication that ended does not',
      { medication: {} },
      patientWith({ medications: [{ code: 'N05A', from: '2020-01-01', to: past }] }),
      'no',
    ],
    [
      'medication until today does',
      { medication: {} },
      patientWith({ medications: [{ code: 'N05A', from: '2020-01-01', to: asOf }] }),
      'yes',
    ],
    [
      'a past result counts',
      { result: {} },
      patientWith({ results: [{ code: 'X', at: past, value: 1 }] }),
      'yes',
    ],
    ['a past letter counts', { letter: {} }, patientWith({ letters: [{ at: past }] }), 'yes'],
    ['a past referral counts', { referral: {} }, patientWith({ referrals: [{ at: past }] }), 'yes'],
    [
      'a past appointment does not',
      { appointment: {} },
      patientWith({ appointments: [{ at: past }] }),
      'no',
    ],
    [
      'a future one does',
      { appointment: {} },
      patientWith({ appointments: [{ at: ahead }] }),
      'yes',
    ],
    [
      'and so does one today',
      { appointment: {} },
      patientWith({ appointments: [{ at: `${asOf}T08:00` }] }),
      'yes',
    ],
  ] as const)('%s', (_, criterion, patient, expected) => {
    expect(ask(criterion, patient).truth).toBe(expected);
  });
});

describe('R5', () => {
  it('cancelled appointments, referrals and letters match nothing', () => {
    const patient = patientWith({
      appointments: [{ at: '2026-12-01', status: 'cancelled' }],
      referrals: [{ at: '2026-01-01', status: 'cancelled' }],
      letters: [{ at: '2026-01-01', status: 'cancelled' }],
    });
    expect(ask({ appointment: {} }, patient).truth).toBe('no');
    expect(ask({ referral: {} }, patient).truth).toBe('no');
    expect(ask({ letter: {} }, patient).truth).toBe('no');
  });

  it.each(['booked', 'attended', 'missed'] as const)(
    'an appointment that is %s matches',
    (status) => {
      const patient = patientWith({ appointments: [{ at: '2026-12-01', status }] });
      expect(ask({ appointment: {} }, patient).truth).toBe('yes');
    },
  );

  it.each(['sent', 'accepted', 'completed'] as const)('a referral that is %s matches', (status) => {
    const patient = patientWith({ referrals: [{ at: '2026-01-01', status }] });
    expect(ask({ referral: {} }, patient).truth).toBe('yes');
  });

  it('a result dated ahead matches only a window that reaches it', () => {
    const patient = patientWith({ results: [{ code: 'X', at: '2026-12-01', value: 1 }] });
    expect(ask({ result: {} }, patient).truth).toBe('no');
    expect(ask({ result: { when: { next: 'P1M' } } }, patient).truth).toBe('yes');
  });
});
