import { describe, expect, it } from 'vitest';
import { checked, someone } from './checked.ts';

/** One record of each kind: as it is kept, or why it is not. */
function point(at: unknown, patient: object = someone) {
  const { records, rejected } = checked({ services: [{ code: '0101', at }] }, patient);
  return records.service[0] ?? rejected.find(({ type }) => type === 'service');
}
function span(dates: object, patient: object = someone) {
  const { records, rejected } = checked({ diagnoses: [{ code: 'P70', ...dates }] }, patient);
  return records.diagnosis[0] ?? rejected.find(({ type }) => type === 'diagnosis');
}

describe('R3 dates that cannot be', () => {
  it.each([
    ['1849-12-31', 'impossible-date'],
    ['1849', 'impossible-date'],
    // 300 days before the birth on 15 June 1941 is 19 August 1940.
    ['1940-08-18', 'impossible-date'],
    ['1940-07', 'impossible-date'],
    ['0001-01-01', 'placeholder-date'],
    ['0001-01-01T00:00:00', 'placeholder-date'],
    ['1753-01-01', 'placeholder-date'],
    ['1800-01-01', 'placeholder-date'],
    ['1899-12-30', 'placeholder-date'],
    ['1900-01-01', 'placeholder-date'],
    ['2999-12-31', 'placeholder-date'],
    ['9999-12-31T23:59:59', 'placeholder-date'],
    ['2026-13-01', 'unreadable-date'],
    ['2026-13', 'unreadable-date'],
    ['0000', 'unreadable-date'],
    ['26', 'unreadable-date'],
    [2019, 'wrong-type'],
    ['', 'missing'],
    [' ', 'missing'],
  ])('of a point %j: %s', (at, reason) => {
    expect(point(at)).toMatchObject({ field: 'at', reason });
  });

  it.each([
    ['1940-08-19', '1940-08-19'],
    ['1941-06-15', '1941-06-15'],
    ['2999-12-30', '2999-12-30'],
    ['9999-12-30', '9999-12-30'],
  ])('of a point %j is lawful', (at, expected) => {
    expect(point(at)).toMatchObject({ at: expected });
  });

  it('1 January 1900 is a day like others for who lived then', () => {
    const old = { ...someone, birthDate: '1890-01-01' };
    expect(point('1900-01-01', old)).toMatchObject({ at: '1900-01-01' });
    expect(point('1899-12-30', old)).toMatchObject({ reason: 'placeholder-date' });
    expect(point('1889-05-01', old)).toMatchObject({ at: '1889-05-01' });
  });

  it('without a birth date, 1850 alone is the limit', () => {
    const unborn = { ...someone, birthDate: undefined };
    expect(point('1850-01-01', unborn)).toMatchObject({ at: '1850-01-01' });
    expect(point('1849-12-31', unborn)).toMatchObject({ reason: 'impossible-date' });
    expect(point('1900-01-01', unborn)).toMatchObject({ reason: 'placeholder-date' });
  });

  it('of a birth date that is known to its year, the first day counts', () => {
    const of1941 = { ...someone, birthDate: '1941' };
    expect(point('1940-03-08', of1941)).toMatchObject({ at: '1940-03-08' });
    expect(point('1940-03-05', of1941)).toMatchObject({ reason: 'impossible-date' });
  });
});

describe('R4a a span whose beginning nobody knows', () => {
  const unknown = { from: '1850-01-01', fromLatest: '9999-12-31' };
  it.each([
    undefined,
    null,
    '',
    '0001-01-01',
    '1753-01-01T00:00:00',
    '1800-01-01',
    '1899-12-30',
    '1900-01-01',
  ])('from %j', (from) => {
    expect(span({ from })).toMatchObject(unknown);
    expect(span({ from, to: '2020-01-01' })).toMatchObject({ ...unknown, to: '2020-01-01' });
  });

  it('a medicine is one too', () => {
    const { records } = checked({ medications: [{ code: 'N05A' }] });
    expect(records.medication[0]).toMatchObject(unknown);
  });

  it('a beginning on the first day there is, is known', () => {
    const unborn = { ...someone, birthDate: null };
    expect(span({ from: '1850-01-01' }, unborn)).not.toHaveProperty('fromLatest');
    expect(span({ from: '1850-01-01T12:00' }, unborn)).not.toHaveProperty('fromLatest');
    expect(span({ from: '1850' }, unborn)).toMatchObject({ fromLatest: '1850-12-31' });
  });

  it.each([
    ['2999-12-31', 'placeholder-date'],
    ['9999-12-31', 'placeholder-date'],
    ['1849-06-01', 'impossible-date'],
    ['1930-06-01', 'impossible-date'],
    ['før', 'unreadable-date'],
  ])('from %j is none: %s', (from, reason) => {
    expect(span({ from })).toMatchObject({ field: 'from', reason });
  });
});

