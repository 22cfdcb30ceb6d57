/** Answers for all patients of a segment: a byte each, in Kleene's order no < unknown < yes. */
import type { Truth } from '../types.ts';

export type TruthVector = Uint8Array<ArrayBuffer>;

export const no = 0;
export const unknown = 1;
export const yes = 2;

const words: readonly Truth[] = ['no', 'unknown', 'yes'];

export function truthOf(byte: number): Truth {
  return words[byte]!;
}

export function truthByte(truth: Truth): number {
  return words.indexOf(truth);
}

/** `all` is the minimum. */
export function minimum(parts: readonly TruthVector[], size: number): TruthVector {
  const truths = new Uint8Array(size).fill(yes);
  for (const part of parts)
    for (let patient = 0; patient < size; patient++)
      if (part[patient]! < truths[patient]!) truths[patient] = part[patient]!;
  return truths;
}

/** `any` is the maximum. */
export function maximum(parts: readonly TruthVector[], size: number): TruthVector {
  const truths = new Uint8Array(size);
  for (const part of parts)
    for (let patient = 0; patient < size; patient++)
      if (part[patient]! > truths[patient]!) truths[patient] = part[patient]!;
  return truths;
}

/** `not` swaps yes and no. */
export function opposite(part: TruthVector): TruthVector {
  const truths = new Uint8Array(part.length);
  for (let patient = 0; patient < part.length; patient++) truths[patient] = yes - part[patient]!;
  return truths;
}

/** R20: yes when `least` are yes; no when fewer than that are not no; else unknown. */
export function atLeast(least: number, parts: readonly TruthVector[], size: number): TruthVector {
  const truths = new Uint8Array(size);
  for (let patient = 0; patient < size; patient++) {
    let certain = 0;
    let possible = 0;
    for (const part of parts) {
      if (part[patient] === yes) certain++;
      if (part[patient] !== no) possible++;
    }
    truths[patient] = certain >= least ? yes : possible < least ? no : unknown;
  }
  return truths;
}
