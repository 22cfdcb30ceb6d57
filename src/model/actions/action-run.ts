import {
  callAdapter,
  type ActionContent,
  type ActionContext,
  type ActionReason,
  type HostAction,
  type OpenContext,
  type PatientReference,
  type ProblemReport,
} from '../../adapter/index.ts';
import { usualPatientsPerCall } from '../../adapter/actions.ts';
import { requireWithin, resultsLimits } from '../../adapter/limits.ts';
import type { LocalText } from '../../profile/index.ts';
import { failureOf } from '../load/load.ts';
import { defaultDeadline, type ModelOptions } from '../load/options.ts';
import { Memo } from '../memo.ts';
import {
  OutcomeLog,
  type ActionOutcome,
  type ActionState,
  type ActionStatus,
  type Progress,
} from './outcome-log.ts';
import { readResults, type ActionAnswer } from './results.ts';
import type { RoundEffect } from './round-effects.ts';
import { StateStore, type Store } from '../store.ts';

/** What an action is to say of each patient, and of whom it can say nothing whole: those are left out. */
export interface RunContent {
  /** Of an action with fields. */
  readonly of?: ((patientId: string) => ActionContent) | undefined;
  /** From a combined list: why it is done. */
  readonly reasonsOf?: ((patientId: string) => readonly ActionReason[]) | undefined;
  readonly leftOut: ReadonlyMap<string, LocalText>;
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
  #contentOf: RunContent['of'];
  #reasonsOf: RunContent['reasonsOf'];

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

  /**
   * Does it for all who wait.
   *
   * @param content When it begins: what is tried again says the same.
   */
  async start(content?: RunContent): Promise<void> {
    if (this.#abort) return;
    if (content) {
      this.#contentOf = content.of;
      this.#reasonsOf = content.reasonsOf;
    }
    for (const [patientId, message] of content?.leftOut ?? [])
      this.#outcomes.put({ patientId, status: 'cancelled', message, isPermanent: true });
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
   * Does it again for those who failed, and for no one else; not for those who cannot succeed. Those of whom nothing is known are taken in only when asked
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
      if (status !== 'ok')
        for (const id of this.#outcomes.with(status, 'passing')) this.#put(id, 'waiting');
    await this.start();
  }

  async #run(ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const id of ids) this.#put(id, 'running');
    this.#store.set(this.#progressIn('running'));
    const patients = ids.flatMap((id) => this.#patients.get(id) ?? []);
    const keys = ids.map((id) => [id, this.#patientKeys.get(id) ?? '']);
    const [contentOf, reasonsOf] = [this.#contentOf, this.#reasonsOf];
    const byId = <Value>(of: (id: string) => Value) =>
      Object.fromEntries(ids.map((id) => [id, of(id)]));
    const context: ActionContext = {
      ...this.context,
      runKey: this.key,
      patientKeys: Object.fromEntries(keys) as Readonly<Record<string, string>>,
      ...(contentOf ? { content: byId(contentOf) } : {}),
      ...(reasonsOf ? { reasons: byId(reasonsOf) } : {}),
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
