import { nextTurn, type Steps } from '../../model/index.ts';

/** In milliseconds: half a frame of work, then whatever else the page has to do. */
const sliceLength = 8;

/** One piece of work at a time, done in slices of the page's time. What is begun takes the place of what was under way. */
export class SlicedWork {
  #key: string | undefined;
  #steps: Steps<unknown> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #settled: Promise<void> = Promise.resolve();

  /** @param onDone Called when work that took more than its first slice is done, or has failed. */
  constructor(private readonly onDone: () => void) {}

  get isUnderWay(): boolean {
    return this.#steps !== undefined;
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    while (this.isUnderWay) await this.#settled;
  }

  /**
   * Does the first slice before it returns, and answers whether that was all. Work with the same key as what is under
   * way is that work, which goes on.
   *
   * @throws What the steps throw: at once, or when work with the same key is begun again.
   */
  begin(key: string, makeSteps: () => Steps<unknown>): boolean {
    if (this.#key === key) {
      if (this.#failure) throw this.#failure.error;
      if (this.#steps) return false;
    }
    this.#key = key;
    this.#failure = undefined;
    const steps = makeSteps();
    this.#steps = undefined;
    if (doSlice(steps)) return true;
    this.#steps = steps;
    this.#settled = this.#goOn(steps);
    return false;
  }

  /** Abandons what is under way. */
  stop(): void {
    this.#steps = this.#key = this.#failure = undefined;
  }

  async #goOn(steps: Steps<unknown>): Promise<void> {
    try {
      do {
        await nextTurn();
        if (this.#steps !== steps) return;
      } while (!doSlice(steps));
    } catch (error) {
      this.#failure = { error };
    }
    this.#steps = undefined;
    this.onDone();
  }
}

/** Answers whether nothing is left. */
function doSlice(steps: Steps<unknown>): boolean {
  const end = performance.now() + sliceLength;
  do {
    if (steps.next().done) return true;
  } while (performance.now() < end);
  return false;
}
