import { expect, it } from 'vitest';
import { danishOwner } from '../../src/i18n/language.ts';

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
