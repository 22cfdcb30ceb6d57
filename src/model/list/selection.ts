/** Which patients are chosen, by id: it outlives sort, filter, refresh and those who leave the list. */
export class Selection {
  static readonly none = new Selection(new Set());
  readonly #ids: ReadonlySet<string>;

  private constructor(ids: ReadonlySet<string>) {
    this.#ids = ids;
  }

  static of(ids: Iterable<string>): Selection {
    return new Selection(new Set(ids));
  }

  get size(): number {
    return this.#ids.size;
  }

  /** In the order they were chosen. */
  get ids(): readonly string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): Selection {
    return this.#ids.has(id) ? this.without([id]) : this.with([id]);
  }

  with(ids: Iterable<string>): Selection {
    return new Selection(new Set([...this.#ids, ...ids]));
  }

  without(ids: Iterable<string>): Selection {
    const left = new Set(this.#ids);
    for (const id of ids) left.delete(id);
    return new Selection(left);
  }
}
