/** One row of a pasted text: the codes in it, what they are called, and what is neither. */
import { codesMeant } from '../../record/code-shapes.ts';
import type { Row } from './cells.ts';
import { hasForm, isRangeElsewhere, readEntry, systemsLike } from './guess.ts';
import { normalize } from '../../record/normalize.ts';
import { systemNamed, type Heading } from './heading.ts';
import type { SkippedPart, UnreadablePart } from './pasted.ts';

/** A code as it stands, with the systems that it may be of. */
export interface CodeWord {
  readonly word: string;
  /** Empty where the text says nothing. */
  readonly text: string;
  /** The system, where the text says it. */
  readonly system?: string | undefined;
  /** By its form; only to be chosen among where no system is said. */
  readonly systems: readonly string[];
}

export interface RowParts {
  readonly codes: readonly CodeWord[];
  readonly unreadable: readonly Omit<UnreadablePart, 'line'>[];
  readonly skipped: readonly Omit<SkippedPart, 'line'>[];
}

export interface RowContext {
  readonly heading: Heading | undefined;
  /** Of a heading above, or the one that all are of. */
  readonly system: string | undefined;
  readonly only: string | undefined;
  readonly prefer: string | undefined;
}

/** A cell, or a part of one between commas. */
type Part =
  | { readonly kind: 'codes'; readonly codes: readonly CodeWord[] }
  | { readonly kind: 'system'; readonly system: string }
  | { readonly kind: 'number' | 'near'; readonly text: string }
  /** `tail` is a code at its end, or in brackets: one of the row where it has no other. */
  | { readonly kind: 'prose'; readonly text: string; readonly tail?: CodeWord };

export function readRow(row: Row, context: RowContext): RowParts {
  const { cells, isList } = row;
  const unreadable: Omit<UnreadablePart, 'line'>[] = [];
  const skipped: Omit<SkippedPart, 'line'>[] = [];
  const { parts, beside } = partsOf(row, context);
  for (const text of beside) skipped.push({ text, why: 'column' });
  const isNumeric = ({ word }: CodeWord) => /^\d+$/.test(word);
  const hasProse = parts.some(({ kind }) => kind === 'prose');
  const codes: CodeWord[] = [];
  /** Codes whose text may still come, and text that came before any code. */
  let open: number[] = [];
  let leading = '';
  const hasCodes = parts.some(({ kind }) => kind === 'codes');
  for (const part of parts)
    switch (part.kind) {
      case 'codes':
        // A number of patients, an age, a price: beside a code with a text it is no code of its own.
        if (!isList && hasProse && codes.length > 0 && part.codes.every(isNumeric))
          skipped.push(...part.codes.map(({ word }) => ({ text: word, why: 'number' as const })));
        else {
          if (isList) open = [];
          for (const each of part.codes) {
            if (each.text === '' || isList) open.push(codes.length);
            codes.push(each);
          }
        }
        break;
      case 'prose':
        if (!hasCodes && part.tail) codes.push(part.tail);
        else if (codes.length === 0)
          leading = leading === '' ? part.text : `${leading}, ${part.text}`;
        else
          for (const at of open) {
            const { text } = codes[at]!;
            codes[at] = {
              ...codes[at]!,
              text: text === '' ? part.text : isList ? `${text}, ${part.text}` : text,
            };
          }
        break;
      case 'near':
        unreadable.push({ text: part.text, ...faultOf(part.text, context) });
        break;
      case 'number':
        if (hasCodes) skipped.push({ text: part.text, why: 'number' });
        else unreadable.push({ text: part.text, ...faultOf(part.text, context) });
    }
  if (codes.length === 0 && unreadable.length === 0)
    return {
      codes,
      unreadable: [{ text: cells.join(' '), why: 'no-code', suggestions: [] }],
      skipped: [],
    };
  const named = codes.map((each) => (each.text === '' ? { ...each, text: leading } : each));
  return { codes: named, unreadable, skipped };
}

