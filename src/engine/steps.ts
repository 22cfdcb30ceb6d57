/** Lists gone through in steps. */
import type { Steps } from '../record/steps.ts';

export { finish, type Steps } from '../record/steps.ts';

/** So many items of a list are gone through in one step where each takes some work: in all about a millisecond. */
export const itemsInStep = 1000;

/** Does something with each item of a list, some at a time: the first as soon as it is called. */
export function eachInSteps<Item>(
  list: ArrayLike<Item>,
  visit: (item: Item, index: number) => void,
): Steps<void> {
  // Most lists fit into one step: a generator of their own would cost more than to go through them.
  if (list.length > itemsInStep) return eachOfMany(list, visit);
  for (let at = 0; at < list.length; at++) visit(list[at]!, at);
  return ended;
}

/** Has no step left, however often it is asked. */
const ended = noSteps();

function* noSteps(): Steps<void> {
  // Nothing is to be done.
}

function* eachOfMany<Item>(
  list: ArrayLike<Item>,
  visit: (item: Item, index: number) => void,
): Steps<void> {
  for (let from = 0; from < list.length; from += itemsInStep) {
    if (from > 0) yield;
    const to = Math.min(list.length, from + itemsInStep);
    for (let at = from; at < to; at++) visit(list[at]!, at);
  }
}

/** As `map` of a list, some items at a time. */
export function* mapInSteps<Item, Made>(
  list: readonly Item[],
  make: (item: Item, index: number) => Made,
): Steps<readonly Made[]> {
  const made: Made[] = [];
  yield* eachInSteps(list, (item, index) => void made.push(make(item, index)));
  return made;
}

/** As `flatMap` of a list, some items at a time. */
export function* flatMapInSteps<Item, Made>(
  list: readonly Item[],
  make: (item: Item) => readonly Made[],
): Steps<readonly Made[]> {
  const made: Made[] = [];
  yield* eachInSteps(list, (item) => {
    for (const each of make(item)) made.push(each);
  });
  return made;
}

/**
 * Sorts in steps: pieces of so many, and then pieces joined two by two. Equals stay as they are.
 *
 * @param step Items of a piece, and of what is joined in one step.
 */
export function* sortInSteps<Item>(
  list: readonly Item[],
  compare: (a: Item, b: Item) => number,
  step = itemsInStep,
): Steps<readonly Item[]> {
  if (list.length <= step) return [...list].sort(compare);
  let pieces: (readonly Item[])[] = [];
  for (let from = 0; from < list.length; from += step) {
    pieces.push(list.slice(from, from + step).sort(compare));
    yield;
  }
  while (pieces.length > 1) {
    const joined: (readonly Item[])[] = [];
    for (let at = 0; at < pieces.length; at += 2) {
      const [one, other] = [pieces[at]!, pieces[at + 1]];
      joined.push(other ? yield* joinInSteps(one, other, compare, step) : one);
      yield;
    }
    pieces = joined;
  }
  return pieces[0] ?? [];
}

/** Joins two pieces, both in order. What is before or after all of the other is taken as it is. */
function* joinInSteps<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (a: Item, b: Item) => number,
  step: number,
): Steps<readonly Item[]> {
  const [first, last] = [other[0]!, one.at(-1)!];
  let at = firstPlace(one, (each) => compare(each, first) > 0);
  const until = firstPlace(other, (each) => compare(each, last) >= 0);
  const joined = one.slice(0, at);
  let next = 0;
  while (at < one.length && next < until) {
    const isNext = compare(one[at]!, other[next]!) <= 0;
    joined.push(isNext ? one[at++]! : other[next++]!);
    if ((at + next) % step === 0) yield;
  }
  return joined.concat(one.slice(at), other.slice(next));
}

/** The place of the first that holds, where all after it do. */
function firstPlace<Item>(list: readonly Item[], holds: (each: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
