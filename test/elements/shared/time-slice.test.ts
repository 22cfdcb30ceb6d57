import { afterEach, expect, it, vi } from 'vitest';
import { sliceBeforeDrawing, timeSlice } from '../../../src/elements/shared/time-slice.ts';

afterEach(() => vi.restoreAllMocks());

/** Steps that take so many milliseconds each. */
function* taking(...lengths: readonly number[]) {
  for (const [at, length] of lengths.entries()) {
    now += length;
    if (at < lengths.length - 1) yield;
  }
}
let now = 0;
const withClock = () => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
};

it('goes on for half a frame, and then leaves the rest for the next slice', () => {
  withClock();
  const steps = taking(3, 3, 3, 3);
  expect(timeSlice(steps)).toBe(false);
  expect(timeSlice(steps)).toBe(true);
});

it('does steps in one slice, and what is drawn with them in the same task, unless the last took long', () => {
  withClock();
  expect(sliceBeforeDrawing(taking(1, 1))).toBe(true);
  const late = taking(1, 30);
  expect(timeSlice(taking(1, 30))).toBe(true);
  expect(sliceBeforeDrawing(late)).toBe(false);
  expect(sliceBeforeDrawing(late)).toBe(true);
});
