/** Code systems, and how codes match (SEMANTICS R1, R2). */
import type { RecordType } from './types.ts';

/** Codes of one system: an entry is a code or a range `"L72-L76"`; `exclude` subtracts. */
export interface CodeSelection {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/** The code system of a record that names none (R1). */
export const defaultSystems: Readonly<Record<RecordType, string>> = {
  diagnosis: 'ICPC-2',
  medication: 'ATC',
  result: 'NPU',
  service: 'YDELSE',
  appointment: 'LOCAL',
  referral: 'LOCAL',
};

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

/** Answers whether a normalised system and code belong to a selection. */
export type CodeMatcher = (system: string, code: string) => boolean;

/** Prepares a selection for many questions. */
export function codeMatcher(selection: CodeSelection): CodeMatcher {
  const own = normalizeCode(selection.system);
  const matches = entryMatcher(own);
  const include = selection.include.map(parseEntry);
  const exclude = selection.exclude?.map(parseEntry);
  return (system, code) =>
    system === own &&
    include.some((entry) => matches(entry, code)) &&
    !exclude?.some((entry) => matches(entry, code));
}

/** Whether one record's code is in a selection. Any case, any surrounding space. */
export function matchesCode(selection: CodeSelection, system: string, code: string): boolean {
  return codeMatcher(selection)(normalizeCode(system), normalizeCode(code));
}

type Entry = { readonly code: string } | { readonly from: string; readonly to: string };

/**
 * A range has ends of one length and the first not after the last; a text with a hyphen that is no range
 * is a code of its own (some local systems use hyphens).
 */
function parseEntry(text: string): Entry {
  const code = normalizeCode(text);
  const ends = /^([^-\s]+)\s*-\s*([^-\s]+)$/.exec(code);
  if (!ends) return { code };
  const [from, to] = ends.slice(1) as [string, string];
  return from.length === to.length && from <= to ? { from, to } : { code };
}

function entryMatcher(system: string): (entry: Entry, code: string) => boolean {
  const prefixes = hierarchical.has(system);
  return (entry, code) => {
    if ('code' in entry) return prefixes ? code.startsWith(entry.code) : code === entry.code;
    // R2: the first n characters lie between the ends, n their common length.
    const head = code.slice(0, entry.from.length);
    return head.length === entry.from.length && entry.from <= head && head <= entry.to;
  };
}
