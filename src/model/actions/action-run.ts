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
import { Memo } from '../memo.ts';
import { effectParts, type RoundEffect } from './round-effects.ts';
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
  /** Is asked before each call whether there may be another; where not, the rest is cancelled. */
  readonly mayGoOn?: (() => boolean) | undefined;
  /** Is told what the host says of the round, of those for whom it was done: once for each, after the call. */
  readonly onEffects?: ((effects: readonly RoundEffect[]) => void) | undefined;
  /** Is told how many patients an answer had no result for. */
  readonly onReport?: ((report: ProblemReport) => void) | undefined;
}

/**
 * A host's action over some patients, with a result for each. They are handed over some at a time
 * (`HostAction.patientsPerCall`), one call after another: so progress can be told, a cancel leaves most of them undone,
 * and a call that fails takes few with it. An action of scope `one` gets one patient at a time. Never rejects.
 */
export class ActionRun implements Store<ActionState> {
  readonly #store: StateStore<Progress>;
  readonly #state = new Memo<ActionState>();
  readonly #patients: ReadonlyMap<string, PatientReference>;
  readonly #outcomes: OutcomeLog;
  readonly #deadline: number;
  readonly #onFailure: ActionOptions['onFailure'];
  readonly #onReport: ActionOptions['onReport'];
  readonly #onEffects: ActionOptions['onEffects'];
  readonly #mayGoOn: () => boolean;
  readonly #perCall: number;
  /** Of this run among all. */
  readonly key: string;
  readonly #patientKeys: ReadonlyMap<string, string>;
  #abort: AbortController | undefined;

  #action: HostAction;

  constructor(
    action: HostAction,
    patients: readonly PatientReference[],
    readonly context: OpenContext,
    {
      key,
      deadline = defaultDeadline,
      mayGoOn = () => true,
      onFailure,
      onReport,
      onEffects,
    }: ActionOptions,
  ) {
    this.key = key;
    this.#action = action;
    this.#patients = new Map(patients.map((patient) => [patient.id, patient]));
    this.#patientKeys = new Map(
      [...this.#patients.keys()].map((id, index) => [id, `${key}-${index + 1}`]),
    );
    this.#outcomes = new OutcomeLog(this.#patients.keys());
    this.#deadline = deadline;
    this.#onFailure = onFailure;
    this.#onReport = onReport;
    this.#onEffects = onEffects;
    this.#mayGoOn = mayGoOn;
    const { scope, patientsPerCall = usualPatientsPerCall } = action;
    this.#perCall = scope === 'one' ? 1 : Math.max(1, patientsPerCall);
    this.#store = new StateStore(this.#progressIn('ready'));
  }

  get action(): HostAction {
    return this.#action;
  }

  get state(): ActionState {
    const progress = this.#store.state;
    return this.#state.of([progress], () => this.#outcomes.stateAt(progress));
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Does it for all who wait. */
  async start(): Promise<void> {
    if (this.#abort) return;
    const abort = (this.#abort = new AbortController());
    const waiting = this.#outcomes.with('waiting');
    let next = 0;
    while (next < waiting.length && !abort.signal.aborted && this.#mayGoOn())
      await this.#run(waiting.slice(next, (next += this.#perCall)), abort.signal);
    for (const id of waiting.slice(next)) this.#put(id, 'cancelled');
    this.#abort = undefined;
    this.#store.set(this.#progressIn('done'));
  }

  /** Asks for no more. What is under way is told to stop; whether it was done, nobody can say. */
  cancel(): void {
    this.#abort?.abort();
  }

  /**
   * Does it again for those who failed, and for no one else. Those of whom nothing is known are taken in only when asked
   * for, after a question: for them it may be done twice, unless the host heeds the keys, which are the same again.
   *
   * @param action The same action of the adapter that the clinic has now, where that is another.
   */
  async retry(
    statuses: readonly ActionStatus[] = ['failed'],
    action: HostAction = this.action,
  ): Promise<void> {
    if (this.#abort) return;
    this.#action = action;
    for (const status of statuses)
      if (status !== 'ok') for (const id of this.#outcomes.with(status)) this.#put(id, 'waiting');
    await this.start();
  }

  async #run(ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const id of ids) this.#put(id, 'running');
    this.#store.set(this.#progressIn('running'));
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
        if (result) this.#outcomes.put(result.outcome);
        else this.#put(id, 'unknown', results ? 'no-answer' : 'junk');
      }
      this.#tellEffects(ids.flatMap((id) => results?.get(id) ?? []));
      const count = ids.filter((id) => !results?.has(id)).length;
      if (count > 0) this.#onReport?.({ kind: 'no-result', call: 'action', field: 'run', count });
    } catch (error) {
      // Whatever was thrown, it may have been done before: a message sent twice is worse than a look for it.
      const { kind } = failureOf(error, 'action');
      for (const id of ids) this.#put(id, 'unknown', kind);
    }
    this.#store.set(this.#progressIn('running'));
  }

  #tellEffects(results: readonly ActionAnswer[]): void {
    const effects = results.flatMap(({ outcome, effect }) =>
      outcome.status === 'ok' && effect ? [effect] : [],
    );
    if (effects.length > 0) this.#onEffects?.(effects);
  }

  #put(patientId: string, status: ActionStatus, reason?: ActionOutcome['reason']): void {
    this.#outcomes.put({ patientId, status, ...(reason ? { reason } : {}) });
  }

  #progressIn(phase: ActionState['phase']): Progress {
    return { phase, ...this.#outcomes.mark };
  }
}

/** How far a run has come: what is told after every call is no more work however many patients there are. */
interface Progress {
  readonly phase: ActionState['phase'];
  readonly counts: ActionState['counts'];
  /** How many outcomes had been put down. */
  readonly length: number;
}

/** What became of each patient, and what was said before: the list at any time is put together where it is asked for. */
class OutcomeLog {
  /** By patient: place in the run's order. */
  readonly #places = new Map<string, number>();
  readonly #latest: ActionOutcome[] = [];
  readonly #log: ActionOutcome[] = [];
  readonly #counts = { waiting: 0, running: 0, ok: 0, failed: 0, cancelled: 0, unknown: 0 };

