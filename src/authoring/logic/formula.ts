/** A criterion as a formula over questions, so that it can be told what can never hold, and what always does. */
import type { Criterion, Profile } from '../../profile/index.ts';
import { askedOf, type Asked } from './asked.ts';

export type Formula =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: readonly [Formula] }
  | { readonly kind: 'at-least'; readonly least: number; readonly of: readonly Formula[] }
  | { readonly kind: 'asked'; readonly number: number }
  | { readonly kind: 'always' };

/** The questions of a profile, each once, by number. */
export class Questions {
  readonly #numbers = new Map<string, number>();
  readonly #asked: Asked[] = [];
  readonly #formulas = new WeakMap<Criterion, Formula>();

  constructor(private readonly profile: Profile) {}

  asked(number: number): Asked {
    return this.#asked[number]!;
  }

  formulaOf(criterion: Criterion): Formula {
    let formula = this.#formulas.get(criterion);
    if (!formula) this.#formulas.set(criterion, (formula = this.#make(criterion)));
    return formula;
  }

  #make(criterion: Criterion): Formula {
    const ofEach = (parts: readonly Criterion[]) => parts.map((part) => this.formulaOf(part));
    if ('all' in criterion) return { kind: 'all', of: ofEach(criterion.all) };
    if ('any' in criterion) return { kind: 'any', of: ofEach(criterion.any) };
    if ('not' in criterion) return { kind: 'not', of: [this.formulaOf(criterion.not)] };
    if ('atLeast' in criterion)
      return { kind: 'at-least', least: criterion.atLeast, of: ofEach(criterion.of) };
    const parts = askedOf(criterion, this.profile).map((asked): Formula => {
      if (asked.kind === 'always') return { kind: 'always' };
      const formula: Formula = { kind: 'asked', number: this.#numberOf(asked) };
      return asked.isNegated ? { kind: 'not', of: [formula] } : formula;
    });
    return parts.length === 1 ? parts[0]! : { kind: 'all', of: parts };
  }

  #numberOf(asked: Asked): number {
    let number = this.#numbers.get(asked.key);
    if (number === undefined) {
      this.#numbers.set(asked.key, (number = this.#asked.length));
      this.#asked.push(asked);
    }
    return number;
  }
}

export const not = (formula: Formula): Formula => ({ kind: 'not', of: [formula] });
export const allOf = (...of: readonly Formula[]): Formula => ({ kind: 'all', of });
