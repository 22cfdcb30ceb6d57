import { nextTurn } from '../adapter/index.ts';
import type { Steps } from '../engine/index.ts';

/** Does a slice of some steps, and answers whether nothing is left. */
export type DoSlice = (steps: Steps<unknown>) => boolean;

/** So many steps make a slice: counted, where there is no clock. */
export function bySteps(count: number): DoSlice {
  return (steps) => {
    for (let step = 0; step < count; step++) if (steps.next().done) return true;
    return false;
  };
}

/**
 * Does steps slice by slice, with a turn for everything else in between. Answers false where it was given up.
 *
 * @param goesOn Asked before each slice.
 * @throws What the steps throw.
 */
export async function doInSlices(
  steps: Steps<unknown>,
  doSlice: DoSlice,
  goesOn: () => boolean,
): Promise<boolean> {
  while (goesOn()) {
    if (doSlice(steps)) return true;
    await nextTurn();
  }
  return false;
}

/**
 * One piece of work at a time, done slice by slice with a turn for everything else in between. What is begun takes the
 * place of what was under way.
 */
export class SlicedWork {
  #key: readonly unknown[] | undefined;
  #steps: Steps<unknown> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #settled: Promise<void> = Promise.resolve();

  /** @param onDone Called when work that took more than its first slice is done, or has failed. */
  constructor(
    private readonly doSlice: DoSlice,
    private readonly onDone: () => void,
  ) {}

  get isUnderWay(): boolean {
    return this.#steps !== undefined;
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    while (this.isUnderWay) await this.#settled;
  }

  /**
   * Does the first slice before it returns, and answers whether that was all. Work with the same key as what is under
   * way is that work, which goes on; keys are compared part by part.
   *
   * @throws What the steps throw: at once, or when work with the same key is begun again.
   */
  begin(key: readonly unknown[], makeSteps: () => Steps<unknown>): boolean {
    if (this.#key?.length === key.length && key.every((part, at) => part === this.#key?.[at])) {
      if (this.#failure) throw this.#failure.error;
      if (this.#steps) return false;
    }
    this.stop();
    const steps = makeSteps();
    if (this.doSlice(steps)) return true;
    this.#key = key;
    this.#steps = steps;
    this.#settled = this.#goOn(steps);
    this.#settled.catch(() => undefined);
    return false;
  }

  /** Abandons what is under way. */
  stop(): void {
    this.#steps = this.#key = this.#failure = undefined;
  }

  async #goOn(steps: Steps<unknown>): Promise<void> {
    try {
      await nextTurn();
      const goesOn = () => this.#steps === steps;
      if (!(await doInSlices(steps, this.doSlice, goesOn))) return;
    } catch (error) {
      this.#failure = { error };
    }
    this.#steps = undefined;
    this.onDone();
  }
}
