/**
 * How the kit asks an adapter: by the clock of the run, each call written down without patient data, and none waited for
 * longer than the deadline.
 */
import { AdapterFailure, type AdapterCall } from '../adapter/index.ts';
import type { ConformanceClock } from './clock.ts';
import type { LoggedCall } from './types.ts';

/** How a call ended. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly took: number }
  | { readonly ok: false; readonly failure: AdapterFailure; readonly took: number };

export interface CallWish<Value> {
  readonly call: AdapterCall;
  /** In kind and number, for the report. */
  readonly asked: string;
  readonly run: (signal: AbortSignal) => Value | PromiseLike<Value>;
  /** Words for what came, in kind and number. */
  readonly tell?: (value: Value) => string;
}

/** So many calls are kept in a report. */
const mostCalls = 1000;

/** The calls of one run. */
export class Calls {
  readonly log: LoggedCall[] = [];
  more = 0;
  /** Calls that are under way. */
  open = 0;
  readonly #start: number;

  constructor(
    readonly clock: ConformanceClock,
    private readonly deadline: number,
    private readonly signal: AbortSignal,
    private readonly onFailure?: (failure: AdapterFailure) => void,
  ) {
    this.#start = clock.now();
  }

  /**
   * Calls, and waits no longer than the deadline.
   * @throws The run's signal's reason, when it aborts.
   */
  async ask<Value>({ call, asked, run, tell }: CallWish<Value>): Promise<Answer<Value>> {
    const inner = new AbortController();
    const end = this.begin();
    try {
      const answer = await this.settle(call, run, inner);
      const got = answer.ok && tell ? { got: tell(answer.value) } : {};
      this.note({ call, asked, took: answer.took, outcome: outcomeOf(answer), ...got });
      return answer;
    } finally {
      end();
      inner.abort();
    }
  }

  /** Counts a call as under way until what is answered is called. */
  begin(): () => void {
    this.open++;
    return () => void this.open--;
  }

  /** Waits for one answer, without a line in the log. */
  async settle<Value>(
    call: AdapterCall,
    run: (signal: AbortSignal) => Value | PromiseLike<Value>,
    inner: AbortController,
    within = this.deadline,
  ): Promise<Answer<Value>> {
    this.signal.throwIfAborted();
    const { clock } = this;
    const from = clock.now();
    const timer = new AbortController();
    const forward = () => {
      inner.abort(this.signal.reason);
      timer.abort();
    };
    this.signal.addEventListener('abort', forward, { once: true });
    const answered = new Promise<Value>((resolve) => {
      resolve(run(inner.signal));
    }).then(
      (value): Answer<Value> => ({ ok: true, value, took: clock.now() - from }),
      (thrown: unknown): Answer<Value> => ({
        ok: false,
        // What is junk was seen to be so on the way (`openStream`).
        failure: isJunk(thrown) ? thrown : new AdapterFailure('threw', call, thrown),
        took: clock.now() - from,
      }),
    );
    const late = clock.wait(within, timer.signal).then((): Answer<Value> => ({
      ok: false,
      failure: new AdapterFailure('deadline', call),
      took: clock.now() - from,
    }));
    const answer = await Promise.race([answered, late]);
    timer.abort();
    this.signal.removeEventListener('abort', forward);
    this.signal.throwIfAborted();
    if (!answer.ok) this.onFailure?.(answer.failure);
    if (!answer.ok && answer.failure.kind === 'deadline') inner.abort();
    return answer;
  }

  /** Writes a call down. */
  note(call: Omit<LoggedCall, 'at'>): void {
    const at = Math.round(this.clock.now() - this.#start - call.took);
    if (this.log.length < mostCalls)
      this.log.push({ ...call, at: Math.max(0, at), took: rounded(call.took) });
    else this.more++;
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.clock.now() - this.#start;
  }
}

/** What was thrown may throw when it is looked at. */
function isJunk(thrown: unknown): thrown is AdapterFailure {
  try {
    return thrown instanceof AdapterFailure && thrown.kind === 'junk';
  } catch {
    return false;
  }
}

function outcomeOf(answer: Answer<unknown>): LoggedCall['outcome'] {
  if (answer.ok) return 'answered';
  return answer.failure.kind === 'deadline' ? 'deadline' : 'threw';
}

/** To a tenth of a millisecond. */
export function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
