/** Whether two answers are made from the same: one by one, by identity. */
export function sameInputs(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => Object.is(each, b[index]));
}

/** Keeps one answer for as long as what it is made from stays the same; inputs are compared by identity. */
export class Memo<Value> {
  #kept: { readonly inputs: readonly unknown[]; readonly value: Value } | undefined;

  /** The kept answer, or a new one where any input differs from last time. */
  of(inputs: readonly unknown[], make: () => Value): Value {
    const kept = this.#kept;
    if (kept && sameInputs(kept.inputs, inputs)) return kept.value;
    const value = make();
    this.#kept = { inputs, value };
    return value;
  }

  /** Forgets the answer, and what it was made from. */
  forget(): void {
    this.#kept = undefined;
  }
}

/**
 * Keeps answers by key, the newest so many. Each answer names what it depends on, so that a change of one
 * thing drops the answers that depend on it and no others.
 */
export class MemoMap<Value> {
  readonly #kept = new Map<string, { readonly on: readonly string[]; readonly value: Value }>();

  /** @param most How many answers are kept; the oldest go first. */
  constructor(private readonly most = Infinity) {}

  /** @param dependsOn What the answer depends on, for `forget`. */
  of(key: string, dependsOn: readonly string[], make: () => Value): Value {
    const known = this.#kept.get(key);
    if (known) return known.value;
    const value = make();
    this.#kept.set(key, { on: dependsOn, value });
    for (const oldest of this.#kept.keys())
      if (this.#kept.size > this.most) this.#kept.delete(oldest);
      else break;
    return value;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** Drops the answers that depend on any of these. */
  forget(dependencies: readonly string[]): void {
    for (const [key, { on }] of this.#kept)
      if (on.some((each) => dependencies.includes(each))) this.#kept.delete(key);
  }

  /** The answers kept, by their keys. */
  *entries(): Generator<readonly [key: string, value: Value]> {
    for (const [key, { value }] of this.#kept) yield [key, value];
  }

  clear(): void {
    this.#kept.clear();
  }
}
