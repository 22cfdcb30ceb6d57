/** What the parts of a rule make of one of them: those before it, and all the others. */
import { constant, least, most, type Truths } from './bits.ts';
import type { Bounds } from './context.ts';
import type { Rule } from './rules.ts';

/** An answer that cannot be had, because something in it cannot be read. */
export const unreadable = 'unreadable';
export type Answer = Truths | typeof unreadable;

/** What is made of one part. */
export interface Beside {
  /** By the others, and by those before it alone. */
  readonly all: Bounds | typeof unreadable;
  readonly before: Bounds | typeof unreadable;
  /** The answer of the others without it; undefined where there are none. */
  readonly without: Answer | undefined;
}

/**
 * By part of a rule: what those beside it make of its answer.
 *
 * @param answers By part; undefined of one that takes no part.
 */
export function besideEach(
  { kind, least: needed }: Rule,
  answers: readonly (Answer | undefined)[],
  words: number,
): readonly Beside[] {
  if (kind === 'not') return answers.map(() => ({ all: {}, before: {}, without: undefined }));
  if (kind === 'atLeast') return besideCounted(needed, answers, words);
  const [join, name] = kind === 'all' ? [least, 'hi' as const] : [most, 'lo' as const];
  const boundsOf = (answer: Answer | undefined) =>
    answer === unreadable ? answer : { [name]: answer };
  const before = running(answers, join);
  const after = running(answers.toReversed(), join).toReversed();
  return answers.map((_, index) => {
    const others = joined(before[index], after[index], join);
    return { all: boundsOf(others), before: boundsOf(before[index]), without: others };
  });
}

/** The answer of a rule by those of its parts; undefined where none takes part. */
export function answerOf(
  { kind, least: needed }: Rule,
  answers: readonly (Answer | undefined)[],
  words: number,
): Answer | undefined {
  const parts = answers.filter((answer) => answer !== undefined);
  if (parts.length === 0) return undefined;
  if (kind !== 'atLeast')
    return parts.reduce((a, b) => joined(a, b, kind === 'all' ? least : most)!);
  const known = parts.filter((answer) => answer !== unreadable);
  if (known.length < parts.length) return unreadable;
  return known.reduce(counting, noneYet(needed, words))[needed];
}

type Join = (a: Truths, b: Truths) => Truths;

function joined(a: Answer | undefined, b: Answer | undefined, join: Join): Answer | undefined {
  if (a === unreadable || b === unreadable) return unreadable;
  return a && b ? join(a, b) : (a ?? b);
}

/** By place: all before it, joined. */
function running(
  answers: readonly (Answer | undefined)[],
  join: Join,
): readonly (Answer | undefined)[] {
  const found: (Answer | undefined)[] = [];
  let until: Answer | undefined;
  for (const answer of answers) {
    found.push(until);
    until = joined(until, answer, join);
  }
  return found;
}

/** By number: whether at least so many are met, as far as it has been counted. */
type Counted = readonly Truths[];

function noneYet(needed: number, words: number): Counted {
  const none = constant(words, 'no');
  return Array.from({ length: needed + 1 }, (_, number) =>
    number === 0 ? constant(words, 'yes') : none,
  );
}

function counting(counted: Counted, answer: Truths): Counted {
  return counted.map((reached, number) =>
    number === 0 ? reached : most(reached, least(counted[number - 1]!, answer)),
  );
}

/** By place: how many are met before it; undefined once something cannot be read. */
function runningCounts(
  needed: number,
  answers: readonly (Answer | undefined)[],
  words: number,
): readonly (Counted | undefined)[] {
  const found: (Counted | undefined)[] = [];
  let until: Counted | undefined = noneYet(needed, words);
  for (const answer of answers) {
    found.push(until);
    if (answer === unreadable) until = undefined;
    else if (answer && until) until = counting(until, answer);
  }
  return found;
}

/** R20: one more is enough where one is lacking. */
function besideCounted(
  needed: number,
  answers: readonly (Answer | undefined)[],
  words: number,
): readonly Beside[] {
  const before = runningCounts(needed, answers, words);
  const after = runningCounts(needed, answers.toReversed(), words).toReversed();
  return answers.map((_, index) => {
    const [first, last] = [before[index], after[index]];
    const hasOthers = answers.some((answer, at) => at !== index && answer !== undefined);
    const reached =
      first && last
        ? [needed - 1, needed].map((number) => reachedBy(first, last, number))
        : undefined;
    const boundsOf = ([hi, lo]: readonly Truths[]) => ({ lo, hi });
    return {
      all: reached ? boundsOf(reached) : unreadable,
      before: first ? boundsOf(first.slice(needed - 1)) : unreadable,
      without: hasOthers ? (reached?.[1] ?? unreadable) : undefined,
    };
  });
}

/** Whether two counts come to at least a number together. */
function reachedBy(one: Counted, other: Counted, number: number): Truths {
  return Array.from({ length: number + 1 }, (_, at) => least(one[at]!, other[number - at]!)).reduce(
    most,
  );
}
