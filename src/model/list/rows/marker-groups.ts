/** Rows by the gravest marker that each has for certain. */
import type { Steps } from '../../../engine/index.ts';
import type { MarkerLevel } from '../../../profile/index.ts';
import { markerLevels } from '../../marker-counts.ts';
import { maybe, yes } from '../column-index/types.ts';
import type { MarkerFlag } from '../flags.ts';
import type { RowGroup, RowGroups } from './groups.ts';

/** What markers are called by how grave they are, and the groups of those who have none for certain. */
export interface MarkerGroupNames {
  readonly levels: Readonly<Record<MarkerLevel, string>>;
  readonly undecided: string;
  readonly none: string;
}

/**
 * A group for each marker, the gravest first, those of one level as the profile has them; markers of one level that
 * are called the same make one group. Who may be graver than what is certain stands in a group of its own, after the
 * gravest markers: danger is not ruled out there. Who has none stands last.
 */
export function* markerGroupsInSteps(
  markers: readonly MarkerFlag[],
  size: number,
  { levels, undecided, none }: MarkerGroupNames,
): Steps<RowGroups> {
  const groups: RowGroup[] = [];
  const of = new Uint32Array(size);
  const isOpen = new Uint8Array(size).fill(1);
  const doubtful: number[] = [];
  const [gravest] = markerLevels;
  let undecidedAt = 0;
  for (const level of markerLevels) {
    const own = markers.filter((each) => each.level === level);
    const places = new Map<string, number>();
    for (const { id, title, truths } of own) {
      const key = title.trim().toLowerCase();
      const place = places.get(key) ?? groups.length;
      if (!places.has(key)) {
        places.set(key, place);
        groups.push({ id: `marker:${id}`, title, grave: { level, said: levels[level] } });
      }
      for (let row = 0; row < size; row++)
        if (isOpen[row] === 1 && truths[row] === yes) {
          of[row] = place;
          isOpen[row] = 0;
        }
      yield;
    }
    for (const { truths } of own) {
      for (let row = 0; row < size; row++)
        if (isOpen[row] === 1 && truths[row] === maybe) {
          doubtful.push(row);
          isOpen[row] = 0;
        }
      yield;
    }
    if (level === gravest) {
      undecidedAt = groups.length;
      groups.push({ id: 'undecided', title: undecided });
    }
  }
  for (const row of doubtful) of[row] = undecidedAt;
  for (let row = 0; row < size; row++) if (isOpen[row] === 1) of[row] = groups.length;
  groups.push({ id: 'none', title: none });
  return { of, groups };
}
