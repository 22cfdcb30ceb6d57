/** Timers of one length that run when a test says so: how busy the machine is makes no difference to them. */
export interface HeldTimers {
  /** How many are begun, and neither run nor cleared. */
  readonly waiting: number;
  /** Runs those that wait. */
  run(): void;
}

const { setTimeout: begin, clearTimeout: clear } = window;

afterEach(() => {
  window.setTimeout = begin;
  window.clearTimeout = clear;
});

/**
 * Holds timers back until the end of the test, which asks what of them waits: where none does, none was held.
 *
 * @param isHeld Whether one of so many milliseconds is held.
 */
export function holdTimers(isHeld: (delay: number) => boolean): HeldTimers {
  /** By their numbers, which no timer of the browser has. */
  const held = new Map<number, () => void>();
  let last = 0;
  window.setTimeout = ((run: () => void, delay = 0) => {
    if (!isHeld(delay)) return begin(run, delay);
    held.set(--last, run);
    return last;
  }) as typeof begin;
  window.clearTimeout = ((id?: number) => {
    if (id === undefined || !held.delete(id)) clear(id);
  }) as typeof clear;
  return {
    get waiting() {
      return held.size;
    },
    run() {
      const due = [...held.values()];
      held.clear();
      for (const each of due) each();
    },
  };
}
