import { describe, expect, it } from 'vitest';
import { parsePeriod, roughDays } from '../../src/record/period.ts';

describe('R6 a period is read by its parts', () => {
  it.each([
    ['P12M', { sign: 1, years: 0, months: 12, weeks: 0, days: 0 }],
    ['-P10Y20M30W40D', { sign: -1, years: 10, months: 20, weeks: 30, days: 40 }],
    ['+P999999D', { sign: 1, years: 0, months: 0, weeks: 0, days: 999_999 }],
    ['P0D', { sign: 1, years: 0, months: 0, weeks: 0, days: 0 }],
  ])('%s', (text, parts) => expect(parsePeriod(text)).toEqual(parts));

  it.each([
    '',
    'P',
    '12M',
    'P1H',
    'PT1H',
    'P1D1Y',
    'P1000000D',
    ' P1D',
    'xP1D',
    'P1D ',
    'P1Dx',
    'p1d',
  ])('%j is none', (text) => expect(parsePeriod(text)).toBeUndefined());
});

it('how long a period is, about', () => {
  const days = (text: string) => {
    const period = parsePeriod(text);
    return period && roughDays(period);
  };
  expect(days('P4Y')).toBeCloseTo(1461, 0);
  expect(days('P12M')).toBeCloseTo(365.24, 2);
  expect(days('P2W3D')).toBe(17);
  expect(days('-P1Y1M1W1D')).toBeCloseTo(-(365.24 + 30.44 + 7 + 1), 1);
});
