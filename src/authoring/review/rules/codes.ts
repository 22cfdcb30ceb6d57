import { pointer } from '../../../json/paths.ts';
import { isHierarchical, normalizeEntry, normalizeSystem } from '../../../record/index.ts';
import { coveredBy } from '../../logic/asked.ts';
import { fromEachSet, queriesOf, removal } from '../places.ts';
import type { Found, PatchStep, ReviewRule } from '../types.ts';

/** The same code twice in one list. */
export const duplicateCode: ReviewRule = {
  name: 'duplicate-code',
  severity: 'warning',
  find: ({ profile }) =>
    fromEachSet(profile, ({ set, path }) => {
      const system = normalizeSystem(set.system);
      return (['include', 'exclude'] as const).flatMap((key) => {
        const seen = new Set<string>();
        return (set[key] ?? []).flatMap((entry, index): readonly Found[] => {
          const own = normalizeEntry(system, entry);
          if (!seen.has(own)) {
            seen.add(own);
            return [];
          }
          const place = [...path, key, index];
          return [{ path: place, details: { code: entry }, fix: removal(place) }];
        });
      });
    }),
};

/** A code that a broader one in the same list covers. */
export const redundantCode: ReviewRule = {
  name: 'redundant-code',
  severity: 'note',
  find: ({ profile }) =>
    fromEachSet(profile, ({ set, path }) => {
      const system = normalizeSystem(set.system);
      return (['include', 'exclude'] as const).flatMap((key) => {
        const entries = (set[key] ?? []).map((each) => normalizeEntry(system, each));
        const broaderThan = broaderIn(system, entries);
        return entries.flatMap((entry, index): readonly Found[] => {
          const broader = broaderThan(entry);
          if (broader === undefined) return [];
          const place = [...path, key, index];
          return [{ path: place, details: { code: entry, broader }, fix: removal(place) }];
        });
      });
    }),
};

/** Answers the first entry of a list that covers another one, normalised as they are. */
function broaderIn(system: string, entries: readonly string[]) {
  const places = new Map([...entries.entries()].toReversed().map(([at, each]) => [each, at]));
  const ranges = entries.flatMap((each, at) =>
    each.includes('-') ? [{ at, covers: coveredBy(system, [each]) }] : [],
  );
  const few = ranges.length > mostRanges ? [] : ranges;
  return (entry: string): string | undefined => {
    if (entry.includes('-')) return undefined;
    const above = isHierarchical(system) ? beginningsOf(entry) : [];
    const found = [
      ...above.flatMap((each) => places.get(each) ?? []),
      ...few.flatMap(({ at, covers }) => (covers(entry) ? [at] : [])),
    ];
    return found.length === 0 ? undefined : entries[Math.min(...found)];
  };
}

/** More of them take too long to hold each code against. */
const mostRanges = 100;

/** All that a code begins with, but itself. */
function beginningsOf(entry: string): readonly string[] {
  const signs = Array.from(entry);
  return signs.slice(1).map((_, length) => signs.slice(0, length + 1).join(''));
}

/** A code that is taken out though it was never in. */
export const needlessExclude: ReviewRule = {
  name: 'needless-exclude',
  severity: 'warning',
  find: ({ profile }) =>
    fromEachSet(profile, ({ set, path }) => {
      const system = normalizeSystem(set.system);
      const include = set.include.map((each) => normalizeEntry(system, each));
      // Of ranges it cannot be told from the ends alone.
      if (!set.exclude || include.some((each) => each.includes('-'))) return [];
      const isIncluded = coveredBy(system, include);
      const above = new Set(isHierarchical(system) ? include.flatMap(beginningsOf) : []);
      return set.exclude.flatMap((given, index): readonly Found[] => {
        const entry = normalizeEntry(system, given);
        if (entry.includes('-') || isIncluded(entry) || above.has(entry)) return [];
        const place =
          set.exclude?.length === 1 ? [...path, 'exclude'] : [...path, 'exclude', index];
        return [
          {
            path: [...path, 'exclude', index],
            details: { code: given },
            fix: removal(place),
          },
        ];
      });
    }),
};

/** A code set that nothing asks for. */
export const unusedCodeSet: ReviewRule = {
  name: 'unused-code-set',
  severity: 'warning',
  find({ profile }) {
    const used = new Set(
      queriesOf(profile).flatMap(({ query }) => [query.codes, query.prefer].flat(2)),
    );
    const names = Object.keys(profile.codes ?? {});
    const unused = names.filter((name) => !used.has(name));
    return unused.map((name): Found => {
      const path = ['codes', name];
      return { path, details: { name }, fix: removal(path) };
    });
  },
};

/** A code that the host's table does not have, or has as retired. */
export const unknownCode: ReviewRule = {
  name: 'unknown-code',
  severity: 'warning',
  find({ profile, codes }) {
    const tables = new Map(
      Object.entries(codes).map(([system, table]) => {
        const own = normalizeSystem(system);
        const entries = Object.entries(table).map(
          ([code, known]) => [normalizeEntry(own, code), known] as const,
        );
        return [own, new Map(entries)] as const;
      }),
    );
    return fromEachSet(profile, ({ set, path }) => {
      const system = normalizeSystem(set.system);
      const table = tables.get(system);
      if (!table) return [];
      return set.include.flatMap((entry, index): readonly Found[] => {
        const normalized = normalizeEntry(system, entry);
        if (normalized.includes('-')) return [];
        const place = [...path, 'include', index];
        const known = table.get(normalized);
        if (!known) return [{ path: place, details: { code: entry, system: set.system } }];
        if (known.retired !== true) return [];
        const { replacedBy = '' } = known;
        const fix: readonly PatchStep[] =
          replacedBy === '' ? [] : [{ op: 'replace', path: pointer(place), value: replacedBy }];
        return [
          {
            path: place,
            code: 'retired-code',
            details: { code: entry, system: set.system, replacedBy },
            ...(fix.length > 0 ? { fix } : {}),
          },
        ];
      });
    });
  },
};
