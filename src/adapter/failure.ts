/** How a call to an adapter fails: it names the call, never what the adapter's error said. */
import { shapeOf, type AnswerFault } from './answer.ts';

export type AdapterCall =
  | 'describe'
  | 'records'
  | 'search'
  | 'patient'
  | 'openJournal'
  | 'action'
  | 'rounds'
  | 'profiles'
  | 'terminology'
  | 'drafts';
export type AdapterFailureKind = 'threw' | 'deadline' | 'aborted' | 'junk' | 'not-supported';

/**
 * A call that did not succeed. The message holds no data; what the adapter threw is not its `cause`,
 * which consoles print, but kept aside for a host that asks.
 */
export class AdapterFailure extends Error {
  override readonly name = 'AdapterFailure';
  readonly #thrown: unknown;

  constructor(
    readonly kind: AdapterFailureKind,
    readonly call: AdapterCall,
    thrown?: unknown,
    /** What was wrong with an answer that is `junk`, for the adapter's developer. */
    readonly detail?: AnswerFault,
  ) {
    super(`The adapter's ${call} call failed: ${kind}.`);
    this.#thrown = thrown;
  }

  /** What the adapter threw, as it is: it may hold patient data. */
  get thrown(): unknown {
    return this.#thrown;
  }
}

/** A failure because of an answer of the wrong kind. */
export function junk(call: AdapterCall, answer: unknown): AdapterFailure {
  const shape = shapeOf(answer);
  return new AdapterFailure(
    'junk',
    call,
    undefined,
    shape === 'object' ? 'wrong-answer' : `answer-is-${shape}`,
  );
}
