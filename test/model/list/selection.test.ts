import { expect, it } from 'vitest';
import { Selection } from '../../../src/model/list/selection.ts';

it('chooses and lets go by id, and never changes what it was', () => {
  const two = Selection.of(['a', 'b']);
  expect(two.toggle('a').ids).toEqual(['b']);
  expect(two.toggle('c').ids).toEqual(['a', 'b', 'c']);
  expect(two.with(['b', 'd']).ids).toEqual(['a', 'b', 'd']);
  expect(two.without(['a', 'nobody']).ids).toEqual(['b']);
  expect(two.ids).toEqual(['a', 'b']);
  expect(two.has('a')).toBe(true);
  expect(Selection.none.size).toBe(0);
});
