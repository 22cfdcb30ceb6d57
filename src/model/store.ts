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

  /** As `set`, unless nothing would be another: lists are compared by what is in them. */
  setChanged(change: Partial<State>, update: Update): void {
    const isSame = (Object.keys(change) as (keyof State)[]).every((key) =>
      isSameValue(change[key], this.#state[key]),
    );
    if (!isSame) this.set(change, update);
  }

  subscribe(listener: (update: Update) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a.length === b.length && a.every((each, index) => Object.is(each, b[index]));
}
