/** The time of a run: what measures it, and what waits. A test gives its own. */
import { wait } from '../adapter/pause.ts';

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
  wait,
};

/** The longest stretch in which nothing else got a turn, as long as it beats. */
export class Heartbeat {
  #longest = 0;
  /** Absent while it rests. */
  #last: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly clock: ConformanceClock) {
    this.#last = clock.now();
    this.#beat();
  }

  /** Leaves out of the measure what comes until it goes on: the kit's own work. */
  rest(): void {
    this.#note();
    this.#last = undefined;
  }

  goOn(): void {
    this.#last = this.clock.now();
  }

  /** Milliseconds of the longest stretch until now. */
  get longest(): number {
    return this.#longest;
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
    if (this.#last === undefined) return;
    const now = this.clock.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }
}
