import { expect, it } from 'vitest';
import { looksLikeNumber } from '../../src/record/number-texts.ts';

it.each(['7,5', ' < 5', '>=5', '53 mmol/mol', '12 %', '-3.5 '])(
  '%j looks like a number',
  (text) => {
    expect(looksLikeNumber(text)).toBe(true);
  },
);

it.each(['120/80', '1:80', 'positiv', '', '<', '<<<5'])('%j does not', (text) => {
  expect(looksLikeNumber(text)).toBe(false);
});

it('a million spaces are read once', () => {
  for (const text of [' '.repeat(1e6), `<${' '.repeat(1e6)}`, `5${' '.repeat(1e6)}x y`])
    expect(looksLikeNumber(text)).toBe(false);
});
