/** An archive in memory: for tests and demos, and for a host that keeps it itself. */
import { nextTurn } from '../adapter/index.ts';
import { newestPublished } from '../profile/index.ts';
import { isObject } from '../json/values.ts';
import { entryOf, isOfOtherKind, readArchived, type ArchivedDocument } from './documents.ts';
import { versionName } from './index-document.ts';
import { ArchiveError, archiveProblem, type ArchiveProblem } from './problems.ts';
import { signedText } from './signatures.ts';
import type { ArchiveEntry, ProfileArchive, Publication } from './types.ts';

interface Kept {
  readonly document: unknown;
  readonly entry: ArchiveEntry;
}

export interface MemoryArchiveOptions {
  /** Reports of exemptions by the id of the profile. */
  readonly exemptions?: Readonly<Record<string, readonly unknown[]>>;
  /** Whether versions can be published and withdrawn; default true. */
  readonly isWritable?: boolean;
}

/** Makes an archive of some documents, each by itself or with its signatures (`Publication`). One that is no profile is told (`contents`), and the rest is there. */
export function memoryArchive(
  documents: readonly unknown[] = [],
  { exemptions = {}, isWritable = true }: MemoryArchiveOptions = {},
): ProfileArchive {
  const kept = new Map<string, Kept>();
  const problems: ArchiveProblem[] = [];
  const ready = fill();

  async function fill(): Promise<void> {
    for (const [at, each] of documents.entries()) {
      const publication = isPublication(each) ? each : { document: each };
      const outcome = readArchived(publication.document);
      if (!outcome.ok) problems.push(archiveProblem('broken-document', nameIn(publication, at)));
      else if (kept.has(versionName(outcome.document)))
        problems.push(archiveProblem('repeated-entry', versionName(outcome.document)));
      else if (!(await keep(publication, outcome)))
        problems.push(archiveProblem('other-kind', versionName(outcome.document)));
    }
  }

  /** Answers undefined where the other kind of documents has the id. */
  async function keep(
    { document, signatures = [] }: Publication,
    archived: ArchivedDocument,
  ): Promise<Kept | undefined> {
    const json: unknown = typeof document === 'string' ? JSON.parse(document) : document;
    const own = { document: json, entry: await entryOf(archived, { signatures }) };
    if ([...kept.values()].some(({ entry }) => isOfOtherKind(entry, own.entry))) return undefined;
    kept.set(versionName(own.entry), own);
    return own;
  }

  async function answer(signal: AbortSignal): Promise<readonly Kept[]> {
    await ready;
    await nextTurn();
    signal.throwIfAborted();
    return [...kept.values()];
  }

  async function find(id: string, version: string | undefined, signal: AbortSignal): Promise<Kept> {
    const versions = (await answer(signal)).filter(({ entry }) => entry.id === id);
    const wanted = version ?? newestPublished(versions.map(({ entry }) => entry))?.version;
    const found = versions.find(({ entry }) => entry.version === wanted);
    if (!found) throw new ArchiveError('unknown', version === undefined ? id : `${id} ${version}`);
    return found;
  }

  const archive: ProfileArchive = {
    async contents(signal) {
      const entries = (await answer(signal)).map(({ entry }) => entry);
      return { entries, problems };
    },
    async list(signal) {
      return (await answer(signal))
        .filter(({ entry: { kind } }) => kind === undefined)
        .map(({ entry: { id, version, title, status } }) => ({ id, version, title, status }));
    },
    async load(id, version, signal) {
      const { document, entry } = await find(id, version, signal);
      return entry.withdrawn && isObject(document) ? { ...document, status: 'retired' } : document;
    },
    async exemptions(id, signal) {
      await answer(signal);
      return Object.hasOwn(exemptions, id) ? (exemptions[id] ?? []) : [];
    },
  };
  if (!isWritable) return archive;
  return {
    ...archive,
    async publish(publication, signal) {
      await answer(signal);
      const outcome = readArchived(publication.document);
      if (!outcome.ok) return { outcome: 'invalid', errors: outcome.errors };
      const own = kept.get(versionName(outcome.document));
      if (own)
        return {
          outcome:
            signedText(own.document) === signedText(publication.document) ? 'already' : 'taken',
          entry: own.entry,
        };
      const taken = [...kept.values()].find(
        ({ entry }) =>
          entry.id === outcome.document.id && (entry.kind ?? 'profile') !== outcome.kind,
      );
      const made = taken ? undefined : await keep(publication, outcome);
      return made
        ? { outcome: 'published', entry: made.entry }
        : { outcome: 'taken', entry: taken!.entry };
    },
    async withdraw(id, version, withdrawn, signal) {
      const own = await find(id, version, signal);
      const entry: ArchiveEntry = { ...own.entry, status: 'retired', withdrawn };
      kept.set(versionName(entry), { ...own, entry });
    },
  };
}

function isPublication(given: unknown): given is Publication {
  return isObject(given) && 'document' in given && !('format' in given);
}

function nameIn({ document }: Publication, at: number): string {
  const { id, version } = isObject(document) ? document : {};
  return typeof id === 'string'
    ? `${id} ${typeof version === 'string' ? version : ''}`.trim()
    : `${at + 1}`;
}
