/** What stands in the fields says what the document does, and the other way round. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAge, writeAge } from '../../../src/editor/forms/values/ages.ts';
import { edgeAs, readEdge, writeEdge } from '../../../src/editor/forms/values/edges.ts';
import { readLines, writeLines } from '../../../src/editor/forms/values/lines.ts';
import { readNumber, writeNumber } from '../../../src/editor/forms/values/numbers.ts';
import {
  digitsOf,
  readPeriodParts,
  writePeriodParts,
} from '../../../src/editor/forms/values/periods.ts';
import {
  readWindow,
  windowAs,
  windowChoices,
  writeWindow,
} from '../../../src/editor/forms/values/windows.ts';
import { window as windowSchema } from '../../../src/profile/schema/window.ts';
import { cases } from '../../depth.ts';

const digits = fc.stringMatching(/^\d{0,4}$/);
const period = fc
  .record({ Y: digits, M: digits, W: digits, D: digits }, { requiredKeys: [] })
  .filter((parts) => Object.keys(parts).length > 0)
  .map((parts) =>
    writePeriodParts(
      Object.entries(parts).map(([unit, number]) => ({ unit: unit as 'Y', number })),
    ),
  );
const date = fc.constantFrom('2026-11-24', '2024-02-29', '2026-02-30', '', '2026');
const edge = fc.oneof(
  date,
  period.map((each) => `-${each}`),
  period.map((each) => `+${each}`),
  fc.constant('P0D'),
);
const window = fc.oneof(
  fc.constantFrom('ever', 'now', 'future', 'evr'),
  period.map((last) => ({ last })),
  period.map((next) => ({ next })),
  fc.record({ from: edge, to: edge }, { requiredKeys: [] }),
);

describe('periods', () => {
  it.each([
    ['P12M', [{ unit: 'M', number: '12' }]],
    [
      'P1Y6M',
      [
        { unit: 'Y', number: '1' },
        { unit: 'M', number: '6' },
      ],
    ],
    ['P012M', [{ unit: 'M', number: '012' }]],
    // A number that is still to come, and one that is none.
    ['PM', [{ unit: 'M', number: '' }]],
    ['P1,5M', [{ unit: 'M', number: '1,5' }]],
  ])('reads %s', (text, parts) => {
    expect(readPeriodParts(text)).toEqual(parts);
    expect(writePeriodParts(parts as never)).toBe(text);
  });

  it.each(['P', '12M', 'P6M1Y', '-P1M', 'PT1H', 'P1M '])('shows %j as it is written', (text) => {
    expect(readPeriodParts(text)).toBeUndefined();
  });

  it('takes digits of what is typed', () => {
    expect(digitsOf('12 mdr.')).toBe('12.');
    expect(digitsOf('1,5x')).toBe('1,5');
  });
});

describe('windows', () => {
  it('are written as they were read', () => {
    fc.assert(
      fc.property(window, (value) => {
        expect(writeWindow(readWindow(value)!)).toEqual(value);
      }),
      { numRuns: cases(100, 300) },
    );
  });

  it('keep the period where another kind is chosen', () => {
    const last = readWindow({ last: 'P12M' });
    expect(writeWindow(windowAs('next', last))).toEqual({ next: 'P12M' });
    expect(writeWindow(windowAs('span', last))).toEqual({ from: '-P12M', to: 'P0D' });
    expect(writeWindow(windowAs('last', windowAs('span', last)))).toEqual({ last: 'P12M' });
    expect(writeWindow(windowAs('span', readWindow({ next: 'P3M' })))).toEqual({
      from: 'P0D',
      to: '+P3M',
    });
  });

  it('of every kind, once its period is told, are windows of the format', () => {
    for (const choice of windowChoices) {
      const text = JSON.stringify(writeWindow(windowAs(choice, undefined))).replace('PM', 'P1M');
      expect(windowSchema.safeParse(JSON.parse(text)).success, choice).toBe(true);
    }
  });

  it.each([
    [{ last: 'P1M', next: 'P1M' }],
    [{ last: 1 }],
    [{ since: '2020' }],
    [7],
    [['ever']],
    [null],
  ])('cannot show %j', (value) => {
    expect(readWindow(value)).toBeUndefined();
  });
});

describe('ends of windows', () => {
  it('are written as they were read', () => {
    fc.assert(
      fc.property(fc.option(edge, { nil: undefined }), (text) => {
        expect(writeEdge(readEdge(text))).toBe(text);
      }),
      { numRuns: cases(100, 300) },
    );
  });

  it('keep the period on the other side of the day', () => {
    expect(writeEdge(edgeAs('after', readEdge('-P24M')))).toBe('+P24M');
    expect(writeEdge(edgeAs('day', readEdge('-P24M')))).toBe('P0D');
  });
});

describe('ages', () => {
  it.each([5, 0, 'P5M', 'P6W', 'P40Y', 'PM', 'x'])('%j is written as it was read', (value) => {
    expect(writeAge(readAge(value)!)).toEqual(value);
  });

  it('are numbers in years and periods else', () => {
    expect(writeAge({ unit: 'years', number: '65' })).toBe(65);
    expect(writeAge({ unit: 'W', number: '6' })).toBe('P6W');
    expect(writeAge({ unit: 'years', number: '' })).toBeUndefined();
  });
});

describe('numbers', () => {
  it('are read as they were written, in both languages', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer(),
          fc.constant(0.07),
        ),
        fc.constantFrom('da' as const, 'en' as const),
        (value, language) => {
          expect(readNumber(writeNumber(value, language), language)).toBe(value);
        },
      ),
      { numRuns: cases(150, 500) },
    );
  });

  it.each([
    ['1,8', 'da', 1.8],
    ['1.8', 'da', 1.8],
    ['-5', 'da', -5],
    ['−5', 'da', -5],
    ['1,', 'da', 1],
    ['0.125', 'da', 0.125],
    // Fifteen hundred to one reader and one and a half to another: it is written plainly or not at all.
    ['1.500', 'da', '1.500'],
    ['1,500', 'da', 1.5],
    ['1,500', 'en', '1,500'],
    ['1.500', 'en', 1.5],
    ['140 mm', 'da', '140 mm'],
    ['', 'da', undefined],
    ['  ', 'da', undefined],
  ] as const)('reads %j in %s as %j', (text, language, value) => {
    expect(readNumber(text, language)).toBe(value);
  });
});

describe('lines', () => {
  it('keep a text alone, and a list a list', () => {
    expect(readLines('80', undefined, true)).toBe('80');
    expect(readLines('80', ['24'], true)).toEqual(['80']);
    expect(readLines('80\n24\n', '80', true)).toEqual(['80', '24']);
    expect(readLines('P70\n\n P15 ', [], false)).toEqual(['P70', ' P15 ']);
    expect(writeLines(['P70', 'P15'])).toBe('P70\nP15');
    expect(writeLines('80')).toBe('80');
    expect(writeLines(undefined)).toBe('');
  });
});
