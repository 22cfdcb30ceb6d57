/** The host's half: what a page asks is asked of an adapter. The reference for hosts in any other language. */
import type { ClinicAdapter } from '../types.ts';
import type { BridgeChannel } from './channel.ts';
import { HostCall } from './host-call.ts';
import { offeredMethods, type HostSharer } from './host-methods.ts';
import {
  bridgeMethods,
  bridgeVersion,
  drawName,
  fromPage,
  mostCalls,
  ProblemTeller,
  readMessage,
  remember,
  sendOver,
  type BridgeChange,
  type BridgeMethod,
  type BridgeProblem,
  type Message,
} from './messages.ts';
import { SaveLog } from './save-log.ts';

export interface ServeOptions {
  /** How the host shares, where it does. */
  readonly sharer?: HostSharer;
  /** What saves have been done; give a host that starts anew the one that it had, so that none is done twice. */
  readonly saves?: SaveLog;
  /** Something came that could not be used: each kind once, and nothing of what it said. */
  readonly onproblem?: (problem: BridgeProblem) => void;
  /** A call has failed, with what was thrown: it may hold patient data, and never crosses the bridge. */
  readonly onfailure?: (thrown: unknown, method: BridgeMethod) => void;
}

/** A host that serves a page. */
export interface BridgeHost {
  /** Tells the page that something is other than before; nothing where no page is there. */
  tell(change: BridgeChange): void;
  /** Stops: what is under way is aborted, and the page is told. */
  close(): void;
}

/** Serves one page at a time with an adapter, over a channel. A page that is loaded anew takes the place of the one before. */
export function serveBridge(
  adapter: ClinicAdapter,
  channel: BridgeChannel,
  options: ServeOptions = {},
): BridgeHost {
  return new Host(adapter, channel, options);
}

/** What a host has with a page, from one handshake to the next. */
interface Session {
  readonly name: string;
  readonly page: string;
  readonly methods: ReadonlySet<string>;
  readonly calls: Map<number, HostCall>;
  lastId: number;
  lastChange: number;
}

class Host implements BridgeHost {
  readonly #adapter: ClinicAdapter;
  readonly #channel: BridgeChannel;
  readonly #options: ServeOptions;
  readonly #problems: ProblemTeller;
  readonly #saves: SaveLog;
  readonly #name = drawName();
  readonly #stop: () => void;
  /** Pages that have greeted. */
  readonly #pages = new Set<string>();
  #session: Session | undefined;
  #isClosed = false;

  constructor(adapter: ClinicAdapter, channel: BridgeChannel, options: ServeOptions) {
    this.#adapter = adapter;
    this.#channel = channel;
    this.#options = options;
    this.#problems = new ProblemTeller(options.onproblem);
    this.#saves = options.saves ?? new SaveLog();
    this.#stop = channel.receive(
      (given) => this.#hear(given),
      (problem) => this.#problems.tell(problem),
    );
    this.#send({ overblik: 'bridge', type: 'ready', host: this.#name });
  }

  tell(change: BridgeChange): void {
    const session = this.#session;
    if (!session || this.#isClosed) return;
    const seq = ++session.lastChange;
    this.#send({ overblik: 'bridge', type: 'change', session: session.name, seq, change });
  }

  close(): void {
    if (this.#isClosed) return;
    const session = this.#session;
    this.#endSession();
    if (session) this.#send({ overblik: 'bridge', type: 'bye', session: session.name });
    this.#isClosed = true;
    this.#stop();
  }

  #endSession(): void {
    for (const call of this.#session?.calls.values() ?? []) call.cancel();
    this.#session = undefined;
  }

  /** A way that is closed has no page at its other end. */
  #send(message: Message): void {
    sendOver(this.#channel, message, this.#problems);
  }

  #hear(given: unknown): void {
    if (this.#isClosed) return;
    const message = readMessage(given, fromPage);
    if (!message) return;
    if ('kind' in message) this.#problems.tell(message);
    else if (message.type === 'hello') this.#welcome(message);
    else this.#hearWithin(message);
  }

  #welcome({ page, versions }: Message<'hello'>): void {
    if (!versions.includes(bridgeVersion)) {
      this.#send({ overblik: 'bridge', type: 'refuse', page, versions: [bridgeVersion] });
      return;
    }
    // One that greets twice is answered twice, and goes on with what it has begun.
    if (this.#session?.page !== page) {
      // It has had its session, and lost it to another.
      if (this.#pages.has(page)) return;
      remember(this.#pages, page);
      this.#endSession();
      const offered = offeredMethods(this.#adapter, this.#options.sharer);
      this.#session = {
        ...{ name: drawName(), page, calls: new Map<number, HostCall>() },
        ...{ methods: new Set<string>(offered), lastId: 0, lastChange: 0 },
      };
    }
    const { name: session, methods } = this.#session;
    this.#send({
      ...{ overblik: 'bridge', type: 'welcome', page, host: this.#name, session },
      ...{ version: bridgeVersion, methods: [...methods] },
    });
  }

  #hearWithin(message: Message<'call' | 'chunk' | 'ack' | 'cancel' | 'bye'>): void {
    const session = this.#session;
    if (message.session !== session?.name) {
      this.#problems.tell({ kind: 'other-session', field: message.type });
      // Whoever waits for an answer would wait for ever: it greets again.
      if (message.type === 'call')
        this.#send({ overblik: 'bridge', type: 'stale', session: message.session });
      return;
    }
    const call = session.calls.get('id' in message ? message.id : 0);
    switch (message.type) {
      case 'call':
        this.#begin(session, message);
        return;
      case 'chunk':
        call?.take(message, message.seq);
        return;
      case 'ack':
        call?.acknowledge(message.seq);
        return;
      case 'cancel':
        call?.cancel();
        return;
      case 'bye':
        this.#endSession();
    }
  }

  #begin(session: Session, message: Message<'call'>): void {
    const { id, method, key } = message;
    // Ids grow: one that was used has been answered, or is being.
    if (id <= session.lastId) return;
    session.lastId = id;
    const place = { overblik: 'bridge', session: session.name, id } as const;
    const fail = (code: Message<'fail'>['code']) => this.#send({ ...place, type: 'fail', code });
    if (session.calls.size >= mostCalls) return fail('busy');
    const offered = bridgeMethods.find((each) => each === method && session.methods.has(each));
    if (!offered) return fail('unsupported');
    const call = new HostCall({
      ...{ adapter: this.#adapter, sharer: this.#options.sharer, saves: this.#saves },
      ...{ place, method: offered, key },
      post: (sent) => this.#send(sent),
      onfailure: this.#options.onfailure,
      onend: () => void session.calls.delete(id),
    });
    session.calls.set(id, call);
    call.take(message, 1);
  }
}
