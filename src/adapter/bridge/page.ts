/** The page's half: an adapter whose every call goes over a channel to its host. */
import { adapterOver, type BridgeAdapter } from './adapter.ts';
import type { BridgeChannel } from './channel.ts';
import { BridgeError } from './errors.ts';
import {
  bridgeVersion,
  drawName,
  fromHost,
  ProblemTeller,
  readMessage,
  remember,
  sendOver,
  type BridgeChange,
  type BridgeProblem,
  type Message,
} from './messages.ts';
import { SaveKeys } from './save-keys.ts';
import { PageSession } from './session.ts';

/** What a page is told, and how long it waits. */
export interface BridgeOptions {
  /** Milliseconds that the host may take to answer the handshake; `Infinity` waits for ever. Default 10,000. */
  readonly deadline?: number;
  /** Closes the bridge. */
  readonly signal?: AbortSignal;
  /** What the host tells of its own accord; `applyChange` hands it on to an element. */
  readonly onchange?: (change: BridgeChange) => void;
  /**
   * The host has started anew: all that was under way has failed, and so does whatever is asked of the adapter before.
   * Give this one to the elements in its place: it may have other actions, and even another clinic.
   */
  readonly onrestart?: (adapter: BridgeAdapter) => void;
  /** Something came that could not be used: each kind once, and nothing of what it said. */
  readonly onproblem?: (problem: BridgeProblem) => void;
}

/**
 * Makes an adapter over a channel, when the host has said who it is and what it has.
 * @throws {BridgeError} `no-host` when nobody answers in time, `version` when the host speaks no version of ours.
 */
export function bridgeAdapter(
  channel: BridgeChannel,
  options: BridgeOptions = {},
): Promise<BridgeAdapter> {
  return new BridgePage(channel, options).first;
}

class BridgePage {
  /** The adapter of the first session. */
  readonly first: Promise<BridgeAdapter>;
  readonly #channel: BridgeChannel;
  readonly #options: BridgeOptions;
  readonly #problems: ProblemTeller;
  readonly #saves = new SaveKeys();
  readonly #stop: () => void;
  /** Hosts that have been heard of: one that says again that it is there has not started anew. */
  readonly #hosts = new Set<string>();
  #page = drawName();
  #session: PageSession | undefined;
  #isClosed = false;
  #take!: (adapter: BridgeAdapter) => void;
  #refuse!: (error: BridgeError) => void;
  #isGiven = false;

  constructor(channel: BridgeChannel, options: BridgeOptions) {
    this.#channel = channel;
    this.#options = options;
    this.#problems = new ProblemTeller(options.onproblem);
    const { deadline = 10_000, signal } = options;
    const close = () => this.close();
    this.first = new Promise<BridgeAdapter>((resolve, reject) => {
      const timer =
        deadline === Infinity
          ? undefined
          : setTimeout(() => this.#giveUp(new BridgeError('no-host')), deadline);
      this.#take = (adapter) => {
        clearTimeout(timer);
        resolve(adapter);
      };
      this.#refuse = (error) => {
        clearTimeout(timer);
        reject(error);
      };
    });
    this.#stop = channel.receive(
      (given) => this.#hear(given),
      (problem) => this.#problems.tell(problem),
    );
    if (signal?.aborted) this.close();
    else {
      signal?.addEventListener('abort', close, { once: true });
      this.#greet();
    }
  }

  close(): void {
    this.#giveUp(new BridgeError('closed'));
  }

  #giveUp(error: BridgeError): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const session = this.#session;
    session?.end('closed');
    if (session) this.#send({ overblik: 'bridge', type: 'bye', session: session.name });
    this.#stop();
    this.#refuse(error);
  }

  /** Until it is answered it is the same greeting, however often it is said. */
  #greet(): void {
    const versions = [bridgeVersion];
    this.#send({ overblik: 'bridge', type: 'hello', page: this.#page, versions });
  }

  /** A way that is closed brings nobody an answer: whoever waits for one fails by the deadline. */
  #send(message: Message): void {
    sendOver(this.#channel, message, this.#problems);
  }

  #hear(given: unknown): void {
    if (this.#isClosed) return;
    const message = readMessage(given, fromHost);
    if (!message) return;
    if ('kind' in message) this.#problems.tell(message);
    else if (message.type === 'ready') this.#meet(message);
    else if (message.type === 'welcome') this.#welcome(message);
    else if (message.type === 'refuse') {
      if (message.page === this.#page && !this.#session) this.#giveUp(new BridgeError('version'));
    } else this.#hearWithin(message);
  }

  #hearWithin(
    message: Message<'chunk' | 'ack' | 'end' | 'fail' | 'change' | 'stale' | 'bye'>,
  ): void {
    const session = this.#session;
    if (!session || message.session !== session.name) {
      // Of a session that is over: whoever asked has been told.
      this.#problems.tell({ kind: 'other-session', field: message.type });
      return;
    }
    switch (message.type) {
      case 'stale':
        this.#lose(session);
        this.#greet();
        return;
      case 'bye':
        // The host says when it is there again.
        this.#lose(session);
        return;
      case 'change':
        if (session.isNew(message)) this.#hand('onchange', message.change);
        return;
      default:
        session.take(message);
    }
  }

  /** A host that is new to us has started: what was under way is lost. */
  #meet({ host }: Message<'ready'>): void {
    if (this.#hosts.has(host)) return;
    remember(this.#hosts, host);
    if (this.#session) this.#lose(this.#session);
    this.#greet();
  }

  #lose(session: PageSession): void {
    session.end('restarted');
    this.#session = undefined;
    this.#page = drawName();
  }

  #welcome({ page, host, session: name, version, methods }: Message<'welcome'>): void {
    // Of an earlier greeting, or told again.
    if (page !== this.#page || this.#session) return;
    if (version !== bridgeVersion) {
      this.#giveUp(new BridgeError('version'));
      return;
    }
    remember(this.#hosts, host);
    const session = new PageSession(name, methods, (message) => this.#send(message));
    this.#session = session;
    void this.#give(session);
  }

  async #give(session: PageSession): Promise<void> {
    const tell = (problem: BridgeProblem) => this.#problems.tell(problem);
    const adapter = await adapterOver(session, this.#saves, () => this.close(), tell);
    // The host went away meanwhile, and is greeted again.
    if (this.#session !== session) return;
    this.#take(adapter);
    if (this.#isGiven) this.#hand('onrestart', adapter);
    this.#isGiven = true;
  }

  /** Calls a listener of the page's own. What it throws is its own, and may name a patient: the bridge goes on. */
  #hand<Name extends 'onchange' | 'onrestart'>(
    name: Name,
    given: Parameters<NonNullable<BridgeOptions[Name]>>[0],
  ): void {
    try {
      (this.#options[name] as ((given: unknown) => void) | undefined)?.(given);
    } catch {
      this.#problems.tell({ kind: 'listener-threw', field: name });
    }
  }
}
