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
