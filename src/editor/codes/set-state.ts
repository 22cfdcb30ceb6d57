/** What is open and half written of one code set: what is searched for, what was found, which codes are opened. */
import {
  includedCodes,
  type DraftSet,
  type IncludedCodes,
  type Term,
} from '../../authoring/index.ts';
import type { CodesContext } from './context.ts';
import { faultsOfEntries, type EntryNote } from './faults.ts';

/** What a search has come to. */
export type Found =
  | { readonly phase: 'none' | 'searching' | 'failed' }
  | { readonly phase: 'found'; readonly terms: readonly Term[] };

interface KnownFaults {
  readonly document: unknown;
  readonly faults: readonly (EntryNote | undefined)[];
}

/** Milliseconds of rest in typing before the host is asked. */
const pauseOfTyping = 150;

export class SetState {
  query = '';
  /** The list that what is found goes into. */
  into: 'include' | 'exclude' = 'include';
  found: Found = { phase: 'none' };
  /** Place of the option that the arrow keys have reached; -1 for none. */
  active = -1;
  isListOpen = false;
  /** Codes whose children are shown. */
  readonly opened = new Set<string>();
  /** So many of the children of a code are drawn. */
  readonly childrenShown = new Map<string, number>();
  /** So many rows of each list are drawn. */
  shown = { include: rowsAtFirst, exclude: rowsAtFirst };
  #children = new Map<string, readonly Term[] | 'failed'>();
  readonly #faults: Partial<Record<'include' | 'exclude', KnownFaults>> = {};
  #included: { readonly key: string; readonly codes?: IncludedCodes | 'failed' } | undefined;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly part: CodesContext,
    readonly place: string,
  ) {}

  /** Searches for what was typed, once the typing rests; what was asked before is given up. */
  search(system: string, query: string): void {
    this.query = query;
    this.active = -1;
    this.isListOpen = query.trim() !== '';
    this.#stop.abort();
    clearTimeout(this.#timer);
    const terms = this.part.terms;
    if (query.trim() === '' || !terms?.knows(system)) {
      this.found = { phase: 'none' };
      this.#draw();
      return;
    }
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    // What was found stays until there is other: nothing flickers.
    if (this.found.phase !== 'found') this.found = { phase: 'searching' };
    this.#timer = setTimeout(() => void this.#search(system, query, signal), pauseOfTyping);
    this.#draw();
  }

  clear(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.query = '';
    this.found = { phase: 'none' };
    this.active = -1;
    this.isListOpen = false;
  }

  async #search(system: string, query: string, signal: AbortSignal): Promise<void> {
    try {
      const terms = await this.part.terms!.search(system, query, signal);
      if (signal.aborted) return;
      this.found = { phase: 'found', terms };
    } catch {
      if (signal.aborted) return;
      this.found = { phase: 'failed' };
    }
    this.#draw();
  }

  /** What stands below a code; asked for once. */
  childrenOf(system: string, code: string): readonly Term[] | 'failed' | undefined {
    const known = this.#children.get(code);
    if (known === undefined) void this.#askChildren(system, code);
    return known;
  }

  retryChildren(code: string): void {
    this.#children.delete(code);
    this.#draw();
  }

  async #askChildren(system: string, code: string): Promise<void> {
    try {
      this.#children.set(code, (await this.part.terms?.children(system, code)) ?? []);
    } catch {
      this.#children.set(code, 'failed');
    }
    this.#draw();
  }

  /** The codes that the set includes, as the terminology knows them; undefined until they are there. */
  included(set: DraftSet): IncludedCodes | 'failed' | undefined {
    const key = JSON.stringify(set);
    if (this.#included?.key !== key) {
      this.#included = { key };
      void this.#askIncluded(key, set);
    }
    return this.#included.codes;
  }

  async #askIncluded(key: string, set: DraftSet): Promise<void> {
    const { terms } = this.part;
    if (!terms) return;
    let codes: IncludedCodes | 'failed';
    try {
      codes = await includedCodes(set, terms, undefined, mostIncluded);
    } catch {
      codes = 'failed';
    }
    if (this.#included?.key !== key) return;
    this.#included = { key, codes };
    this.#draw();
  }

  /** What there is to say of the codes of a list; worked out once a document. */
  faults(
    set: DraftSet,
    list: 'include' | 'exclude',
    document: unknown,
  ): readonly (EntryNote | undefined)[] {
    const known = this.#faults[list];
    if (known && known.document === document) return known.faults;
    const faults = faultsOfEntries(set, list);
    this.#faults[list] = { document, faults };
    return faults;
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  #draw(): void {
    this.part.host.requestUpdate();
  }
}

export const rowsAtFirst = 50;
/** Included codes that are listed. */
const mostIncluded = 500;
