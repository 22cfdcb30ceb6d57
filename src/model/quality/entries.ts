/** What is known of each item and each marker of a profile, of how many. */
import type { Cell, Population } from '../../engine/index.ts';
import type { InformationItem, Marker } from '../../profile/index.ts';
import { itemColumnId } from '../list/columns/types.ts';
import type { Filter } from '../list/types.ts';
import { emptyShare, type ItemQuality, type MarkerQuality } from './types.ts';

export function assessItem(item: InformationItem, population: Population): ItemQuality {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  const incomplete: string[] = [];
  population.column(item.id).forEach(({ state, unknownReasons }, index) => {
    counts[state]++;
    if (state === 'value' && unknownReasons.length > 0) incomplete.push(population.members[index]!);
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
    incomplete,
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

export function assessMarker(marker: Marker, population: Population): MarkerQuality {
  const truths = population.markerTruths(marker.id);
  return {
    marker,
    set: population.members.filter((_, index) => truths[index] === 'yes'),
    undecided: population.members.filter((_, index) => truths[index] === 'unknown'),
  };
}
