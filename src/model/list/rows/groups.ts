/** Rows that belong together: by doctor, by who is to see to them, by their gravest marker, by municipality. */
import type { MarkerLevel } from '../../../profile/index.ts';
import type { Ranking } from './sort.ts';

/** Which group each row is in, and what the groups are called, in their order. */
export interface RowGroups {
  /** By row: place in `groups`. */
  readonly of: Uint32Array;
  readonly groups: readonly RowGroup[];
}

export interface RowGroup {
  /** No two of a column have one; the same as long as the group is. */
  readonly id: string;
  readonly title: string;
  /** Of a marker: how grave it is, and what that is called. */
  readonly grave?: { readonly level: MarkerLevel; readonly said: string };
}

/** A group among the rows that are shown. */
export interface RowSection extends RowGroup {
  /** Place of its first row among them. */
  readonly from: number;
  readonly count: number;
}

/**
 * Groups of one value each, in the order of the values; those of whom nobody can say, and those without any, last.
 *
 * @param states By row: place in `cellStates`.
 * @param titleOf Names a value.
 * @param names What the group of those who cannot be decided is called, and of those without a value.
 */
export function groupsOfValues(
  states: Uint8Array,
  { distinct, of }: Ranking,
  titleOf: (value: string) => string,
  names: { readonly unknown: string; readonly none: string },
): RowGroups {
  const values = distinct.map((value) => ({ id: `value:${value}`, title: titleOf(String(value)) }));
  return {
    of: of.map((place, row) =>
      states[row] === 0 ? place : values.length + (states[row] === 2 ? 0 : 1),
    ),
    groups: [...values, { id: 'unknown', title: names.unknown }, { id: 'none', title: names.none }],
  };
}

/** The stretches of rows that are in one group: each group once, where its rows stand together. */
export function sectionsOf(rows: Uint32Array, { of, groups }: RowGroups): readonly RowSection[] {
  const sections: RowSection[] = [];
  for (let from = 0; from < rows.length;) {
    const group = of[rows[from]!]!;
    let to = from + 1;
    while (to < rows.length && of[rows[to]!] === group) to++;
    sections.push({ ...groups[group]!, from, count: to - from });
    from = to;
  }
  return sections;
}
