import { expect, it } from 'vitest';
import { danishOwner, insideSentence } from '../../src/i18n/language.ts';

it.each([
  ['Egon Hansen', 'Egon Hansens'],
  ['Jens', 'Jens’'],
  ['Max', 'Max’'],
  ['Schulz', 'Schulz’'],
  ['CD', 'CD’s'],
  ['LS', 'LS’'],
  ['Anne B', 'Anne Bs'],
])('what belongs to %s is said to be %s', (name, whose) => {
  expect(danishOwner(name)).toBe(whose);
});

it.each([
  ['Antal', 'antal'],
  ['Usual GP', 'usual GP'],
  ['CPR-nummer', 'CPR-nummer'],
  ['Årsag', 'årsag'],
  ['', ''],
])('%s stands inside a sentence as %s', (text, inside) => {
  expect(insideSentence(text)).toBe(inside);
});
