/** R1, R2: whether a record's code, normalised in the table, is in a set. */
import { resolveCodes, type CodeSet, type Codes } from '../../profile/index.ts';
import {
  isHierarchical,
  normalizeSystem,
  parseCodeEntry,
  type CodeRange,
} from '../../record/index.ts';
import type { Draft } from './draft.ts';
import { and, join, or, sql, type Sql } from './text.ts';

/** Of the columns `system` and `code`: whether they are in one of the sets. */
export function codeCondition(draft: Draft, codes: Codes): Sql {
  return or(resolveCodes(draft.profile, codes).map((set) => setCondition(draft, set)));
}

function setCondition(draft: Draft, { system, include, exclude = [] }: CodeSet): Sql {
  const own = normalizeSystem(system);
  const inside = entriesCondition(draft, own, include);
  return and([
    sql`system = ${draft.text(own)}`,
    exclude.length === 0 ? inside : sql`${inside} AND NOT ${entriesCondition(draft, own, exclude)}`,
  ]);
}

/** The systems of code sets, each by its one name. */
export function systemsOf(draft: Draft, codes: Codes): readonly string[] {
  return [
    ...new Set(resolveCodes(draft.profile, codes).map(({ system }) => normalizeSystem(system))),
  ];
}

function entriesCondition(draft: Draft, system: string, entries: readonly string[]): Sql {
  const codes = new Set<string>();
  const ranges: Sql[] = [];
  for (const text of entries) {
    const entry = parseCodeEntry(system, text);
    if (!entry) continue;
    if ('code' in entry) codes.add(entry.code);
    else ranges.push(rangeCondition(draft, entry));
  }
  const listed = isHierarchical(system)
    ? [...groupByLength(codes)].map(([length, heads]) =>
        isOneOf(draft, sql`left(code, ${draft.integer(length)})`, heads),
      )
    : codes.size > 0
      ? [isOneOf(draft, sql`code`, [...codes])]
      : [];
  return or([...listed, ...ranges]);
}

/** Whether a text is one of these. */
export function isOneOf(draft: Draft, text: Sql, values: readonly string[]): Sql {
  return sql`${text} IN (${join(
    values.map((value) => draft.text(value)),
    sql`, `,
  )})`;
}

/** In character order, whatever the database sorts by. */
function rangeCondition(draft: Draft, { from, to }: CodeRange): Sql {
  const length = draft.integer(lengthOf(from));
  const head = sql`left(code, ${length}) COLLATE "C"`;
  return sql`(length(code) >= ${length} AND ${head} BETWEEN ${draft.text(from)} AND ${draft.text(to)})`;
}

function groupByLength(codes: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const code of codes) {
    const length = lengthOf(code);
    groups.set(length, [...(groups.get(length) ?? []), code]);
  }
  return groups;
}

/** In characters, as SQL counts them. */
function lengthOf(text: string): number {
  return [...text].length;
}
