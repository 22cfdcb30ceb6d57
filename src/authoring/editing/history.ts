/** What has been done, and can be undone and done again: without end, for all versions share what they have in common. */
import type { LocalText } from '../../profile/index.ts';

interface Step<Version> {
  readonly before: Version;
  readonly after: Version;
  readonly what: LocalText;
  /** Steps in a row with the same key are one. */
  readonly merge: string | undefined;
  /** Where it happened, and where to look when it is undone. */
  readonly select: string | undefined;
  readonly selectBefore: string | undefined;
}

/** A value that is replaced step by step, with the way back. */
export class History<Version> {
  #done: Step<Version>[] = [];
  #undone: Step<Version>[] = [];
  #now: Version;
  /** Whether the next step may join the last one. */
  #isOpen = false;

  constructor(first: Version) {
    this.#now = first;
  }

  get now(): Version {
    return this.#now;
  }

  /** What the next undo takes back. */
  get toUndo(): LocalText | undefined {
    return this.#done.at(-1)?.what;
  }

  get toRedo(): LocalText | undefined {
    return this.#undone.at(-1)?.what;
  }

  push(
    after: Version,
    what: LocalText,
    {
      merge,
      select,
      selectBefore,
    }: {
      readonly merge?: string | undefined;
      readonly select?: string | undefined;
      readonly selectBefore?: string | undefined;
    } = {},
  ): void {
    const last = this.#done.at(-1);
    const joins = this.#isOpen && merge !== undefined && last?.merge === merge;
    if (joins) this.#done[this.#done.length - 1] = { ...last, after, what, select };
    else this.#done.push({ before: this.#now, after, what, merge, select, selectBefore });
    this.#undone = [];
    this.#now = after;
    this.#isOpen = true;
  }

  /** Ends what may be joined: the next step is one of its own. */
  settle(): void {
    this.#isOpen = false;
  }

  /** Answers the step that was taken back; undefined where there is none. */
  undo(): Step<Version> | undefined {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    this.#now = step.before;
    this.#isOpen = false;
    return step;
  }

  redo(): Step<Version> | undefined {
    const step = this.#undone.pop();
    if (!step) return undefined;
    this.#done.push(step);
    this.#now = step.after;
    this.#isOpen = false;
    return step;
  }
}
