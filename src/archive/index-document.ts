/** The index of an archive that is a folder: `index.json`, made by `overblik archive` and read by any page. */
import * as z from 'zod/mini';
import { calendarDate, lenient, localText, name, present, text } from '../adapter/reading.ts';
import { excessOfText, type DocumentLimits } from '../json/limits.ts';
import { isObject } from '../json/values.ts';
import { recordTypes } from '../record/index.ts';
import { archiveProblem, ArchiveError, type ArchiveProblem } from './problems.ts';
import type { ArchiveContents, ArchiveEntry } from './types.ts';

/** The format of the index; a later one is another number. */
const archiveFormat = 'overblik-archive/1';

/** What the file is called, in the archive's folder. */
export const indexFile = 'index.json';

/** All that an index may be: some thousand versions. */
const indexLimits: DocumentLimits = {
  characters: 50_000_000,
  depth: 12,
  nodes: 2_000_000,
  key: 1000,
};

/** An entry, and where its document stands below the archive's folder. */
export interface IndexedEntry extends ArchiveEntry {
  readonly file: string;
}

export interface ArchiveIndex {
  /** Profiles and cluster packages. In the file the packages stand in a list of their own. */
  readonly entries: readonly IndexedEntry[];
  /** Files with reports of exemptions that clinics have sent, by the id of the profile. */
  readonly exemptions: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly ArchiveProblem[];
}

/**
 * Reads an index. An entry that cannot be read is left out, and told; the rest is there.
 *
 * @param file What it is called where something is told of it.
 * @throws {ArchiveError} of a text that is no index, or one of a newer format.
 */
export function readIndex(given: string, file = indexFile): ArchiveIndex {
  const json = excessOfText(given, indexLimits) ? undefined : parse(given);
  if (!isObject(json)) throw new ArchiveError('broken-index', file);
  if (json['format'] !== archiveFormat) {
    const isNewer = /^overblik-archive\/\d+$/.test(String(json['format']));
    throw new ArchiveError(isNewer ? 'newer-index' : 'broken-index', file);
  }
  const { data } = indexSchema.safeParse(json);
  if (!data) throw new ArchiveError('broken-index', file);
  const entries = new Map<string, IndexedEntry>();
  const problems: ArchiveProblem[] = [];
  const take = (each: unknown, at: number, kind: ArchiveEntry['kind']) => {
    const { data: entry } = entrySchema.safeParse(each);
    if (!entry || entry.kind !== kind) {
      problems.push(archiveProblem('broken-entry', nameIn(each, at)));
      return;
    }
    const own = versionName(entry);
    if (entries.has(own)) problems.push(archiveProblem('repeated-entry', own));
    else if (kinds.has(entry.id) && kinds.get(entry.id) !== kind)
      problems.push(archiveProblem('other-kind', own));
    else {
      entries.set(own, inForce(present(entry) as IndexedEntry));
      kinds.set(entry.id, kind);
    }
  };
  const kinds = new Map<string, ArchiveEntry['kind']>();
  for (const [at, each] of data.entries.entries()) take(each, at, undefined);
  for (const [at, each] of (data.packages ?? []).entries()) take(each, at, 'package');
  return { entries: [...entries.values()], exemptions: data.exemptions ?? {}, problems };
}

/**
 * Reads what an archive tells of itself, as `readIndex` reads an index.
 * @throws {ArchiveError} of what is no answer.
 */
export function readContents(answer: unknown): ArchiveContents {
  if (!isObject(answer) || !Array.isArray(answer['entries'])) throw new ArchiveError('no-answer');
  const given: readonly unknown[] = answer['entries'];
  const told = z.array(z.unknown()).safeParse(answer['problems']).data ?? [];
  const entries = new Map<string, ArchiveEntry>();
  const problems = told.flatMap((each) => {
    const { data } = problemSchema.safeParse(each);
    return data ? [data as ArchiveProblem] : [];
  });
  for (const [at, each] of given.entries()) {
    const { data } = toldSchema.safeParse(each);
    if (!data) problems.push(archiveProblem('broken-entry', nameIn(each, at)));
    else if (entries.has(versionName(data)))
      problems.push(archiveProblem('repeated-entry', versionName(data)));
    else entries.set(versionName(data), inForce(present(data) as ArchiveEntry));
  }
  return { entries: [...entries.values()], problems };
}

