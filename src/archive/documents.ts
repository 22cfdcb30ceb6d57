/** The two kinds of documents that an archive holds: profiles, and cluster packages. */
import { definitionHash, parseProfile, type Profile, type ProfileError } from '../profile/index.ts';
import {
  isClusterPackage,
  packageHash,
  parseClusterPackage,
  type ClusterPackage,
} from '../report/package/index.ts';
import { archiveEntry, packageEntry, type EntryFacts } from './entry.ts';
import type { ArchiveEntry } from './types.ts';

/** A checked document of an archive, by its kind. */
export type ArchivedDocument =
  | { readonly kind: 'profile'; readonly document: Profile }
  | { readonly kind: 'package'; readonly document: ClusterPackage };

export type ArchivedOutcome =
  | ({ readonly ok: true } & ArchivedDocument)
  | { readonly ok: false; readonly errors: readonly ProfileError[] };

/** Reads a document by what it says that it is; what says nothing is read as a profile. Never throws. */
export function readArchived(given: unknown): ArchivedOutcome {
  if (isPackageDocument(given)) {
    const outcome = parseClusterPackage(given);
    return outcome.ok ? { ok: true, kind: 'package', document: outcome.package } : outcome;
  }
  const outcome = parseProfile(given);
  return outcome.ok ? { ok: true, kind: 'profile', document: outcome.profile } : outcome;
}

/** The hash of what a document says. */
export function archivedHash(archived: ArchivedDocument): Promise<string | undefined> {
  return archived.kind === 'package'
    ? packageHash(archived.document)
    : definitionHash(archived.document);
}

/** What is told of a document in an archive. */
export function entryOf(archived: ArchivedDocument, more?: EntryFacts): Promise<ArchiveEntry> {
  return archived.kind === 'package'
    ? packageEntry(archived.document, more)
    : archiveEntry(archived.document, more);
}

/** Whether two documents cannot stand in one archive, for one of their ids is that of the other kind. */
export function isOfOtherKind(entry: ArchiveEntry, other: ArchiveEntry): boolean {
  return entry.id === other.id && entry.kind !== other.kind;
}

/** Looks into a text no further than it must: a document of many megabytes is refused when it is read. */
function isPackageDocument(given: unknown): boolean {
  if (typeof given !== 'string') return isClusterPackage(given);
  if (!given.includes('overblik-cluster-package/')) return false;
  try {
    return isClusterPackage(JSON.parse(given));
  } catch {
    // What is no JSON is told of by the check.
    return true;
  }
}
