/** A terminology out of a table in memory: a host's own code table, or a small one for a demo. */
import * as z from 'zod/mini';
import { calendarDate, lenient, localText, name, present } from '../../adapter/reading.ts';
import { pause } from '../../adapter/index.ts';
import {
  isHierarchical,
  normalizeEntry,
  normalizeSystem,
  parseCodeEntry,
  systemOf,
  type CodeRange,
} from '../../record/index.ts';
import { isBefore, normalize } from '../../record/normalize.ts';
import type { Release, Term, Terminology } from './types.ts';
import { hasWords, wordsIn, wordsOf } from './words.ts';

/** Codes of one system in a table. */
export interface CodeTable {
  readonly system: string;
  readonly release?: Release;
  readonly codes: readonly TableCode[];
}

/**
 * A code of a table. Without `parent` a code stands below the longest other code of the table that it begins with, where
 * its system is a tree (R2), or in the narrowest range that holds it; else it stands at the top.
 */
export interface TableCode extends Omit<Term, 'hasChildren'> {}

/** What of a table cannot be used, and where: `codes` and the place in the list. */
export interface UnusableCode {
  readonly system: string;
  readonly index: number;
  /** It has no code that its system could match, or says nowhere what it is called; or stood before. */
  readonly why: 'no-code' | 'twice';
}

/** A terminology over tables, and what of them could not be used. */
export interface MemoryTerminology extends Terminology {
  readonly unusable: readonly UnusableCode[];
}

/**
 * Makes a terminology over code tables in memory.
 *
 * @param delay Milliseconds before each answer.
 * @throws {TypeError} of what is no list of tables.
 */
export function memoryTerminology(
  tables: readonly CodeTable[],
  { delay = 0 }: { readonly delay?: number } = {},
): MemoryTerminology {
  const unusable: UnusableCode[] = [];
  const bySystem = new Map<string, Table>();
  for (const { system, release, codes } of readTables(tables)) {
    const own = normalizeSystem(system);
    let table = bySystem.get(own);
    if (!table) bySystem.set(own, (table = new Table(own, release)));
    unusable.push(...table.take(codes));
  }
  const tableOf = async (system: string, signal: AbortSignal) => {
    await pause(delay, signal);
    return bySystem.get(normalizeSystem(system));
  };
  return {
    systems: [...bySystem.keys()],
    unusable,
    async search(system, text, signal) {
      return (await tableOf(system, signal))?.search(text) ?? [];
    },
    async children(system, code, signal) {
      return (await tableOf(system, signal))?.below(code) ?? [];
    },
    async text(system, codes, signal) {
      const table = await tableOf(system, signal);
      return codes.flatMap((code) => table?.term(code) ?? []);
    },
    async release(system, signal) {
      return (await tableOf(system, signal))?.release;
    },
  };
}

interface Entry {
  readonly term: Omit<Term, 'hasChildren'>;
  /** As it is compared. */
  readonly code: string;
  readonly words: readonly string[];
}

/** Who stands right below whom, by codes as they are compared; empty at the top. */
interface Tree {
  readonly children: ReadonlyMap<string, readonly Entry[]>;
  readonly parents: ReadonlyMap<string, string>;
}

/** The codes of one system, found by code and by words. */
class Table {
  readonly #entries = new Map<string, Entry>();
  /** Made when it is first asked for. */
  #tree: Tree | undefined;

  constructor(
    private readonly system: string,
    readonly release: Release | undefined,
  ) {}

