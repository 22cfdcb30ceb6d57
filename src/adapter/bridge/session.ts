import { PageCall } from './call.ts';
import { BridgeError, failureOf, sayable } from './errors.ts';
import type { BridgeMethod, Message } from './messages.ts';
import { writeJson } from './writer.ts';

/** What may be said of a call beside what is asked. */
export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Names a save. */
  readonly key?: string;
  /** What is asked, where it has been written as JSON already. */
  readonly texts?: Iterable<string>;
}

/** What a page has with its host from one handshake to the next. Calls of an earlier session fail, in words. */
export class PageSession {
  readonly #calls = new Map<number, PageCall>();
  readonly #methods: ReadonlySet<string>;
  #lastId = 0;
  #lastChange = 0;
  #over: BridgeError['code'] | undefined;

  constructor(
    readonly name: string,
    methods: readonly string[],
    readonly send: (message: Message) => void,
  ) {
    this.#methods = new Set(methods);
  }

  has(method: BridgeMethod): boolean {
    return this.#methods.has(method);
  }

  get isOver(): boolean {
    return this.#over !== undefined;
  }

  post(message: Message): void {
    if (this.#over === undefined) this.send(message);
  }

  /**
   * Asks for one value.
   * @returns undefined where the host answered nothing.
   */
  async ask(method: BridgeMethod, params: object, options: AskOptions = {}): Promise<unknown> {
    let answer: unknown;
    for await (const value of this.stream(method, params, options)) answer ??= value;
    return answer;
  }

  /**
   * Asks for any number of values. Whoever stops reading, or aborts the signal, is let go at once, and the host told.
   * @throws {BridgeError} Or an `AdapterFailure` of its kind, or the signal's reason.
   */
  async *stream(
    method: BridgeMethod,
    params: object,
    { signal, key, texts = writeJson(params) }: AskOptions,
  ): AsyncGenerator<unknown, void, void> {
    signal?.throwIfAborted();
    if (this.#over !== undefined) throw new BridgeError(this.#over, method);
    const call = new PageCall(this, ++this.#lastId, method, key);
    this.#calls.set(call.id, call);
    const abort = () => {
      this.#cancel(call);
      call.drop(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    // It ends by itself, or with the call.
    void call.ask(texts);
    try {
      for (let next = await call.next(); next; next = await call.next()) yield next.value;
    } catch (error) {
      throw error instanceof BridgeError ? failureOf(error) : error;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#cancel(call);
    }
  }

  /** Lets a call go; the host is told where it may still be at it. */
  #cancel({ id }: PageCall): void {
    if (!this.#calls.delete(id)) return;
    this.post({ overblik: 'bridge', session: this.name, type: 'cancel', id });
  }

  /** Takes what the host sent within this session. */
  take(message: Message<'chunk' | 'ack' | 'end' | 'fail'>): void {
    const call = this.#calls.get(message.id);
    // Cancelled, ended, or never asked.
    if (!call) return;
    switch (message.type) {
      case 'chunk':
        if (!call.take(message, message.seq)) this.#cancel(call);
        return;
      case 'ack':
        call.acknowledge(message.seq);
        return;
      case 'end':
        this.#calls.delete(call.id);
        call.end();
        return;
      case 'fail':
        this.#calls.delete(call.id);
        call.fail(failed(call.method, message));
    }
  }

  /** Whether a change that was told is a new one. */
  isNew({ seq }: Message<'change'>): boolean {
    if (seq <= this.#lastChange) return false;
    this.#lastChange = seq;
    return true;
  }

  /** Everything that is under way fails, and so does what is asked later. */
  end(why: 'restarted' | 'closed'): void {
    if (this.#over !== undefined) return;
    this.#over = why;
    for (const call of this.#calls.values()) call.fail(new BridgeError(why, call.method));
    this.#calls.clear();
  }
}

function failed(method: BridgeMethod, { code, message, detail }: Message<'fail'>): Error {
  const said = message === undefined ? undefined : sayable(message);
  const error = new BridgeError(code, method, said);
  return failureOf(error, detail);
}
