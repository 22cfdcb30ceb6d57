/**
 * How the library calls an adapter, so that nothing hangs and nothing leaks: every call has a signal and
 * a deadline, and a failure names the call, never what the adapter's error said.
 */
import type { PatientRecords, RecordsRequest } from '../record/index.ts';
import { readDescription, type CheckedDescription } from './description.ts';
import { AdapterFailure, junk, type AdapterCall } from './failure.ts';
import { longestTimer, nextTurn } from './pause.ts';
import { abandon, nextBatch, openStream } from './stream.ts';
import type { ClinicAdapter } from './types.ts';

export interface CallOptions {
  /** Longest wait for one answer, in milliseconds; `Infinity` waits for ever. */
  readonly deadline: number;
  /** Aborts the call from outside. */
  readonly signal?: AbortSignal;
  /** Is given every failure but an abort from outside, with what was thrown: it may hold patient data. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

/**
 * Calls an adapter and waits no longer than the deadline, whether or not it heeds its signal.
 * @throws {AdapterFailure}
 */
export async function callAdapter<Answer>(
  call: AdapterCall,
  run: (signal: AbortSignal) => Answer | PromiseLike<Answer>,
  { deadline, signal, onFailure }: CallOptions,
): Promise<Answer> {
  const inner = new AbortController();
  if (signal?.aborted) throw new AdapterFailure('aborted', call);
  let take!: (answer: Answer) => void;
  let refuse!: (thrown: unknown) => void;
  const answered = new Promise<Answer>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (failure: AdapterFailure) => {
      end();
      if (failure.kind !== 'aborted') onFailure?.(failure);
      reject(failure);
      inner.abort();
    };
    const onAbort = () => fail(new AdapterFailure('aborted', call));
    // What has no end of its own leaves no timer standing.
    const timer =
      deadline === Infinity
        ? undefined
        : setTimeout(
            () => fail(new AdapterFailure('deadline', call)),
            Math.min(deadline, longestTimer),
          );
    signal?.addEventListener('abort', onAbort, { once: true });
    take = (answer) => {
      end();
      resolve(answer);
    };
    refuse = (thrown) => fail(failureFrom(thrown, call));
  });
  // What it answers after the end is dropped. The wait holds on to neither the adapter nor what it is asked.
  begin(run, inner.signal).then(take, refuse);
  return answered;
}

/** Begins a call: an adapter may throw before it answers. */
function begin<Answer>(
  run: (signal: AbortSignal) => Answer | PromiseLike<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((answer) => answer(run(signal)));
}

/**
 * Turns what was thrown into a failure of ours. An adapter that is itself built on these calls may name the
 * kind of failure, but not with a message of its own, and not an abort, which only we can know of.
 */
function failureFrom(error: unknown, call: AdapterCall): AdapterFailure {
  if (!isOwn(error)) return new AdapterFailure('threw', call, error);
  const kind = passedOn.find((each) => each === error.kind);
  return new AdapterFailure(kind ?? 'threw', call, error.thrown ?? error, error.detail);
}

/** What was thrown may throw when it is looked at. */
function isOwn(error: unknown): error is AdapterFailure {
  try {
    return error instanceof AdapterFailure;
  } catch {
    return false;
  }
}

const passedOn = ['deadline', 'junk', 'not-supported'] as const;

/** So many batches that are no lists, and the stream is given up: it has no end, or nothing for us. */
const mostJunkBatches = 1000;

/**
 * Streams the clinic's batches. The deadline holds for each batch; a stream that hangs is abandoned. A batch
 * that is no list is ignored, so that the rest still shows, and reported as `junk` when the stream ends, or has
 * brought a thousand of them. The
 * page gets a turn between batches, also when the adapter gives it none.
 * @throws {AdapterFailure}
 */
export async function* streamBatches(
  adapter: ClinicAdapter,
  request: RecordsRequest,
  options: CallOptions,
): AsyncGenerator<readonly PatientRecords[], void, void> {
  if (!adapter.records) throw new AdapterFailure('not-supported', 'records');
  const abort = new AbortController();
  const forward = () => abort.abort();
  options.signal?.addEventListener('abort', forward, { once: true });
  let stream: AsyncIterator<unknown> | undefined;
  let junkBatches = 0;
  try {
    const opened = await callAdapter(
      'records',
      () => openStream(adapter, request, abort.signal),
      options,
    );
    stream = opened;
    for (;;) {
      const { done, batch } = await callAdapter('records', () => nextBatch(opened), options);
      if (done) {
        stream = undefined;
        break;
      }
      if (Array.isArray(batch)) yield batch as readonly PatientRecords[];
      else if (++junkBatches >= mostJunkBatches) break;
      await nextTurn();
    }
  } finally {
    options.signal?.removeEventListener('abort', forward);
    abort.abort();
    abandon(stream);
  }
  if (junkBatches === 0) return;
  const failure = new AdapterFailure('junk', 'records', undefined, 'batch-is-no-list');
  options.onFailure?.(failure);
  throw failure;
}

/**
 * Asks the adapter for the clinic's description, and keeps what can be used of it; the rest is named in
 * `unusable`.
 * @throws {AdapterFailure} `junk` when the answer is no description at all.
 */
export async function describeClinic(
  adapter: ClinicAdapter,
  options: CallOptions,
): Promise<CheckedDescription> {
  return callAdapter(
    'describe',
    async (signal) => {
      // Read while the call still guards it: even reading may throw.
      const answer: unknown = await adapter.describe(signal);
      const checked = readDescription(answer);
      if (!checked) throw junk('describe', answer);
      return checked;
    },
    options,
  );
}
