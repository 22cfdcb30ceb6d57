/** Which code system a code that was typed or pasted is of, told by its form. */
import {
  hasRanges,
  isHierarchical,
  normalizeCode,
  normalizeSystem,
  parseCodeEntry,
  parseCpr,
  systemOf,
} from '../../record/index.ts';
import { codesMeant, looksLikeCodes } from '../../record/code-shapes.ts';
import { normalize } from '../../record/normalize.ts';

/**
 * Forms by which a code is told, each narrower than what its system allows: `N` may begin codes of ATC, and is one of
 * no list. Of systems that share a form the first is the likelier in general practice.
 */
const forms: readonly (readonly [system: string, form: RegExp])[] = [
  ['ICPC-2', /^[ABDFHKLNPRSTUWXYZ]\d{2}$/],
  ['SKS', /^(?:D[A-Z]\d{2}[\dA-Z]{0,5}|[KBUZ][A-Z]{2,3}\d{1,3}[A-Z]?)$/],
  // Its groups are few, so that most letters with two digits are none of them.
  ['ATC', /^[ABCDGHJLMNPRSV](?:[01]\d|20)(?:[A-Z]{1,2}(?:\d{2})?)?$/],
  ['NPU', /^[A-Z]{3}\d{4,6}$/],
  ['ICD-10', /^[A-Z]\d{2}(?:\.?\d{1,2}[A-Z]?)?$/],
  ['YDELSE', /^\d{4}$/],
  ['LOINC', /^\d{1,5}-\d$/],
  ['SNOMEDCT', /^\d{6,18}$/],
];

/** The systems that a code, or a range of codes, may be of by its form, the likeliest first; none of what is no code. */
export function systemsLike(text: string): readonly string[] {
  if (!/\d/.test(text)) return [];
  const normal = normalize(text);
  if (normal.length > longestCode) return [];
  return forms.flatMap(([system, form]) => {
    const own = systemOf(system)?.dropsDots ? normal.replaceAll('.', '') : normal;
    const entry = wholeRange(system, own);
    const ends = hasRanges(system) && !form.test(entry) ? entry.split('-') : [entry];
    return ends.length <= 2 && ends.every((end) => form.test(end)) ? [system] : [];
  });
}

/** Whether a text is two codes with a hyphen between, of a system that has no ranges (`NPU27300-NPU27310`). */
export function isRangeElsewhere(text: string): boolean {
  const ends = normalize(text).split('-');
  return (
    ends.length === 2 &&
    forms.some(([system, form]) => !hasRanges(system) && ends.every((end) => form.test(end)))
  );
}

const longestCode = 60;

/** Whether a text holds ten digits that are a CPR number, with or without a hyphen. */
export function hasCpr(text: string): boolean {
  return (text.match(/(?<!\d)\d{6}[\p{Pd}\s]?\d{4}(?!\d)/gu) ?? []).some(
    (number) => parseCpr(number).kind === 'cpr',
  );
}

/** Whether codes of a system are told by their form. */
export function hasForm(system: string): boolean {
  const own = normalizeSystem(system);
  return forms.some(([each]) => each === own);
}

/** What an entry of a code set can be faulted for. */
export type EntryFault =
  /** It is a CPR number, or holds one: a profile is shared, and nobody's number belongs in it. */
  | 'cpr'
  | 'not-a-code'
  /** It looks like one of another system. */
  | 'other-system'
  | 'no-ranges'
  | 'range-turned'
  | 'no-wildcards';

export type ReadEntry =
  | { readonly entry: string; readonly fault?: undefined }
  | { readonly fault: EntryFault; readonly suggestions: readonly string[] };

/**
 * Reads what somebody typed as an entry of a system's code set: dashes of any kind, lower case, space around, a star
 * behind what stands for all below it (`N05A*`), and a range whose end is cut short (`P70-75`).
 */
export function readEntry(system: string, typed: string): ReadEntry {
  if (hasCpr(typed)) return faulty('cpr');
  const own = normalizeSystem(system);
  const normal = normalize(typed);
  const bare = isHierarchical(own) ? normal.replace(/[.]?[*%]+$|-$/, '') : normal;
  if (/[*%?]/.test(bare)) return faulty('no-wildcards');
  const entry = wholeRange(own, bare);
  const parsed = parseCodeEntry(own, entry);
  if (!parsed) return faulty(...faultOf(own, entry));
  const codes = 'code' in parsed ? [parsed.code] : [parsed.from, parsed.to];
  const wrong = codes.find((code) => !looksLikeCodes(own, code));
  const like = systemsLike(entry);
  // A code that is just like one of another system, and not of this one, was meant as that.
  const isForeign = wrong !== undefined || (hasForm(own) && !like.includes(own));
  if (isForeign && like.length > 0) return faulty('other-system', like);
  if (wrong !== undefined)
    return faulty('not-a-code', codes.length === 1 ? codesMeant(own, wrong) : []);
  if (!hasRanges(own) && isRangeElsewhere(entry)) return faulty('no-ranges');
  return { entry: systemOf(own)?.digits === undefined ? entry : codes.join('-') };
}

function faulty(fault: EntryFault, suggestions: readonly string[] = []): ReadEntry {
  return { fault, suggestions };
}

/** `P70-75` is `P70-P75`: an end without its beginning has that of the other. */
function wholeRange(system: string, entry: string): string {
  if (!hasRanges(system)) return entry;
  const [, from = '', to = ''] = /^([A-Z]+\d[\dA-Z.]*)-(\d+)$/.exec(entry) ?? [];
  if (from === '' || to.length >= from.length) return entry;
  return `${from}-${from.slice(0, from.length - to.length)}${to}`;
}

function faultOf(
  system: string,
  entry: string,
): readonly [fault: EntryFault, suggestions?: readonly string[]] {
  const [from = '', to = '', ...more] = entry.split('-').map((part) => normalizeCode(system, part));
  const isTurned =
    more.length === 0 &&
    from.length === to.length &&
    to !== '' &&
    parseCodeEntry(system, `${to}-${from}`);
  return isTurned ? ['range-turned', [`${to}-${from}`]] : ['not-a-code', codesMeant(system, entry)];
}