/** The cells of a row as what they are, and those of columns that hold neither codes nor what they are called. */
function partsOf(
  { cells, isList }: Row,
  { heading, system: above, only, prefer }: RowContext,
): { readonly parts: readonly Part[]; readonly beside: readonly string[] } {
  const columns = heading?.columns;
  const filled = cells.flatMap((text, index) =>
    text === '' ? [] : [{ text, column: columns?.[index] }],
  );
  const ofRow = filled
    .map(({ text, column }) =>
      column === undefined || column.kind === 'system' ? systemNamed(text) : undefined,
    )
    .find((each) => each !== undefined);
  const inRow = only ?? ofRow ?? above;
  const beside: string[] = [];
  let said: string | undefined;
  const parts = filled.flatMap(({ text, column }, index): readonly Part[] => {
    if (column?.kind === 'other') beside.push(text);
    if (column?.kind === 'other' || column?.kind === 'system') return [];
    if (column?.kind === 'text') return [{ kind: 'prose', text }];
    const system = only ?? (column?.kind === 'code' ? column.system : undefined) ?? said ?? inRow;
    const reader = { system, only, prefer, isCodeCell: column?.kind === 'code' || index === 0 };
    const read = readCell(text, reader);
    // `ICPC-2: P70, P20`: the system before the first is that of those behind it too.
    if (isList) said = systemSaid(read) ?? said;
    return read.filter(({ kind }) => kind !== 'system');
  });
  return { parts, beside };
}

interface Reader {
  readonly system: string | undefined;
  readonly only: string | undefined;
  readonly prefer: string | undefined;
  /** Whether what stands here is a code where anything can be. */
  readonly isCodeCell: boolean;
}

/** `P70, P20` are codes each; in `P70 Demens, let` the comma is the text's. */
function readCell(cell: string, reader: Reader): readonly Part[] {
  const pieces = cell.split(/\s*[,+&/|]\s*|\s+(?:og|eller|samt|and|or)\s+/i).filter(Boolean);
  if (pieces.length > 1) {
    let last = reader;
    const parts = pieces.map((piece) => {
      const part = readPiece(piece, last);
      last = { ...last, system: systemSaid([part]) ?? last.system };
      return part;
    });
    const isListed = (part: Part) => part.kind === 'codes' || part.kind === 'near';
    if (parts.every(isListed) && parts.some(({ kind }) => kind === 'codes')) return parts;
  }
  return [readPiece(cell, reader)];
}

/** The system that the text says of the last of its codes. */
function systemSaid(parts: readonly Part[]): string | undefined {
  return parts.flatMap((part) => (part.kind === 'codes' ? part.codes : [])).at(-1)?.system;
}

function readPiece(text: string, reader: Reader): Part {
  const whole = systemNamed(text.replace(/[:.]$/, ''));
  if (whole !== undefined) return { kind: 'system', system: whole };
  const all = wordsIn(text);
  const { system: before, words } = withoutSystem(all);
  const system = reader.only ?? before ?? reader.system;
  const own = { ...reader, system };
  const isAlone = words.length === 1;
  const read = words.map((word) => codeOf(word, { ...own, isCodeCell: own.isCodeCell && isAlone }));
  if (read.length > 0 && read.every((each) => each !== undefined))
    return { kind: 'codes', codes: read };
  const [first] = read;
  if (first) {
    const rest = text.slice(
      text.indexOf(all[all.length - words.length + 1]!, placeAfter(text, first)),
    );
    return { kind: 'codes', codes: [{ ...first, text: bare(rest) }] };
  }
  if (isAlone) {
    const [word = ''] = words;
    if (/^\d+$/.test(word)) return { kind: 'number', text: word };
    if (isNearCode(word)) return { kind: 'near', text: word };
  }
  const tail = words.length > 1 ? codeOf(words.at(-1)!, own) : undefined;
  const isTail = tail !== undefined && /[A-Z]/i.test(tail.word);
  if (!isTail) return { kind: 'prose', text: bare(text) };
  const name = bare(text.slice(0, text.lastIndexOf(tail.word)));
  return { kind: 'prose', text: bare(text), tail: { ...tail, text: name } };
}

