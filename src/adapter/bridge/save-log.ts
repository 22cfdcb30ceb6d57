/** So many saves are remembered. */
const mostSaves = 1000;

/**
 * What became of saves, by their names, so that one that is tried again is answered and not done again. It is kept in
 * memory: a host that stores rounds keeps the name with the round, in the same transaction.
 */
export class SaveLog {
  readonly #done = new Map<string, Promise<unknown>>();

  /** Does a save, unless it has been done, or is being. One that failed is done anew. */
  async once(key: string | undefined, save: () => Promise<unknown>): Promise<unknown> {
    if (key === undefined) return save();
    const known = this.#done.get(key);
    if (known) {
      try {
        return await known;
      } catch {
        // Not stored, as far as the store says: whoever asks now does it.
      }
    }
    const doing = save();
    this.#done.set(key, doing);
    const [oldest] = this.#done.keys();
    if (this.#done.size > mostSaves && oldest !== undefined) this.#done.delete(oldest);
    try {
      return await doing;
    } catch (error) {
      if (this.#done.get(key) === doing) this.#done.delete(key);
      throw error;
    }
  }
}
