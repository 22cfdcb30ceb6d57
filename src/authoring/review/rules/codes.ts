import { pointer } from '../../../json/paths.ts';
import { normalizeEntry, normalizeSystem } from '../../../record/index.ts';
import { isCovered } from '../../logic/asked.ts';
import { codeSetsOf, queriesOf, removal } from '../places.ts';
import type { Found, PatchStep, ReviewRule } from '../types.ts';

/** The same code twice in one list. */
export const duplicateCode: ReviewRule = {
  name: 'duplicate-code',
  severity: 'warning',
  find: ({ profile }) =>
    codeSetsOf(profile).flatMap(({ set, path }) => {
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
    codeSetsOf(profile).flatMap(({ set, path }) => {
      const system = normalizeSystem(set.system);
      return (['include', 'exclude'] as const).flatMap((key) => {
        const entries = (set[key] ?? []).map((each) => normalizeEntry(system, each));
        if (entries.length > mostCompared) return [];
        return entries.flatMap((entry, index): readonly Found[] => {
          const broader = entries.find(
            (other) => other !== entry && isCovered(entry, system, [other]),
          );
          if (broader === undefined) return [];
          const place = [...path, key, index];
          return [{ path: place, details: { code: entry, broader }, fix: removal(place) }];
        });
      });
    }),
};

/** Longer lists take too long to compare each with each. */
const mostCompared = 500;

/** A code that is taken out though it was never in. */
export const needlessExclude: ReviewRule = {
  name: 'needless-exclude',
  severity: 'warning',
  find: ({ profile }) =>
    codeSetsOf(profile).flatMap(({ set, path }) => {
      const system = normalizeSystem(set.system);
      const include = set.include.map((each) => normalizeEntry(system, each));
      if (include.length > mostCompared || (set.exclude?.length ?? 0) > mostCompared) return [];
      return (set.exclude ?? []).flatMap((given, index): readonly Found[] => {
        const entry = normalizeEntry(system, given);
        // Of ranges it cannot be told from the ends alone.
        if ([entry, ...include].some((each) => each.includes('-'))) return [];
        const isIn =
          isCovered(entry, system, include) ||
          include.some((each) => isCovered(each, system, [entry]));
        if (isIn) return [];
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
    return codeSetsOf(profile).flatMap(({ set, path }) => {
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
