/** What is told of a version in an archive, made from its document. */
import {
  queryTypes,
  resolveCodes,
  type Codes,
  type CodeSet,
  type LocalText,
  type Profile,
} from '../profile/index.ts';
import { describeProfile, definitionHash } from '../profile/index.ts';
import { isObject } from '../json/values.ts';
import { describePackage, packageHash, type ClusterPackage } from '../report/package/index.ts';
import { normalizeSystem, recordTypes, type RecordType } from '../record/index.ts';
import { wordsIn } from './fold.ts';
import type { ArchiveEntry, Withdrawal } from './types.ts';

/** What an archive knows of a version that does not stand in its document. */
export interface EntryFacts {
  readonly signatures?: readonly string[];
  readonly withdrawn?: Withdrawal;
}

/** Makes the entry of a checked profile. One that is withdrawn is no longer in force, whatever its document says. */
export async function archiveEntry(profile: Profile, more: EntryFacts = {}): Promise<ArchiveEntry> {
  return {
    ...factsOf(profile, await definitionHash(profile), more),
    dataTypes: typesIn(profile),
    codes: setsIn(profile),
    words: wordsOf(profile),
  };
}

/** Makes the entry of a checked cluster package: it asks for nothing, and names the profiles that do. */
export async function packageEntry(
  document: ClusterPackage,
  more: EntryFacts = {},
): Promise<ArchiveEntry> {
  return {
    kind: 'package',
    ...factsOf(document, await packageHash(document), more),
    profiles: document.profiles,
    ...{ dataTypes: [], codes: [] },
    words: wordsOfPackage(document),
  };
}

/** What both kinds of documents say of themselves. */
function factsOf(
  document: Profile | ClusterPackage,
  hash: string | undefined,
  { signatures = [], withdrawn }: EntryFacts,
): Omit<ArchiveEntry, 'dataTypes' | 'codes' | 'words'> {
  const { id, version, title, status = 'published', purpose, about = {} } = document;
  const { validFrom, validTo } = document;
  const { audience = [], approvedBy = [], nextReview } = about;
  return {
    ...{ id, version, title, purpose, audience, approvedBy, signatures },
    status: withdrawn ? 'retired' : status,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(nextReview === undefined ? {} : { nextReview }),
    ...(hash === undefined ? {} : { hash }),
    ...(withdrawn ? { withdrawn } : {}),
  };
}

/** The types of records that anything in a profile asks for. */
function typesIn({ population, information, markers, indicators }: Profile): readonly RecordType[] {
  const found = new Set<string>(information.map(({ type }) => type));
  visit([population, information, markers, indicators], (key) => {
    if (queryTypes.some((type) => type === key)) found.add(key);
  });
  return recordTypes.filter((type) => found.has(type));
}

/** The code sets that stand in a profile, named or in place, each once. */
function setsIn(profile: Profile): readonly Pick<CodeSet, 'system' | 'include' | 'exclude'>[] {
  const sets = new Map<string, Pick<CodeSet, 'system' | 'include' | 'exclude'>>();
  const add = ({ system, include, exclude }: CodeSet) => {
    const set = { system: normalizeSystem(system), include, ...(exclude ? { exclude } : {}) };
    sets.set(JSON.stringify(set), set);
  };
  const { codes, population, information, markers, indicators } = profile;
  for (const set of Object.values(codes ?? {})) add(set);
  visit([population, information, markers, indicators], (key, value) => {
    if (key === 'codes') for (const set of resolveCodes(profile, value as Codes)) add(set);
  });
  return [...sets.values()];
}

/** Goes through every key of a part of a profile. */
function visit(value: unknown, look: (key: string, value: unknown) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  if (!isObject(value)) return;
  for (const [key, each] of Object.entries(value)) {
    look(key, each);
    visit(each, look);
  }
}

/** Every word that its readers see, in both languages, with the names of codes and who vouches for it. */
function wordsOf(profile: Profile): string {
  const { id, title, about = {}, codes = {} } = profile;
  const texts = [
    ...[id, title.da, title.en ?? ''],
    ...(['da', 'en'] as const).flatMap((language) =>
      describeProfile(profile, language).sections.flatMap(({ lines }) => lines),
    ),
    ...(about.audience ?? []).flatMap(({ da, en = '' }) => [da, en]),
    ...(about.approvedBy ?? []).map(({ name }) => name),
    ...(about.authors ?? []),
    ...Object.values(codes).flatMap(({ names = {} }) => Object.values(names).flatMap(textsOf)),
  ];
  return [...new Set(texts.flatMap(wordsIn))].sort().join(' ');
}

function wordsOfPackage(document: ClusterPackage): string {
  const { id, title, about = {} } = document;
  const texts = [
    ...[id, title.da, title.en ?? ''],
    ...(['da', 'en'] as const).flatMap((language) =>
      describePackage(document, language).sections.flatMap(({ lines }) => lines),
    ),
    ...(about.audience ?? []).flatMap(textsOf),
    ...(about.authors ?? []),
  ];
  return [...new Set(texts.flatMap(wordsIn))].sort().join(' ');
}

function textsOf(text: string | LocalText): readonly string[] {
  return typeof text === 'string' ? [text] : [text.da, text.en ?? ''];
}
