/**
 * However many entries a patient has, what is drawn of them has a bound: so many, the newest, and in words how many
 * the others are. All of them stand in the cockpit's history.
 */
import { firstDay } from '../engine/index.ts';
import { formatCount } from '../i18n/numbers.ts';
import type { Language } from '../i18n/language.ts';
import { recordPhrases } from '../i18n/phrases/records.ts';
import type { ClinicalRecord } from '../record/index.ts';

/** Things in a cell. */
export const mostParts = 50;

/** Lines of a cell's tooltip, of what opens in its place, and of what is printed of it. */
export const mostLines = 200;

/** Records that are named as the reason for something. */
export const mostProofs = 20;

/** Reasons for which something cannot be decided. */
export const mostReasons = 50;

/** Says that there are more than are told: `og 750 flere`. */
export function andMore(more: number, language: Language): string {
  return recordPhrases[language].andMore(formatCount(more, language));
}

/** The first of some things in words, and how many more there are. */
export function inFew<Item>(
  items: readonly Item[],
  most: number,
  describe: (item: Item) => string,
  language: Language,
): readonly string[] {
  if (items.length <= most) return items.map(describe);
  return [...items.slice(0, most).map(describe), andMore(items.length - most, language)];
}

/** Records that are the reason for something, in words: of very many the newest. */
export function proofsInFew(
  records: readonly ClinicalRecord[],
  describe: (record: ClinicalRecord) => string,
  language: Language,
): readonly string[] {
  if (records.length <= mostProofs) return records.map(describe);
  const newest = [...records].sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1));
  return inFew(newest, mostProofs, describe, language);
}
