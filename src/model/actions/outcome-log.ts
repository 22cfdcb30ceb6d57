/** What became of each patient of a run, and what was said before. */
import type { AdapterFailureKind } from '../../adapter/index.ts';

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
  /** The host's own words to the user, or why the patient was left out. */
  readonly message?: { readonly da: string; readonly en?: string };
  /** Whether it cannot be otherwise, however often it is tried: so the host said, or the patient was left out. */
  readonly isPermanent?: true;
  /** Why it is unknown: the call failed, or the answer left the patient out. */
  readonly reason?: AdapterFailureKind | 'no-answer';
}

export interface ActionState {
  readonly phase: 'ready' | 'running' | 'done';
  /** One per patient, in the order they were given. */
  readonly outcomes: readonly ActionOutcome[];
  readonly counts: Readonly<Record<ActionStatus, number>>;
  /** How many of those who failed, or were never asked for, cannot be otherwise: they are not tried again. */
  readonly permanent: Readonly<Record<'failed' | 'cancelled', number>>;
}

/** How far a run has come: what is told after every call is no more work however many patients there are. */
export interface Progress {
  readonly phase: ActionState['phase'];
  readonly counts: ActionState['counts'];
  readonly permanent: ActionState['permanent'];
  /** How many outcomes had been put down. */
  readonly length: number;
}

/** What became of each patient, and what was said before: the list at any time is put together where it is asked for. */
export class OutcomeLog {
  /** By patient: place in the run's order. */
  readonly #places = new Map<string, number>();
  readonly #latest: ActionOutcome[] = [];
  readonly #log: ActionOutcome[] = [];
  readonly #counts = { waiting: 0, running: 0, ok: 0, failed: 0, cancelled: 0, unknown: 0 };
  readonly #permanent = { failed: 0, cancelled: 0 };

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
    if (before) this.#count(before, -1);
    this.#count(outcome, 1);
    this.#latest[place] = outcome;
    this.#log.push(outcome);
  }

  #count({ status, isPermanent }: ActionOutcome, by: 1 | -1): void {
    this.#counts[status] += by;
    if (isPermanent && (status === 'failed' || status === 'cancelled'))
      this.#permanent[status] += by;
  }

  /** The patients with a status, in the run's order; `passing`: without those for whom it cannot be otherwise. */
  with(wanted: ActionStatus, which: 'all' | 'passing' = 'all'): readonly string[] {
    return this.#latest.flatMap(({ patientId, status, isPermanent }) =>
      status === wanted && !(isPermanent && which === 'passing') ? [patientId] : [],
    );
  }

  /** The moment, for `stateAt`. */
  get mark(): Omit<Progress, 'phase'> {
    const { length } = this.#log;
    return { counts: { ...this.#counts }, permanent: { ...this.#permanent }, length };
  }

  /** The state as it was then, whatever was put down since. */
  stateAt({ phase, counts, permanent, length }: Progress): ActionState {
    let outcomes: readonly ActionOutcome[] | undefined;
    const outcomesThen = () => this.#outcomesAt(length);
    return {
      phase,
      counts,
      permanent,
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
