/** What any store of profiles and cluster packages holds: what an archive tells, or what its documents say. */
import type { ProfileEntry, ProfileStore } from '../adapter/index.ts';
import { isObject } from '../json/values.ts';
import { compareVersions, newestPublished, parseProfile } from '../profile/index.ts';
import { archiveEntry } from './entry.ts';
import { readContents, versionName } from './index-document.ts';
import { ArchiveError, archiveProblem, type ArchiveProblem } from './problems.ts';
import type { ArchiveContents, ArchiveEntry, ProfileArchive } from './types.ts';

/** So many documents are asked for at once, of a store that tells no more than their names. */
const atOnce = 4;

/** Whether a store is an archive. */
export function isArchive(store: ProfileStore): store is ProfileArchive {
  return typeof (store as Partial<ProfileArchive>).contents === 'function';
}

/**
 * All that a store holds. Of a store that is no archive each document is loaded: what cannot be loaded or read is told,
 * and the rest is there.
 */
export async function contentsOf(
  store: ProfileStore,
  signal: AbortSignal,
): Promise<ArchiveContents> {
  if (isArchive(store)) return readContents(await store.contents(signal));
  const list: unknown = await store.list(signal);
  if (!Array.isArray(list)) throw new ArchiveError('no-answer');
  const listed = list.filter(isListed);
  const found: (ArchiveEntry | ArchiveProblem)[] = [];
  for (let from = 0; from < listed.length; from += atOnce)
    found.push(
      ...(await Promise.all(
        listed.slice(from, from + atOnce).map((each) => entryIn(store, each, signal)),
      )),
    );
  return {
    entries: found.flatMap((each) => ('about' in each ? [] : [each])),
    problems: found.flatMap((each) => ('about' in each ? [each] : [])),
  };
}

function isListed(entry: unknown): entry is ProfileEntry {
  return isObject(entry) && typeof entry['id'] === 'string' && typeof entry['version'] === 'string';
}

async function entryIn(
  store: ProfileStore,
  { id, version }: ProfileEntry,
  signal: AbortSignal,
): Promise<ArchiveEntry | ArchiveProblem> {
  const name = versionName({ id, version });
  try {
    const outcome = parseProfile(await store.load(id, version, signal));
    return outcome.ok
      ? await archiveEntry(outcome.profile)
      : archiveProblem('broken-document', name);
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof ArchiveError ? error.problem : archiveProblem('gone', name);
  }
}

/** How a version stands among the others of its profile. */
export type VersionStanding = 'newest' | 'superseded' | 'withdrawn' | 'draft' | 'retired';

/** The versions of one profile, the newest first. */
export interface VersionsOf {
  readonly id: string;
  readonly versions: readonly ArchiveEntry[];
  /** The newest in force; where none is, the newest. */
  readonly shown: ArchiveEntry;
}

/** The profiles of an archive, each with its versions, in the order in which they are met. */
export function byProfile(entries: readonly ArchiveEntry[]): readonly VersionsOf[] {
  const found = new Map<string, ArchiveEntry[]>();
  for (const each of entries) {
    const own = found.get(each.id);
    if (own) own.push(each);
    else found.set(each.id, [each]);
  }
  return [...found].map(([id, own]) => {
    const versions = own.sort((a, b) => compareVersions(b.version, a.version));
    return { id, versions, shown: newestPublished(versions) ?? versions[0]! };
  });
}

/** How a version stands: one in force that is older than another in force is superseded. */
export function standingOf(entry: ArchiveEntry, versions: Iterable<ArchiveEntry>): VersionStanding {
  if (entry.withdrawn) return 'withdrawn';
  if (entry.status !== 'published') return entry.status;
  const newest = newestPublished(versions);
  return newest && compareVersions(entry.version, newest.version) < 0 ? 'superseded' : 'newest';
}
