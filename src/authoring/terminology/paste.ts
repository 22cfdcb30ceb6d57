/** Codes out of a text that somebody pasted: a list, a spreadsheet, a line of a guideline. Nothing of it is lost unsaid. */
import { normalizeEntry, normalizeSystem } from '../../record/index.ts';
import { plainText } from '../../json/plain-text.ts';
import { rowsOf, type Row } from './cells.ts';
import { hasCpr, readEntry } from './guess.ts';
import { headingOf, type Heading } from './heading.ts';
import { readRow, type CodeWord } from './row.ts';
import type { PastedCode, PastedCodes, SkippedPart, UnreadablePart } from './pasted.ts';

export interface PasteOptions {
  /** The system that the codes are of where their form leaves a choice: that of the set that they go into. */
  readonly prefer?: string;
  /** The system that all codes are of, whatever they look like. */
  readonly only?: string;
}

/**
 * Reads codes out of a pasted text: one a line, several in one (`P70, P20`), with their texts before or behind, columns
 * of a spreadsheet with or without a heading, ranges (`P70–P75`), dots or none, small letters. Which system they are of
 * is told by a heading, by the name of the system before them, else by their form.
 */
export function readPastedCodes(text: string, options: PasteOptions = {}): PastedCodes {
  const [only, prefer] = [options.only, options.prefer].map((each) =>
    each === undefined ? undefined : normalizeSystem(each),
  );
  const unreadable: UnreadablePart[] = [];
  const skipped: SkippedPart[] = [];
  const words: (CodeWord & { readonly line: number })[] = [];
  let heading: Heading | undefined;
  let system: string | undefined;
  const rows = rowsOf(plainText(text));
  const read = rows.slice(0, mostRows);
  for (const row of read) {
    // What else stands in the row is about somebody: neither code nor text of it is taken.
    if (row.cells.some(hasCpr)) {
      unreadable.push({ line: row.line, text: hiddenNumber, why: 'cpr', suggestions: [] });
      continue;
    }
    const found = headingOf(row);
    if (found) {
      // A line that only names a system is told of the codes below it.
      if (found.system !== undefined) system = found.system;
      else heading = found;
      skipped.push({ line: row.line, text: excerpt(row.cells.join(' ')), why: 'heading' });
      continue;
    }
    const parts = readRow(row, { heading, system: only ?? system, only, prefer });
    words.push(...parts.codes.map((each) => ({ ...each, line: row.line })));
    for (const each of parts.unreadable)
      unreadable.push({ line: row.line, ...each, text: excerpt(each.text) });
    for (const each of parts.skipped)
      skipped.push({ line: row.line, ...each, text: excerpt(each.text) });
  }
  unreadable.push(...rows.slice(mostRows).map(tooMany));
  return { ...group(words, only ?? prefer, unreadable), unreadable, skipped };
}

/** Shown in the place of a line with a CPR number. */
const hiddenNumber = '••••••-••••';

/** So many rows are read: ten times what a code set has room for. */
const mostRows = 20_000;

function tooMany({ line, cells }: Row): UnreadablePart {
  if (cells.some(hasCpr)) return { line, text: hiddenNumber, why: 'cpr', suggestions: [] };
  return { line, text: excerpt(cells.join(' ')), why: 'too-many', suggestions: [] };
}

/** Settles which system each code is of, and gathers the codes by it. */
function group(
  words: readonly (CodeWord & { readonly line: number })[],
  prefer: string | undefined,
  unreadable: UnreadablePart[],
): Pick<PastedCodes, 'groups' | 'repeated'> {
  const order = likeliest(words, prefer);
  const groups = new Map<string, { codes: PastedCode[]; mayBe: readonly string[] }>();
  const seen = new Set<string>();
  const repeated: PastedCode[] = [];
  for (const { word, text, line, system: said, systems } of words) {
    const system = said ?? order.find((each) => systems.includes(each)) ?? systems[0]!;
    const read = readEntry(system, word);
    if (read.fault) {
      unreadable.push({
        line,
        text: excerpt(word),
        why: read.fault,
        suggestions: read.suggestions,
      });
      continue;
    }
    const code: PastedCode = { entry: read.entry, line, ...(text === '' ? {} : { text }) };
    const key = `${system} ${normalizeEntry(system, read.entry)}`;
    if (seen.has(key)) {
      repeated.push(code);
      continue;
    }
    seen.add(key);
    const others = said === undefined ? systems.filter((each) => each !== system) : [];
    const own = groups.get(system);
    if (!own) groups.set(system, { codes: [code], mayBe: others });
    else {
      own.codes.push(code);
      own.mayBe = own.mayBe.filter((each) => others.includes(each));
    }
  }
  unreadable.sort((a, b) => a.line - b.line);
  return { groups: [...groups].map(([system, own]) => ({ system, ...own })), repeated };
}

/**
 * Systems in the order in which they are taken where a form leaves a choice: the one asked for, then those that are
 * certain of most codes. A letter with two digits is a group of ATC only among codes of ATC alone.
 */
function likeliest(words: readonly CodeWord[], prefer: string | undefined): readonly string[] {
  const certain = new Map<string, number>();
  for (const { system, systems } of words) {
    const only = system ?? (systems.length === 1 ? systems[0] : undefined);
    if (only !== undefined) certain.set(only, (certain.get(only) ?? 0) + 1);
  }
  const byCount = [...certain].sort(([, a], [, b]) => b - a).map(([system]) => system);
  const usual = byCount.filter((each) => each !== 'ATC' || certain.size === 1);
  return [...(prefer === undefined ? [] : [prefer]), ...usual];
}

/** Long enough to find the place by. */
function excerpt(text: string): string {
  const characters = Array.from(text.trim());
  return characters.length > longestExcerpt
    ? `${characters.slice(0, longestExcerpt).join('')}…`
    : characters.join('');
}

const longestExcerpt = 80;
