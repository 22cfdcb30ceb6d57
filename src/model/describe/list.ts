import { textIn, type Language, type RecordItem } from '../../profile/index.ts';
import type { RowStatus } from '../list/rows.ts';
import type { PriorityRule } from '../list/types.ts';

/** `2 alvorlige`, `1 markør kan ikke afgøres`, `88 år`: one ground for a place in the list. */
export function describePriority(
  by: Exclude<PriorityRule['by'], 'missing-control'>,
  count: number,
  language: Language,
): string {
  const [one, more] = words[language][by];
  return `${count} ${count === 1 ? one : more}`;
}

/** `uden årskontrol i 17 mdr.`; without a length where there has been none. */
export function describeMissing(
  item: RecordItem,
  length: string | undefined,
  language: Language,
): string {
  const title = textIn(item.title, language).replace(/^(seneste|latest|last) /i, '');
  // An abbreviation keeps its capitals.
  const name = /^\p{Lu}\p{Lu}/u.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1);
  if (language === 'da') return `uden ${name}${length === undefined ? '' : ` i ${length}`}`;
  return `no ${name}${length === undefined ? '' : ` for ${length}`}`;
}

/** `Årskontrol: kan ikke afgøres`. */
export function describeUndecided(title: string, language: Language): string {
  return `${title}: ${words[language].undecided}`;
}

/** How far a patient has come in the round: `følges op`. */
export function nameStatus(status: RowStatus['status'], language: Language): string {
  return words[language][status];
}

/** That a patient was not on the list in the last round. */
export function nameNew(language: Language): string {
  return words[language].came;
}

const words = {
  da: {
    new: 'ikke gennemgået',
    'to-follow-up': 'følges op',
    reviewed: 'gennemgået',
    exempt: 'undtaget',
    came: 'ny siden sidst',
    undecided: 'kan ikke afgøres',
    critical: ['alvorlig', 'alvorlige'],
    warning: ['advarsel', 'advarsler'],
    'undecided-markers': ['markør kan ikke afgøres', 'markører kan ikke afgøres'],
    info: ['oplysning', 'oplysninger'],
    age: ['år', 'år'],
  },
  en: {
    new: 'not reviewed',
    'to-follow-up': 'to follow up',
    reviewed: 'reviewed',
    exempt: 'exempt',
    came: 'new since last time',
    undecided: 'cannot be decided',
    critical: ['critical', 'critical'],
    warning: ['warning', 'warnings'],
    'undecided-markers': ['marker cannot be decided', 'markers cannot be decided'],
    info: ['note', 'notes'],
    age: ['year', 'years'],
  },
} as const;
