/** A value with a life: readable at any time, and told about when it changes. */
export interface Store<State> {
  readonly state: State;
  /** Calls `listener` after every change; answers the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** The one way models keep state: replaced whole, never mutated. */
export class StateStore<State> implements Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
