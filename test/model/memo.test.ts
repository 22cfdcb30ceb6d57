import { expect, it, vi } from 'vitest';
import { Memo, MemoMap } from '../../src/model/index.ts';

it('keeps the last answer as long as its inputs are the same', () => {
  const make = vi.fn(() => ({}));
  const memo = new Memo<object>();
  const input = {};
  const first = memo.of([input, NaN], make);
  expect(memo.of([input, NaN], make)).toBe(first);
  expect(memo.of([{}, NaN], make)).not.toBe(first);
  expect(memo.of([input], make)).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(3);
});

it('keeps an answer that is undefined', () => {
  const make = vi.fn(() => undefined);
  const memo = new Memo<undefined>();
  memo.of([], make);
  memo.of([], make);
  expect(make).toHaveBeenCalledTimes(1);
});

it('drops what depends on a thing, and nothing else', () => {
  const memo = new MemoMap<object>();
  const [one, other] = [
    memo.of('one', ['a', 'b'], () => ({})),
    memo.of('other', ['b'], () => ({})),
  ];
  memo.forget(['a']);
  expect(memo.of('other', ['b'], () => ({}))).toBe(other);
  expect(memo.of('one', ['a', 'b'], () => ({}))).not.toBe(one);
});

it('forgets the oldest first', () => {
  const memo = new MemoMap<string>(2);
  for (const key of ['a', 'b', 'c']) memo.of(key, [], () => key);
  expect([...memo.entries()]).toEqual([
    ['b', 'b'],
    ['c', 'c'],
  ]);
});
