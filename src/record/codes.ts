/** Code systems, and how codes match (SEMANTICS R1, R2). */
/** Codes of one system: an entry is a code or a range `"L72-L76"`; `exclude` subtracts. */
export interface CodeSelection {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/** Systems in which a code stands for everything that begins with it (R2). */
const hierarchical: ReadonlySet<string> = new Set(['ATC', 'ICPC-2', 'ICD-10', 'SKS']);

/** Systems and codes compare without regard to case or surrounding space. */
export function normalizeCode(text: string): string {
  return isNormal(text) ? text : text.trim().toUpperCase();
}

/** Whether a code is written in capitals and digits already, as nearly all are. */
function isNormal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const isPlain =
      (character >= 48 && character <= 57) ||
      (character >= 65 && character <= 90) ||
      character === 45;
    if (!isPlain) return false;
  }
  return true;
}

export function isHierarchical(system: string): boolean {
  return hierarchical.has(normalizeCode(system));
}

/** Answers whether a normalised system and code belong to a selection. */
export type CodeMatcher = (system: string, code: string) => boolean;

/** Prepares a selection for many questions: their cost hardly grows with its entries. */
export function codeMatcher({ system, include, exclude }: CodeSelection): CodeMatcher {
  const own = normalizeCode(system);
  const isIncluded = entryMatcher(own, include);
  const isExcluded = exclude && entryMatcher(own, exclude);
  return (given, code) => given === own && isIncluded(code) && !isExcluded?.(code);
}

/** Whether one record's code is in a selection. Any case, any surrounding space. */
export function matchesCode(selection: CodeSelection, system: string, code: string): boolean {
  return codeMatcher(selection)(normalizeCode(system), normalizeCode(code));
}

/** One code, or a range of them. */
export type CodeEntry = { readonly code: string } | CodeRange;

/**
 * Reads an entry of a code set, normalised. A range has ends of one length and the first not after the last; a text with a hyphen that is no range
 * is a code of its own (some local systems use hyphens).
 */
export function parseCodeEntry(text: string): CodeEntry {
  const code = normalizeCode(text);
  const ends = /^([^-\s]+)\s*-\s*([^-\s]+)$/.exec(code);
  if (!ends) return { code };
  const [from, to] = ends.slice(1) as [string, string];
  return from.length === to.length && from <= to ? { from, to } : { code };
}

function entryMatcher(system: string, texts: readonly string[]): (code: string) => boolean {
  const codes = new Set<string>();
  const ranges = new Map<number, CodeRange[]>();
  for (const entry of texts.map(parseCodeEntry))
    if ('code' in entry) codes.add(entry.code);
    else {
      const { length } = entry.from;
      const ofLength = ranges.get(length) ?? [];
      ofLength.push(entry);
      ranges.set(length, ofLength);
    }
  const lengths = [...new Set([...codes].map(({ length }) => length))];
  const spans = [...ranges].map(([length, each]) => ({ length, ascending: merge(each) }));
  const isAmongCodes = isHierarchical(system)
    ? (code: string) => lengths.some((length) => codes.has(code.slice(0, length)))
    : (code: string) => codes.has(code);
  // R2: the first n characters lie between the ends, n their common length.
  const isInRange = (code: string) =>
    spans.some(
      ({ length, ascending }) =>
        code.length >= length && isWithin(ascending, code.slice(0, length)),
    );
  return (code) => isAmongCodes(code) || isInRange(code);
}

export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

/** Ranges of one length, ascending and apart. */
function merge(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const merged: { from: string; to: string }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else merged.push({ from, to });
  }
  return merged;
}

/** Whether one of the ranges holds the code: the last that begins no later. */
function isWithin(ascending: readonly CodeRange[], code: string): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]!.from <= code) low = middle + 1;
    else high = middle;
  }
  const range = ascending[low - 1];
  return range !== undefined && code <= range.to;
}
