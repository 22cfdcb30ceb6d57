/**
 * Codes that an author may have missed: beside those of a set in their system, called by the same words, or in the
 * records of this clinic's own members. Each with how often it stands there, as counts alone, and why it is proposed.
 */
import type { CodeSet, LocalText } from '../../profile/index.ts';
import { normalizeSystem, parseCodeEntry } from '../../record/index.ts';
import type { Terms } from './ask.ts';
import {
  Candidates,
  mostEntries,
  mostOfWord,
  type ClinicCounts,
  type MissedCode,
} from './candidates.ts';
import type { Term } from './types.ts';
import { hasWords, wordsIn } from './words.ts';

export interface MissedCodes {
  /** The likeliest first. */
  readonly codes: readonly MissedCode[];
  /** Whether the terminology failed, so that what it knows is missing here. */
  readonly isPartial: boolean;
}

/** What is asked. */
export interface MissedQuestion {
  /** The sets that a place asks for. */
  readonly sets: readonly CodeSet[];
  /** All other sets of the profile: a code of theirs is not proposed for what members carry alone. */
  readonly others?: readonly CodeSet[];
  /** What the set is called, and what its codes are called in it: their words are searched for. */
  readonly names?: readonly LocalText[];
  readonly terms?: Terms | undefined;
  readonly clinic?: ClinicCounts | undefined;
}

/**
 * Finds codes that an author may have missed.
 *
 * @param most So many are told.
 */
export async function missedCodes(
  { sets, others = [], names = [], terms, clinic }: MissedQuestion,
  signal?: AbortSignal,
  most = 60,
): Promise<MissedCodes> {
  const usable = sets.filter(({ include }) => include.length > 0);
  if (usable.length === 0) return { codes: [], isPartial: false };
  const search = new Candidates(usable, others, clinic);
  let isPartial = false;
  let own: readonly Term[] = [];
  if (terms)
    try {
      own = await askSiblings(search, usable, terms, signal);
    } catch {
      signal?.throwIfAborted();
      isPartial = true;
    }
  const words = search.wordsToFind([...names, ...own.map(({ text }) => text)]);
  search.findInClinic(words);
  if (terms)
    try {
      await askWords(search, words, terms, signal);
    } catch {
      signal?.throwIfAborted();
      isPartial = true;
    }
  return { codes: search.ranked(most), isPartial };
}

/** Neighbours of one code: a chapter's whole list is none. */
const mostSiblings = 60;

async function askSiblings(
  search: Candidates,
  sets: readonly CodeSet[],
  terms: Terms,
  signal: AbortSignal | undefined,
): Promise<readonly Term[]> {
  const own: Term[] = [];
  for (const { system: given, include } of sets) {
    const system = normalizeSystem(given);
    const entries = include.slice(0, mostEntries).flatMap((entry) => {
      const parsed = parseCodeEntry(system, entry);
      return parsed ? ('code' in parsed ? [parsed.code] : [parsed.from, parsed.to]) : [];
    });
    const found = await terms.text(system, entries, signal);
    own.push(...found.values());
    const parents = new Map<string, Term>();
    for (const term of found.values())
      if (term.parent !== undefined && !parents.has(term.parent)) parents.set(term.parent, term);
    for (const [parent, term] of parents) {
      const siblings = await terms.children(system, parent, signal);
      if (siblings.length > mostSiblings) continue;
      for (const each of siblings)
        search.propose(system, each.code, each.text, { kind: 'sibling', of: term.code });
    }
  }
  return own;
}

async function askWords(
  search: Candidates,
  words: readonly string[],
  terms: Terms,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const system of search.systems.filter((each) => terms.knows(each)))
    for (const word of words) {
      const found = await terms.search(system, word, signal);
      const named = found.filter(({ text }) => hasWords(wordsIn(text), [word]));
      if (named.length > mostOfWord) continue;
      for (const { code, text } of named)
        search.propose(system, code, text, { kind: 'words', words: [word] });
    }
}
