import { expect, it } from 'vitest';
import { closedWindows } from '../../../src/profile/checks/closed-windows.ts';
import { placesOf } from '../documents.ts';

const find = (when: unknown) => closedWindows.find({ when }, ['service'], {});

it('refuses a window that begins after the day on which it ends', () => {
  const found = find({ from: '+P1M' });
  expect(placesOf(found)).toEqual(['window-closed /service/when/from']);
  expect(found[0]?.details).toEqual({ suggestion: '-P1M' });
});

it.each([
  [{ from: '+P1M', to: '+P2M' }],
  [{ from: '+P0D' }],
  [{ from: 'P0D' }],
  [{ from: '-P1M' }],
  // On the day that it names it will hold something.
  [{ from: '2999-01-01' }],
  [{ next: 'P1M' }],
  ['future'],
  [undefined],
  [{ from: 'P1M' }],
  [{ from: 7 }],
])('lets %j pass', (when) => {
  expect(find(when)).toEqual([]);
});
