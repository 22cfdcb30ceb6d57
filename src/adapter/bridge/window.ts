/**
 * Over windows: Overblik in a frame, or in a window that the host has opened, or the other way round. The two meet by
 * `postMessage`, where each looks at the other's origin and window, and go on over a port that nobody else hears.
 */
import { isObject, type JsonObject } from '../../json/values.ts';
import type { BridgeChannel } from './channel.ts';
import { drawName, type BridgeProblem } from './messages.ts';

/** Whom a window is to meet. */
export interface WindowOptions {
  /** The other window: `parent`, `opener`, `frame.contentWindow`; or what finds it, when it may not be there yet. */
  readonly other: Window | (() => Window | null | undefined);
  /**
   * The other's origin, `https://journal.example.dk`, or several that it may have. `null` stands for pages without one
   * (`file:`, a frame whose sandbox takes it away). There is no word for any origin.
   */
  readonly origin: string | readonly string[];
  /** The window that is listened in; by default this one. */
  readonly own?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** What is said between windows before there is a port: the page knocks, and the host opens. */
interface Greeting {
  readonly overblik: 'bridge';
  readonly type: 'knock' | 'here' | 'open';
  /** Of whoever knocks: it is opened for once. */
  readonly page?: string;
}

/** The page's end: knocks at the host's window until it opens. */
export function pageWindowChannel(options: WindowOptions): BridgeChannel {
  return windowChannel(options, (meeting) => {
    const page = drawName();
    return {
      begin: () => meeting.post({ type: 'knock', page }),
      hear({ type }, ports) {
        // A host that came later, or was loaded anew.
        if (type === 'here') meeting.post({ type: 'knock', page });
        else if (type === 'open' && ports[0]) meeting.use(ports[0]);
      },
    };
  });
}

/** The host's end: gives each page that knocks a port. */
export function hostWindowChannel(options: WindowOptions): BridgeChannel {
  return windowChannel(options, (meeting) => {
    let opened: unknown;
    return {
      begin: () => meeting.post({ type: 'here' }),
      hear({ type, page }) {
        // One that knocks twice has a port already, or on its way.
        if (type !== 'knock' || page === opened) return;
        opened = page;
        const { port1, port2 } = new MessageChannel();
        meeting.use(port1);
        meeting.post({ type: 'open' }, port2);
      },
    };
  });
}

interface Meeting {
  post(greeting: Omit<Greeting, 'overblik'>, port?: MessagePort): void;
  /** Goes on over a port, in the place of one before. */
  use(port: MessagePort): void;
}

interface Side {
  begin(): void;
  hear(greeting: JsonObject, ports: readonly MessagePort[]): void;
}

function windowChannel(
  { other, origin, own = globalThis }: WindowOptions,
  sideOf: (meeting: Meeting) => Side,
): BridgeChannel {
  const origins = typeof origin === 'string' ? [origin] : [...origin];
  for (const each of origins)
    if (each !== 'null' && !isOrigin(each))
      throw new RangeError(
        'origin: a scheme, a host and perhaps a port (https://journal.example.dk), or "null".',
      );
  const find = () => (typeof other === 'function' ? other() : other);
  /** Sent before there is a port: the newest few, for whoever opens. */
  let waiting: unknown[] = [];
  let port: MessagePort | undefined;
  /** The origin that the other has shown to have. */
  let heard: string | undefined;
  return {
    send(message) {
      if (port) port.postMessage(message);
      else waiting = [...waiting, message].slice(-mostWaiting);
    },
    receive(listener, tell) {
      const meeting: Meeting = {
        post(said, handed) {
          const greeting: Greeting = { overblik: 'bridge', ...said };
          // Whoever has knocked is answered; else anybody who may be there.
          for (const each of heard === undefined ? origins : [heard])
            post(find(), greeting, each === 'null' ? '*' : each, handed ? [handed] : [], tell);
        },
        use(next) {
          port?.close();
          port = next;
          next.addEventListener('message', ({ data }) => {
            if (port === next) listener(data);
          });
          next.start();
          for (const message of waiting) next.postMessage(message);
          waiting = [];
        },
      };
      const side = sideOf(meeting);
      const hear = (event: MessageEvent) => {
        const greeting: unknown = event.data;
        // Windows say much to one another that is not ours.
        if (!isObject(greeting) || greeting.overblik !== 'bridge') return;
        if (event.source !== find()) tell?.({ kind: 'other-source' });
        else if (!origins.includes(event.origin)) tell?.({ kind: 'other-origin' });
        else {
          heard = event.origin;
          side.hear(greeting, event.ports);
        }
      };
      own.addEventListener('message', hear);
      side.begin();
      return () => {
        own.removeEventListener('message', hear);
        port?.close();
        port = undefined;
      };
    },
  };
}

/** So many messages wait for the way to open: only greetings are sent before that. */
const mostWaiting = 4;

function post(
  to: Window | null | undefined,
  greeting: Greeting,
  origin: string,
  ports: readonly MessagePort[],
  tell: ((problem: BridgeProblem) => void) | undefined,
): void {
  try {
    to?.postMessage(greeting, origin, [...ports]);
  } catch {
    tell?.({ kind: 'other-source' });
  }
}

/** A scheme, a host and perhaps a port, as a message's `origin` has them; a program's own scheme is one too. */
function isOrigin(given: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#*@\\\s]+$/.test(given);
}
