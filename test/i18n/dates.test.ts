/** Dates in words: the texts of both languages, and lengths of time against arithmetic on the written parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  formatAgo,
  formatDate,
  formatDayMonth,
  formatLength,
  formatLongDate,
  formatMoment,
  formatMonth,
  formatNear,
  formatUpdated,
  formatYear,
  monthsBetween,
} from '../../src/i18n/dates.ts';

const short = {
  da: 'jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};
const long = {
  da: 'januar februar marts april maj juni juli august september oktober november december',
  en: 'January February March April May June July August September October November December',
};

const date = fc
  .integer({ min: -719_162, max: 2_932_896 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
/** Most lengths that are shown are short. */
const pair = fc.tuple(
  date,
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20_000 })),
);

describe('a date', () => {
  it.each(['da', 'en'] as const)('has its month’s name in %s', (language) => {
    const dot = language === 'da' ? '.' : '';
    for (const [index, name] of short[language].entries()) {
      const month = String(index + 1).padStart(2, '0');
      expect(formatDate(`2022-${month}-04`, language)).toBe(`4${dot} ${name} 2022`);
      expect(formatDayMonth(`2022-${month}-14`, language)).toBe(`14${dot} ${name}`);
      expect(formatMonth(`2022-${month}`, language)).toBe(`${name} 2022`);
      expect(formatMonth(`2022-${month}-31`, language)).toBe(`${name} 2022`);
      const full = long[language].split(' ')[index]!;
      expect(formatLongDate(`0987-${month}-01`, language)).toBe(`1${dot} ${full} 987`);
    }
    expect(formatYear('2022-12-31', language)).toBe('2022');
  });

  it('known to its month or year is told no more exactly', () => {
    expect([formatDate('2019', 'da'), formatDate('2019-03', 'da')]).toEqual(['2019', 'mar. 2019']);
    expect([formatDate('2019', 'en'), formatDate('2019-03', 'en')]).toEqual(['2019', 'Mar 2019']);
    expect(formatNear('2026-03', '2026-11-24', 'da')).toBe('mar. 2026');
    expect(formatAgo('2026', '2026-11-24', 'en')).toBe('2026');
  });

  it('between what is no date there is no length', () => {
    for (const length of [monthsBetween, daysBetween])
      expect(() => length('2026-02-30', '2026-11-24')).toThrow(/two dates that exist/);
    expect(() => formatLength('2026-01-01', 'i dag', 'da')).toThrow(RangeError);
  });

  it('is said as its own parts, whatever the date', () => {
    fc.assert(
      fc.property(date, (text) => {
        const [year, month, day] = text.split('-').map(Number);
        expect(formatDate(text, 'da')).toBe(`${day}. ${short.da[month! - 1]} ${year}`);
        expect(formatDate(text, 'en')).toBe(`${day} ${short.en[month! - 1]} ${year}`);
      }),
    );
  });

  it('that is none stays as it is', () => {
    expect(formatDate('engang', 'da')).toBe('engang');
    expect(formatMoment('2026-02-30', 'en')).toBe('2026-02-30');
    expect(formatMonth('', 'da')).toBe('');
  });

  it('has its year where it is eleven months away', () => {
    expect(formatNear('2025-12-25', '2026-11-24', 'da')).toBe('25. dec.');
    expect(formatNear('2025-12-24', '2026-11-24', 'da')).toBe('24. dec. 2025');
    expect(formatNear('2027-10-23', '2026-11-24', 'en')).toBe('23 Oct');
    expect(formatNear('2027-10-24', '2026-11-24', 'en')).toBe('24 Oct 2027');
  });
});

describe('a date-time', () => {
  it('is read as written, whatever its offset', () => {
    expect(formatMoment('2026-11-25T23:30:00-11:00', 'da')).toBe('25. nov. 2026 kl. 23.30');
    expect(formatMoment('2026-03-29T02:30Z', 'en')).toBe('29 Mar 2026 at 02:30');
    expect(formatDate('2026-11-25T23:30:00-11:00', 'da')).toBe('25. nov. 2026');
  });

  it.each([
    ['2026-11-24T08:14:00+01:00', 'i dag 08.14', 'today 08:14'],
    ['2026-11-24', 'i dag', 'today'],
    ['2026-11-23T08:14', '23. nov. 2026', '23 Nov 2026'],
  ])('of %s tells how fresh a source is', (updated, da, en) => {
    expect(formatUpdated(updated, '2026-11-24', 'da')).toBe(da);
    expect(formatUpdated(updated, '2026-11-24', 'en')).toBe(en);
  });
});

describe('a length of time', () => {
  it.each([
    ['2026-11-24', '2026-11-24', '0 dage', '0 days'],
    ['2026-11-23', '2026-11-24', '1 dag', '1 day'],
    ['2026-01-31', '2026-02-28', '28 dage', '28 days'],
    ['2026-01-31', '2026-03-01', '1 md.', '1 mo.'],
    ['2023-11-25', '2026-11-24', '35 mdr.', '35 mo.'],
    ['2023-11-24', '2026-11-24', '3 år', '3 yrs'],
    ['2026-11-24', '2025-11-24', '0 dage', '0 days'],
  ])('from %s to %s is %s', (start, end, da, en) => {
    expect(formatLength(start, end, 'da')).toBe(da);
    expect(formatLength(start, end, 'en')).toBe(en);
  });

  it('counts months by the day of the month, and days over every clock change', () => {
    fc.assert(
      fc.property(pair, ([start, days]) => {
        const end = new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
        if (end.length > 10 || end.startsWith('+')) return;
        const [y, m, d] = start.split('-').map(Number) as [number, number, number];
        const [year, month, day] = end.split('-').map(Number) as [number, number, number];
        expect(monthsBetween(start, end)).toBe(12 * (year - y) + month - m - (day < d ? 1 : 0));
        expect(daysBetween(start, end)).toBe(days);
        if (days > 0) {
          expect(monthsBetween(end, start)).toBe(0);
          expect(daysBetween(end, start)).toBe(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is told as ago, unless it is today or still to come', () => {
    expect(formatAgo('2025-09-24', '2026-11-24', 'da')).toBe('for 14 mdr. siden');
    expect(formatAgo('2025-09-24', '2026-11-24', 'en')).toBe('14 mo. ago');
    expect(formatAgo('2026-11-24', '2026-11-24', 'da')).toBe('i dag');
    expect(formatAgo('2026-11-24', '2026-11-24', 'en')).toBe('today');
    expect(formatAgo('2026-11-25', '2026-11-24', 'da')).toBe('25. nov. 2026');
  });
});
