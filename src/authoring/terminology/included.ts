/** Which codes a set includes, as a terminology knows them: each with what it is called, and what lets it in or out. */
import {
  codeMatcher,
  isHierarchical,
  normalizeCode,
  normalizeEntry,
  normalizeSystem,
  parseCodeEntry,
  type CodeRange,
} from '../../record/index.ts';
import type { DraftSet } from './code-sets.ts';
import type { Terms } from './ask.ts';
import type { Term } from './types.ts';

/** A code that a set's entries cover. */
export interface IncludedCode extends Term {
  /** The entry that lets it in. */
  readonly entry: string;
  /** The entry that takes it out again. */
  readonly excludedBy?: string;
}

export interface IncludedCodes {
  /** In the order of the entries, each code once. */
  readonly codes: readonly IncludedCode[];
  /** Entries of which the terminology knows nothing. */
  readonly unknown: readonly string[];
  /** Whether there are more codes than are listed. */
  readonly isCut: boolean;
}

/**
 * Lists the codes that a set includes and excludes, as far as a terminology knows them. A record with a code that it
 * does not know is matched by the rules of the system all the same.
 *
 * @param most So many codes are listed.
 * @throws {AdapterFailure}
 */
export async function includedCodes(
  { system: given, include, exclude }: DraftSet,
  terms: Terms,
  signal?: AbortSignal,
  most = 5000,
): Promise<IncludedCodes> {
  const system = normalizeSystem(given);
  const found = new Map<string, IncludedCode>();
  const unknown: string[] = [];
  let isCut = false;
  const out = exclude.map((entry) => ({ entry, matches: matcherOf(system, entry) }));
  const add = (term: Term, entry: string) => {
    const code = normalizeEntry(system, term.code);
    if (found.has(code)) return;
    if (found.size >= most) {
      isCut = true;
      return;
    }
    const excludedBy = out.find(({ matches }) => matches(system, normalizeCode(system, code)));
    found.set(code, { ...term, entry, ...(excludedBy ? { excludedBy: excludedBy.entry } : {}) });
  };
  for (const entry of include) {
    const parsed = parseCodeEntry(system, entry);
    if (!parsed || isCut) continue;
    const codes = 'code' in parsed ? [parsed.code] : codesBetween(parsed);
    const named = await terms.text(system, codes, signal);
    const matches = matcherOf(system, entry);
    const before = found.size;
    for (const code of codes) {
      const term = named.get(code);
      if (term) add(term, entry);
      if (!isHierarchical(system) || term?.hasChildren === false) continue;
      const below = await terms.descendants(system, code, signal, most);
      isCut ||= below.isCut;
      for (const each of below.terms)
        // What a terminology has below a code is covered only where its code begins so (R2).
        if (matches(system, normalizeCode(system, each.code))) add(each, entry);
    }
    if (found.size === before && named.size === 0) unknown.push(entry);
  }
  return { codes: [...found.values()], unknown, isCut };
}

function matcherOf(system: string, entry: string) {
  return codeMatcher({ system, include: [entry] });
}

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes of a range that are asked about. */
const mostBetween = 3000;

/** The codes from one to another, each place counted on as the letter or digit that it is. */
function codesBetween({ from, to }: CodeRange): readonly string[] {
  const codes = [from];
  let code = from;
  while (code !== to && codes.length < mostBetween) {
    const next = codeAfter(code);
    if (next === undefined) break;
    codes.push((code = next));
  }
  return codes;
}

function codeAfter(code: string): string | undefined {
  const signs = [...code];
  for (let at = signs.length - 1; at >= 0; at--) {
    const row = digits.includes(signs[at]!) ? digits : letters;
    const place = row.indexOf(signs[at]!);
    if (place < 0) return undefined;
    if (place < row.length - 1) {
      signs[at] = row[place + 1]!;
      return signs.join('');
    }
    signs[at] = row[0]!;
  }
  return undefined;
}
