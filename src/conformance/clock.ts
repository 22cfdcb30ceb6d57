/** The time of a run: what measures it, and what waits. A test gives its own. */
export interface ConformanceClock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const { performance } = globalThis;

/** The clock of the page or of Node. */
export const realClock: ConformanceClock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
};

/** The longest stretch in which nothing else got a turn, between `start` and `stop`. */
export class Heartbeat {
  #longest = 0;
  #last: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly clock: ConformanceClock) {
    this.#last = clock.now();
    this.#beat();
  }

  /** @returns Milliseconds, those between two turns of an idle page included. */
  stop(): number {
    clearTimeout(this.#timer);
    this.#note();
    return this.#longest;
  }

  #beat(): void {
    this.#timer = setTimeout(() => {
      this.#note();
      this.#beat();
    });
  }

  #note(): void {
    const now = this.clock.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }
}
