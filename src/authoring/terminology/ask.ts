/** How a host's terminology is asked: with a deadline, each answer checked, and what was answered once kept. */
import * as z from 'zod/mini';
import { callAdapter, junk, type AdapterFailure } from '../../adapter/index.ts';
import { calendarDate, isSaid, lenient, localText, name, present } from '../../adapter/reading.ts';
import {
  isHierarchical,
  matchesCode,
  normalizeEntry,
  normalizeSystem,
  parseCodeEntry,
} from '../../record/index.ts';
import type { Release, Term, Terminology } from './types.ts';

export interface TermsOptions {
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline?: number;
  /** Is given every call that failed, with what was thrown. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

/** Codes below one, as far as they were gone through. */
export interface Descendants {
  readonly terms: readonly Term[];
  /** Whether there are more than are gone through. */
  readonly isCut: boolean;
}

/**
 * A host's terminology, asked with care. Systems and codes may be written in any way; a code that is asked for again
 * costs no call. A system that the terminology does not have is answered by nothing.
 *
 * Every call may throw `AdapterFailure`, whose `call` is `terminology`.
 */
export class Terms {
  readonly #source: Terminology;
  readonly #options: Required<TermsOptions>;
  /** What the host calls each system that it has, by its one name. */
  readonly #systems: ReadonlyMap<string, string>;
  /** By system and code; null of what the system does not have. */
  #texts = new Map<string, Term | null>();
  #children = new Map<string, readonly Term[]>();
  readonly #releases = new Map<string, Release | undefined>();

  constructor(
    source: Terminology,
    { deadline = defaultDeadline, onFailure = () => undefined }: TermsOptions = {},
  ) {
    this.#source = source;
    this.#options = { deadline, onFailure };
    this.#systems = new Map(namesIn(source).map((each) => [normalizeSystem(each), each]));
  }

  /** The systems that it has, by their one names. */
  get systems(): readonly string[] {
    return [...this.#systems.keys()];
  }

  knows(system: string): boolean {
    return this.#systems.has(normalizeSystem(system));
  }

  /** The likeliest codes for what was typed, at most a hundred. */
  async search(system: string, text: string, signal?: AbortSignal): Promise<readonly Term[]> {
    const asked = text.trim();
    if (asked === '' || !this.knows(system)) return [];
    const found = await this.#askTerms(system, signal, async (own, inner) =>
      this.#source.search(own, asked, inner),
    );
    return found.slice(0, mostFound);
  }

  /** What stands right below a code; what a system begins with where the code is empty. */
  async children(system: string, code: string, signal?: AbortSignal): Promise<readonly Term[]> {
    if (!this.knows(system)) return [];
    const key = keyOf(system, code);
    const known = this.#children.get(key);
    if (known) return known;
    const below = await this.#askTerms(system, signal, async (own, inner) =>
      this.#source.children(own, code, inner),
    );
    if (this.#children.size >= mostKept) this.#children = new Map();
    this.#children.set(key, below);
    return below;
  }

