import { AdapterFailure } from '../failure.ts';
import type { ClinicAdapter } from '../types.ts';
import { nextTurn } from '../pause.ts';
import { BridgeError, SafeError, sayable } from './errors.ts';
import { answersOf, type HostSharer } from './host-methods.ts';
import { Inbox } from './inbox.ts';
import { failureCodes, type BridgeMethod, type Message } from './messages.ts';
import { Outbox } from './outbox.ts';
import { readJson } from './reader.ts';
import type { SaveLog } from './save-log.ts';
import { piecesOf, type Piece } from './writer.ts';

/** All that one call of a page needs. */
export interface HostCallParts {
  readonly adapter: ClinicAdapter;
  readonly sharer: HostSharer | undefined;
  readonly saves: SaveLog;
  readonly place: { readonly overblik: 'bridge'; readonly session: string; readonly id: number };
  readonly method: BridgeMethod;
  readonly key: string | undefined;
  readonly post: (message: Message) => void;
  readonly onfailure: ((thrown: unknown, method: BridgeMethod) => void) | undefined;
  readonly onend: () => void;
}

/** One call of a page, from its first chunk to the last of what it is answered. */
export class HostCall {
  readonly #parts: HostCallParts;
  readonly #abort = new AbortController();
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  #isEnded = false;
  #hasBegun = false;

  constructor(parts: HostCallParts) {
    this.#parts = parts;
    const { place, post } = parts;
    this.#inbox = new Inbox((seq) => post({ ...place, type: 'ack', seq }));
    this.#outbox = new Outbox((piece, seq) => post({ ...place, type: 'chunk', seq, ...piece }));
  }

  /** Takes what is asked, chunk by chunk; with the last it is done. */
  take(piece: Piece, seq: number): void {
    if (this.#isEnded || this.#hasBegun) return;
    const taken = this.#inbox.take(piece, seq);
    if (taken === 'again') return;
    if (taken !== 'taken') {
      this.#fail(new BridgeError(taken));
      return;
    }
    const text = this.#inbox.next();
    if (text === undefined) return;
    this.#hasBegun = true;
    void this.#run(text);
  }

  acknowledge(seq: number): void {
    this.#outbox.acknowledge(seq);
  }

  /** The page does not want it any more: nothing is sent from now on. */
  cancel(): void {
    if (this.#isEnded) return;
    this.#end();
    this.#abort.abort();
  }

  #end(): void {
    this.#isEnded = true;
    this.#outbox.close();
    this.#parts.onend();
  }

  async #run(text: string): Promise<void> {
    const { place, post } = this.#parts;
    try {
      const params = await readJson(text).catch(() => {
        throw new BridgeError('invalid');
      });
      const answers = answersOf({ ...this.#parts, params, signal: this.#abort.signal });
      for await (const texts of answers) if (!(await this.#send(texts))) return;
      if (this.#isEnded) return;
      this.#end();
      post({ ...place, type: 'end' });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @returns Whether more is wanted. */
  async #send(texts: Iterable<string>): Promise<boolean> {
    try {
      for (const piece of piecesOf(texts)) {
        if (!(await this.#outbox.send(piece))) return false;
        // Others get their turn before the next one is written.
        await nextTurn();
      }
    } catch {
      // Writing throws of one thing alone.
      throw new BridgeError('too-large');
    }
    return !this.#isEnded;
  }

  #fail(thrown: unknown): void {
    // What a cancelled call throws is nobody's any more.
    if (this.#isEnded) return;
    const { place, method, post, onfailure } = this.#parts;
    this.#end();
    post({ ...place, type: 'fail', ...whatToSay(thrown) });
    this.#abort.abort();
    try {
      onfailure?.(thrown, method);
    } catch {
      // A listener of the host's own that fails harms nobody else.
    }
  }
}

/** What crosses the bridge of what was thrown: a code, and the text of a `SafeError`. */
function whatToSay(thrown: unknown): Pick<Message<'fail'>, 'code' | 'message' | 'detail'> {
  try {
    if (thrown instanceof SafeError) return { code: 'failed', message: sayable(thrown.message) };
    if (thrown instanceof BridgeError)
      return { code: failureCodes.find((each) => each === thrown.code) ?? 'failed' };
    if (thrown instanceof AdapterFailure) {
      const { kind, detail } = thrown;
      if (kind === 'not-supported') return { code: 'unsupported' };
      if (kind === 'deadline') return { code: kind };
      if (kind === 'junk') return { code: kind, ...(detail === undefined ? {} : { detail }) };
    }
  } catch {
    // What was thrown throws when it is looked at.
  }
  return { code: 'failed' };
}
