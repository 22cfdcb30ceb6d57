/** A page and a host over a real `MessageChannel`, with all that passes between them written down. */
import {
  bridgeAdapter,
  portChannel,
  serveBridge,
  type BridgeAdapter,
  type BridgeChannel,
  type BridgeHost,
  type BridgeOptions,
  type ServeOptions,
} from '../../../src/adapter/bridge/index.ts';
import type { Message } from '../../../src/adapter/bridge/messages.ts';
import type { ClinicAdapter } from '../../../src/adapter/index.ts';

export interface Passed {
  readonly from: 'page' | 'host';
  readonly message: Message;
}

export interface Stage {
  readonly adapter: BridgeAdapter;
  readonly host: BridgeHost;
  /** Everything that was sent, in order. */
  readonly passed: readonly Passed[];
  /** Hands something over as if the other end had sent it. */
  readonly toPage: (given: unknown) => void;
  readonly toHost: (given: unknown) => void;
  /** Ends the host without a word, as a program that is killed, and starts another one at the same end. */
  readonly restart: (adapter?: ClinicAdapter, options?: ServeOptions) => BridgeHost;
}

export interface StageOptions {
  readonly page?: BridgeOptions;
  readonly host?: ServeOptions;
  /** Decides what becomes of a message: not sent where it is false. */
  readonly sieve?: (passed: Passed) => boolean;
}

const opened: { close(): void }[] = [];

/** Lets go of every stage: an open port keeps Node alive. */
export function closeStages(): void {
  for (const each of opened.splice(0)) each.close();
}

export async function stageBridge(
  served: ClinicAdapter,
  { page, host: hostOptions, sieve = () => true }: StageOptions = {},
): Promise<Stage> {
  const { port1, port2 } = new MessageChannel();
  const passed: Passed[] = [];
  const ends = { page: noted('page', port1), host: noted('host', port2) };
  let alive = mortal(ends.host.channel);
  const host = serveBridge(served, alive.channel, hostOptions);
  opened.push(host, port1, port2);
  const adapter = await bridgeAdapter(ends.page.channel, page);
  opened.unshift(adapter);
  return {
    ...{ adapter, host, passed },
    toPage: (given) => ends.page.hear(given),
    toHost: (given) => ends.host.hear(given),
    restart(next = served, options = hostOptions) {
      alive.die();
      alive = mortal(ends.host.channel);
      const again = serveBridge(next, alive.channel, options);
      opened.push(again);
      return again;
    },
  };

  function noted(from: Passed['from'], port: MessagePort) {
    const { send, receive } = portChannel(port);
    const listeners = new Set<(given: unknown) => void>();
    const channel: BridgeChannel = {
      send(message) {
        passed.push({ from, message });
        if (sieve({ from, message })) send(message);
      },
      receive(listener) {
        listeners.add(listener);
        const stop = receive(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
    };
    return {
      channel,
      hear: (given: unknown) => {
        for (const listener of listeners) listener(given);
      },
    };
  }
}

/** A channel of a program that may be killed: from then on it neither says nor hears anything. */
function mortal(channel: BridgeChannel): { channel: BridgeChannel; die: () => void } {
  let isAlive = true;
  return {
    channel: {
      send: (message) => void (isAlive && channel.send(message)),
      receive: (listener) => channel.receive((given) => void (isAlive && listener(given))),
    },
    die: () => {
      isAlive = false;
    },
  };
}

/** Until something holds; each look lets messages pass. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

/** Lets what is under way between the ports arrive. */
export async function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port2.addEventListener('message', () => resolve());
    port2.start();
    port1.postMessage(0);
  });
  port1.close();
  port2.close();
  await new Promise((resolve) => setTimeout(resolve));
}
