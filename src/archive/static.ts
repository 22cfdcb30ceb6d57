/** An archive that is a folder of JSON, served as it lies there by any web server. */
import { newestPublished } from '../profile/index.ts';
import { isObject } from '../json/values.ts';
import { archivedHash, readArchived } from './documents.ts';
import {
  indexFile,
  readIndex,
  versionName,
  type ArchiveIndex,
  type IndexedEntry,
} from './index-document.ts';
import { ArchiveError } from './problems.ts';
import type { ProfileArchive } from './types.ts';

/** The part of a page's `fetch` that is used: the library calls no other, and none of its own. */
export type ArchiveFetch = (
  address: string,
  options: { readonly signal: AbortSignal },
) => Promise<Pick<Response, 'ok' | 'status' | 'text'>>;

export interface StaticArchiveOptions {
  /** The host's own, `window.fetch` say: with its credentials, headers and rules. */
  readonly fetch: ArchiveFetch;
  /** The address of the folder, absolute. */
  readonly base: string | URL;
}

/**
 * Makes an archive over a folder that `overblik archive` has indexed. The index is fetched when it is first asked for,
 * and again with every `contents`; a document when it is loaded. What is fetched goes to no other place than below
 * `base`, whatever the index says.
 *
 * @throws {TypeError} of a `base` that is no absolute address.
 */
export function staticArchive({ fetch, base }: StaticArchiveOptions): ProfileArchive {
  const folder = folderOf(base);
  let known: ArchiveIndex | undefined;

  async function textAt(file: string, signal: AbortSignal): Promise<string | undefined> {
    const address = new URL(file.split('/').map(encodeURIComponent).join('/'), folder).href;
    let answer: Awaited<ReturnType<ArchiveFetch>>;
    try {
      answer = await fetch(address, { signal });
      if (answer.ok) return await answer.text();
    } catch (cause) {
      signal.throwIfAborted();
      throw new ArchiveError('unreachable', file, { cause });
    }
    if (answer.status === 404 || answer.status === 410) return undefined;
    throw new ArchiveError('unreachable', file);
  }

  async function readAgain(signal: AbortSignal): Promise<ArchiveIndex> {
    const text = await textAt(indexFile, signal);
    if (text === undefined) throw new ArchiveError('no-index', indexFile);
    known = readIndex(text);
    return known;
  }

  return {
    async contents(signal) {
      const { entries, problems } = await readAgain(signal);
      return { entries, problems };
    },
    async list(signal) {
      const { entries } = await readAgain(signal);
      return entries
        .filter(({ kind }) => kind === undefined)
        .map(({ id, version, title, status }) => ({ id, version, title, status }));
    },
    async load(id, version, signal) {
      const { entries } = known ?? (await readAgain(signal));
      const entry = entryOf(entries, id, version);
      const text = await textAt(entry.file, signal);
      if (text === undefined) throw new ArchiveError('gone', versionName(entry));
      return documentOf(text, entry);
    },
    async exemptions(id, signal) {
      const { exemptions } = known ?? (await readAgain(signal));
      const files = Object.hasOwn(exemptions, id) ? (exemptions[id] ?? []) : [];
      const texts = await Promise.all(files.map((file) => textAt(file, signal)));
      return texts.filter((text) => text !== undefined);
    },
  };
}

/** A folder's address ends with a slash: what is below it is found by that. */
function folderOf(base: string | URL): URL {
  const folder = new URL(base);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  return folder;
}

/** @throws {ArchiveError} where there is no such version, or none in force. */
function entryOf(
  entries: readonly IndexedEntry[],
  id: string,
  version: string | undefined,
): IndexedEntry {
  const versions = entries.filter((each) => each.id === id);
  const entry =
    version === undefined
      ? newestPublished(versions)
      : versions.find((each) => each.version === version);
  if (!entry) throw new ArchiveError('unknown', version === undefined ? id : `${id} ${version}`);
  return entry;
}

/**
 * The document, if it is the one that was published. Of one that is withdrawn it says so itself (`status`), so that
 * whatever shows it does.
 */
async function documentOf(text: string, entry: IndexedEntry): Promise<unknown> {
  const name = versionName(entry);
  const outcome = readArchived(text);
  if (!outcome.ok) throw new ArchiveError('broken-document', name);
  const { document: own, kind } = outcome;
  if (own.id !== entry.id || own.version !== entry.version || kind !== (entry.kind ?? 'profile'))
    throw new ArchiveError('other-document', name);
  const hash = await archivedHash(outcome);
  // A page without Web Crypto cannot tell.
  if (hash !== undefined && entry.hash !== undefined && hash !== entry.hash)
    throw new ArchiveError('changed', name);
  const document: unknown = JSON.parse(text);
  return entry.withdrawn && isObject(document) ? { ...document, status: 'retired' } : document;
}
