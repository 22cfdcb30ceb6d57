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

/**
 * The first of some things in words, and how many more there are.
 *
 * @param beside How many there are besides.
 */
export function inFew<Item>(
  items: readonly Item[],
  most: number,
  describe: (item: Item) => string,
  language: Language,
  beside = 0,
): readonly string[] {
  const shown = items.slice(0, most).map(describe);
  const more = items.length - shown.length + beside;
  return more > 0 ? [...shown, andMore(more, language)] : shown;
}

/** Records that are the reason for something, in words: of very many the newest. */
export function proofsInFew(
  records: readonly ClinicalRecord[],
  describe: (record: ClinicalRecord) => string,
  language: Language,
): readonly string[] {
  if (records.length <= mostProofs) return records.map(describe);
  const more = andMore(records.length - mostProofs, language);
  return [...newestOf(records, mostProofs).map(describe), more];
}

/** So many of some records, the newest first; of the same day the one that comes last. */
function newestOf(records: readonly ClinicalRecord[], most: number): readonly ClinicalRecord[] {
  const newest: ClinicalRecord[] = [];
  for (let at = records.length - 1; at >= 0; at--) {
    const record = records[at]!;
    const day = firstDay(record);
    if (newest.length === most && firstDay(newest[most - 1]!) >= day) continue;
    let place = newest.length;
    while (place > 0 && firstDay(newest[place - 1]!) < day) place--;
    newest.splice(place, 0, record);
    newest.length = Math.min(newest.length, most);
  }
  return newest;
}
