/** What a marker is called, with the patient's own number or how long it has been so. */
import { markerTitlePhrases } from '../i18n/phrases/marker-title.ts';
import type { Language } from '../profile/index.ts';
import type { DecidingNumber } from './deciding-number.ts';
import type { MarkerView } from './marker-view.ts';

type Titled = Pick<MarkerView, 'found' | 'length' | 'short' | 'title'>;

/** In a word or two, for a chip: `LDL 3,1`, `Metformin ved eGFR 26`, `Kvetiapin 8 mdr.`. */
export function shortTitle({ short, length, found }: Titled, language: Language): string {
  return [found ? shortWith(short, found, language) : short, length].filter(Boolean).join(' ');
}

/** In all its words: `LDL over behandlingsmål: 3,1`. */
export function longTitle({ title, length, found }: Titled, language: Language): string {
  const told = found ? longWith(title, found, language) : title;
  return length === undefined ? told : `${told}, ${length}`;
}

function shortWith(title: string, found: DecidingNumber, language: Language): string {
  const name = namedIn(title, found);
  if (name === undefined) return withName(title, found, language);
  const { value } = found;
  const [before, after] = aroundName(title, name)!;
  // The patient's number says more than the limit that it is beyond.
  if (before === '' && isLimit(after)) return `${title.slice(0, name.length)} ${value}`;
  return /\d/.test(after) ? `${title}: ${value}` : `${title} ${value}`;
}

function longWith(title: string, found: DecidingNumber, language: Language): string {
  return namedIn(title, found) === undefined
    ? withName(title, found, language)
    : `${title}: ${found.value}`;
}

function withName(title: string, found: DecidingNumber, language: Language): string {
  const { isBesideTreatment, names, value } = found;
  const told = `${names[0]} ${value}`;
  return isBesideTreatment && /^\p{L}+$/u.test(title)
    ? markerTitlePhrases[language].treatedAt(title, told)
    : `${title} (${told})`;
}

/** The name by which a title says what was measured; none where it says that of others too. */
function namedIn(title: string, { names, others }: DecidingNumber): string | undefined {
  const name = names.find((each) => aroundName(title, each) !== undefined);
  if (name === undefined) return undefined;
  const own = new Set(wordsOf(name));
  const words = new Set(wordsOf(title).filter((word) => !own.has(word)));
  return others.some((other) => wordsOf(other).some((word) => words.has(word))) ? undefined : name;
}

/** What stands before and after a name in a title; undefined where it is not there as whole words. */
function aroundName(title: string, name: string): readonly [string, string] | undefined {
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return undefined;
  const [before, after] = [title.slice(0, at), title.slice(at + name.length)];
  return /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)
    ? undefined
    : [before, after];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
}

/** `< 30`, `≥ 1,8`, `59–70`, `< 50 %`. */
function isLimit(text: string): boolean {
  return /^\s*[<>≤≥]?\s*\d[\d.,]*(?:\s*[–-]\s*\d[\d.,]*)?(?:\s*%)?\s*$/u.test(text);
}
