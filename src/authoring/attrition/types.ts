/** What is told of the rules of a profile that is being written. */
import type { ProfileIssue } from '../../profile/check.ts';
import type { Changes, Tally } from './bits.ts';
import type { Lacking } from './walk.ts';

export type { Changes, Lacking, Tally };

/** The numbers of one rule, of those whom it is asked of. What nobody can know is absent, and never 0. */
export interface RuleNumbers {
  /** JSON Pointer into the document. */
  readonly pointer: string;
  /**
   * Of how many it is asked: rules of the population of everybody alive and born, all others of its members (R22), and
   * an indicator's numerator of those whom its denominator counts.
   */
  readonly of?: number;
  /** How it comes out by itself. */
  readonly alone?: Tally;
  /**
   * How the whole comes out, were this the last of its rules: those after it are left out. `all` narrows, `any` and
   * `atLeast` add, and a rule's number is that of the last one within it.
   */
  readonly left?: Tally;
  /** Who comes out otherwise in the whole than without it. */
  readonly only?: Changes<number>;
  /** Why something of it is absent. */
  readonly lacking?: Lacking;
}

export interface AttritionState {
  /**
   * - `none`: no clinic is there, or nothing of the document can be read;
   * - `counting`: the numbers are those of the document before;
   * - `fresh`: they are those of the document.
   */
  readonly phase: 'none' | 'counting' | 'fresh';
  /** The document that the numbers are of: the places are its own. */
  readonly document: unknown;
  /** By JSON Pointer, in the document's order. */
  readonly rules: ReadonlyMap<string, RuleNumbers>;
  /** Everybody in the clinic who is alive and born on the day, or not known to be otherwise. */
  readonly asked: number | undefined;
  /** How the population comes out of them; absent where it cannot be read. */
  readonly population: Tally | undefined;
  /** What cannot be read, by its place in the document. */
  readonly faults: ReadonlyMap<string, readonly ProfileIssue[]>;
  /** Grows with each set of numbers. */
  readonly revision: number;
}

/** Which number of a rule. */
export type NumberKind = keyof Pick<RuleNumbers, 'alone' | 'left' | 'only'>;

/** The parts of one number. */
export type NumberPart = keyof Tally | keyof Changes<number>;
