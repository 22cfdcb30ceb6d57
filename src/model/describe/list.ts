import { textIn, type Language } from '../../i18n/language.ts';
import { plural } from '../../i18n/numbers.ts';
import { severityPhrases } from '../../i18n/phrases/severity.ts';
import { listPhrases } from '../../i18n/phrases/list.ts';
import type { RecordItem } from '../../profile/index.ts';
import type { PriorityRule, RowStatus } from '../list/types.ts';
import { markerLevels, type MarkerCounts } from '../marker-counts.ts';

/** `2 alvorlige`, `1 markør kan ikke afgøres`, `88 år`: one ground for a place in the list. */
export function describePriority(
  by: Exclude<PriorityRule['by'], 'missing-control'>,
  count: number,
  language: Language,
): string {
  return by === 'age'
    ? `${count} ${listPhrases[language].age[count === 1 ? 0 : 1]}`
    : plural(count, listPhrases[language][by], language);
}

/** `1 alvorlig`, `2 obs.`, `1 info`, `3 kan ikke afgøres`: each where there is any, the gravest first. */
export function describeMarkerCounts(counts: MarkerCounts, language: Language): readonly string[] {
  return [...markerLevels, 'undecided' as const]
    .filter((level) => counts[level] > 0)
    .map((level) => describeMarkerCount(level, counts[level], language));
}

/** `2 alvorlige`, `3 kan ikke afgøres`: so many markers of one level. */
export function describeMarkerCount(
  level: keyof MarkerCounts,
  count: number,
  language: Language,
): string {
  const { counted, undecided } = severityPhrases[language];
  return plural(count, level === 'undecided' ? [undecided, undecided] : counted[level], language);
}

/** `uden årskontrol i 17 mdr.`; without a length where there has been none. */
export function describeMissing(
  item: RecordItem,
  length: string | undefined,
  language: Language,
): string {
  return listPhrases[language].without(nameControl(textIn(item.title, language)), length);
}

/** What a control is called inside a sentence: `årskontrol` of the item `Seneste årskontrol`. */
export function nameControl(title: string): string {
  const name = title.replace(/^(seneste|latest|last) /i, '');
  // An abbreviation keeps its capitals.
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** `Årskontrol: kan ikke afgøres`. */
export function describeUndecided(title: string, language: Language): string {
  return `${title}: ${listPhrases[language].undecided}`;
}

/** What else a patient is on: `Også på 3 andre lister: KOL, Demens, Sårbare`. */
export function describeOthers(lists: readonly string[], language: Language): string {
  return `${listPhrases[language].alsoOn(lists.length)}: ${lists.join(', ')}`;
}

/** How far a patient has come in the round: `følges op`. */
export function nameStatus(status: RowStatus['status'], language: Language): string {
  return listPhrases[language][status];
}

/** That nobody knows yet how far a patient has come in the round. */
export function nameStatusUnknown(language: Language): string {
  return listPhrases[language].statusUnknown;
}

/** That a patient was not on the list in the last round. */
export function nameNew(language: Language): string {
  return listPhrases[language].came;
}
