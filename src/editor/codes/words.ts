/** What places, systems and codes are called. */
import type { Ui } from '../ui.ts';
import { textIn } from '../../i18n/language.ts';
import { keysOf, valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { looksLikeCode, looksLikeCodes } from '../../record/code-shapes.ts';
import { codeSystems, normalizeEntry, normalizeSystem, systemOf } from '../../record/index.ts';

/** The name of a system as it is written for people. */
export function titleOf(system: string): string {
  return systemOf(normalizeSystem(system))?.title ?? system;
}

/** The systems that a new set may be of, by their one name. */
export const systemNames: readonly string[] = codeSystems.map(({ name }) => name);

/** An id of a place in the element: `what` tells several of it apart. */
export function idOf(place: string, what: string): string {
  const name = place.replaceAll(
    /[^\p{L}\d]/gu,
    (character) => `_${character.codePointAt(0)!.toString(16)}_`,
  );
  return `codes-${what}-${name}`;
}

/** A text of the document in the reader's language; empty of what is none. */
export function localTextOf(value: unknown, { language }: Ui): string {
  if (!isObject(value) || typeof value.da !== 'string') return '';
  return textIn(
    typeof value.en === 'string' ? { da: value.da, en: value.en } : { da: value.da },
    language,
  );
}

/** What a place in the document is called: *Markør: Antipsykotika ved demens*. */
export function placeWords(document: unknown, place: string, ui: Ui): string {
  const words = ui.texts.editorCodes;
  const [section = '', entry = ''] = keysOf(place);
  if (section === 'population')
    return words.population[entry === 'exclude' ? 'exclude' : 'include'];
  const value = valueAt(document, [section, entry]);
  const title = localTextOf(isObject(value) ? value.title : undefined, ui);
  const id = isObject(value) && typeof value.id === 'string' ? value.id : entry;
  const sort = Object.hasOwn(words.places, section)
    ? words.places[section as keyof typeof words.places]
    : section;
  return `${sort}: ${title === '' ? id : title}`;
}

/** Whether an entry is the beginning of codes, which no system names (`P7`). */
export function isBeginning(system: string, entry: string): boolean {
  const own = normalizeSystem(system);
  const code = normalizeEntry(own, entry);
  return !looksLikeCode(own, code) && looksLikeCodes(own, code);
}
