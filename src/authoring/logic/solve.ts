/** Whether a formula can hold at all. */
import { excludes, implies } from './asked.ts';
import type { Formula, Questions } from './formula.ts';

/** How much is tried in one profile: beyond it, everything counts as possible. */
export class Solver {
  #left = mostSteps;

  constructor(private readonly questions: Questions) {}

  /** Whether a formula is never answered *yes*, of any patient. False also where it would take too long to tell. */
  isNever(formula: Formula): boolean {
    const asked = [...new Set(numbersIn(formula))];
    if (asked.length > mostQuestions) return false;
    return this.#search(formula, asked, new Map()) === 'none';
  }

  #search(
    formula: Formula,
    asked: readonly number[],
    known: ReadonlyMap<number, boolean>,
  ): 'found' | 'none' {
    const answer = this.#evaluate(formula, known);
    if (answer !== undefined) return answer ? 'found' : 'none';
    const next = asked.find((number) => !known.has(number));
    if (next === undefined || this.#left <= 0) return 'found';
    for (const guess of [true, false]) {
      const more = this.#withConsequences(asked, known, next, guess);
      if (more && this.#search(formula, asked, more) === 'found') return 'found';
    }
    return 'none';
  }

  /** What else is answered then; undefined where that cannot be. */
  #withConsequences(
    asked: readonly number[],
    known: ReadonlyMap<number, boolean>,
    number: number,
    answer: boolean,
  ): ReadonlyMap<number, boolean> | undefined {
    const all = new Map(known).set(number, answer);
    const question = this.questions.asked(number);
    for (const other of asked) {
      if (other === number) continue;
      this.#left--;
      const second = this.questions.asked(other);
      let follows: boolean | undefined;
      if (answer && implies(question, second)) follows = true;
      else if (answer && excludes(question, second)) follows = false;
      else if (!answer && implies(second, question)) follows = false;
      if (follows === undefined) continue;
      if (all.has(other) && all.get(other) !== follows) return undefined;
      all.set(other, follows);
    }
    return all;
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
const mostQuestions = 40;

function leastOf(formula: Extract<Formula, { kind: 'all' | 'any' | 'at-least' }>): number {
  if (formula.kind === 'at-least') return formula.least;
  return formula.kind === 'all' ? formula.of.length : 1;
}

function numbersIn(formula: Formula): readonly number[] {
  if (formula.kind === 'asked') return [formula.number];
  return formula.kind === 'always' ? [] : formula.of.flatMap(numbersIn);
}
