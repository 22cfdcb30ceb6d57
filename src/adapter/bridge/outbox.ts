import { mostUnacknowledged } from './messages.ts';
import type { Piece } from './writer.ts';

/** Sends the chunks of one call, in one direction: no more at a time than may be without an acknowledgement. */
export class Outbox {
  #sent = 0;
  #acknowledged = 0;
  #isClosed = false;
  #waiting: (() => void) | undefined;

  /** @param post Sends a piece, which has this number in the call. */
  constructor(readonly post: (piece: Piece, seq: number) => void) {}

  /**
   * Sends a piece when there is room.
   * @returns Whether it was sent: no more is after `close`.
   */
  async send(piece: Piece): Promise<boolean> {
    while (!this.#isClosed && this.#sent - this.#acknowledged >= mostUnacknowledged)
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    if (this.#isClosed) return false;
    this.post(piece, ++this.#sent);
    return true;
  }

  /** All up to this number have been taken. What was never sent cannot be. */
  acknowledge(seq: number): void {
    if (seq <= this.#acknowledged || seq > this.#sent) return;
    this.#acknowledged = seq;
    this.#wake();
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  #wake(): void {
    this.#waiting?.();
    this.#waiting = undefined;
  }
}
