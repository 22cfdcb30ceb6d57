import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, withPlainTexts } from '../../src/json/plain-text.ts';
import { hostileText, neverShown } from './hostile-texts.ts';

describe('a text that comes in', () => {
  it.each([
    ['an override that shows 125 as 521', '\u202e125\u202c', '125'],
    ['a stray end of an isolate', 'Anna\u2069 2026', 'Anna 2026'],
    ['NUL', 'a\0b', 'ab'],
    ['an escape', '\x1b[31mrød', '[31mrød'],
    ['controls of Latin-1', 'a\x80\x9fb', 'ab'],
    ['marks among western letters', '\u200f< 5\u200e\u061c', '< 5'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c\x85d\x0be\x0cf', 'a\nb\nc\nd\ne\nf'],
  ])('loses %s', (_, given, plain) => expect(plainText(given)).toBe(plain));

  it.each([
    'Åse Ømål',
    'to\r\nlinjer\tog en',
    'محمد بن سلمان',
    'דוד בן־גוריון',
    'دکتر \u200fA1\u200e',
    '👩‍⚕️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'soft\u00adhyphen',
    'می\u200cخواهم',
  ])('%j stays as it is', (text) => expect(plainText(text)).toBe(text));

  it('is plain, whatever it was; once more changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]/);
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });

  it('has no mark where nothing runs from right to left', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(plainText(text)).not.toMatch(neverShown);
      }),
    );
  });
});

describe('a JSON value', () => {
  it('has plain texts at every depth, in names of keys too', () => {
    const given = JSON.parse(
      '{"a\u202e":["x\\u0000",{"__proto__":"\\u2069y"}],"n":1,"o":null}',
    ) as unknown;
    expect(JSON.stringify(withPlainTexts(given))).toBe(
      '{"a":["x",{"__proto__":"y"}],"n":1,"o":null}',
    );
  });

  it('that is plain is the very same', () => {
    const given = { a: ['x', { b: 'y' }] };
    expect(withPlainTexts(given)).toBe(given);
  });
});
