/** In which order the lists stand: those with the most to be done first, or by what the user has chosen. */
import { textIn, type Language, type StartList } from '../../../model/index.ts';
import { textComparer } from '../../../i18n/numbers.ts';

/** What the lists can be sorted by. */
export type StartColumn = 'list' | 'members' | 'grave' | 'came' | 'reviewed' | 'round' | 'last';

export interface StartSort {
  readonly column: StartColumn;
  readonly descending: boolean;
}

/** A column is first sorted the way that is asked for most: numbers from the greatest, what is unfinished first. */
const ascendingFirst: readonly StartColumn[] = ['list', 'reviewed'];

/** Sorts by a column; the same again turns it round, and a third time lets go of it. */
export function nextSort(sort: StartSort | undefined, column: StartColumn): StartSort | undefined {
  const descending = !ascendingFirst.includes(column);
  if (sort?.column !== column) return { column, descending };
  return sort.descending === descending ? { column, descending: !descending } : undefined;
}

/** Title of a list, as far as it can be read. */
export function titleOf({ id, profile, title }: StartList, language: Language): string {
  return profile ? textIn(profile.title, language) : (title ?? id);
}

/** Ids of the lists in their order. Equals stand as the host gave them. */
export function inOrder(
  lists: readonly StartList[],
  sort: StartSort | undefined,
  language: Language,
): readonly string[] {
  const compareText = textComparer(language);
  const compare = (a: StartList, b: StartList): number => {
    if (!sort) return compareKeys(needOf(a), needOf(b));
    const sign = sort.descending ? -1 : 1;
    if (sort.column === 'list')
      return sign * compareText(titleOf(a, language), titleOf(b, language));
    const [one, other] = [valueOf(a, sort.column), valueOf(b, sort.column)];
    // What nobody knows comes last either way.
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return sign * (one < other ? -1 : one > other ? 1 : 0);
  };
  return [...lists].sort(compare).map(({ id }) => id);
}

/** The greater the need, the smaller each of them: serious ones that nobody has looked at, then the rest of the work. */
function needOf({ figures, round }: StartList): readonly number[] {
  if (!figures) return [1];
  const { grave } = figures;
  const left = (level: string) => (grave?.level === level ? -(grave.left ?? grave.yes) : 0);
  return [
    0,
    left('critical'),
    Number(!round.isDue),
    left('warning'),
    -round.counts.new - round.counts['to-follow-up'],
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at < 0 ? 0 : a[at]! - (b[at] ?? 0);
}

function valueOf(
  { figures, round }: StartList,
  column: Exclude<StartColumn, 'list'>,
): number | string | undefined {
  const isKnown = round.phase === 'ready';
  switch (column) {
    case 'members':
      return figures?.population.yes;
    case 'grave':
      return figures?.grave?.level === 'critical' ? figures.grave.yes : undefined;
    case 'came':
      return figures?.came?.yes;
    case 'reviewed':
      return isKnown && round.all > 0 ? round.counts.reviewed / round.all : undefined;
    case 'round':
      return round.current?.began;
    case 'last':
      return round.last?.finished;
  }
}
