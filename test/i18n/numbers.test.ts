import { describe, expect, it } from 'vitest';
import { formatDecimal, plural } from '../../src/i18n/numbers.ts';

describe('numbers of results', () => {
  it.each([
    [0.1 + 0.2, '0,3', '0.3'],
    [1e21, '1000000000000000000000', '1000000000000000000000'],
    [1e-7, '0,0000001', '0.0000001'],
    [7012, '7012', '7012'],
    [-1.5, '-1,5', '-1.5'],
    [7.5, '7,5', '7.5'],
  ])('%s', (value, danish, english) => {
    expect([formatDecimal(value, 'da'), formatDecimal(value, 'en')]).toEqual([danish, english]);
  });
});

it('counts have their noun, and the thousands their sign', () => {
  expect(plural(7012, ['patient', 'patienter'], 'da')).toBe('7.012 patienter');
  expect(plural(1, ['mand', 'mænd'], 'da')).toBe('1 mand');
  expect(plural(7012, ['patient', 'patients'], 'en')).toBe('7,012 patients');
});