function placeAfter(text: string, { word }: CodeWord): number {
  const [beginning = word] = word.split('-');
  return text.indexOf(beginning) + beginning.length;
}

/** Words without the signs around them; a dash, or *til*, between two codes makes them one range. */
function wordsIn(text: string): readonly string[] {
  const words = text
    .replace(/^(?:[-–—•·*▪◦]|\d{1,3}[.)])\s+/, '')
    .split(/\s+/)
    .map((word) => word.replace(/^["'“”„»(\[]+|["'“”»)\],:;.]+$/g, ''))
    .filter(Boolean);
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, dash = '', end = ''] = words.slice(at, at + 3);
    const isRange = /^(?:\p{Pd}|til|to)$/iu.test(dash) && looksLikeEnd(word!) && looksLikeEnd(end);
    joined.push(isRange ? `${word}-${end}` : word!);
    if (isRange) at += 2;
  }
  return joined;
}

function looksLikeEnd(word: string): boolean {
  return word.length <= 8 && /\d/.test(word);
}

/** The name of a system before what is said of it, in one word or two (`SNOMED CT`). */
function withoutSystem(words: readonly string[]): {
  readonly system: string | undefined;
  readonly words: readonly string[];
} {
  for (const count of [2, 1]) {
    const system = words.length > count ? systemNamed(words.slice(0, count).join(' ')) : undefined;
    if (system !== undefined) return { system, words: words.slice(count) };
  }
  return { system: undefined, words };
}

/** A word as a code; undefined of one that is none, as far as its form tells. */
function codeOf(word: string, { system, prefer, isCodeCell }: Reader): CodeWord | undefined {
  const hasDigit = /\d/.test(word);
  if (system !== undefined) {
    const isCode =
      readEntry(system, word).fault === undefined &&
      (hasDigit || (isCodeCell && (word.length === 1 || !hasForm(system))));
    return isCode ? { word, text: '', system, systems: [system] } : undefined;
  }
  const like = systemsLike(word.replace(/[.]?[*%]+$/, ''));
  // `120` is a service where services are asked for.
  const isOfPreferred =
    prefer !== undefined &&
    hasDigit &&
    hasForm(prefer) &&
    readEntry(prefer, word).fault === undefined;
  const systems = isOfPreferred && !like.includes(prefer) ? [...like, prefer] : like;
  return systems.length > 0 ? { word, text: '', systems } : undefined;
}

/** A slip of the pen: a letter or three, and what should be digits. */
function isNearCode(word: string): boolean {
  if (isRangeElsewhere(word)) return true;
  return (
    word.length <= 12 &&
    /\d/.test(word) &&
    /^\p{L}{0,3}[\d.\-OolIi*%?]+\p{L}{0,2}[\d\-*%?]*$/u.test(word)
  );
}

function faultOf(
  word: string,
  { system, prefer }: RowContext,
): Pick<UnreadablePart, 'why' | 'suggestions'> {
  const asked = system ?? prefer;
  if (asked === undefined && isRangeElsewhere(word)) return { why: 'no-ranges', suggestions: [] };
  const read = asked === undefined ? undefined : readEntry(asked, word);
  if (read?.fault !== undefined && (read.suggestions.length > 0 || read.fault !== 'not-a-code'))
    return { why: read.fault, suggestions: read.suggestions };
  const meant = ['ICPC-2', 'ATC', 'NPU'].flatMap((each) => codesMeant(each, normalize(word)));
  return { why: 'not-a-code', suggestions: [...new Set(meant)].slice(0, mostMeant) };
}

const mostMeant = 3;

/** A text without the signs between it and its code. */
function bare(text: string): string {
  const inner = text.replace(/^[\s:;,.\-–—(["'“”»=]+|[\s:;,\-–—(["'“”«=]+$/gu, '').trim();
  // A bracket that was opened within it is closed within it.
  return inner.endsWith(')') && !inner.includes('(') ? inner.slice(0, -1) : inner;
}
