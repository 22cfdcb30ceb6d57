/**
 * How the library calls an adapter, so that nothing hangs and nothing leaks: every call has a signal and
 * a deadline, and a failure names the call, never what the adapter's error said.
 */
import { readCoverage, type PatientRecords, type RecordsRequest } from '../record/index.ts';
import type { ClinicAdapter, ClinicDescription, ClinicSource } from './types.ts';

export type AdapterCall =
  'describe' | 'records' | 'search' | 'patient' | 'openJournal' | 'action' | 'rounds' | 'profiles';
export type AdapterFailureKind = 'threw' | 'deadline' | 'aborted' | 'junk' | 'not-supported';

/**
 * A call that did not succeed. The message holds no data; what the adapter threw is kept as `cause`, out
 * of every enumeration, for a host that wants to log it.
 */
export class AdapterFailure extends Error {
  override readonly name = 'AdapterFailure';

  constructor(
    readonly kind: AdapterFailureKind,
    readonly call: AdapterCall,
    cause?: unknown,
  ) {
    super(`The adapter's ${call} call failed: ${kind}.`);
    if (cause !== undefined)
      Object.defineProperty(this, 'cause', { value: cause, enumerable: false, configurable: true });
  }
}

export interface CallOptions {
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline: number;
  /** Aborts the call from outside. */
  readonly signal?: AbortSignal;
}

/**
 * Calls an adapter and waits no longer than the deadline, whether or not it heeds its signal.
 * @throws {AdapterFailure}
 */
export async function callAdapter<Answer>(
  call: AdapterCall,
  run: (signal: AbortSignal) => Answer | PromiseLike<Answer>,
  { deadline, signal }: CallOptions,
): Promise<Answer> {
  const inner = new AbortController();
  if (signal?.aborted) throw new AdapterFailure('aborted', call);
  return new Promise<Answer>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (failure: AdapterFailure) => {
      end();
      reject(failure);
      inner.abort();
    };
    const onAbort = () => fail(new AdapterFailure('aborted', call));
    const timer = setTimeout(() => fail(new AdapterFailure('deadline', call)), deadline);
    signal?.addEventListener('abort', onAbort, { once: true });
    // An adapter may throw before it answers; and what it answers after the end is dropped.
    new Promise<Answer>((answer) => answer(run(inner.signal))).then(
      (answer) => {
        end();
        resolve(answer);
      },
      (error: unknown) =>
        fail(error instanceof AdapterFailure ? error : new AdapterFailure('threw', call, error)),
    );
  });
}

/**
 * Streams the clinic's batches. The deadline holds for each batch; a stream that hangs is left behind.
 * Batches that are no lists end it.
 * @throws {AdapterFailure}
 */
export async function* streamBatches(
  adapter: ClinicAdapter,
  request: RecordsRequest,
  options: CallOptions,
): AsyncGenerator<readonly PatientRecords[], void, void> {
  const abort = new AbortController();
  const forward = () => abort.abort();
  options.signal?.addEventListener('abort', forward, { once: true });
  let iterator: AsyncIterator<readonly PatientRecords[]> | undefined;
  try {
    iterator = await callAdapter(
      'records',
      () => {
        if (!adapter.records) throw new AdapterFailure('not-supported', 'records');
        return adapter.records(request, abort.signal)[Symbol.asyncIterator]();
      },
      options,
    );
    const stream = iterator;
    for (;;) {
      const step = await callAdapter('records', () => stream.next(), options);
      if (step.done) return;
      if (!Array.isArray(step.value)) throw new AdapterFailure('junk', 'records');
      yield step.value;
    }
  } finally {
    options.signal?.removeEventListener('abort', forward);
    abort.abort();
    // Told to stop, not waited for: it may be the one that hangs.
    try {
      iterator?.return?.().then(undefined, () => undefined);
    } catch {
      // A stream that cannot even be stopped has nothing more to say.
    }
  }
}

export interface CheckedDescription {
  readonly description: ClinicDescription;
  /** JSON Pointers to the parts that could not be used. */
  readonly unusable: readonly string[];
}

/**
 * Asks who the clinic is, and keeps what can be used of the answer. Coverage that cannot be read counts
 * as missing: what depends on it becomes unknown, never no.
 * @throws {AdapterFailure}
 */
export async function describeClinic(
  adapter: ClinicAdapter,
  options: CallOptions,
): Promise<CheckedDescription> {
  const answer: unknown = await callAdapter(
    'describe',
    (signal) => adapter.describe(signal),
    options,
  );
  if (!isObject(answer)) throw new AdapterFailure('junk', 'describe');
  const unusable: string[] = [];
  const { name, patients, sources, may, coverage } = answer;
  if (typeof name !== 'string') unusable.push('/name');
  if (!isObject(coverage)) unusable.push('/coverage');
  else
    for (const [type, entry] of Object.entries(coverage))
      if (!isObject(entry) || typeof entry.available !== 'boolean')
        unusable.push(`/coverage/${type}`);
  const usablePatients =
    typeof patients === 'number' && Number.isInteger(patients) && patients >= 0;
  if (patients !== undefined && !usablePatients) unusable.push('/patients');
  const readable = Array.isArray(sources) ? sources.filter(isSource) : [];
  if (sources !== undefined && (!Array.isArray(sources) || readable.length < sources.length))
    unusable.push('/sources');
  return {
    unusable,
    description: {
      name: typeof name === 'string' ? name : '',
      coverage: readCoverage(coverage),
      ...(usablePatients ? { patients } : {}),
      sources: readable,
      ...(isObject(may) ? { may } : {}),
    },
  };
}

function isSource(value: unknown): value is ClinicSource {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isObject(value.title) &&
    typeof value.title.da === 'string' &&
    Array.isArray(value.types) &&
    typeof value.available === 'boolean'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
