/** What a host says of the shares that it has given. */
import { expect, it } from 'vitest';
import { readGivenShares } from '../../../src/model/index.ts';

const now = Date.parse('2026-11-24T12:00+01:00');
const share = (id: string, more: object = {}) => ({
  ...{
    id,
    purpose: 'Udskrivning',
    from: '2026-11-20T09:00+01:00',
    until: '2026-11-27T09:00+01:00',
  },
  recipients: [{ name: 'Bo', organisation: 'Sygehuset' }],
  ...more,
});

it('those that count come first, then the latest', () => {
  const read = readGivenShares(
    [
      share('over', { until: '2026-11-21T09:00+01:00' }),
      share('withdrawn', { withdrawn: '2026-11-22T09:00+01:00' }),
      share('a'),
      share('b', { from: '2026-11-23T09:00+01:00' }),
    ],
    now,
  );
  expect(read?.shares.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'active'],
    ['a', 'active'],
    ['over', 'expired'],
    ['withdrawn', 'withdrawn'],
  ]);
  expect(read?.untold).toBe(0);
});

it('one that is withdrawn at a time that cannot be read is withdrawn', () => {
  expect(readGivenShares([share('a', { withdrawn: 7 })], now)?.shares[0]?.state).toBe('withdrawn');
});

it('what cannot be read is counted, and an answer that is no list is none', () => {
  const hostile = Object.defineProperty({}, 'id', {
    get() {
      throw new Error('hostile');
    },
  });
  const read = readGivenShares(
    [share('a'), null, share(''), hostile, share('b', { until: 'x' })],
    now,
  );
  expect([read?.shares.length, read?.untold]).toEqual([1, 4]);
  for (const junk of [undefined, null, {}, 'x', 7])
    expect(readGivenShares(junk, now)).toBeUndefined();
});

it('of very many some are told, and how many more there are', () => {
  const many = Array.from({ length: 70 }, (_, at) => share(`s${at}`));
  const openings = Array.from({ length: 90 }, () => ({ at: '2026-11-22T09:00+01:00', by: 'Bo' }));
  const read = readGivenShares([share('first', { openings }), ...many], now)!;
  expect([read.shares.length, read.untold]).toEqual([50, 21]);
  expect(read.shares.find(({ id }) => id === 'first')?.openings).toHaveLength(20);
});
