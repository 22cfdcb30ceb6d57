import * as z from 'zod/mini';
import {
  callAdapter,
  type AdapterFailureKind,
  type HostAction,
  type OpenContext,
  type PatientReference,
  type ProblemReport,
} from '../../adapter/index.ts';
import { lenient, localText, present } from '../../adapter/reading.ts';
import { failureOf } from '../load/load.ts';
import { defaultDeadline, type ModelOptions } from '../load/options.ts';
import { StateStore, type Store } from '../store.ts';

/**
 * - `waiting`: not asked for yet; `running`: asked for, not answered;
 * - `ok`, `failed`: so the host answered; one that it gave no result for has failed;
 * - `cancelled`: never asked for;
 * - `unknown`: asked for, and nobody can say whether it was done. Doing it again may do it twice.
 */
export type ActionStatus = 'waiting' | 'running' | 'ok' | 'failed' | 'cancelled' | 'unknown';

export interface ActionOutcome {
  readonly patientId: string;
  readonly status: ActionStatus;
  /** The host's own words to the user. */
  readonly message?: { readonly da: string; readonly en?: string };
  /** Why there is no result: the call failed, or the answer left the patient out. */
  readonly reason?: AdapterFailureKind | 'no-answer';
}

export interface ActionState {
  readonly phase: 'ready' | 'running' | 'done';
  /** One per patient, in the order they were given. */
  readonly outcomes: readonly ActionOutcome[];
  readonly counts: Readonly<Record<ActionStatus, number>>;
}

export interface ActionOptions extends ModelOptions {
  /** Is told how many patients an answer had no result for. */
  readonly onReport?: ((report: ProblemReport) => void) | undefined;
  /** Most patients in one call. */
  readonly chunkSize?: number;
}

/**
 * A host's action over some patients, with a result for each. They are handed over in chunks, one after
 * another: so progress can be told, a cancel leaves most of them undone, and a call that fails takes
 * few with it. An action of scope `one` gets one patient at a time. Never rejects.
 */
export class ActionRun implements Store<ActionState> {
  readonly #store: StateStore<ActionState>;
  readonly #patients: ReadonlyMap<string, PatientReference>;
  readonly #outcomes: Map<string, ActionOutcome>;
  readonly #deadline: number;
  readonly #onFailure: ActionOptions['onFailure'];
  readonly #onReport: ActionOptions['onReport'];
  readonly #chunkSize: number;
  #abort: AbortController | undefined;

  constructor(
    readonly action: HostAction,
    patients: readonly PatientReference[],
    readonly context: OpenContext,
    { deadline = defaultDeadline, chunkSize = 20, onFailure, onReport }: ActionOptions = {},
  ) {
    this.#patients = new Map(patients.map((patient) => [patient.id, patient]));
    this.#outcomes = new Map();
    this.#deadline = deadline;
    this.#onFailure = onFailure;
    this.#onReport = onReport;
    this.#chunkSize = action.scope === 'one' ? 1 : Math.max(1, chunkSize);
    for (const id of this.#patients.keys()) this.#put(id, 'waiting');
    this.#store = new StateStore(this.#stateIn('ready'));
  }

  get state(): ActionState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Does it for all who wait. */
  async start(): Promise<void> {
    if (this.#abort) return;
    const abort = (this.#abort = new AbortController());
    const waiting = this.#with('waiting');
    while (waiting.length > 0 && !abort.signal.aborted)
      await this.#run(waiting.splice(0, this.#chunkSize), abort.signal);
    for (const id of waiting) this.#put(id, 'cancelled');
    this.#abort = undefined;
    this.#store.set(this.#stateIn('done'));
  }

  /** Asks for no more. What is under way is told to stop; whether it was done, nobody can say. */
  cancel(): void {
    this.#abort?.abort();
  }

  /**
   * Does it again for those who failed, and for no one else. Those of whom nothing is known are taken
   * in only when asked for: for them it may be done twice.
   */
  async retry(statuses: readonly ActionStatus[] = ['failed']): Promise<void> {
    if (this.#abort) return;
    for (const status of statuses)
      if (status !== 'ok') for (const id of this.#with(status)) this.#put(id, 'waiting');
    await this.start();
  }

  async #run(ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const id of ids) this.#put(id, 'running');
    this.#store.set(this.#stateIn('running'));
    const patients = ids.flatMap((id) => this.#patients.get(id) ?? []);
    try {
      const results = await callAdapter(
        'action',
        async (inner) => readResults(await this.action.run(patients, this.context, inner)),
        { deadline: this.#deadline, signal, onFailure: this.#onFailure },
      );
      for (const id of ids) {
        const result = results?.get(id);
        if (result) this.#outcomes.set(id, result);
        else this.#put(id, 'failed', results ? 'no-answer' : 'junk');
      }
      const count = ids.filter((id) => !results?.has(id)).length;
      if (count > 0) this.#onReport?.({ kind: 'no-result', call: 'action', field: 'run', count });
    } catch (error) {
      const { kind } = failureOf(error, 'action');
      // Nobody answered: it may have been done, and a message sent twice is worse than a look for it.
      const status = kind === 'aborted' || kind === 'deadline' ? 'unknown' : 'failed';
      for (const id of ids) this.#put(id, status, kind);
    }
    this.#store.set(this.#stateIn('running'));
  }

  #put(patientId: string, status: ActionStatus, reason?: ActionOutcome['reason']): void {
    this.#outcomes.set(patientId, { patientId, status, ...(reason ? { reason } : {}) });
  }

  #with(wanted: ActionStatus): string[] {
    return [...this.#outcomes.values()].flatMap(({ patientId, status }) =>
      status === wanted ? [patientId] : [],
    );
  }

  #stateIn(phase: ActionState['phase']): ActionState {
    const outcomes = [...this.#outcomes.values()];
    const counts = { waiting: 0, running: 0, ok: 0, failed: 0, cancelled: 0, unknown: 0 };
    for (const { status } of outcomes) counts[status]++;
    return { phase, outcomes, counts };
  }
}

/**
 * Reads the results by patient; of two for one patient, the worse counts. A result without a patient is
 * left out.
 *
 * @returns undefined when the answer is no list.
 */
function readResults(answer: unknown): ReadonlyMap<string, ActionOutcome> | undefined {
  const { data: results } = z.array(resultSchema).safeParse(answer);
  if (!results) return undefined;
  const found = new Map<string, ActionOutcome>();
  for (const result of results) {
    if (!result || found.get(result.patientId)?.status === 'failed') continue;
    const { patientId, ok, message } = result;
    found.set(patientId, { patientId, status: ok ? 'ok' : 'failed', ...present({ message }) });
  }
  return found;
}

/** Whatever is not `true` for `ok` is a failure; a message that cannot be read is none. */
const resultSchema = lenient(
  z.object({
    patientId: z.string(),
    ok: z.catch(z.boolean(), false),
    message: lenient(localText),
  }),
);
