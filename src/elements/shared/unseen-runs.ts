import type { ActionRun, HostAction, Patient } from '../../model/index.ts';
import { OfClinic, type ByAdapter } from './of-clinic.ts';

/** Whom something reaches that is done to the chosen. */
export interface Reach {
  /** Those on the list, shown or hidden. */
  readonly patients: readonly Patient[];
  /** How many of them stand in groups that are closed. */
  readonly closed?: number;
  /** How many of them a search or a filter hides. */
  readonly hidden: number;
  /** How many of the chosen are no longer on the list: they are left out. */
  readonly gone: number;
  /** How many are dead and left out. */
  readonly dead: number;
}

/** An action that was asked for, and whom for: what is shown becomes another meanwhile, and this does not. */
export interface Doing {
  readonly action: HostAction;
  readonly reach: Reach;
  /** The clinic's name, and who asked for it. */
  readonly clinic: string;
  readonly by: string | undefined;
  readonly run: ActionRun;
  /** Whether the user has logged out since it was begun, or tried again: nobody else is asked for. */
  isOver?: boolean;
}

/** What goes on in a clinic, or came to something that the user has not seen yet, or not closed. */
export class UnseenRuns {
  readonly #stops = new Map<Doing, () => void>();
  readonly #listeners = new Set<() => void>();

  get all(): readonly Doing[] {
    return [...this.#stops.keys()];
  }

  /** Whether any of it is not simply done. */
  get isAny(): boolean {
    return this.all.some(({ run: { state } }) => state.counts.ok < state.outcomes.length);
  }

  add(doing: Doing): void {
    if (!this.#stops.has(doing)) this.#stops.set(doing, doing.run.subscribe(this.#tell));
    this.#tell();
  }

  delete(doing: Doing): void {
    this.#stops.get(doing)?.();
    this.#stops.delete(doing);
    this.#tell();
  }

  /** Calls `listener` whenever anything of it changes; answers the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

const byAdapter: ByAdapter<UnseenRuns> = new WeakMap();

/** The runs of each clinic, for lists and cockpits alike: what one that is gone has begun is told by the next one. */
export function unseenRuns(): OfClinic<UnseenRuns> {
  return new OfClinic(byAdapter, () => new UnseenRuns());
}
