/** Who is dealt with in the round, reviewed or exempt, and so stands last or is hidden. */
import type { DonePlace, ListRound, ListView } from '../types.ts';

/** What the order of rows depends on, where those who are dealt with stand apart. */
export const doneOrder = 'done';

/** Where they stand in a view. Who asks for a status asks for them too, and finds them. */
export function donePlaceIn({
  done = 'last',
  filters,
}: Pick<ListView, 'done' | 'filters'>): DonePlace {
  return done === 'hidden' && filters.some(({ columnId }) => columnId === 'status') ? 'last' : done;
}

interface Rows {
  readonly size: number;
  readonly round: ListRound | undefined;
  indexOf(patientId: string): number;
}

/**
 * Who was dealt with when the rows were put in order: a row that is set meanwhile stays where it is, under the pointer,
 * until they are put in order anew.
 */
export class DoneRows {
  #sorted: ReadonlySet<string>;
  /** Of whom the round says something else now. */
  readonly #moved = new Set<string>();
  #mask: Uint8Array | undefined;

  constructor(private readonly rows: Rows) {
    this.#sorted = new Set(rows.round?.done);
  }

  /** By row: 1 where the patient was dealt with. Another array where others were. */
  get mask(): Uint8Array {
    if (!this.#mask) {
      this.#mask = new Uint8Array(this.rows.size);
      for (const id of this.#sorted) {
        const row = this.rows.indexOf(id);
        if (row >= 0) this.#mask[row] = 1;
      }
    }
    return this.#mask;
  }

  /** Whether nobody was. */
  get isNone(): boolean {
    return this.#sorted.size === 0;
  }

  /** How many rows stand where they no longer belong. */
  get moved(): number {
    return this.#moved.size;
  }

  /** How many of them are dealt with now. */
  get doneSince(): number {
    const { done } = this.rows.round ?? {};
    let count = 0;
    for (const id of this.#moved) if (done?.has(id)) count++;
    return count;
  }

  /** Looks at what the round says of some patients now; default everybody. */
  take(ids: Iterable<string> = [...this.#sorted, ...(this.rows.round?.done ?? [])]): void {
    const { done } = this.rows.round ?? {};
    for (const id of ids) {
      const isOther = (done?.has(id) ?? false) !== this.#sorted.has(id);
      if (isOther && this.rows.indexOf(id) >= 0) this.#moved.add(id);
      else this.#moved.delete(id);
    }
  }

  /** From now on as the round says. Answers whether that makes any difference. */
  renew(): boolean {
    const { done = new Set<string>() } = this.rows.round ?? {};
    const isSame = this.#sorted.size === done.size && [...done].every((id) => this.#sorted.has(id));
    this.#moved.clear();
    if (isSame) return false;
    this.#sorted = new Set(done);
    this.#mask = undefined;
    return true;
  }
}
