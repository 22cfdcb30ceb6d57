import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, normalize, searchable } from '../../src/record/normalize.ts';

describe('R1 look-alikes have one form', () => {
  it.each([
    ['P70', 'P70'],
    [' p70 ', 'P70'],
    ['p\u00a070', 'P70'],
    ['p\u200b7\u00ad0\ufeff', 'P70'],
    ['p\t7\n0\u0085', 'P70'],
    ['L72\u2013L76', 'L72-L76'],
    ['L72\u2014L76', 'L72-L76'],
    ['L72\u2212L76', 'L72-L76'],
    ['L72\u2010L76', 'L72-L76'],
    ['L72\uff0dL76', 'L72-L76'],
    ['æøå', 'ÆØÅ'],
    // One letter for one: a letter that raises to several stays.
    ['straße', 'STRAßE'],
    ['\ufb01x', '\ufb01X'],
    ['', ''],
    ['\u200b \u00ad', ''],
  ])('%j is %j', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('what is normal stays so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
    );
  });
});

it('R1 order is that of code points', () => {
  const points = (text: string) => Array.from(text, (each) => each.codePointAt(0)!);
  const order = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((point, place) => point !== b[place]);
    if (at === -1) return a.length < b.length;
    return b[at] !== undefined && a[at]! < b[at];
  };
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', 'B', '\ufb00', '\uffee', '\u{1d400}', '\u{10000}') }),
      fc.string({ unit: fc.constantFrom('A', 'B', '\ufb00', '\uffee', '\u{1d400}', '\u{10000}') }),
      (a, b) => {
        expect(isBefore(a, b)).toBe(order(points(a), points(b)));
      },
    ),
  );
});

it.each([
  ['010141\u20139996', '010141-9996'],
  ['Frida\u00a0Fiktiv', 'frida fiktiv'],
  ['Fri\u00adda\u200b', 'frida'],
  ['a\tb', 'a b'],
])('%j is searched as %j', (text, expected) => {
  expect(searchable(text)).toBe(expected);
});
