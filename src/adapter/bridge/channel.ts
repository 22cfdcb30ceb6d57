/** What carries the messages of a bridge: a pair of functions, whatever the host's frame, view or worker is. */
import type { BridgeProblem, Message } from './messages.ts';

/**
 * One end of a way for messages, which come in the order in which they were sent. What is handed over may be an object
 * or a JSON text, and need not be a message of the bridge's: those are passed over.
 */
export interface BridgeChannel {
  send(message: Message): void;
  /** Hands over all that comes, and problems of the way itself. @returns What stops it, and lets go of the way. */
  receive(listener: (given: unknown) => void, tell?: (problem: BridgeProblem) => void): () => void;
}

/** What has messages as a `MessagePort` has them: also a `Worker`, and inside one its global scope. */
export interface PortLike {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  /** Of a `MessagePort`: it holds messages back until it is called. */
  start?(): void;
}

/** Over a `MessagePort`, a `Worker`, or inside a worker over `self`. */
export function portChannel(port: PortLike): BridgeChannel {
  return {
    send: (message) => port.postMessage(message),
    receive(listener) {
      const hear = (event: MessageEvent) => listener(event.data);
      port.addEventListener('message', hear);
      port.start?.();
      return () => port.removeEventListener('message', hear);
    },
  };
}

/** `window.chrome.webview` of a WebView2. */
export interface WebView {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/**
 * Over a WebView2: `webViewChannel(window.chrome.webview)`. The host may answer by `PostWebMessageAsJson` and by
 * `PostWebMessageAsString`.
 *
 * @param sendAs `json`, the default: the host reads `WebMessageAsJson`; `text`: `TryGetWebMessageAsString()`.
 */
export function webViewChannel(view: WebView, sendAs: 'json' | 'text' = 'json'): BridgeChannel {
  return {
    ...portChannel(view),
    send: (message) => view.postMessage(sendAs === 'text' ? JSON.stringify(message) : message),
  };
}

/** Over two functions that take and bring JSON texts, as a host of any kind can lend them to a page. */
export function textChannel(way: {
  readonly send: (text: string) => void;
  /** Registers what is to be called with each text. @returns What takes it back, if anything does. */
  readonly receive: (listener: (text: unknown) => void) => void | (() => void);
}): BridgeChannel {
  return {
    send: (message) => way.send(JSON.stringify(message)),
    receive(listener) {
      let isOpen = true;
      const stop = way.receive((text) => {
        if (isOpen) listener(text);
      });
      return () => {
        isOpen = false;
        stop?.();
      };
    },
  };
}

/** `window.cefQuery`, as CEF's message router has it. */
export type CefQuery = (query: {
  readonly request: string;
  readonly persistent?: boolean;
  readonly onSuccess?: (response: string) => void;
  readonly onFailure?: (code: number, message: string) => void;
}) => number;

/**
 * Over CEF's message router: `cefChannel(window.cefQuery, window.cefQueryCancel)`. What the page sends comes as one
 * query each; what the host sends are the answers to one persistent query, whose request is `cefListen`.
 */
export function cefChannel(query: CefQuery, cancel?: (id: number) => void): BridgeChannel {
  return textChannel({
    send: (request) => void query({ request, persistent: false }),
    receive(listener) {
      const id = query({ request: cefListen, persistent: true, onSuccess: listener });
      return () => cancel?.(id);
    },
  });
}

/** The request of the persistent query by which a page in CEF listens. */
export const cefListen = '{"overblik":"bridge","type":"listen"}';
