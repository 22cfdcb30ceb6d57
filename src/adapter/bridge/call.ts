import { BridgeError } from './errors.ts';
import { Inbox } from './inbox.ts';
import type { BridgeMethod, Message } from './messages.ts';
import { Outbox } from './outbox.ts';
import { readJson } from './reader.ts';
import { piecesOf, type Piece } from './writer.ts';

/** What a call needs of the session that it belongs to. */
export interface CallSession {
  readonly name: string;
  post(message: Message): void;
}

/** One call of a page, from what is asked to the end of its answer. */
export class PageCall {
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  #isEnded = false;
  /** Why there is no more, where it is not because all has come. */
  #failure: unknown;
  #hasFailed = false;
  #isDropped = false;
  #waiting: (() => void) | undefined;

  /** @param key Names a save, so that it is not done twice. */
  constructor(
    readonly session: CallSession,
    readonly id: number,
    readonly method: BridgeMethod,
    key?: string,
  ) {
    const place = { overblik: 'bridge', session: session.name, id } as const;
    this.#inbox = new Inbox((seq) => {
      if (!this.#hasFailed) session.post({ ...place, type: 'ack', seq });
    });
    const keyed = key === undefined ? {} : { key };
    this.#outbox = new Outbox((piece, seq) =>
      session.post(
        seq === 1
          ? { ...place, type: 'call', method, ...keyed, ...piece }
          : { ...place, type: 'chunk', seq, ...piece },
      ),
    );
  }

  /** Sends what is asked, as fast as the host takes it. */
  async ask(texts: Iterable<string>): Promise<void> {
    try {
      for (const piece of piecesOf(texts)) if (!(await this.#outbox.send(piece))) return;
    } catch {
      this.fail(new BridgeError('too-large', this.method));
    }
  }

  acknowledge(seq: number): void {
    this.#outbox.acknowledge(seq);
  }

  /** @returns Whether the call goes on. */
  take(piece: Piece, seq: number): boolean {
    if (this.#isEnded || this.#hasFailed) return false;
    const taken = this.#inbox.take(piece, seq);
    if (taken === 'out-of-order' || taken === 'too-large') {
      this.fail(new BridgeError(taken, this.method));
      return false;
    }
    if (piece.last) this.#wake();
    return true;
  }

  /** All has been sent. */
  end(): void {
    if (this.#inbox.isCut) this.fail(new BridgeError('out-of-order', this.method));
    this.#isEnded = true;
    this.#outbox.close();
    this.#wake();
  }

  /** What came before may still be read, but for what is cut off at once. */
  fail(failure: unknown): void {
    if (this.#isEnded || this.#hasFailed) return;
    this.#failure = failure;
    this.#hasFailed = true;
    this.#outbox.close();
    this.#wake();
  }

  /** Ends it for whoever waits, whatever has come: the answer is not wanted any more. */
  drop(reason: unknown): void {
    this.#isEnded = false;
    this.#hasFailed = true;
    this.#failure = reason;
    this.#isDropped = true;
    this.#outbox.close();
    this.#wake();
  }

  /**
   * The next value, when it has come.
   * @returns undefined when there are no more: a value itself may be `null`, and stands in a box.
   * @throws Why there are no more, where it is not because all has come.
   */
  async next(): Promise<{ readonly value: unknown } | undefined> {
    for (;;) {
      const text = this.#isDropped ? undefined : this.#inbox.next();
      if (text !== undefined) return { value: await this.#read(text) };
      if (this.#hasFailed) throw this.#failure as Error;
      if (this.#isEnded) return undefined;
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
  }

  async #read(text: string): Promise<unknown> {
    try {
      const value = await readJson(text);
      if (!this.#isDropped) return value;
    } catch {
      throw new BridgeError('unreadable', this.method);
    }
    throw this.#failure as Error;
  }

  #wake(): void {
    this.#waiting?.();
    this.#waiting = undefined;
  }
}
