/** No two columns, or lines of a table, of one title. */
import { sentence } from '../../../i18n/language.ts';
import { viewPhrases } from '../../../i18n/phrases/view.ts';
import { typeTitle } from '../../../i18n/record-types.ts';
import { textIn, type Language } from '../../../profile/index.ts';
import type { Column } from './types.ts';

/** A title of a profile's, and the heading of its kind; of our own titles, which stay as they are, there is none. */
export interface Titled {
  readonly title: string;
  readonly heading?: string | undefined;
}

/**
 * Tells apart what has the same title, whatever its case, by the heading of its kind: `NSAID (Medicin)` and
 * `NSAID (Markører)`; what is of one kind by a number too.
 */
export function distinctTitles(all: readonly Titled[]): readonly string[] {
  const keyOf = (title: string) => title.trim().toLowerCase();
  const times = new Map<string, number>();
  for (const { title } of all) times.set(keyOf(title), (times.get(keyOf(title)) ?? 0) + 1);
  const taken = new Set(
    all.flatMap(({ title, heading }) =>
      heading === undefined || times.get(keyOf(title)) === 1 ? [keyOf(title)] : [],
    ),
  );
  return all.map(({ title, heading }) => {
    if (heading === undefined || times.get(keyOf(title)) === 1) return title;
    let distinct = `${title} (${heading})`;
    for (let number = 2; taken.has(keyOf(distinct)); number++)
      distinct = `${title} (${heading} ${number})`;
    taken.add(keyOf(distinct));
    return distinct;
  });
}

/**
 * The titles of a list's columns, by their ids.
 *
 * @param ownTitleOf Names a column that is no item's.
 */
export function columnTitles(
  columns: readonly Column[],
  ownTitleOf: (column: Column) => string,
  language: Language,
): ReadonlyMap<string, string> {
  const titles = distinctTitles(
    columns.map((column) =>
      column.item
        ? {
            title: textIn(column.item.title, language),
            heading: typeTitle(column.item.type, language),
          }
        : { title: ownTitleOf(column) },
    ),
  );
  return new Map(columns.map(({ id }, at) => [id, titles[at]!]));
}

/** What groups by a column are called: of why a row comes first, its gravest marker is asked for. */
export function groupTitle({ kind }: Column, title: string, language: Language): string {
  return kind === 'reasons' ? sentence(viewPhrases[language].gravestMarker) : title;
}
