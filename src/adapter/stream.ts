/** The stream of `records()`, step by step, as it is opened, read and left: whatever an adapter has made of it. */
import type { RecordsRequest } from '../record/index.ts';
import { junk } from './failure.ts';
import type { ClinicAdapter } from './types.ts';

/**
 * Opens the stream of `records()`. An `async` where none belongs, there or at the iterator, is harmless when awaited.
 * @throws {AdapterFailure} `junk`, of what is no stream.
 */
export async function openStream(
  adapter: ClinicAdapter,
  request: RecordsRequest,
  signal: AbortSignal,
): Promise<AsyncIterator<unknown>> {
  const answer: unknown = await (adapter.records?.(request, signal) as unknown);
  const stream = answer as Partial<AsyncIterable<unknown>> | null | undefined;
  const opened: unknown = await (stream?.[Symbol.asyncIterator]?.() as unknown);
  const iterator = opened as Partial<AsyncIterator<unknown>> | null | undefined;
  if (typeof iterator?.next !== 'function') throw junk('records', answer);
  return iterator as AsyncIterator<unknown>;
}

/**
 * Reads one step of a stream, while the call still guards it: even reading may throw.
 * @throws {AdapterFailure} `junk`, of what is no step.
 */
export async function nextBatch(
  stream: AsyncIterator<unknown>,
): Promise<{ readonly done: boolean; readonly batch?: unknown }> {
  const step: unknown = await stream.next();
  if (typeof step !== 'object' || step === null) throw junk('records', step);
  const { done, value } = step as IteratorResult<unknown, unknown>;
  return done ? { done } : { done: false, batch: value };
}

/** Tells a stream to stop, and does not wait for it: it may be the one that hangs. */
export function abandon(stream: AsyncIterator<unknown> | undefined): void {
  try {
    stream?.return?.().then(undefined, () => undefined);
  } catch {
    // A stream that cannot even be stopped is of no further use.
  }
}
