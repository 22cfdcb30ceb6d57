/** The page keeps its time: a table is written some rows at a time, with a turn for others in between. */
import type { ExportOptions } from './types.ts';

/** So many cells take some milliseconds, those that have to be worked out included. */
const cellsInSlice = 1000;

/**
 * Calls `write` for the rows `[from, to)`, slice after slice.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function inSlices(
  rows: number,
  columns: number,
  { signal, onProgress }: ExportOptions,
  write: (from: number, to: number) => void | Promise<void>,
): Promise<void> {
  const step = Math.max(1, Math.floor(cellsInSlice / Math.max(1, columns)));
  for (let from = 0; from < rows; from += step) {
    signal?.throwIfAborted();
    const to = Math.min(rows, from + step);
    await write(from, to);
    onProgress?.(to, rows);
    await nextTurn();
  }
  signal?.throwIfAborted();
}

/** A chain of timers would be held to 4 ms a link by browsers. */
async function nextTurn(): Promise<void> {
  if (typeof scheduler !== 'undefined' && 'postTask' in scheduler)
    await scheduler.postTask(() => undefined);
  else await new Promise((resolve) => setTimeout(resolve));
}