describe('R4a dates known to their year or month', () => {
  it.each([
    [{ from: '2019' }, { from: '2019-01-01', fromLatest: '2019-12-31' }],
    [{ from: ' 2019-02 ' }, { from: '2019-02-01', fromLatest: '2019-02-28' }],
    [{ from: '2020-02' }, { from: '2020-02-01', fromLatest: '2020-02-29' }],
    [
      { from: '2019', to: '2020-04' },
      { from: '2019-01-01', fromLatest: '2019-12-31', to: '2020-04-30', toEarliest: '2020-04-01' },
    ],
    // Some lawful choice begins before it ends.
    [
      { from: '2019-12', to: '2019' },
      { from: '2019-12-01', fromLatest: '2019-12-31', to: '2019-12-31', toEarliest: '2019-01-01' },
    ],
    [
      { from: '2019-06-15', to: '2019' },
      { to: '2019-12-31', toEarliest: '2019-01-01' },
    ],
    [
      { from: '2019', to: '2019-01-01' },
      { from: '2019-01-01', to: '2019-01-01' },
    ],
  ])('%j', (dates, expected) => {
    expect(span(dates)).toMatchObject(expected);
  });

  it.each([
    [{ from: '2019', to: '2018' }],
    [{ from: '2019', to: '2018-12-31' }],
    [{ from: '2019-07', to: '2019-06' }],
    [{ from: '2019-06-15', to: '2019-05' }],
  ])('%j ends before it starts, whatever is chosen', (dates) => {
    expect(span(dates)).toMatchObject({ field: 'to', reason: 'ends-before-start' });
  });

  it('of a point, with no time', () => {
    expect(point('2019-05')).toEqual({
      type: 'service',
      system: 'YDELSE',
      code: '0101',
      index: 0,
      at: '2019-05-01',
      atLatest: '2019-05-31',
    });
    expect(point('2019-05-03T10:00')).toMatchObject({ at: '2019-05-03', time: '10:00' });
    expect(point('2019-05-03T10:00')).not.toHaveProperty('atLatest');
  });

  it('what is known to the day has no companion', () => {
    const exact = span({ from: '2019-05-03T00:00', to: '2020-01-01T00:00' });
    expect(exact).toMatchObject({ from: '2019-05-03', to: '2020-01-01' });
    expect(exact).not.toHaveProperty('fromLatest');
    expect(exact).not.toHaveProperty('toEarliest');
  });
});

describe('R3 an end that is written as none', () => {
  it.each(['', ' ', null, '9999-12-31', '2999-12-31T00:00', '0001-01-01', '1900-01-01'])(
    'to %j: it goes on',
    (to) => {
      expect(span({ from: '2020-01-01', to })).not.toHaveProperty('to');
    },
  );

  it.each([
    ['1849-01-01', 'impossible-date'],
    ['1930-01-01', 'impossible-date'],
    ['2019-12-31', 'ends-before-start'],
    ['snart', 'unreadable-date'],
  ])('to %j: %s', (to, reason) => {
    expect(span({ from: '2020-01-01', to })).toMatchObject({ field: 'to', reason });
  });
});

describe('R4 dates that look like midnights told in UTC', () => {
  it('are counted by type', () => {
    const { hints, records } = checked({
      diagnoses: [
        { code: 'P70', from: '2020-06-14T22:00:00.000Z', to: '2020-12-14T23:00Z' },
        { code: 'P70', from: '2020-06-14T22:00:00+00:00' },
        { code: 'P70', from: '2020-06-14T22:30:00Z' },
        { code: 'P70', from: '2020-06-14T22:00:00+02:00' },
      ],
      services: [{ code: '0101', at: '2020-06-14T23:00:00Z' }],
      results: [{ code: 'X', at: '2020-06-14', value: 1 }],
    });
    expect(hints).toEqual([
      { kind: 'shifted-date', type: 'diagnosis', count: 3 },
      { kind: 'shifted-date', type: 'service', count: 1 },
    ]);
    // As written all the same.
    expect(records.diagnosis[0]).toMatchObject({ from: '2020-06-14', to: '2020-12-14' });
  });
});
