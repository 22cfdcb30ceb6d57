/** What a terminology says of codes, as it comes in: what is drawn asks, and is drawn anew when it is there. */
import type { Release, Term, Terms } from '../../authoring/index.ts';
import { normalizeEntry, normalizeSystem } from '../../record/index.ts';

/** What is known of a code: nothing yet, that the system does not have it, or its term. */
export type Known = Term | 'unknown' | undefined;

export class KnownTerms {
  readonly #found = new Map<string, Map<string, Term | 'unknown'>>();
  readonly #asked = new Map<string, Set<string>>();
  readonly #releases = new Map<string, Release | undefined>();
  #waiting = new Map<string, Set<string>>();
  #hasFailed = false;

  constructor(
    private readonly terms: Terms | undefined,
    private readonly onChange: () => void,
  ) {}

  /** Whether the terminology failed to answer; what is not known is asked for again after `retry`. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  knows(system: string): boolean {
    return this.terms?.knows(system) ?? false;
  }

  /** What a code is called. Asked for where it is not known yet. */
  of(system: string, entry: string): Known {
    if (!this.knows(system) || this.#hasFailed) return undefined;
    const own = normalizeSystem(system);
    const code = normalizeEntry(own, entry);
    const known = this.#found.get(own)?.get(code);
    if (known === undefined) this.#wait(own, code);
    return known;
  }

  /** The edition of a system that the terminology has, once it is known. */
  release(system: string): Release | undefined {
    const own = normalizeSystem(system);
    if (!this.knows(own) || this.#hasFailed) return undefined;
    if (!this.#releases.has(own)) {
      this.#releases.set(own, undefined);
      void this.#askRelease(own);
    }
    return this.#releases.get(own);
  }

  retry(): void {
    this.#hasFailed = false;
    this.#asked.clear();
    this.#releases.clear();
    this.onChange();
  }

  async #askRelease(system: string): Promise<void> {
    try {
      const found = await this.terms!.release(system);
      this.#releases.set(system, found);
      if (found) this.onChange();
    } catch {
      // It is told where codes are not found: an edition nobody misses.
    }
  }

  #wait(system: string, code: string): void {
    const asked = this.#asked.get(system) ?? new Set();
    this.#asked.set(system, asked);
    if (asked.has(code)) return;
    asked.add(code);
    // All that is drawn at once is asked for at once.
    if (this.#waiting.size === 0) queueMicrotask(() => this.#askAll());
    const waiting = this.#waiting.get(system) ?? new Set();
    this.#waiting.set(system, waiting.add(code));
  }

  #askAll(): void {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const [system, codes] of waiting) void this.#ask(system, [...codes]);
  }

  async #ask(system: string, codes: readonly string[]): Promise<void> {
    try {
      const found = await this.terms!.text(system, codes);
      const known = this.#found.get(system) ?? new Map<string, Term | 'unknown'>();
      this.#found.set(system, known);
      for (const code of codes) known.set(code, found.get(code) ?? 'unknown');
    } catch {
      this.#hasFailed = true;
    }
    this.onChange();
  }
}
