import type { Dictionary } from '../store/index.ts';

/** A number per entry of a list that only grows, worked out once per entry. */
export class Table<Entry> {
  #numbers = new Int32Array(256);
  #known = 0;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly classify: (entry: Entry) => number,
  ) {}

  /** By entry; at least as long as there are entries now. */
  get numbers(): Int32Array {
    const { length } = this.entries;
    if (this.#numbers.length < length) {
      const grown = new Int32Array(2 * length);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    for (; this.#known < length; this.#known++)
      this.#numbers[this.#known] = this.classify(this.entries[this.#known]!);
    return this.#numbers;
  }
}

/**
 * Tables of dictionaries, kept by what they tell: one for all who ask the same, on whichever date. A dictionary has many
 * thousand entries, so that to tell something of each anew would cost as much as the question itself.
 */
export class KeptTables<Kept> {
  readonly #byDictionary = new WeakMap<Dictionary, Map<string, Kept>>();

  /** @param most So many tables of a dictionary are kept, those asked for last. */
  constructor(private readonly most: number) {}

  /** @param question What a table tells: two that tell another thing never have one question. */
  of(dictionary: Dictionary, question: string, make: () => Kept): Kept {
    let tables = this.#byDictionary.get(dictionary);
    if (!tables) this.#byDictionary.set(dictionary, (tables = new Map<string, Kept>()));
    const table = tables.get(question) ?? make();
    tables.delete(question);
    tables.set(question, table);
    const [oldest] = tables.size > this.most ? tables.keys() : [];
    if (oldest !== undefined) tables.delete(oldest);
    return table;
  }

  /** How many tables of a dictionary are kept. */
  count(dictionary: Dictionary): number {
    return this.#byDictionary.get(dictionary)?.size ?? 0;
  }
}
