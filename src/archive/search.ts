/** Finding profiles in an archive: by words, by a code, and by what they are. */
import { approvalOf } from '../profile/index.ts';
import {
  codeMatcher,
  normalizeCode,
  type CalendarDate,
  type CodeMatcher,
  type RecordType,
} from '../record/index.ts';
import { byProfile, type VersionsOf } from './contents.ts';
import { fold, wordsIn } from './fold.ts';
import type { ArchiveEntry } from './types.ts';

/** What is asked; of each list one is enough, and an empty one asks nothing. */
export interface ArchiveQuery {
  readonly text: string;
  /** Profiles, or cluster packages. */
  readonly kind: readonly ArchivedKind[];
  /** By the Danish text of `about.audience`. */
  readonly audience: readonly string[];
  readonly status: readonly ArchiveEntry['status'][];
  readonly approval: readonly ApprovalState[];
  readonly dataTypes: readonly RecordType[];
}

export type ArchivedKind = 'profile' | 'package';
export type ApprovalState = 'approved' | 'ended' | 'none';

export const everything: ArchiveQuery = {
  text: '',
  kind: [],
  audience: [],
  status: [],
  approval: [],
  dataTypes: [],
};

/** Of each filter its choices, each with how many profiles there are if it alone is chosen in that filter. */
export interface ArchiveFacets {
  readonly kind: readonly Facet<ArchivedKind>[];
  readonly audience: readonly Facet[];
  readonly status: readonly Facet<ArchiveEntry['status']>[];
  readonly approval: readonly Facet<ApprovalState>[];
  readonly dataTypes: readonly Facet<RecordType>[];
}

export interface Facet<Value extends string = string> {
  readonly value: Value;
  readonly count: number;
}

export interface ArchiveAnswer {
  /** What fits best first; of what fits alike by title. */
  readonly profiles: readonly VersionsOf[];
  readonly facets: ArchiveFacets;
}

type FacetName = keyof ArchiveFacets;
const facetNames = ['kind', 'audience', 'status', 'approval', 'dataTypes'] as const;

/**
 * Searches an archive. A profile is found by the version that is shown of it. Each word that is asked for begins a word
 * of the profile; one that may be a code finds the profiles that have it in a code set, above it or below.
 *
 * @param asOf On which day an approval counts.
 */
export function searchArchive(
  entries: readonly ArchiveEntry[],
  query: ArchiveQuery,
  asOf: CalendarDate,
): ArchiveAnswer {
  const asked = wordsIn(query.text);
  const found = byProfile(entries)
    .map((profile) => ({ profile, rank: rankOf(profile.shown, asked) }))
    .filter(({ rank }) => rank > 0);
  const fits = (entry: ArchiveEntry, name: FacetName) => {
    const wanted: readonly string[] = query[name];
    return wanted.length === 0 || valuesOf(entry, name, asOf).some((each) => wanted.includes(each));
  };
  const fitsAll = (entry: ArchiveEntry, besides?: FacetName) =>
    facetNames.every((name) => name === besides || fits(entry, name));
  const facet = <Name extends FacetName>(name: Name) => {
    const counts = new Map<string, number>();
    for (const { profile } of found)
      for (const value of valuesOf(profile.shown, name, asOf))
        counts.set(value, (counts.get(value) ?? 0) + Number(fitsAll(profile.shown, name)));
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    profiles: found
      .filter(({ profile }) => fitsAll(profile.shown))
      .sort(
        (a, b) =>
          b.rank - a.rank ||
          (preparedOf(a.profile.shown).title < preparedOf(b.profile.shown).title ? -1 : 1),
      )
      .map(({ profile }) => profile),
    facets: {
      kind: facet('kind'),
      audience: facet('audience'),
      status: facet('status'),
      approval: facet('approval'),
      dataTypes: facet('dataTypes'),
    } as ArchiveFacets,
  };
}

/** What an entry is, by the choices of a filter. */
function valuesOf(entry: ArchiveEntry, name: FacetName, asOf: CalendarDate): readonly string[] {
  switch (name) {
    case 'kind':
      return [entry.kind ?? 'profile'];
    case 'audience':
      return entry.audience.map(({ da }) => da);
    case 'status':
      return [entry.status];
    case 'approval':
      return [approvalOf({ about: { approvedBy: entry.approvedBy } }, asOf).state];
    case 'dataTypes':
      return entry.dataTypes;
  }
}

/** How well an entry fits what is asked: 0 not at all; more, the more of it stands in its title, or is a code of it. */
function rankOf(entry: ArchiveEntry, asked: readonly string[]): number {
  if (asked.length === 0) return 1;
  const { titleWords, words } = preparedOf(entry);
  let rank = 1;
  for (const word of asked) {
    if (titleWords.some((each) => each.startsWith(word))) rank += 100;
    else if (hasCode(entry, word)) rank += 10;
    else if (words.includes(` ${word}`)) rank += 1;
    else return 0;
  }
  return rank;
}

/** Whether a code is in one of its sets, or stands above one that is: `N05AX08` and `N05` both find `N05A`. */
function hasCode(entry: ArchiveEntry, word: string): boolean {
  if (!/\d/.test(word)) return false;
  return preparedOf(entry).sets.some(({ system, matches, included }) => {
    const code = normalizeCode(system, word);
    return matches(system, code) || included.some((each) => each.startsWith(code));
  });
}

/** What a search asks of an entry again and again, with every letter that is written. */
interface Prepared {
  readonly title: string;
  readonly titleWords: readonly string[];
  readonly words: string;
  readonly sets: readonly {
    readonly system: string;
    readonly matches: CodeMatcher;
    readonly included: readonly string[];
  }[];
}

const prepared = new WeakMap<ArchiveEntry, Prepared>();

function preparedOf(entry: ArchiveEntry): Prepared {
  let own = prepared.get(entry);
  if (!own) prepared.set(entry, (own = prepare(entry)));
  return own;
}

function prepare({ id, title, words, codes }: ArchiveEntry): Prepared {
  return {
    title: fold(title.da),
    titleWords: wordsIn(`${title.da} ${title.en ?? ''} ${id}`),
    words: ` ${words}`,
    sets: codes.map((set) => ({
      system: set.system,
      matches: codeMatcher(set),
      included: set.include.map((each) => normalizeCode(set.system, each)),
    })),
  };
}
