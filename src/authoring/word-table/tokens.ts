/** The codes, the names of systems and the joining words in a text. */
import {
  isHierarchical,
  normalizeCode,
  normalizeSystem,
  type RecordType,
} from '../../record/index.ts';
import { looksLikeCode, looksLikeCodes } from '../../record/code-shapes.ts';

export type Token =
  | { readonly kind: 'system'; readonly system: string | undefined; readonly type?: RecordType }
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly to?: string;
      readonly isBroad: boolean;
    }
  | { readonly kind: 'except' }
  | { readonly kind: 'text'; readonly text: string };

const heading =
  /(?<![\p{L}\d])(?:(?<icpc>icpc(?:[- ]?2)?(?:[- ]?(?:dk|e))?)|(?<atc>atc)|(?<icd>icd[- ]?10)|(?<sks>sks(?:-d)?)|(?<npu>npu|mcs|dnk|(?:prøve|analyse|lab(?:oratorie)?)[- ]?kode[rn]?)|(?<loinc>loinc)|(?<snomed>snomed(?:[- ]?ct)?)|(?<ydelse>ydelse(?:r|s?[- ]?(?:kode[rn]?|nummer|numre|nr))?)|(?<diagnosis>diagnose[- ]?kode[rn]?)|(?<medication>(?:lægemiddel|medicin)[- ]?kode[rn]?))(?:[- ]?(?:kode[rn]?|codes?))?\s?(?:\((?:r|er|rne|s)\))?(?![\p{L}\d])\s?:?/giu;
const code =
  /(?<![\p{L}\d])(?<code>[A-ZÆØÅ]{1,5}\d[A-ZÆØÅ\d]{0,12}(?:\.\d{1,4})?|\d{3,18})(?<broad>\*|\.\*|\.{3}|…)?(?:\s?(?:[-–—]|til|to)\s?(?<to>[A-ZÆØÅ]{0,5}\d[A-ZÆØÅ\d]{0,12}(?:\.\d{1,4})?))?(?![\p{L}\d])/gu;
/** Codes in small letters, of forms that no word has. */
const smallCode =
  /(?<![\p{L}\d])(?:[a-z]\d{2}|[a-z]\d{2}[a-z]{1,2}(?:\d{2})?|(?:npu|mcs|dnk)\d{5}|d[a-z]\d{2,4})(?![\p{L}\d])/gu;
const except =
  /(?<![\p{L}\d])(?:undtagen|undtaget|fraregnet|ekskl(?:\.|usive|uderet)?|bortset fra|minus|except|excluding)(?![\p{L}\d])\s?:?/giu;

const systems: Readonly<Record<string, string>> = {
  ...{ icpc: 'ICPC-2', atc: 'ATC', icd: 'ICD-10', sks: 'SKS', npu: 'NPU', loinc: 'LOINC' },
  ...{ snomed: 'SNOMEDCT', ydelse: 'YDELSE' },
};

/** Reads a line from left to right. */
export function tokensOf(line: string): readonly Token[] {
  const found: { at: number; end: number; token: Token }[] = [];
  const add = (at: number, length: number, token: Token) =>
    void found.push({ at, end: at + length, token });
  for (const match of line.matchAll(heading)) {
    const [name = ''] = Object.entries(match.groups ?? {}).find(([, text]) => text) ?? [];
    const type = name === 'diagnosis' || name === 'medication' ? name : undefined;
    add(match.index, match[0].length, {
      kind: 'system',
      system: systems[name],
      ...(type ? { type } : {}),
    });
  }
  for (const match of line.matchAll(except)) add(match.index, match[0].length, { kind: 'except' });
  for (const match of line.matchAll(code)) {
    const { code: text = '', to, broad } = match.groups ?? {};
    add(match.index, match[0].length, {
      kind: 'code',
      code: text,
      ...(to === undefined ? {} : { to: wholeEnd(text, to) }),
      isBroad: broad !== undefined,
    });
  }
  for (const match of line.matchAll(smallCode))
    add(match.index, match[0].length, {
      kind: 'code',
      code: match[0].toUpperCase(),
      isBroad: false,
    });
  // Of two at one place the name of a system, which comes first here, is meant.
  found.sort((a, b) => a.at - b.at);
  const tokens: Token[] = [];
  let at = 0;
  const addText = (until: number) => {
    const text = line.slice(at, until).replace(/^[\s,;:.()/|+&–—-]+|[\s,;:.()/|+&–—-]+$/gu, '');
    if (text !== '' && !/^(?:og\s*\/\s*eller|og|eller|samt|and|or)$/iu.test(text))
      tokens.push({ kind: 'text', text });
  };
  for (const { at: start, end, token } of found) {
    if (start < at) continue;
    addText(start);
    tokens.push(token);
    at = end;
  }
  addText(line.length);
  return tokens;
}

/** `L72-76` goes to L76. */
function wholeEnd(from: string, to: string): string {
  if (!/^\d+$/u.test(to) || /^\d+$/u.test(from)) return to;
  const digits = /\d+$/u.exec(from)?.[0] ?? '';
  return digits.length >= to.length ? from.slice(0, from.length - to.length) + to : to;
}

/** Whether a line says nothing but systems and codes. */
export function isCodesAlone(line: string): boolean {
  const tokens = tokensOf(line);
  return (
    tokens.length > 0 &&
    tokens.every(({ kind }) => kind !== 'text') &&
    tokens.every((each) => each.kind !== 'code' || /^\p{L}/u.test(each.code) || tokens.length > 1)
  );
}

/** Whether a code is one of a system, written in full. */
export function fits(system: string, given: string): boolean {
  const own = normalizeSystem(system);
  const text = normalizeCode(own, given);
  if (own === 'ICPC-2' && isAtcOnly(text)) return false;
  if (own === 'ICD-10') return /^[A-Z]{1,2}\d{2}/u.test(text);
  if (own === 'LOINC') return /^\d{1,7}-\d$/u.test(text);
  if (own === 'SNOMEDCT') return /^\d{6,18}$/u.test(text);
  return isHierarchical(own) ? looksLikeCodes(own, text) : looksLikeCode(own, text);
}

/** `N06D`: a group of ATC, which might as well be a code of ICPC with letters of some extension. */
function isAtcOnly(text: string): boolean {
  return /^[A-Z]\d{2}[A-Z]/u.test(text) && looksLikeCode('ATC', text);
}

/** The systems of each type's records, as far as a code without one is read by its look. */
const systemsByType: Partial<Record<RecordType, readonly string[]>> = {
  diagnosis: ['ICPC-2', 'SKS'],
  medication: ['ATC'],
  vaccination: ['ATC'],
  result: ['NPU'],
  service: ['YDELSE'],
};

/**
 * The systems that a code without one may be of.
 * @param type What the row is about, where it says so.
 */
export function systemsMeant(given: string, type: RecordType | undefined): readonly string[] {
  const asked = type ? (systemsByType[type] ?? []) : ['ICPC-2', 'ATC', 'NPU', 'SKS'];
  const likely = asked.filter(
    (system) =>
      looksLikeCode(system, normalizeCode(system, given)) &&
      !(system === 'ICPC-2' && isAtcOnly(given)),
  );
  // An analysis code begins with three letters, and so might a code of SKS.
  if (likely.includes('NPU')) return ['NPU'];
  // The groups of ATC are numbered to 20: what is higher is a code of ICPC.
  const isHigh = /^[A-Z]\d{2}$/u.test(given) && Number(given.slice(1)) > highestGroup;
  return isHigh ? likely.filter((each) => each !== 'ATC') : likely;
}

const highestGroup = 20;
