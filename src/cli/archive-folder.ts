/** An archive's folder: its profiles and reports, what its index says of them, and what does not fit. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  ArchiveError,
  packageEntry,
  archiveEntry,
  readArchived,
  type ArchivedDocument,
  readIndex,
  signedText,
  signProfile,
  writeIndex,
  type ArchiveIndex,
  type IndexedEntry,
  type Publication,
} from '../archive/index.ts';
import { compareVersions } from '../profile/index.ts';
import { isObject } from '../json/values.ts';
import { Unreadable, type Io } from './command.ts';
import { parsedJson } from '../json/parsed.ts';

export const indexFile = 'index.json';

/** One thing that is wrong with the folder: where, what, and what to do. */
export interface FolderProblem {
  readonly file: string;
  readonly message: string;
  readonly fix: string;
}

/** A version in the folder. */
export interface FolderVersion {
  readonly document: unknown;
  readonly archived: ArchivedDocument;
  readonly entry: IndexedEntry;
}

/** A folder as it is read: nothing is written before `store`. */
export class ArchiveFolder {
  readonly problems: FolderProblem[] = [];
  readonly #versions = new Map<string, FolderVersion>();
  readonly #exemptions: Record<string, string[]> = {};
  readonly #written: string | undefined;

  /**
   * Reads a folder and its index, where it has one.
   * @throws {Unreadable} where there is no such folder, or its index cannot be read: signatures and withdrawals stand there.
   */
  static async read(name: string, io: Io): Promise<ArchiveFolder> {
    const path = resolve(io.folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new Unreadable(`there is no folder ${name} (looked for ${path}): check the path.`);
    const folder = new ArchiveFolder(path);
    await folder.#readFiles();
    return folder;
  }

  private constructor(readonly path: string) {
    this.#written = textAt(join(path, indexFile));
  }

  /** By profile, the newest version first. */
  get versions(): readonly FolderVersion[] {
    return [...this.#versions.values()].sort(({ entry: a }, { entry: b }) =>
      a.id === b.id ? compareVersions(b.version, a.version) : a.id < b.id ? -1 : 1,
    );
  }

  /** Whether the index on the disk says something else than it would if it were written. */
  get isOutdated(): boolean {
    return this.#written !== this.#index;
  }

  find(id: string, version: string): FolderVersion | undefined {
    return this.#versions.get(`${id} ${version}`);
  }

  withdraw({ document, archived, entry }: FolderVersion, reason: string, on: string): void {
    const withdrawn = { reason, on };
    this.#keep({ document, archived, entry: { ...entry, status: 'retired', withdrawn } });
  }

  /** Signs the versions that are in force and have no signature by this key. Answers how many they are. */
  async sign(key: Parameters<typeof signProfile>[1]): Promise<number> {
    let signed = 0;
    for (const { document, archived, entry } of this.versions) {
      if (entry.status !== 'published') continue;
      const signature = await signProfile(document, key);
      // The header names the key: it is the same for all signatures by it.
      const header = signature.slice(0, signature.indexOf('.') + 1);
      if (entry.signatures.some((each) => each.startsWith(header))) continue;
      this.#keep({
        ...{ document, archived },
        entry: { ...entry, signatures: [...entry.signatures, signature] },
      });
      signed++;
    }
    return signed;
  }

  /** Takes a checked document in, as a file of its own. */
  async take(
    archived: ArchivedDocument,
    { document, signatures = [] }: Publication,
  ): Promise<'taken-in' | 'already' | 'taken'> {
    const { id, version } = archived.document;
    const own = this.find(id, version);
    if (this.#isOfOtherKind(archived)) return 'taken';
    if (own) return signedText(own.document) === signedText(document) ? 'already' : 'taken';
    const json: unknown = typeof document === 'string' ? JSON.parse(document) : document;
    const file = `${id}/${version}.json`;
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`, { flag: 'wx' });
    this.#keep({
      ...{ document: json, archived },
      entry: { ...(await entryOf(archived, { signatures })), file },
    });
    return 'taken-in';
  }

  /** Writes the index. */
  store(): void {
    writeFileSync(join(this.path, indexFile), this.#index);
  }

  get #index(): string {
    return writeIndex({
      entries: this.versions.map(({ entry }) => entry),
      exemptions: this.#exemptions,
    });
  }

  async #readFiles(): Promise<void> {
    const known = new Map(this.#readIndex().entries.map((each) => [keyOf(each), each]));
    const seen = new Set<string>();
    for (const file of filesBelow(this.path)) {
      if (!isAddress(file)) {
        this.#tell(
          file,
          'is named by signs that an address should not have.',
          'Name it by letters, digits, full stops and hyphens.',
        );
        continue;
      }
      const text = textAt(join(this.path, file)) ?? '';
      const json = parsedJson(text);
      const format = isObject(json) ? String(json['format']) : '';
      if (format === 'overblik-exemptions/1') this.#addReport(file, json);
      else if (format.startsWith('overblik-profiles/'))
        this.#tell(
          file,
          'is a bundle.',
          `Take what is in it in by --import ${file}, and put it elsewhere.`,
        );
      else {
        const own = await this.#addDocument(file, text, json, known);
        if (own !== undefined) seen.add(own);
      }
    }
    for (const [key, { file }] of known)
      if (!seen.has(key) && !this.problems.some((each) => each.file === file))
        this.#tell(
          file,
          `is gone: ${key} stood in the index.`,
          'Put it back; withdraw a version rather than take its file away.',
        );
  }

  #readIndex(): Pick<ArchiveIndex, 'entries'> {
    if (this.#written === undefined) return { entries: [] };
    try {
      return readIndex(this.#written, join(this.path, indexFile));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      throw new Unreadable(
        `${error.problem.message.en} Signatures and withdrawals stand in it: mend it, or take it away to begin anew.`,
      );
    }
  }

  /** Whether the folder has a document of the other kind by the same id. */
  #isOfOtherKind({ kind, document: { id } }: ArchivedDocument): boolean {
    return [...this.#versions.values()].some(
      ({ archived, entry }) => entry.id === id && archived.kind !== kind,
    );
  }

  /** Answers which version it is, where it is one. */
  async #addDocument(
    file: string,
    text: string,
    json: unknown,
    known: ReadonlyMap<string, IndexedEntry>,
  ): Promise<string | undefined> {
    const outcome = readArchived(text);
    if (!outcome.ok) {
      const { length } = outcome.errors;
      this.#tell(
        file,
        `is no profile or cluster package that can be used (${length} ${length === 1 ? 'error' : 'errors'}).`,
        `"overblik check ${join(this.path, file)}" tells what is wrong.`,
      );
      return undefined;
    }
    const archived: ArchivedDocument = outcome;
    const key = keyOf(archived.document);
    const twin = this.#versions.get(key);
    if (twin) {
      this.#tell(
        file,
        `is ${key}, and so is ${twin.entry.file}.`,
        'A version is one document: give one of them another version.',
      );
      return key;
    }
    if (this.#isOfOtherKind(archived)) {
      this.#tell(
        file,
        `is ${key}, and that id is both a profile’s and a cluster package’s.`,
        'Give one of them another id.',
      );
      return key;
    }
    const before = known.get(key);
    const { signatures, withdrawn } = before ?? {};
    const entry = {
      ...(await entryOf(archived, {
        ...(signatures ? { signatures } : {}),
        ...(withdrawn ? { withdrawn } : {}),
      })),
      file,
    };
    const isPublished = before !== undefined && before.status !== 'draft';
    if (isPublished && before.hash !== entry.hash) {
      this.#tell(
        file,
        `is ${key}, which was published with another definition (${before.hash?.slice(0, 8)}, now ${entry.hash?.slice(0, 8)}).`,
        'Give it a new version, and put back what was published.',
      );
      // Pages go on to refuse what was not published.
      this.#keep({ document: json, archived, entry: { ...before, file } });
    } else this.#keep({ document: json, archived, entry });
    return key;
  }

  #addReport(file: string, json: unknown): void {
    const id = isObject(json) ? json['profile'] : undefined;
    if (typeof id === 'string') (this.#exemptions[id] ??= []).push(file);
    else this.#tell(file, 'is a report of exemptions that names no profile.', 'Take it away.');
  }

  #keep(version: FolderVersion): void {
    this.#versions.set(keyOf(version.entry), version);
  }

  #tell(file: string, message: string, fix: string): void {
    this.problems.push({ file, message, fix });
  }
}

function entryOf(archived: ArchivedDocument, more: Parameters<typeof archiveEntry>[1]) {
  return archived.kind === 'package'
    ? packageEntry(archived.document, more)
    : archiveEntry(archived.document, more);
}

function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id} ${version}`;
}

/** Names of JSON files below a folder, with slashes, in the order of their letters; none of those that are hidden. */
function filesBelow(folder: string, above = ''): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${above}${entry.name}`;
      if (entry.isDirectory()) return filesBelow(join(folder, entry.name), `${name}/`);
      return entry.name.endsWith('.json') && name !== indexFile ? [name] : [];
    });
}

function isAddress(file: string): boolean {
  return file.split('/').every((part) => /^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(part));
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
