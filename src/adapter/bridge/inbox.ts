import { mostCharacters, mostUnacknowledged } from './messages.ts';
import type { Piece } from './writer.ts';

/** What a chunk that came is to the values before it. */
export type Taken = 'taken' | 'again' | 'out-of-order' | 'too-large';

/** Puts the texts of one call's values together, in the order of their chunks. */
export class Inbox {
  #seq = 0;
  #parts: string[] = [];
  #characters = 0;
  readonly #values: { readonly text: string; readonly seq: number }[] = [];

  /** @param acknowledge Lets the sender go on. */
  constructor(readonly acknowledge: (seq: number) => void) {}

  take({ text, last }: Piece, seq: number): Taken {
    if (seq <= this.#seq) return 'again';
    if (seq !== this.#seq + 1) return 'out-of-order';
    // Whoever sends on without an acknowledgement would fill the memory.
    if (this.#values.length >= mostUnacknowledged) return 'too-large';
    this.#characters += text.length;
    if (this.#characters > mostCharacters) return 'too-large';
    this.#seq = seq;
    this.#parts.push(text);
    // The rest of a value can only come when there is room for it.
    if (!last) {
      this.acknowledge(seq);
      return 'taken';
    }
    this.#values.push({ text: this.#parts.join(''), seq });
    this.#parts = [];
    this.#characters = 0;
    return 'taken';
  }

  /** The next whole value's text. Only now is its last chunk acknowledged: whoever reads slowly is sent less. */
  next(): string | undefined {
    const value = this.#values.shift();
    if (!value) return undefined;
    this.acknowledge(value.seq);
    return value.text;
  }

  /** Whether something began that did not come to its end. */
  get isCut(): boolean {
    return this.#parts.length > 0;
  }
}
