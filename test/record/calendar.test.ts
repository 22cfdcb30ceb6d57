import { describe, expect, it } from 'vitest';
import {
  addPeriod,
  completedYears,
  isCalendarDate,
  newYears,
  nextDay,
  parsePeriod,
  previousDay,
  weekOf,
  readDate,
  subtractPeriod,
} from '../../src/record/index.ts';

const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

describe('dates', () => {
  it.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-11-00', false],
    ['0001-01-01', true],
    ['0000-01-01', false],
    ['12026-11-24', false],
    ['2026-11-241', false],
    ['24-11-2026', false],
    ['2026-1-1', false],
    ['', false],
  ])('%j exists: %j', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it('R4 a date-time counts as its own local date, as written', () => {
    expect(readDate('2026-11-24T23:30:00+01:00')).toEqual({ date: '2026-11-24', time: '23:30' });
    expect(readDate('2026-11-25T00:30-11:00')).toEqual({ date: '2026-11-25', time: '00:30' });
    expect(readDate('2026-11-24T08:14:00.123Z')).toEqual({ date: '2026-11-24', time: '08:14' });
    expect(readDate('2026-11-24T08:14:00+0100')).toEqual({ date: '2026-11-24', time: '08:14' });
    expect(readDate('2026-11-24T08:14+01')).toEqual({ date: '2026-11-24', time: '08:14' });
    expect(readDate('2026-11-24T08:14-21:00')).toEqual({ date: '2026-11-24', time: '08:14' });
    expect(readDate(' 2026-11-24 ')).toEqual({ date: '2026-11-24' });
  });

  it.each([
    '2026-11-24T',
    '2026-11-24Tmorgen',
    '2026-11-24T25:00',
    '2026-11-24X08:00',
    '2026-11-24 T08:00',
    '2026-11-24T08:00 CET',
    '31/12/2025',
  ])('%j cannot be read', (text) => expect(readDate(text)).toBeUndefined());
});

describe('R6 calendar arithmetic', () => {
  it.each([
    ['2026-11-24', 'P12M', '2025-11-24'],
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2026-05-31', 'P3M', '2026-02-28'],
    ['2026-01-01', 'P1D', '2025-12-31'],
    ['2026-03-01', 'P1W', '2026-02-22'],
  ])('%s minus %s is %s', (date, text, expected) => {
    expect(subtractPeriod(date, period(text))).toBe(expected);
  });

  it.each([
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    // In order, each step clamped: the year first (28 February), then the month.
    ['2024-02-29', 'P1Y1M', '2025-03-28'],
    ['2026-11-24', 'P1Y2M1W3D', '2028-02-03'],
    ['2026-11-24', 'P0D', '2026-11-24'],
  ])('%s plus %s is %s', (date, text, expected) => {
    expect(addPeriod(date, period(text))).toBe(expected);
  });

  it('stops at the edge of the calendar', () => {
    expect(subtractPeriod('0001-01-05', period('P10D'))).toBe('0001-01-01');
    expect(addPeriod('9999-12-30', period('P10D'))).toBe('9999-12-31');
    expect(subtractPeriod('2026-11-24', period('P3000Y'))).toBe('0001-01-01');
    // Further than a date of JavaScript reaches.
    expect(subtractPeriod('2026-11-24', period('P999999Y'))).toBe('0001-01-01');
    expect(addPeriod('2026-11-24', period('P999999Y'))).toBe('9999-12-31');
  });

  it('finds every 1 January after a day, up to another', () => {
    expect(newYears('2023-12-31', '2026-11-24')).toEqual([
      '2024-01-01',
      '2025-01-01',
      '2026-01-01',
    ]);
    expect(newYears('2024-01-01', '2025-01-01')).toEqual(['2025-01-01']);
    expect(newYears('2026-01-01', '2026-12-31')).toEqual([]);
  });

  it('steps over month and year ends', () => {
    expect(weekOf('2026-11-24')).toEqual({ first: '2026-11-23', last: '2026-11-29' });
    expect(weekOf('0001-01-01')).toEqual({ first: '0001-01-01', last: '0001-01-07' });
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
    expect(previousDay('2026-03-01')).toBe('2026-02-28');
  });
});

describe('R17 completed years', () => {
  it.each([
    ['1941-11-24', '2026-11-24', 85],
    ['1941-11-25', '2026-11-24', 84],
    // Born on a leap day: a year is completed on 1 March of a common year.
    ['1944-02-29', '2026-02-28', 81],
    ['1944-02-29', '2026-03-01', 82],
    ['1944-02-29', '2024-02-29', 80],
    ['2026-11-24', '2026-11-24', 0],
  ])('born %s, on %s: %d', (birthDate, on, years) => {
    expect(completedYears(birthDate, on)).toBe(years);
  });
});
