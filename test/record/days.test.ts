/**
 * Day numbers are calendar dates in another form: every date goes there and back, and every sum agrees with
 * arithmetic that shares nothing with it: the days of a calendar counted out one by one.
 */
import { differenceInYears } from 'date-fns/differenceInYears';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addPeriod,
  completedYears,
  subtractPeriod,
  type PeriodParts,
} from '../../src/record/index.ts';
import {
  addToDay,
  dateOf,
  dayOf,
  firstDay,
  ageReachedOn,
  latestBirth,
  latestBirthOf,
  openEnd,
  openStart,
  yearsBetween,
} from '../../src/record/days.ts';

const [first, last] = [-719_162, 2_932_896];
const day = fc.integer({ min: first, max: last });
const part = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }));
const period = fc.record({ years: part, months: part, weeks: part, days: part });
const oneMonth = { years: 0, months: 1, weeks: 0, days: 0 };

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLengths = (year: number) => [
  31,
  isLeap(year) ? 29 : 28,
  ...[31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
];

/** The first day of each year, counted year by year; years 0 and 10000 to 10100 for what passes the edge. */
const yearStarts: number[] = [first - 366];
for (let year = 0; year < 10_100; year++)
  yearStarts.push(yearStarts[year]! + (isLeap(year) ? 366 : 365));

type Written = readonly [year: number, month: number, day: number];

function written(number: number): Written {
  let year = Math.floor((number - first) / 366);
  while (yearStarts[year + 1]! <= number) year++;
  let rest = number - yearStarts[year]!;
  let month = 0;
  for (const lengths = monthLengths(year); rest >= lengths[month]!; month++)
    rest -= lengths[month]!;
  return [year, month + 1, rest + 1];
}

function counted([year, month, day]: Written): number {
  const before = monthLengths(year).slice(0, month - 1);
  return yearStarts[year]! + before.reduce((sum, length) => sum + length, 0) + day - 1;
}

const textOf = ([year, month, day]: Written) =>
  [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');

/** A date some months away, in the month's last day where the month is too short. */
function monthsAway([year, month, day]: Written, count: number): Written {
  let [y, m] = [year, month];
  for (let left = Math.abs(count); left > 0; left--) {
    m += Math.sign(count);
    if (m === 13) [y, m] = [y + 1, 1];
    if (m === 0) [y, m] = [y - 1, 12];
  }
  return [y, m, Math.min(day, monthLengths(y)[m - 1]!)];
}

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

it('nothing is before the first day', () => {
  expect(firstDay).toBe(first);
});

it.each(['2026-02-30', '2026-11-24T08:00', '2026-11', '20261124', '2026-W48-2', '0000-12-31', ''])(
  '%j is no day, however often it is asked',
  (text) => {
    expect(dayOf(text)).toBeNaN();
    expect(dayOf(text)).toBeNaN();
  },
);

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
  expect(dateOf(addToDay(dayOf(from), oneMonth))).toBe(to);
});

it('R6 a year and a month are added one after the other, not as thirteen months', () => {
  const yearAndMonth = { ...oneMonth, years: 1 };
  expect(dateOf(addToDay(dayOf('2024-02-29'), yearAndMonth))).toBe('2025-03-28');
  expect(dateOf(addToDay(dayOf('2024-02-29'), { ...oneMonth, months: 13 }))).toBe('2025-03-29');
});

it('an open side is beyond every date, in 32 bits too', () => {
  expect([...Int32Array.of(openStart, openEnd)]).toEqual([openStart, openEnd]);
  expect(openStart).toBeLessThan(first);
  expect(openEnd).toBeGreaterThan(last);
});

it('every date goes there and back, as a calendar counted out has it', () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = textOf(written(number));
      expect(dateOf(number)).toBe(date);
      expect(dayOf(date)).toBe(number);
    }),
    { numRuns: 2000 },
  );
});

it('R6 periods move a day both ways, each step clamped to its month, and stop at the edge', () => {
  fc.assert(
    fc.property(day, period, fc.constantFrom(1 as const, -1 as const), (number, each, sign) => {
      let moved = number;
      // Beyond the calendar's edge every step leads further beyond.
      const isInside = () => moved >= first && moved <= last;
      for (const months of [12 * each.years, each.months])
        if (isInside()) {
          const [year, month, of] = written(moved);
          const y = Math.floor((12 * year + month - 1 + sign * months) / 12);
          moved =
            y < 1
              ? first - 1
              : y >= 10_000
                ? last + 1
                : counted(monthsAway([year, month, of], sign * months));
        }
      if (isInside()) moved += sign * (7 * each.weeks + each.days);
      const expected = Math.min(last, Math.max(first, moved));
      expect(addToDay(number, each, sign)).toBe(expected);
      expect(addToDay(number, each, sign)).toBe(expected);
      const move = sign === 1 ? addPeriod : subtractPeriod;
      expect(move(dateOf(number), each)).toBe(dateOf(expected));
    }),
    { numRuns: 4000 },
  );
});