  /** What codes are called, by code as it is compared; those that the system does not have are left out. */
  async text(
    system: string,
    codes: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, Term>> {
    const own = normalizeSystem(system);
    const found = new Map<string, Term>();
    if (!this.knows(own)) return found;
    const asked = [...new Set(codes.map((code) => normalizeEntry(own, code)))];
    const missing = asked.filter((code) => !this.#texts.has(keyOf(own, code)));
    for (let from = 0; from < missing.length; from += mostAsked) {
      const some = missing.slice(from, from + mostAsked);
      await this.#askTerms(own, signal, async (name, inner) =>
        this.#source.text(name, some, inner),
      );
      for (const code of some)
        if (!this.#texts.has(keyOf(own, code))) this.#texts.set(keyOf(own, code), null);
    }
    for (const code of asked) {
      const term = this.#texts.get(keyOf(own, code));
      if (term) found.set(code, term);
    }
    return found;
  }

  /** Which edition of a system it has. */
  async release(system: string, signal?: AbortSignal): Promise<Release | undefined> {
    const own = normalizeSystem(system);
    if (!this.knows(own)) return undefined;
    if (this.#releases.has(own)) return this.#releases.get(own);
    const read = await this.#ask(own, signal, async (name, inner) => {
      const found: unknown = await this.#source.release(name, inner);
      const { data, error } = release.safeParse(found);
      if (error) throw junk('terminology', found);
      return data ?? undefined;
    });
    this.#releases.set(own, read);
    return read;
  }

  /**
   * All that stands below a code, level by level, each code once.
   *
   * @param most So many codes are gone through.
   */
  async descendants(
    system: string,
    code: string,
    signal?: AbortSignal,
    most = mostBelow,
  ): Promise<Descendants> {
    const seen = new Set([normalizeEntry(normalizeSystem(system), code)]);
    const terms: Term[] = [];
    let level: readonly string[] = [code];
    while (level.length > 0) {
      const next: string[] = [];
      for (const each of level)
        for (const term of await this.children(system, each, signal)) {
          const own = normalizeEntry(normalizeSystem(system), term.code);
          if (seen.has(own)) continue;
          if (terms.length >= most) return { terms, isCut: true };
          seen.add(own);
          terms.push(term);
          if (term.hasChildren !== false) next.push(term.code);
        }
      level = next;
    }
    return { terms, isCut: false };
  }

  /** Whether a code stands for those below it by the rules of its system (R2), so that they need not be named. */
  static coversBelow(system: string, code: string, below: string): boolean {
    return isHierarchical(system) && matchesCode({ system, include: [code] }, system, below);
  }

  async #askTerms(
    system: string,
    signal: AbortSignal | undefined,
    call: (system: string, signal: AbortSignal) => Promise<unknown>,
  ): Promise<readonly Term[]> {
    // Read while the call still guards it: even reading may throw.
    const terms = await this.#ask(system, signal, async (own, inner) =>
      readTerms(system, await call(own, inner)),
    );
    return this.#keep(system, terms);
  }

  async #ask<Answer>(
    system: string,
    signal: AbortSignal | undefined,
    call: (system: string, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const { deadline, onFailure } = this.#options;
    const name = this.#systems.get(normalizeSystem(system))!;
    return callAdapter('terminology', (inner) => call(name, inner), {
      deadline,
      onFailure,
      ...(signal ? { signal } : {}),
    });
  }

  #keep(system: string, terms: readonly Term[]): readonly Term[] {
    if (this.#texts.size + terms.length > mostKept) this.#texts = new Map();
    for (const term of terms) this.#texts.set(keyOf(system, term.code), term);
    return terms;
  }
}

/** A host's object may throw when it is looked at: then it knows no system. */
function namesIn(source: Terminology): readonly string[] {
  try {
    const systems: unknown = source.systems;
    return Array.isArray(systems) ? systems.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

const defaultDeadline = 10_000;
/** Codes that a search answers, at most. */
const mostFound = 100;
/** Codes that are asked about in one call. */
const mostAsked = 500;
/** Codes that are gone through below one. */
const mostBelow = 5000;
/** Codes whose texts are kept: a large national system whole. */
const mostKept = 100_000;
/** Codes of one answer that are read. */
const mostRead = 20_000;

function keyOf(system: string, code: string): string {
  const own = normalizeSystem(system);
  return `${own} ${normalizeEntry(own, code)}`;
}

const code = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

const term = z.pipe(
  z.object({
    code,
    text: localText.check(z.refine(({ da }) => isSaid(da))),
    parent: lenient(code),
    hasChildren: lenient(z.boolean()),
    retired: lenient(z.boolean()),
    replacedBy: lenient(code),
  }),
  z.transform(present),
);

const release = z.nullish(
  z.pipe(
    z.object({ name: name.check(z.refine(isSaid)), date: lenient(calendarDate) }),
    z.transform(present),
  ),
);

/**
 * Keeps the codes of an answer that can be read and used in a code set.
 * @throws {AdapterFailure} `junk` of what is no list.
 */
function readTerms(system: string, answer: unknown): readonly Term[] {
  if (!Array.isArray(answer)) throw junk('terminology', answer);
  const own = normalizeSystem(system);
  return answer.slice(0, mostRead).flatMap((each: unknown): readonly Term[] => {
    const { data } = term.safeParse(each);
    return data && parseCodeEntry(own, data.code) ? [data] : [];
  });
}
