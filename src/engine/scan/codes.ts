/** The codes of a clinic that a selection means: worked out once, whatever questions ask for them. */
import { anyCodeMatcher, type CodeMatcher, type CodeSelection } from '../../record/index.ts';
import type { Code, Dictionary } from '../store/index.ts';
import { KeptTables, Table } from './table.ts';

export class CodeTable {
  readonly matches: CodeMatcher;
  readonly #table: Table<Code>;
  readonly #meant: number[] = [];
  readonly #unread: number[] = [];
  #upTo = 0;

  constructor(
    selections: readonly CodeSelection[],
    private readonly dictionary: Dictionary,
  ) {
    const matches = (this.matches = anyCodeMatcher(selections));
    const systems = new Set(selections.map(({ system }) => system));
    this.#table = new Table(dictionary.codes, ({ system, code }) =>
      matches(system, code) ? 1 : code === '' && systems.has(system) ? 2 : 0,
    );
  }

  /** By code number: 1 where it is meant, 2 where there is none, in a system that is asked. */
  get flags(): Int32Array {
    return this.#table.numbers;
  }

  /** The numbers of the codes meant, ascending. */
  get meant(): readonly number[] {
    this.#readOn();
    return this.#meant;
  }

  /** The numbers of what has no code, one for each system asked in which something is without. */
  get unread(): readonly number[] {
    this.#readOn();
    return this.#unread;
  }

  #readOn(): void {
    const { flags } = this;
    for (; this.#upTo < this.dictionary.codes.length; this.#upTo++)
      if (flags[this.#upTo] === 1) this.#meant.push(this.#upTo);
      else if (flags[this.#upTo] === 2) this.#unread.push(this.#upTo);
  }
}

/**
 * So many tables of a dictionary are kept, those asked for last: more than all profiles of an archive ask for, while who
 * writes one asks for a new one with each key.
 */
const tables = new KeptTables<CodeTable>(500);

/** The table of selections, of which one is enough, in a dictionary: one for all who ask. */
export function codeTable(selections: readonly CodeSelection[], dictionary: Dictionary): CodeTable {
  const question = JSON.stringify(
    selections.map(({ system, include, exclude }) => [system, include, exclude]),
  );
  return tables.of(dictionary, question, () => new CodeTable(selections, dictionary));
}

/** How many tables of a dictionary are kept. */
export function countTables(dictionary: Dictionary): number {
  return tables.count(dictionary);
}
