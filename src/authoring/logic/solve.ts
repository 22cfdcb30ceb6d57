/** Whether a formula can hold at all. */
import { finish, type Steps } from '../../engine/index.ts';
import { excludes, implies, type Asked } from './asked.ts';
import type { Formula, Questions } from './formula.ts';

/** How much is tried in one profile: beyond it, everything counts as possible. */
export class Solver {
  #left = mostSteps;
  /** What is left when the next step ends. */
  #until = mostSteps - stepsAtOnce;

  readonly #implied = new Map<string, boolean>();
  #compared = 0;

  constructor(private readonly questions: Questions) {}

  /** Whether a formula is never answered *yes*, of any patient. False also where it would take too long to tell. */
  isNever(formula: Formula): boolean {
    return finish(this.isNeverInSteps(formula));
  }

  /** As `isNever`, so much at a time. */
  *isNeverInSteps(formula: Formula): Steps<boolean> {
    const asked = [...new Set(numbersIn(formula))];
    if (asked.length > mostQuestions) return false;
    return (yield* this.#search(formula, asked, new Map())) === 'none';
  }

  *#search(
    formula: Formula,
    asked: readonly number[],
    known: ReadonlyMap<number, boolean>,
  ): Steps<'found' | 'none'> {
    if (this.#left < this.#until) {
      this.#until = this.#left - stepsAtOnce;
      yield;
    }
    const answer = this.#evaluate(formula, known);
    if (answer !== undefined) return answer ? 'found' : 'none';
    const next = asked.find((number) => !known.has(number));
    if (next === undefined || this.#left <= 0) return 'found';
    for (const guess of [true, false]) {
      const more = yield* this.#withConsequences(asked, known, next, guess);
      if (more && (yield* this.#search(formula, asked, more)) === 'found') return 'found';
    }
    return 'none';
  }

  /** What else is answered then; undefined where that cannot be. */
  *#withConsequences(
    asked: readonly number[],
    known: ReadonlyMap<number, boolean>,
    number: number,
    answer: boolean,
  ): Steps<ReadonlyMap<number, boolean> | undefined> {
    const all = new Map(known).set(number, answer);
    const question = this.questions.asked(number);
    for (const other of asked) {
      if (other === number) continue;
      this.#left--;
      const second = this.questions.asked(other);
      let follows: boolean | undefined;
      if (answer && (yield* this.#implies(number, other))) follows = true;
      else if (answer && excludes(question, second)) follows = false;
      else if (!answer && (yield* this.#implies(other, number))) follows = false;
      if (follows === undefined) continue;
      if (all.has(other) && all.get(other) !== follows) return undefined;
      all.set(other, follows);
    }
    return all;
  }

  /** Whether one question says another; told once of each two, for their codes may be many. */
  *#implies(one: number, other: number): Steps<boolean> {
    const key = `${one} ${other}`;
    const told = this.#implied.get(key);
    if (told !== undefined) return told;
    const [a, b] = [this.questions.asked(one), this.questions.asked(other)];
    const answer = implies(a, b);
    this.#implied.set(key, answer);
    this.#compared += codesIn(a);
    if (this.#compared > comparedAtOnce) {
      this.#compared = 0;
      yield;
    }
    return answer;
  }

  #evaluate(formula: Formula, known: ReadonlyMap<number, boolean>): boolean | undefined {
    this.#left--;
    switch (formula.kind) {
      case 'always':
        return true;
      case 'asked':
        return known.get(formula.number);
      case 'not': {
        const inside = this.#evaluate(formula.of[0], known);
        return inside === undefined ? undefined : !inside;
      }
      default:
        return this.#count(formula.of, leastOf(formula), known);
    }
  }

  #count(
    parts: readonly Formula[],
    least: number,
    known: ReadonlyMap<number, boolean>,
  ): boolean | undefined {
    let met = 0;
    let open = 0;
    for (const part of parts) {
      const answer = this.#evaluate(part, known);
      if (answer === true) met++;
      else if (answer === undefined) open++;
    }
    if (met >= least) return true;
    return met + open < least ? false : undefined;
  }
}

const mostSteps = 400_000;
/** So many take about a millisecond. */
const stepsAtOnce = 2000;
/** So many codes. */
const comparedAtOnce = 4000;

function codesIn(asked: Asked): number {
  if (asked.kind !== 'records' || !asked.codes) return 1;
  return asked.codes.reduce((sum, { include }) => sum + include.length, 1);
}
const mostQuestions = 40;

function leastOf(formula: Extract<Formula, { kind: 'all' | 'any' | 'at-least' }>): number {
  if (formula.kind === 'at-least') return formula.least;
  return formula.kind === 'all' ? formula.of.length : 1;
}

function numbersIn(formula: Formula): readonly number[] {
  if (formula.kind === 'asked') return [formula.number];
  return formula.kind === 'always' ? [] : formula.of.flatMap(numbersIn);
}