  constructor(patientIds: Iterable<string>) {
    for (const patientId of patientIds) {
      this.#places.set(patientId, this.#latest.length);
      this.put({ patientId, status: 'waiting' });
    }
  }

  put(outcome: ActionOutcome): void {
    const place = this.#places.get(outcome.patientId);
    if (place === undefined) return;
    const before = this.#latest[place];
    if (before) this.#counts[before.status]--;
    this.#counts[outcome.status]++;
    this.#latest[place] = outcome;
    this.#log.push(outcome);
  }

  /** The patients with a status, in the run's order. */
  with(wanted: ActionStatus): readonly string[] {
    return this.#latest.flatMap(({ patientId, status }) => (status === wanted ? [patientId] : []));
  }

  /** The moment, for `stateAt`. */
  get mark(): Omit<Progress, 'phase'> {
    return { counts: { ...this.#counts }, length: this.#log.length };
  }

  /** The state as it was then, whatever was put down since. */
  stateAt({ phase, counts, length }: Progress): ActionState {
    let outcomes: readonly ActionOutcome[] | undefined;
    const outcomesThen = () => this.#outcomesAt(length);
    return {
      phase,
      counts,
      get outcomes() {
        return (outcomes ??= outcomesThen());
      },
    };
  }

  #outcomesAt(length: number): readonly ActionOutcome[] {
    if (length === this.#log.length) return [...this.#latest];
    const then: ActionOutcome[] = [];
    for (const outcome of this.#log.slice(0, length))
      then[this.#places.get(outcome.patientId)!] = outcome;
    return then;
  }
}

/** What an answer says of a patient. */
interface ActionAnswer {
  readonly outcome: ActionOutcome;
  /** Absent where it says nothing of the round. */
  readonly effect?: RoundEffect;
}

/**
 * Reads the results by patient. Two that say otherwise of one patient say nothing, like one whose `ok` is neither true
 * nor false; a result without a patient is left out.
 *
 * @returns undefined when the answer is no list.
 */
function readResults(answer: unknown): ReadonlyMap<string, ActionAnswer> | undefined {
  const { data: results } = z.array(resultSchema).safeParse(answer);
  if (!results) return undefined;
  const found = new Map<string, ActionAnswer>();
  for (const result of results) {
    if (!result) continue;
    const { patientId, ok, message, contact, status: reached } = result;
    const status = ok === undefined ? 'unknown' : ok ? 'ok' : 'failed';
    const known = found.get(patientId);
    if (known?.outcome.status === status) continue;
    const told = { patientId, ...present({ message }) };
    if (known || status === 'unknown')
      found.set(patientId, { outcome: { ...told, status: 'unknown', reason: 'junk' } });
    else
      found.set(patientId, {
        outcome: { ...told, status },
        ...((contact ?? reached)
          ? { effect: { patientId, ...present({ contact, status: reached }) } }
          : {}),
      });
  }
  return found;
}

/** A message that cannot be read is none. */
const resultSchema = lenient(
  z.object({
    patientId: z.string(),
    ok: lenient(z.boolean()),
    message: lenient(localText),
    ...effectParts,
  }),
);
