/** Day numbers are calendar dates in another form: every date goes there and back, and every sum agrees. */
import { UTCDateMini } from '@date-fns/utc';
import { addDays, addMonths, addYears } from 'date-fns';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPeriod, completedYears, subtractPeriod } from '../../src/record/index.ts';
import { addToDay, dateOf, dayOf, openEnd, openStart, packDate } from '../../src/record/days.ts';

const [first, last] = [-719_162, 2_932_896];
const day = fc.integer({ min: first, max: last });
const part = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }));
const period = fc.record({ years: part, months: part, weeks: part, days: part });

it.each([
  ['1970-01-01', 0],
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['0001-01-01', first],
  ['9999-12-31', last],
])('%s is day %i', (date, number) => {
  expect(dayOf(date)).toBe(number);
  expect(dateOf(number)).toBe(date);
});

it.each([
  ['2024-01-31', '2024-02-29'],
  ['2026-01-31', '2026-02-28'],
  // Every fourth year, but not every hundredth; but every four hundredth.
  ['1900-01-31', '1900-02-28'],
  ['2100-01-31', '2100-02-28'],
  ['2000-01-31', '2000-02-29'],
  ['2026-03-31', '2026-04-30'],
  ['2026-05-31', '2026-06-30'],
  ['2026-08-31', '2026-09-30'],
  ['2026-10-31', '2026-11-30'],
  ['2026-07-31', '2026-08-31'],
])('R6 a month from %s is %s', (from, to) => {
  const month = { years: 0, months: 1, weeks: 0, days: 0 };
  expect(dateOf(addToDay(dayOf(from), month))).toBe(to);
});

it('an open side is beyond every date, in 32 bits too', () => {
  expect([...Int32Array.of(openStart, openEnd)]).toEqual([openStart, openEnd]);
  expect(openStart).toBeLessThan(first);
  expect(openEnd).toBeGreaterThan(last);
});

it('every date goes there and back, as the platform’s own calendar has it', () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = new Date(number * 86_400_000).toISOString().slice(0, 10);
      expect(dateOf(number)).toBe(date);
      expect(dayOf(date)).toBe(number);
      expect(packDate(date)).toBe(Number(date.replaceAll('-', '')));
    }),
    { numRuns: 2000 },
  );
});

it('R6 periods move a day as date-fns moves it, both ways, and stop at the edge', () => {
  fc.assert(
    fc.property(day, period, fc.constantFrom(1 as const, -1 as const), (number, each, sign) => {
      let moved: Date = new UTCDateMini(number * 86_400_000);
      moved = addYears(moved, sign * each.years);
      moved = addMonths(moved, sign * each.months);
      moved = addDays(moved, sign * (7 * each.weeks + each.days));
      const expected = Math.min(last, Math.max(first, moved.getTime() / 86_400_000));
      expect(addToDay(number, each, sign)).toBe(expected);
      const move = sign === 1 ? addPeriod : subtractPeriod;
      expect(move(dateOf(number), each)).toBe(dateOf(expected));
    }),
    { numRuns: 4000 },
  );
});

it('R17 packed dates subtract to completed years', () => {
  fc.assert(
    fc.property(day, day, (born, today) => {
      const packed = packDate(dateOf(today)) - packDate(dateOf(born));
      expect(Math.floor(packed / 10_000)).toBe(completedYears(dateOf(born), dateOf(today)));
    }),
  );
});
