/**
 * Work in steps of counted size: whoever has it done decides what may happen between two of them. Nothing here knows
 * a clock.
 */

/** Does a bounded part of the work each time that it is asked for the next, and answers when all is done. */
export type Steps<Value> = Generator<void, Value>;

/** Does all that is left at once. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
