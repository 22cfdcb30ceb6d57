/** One piece of work at a time: what is asked for last is what is done. */
import { expect, it } from 'vitest';
import { finish, type Steps } from '../../src/engine/index.ts';
import { bySteps, SlicedWork } from '../../src/model/sliced-work.ts';
import { SteppedValue } from '../../src/model/steps.ts';

function* counted(count: number, seen: number[]): Steps<number> {
  for (let step = 0; step < count; step++) {
    seen.push(step);
    yield;
  }
  return count;
}

it('little work is done before it returns', () => {
  let told = 0;
  const work = new SlicedWork(bySteps(5), () => told++);
  expect(work.begin(['a'], () => counted(3, []))).toBe(true);
  expect(work.isUnderWay).toBe(false);
  expect(told).toBe(0);
});

it('more work is done slice by slice, once, however often it is asked for', async () => {
  let told = 0;
  const seen: number[] = [];
  const work = new SlicedWork(bySteps(2), () => told++);
  for (let time = 0; time < 3; time++)
    expect(work.begin(['a', 1], () => counted(7, seen))).toBe(false);
  expect(seen).toEqual([0, 1]);
  await work.settle();
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(told).toBe(1);
});

it('what is begun takes the place of what was under way', async () => {
  const [old, recent]: number[][] = [[], []];
  const work = new SlicedWork(bySteps(2), () => undefined);
  work.begin(['old'], () => counted(100, old!));
  work.begin(['recent'], () => counted(5, recent!));
  await work.settle();
  expect(old).toHaveLength(2);
  expect(recent).toHaveLength(5);
});

it('nothing is told of what was stopped', async () => {
  let told = 0;
  const work = new SlicedWork(bySteps(1), () => told++);
  work.begin(['a'], () => counted(3, []));
  work.stop();
  await work.settle();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toBe(0);
});

it('what is thrown in a later slice is thrown when it is asked for again', async () => {
  let told = 0;
  const work = new SlicedWork(bySteps(1), () => told++);
  const failing = function* (): Steps<void> {
    yield;
    throw new RangeError('no');
  };
  expect(work.begin(['a'], failing)).toBe(false);
  await work.settle();
  expect(told).toBe(1);
  expect(() => work.begin(['a'], failing)).toThrow('no');
  expect(work.begin(['b'], () => counted(0, []))).toBe(true);
});

it('a value is made once, by all who need it together', () => {
  const seen: number[] = [];
  const value = new SteppedValue(() => counted(4, seen));
  const [one, other] = [value.steps(), value.steps()];
  one.next();
  other.next();
  one.next();
  expect(seen).toEqual([0, 1, 2]);
  expect(value.isMade).toBe(false);
  expect(finish(other)).toBe(4);
  expect(finish(one)).toBe(4);
  expect(value.value).toBe(4);
  expect(seen).toEqual([0, 1, 2, 3]);
});

it('a value that could not be made is made anew', () => {
  let isReady = false;
  const value = new SteppedValue(function* (): Steps<string> {
    yield;
    if (!isReady) throw new Error('not yet');
    return 'made';
  });
  expect(() => value.value).toThrow('not yet');
  isReady = true;
  expect(value.value).toBe('made');
});
