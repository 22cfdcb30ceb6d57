/** What is known of each item of a profile, of how many, and why no more is. */
import type { Cell, Population } from '../../engine/index.ts';
import type { InformationItem } from '../../profile/index.ts';
import { itemColumnId } from '../list/columns/types.ts';
import type { Filter } from '../list/types.ts';
import { ReasonGroups } from './reasons.ts';
import { emptyShare, type ItemQuality } from './types.ts';

export function assessItem(item: InformationItem, population: Population): ItemQuality {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  const incomplete: string[] = [];
  const because = new ReasonGroups();
  const incompleteBecause = new ReasonGroups();
  population.column(item.id).forEach(({ state, unknownReasons }, index) => {
    counts[state]++;
    const id = population.members[index]!;
    if (state === 'unknown') because.add(id, unknownReasons);
    if (state !== 'value' || unknownReasons.length === 0) return;
    incomplete.push(id);
    incompleteBecause.add(id, unknownReasons);
  });
  const asked = counts.value + counts.none + counts.unknown;
  const share = asked > 0 ? counts.value / asked : undefined;
  const filter = (state: Cell['state']): Filter => ({
    columnId: itemColumnId(item.id),
    states: [state],
  });
  return {
    item,
    counts,
    because: because.sorted,
    incomplete,
    incompleteBecause: incompleteBecause.sorted,
    share,
    gap: gapOf(item, counts, asked),
    filters: {
      value: filter('value'),
      none: filter('none'),
      unknown: filter('unknown'),
      'not-asked': filter('not-asked'),
    },
  };
}

function gapOf(
  { type }: InformationItem,
  { value, unknown }: ItemQuality['counts'],
  asked: number,
): ItemQuality['gap'] {
  if (asked === 0) return undefined;
  if (asked - unknown <= emptyShare * asked) return 'undecided';
  const isMeasured = type === 'result' || type === 'patient';
  return isMeasured && value < emptyShare * asked ? 'missing' : undefined;
}