/** Writes an index: a line an entry, so that what changes is seen where the folder is kept in versions. */
export function writeIndex({
  entries,
  exemptions,
}: Pick<ArchiveIndex, 'entries' | 'exemptions'>): string {
  const lines = (of: ArchiveEntry['kind']) =>
    entries
      .filter(({ kind }) => kind === of)
      .map((each) => `    ${JSON.stringify(each)}`)
      .join(',\n');
  const packages = lines('package');
  // Apart from the profiles: who knows of none takes no package for one.
  const more = [
    ...(packages === '' ? [] : [`,\n  "packages": [\n${packages}\n  ]`]),
    ...(Object.keys(exemptions).length > 0
      ? [`,\n  "exemptions": ${JSON.stringify(exemptions)}`]
      : []),
  ].join('');
  return `{\n  "format": "${archiveFormat}",\n  "entries": [\n${lines(undefined)}\n  ]${more}\n}\n`;
}

/** As a version is called where something is told of it: `dk.demens 1.1.0`. */
export function versionName({ id, version }: { readonly id: string; readonly version: string }) {
  return `${id} ${version}`;
}

/** A version that is withdrawn is not in force, whatever else is told of it. */
function inForce<Entry extends ArchiveEntry>(entry: Entry): Entry {
  return entry.withdrawn ? { ...entry, status: 'retired' } : entry;
}

function nameIn(entry: unknown, at: number): string {
  const { id, version } = isObject(entry) ? entry : {};
  const said = z.object({ id: name, version: name }).safeParse({ id, version }).data;
  return said ? versionName(said) : `${at + 1}`;
}

function parse(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

const code = z.string().check(z.maxLength(200));
const codeSet = z.object({
  system: code,
  include: z.array(code),
  exclude: z.optional(z.array(code)),
});

const approval = z.object({
  name,
  on: z.optional(calendarDate),
  until: z.optional(calendarDate),
  url: z.optional(name),
});

/** A path below the folder, in plain letters: nothing in an index leads anywhere else. */
const file = z
  .string()
  .check(
    z.regex(
      /^(?!.*(?:^|\/)\.)[\p{L}\p{N}][\p{L}\p{N}._ -]*(?:\/[\p{L}\p{N}][\p{L}\p{N}._ -]*)*\.json$/u,
    ),
  );

const entryFields = {
  kind: z.optional(z.literal('package')),
  profiles: z.optional(
    z.array(z.object({ id: name.check(z.minLength(1)), version: z.optional(name) })),
  ),
  id: name.check(z.minLength(1)),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+(-[\dA-Za-z.-]+)?$/)),
  title: localText,
  status: z.enum(['draft', 'published', 'retired']),
  purpose: z.array(localText),
  audience: z.array(localText),
  approvedBy: z.array(approval),
  validFrom: z.optional(calendarDate),
  validTo: z.optional(calendarDate),
  nextReview: z.optional(calendarDate),
  dataTypes: z.pipe(
    z.array(z.string()),
    // A later version may know further types.
    z.transform((given) => recordTypes.filter((type) => given.includes(type))),
  ),
  codes: z.array(codeSet),
  words: text,
  hash: z.optional(z.string().check(z.regex(/^[\da-f]{64}$/))),
  signatures: z.array(z.string()),
  // A withdrawal that cannot be read must not be taken for none.
  withdrawn: z.optional(z.object({ reason: text, on: calendarDate })),
};
const entrySchema = z.object({ ...entryFields, file });
const toldSchema = z.object(entryFields);

const problemSchema = z.object({
  kind: z.string(),
  about: name,
  message: localText,
  fix: localText,
});

const indexSchema = z.object({
  entries: z.array(z.unknown()),
  packages: z.optional(z.array(z.unknown())),
  exemptions: lenient(z.record(z.string(), z.array(file))),
});
