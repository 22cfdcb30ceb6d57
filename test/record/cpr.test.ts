import { describe, expect, it } from 'vitest';
import { formatCpr, parseCpr } from '../../src/record/index.ts';

/** CPR-kontoret, "Personnummeret i CPR": seventh digit and year give the century. */
describe('the century', () => {
  it.each([
    ['010136-0000', '1936-01-01'],
    ['010199-3999', '1999-01-01'],
    ['010136-4000', '2036-01-01'],
    ['010137-4000', '1937-01-01'],
    ['010157-5000', '2057-01-01'],
    ['010158-5000', '1858-01-01'],
    ['010157-8000', '2057-01-01'],
    ['010158-8000', '1858-01-01'],
    ['010136-9000', '2036-01-01'],
    ['010137-9000', '1937-01-01'],
    ['290200-4000', '2000-02-29'],
  ])('%s is born %s', (number, birthDate) => {
    expect(parseCpr(number)).toMatchObject({ kind: 'cpr', birthDate });
  });
});

describe('reading', () => {
  it.each([
    '0101419996',
    '010141-9996',
    ' 010141 9996 ',
    '010141–9996',
    '010141\u20119996',
    '010141\u00a0-\u00a09996',
    '\u200b0101\u00ad419996\ufeff',
    '010141−9996',
    '010141 - 9996',
  ])('%j is one number', (text) => {
    expect(parseCpr(text).number).toBe('0101419996');
  });

  it('the last digit tells the sex', () => {
    expect(parseCpr('010141-9996').sex).toBe('female');
    expect(parseCpr('010141-9997').sex).toBe('male');
  });

  it('modulus 11 is a hint, never a verdict', () => {
    // The example of CPR-kontoret's own paper.
    expect(parseCpr('070761-4285')).toMatchObject({ kind: 'cpr', modulus11: true });
    expect(parseCpr('070761-4286')).toMatchObject({ kind: 'cpr', modulus11: false });
  });

  it('replacement numbers are tolerated', () => {
    expect(parseCpr('610147-AAA2')).toEqual({ kind: 'replacement', number: '610147AAA2' });
    expect(parseCpr('610147-1232')).toMatchObject({ kind: 'replacement', birthDate: '1947-01-01' });
  });

  it.each([
    '',
    '123',
    '320141-9996',
    '600141-9996',
    '290201-0000',
    'hej',
    '01014199961',
    'X610147AAA2',
    '610147AAA2X',
  ])('%j is unreadable, not an error', (text) => {
    expect(parseCpr(text)).toEqual({ kind: 'unreadable', number: text });
    expect(parseCpr(` ${text}\n`)).toEqual({ kind: 'unreadable', number: text });
  });

  it('is formatted with its hyphen, or left alone', () => {
    expect(formatCpr('0101419996')).toBe('010141-9996');
    expect(formatCpr('610147AAA2')).toBe('610147-AAA2');
    expect(formatCpr('ukendt')).toBe('ukendt');
    expect(formatCpr('01014199961')).toBe('01014199961');
  });
});
