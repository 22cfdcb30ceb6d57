/** What the parts of a rule make of one of them: those before it, and all the others. */
import { least, most, type Truths } from './bits.ts';
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
 * Part by part of a rule: what those beside it make of its answer.
 *
 * @param answers By part; undefined of one that takes no part.
 */
export function* besideEach(
  { kind, least: needed }: Rule,
  answers: readonly (Answer | undefined)[],
  words: number,
): Generator<Beside, void> {
  if (kind === 'atLeast') {
    yield* besideCounted(needed, answers, words);
    return;
  }
  const [join, name] = kind === 'any' ? [most, 'lo' as const] : [least, 'hi' as const];
  const boundsOf = (answer: Answer | undefined) =>
    answer === unreadable ? answer : { [name]: answer };
  const after = afterEach(answers, join);
  let before: Answer | undefined;
  for (const [index, answer] of answers.entries()) {
    const others = joined(before, after[index], join);
    yield { all: boundsOf(others), before: boundsOf(before), without: others };
    before = joined(before, answer, join);
  }
}

/** The answer of a rule by those of its parts; undefined where none takes part. */
export function answerOf(
  { kind, least: needed }: Rule,
  answers: readonly (Answer | undefined)[],
  words: number,
): Answer | undefined {
  const parts = answers.filter((answer) => answer !== undefined);
  if (parts.length === 0) return undefined;
  if (kind === 'atLeast') {
    const met = new Met(words);
    for (const answer of parts) {
      if (answer === unreadable) return unreadable;
      met.add(answer);
    }
    return met.atLeast(needed);
  }
  return parts.reduce((a, b) => joined(a, b, kind === 'all' ? least : most)!);
}

type Join = (a: Truths, b: Truths) => Truths;

function joined(a: Answer | undefined, b: Answer | undefined, join: Join): Answer | undefined {
  if (a === unreadable || b === unreadable) return unreadable;
  return a && b ? join(a, b) : (a ?? b);
}

/** By place: all after it, joined. */
function afterEach(
  answers: readonly (Answer | undefined)[],
  join: Join,
): readonly (Answer | undefined)[] {
  const found: (Answer | undefined)[] = [];
  let since: Answer | undefined;
  for (const answer of answers.toReversed()) {
    found.push(since);
    since = joined(answer, since, join);
  }
  return found.reverse();
}

/** How many parts are met, by patient. */
class Met {
  readonly #yes: Uint16Array;
  readonly #may: Uint16Array;

  constructor(private readonly words: number) {
    this.#yes = new Uint16Array(32 * words);
    this.#may = new Uint16Array(32 * words);
  }

  add({ yes, may }: Truths): void {
    addBits(this.#yes, yes);
    addBits(this.#may, may);
  }

  /** Whether at least so many are met, this one apart. */
  atLeast(needed: number, apart?: Truths): Truths {
    return {
      yes: reaching(this.#yes, needed, this.words, apart?.yes),
      may: reaching(this.#may, needed, this.words, apart?.may),
    };
  }
}

function addBits(counts: Uint16Array, bits: Int32Array): void {
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      counts[32 * word + 31 - Math.clz32(left & -left)]!++;
}

function reaching(
  counts: Uint16Array,
  needed: number,
  words: number,
  apart: Int32Array | undefined,
): Int32Array {
  const bits = new Int32Array(words);
  for (let word = 0; word < words; word++) {
    const own = apart?.[word] ?? 0;
    let reached = 0;
    for (let bit = 0; bit < 32; bit++)
      if (counts[32 * word + bit]! - ((own >>> bit) & 1) >= needed) reached |= 1 << bit;
    bits[word] = reached;
  }
  return bits;
}

/** R20: one more is enough where one is lacking. */
function* besideCounted(
  needed: number,
  answers: readonly (Answer | undefined)[],
  words: number,
): Generator<Beside, void> {
  const all = new Met(words);
  const before = new Met(words);
  const isUnreadable = answers.map((answer) => answer === unreadable);
  for (const answer of answers) if (answer && answer !== unreadable) all.add(answer);
  const taking = answers.filter((answer) => answer !== undefined).length;
  for (const [index, answer] of answers.entries()) {
    const own = answer === undefined || answer === unreadable ? undefined : answer;
    const areOthersRead = !isUnreadable.some((each, at) => each && at !== index);
    const isBeforeRead = !isUnreadable.slice(0, index).includes(true);
    const lo = areOthersRead ? all.atLeast(needed, own) : undefined;
    const hasOthers = taking > (answer === undefined ? 0 : 1);
    yield {
      all: lo ? { lo, hi: all.atLeast(needed - 1, own) } : unreadable,
      before: isBeforeRead
        ? { lo: before.atLeast(needed), hi: before.atLeast(needed - 1) }
        : unreadable,
      without: hasOthers ? (lo ?? unreadable) : undefined,
    };
    if (own) before.add(own);
  }
}
