/** A statement in parts: tables that are read more than once, or ask of each row, stand on their own, the others within what reads them. */
import { isRecursive } from './flatten.ts';
import { asksOfRows, mentionsIn } from './mentions.ts';
import type { Query, Table } from './tree.ts';

/** One table that is kept, or the statement itself. */
export interface Part {
  /** Absent: the statement itself, which is the last part. */
  readonly kept?: Table;
  /** The tables that only it reads, in the order in which they read each other. */
  readonly within: readonly Table[];
  /** Names of kept tables that no later part reads. */
  readonly finished: readonly string[];
}

/** The parts of a flattened statement, each after those that it reads. What nothing reads is none. */
export function partsOf(query: Query): readonly Part[] {
  const tables = new Map(query.tables.map((table) => [table.name, table]));
  const mentions = new Map<string, number>();
  mentionsIn(query, mentions);
  const readBy = (of: Query) => {
    const counts = new Map<string, number>();
    mentionsIn({ ...of, tables: [] }, counts);
    return [...counts.keys()].filter((name) => tables.has(name));
  };
  // A table that reads itself reads the others in each round, itself among them.
  const inRounds = new Set(
    query.tables.filter(isRecursive).flatMap((table) => readBy(table.query)),
  );
  const isKept = ({ name, isMaterialized, query: own }: Table) =>
    isMaterialized || (mentions.get(name) ?? 0) > 1 || inRounds.has(name) || asksOfRows(own);

  /** The kept tables that a query reads, by way of those within it too, which are put into `within`. */
  const keptReadBy = (of: Query, within: Set<Table>, own?: string): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const name of readBy(of)) {
      const table = tables.get(name)!;
      if (name === own) continue;
      if (isKept(table)) found.add(name);
      else {
        within.add(table);
        for (const each of keptReadBy(table.query, within, name)) found.add(each);
      }
    }
    return found;
  };

  const needed = new Set<string>();
  const parts: Part[] = [];
  for (const table of [undefined, ...[...query.tables].reverse()]) {
    if (table && !needed.has(table.name)) continue;
    const within = new Set<Table>();
    const read = keptReadBy(table?.query ?? { ...query, tables: [] }, within, table?.name);
    // Seen from the end, who reads a table first is the last to read it.
    const finished = [...read].filter((name) => !needed.has(name));
    for (const name of finished) needed.add(name);
    const inOrder = query.tables.filter((each) => within.has(each));
    parts.push({ ...(table && { kept: table }), within: inOrder, finished });
  }
  return parts.reverse();
}
