import { textIn, type Language, type RecordItem } from '../../profile/index.ts';
import type { PriorityRule } from '../list/types.ts';

/** `2 alvorlige`, `1 kan ikke afgøres`, `88 år`: one ground for a place in the list. */
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

const words = {
  da: {
    critical: ['alvorlig', 'alvorlige'],
    warning: ['advarsel', 'advarsler'],
    'undecided-markers': ['kan ikke afgøres', 'kan ikke afgøres'],
    info: ['oplysning', 'oplysninger'],
    age: ['år', 'år'],
  },
  en: {
    critical: ['critical', 'critical'],
    warning: ['warning', 'warnings'],
    'undecided-markers': ['cannot be decided', 'cannot be decided'],
    info: ['note', 'notes'],
    age: ['year', 'years'],
  },
} as const;
