import { AdapterFailure, type AdapterCall } from '../failure.ts';
import { plainText } from '../../json/plain-text.ts';
import type { AnswerFault } from '../answer.ts';
import { mostSaid, type BridgeMethod, type failureCodes } from './messages.ts';

export type BridgeErrorCode =
  | (typeof failureCodes)[number]
  // The connection itself.
  | 'no-host'
  | 'version'
  | 'restarted'
  | 'closed'
  | 'unreadable';

/**
 * Why a call over a bridge failed. The message says what to do and holds nothing of a patient: what the host's adapter
 * threw stays with the host, but for the text of a `SafeError`.
 */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';

  constructor(
    readonly code: BridgeErrorCode,
    readonly method?: BridgeMethod,
    /** The text of a `SafeError`, or what else is to be told. */
    readonly said?: string,
  ) {
    super(
      [method && `${method}:`, words[code], said && `The host says: ${said}`]
        .filter(Boolean)
        .join(' '),
    );
  }
}

const words: Readonly<Record<BridgeErrorCode, string>> = {
  failed: 'the host could not do it. What it threw stays there: see the host’s own log.',
  unsupported: 'the host does not offer this method. It lists those that it has in `welcome`.',
  invalid: 'the host could not read what was asked.',
  'out-of-order': 'a chunk is missing. Messages must come in the order in which they were sent.',
  'too-large': 'more than is ever sent or read in one message or value.',
  busy: 'more calls are under way than the host takes at once.',
  deadline: 'the host’s own source did not answer in time.',
  junk: 'the host’s adapter answered with something else than was asked for.',
  'no-host':
    'Nobody answered the handshake. Is the host half running, and does it expect this origin?',
  version: 'The host speaks no version of the protocol that this library speaks.',
  restarted:
    'the host has started anew since. The adapter of the new session comes by `onrestart`.',
  closed: 'the bridge is closed.',
  unreadable: 'what the host answered is no JSON.',
};

/**
 * Thrown by a host's adapter to say something that the page may hear: `serveBridge` passes its text on, of nothing else
 * that is thrown. It must hold nothing of a patient.
 */
export class SafeError extends Error {
  override readonly name = 'SafeError';
}

/** Makes of a text what may be told to a developer in one line. */
export function sayable(text: string): string {
  return plainText(text).slice(0, mostSaid);
}

/** The error for the adapter's caller: of the library's own kind where it has one. */
export function failureOf(error: BridgeError, detail?: AnswerFault): Error {
  const { method } = error;
  const kind = method && kinds[error.code as keyof typeof kinds];
  return kind ? new AdapterFailure(kind, callOf(method), error, detail) : error;
}

const kinds = {
  deadline: 'deadline',
  junk: 'junk',
  unreadable: 'junk',
  unsupported: 'not-supported',
} as const satisfies Partial<Record<BridgeErrorCode, string>>;

/** The call of the contract that a method belongs to. */
function callOf(method: BridgeMethod): AdapterCall {
  const [part = ''] = method.split('.');
  if (part === 'action' || part === 'actions' || part === 'sharer') return 'action';
  return part as AdapterCall;
}
