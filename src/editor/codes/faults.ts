/** What there is to say of the codes of a set, whatever a terminology says: twins, what is covered, and what is no code. */
import { readEntry, type DraftSet } from '../../authoring/index.ts';
import {
  codeMatcher,
  normalizeEntry,
  normalizeSystem,
  parseCodeEntry,
} from '../../record/index.ts';

/** What is said of one code. */
export type EntryNote =
  | { readonly kind: 'twice' }
  | { readonly kind: 'covered'; readonly by: string }
  | { readonly kind: 'notACode' };

/** By place in the list: what is said of the code there. */
export function faultsOfEntries(
  { system: given, ...lists }: DraftSet,
  list: 'include' | 'exclude',
): readonly (EntryNote | undefined)[] {
  const system = normalizeSystem(given);
  const entries = lists[list];
  const seen = new Set<string>();
  const broad = broaderThan(system, entries);
  return entries.map((entry): EntryNote | undefined => {
    const own = normalizeEntry(system, entry);
    if (seen.has(own)) return { kind: 'twice' };
    seen.add(own);
    if (readEntry(system, entry).fault !== undefined) return { kind: 'notACode' };
    const by = broad(own);
    return by === undefined ? undefined : { kind: 'covered', by };
  });
}

/** Longer lists take too long to compare each with each. */
const mostCompared = 500;

function broaderThan(
  system: string,
  entries: readonly string[],
): (own: string) => string | undefined {
  if (entries.length > mostCompared) return () => undefined;
  const all = entries.map((entry) => ({
    entry,
    own: normalizeEntry(system, entry),
    matches: codeMatcher({ system, include: [entry] }),
  }));
  return (own) => {
    const parsed = parseCodeEntry(system, own);
    if (!parsed || !('code' in parsed)) return undefined;
    return all.find((each) => each.own !== own && each.matches(system, parsed.code))?.entry;
  };
}
