import type { DoSlice } from '../../model/index.ts';

/** In milliseconds: half a frame of work, then whatever else the page has to do. */
const sliceLength = 8;

/** A slice as long as nobody notices it. */
export const timeSlice: DoSlice = (steps) => {
  const end = performance.now() + sliceLength;
  do {
    if (steps.next().done) return true;
  } while (performance.now() < end);
  return false;
};
