/** Profiles and cluster packages on the way from one archive to another: one file with many, each with its signatures. */
import * as z from 'zod/mini';
import { excessOfText, type DocumentLimits } from '../json/limits.ts';
import { isObject } from '../json/values.ts';
import { name } from '../adapter/reading.ts';
import { isClusterPackage } from '../report/package/index.ts';
import type { ProfileError } from '../profile/index.ts';
import { readArchived, type ArchivedDocument } from './documents.ts';
import type { Publication } from './types.ts';

const bundleFormat = 'overblik-profiles/1';

const bundleLimits: DocumentLimits = {
  characters: 100_000_000,
  depth: 50,
  nodes: 5_000_000,
  key: 1000,
};

/** One document of a bundle, checked. */
export type BundledDocument =
  | ({ readonly ok: true; readonly publication: Publication } & ArchivedDocument)
  | {
      readonly ok: false;
      /** What it calls itself, or its place in the file. */
      readonly name: string;
      readonly errors: readonly ProfileError[];
    };

export type BundleOutcome =
  | { readonly ok: true; readonly documents: readonly BundledDocument[] }
  /** `newer`: of a format that this version does not know. `unreadable`: no JSON, or neither a bundle nor a document. */
  | { readonly ok: false; readonly reason: 'unreadable' | 'newer' | 'too-large' };

/** Writes a bundle: JSON text, a document a line; cluster packages in a list of their own. */
export function writeBundle(documents: readonly Publication[]): string {
  const written = documents.map(({ document, signatures = [] }) => {
    const json: unknown = typeof document === 'string' ? JSON.parse(document) : document;
    const line = JSON.stringify({
      document: json,
      ...(signatures.length > 0 ? { signatures } : {}),
    });
    return { isPackage: isClusterPackage(json), line: `    ${line}` };
  });
  const linesOf = (of: boolean) =>
    written.flatMap(({ isPackage, line }) => (isPackage === of ? [line] : [])).join(',\n');
  const packages = linesOf(true);
  const more = packages === '' ? '' : `,\n  "packages": [\n${packages}\n  ]`;
  return `{\n  "format": "${bundleFormat}",\n  "profiles": [\n${linesOf(false)}\n  ]${more}\n}\n`;
}

/**
 * Reads a bundle, a list of profile documents, or one document; each is checked by itself, and what is wrong with one is
 * no hindrance for the others. Never throws.
 */
export function readBundle(text: string): BundleOutcome {
  if (excessOfText(text, bundleLimits)) return { ok: false, reason: 'too-large' };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  if (Array.isArray(json)) return { ok: true, documents: json.map(readOne) };
  if (!isObject(json)) return { ok: false, reason: 'unreadable' };
  const format = json['format'];
  if (format === bundleFormat) {
    const { data } = bundleSchema.safeParse(json);
    if (!data) return { ok: false, reason: 'unreadable' };
    return { ok: true, documents: [...data.profiles, ...(data.packages ?? [])].map(readBundled) };
  }
  if (/^overblik-profiles\/\d+$/.test(String(format))) return { ok: false, reason: 'newer' };
  return { ok: true, documents: [readOne(json, 0)] };
}

function readBundled(given: unknown, at: number): BundledDocument {
  const { data } = bundledSchema.safeParse(given);
  return data ? readDocument(data.document, at, data.signatures) : readDocument(given, at);
}

function readOne(given: unknown, at: number): BundledDocument {
  return readDocument(given, at);
}

function readDocument(
  document: unknown,
  at: number,
  signatures: readonly string[] = [],
): BundledDocument {
  const outcome = readArchived(document);
  if (outcome.ok) return { ...outcome, publication: { document, signatures } };
  const { data } = namedSchema.safeParse(document);
  return {
    ok: false,
    name: data ? `${data.id} ${data.version}` : `${at + 1}`,
    errors: outcome.errors,
  };
}

const bundleSchema = z.object({
  profiles: z.array(z.unknown()),
  packages: z.optional(z.array(z.unknown())),
});
const bundledSchema = z.object({
  document: z.unknown(),
  signatures: z.optional(z.array(z.string())),
});
const namedSchema = z.object({ id: name, version: name });
