/** How codes match (SEMANTICS R1, R2). */
import { isBefore, isNormal, normalize } from './normalize.ts';
import { hasRanges, isHierarchical, normalizeSystem, systemOf } from './systems.ts';

/** Codes of one system: an entry is a code or, where the system has ranges, `"L72-L76"`; `exclude` subtracts. */
export interface CodeSelection {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * A code as it is compared (R1): normalised and, by the rules of its system, without the dot or padded with zeros.
 * @param system The system's one name (`normalizeSystem`).
 */
export function normalizeCode(system: string, code: string): string {
  // Nearly all are written so already, have no dot, and are longer than what is padded or begin with a letter.
  if (isNormal(code) && (code.length > mostPadded || code.charCodeAt(0) > nine)) return code;
  const normal = normalize(code);
  const rules = systemOf(system);
  if (rules?.dropsDots) return normal.replaceAll('.', '');
  return rules?.digits !== undefined && /^\d{1,3}$/.test(normal)
    ? normal.padStart(rules.digits, '0')
    : normal;
}

/** Codes of so many digits at most are padded. */
const mostPadded = 3;
const nine = '9'.charCodeAt(0);

/** A source as it is compared: case and surrounding space aside. */
export function normalizeSource(text: string): string {
  return text.trim().toUpperCase();
}

/** Answers whether a normalised system and code belong to a selection. */
export type CodeMatcher = (system: string, code: string) => boolean;

/** Prepares a selection for many questions: their cost hardly grows with its entries. */
export function codeMatcher({ system, include, exclude }: CodeSelection): CodeMatcher {
  const own = normalizeSystem(system);
  const isIncluded = entryMatcher(own, include);
  const isExcluded = exclude && entryMatcher(own, exclude);
  return (given, code) => given === own && isIncluded(code) && !isExcluded?.(code);
}

/** As `codeMatcher`, of several selections of which one is enough (R2a). */
export function anyCodeMatcher(selections: readonly CodeSelection[]): CodeMatcher {
  const [first, ...others] = selections.map(codeMatcher);
  if (!first) return () => false;
  if (others.length === 0) return first;
  return (system, code) => first(system, code) || others.some((matches) => matches(system, code));
}

/** Whether one record's code is in a selection, whatever it is written like. */
export function matchesCode(selection: CodeSelection, system: string, code: string): boolean {
  const own = normalizeSystem(system);
  return codeMatcher(selection)(own, normalizeCode(own, code));
}

/** One code, or a range of them. */
export type CodeEntry = { readonly code: string } | CodeRange;

export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads an entry of a code set, normalised.
 * @param system The system's one name.
 * @returns undefined of an entry that can match no code (R2).
 */
export function parseCodeEntry(system: string, text: string): CodeEntry | undefined {
  const entry = normalize(text);
  const isTree = isHierarchical(system);
  const parts = (hasRanges(system) ? entry.split('-') : [entry]).map((part) =>
    normalizeCode(system, part),
  );
  if (!(isTree ? parts.every(isPlainCode) : isCode(entry))) return undefined;
  const [from = '', to] = parts;
  if (parts.length === 1) return { code: from };
  if (parts.length > 2 || !from || !to) return isTree ? undefined : { code: entry };
  return lengthOf(from) === lengthOf(to) && !isBefore(to, from) ? { from, to } : undefined;
}

/** An entry of a code set as it is compared, so that twins are told; as it is where it can match nothing. */
export function normalizeEntry(system: string, text: string): string {
  const entry = parseCodeEntry(system, text);
  if (!entry) return normalize(text);
  return 'code' in entry ? entry.code : `${entry.from}-${entry.to}`;
}

/** What is left of several codes, or of a pattern, is no code. */
function isCode(text: string): boolean {
  return text !== '' && !/[,*]/.test(text);
}

function isPlainCode(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}

/** In characters, not in JavaScript's halves of them. */
function lengthOf(text: string): number {
  return isNormal(text) ? text.length : Array.from(text).length;
}

/** The first characters of a text; all of a shorter one. */
function headOf(text: string, length: number): string {
  return isNormal(text) ? text.slice(0, length) : Array.from(text).slice(0, length).join('');
}

function entryMatcher(system: string, texts: readonly string[]): (code: string) => boolean {
  const codes = new Set<string>();
  const ranges = new Map<number, CodeRange[]>();
  for (const text of texts) {
    const entry = parseCodeEntry(system, text);
    if (!entry) continue;
    if ('code' in entry) codes.add(entry.code);
    else {
      const length = lengthOf(entry.from);
      const ofLength = ranges.get(length) ?? [];
      ofLength.push(entry);
      ranges.set(length, ofLength);
    }
  }
  const lengths = [...new Set([...codes].map(lengthOf))];
  const spans = [...ranges].map(([length, each]) => ({ length, ascending: merge(each) }));
  const isAmongCodes = isHierarchical(system)
    ? (code: string) => lengths.some((length) => codes.has(headOf(code, length)))
    : (code: string) => codes.has(code);
  // R2: the first n characters lie between the ends, n their common length.
  const isInRange = (code: string) =>
    spans.some(
      ({ length, ascending }) =>
        lengthOf(code) >= length && isWithin(ascending, headOf(code, length)),
    );
  return (code) => isAmongCodes(code) || isInRange(code);
}

/** Ranges of one length, ascending and apart. */
function merge(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const merged: { from: string; to: string }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && !isBefore(last.to, from)) last.to = isBefore(last.to, to) ? to : last.to;
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
    if (!isBefore(code, ascending[middle]!.from)) low = middle + 1;
    else high = middle;
  }
  const range = ascending[low - 1];
  return range !== undefined && !isBefore(range.to, code);
}
