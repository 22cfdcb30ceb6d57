/** A value with a life: readable at any time, and told about when it changes. */
export interface Store<State, Update = void> {
  readonly state: State;
  /** Calls `listener` after every change, with what changed where the store tells it; answers the way to stop. */
  subscribe(listener: (update: Update) => void): () => void;
}

/** The one way models keep state: replaced whole, never mutated. */
export class StateStore<State, Update = void> implements Store<State, Update> {
  #state: State;
  readonly #listeners = new Set<(update: Update) => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** @param update What the listeners are told. */
  set(change: Partial<State>, update: Update): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener(update);
  }

  subscribe(listener: (update: Update) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
