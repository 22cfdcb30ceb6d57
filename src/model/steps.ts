import { finish, type Steps } from '../engine/index.ts';

/** A value that is made once, in steps, for all who need it: whoever asks goes on where others have got to. */
export class SteppedValue<Value> {
  #steps: Steps<Value> | undefined;
  #made: { readonly value: Value } | undefined;

  /** @param begin Makes it; it must not ask for the value itself. */
  constructor(private readonly begin: () => Steps<Value>) {}

  get isMade(): boolean {
    return this.#made !== undefined;
  }

  /** The value: all that is left to do is done at once. */
  get value(): Value {
    return this.#made ? this.#made.value : finish(this.steps());
  }

  /** Makes the value, as far as it is not made; others may go on with it between two steps. */
  *steps(): Steps<Value> {
    while (!this.#made) {
      this.#steps ??= this.begin();
      try {
        const { done, value } = this.#steps.next();
        if (done) this.#made = { value };
        else yield;
      } catch (error) {
        // What is thrown ends the steps: who asks again begins anew.
        this.#steps = undefined;
        throw error;
      }
    }
    return this.#made.value;
  }
}
