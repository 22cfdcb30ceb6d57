import * as z from 'zod/mini';
import {
  callAdapter,
  type AdapterFailureKind,
  type HostAction,
  type OpenContext,
  type PatientReference,
  type ProblemReport,
} from '../../adapter/index.ts';
import { usualPatientsPerCall } from '../../adapter/actions.ts';
import { requireWithin, resultsLimits } from '../../adapter/limits.ts';
import { lenient, localText, present } from '../../adapter/reading.ts';
import { failureOf } from '../load/load.ts';
import { defaultDeadline, type ModelOptions } from '../load/options.ts';
import { StateStore, type Store } from '../store.ts';

/**
 * - `waiting`: not asked for yet; `running`: asked for, not answered;
 * - `ok`, `failed`: so the host said;
 * - `cancelled`: never asked for;
 * - `unknown`: asked for, and the host did not say whether it was done. Doing it again may do it twice.
 */
export type ActionStatus = 'waiting' | 'running' | 'ok' | 'failed' | 'cancelled' | 'unknown';

export interface ActionOutcome {
  readonly patientId: string;
  readonly status: ActionStatus;
  /** The host's own words to the user. */
  readonly message?: { readonly da: string; readonly en?: string };
  /** Why it is unknown: the call failed, or the answer left the patient out. */
  readonly reason?: AdapterFailureKind | 'no-answer';
}

export interface ActionState {
  readonly phase: 'ready' | 'running' | 'done';
  /** One per patient, in the order they were given. */
  readonly outcomes: readonly ActionOutcome[];
  readonly counts: Readonly<Record<ActionStatus, number>>;
}

export interface ActionOptions extends ModelOptions {
  /**
   * The run's own key among all runs, drawn by chance (`drawKey` of the elements): the host knows by it, and by those of
   * the patients that are made of it, what it has done already.
   */
  readonly key: string;
  /** Is told how many patients an answer had no result for. */
  readonly onReport?: ((report: ProblemReport) => void) | undefined;
}

/**
 * A host's action over some patients, with a result for each. They are handed over some at a time
 * (`HostAction.patientsPerCall`), one call after another: so progress can be told, a cancel leaves most of them undone,
 * and a call that fails takes few with it. An action of scope `one` gets one patient at a time. Never rejects.
 */
export class ActionRun implements Store<ActionState> {
  readonly #store: StateStore<ActionState>;
  readonly #patients: ReadonlyMap<string, PatientReference>;
  readonly #outcomes: Map<string, ActionOutcome>;
  readonly #deadline: number;
  readonly #onFailure: ActionOptions['onFailure'];
  readonly #onReport: ActionOptions['onReport'];
  readonly #perCall: number;
  /** Of this run among all. */
  readonly key: string;
  readonly #patientKeys: ReadonlyMap<string, string>;
  #abort: AbortController | undefined;

  constructor(
    readonly action: HostAction,
    patients: readonly PatientReference[],
    readonly context: OpenContext,
    { key, deadline = defaultDeadline, onFailure, onReport }: ActionOptions,
  ) {
    this.key = key;
    this.#patients = new Map(patients.map((patient) => [patient.id, patient]));
    this.#patientKeys = new Map(
      [...this.#patients.keys()].map((id, index) => [id, `${key}-${index + 1}`]),
    );
    this.#outcomes = new Map();
    this.#deadline = deadline;
    this.#onFailure = onFailure;
    this.#onReport = onReport;
    const { scope, patientsPerCall = usualPatientsPerCall } = action;
    this.#perCall = scope === 'one' ? 1 : Math.max(1, patientsPerCall);
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
      await this.#run(waiting.splice(0, this.#perCall), abort.signal);
    for (const id of waiting) this.#put(id, 'cancelled');
    this.#abort = undefined;
    this.#store.set(this.#stateIn('done'));
  }

  /** Asks for no more. What is under way is told to stop; whether it was done, nobody can say. */
  cancel(): void {
    this.#abort?.abort();
  }

  /**
   * Does it again for those who failed, and for no one else. Those of whom nothing is known are taken in only when asked
   * for, after a question: for them it may be done twice, unless the host heeds the keys, which are the same again.
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
    const keys = ids.map((id) => [id, this.#patientKeys.get(id) ?? '']);
    const context = {
      ...this.context,
      runKey: this.key,
      patientKeys: Object.fromEntries(keys) as Readonly<Record<string, string>>,
    };
    try {
      const results = await callAdapter(
        'action',
        async (inner) => {
          const answer: unknown = await this.action.run(patients, context, inner);
          requireWithin('action', answer, resultsLimits);
          return readResults(answer);
        },
        { deadline: this.#deadline, signal, onFailure: this.#onFailure },
      );
      for (const id of ids) {
        const result = results?.get(id);
        if (result) this.#outcomes.set(id, result);
        else this.#put(id, 'unknown', results ? 'no-answer' : 'junk');
      }
      const count = ids.filter((id) => !results?.has(id)).length;
      if (count > 0) this.#onReport?.({ kind: 'no-result', call: 'action', field: 'run', count });
    } catch (error) {
      // Whatever was thrown, it may have been done before: a message sent twice is worse than a look for it.
      const { kind } = failureOf(error, 'action');
      for (const id of ids) this.#put(id, 'unknown', kind);
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
 * Reads the results by patient. Two that say otherwise of one patient say nothing, like one whose `ok` is neither true
 * nor false; a result without a patient is left out.
 *
 * @returns undefined when the answer is no list.
 */
function readResults(answer: unknown): ReadonlyMap<string, ActionOutcome> | undefined {
  const { data: results } = z.array(resultSchema).safeParse(answer);
  if (!results) return undefined;
  const found = new Map<string, ActionOutcome>();
  for (const result of results) {
    if (!result) continue;
    const { patientId, ok, message } = result;
    const status = ok === undefined ? 'unknown' : ok ? 'ok' : 'failed';
    const known = found.get(patientId);
    if (known && known.status === status) continue;
    const isClear = !known && status !== 'unknown';
    found.set(
      patientId,
      isClear
        ? { patientId, status, ...present({ message }) }
        : { patientId, status: 'unknown', reason: 'junk', ...present({ message }) },
    );
  }
  return found;
}

/** A message that cannot be read is none. */
const resultSchema = lenient(
  z.object({
    patientId: z.string(),
    ok: lenient(z.boolean()),
    message: lenient(localText),
  }),
);
