/**
 * What becomes of one rule's answer further out. Each of `all`, `any` and `atLeast` only ever holds an answer between
 * two others, and `not` turns it round: however deep a rule stands, the outcome is its answer between a lower and an
 * upper one, perhaps turned round. So the outcome with another answer in its place costs the same at every depth.
 */
import { least, most, opposite, type Truths } from './bits.ts';

/** The outcome of an answer: the answer, no more than `hi`, no less than `lo`, and then turned round where it is `turned`. */
export interface Context {
  /** Never more than `hi`. Absent: *no*. */
  readonly lo?: Truths | undefined;
  /** Absent: *yes*. */
  readonly hi?: Truths | undefined;
  readonly turned: boolean;
}

export function outcomeOf(context: Context, answer: Truths): Truths {
  const held = hold(context, answer);
  return context.turned ? opposite(held) : held;
}

/** The context of an answer that is first held between two others. */
export function heldIn(context: Context, { lo, hi }: Bounds): Context {
  return {
    lo: lo ? hold(context, lo) : context.lo,
    hi: hi ? hold(context, hi) : context.hi,
    turned: context.turned,
  };
}

/** The context of an answer that is first turned round. */
export function turnedIn({ lo, hi, turned }: Context): Context {
  return { lo: hi && opposite(hi), hi: lo && opposite(lo), turned: !turned };
}

/** What an answer is held between. */
export interface Bounds {
  readonly lo?: Truths | undefined;
  readonly hi?: Truths | undefined;
}

function hold({ lo, hi }: Bounds, answer: Truths): Truths {
  const below = hi ? least(hi, answer) : answer;
  return lo ? most(lo, below) : below;
}
