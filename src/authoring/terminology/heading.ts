/** The rows of a pasted table that hold no codes, and say what stands in its columns. */
import { codeSystems, normalizeSystem, systemOf } from '../../record/index.ts';
import { normalize } from '../../record/normalize.ts';
import type { Row } from './cells.ts';
import { systemsLike } from './guess.ts';

/** What a heading says: the system of what follows, or of each column what stands in it. */
export interface Heading {
  readonly system?: string;
  readonly columns?: readonly Column[];
}

export type Column =
  | { readonly kind: 'code'; readonly system?: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'system' }
  | { readonly kind: 'other' };

const codeWords = new Set([
  ...['KODE', 'KODER', 'CODE', 'CODES', 'KODENR', 'KODENUMMER', 'DIAGNOSEKODE', 'ATCKODE'],
  ...['ICPC-KODE', 'ICPCKODE', 'ATC-KODE', 'SKS-KODE', 'SKSKODE', 'YDELSESKODE', 'NPU-KODE'],
]);
const textWords = new Set([
  ...['NAVN', 'TEKST', 'BETEGNELSE', 'BESKRIVELSE', 'DIAGNOSE', 'KODETEKST', 'TITEL'],
  ...['NAME', 'TEXT', 'TERM', 'DESCRIPTION', 'DISPLAY', 'LABEL', 'TITLE', 'LÆGEMIDDEL'],
]);
const systemWords = new Set([
  'SYSTEM',
  'KODESYSTEM',
  'CODESYSTEM',
  'KLASSIFIKATION',
  'TERMINOLOGY',
]);

/** What a row says as a heading; undefined of a row with codes, and of prose. */
export function headingOf({ cells }: Row): Heading | undefined {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 1) {
    const system = systemNamed(filled[0]!.replace(/[:.]$/, ''));
    return system === undefined ? undefined : { system };
  }
  const columns = cells.map(columnOf);
  const isHeading =
    columns.some(({ kind }) => kind === 'code') && cells.every((cell) => !isCodeLike(cell));
  return isHeading ? { columns } : undefined;
}

function columnOf(cell: string): Column {
  const word = normalize(cell).replace(/[:.]$/, '');
  const system = systemNamed(cell);
  if (system !== undefined) return { kind: 'code', system };
  if (codeWords.has(word)) {
    const [beginning] = codeSystems.filter(({ name, aliases }) =>
      [name, ...aliases].some((each) => word.startsWith(normalize(each))),
    );
    return { kind: 'code', ...(beginning ? { system: beginning.name } : {}) };
  }
  if (textWords.has(word)) return { kind: 'text' };
  return { kind: systemWords.has(word) ? 'system' : 'other' };
}

function isCodeLike(cell: string): boolean {
  return systemNamed(cell) === undefined && systemsLike(cell).length > 0;
}

/** The one name of a known system that a text is the name of, and nothing else. */
export function systemNamed(text: string): string | undefined {
  if (text.length > longestName) return undefined;
  const name = normalizeSystem(text);
  return systemOf(name)?.name;
}

/** No system has a longer name. */
const longestName = 80;
