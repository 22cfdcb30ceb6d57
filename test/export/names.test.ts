import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../src/export/index.ts';
import { sheetNames } from '../../src/export/names.ts';

describe('sheet names', () => {
  it.each([
    [
      ['Demens', 'Om listen'],
      ['Demens', 'Om listen'],
    ],
    [
      ['a/b\\c?d*e[f]:g', 'x'],
      ['a b c d e f g', 'x'],
    ],
    [
      ['Om listen', 'om Listen'],
      ['Om listen', 'om Listen 2'],
    ],
    [
      ["'Demens'", ''],
      ['Demens', '1'],
    ],
    [
      ['History', 'history'],
      ['History 1', 'history 1 2'],
    ],
    [
      ['x'.repeat(40), 'x'.repeat(40)],
      [`${'x'.repeat(30)}…`, `${'x'.repeat(28)}… 2`],
    ],
  ])('%j become %j', (titles, names) => expect(sheetNames(titles)).toEqual(names));

  it('are always legal and different', () => {
    const title = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."[]:*?/\\' Aa") }));
    fc.assert(
      fc.property(title, title, (first, second) => {
        const names = sheetNames([first, second]);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).toMatch(/^(?!['\s])[^[\]:*?/\\]+(?<!['\s])$/);
        }
        expect(names[0]?.toLowerCase()).not.toBe(names[1]?.toLowerCase());
      }),
    );
  });
});

describe('file names', () => {
  it.each([
    ['Patienter med demens', 'Patienter med demens 2026-11-24.xlsx'],
    ['../../a<b>:"c|d?*\n', 'a b c d 2026-11-24.xlsx'],
    ['', '2026-11-24.xlsx'],
    ['x'.repeat(200), `${'x'.repeat(99)}… 2026-11-24.xlsx`],
    ['.skjult', 'skjult 2026-11-24.xlsx'],
    ['a\0b\u202egpj', 'a b gpj 2026-11-24.xlsx'],
    ['CON', '_CON 2026-11-24.xlsx'],
    ['nul.demens', '_nul.demens 2026-11-24.xlsx'],
    ['Com1 .x', '_Com1 .x 2026-11-24.xlsx'],
    ['Konsultationer', 'Konsultationer 2026-11-24.xlsx'],
    ['漢'.repeat(99), `${'漢'.repeat(65)}… 2026-11-24.xlsx`],
  ])('%j becomes %j', (title, name) =>
    expect(exportFileName(title, '2026-11-24', 'xlsx')).toBe(name),
  );

  it('are legal everywhere, whatever the title', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'.. ~/\\:CONul1\0\u202e😀漢'), maxLength: 300 }),
    );
    fc.assert(
      fc.property(title, (given) => {
        const name = exportFileName(given, '2026-11-24', 'xlsx');
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(230);
        expect(name).toMatch(/^[^.\s]/);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*\./i);
      }),
    );
  });
});

it('a title of a million apostrophes has a name', () => {
  const apostrophes = "'".repeat(1_000_000);
  expect(sheetNames([`${apostrophes}a${apostrophes}b' '`])).toEqual([
    expect.stringMatching(/^a'{28}’…$/),
  ]);
  expect(sheetNames([apostrophes])).toEqual(['1']);
});
