/** Profiles on the way from one archive to another: one file with many, each with its signatures. */
import * as z from 'zod/mini';
import { excessOfText, type DocumentLimits } from '../json/limits.ts';
import { isObject } from '../json/values.ts';
import { name } from '../adapter/reading.ts';
import { parseProfile, type Profile, type ProfileError } from '../profile/index.ts';
import type { Publication } from './types.ts';

const bundleFormat = 'overblik-profiles/1';

const bundleLimits: DocumentLimits = {
  characters: 100_000_000,
  depth: 50,
  nodes: 5_000_000,
  key: 1000,
};

/** One document of a bundle, checked. */
export type BundledProfile =
  | { readonly ok: true; readonly profile: Profile; readonly publication: Publication }
  | {
      readonly ok: false;
      /** What it calls itself, or its place in the file. */
      readonly name: string;
      readonly errors: readonly ProfileError[];
    };

export type BundleOutcome =
  | { readonly ok: true; readonly profiles: readonly BundledProfile[] }
  /** `newer`: of a format that this version does not know. `unreadable`: no JSON, or neither a bundle nor a profile. */
  | { readonly ok: false; readonly reason: 'unreadable' | 'newer' | 'too-large' };

/** Writes a bundle: JSON text, a profile a line. */
export function writeBundle(profiles: readonly Publication[]): string {
  const lines = profiles.map(({ document, signatures = [] }) => {
    const json: unknown = typeof document === 'string' ? JSON.parse(document) : document;
    return `    ${JSON.stringify({ document: json, ...(signatures.length > 0 ? { signatures } : {}) })}`;
  });
  return `{\n  "format": "${bundleFormat}",\n  "profiles": [\n${lines.join(',\n')}\n  ]\n}\n`;
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
  if (Array.isArray(json)) return { ok: true, profiles: json.map(readOne) };
  if (!isObject(json)) return { ok: false, reason: 'unreadable' };
  const format = json['format'];
  if (format === bundleFormat)
    return Array.isArray(json['profiles'])
      ? { ok: true, profiles: (json['profiles'] as readonly unknown[]).map(readBundled) }
      : { ok: false, reason: 'unreadable' };
  if (/^overblik-profiles\/\d+$/.test(String(format))) return { ok: false, reason: 'newer' };
  return { ok: true, profiles: [readOne(json, 0)] };
}

function readBundled(given: unknown, at: number): BundledProfile {
  const { data } = bundledSchema.safeParse(given);
  return data ? readDocument(data.document, at, data.signatures) : readDocument(given, at);
}

function readOne(given: unknown, at: number): BundledProfile {
  return readDocument(given, at);
}

function readDocument(
  document: unknown,
  at: number,
  signatures: readonly string[] = [],
): BundledProfile {
  const outcome = parseProfile(document);
  if (outcome.ok)
    return { ok: true, profile: outcome.profile, publication: { document, signatures } };
  const { data } = namedSchema.safeParse(document);
  return {
    ok: false,
    name: data ? `${data.id} ${data.version}` : `${at + 1}`,
    errors: outcome.errors,
  };
}

const bundledSchema = z.object({
  document: z.unknown(),
  signatures: z.optional(z.array(z.string())),
});
const namedSchema = z.object({ id: name, version: name });
