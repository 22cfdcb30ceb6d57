/**
 * Answers of very many patients, a bit of two numbers each: who is *yes*, and who is *yes* or *unknown*. In Kleene's
 * logic `all` and `any` ask each of the two by itself, and `not` swaps them: 32 patients at a time.
 */

/** By place of the patient: a bit each. Not to be written to by who is handed them. */
export interface Truths {
  readonly yes: Int32Array;
  /** Yes or unknown. */
  readonly may: Int32Array;
}

/** How many patients are no, unknown and yes. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** Some patients, a bit each. */
export type Patients = Int32Array;

export function wordsFor(patients: number): number {
  return (patients + 31) >>> 5;
}

/** Writes answers, a byte each (0 *no*, 1 *unknown*, 2 *yes*), as bits from a word on. */
export function pack({ yes, may }: Truths, word: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; word++) {
    let certain = 0;
    let possible = 0;
    const end = Math.min(bytes.length, at + 32);
    for (let bit = 0; at < end; at++, bit++) {
      const truth = bytes[at]!;
      possible |= ((truth + 1) >> 1) << bit;
      certain |= (truth >> 1) << bit;
    }
    yes[word] = certain;
    may[word] = possible;
  }
}

export function both(a: Int32Array, b: Int32Array): Int32Array {
  const made = new Int32Array(a.length);
  for (let word = 0; word < made.length; word++) made[word] = a[word]! & b[word]!;
  return made;
}

function either(a: Int32Array, b: Int32Array): Int32Array {
  const made = new Int32Array(a.length);
  for (let word = 0; word < made.length; word++) made[word] = a[word]! | b[word]!;
  return made;
}

/** Those of one who are not of the other. */
export function without(a: Int32Array, b: Int32Array): Int32Array {
  const made = new Int32Array(a.length);
  for (let word = 0; word < made.length; word++) made[word] = a[word]! & ~b[word]!;
  return made;
}

function others(a: Int32Array): Int32Array {
  const made = new Int32Array(a.length);
  for (let word = 0; word < made.length; word++) made[word] = ~a[word]!;
  return made;
}

/** `all`: the lesser of the two. */
export function least(a: Truths, b: Truths): Truths {
  return { yes: both(a.yes, b.yes), may: both(a.may, b.may) };
}

/** `any`: the greater of the two. */
export function most(a: Truths, b: Truths): Truths {
  return { yes: either(a.yes, b.yes), may: either(a.may, b.may) };
}

/** `not` */
export function opposite({ yes, may }: Truths): Truths {
  return { yes: others(may), may: others(yes) };
}

/** Everybody is the same. */
export function constant(words: number, truth: 'yes' | 'no'): Truths {
  const bits = new Int32Array(words).fill(truth === 'yes' ? -1 : 0);
  return { yes: bits, may: bits };
}

/** How many there are. */
export function countOf(bits: Int32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += bitsIn(bits[word]!);
  return count;
}

/** How those of some patients come out. */
export function tallyOf({ yes, may }: Truths, among: Patients, size: number): Tally {
  let certain = 0;
  let possible = 0;
  for (let word = 0; word < among.length; word++) {
    const mask = among[word]!;
    if (mask === 0) continue;
    certain += bitsIn(yes[word]! & mask);
    possible += bitsIn(may[word]! & mask);
  }
  return { yes: certain, unknown: possible - certain, no: size - possible };
}

/** Who comes out otherwise, by how they come out. */
export interface Changes<Value> {
  /** Yes now, and were not. */
  readonly adds: Value;
  /** No now, and were not. */
  readonly removes: Value;
  /** Unknown now, and were not. */
  readonly undecides: Value;
}

/** Who comes out otherwise than before, of some patients. */
export function changesOf(before: Truths, after: Truths, among: Patients): Changes<Patients> {
  const unknownBefore = without(before.may, before.yes);
  const unknownAfter = without(after.may, after.yes);
  return {
    adds: both(without(after.yes, before.yes), among),
    removes: both(without(before.may, after.may), among),
    undecides: both(without(unknownAfter, unknownBefore), among),
  };
}

export function countChanges(before: Truths, after: Truths, among: Patients): Changes<number> {
  let adds = 0;
  let removes = 0;
  let undecides = 0;
  for (let word = 0; word < among.length; word++) {
    const [yes, may] = [after.yes[word]!, after.may[word]!];
    const [wasYes, mayHave] = [before.yes[word]!, before.may[word]!];
    if (yes === wasYes && may === mayHave) continue;
    const mask = among[word]!;
    adds += bitsIn(yes & ~wasYes & mask);
    removes += bitsIn(mayHave & ~may & mask);
    undecides += bitsIn(may & ~yes & ~(mayHave & ~wasYes) & mask);
  }
  return { adds, removes, undecides };
}

/** Places of those whose bit is set, ascending. */
export function placesIn(bits: Patients): readonly number[] {
  const places: number[] = [];
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      places.push(32 * word + 31 - Math.clz32(left & -left));
  return places;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
