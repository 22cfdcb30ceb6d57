import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startsFormula, withoutFormulas } from '../../src/export/text.ts';

/** Where a cell may begin and find a formula, said as a pattern that looks ahead from each separator. */
const inner =
  /([,;|\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029])(?=[\p{Z}\p{C}"'\\]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/gu;
const first = /^(?=[\p{Z}\p{C}"'\\]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n])/u;
const slowly = (text: string) => text.replace(inner, "$1'").replace(first, "'");

describe('an apostrophe before what may be a formula', () => {
  it.each([
    ['a\n=1', "a\n'=1"],
    ['a,\n=1', "a,'\n'=1"],
    ['a\n,=1', "a\n,'=1"],
    ['a\n\n "=1', "a\n'\n' \"=1"],
    ['a\n\nb', 'a\n\nb'],
    ['\n=1', "'\n'=1"],
    ['a,', 'a,'],
  ])('%j: %j', (text, expected) => expect(withoutFormulas(text)).toBe(expected));

  it('is where a pattern that looks ahead finds it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@＝−;,|\t\r\n\x85\u2028\\"\' aå0\u00a0') }),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(withoutFormulas(each)).toBe(slowly(each));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['\n', ';', '\t"', "'", '\r\n ', '\u2028', '=', '\n='])(
    'ends for a text of a million times %j',
    (part) => {
      // Read once for each of its parts it would not, in anyone's lifetime.
      const text = `a${part.repeat(1_000_000)}b`;
      expect(withoutFormulas(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      expect(startsFormula(text)).toBe(false);
    },
  );
});
