/**
 * What an attacker knows, as an integer program: unknown numbers, each with its bounds, and what is known of them
 * together. HiGHS tells which values a number can have.
 */
import loadHighs, { type Highs } from 'highs';

export type Term = readonly [factor: number, variable: Variable];

/** A number that the attacker would like to know. */
export interface Variable {
  readonly index: number;
}

let loading: Promise<Highs> | undefined;
let solver: Highs | undefined;

/** Makes the solver ready; all else runs at once. */
export async function loadSolver(): Promise<void> {
  loading ??= loadHighs();
  solver = await loading;
}

export class Knowledge {
  readonly #least: number[] = [];
  readonly #most: number[] = [];
  readonly #rows: {
    readonly terms: readonly Term[];
    readonly least: number;
    readonly most: number;
  }[] = [];

  /** A whole number between two ends. */
  number(least = 0, most = 100_000): Variable {
    this.#least.push(least);
    this.#most.push(most);
    return { index: this.#least.length - 1 };
  }

  /** A number is known to be between two ends, whatever was known before. */
  bound({ index }: Variable, least: number, most = least): void {
    this.#least[index] = Math.max(least, this.#least[index] ?? 0);
    this.#most[index] = Math.min(most, this.#most[index] ?? 0);
  }

  /** A sum of some is between two ends. */
  sum(terms: readonly Term[], least: number, most = least): void {
    this.#rows.push({ terms, least, most });
  }

  /** One is no more than another. */
  order(smaller: Variable, larger: Variable): void {
    this.sum([[1, larger], [-1, smaller]], 0, Infinity); // prettier-ignore
  }

  /** One is another. */
  same(one: Variable, other: Variable): void {
    this.sum([[1, one], [-1, other]], 0); // prettier-ignore
  }

  /**
   * Asks which values each of some numbers can have, of those that are of interest: each value is asked of the solver,
   * but where it was seen in an answer to another question.
   *
   * @returns For each number the values that it cannot have.
   */
  impossible(questions: readonly { readonly of: Variable; readonly values: readonly number[] }[]) {
    if (!solver) throw new Error('Call loadSolver first.');
    const { constants, infinity } = solver;
    const seen = questions.map(() => new Set<number>());
    return solver.withModel(this.#model(infinity), (model) => {
      model.options.set({ output_flag: false });
      const isPossible = () => {
        model.run();
        const status = model.getModelStatus();
        if (status === constants.modelStatus.infeasible) return false;
        if (status !== constants.modelStatus.optimal) throw new Error(`No answer: ${status}`);
        const { colValue } = model.getSolution();
        questions.forEach(({ of }, at) => seen[at]?.add(Math.round(colValue[of.index] ?? NaN)));
        return true;
      };
      if (!isPossible()) throw new Error('What the attacker knows contradicts itself.');
      return questions.map(({ of, values }, at) => {
        const not = values.filter((value) => {
          if (seen[at]?.has(value)) return false;
          if (value < this.#leastOf(of) || value > this.#mostOf(of)) return true;
          model.changeColBounds(of.index, value, value);
          return !isPossible();
        });
        model.changeColBounds(of.index, this.#leastOf(of), this.#mostOf(of));
        return not;
      });
    });
  }

  #leastOf({ index }: Variable) {
    return this.#least[index] ?? 0;
  }

  #mostOf({ index }: Variable) {
    return this.#most[index] ?? 0;
  }

  #model(infinity: number) {
    const numCols = this.#least.length;
    const numRows = this.#rows.length;
    const bound = (value: number) => (value === Infinity ? infinity : value);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { terms } of this.#rows) {
      for (const [factor, { index }] of terms) {
        indices.push(index);
        values.push(factor);
      }
      starts.push(indices.length);
    }
    return {
      numCols,
      numRows,
      colCost: new Array<number>(numCols).fill(0),
      colLower: this.#least,
      colUpper: this.#most,
      rowLower: this.#rows.map(({ least }) => bound(least)),
      rowUpper: this.#rows.map(({ most }) => bound(most)),
      integrality: new Int32Array(numCols).fill(1),
      matrix: { format: 'csr' as const, numCols, numRows, starts, indices, values },
    };
  }
}
