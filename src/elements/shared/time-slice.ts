import type { DoSlice, Steps } from '../../model/index.ts';

/** In milliseconds: half a frame of work, then whatever else the page has to do. */
const sliceLength = 8;

/** A slice as long as nobody notices it. */
export const timeSlice: DoSlice = (steps) => doUntil(performance.now() + sliceLength, steps);

/**
 * As `timeSlice`, of what is drawn in the same task when it is done. Where its last step took longer, as the first that
 * needs a language's number format does, that waits for the next slice.
 */
export const sliceBeforeDrawing: DoSlice = (steps) => {
  const end = performance.now() + sliceLength;
  return doUntil(end, steps) && performance.now() < end;
};

function doUntil(end: number, steps: Steps<unknown>): boolean {
  do {
    if (steps.next().done) return true;
  } while (performance.now() < end);
  return false;
}