it('one period forth and back is kept apart', () => {
  const [there, back] = [dayOf('2026-01-31'), dayOf('2025-12-31')];
  expect(dateOf(addToDay(there, oneMonth))).toBe('2026-02-28');
  expect(addToDay(there, oneMonth, -1)).toBe(back);
  expect(dateOf(addToDay(there, oneMonth))).toBe('2026-02-28');
});

it('dates 128 years apart, which the table keeps in one place, stay apart', () => {
  const [one, other] = ['1898-11-24', '2026-11-24'];
  for (const text of [one, other, one, other, `${other} `, one])
    expect(dayOf(text)).toBe(text.length > 10 ? NaN : Date.parse(text) / 86_400_000);
});

it('more days than the tables keep are right all the same', () => {
  const oneDay = { years: 0, months: 0, weeks: 0, days: 1 };
  const days = Array.from({ length: 16_000 }, (_, index) => index + 5000);
  const wrong = [...days, ...days.slice(0, 100)].filter(
    (each) => dayOf(dateOf(each)) !== each || addToDay(each, oneDay) !== each + 1,
  );
  expect(wrong).toEqual([]);
});

it('R17 completed years are those of the written dates, and before birth below zero', () => {
  fc.assert(
    fc.property(
      day,
      fc.oneof(
        day,
        fc.integer({ min: -400, max: 400 }).map((away) => ({ away })),
      ),
      (born, other) => {
        const on = typeof other === 'number' ? other : clampDay(born + other.away);
        const [y, m, d] = written(born);
        const [year, month, of] = written(on);
        const expected = year - y - (month < m || (month === m && of < d) ? 1 : 0);
        expect(yearsBetween(born, on)).toBe(expected);
        expect(completedYears(dateOf(born), dateOf(on))).toBe(expected);
        if (on >= born)
          expect(differenceInYears(`${dateOf(on)}T12:00`, `${dateOf(born)}T12:00`)).toBe(expected);
      },
    ),
    { numRuns: 4000 },
  );
});

it('R17 so many years are completed by exactly those born by the latest birth day', () => {
  const years = fc.integer({ min: 0, max: 130 });
  fc.assert(
    fc.property(day, years, (on, count) => {
      const latest = latestBirth(count, on);
      if (latest === openStart) {
        expect(yearsBetween(first, on)).toBeLessThan(count);
        return;
      }
      expect(yearsBetween(latest, on)).toBeGreaterThanOrEqual(count);
      if (latest < last) expect(yearsBetween(latest + 1, on)).toBeLessThan(count);
    }),
    { numRuns: 2000 },
  );
  expect(latestBirth(1_000_000, last)).toBe(openStart);
});

/** Counted by hand: a day beyond its month's end is the first of the next. */
function reached(born: number, { years, months, weeks, days }: PeriodParts): number {
  const roll = (year: number, month: number, dayOfMonth: number) => {
    const length = monthLengths(year)[month - 1]!;
    return dayOfMonth <= length
      ? yearStarts[year]! + daysBefore(year, month) + dayOfMonth - 1
      : yearStarts[year]! + daysBefore(year, month) + length;
  };
  const [year, month, dayOfMonth] = written(born);
  const inYear = written(roll(year + years, month, dayOfMonth));
  const count = inYear[1] - 1 + months;
  return roll(inYear[0] + Math.floor(count / 12), (count % 12) + 1, inYear[2]) + 7 * weeks + days;
}

const daysBefore = (year: number, month: number) =>
  monthLengths(year)
    .slice(0, month - 1)
    .reduce((sum, length) => sum + length, 0);

it('R17 an age in years, months, weeks and days is reached as counted by hand', () => {
  fc.assert(
    fc.property(day, period, (born, age) => {
      expect(ageReachedOn(born, age)).toBe(reached(born, age));
    }),
    { numRuns: 4000 },
  );
});

it('R17 an age is reached by exactly those born by the latest birth day', () => {
  const late = fc.integer({ min: first + 50 * 366, max: last });
  fc.assert(
    fc.property(late, period, (on, age) => {
      const latest = latestBirthOf(age, on);
      expect(reached(latest, age)).toBeLessThanOrEqual(on);
      if (latest < last) expect(reached(latest + 1, age)).toBeGreaterThan(on);
    }),
    { numRuns: 4000 },
  );
  expect(latestBirthOf({ ...oneMonth, years: 1_000_000 }, last)).toBe(openStart);
  expect(latestBirthOf(oneMonth, first + 20)).toBe(openStart);
});

const clampDay = (number: number) => Math.min(last, Math.max(first, number));