  take(codes: readonly unknown[]): readonly UnusableCode[] {
    this.#tree = undefined;
    return codes.flatMap((given, index): readonly UnusableCode[] => {
      const term = tableCode.safeParse(given).data;
      const fault = (why: UnusableCode['why']) => [{ system: this.system, index, why }];
      if (!term || !parseCodeEntry(this.system, term.code)) return fault('no-code');
      const code = normalizeEntry(this.system, term.code);
      if (this.#entries.has(code)) return fault('twice');
      this.#entries.set(code, { term, code, words: wordsIn(term.text) });
      return [];
    });
  }

  term(code: string): readonly Term[] {
    const entry = this.#entries.get(normalizeEntry(this.system, code));
    return entry ? [this.#toTerm(entry)] : [];
  }

  below(code: string): readonly Term[] {
    const own = code.trim() === '' ? '' : normalizeEntry(this.system, code);
    return (this.#treeOf().children.get(own) ?? []).map((each) => this.#toTerm(each));
  }

  /** Those whose code it is, whose code begins so, who are called so, and who have the words anywhere; in that order. */
  search(text: string): readonly Term[] {
    const begin = systemOf(this.system)?.dropsDots
      ? normalize(text).replaceAll('.', '')
      : normalize(text);
    const code = normalizeEntry(this.system, text);
    const typed = wordsOf(text);
    const ranks: Entry[][] = [[], [], [], []];
    for (const entry of this.#entries.values()) {
      const rank = entry.code === code ? 0 : rankOf(entry, begin, typed);
      if (rank !== undefined) ranks[rank]!.push(entry);
    }
    const found = ranks.flat().slice(0, mostFound);
    return found.map((each) => this.#toTerm(each));
  }

  #toTerm({ term, code }: Entry): Term {
    const { children, parents } = this.#treeOf();
    const parent = this.#entries.get(parents.get(code)!)?.term.code;
    return {
      ...term,
      ...(parent === undefined ? {} : { parent }),
      hasChildren: children.has(code),
    };
  }

  #treeOf(): Tree {
    if (this.#tree) return this.#tree;
    const ranges = [...this.#entries.keys()].flatMap((code): readonly CodeRange[] => {
      const parsed = parseCodeEntry(this.system, code);
      return parsed && 'from' in parsed ? [parsed] : [];
    });
    const children = new Map<string, Entry[]>();
    const parents = new Map<string, string>();
    for (const entry of this.#entries.values()) {
      const parent = this.#parentOf(entry, ranges);
      parents.set(entry.code, parent);
      const siblings = children.get(parent);
      if (siblings) siblings.push(entry);
      else children.set(parent, [entry]);
    }
    return (this.#tree = { children, parents });
  }

  /** Never itself: a table that says so would have no end. */
  #parentOf({ code, term }: Entry, ranges: readonly CodeRange[]): string {
    if (term.parent !== undefined) {
      const given = normalizeEntry(this.system, term.parent);
      return given !== code && this.#entries.has(given) ? given : '';
    }
    if (!isHierarchical(this.system) || code.includes('-')) return '';
    for (let length = code.length - 1; length > 0; length--)
      if (this.#entries.has(code.slice(0, length))) return code.slice(0, length);
    return narrowest(ranges.filter((range) => isHeldBy(range, code)));
  }
}

function isHeldBy({ from, to }: CodeRange, code: string): boolean {
  const head = code.slice(0, from.length);
  return head.length === from.length && from <= head && head <= to;
}

/** The one that begins last, and of those the one that ends first; nothing where there is none. */
function narrowest(ranges: readonly CodeRange[]): string {
  const [first] = [...ranges].sort((a, b) =>
    a.from === b.from ? order(a.to, b.to) : order(b.from, a.from),
  );
  return first ? `${first.from}-${first.to}` : '';
}

function order(a: string, b: string): number {
  return a === b ? 0 : isBefore(a, b) ? -1 : 1;
}

/** Codes that a search answers, at most. */
const mostFound = 100;

function rankOf(entry: Entry, begin: string, typed: readonly string[]): number | undefined {
  if (begin !== '' && entry.code.startsWith(begin)) return 1;
  if (typed.length === 0 || !hasWords(entry.words, typed)) return undefined;
  return entry.words[0]?.startsWith(typed[0]!) === true ? 2 : 3;
}

const text60 = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

const tableCode = z.pipe(
  z.object({
    code: text60,
    text: localText,
    parent: lenient(text60),
    retired: lenient(z.boolean()),
    replacedBy: lenient(text60),
  }),
  z.transform(present),
);

const table = z.pipe(
  z.object({
    system: text60,
    release: lenient(z.pipe(z.object({ name, date: lenient(calendarDate) }), z.transform(present))),
    codes: z.array(z.unknown()),
  }),
  z.transform(present),
);

/** @throws {TypeError} of what is no list of tables. */
function readTables(given: unknown): readonly z.output<typeof table>[] {
  const { data, error } = z.array(table).safeParse(given);
  if (data) return data;
  const place = error.issues[0]?.path.join('.') ?? '';
  throw new TypeError(
    `Code tables are a list of { system, codes: [{ code, text: { da } }] }: ${place === '' ? 'this is none' : `look at ${place}`}.`,
  );
}
