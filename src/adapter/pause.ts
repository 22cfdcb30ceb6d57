/** Waiting without blocking: the page gets to draw and to answer the user in between. */

/** Longest delay of a timer, in milliseconds: with a longer one, such as `Infinity`, it fires at once. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Resolves after `delay` milliseconds, and never before the next turn of the event loop.
 * @throws The signal's reason, as soon as it aborts.
 */
export async function pause(delay: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await (delay > 0 ? wait(delay, signal) : nextTurn());
  signal?.throwIfAborted();
}

/** Lets everything else that waits in the event loop go first. */
export async function nextTurn(): Promise<void> {
  // A chain of timers is held to 4 ms a link by browsers, and to far more in a hidden page; and before what was only
  // yielded (`scheduler.yield`) the host's own timers would not come for as long as the chain goes on.
  if (typeof scheduler !== 'undefined' && 'postTask' in scheduler)
    await scheduler.postTask(() => undefined);
  else await new Promise((resolve) => setTimeout(resolve));
}

/** Resolves after the delay, or at once when the signal aborts, or has: the caller asks it which it was. */
export function wait(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(delay, longestTimer));
    signal?.addEventListener('abort', end);
  });
}
