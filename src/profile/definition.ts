/**
 * What a profile's answers come from, as a number that stands for all of it: the definition's hash. It is shown with
 * every result, so that whoever holds two results knows whether they were made by the same rules.
 */
import { canonicalJson } from '../json/canonical.ts';
import type { Profile } from './types.ts';

/**
 * What does not belong to the definition: how finished the document is (`status`), which an archive may change when it
 * withdraws a version; what changes no answer (`about`, R24: authors, approval, history, test patients); the editor's
 * `$schema`. All the rest does, id, version and texts too: they are what a reader reads.
 */
const besides: ReadonlySet<string> = new Set(['$schema', 'status', 'about']);

/** The definition as text that is the same whoever writes it (RFC 8785). */
export function definitionText(profile: Profile): string {
  return canonicalJson(
    Object.fromEntries(Object.entries(profile).filter(([key]) => !besides.has(key))),
  );
}

/**
 * The SHA-256 of a checked profile's definition, in 64 hexadecimal digits. It is worked out once for each profile.
 *
 * @returns Undefined where the page has no Web Crypto, as one that was fetched over plain HTTP, and of a profile with half
 *   a character in a text, which cannot be written.
 */
export function definitionHash(profile: Profile): Promise<string | undefined> {
  let hash = underWay.get(profile);
  if (!hash) underWay.set(profile, (hash = hashOf(profile)));
  return hash;
}

/** The same where it has been worked out already. */
export function knownHash(profile: Profile): string | undefined {
  return known.get(profile);
}

/** Of which definition a result is: a profile's version, and the hash of what it said. */
export interface Definition {
  readonly id: string;
  readonly version: string;
  /** 64 hexadecimal digits (`definitionHash`). */
  readonly hash: string;
}

/** The definitions of some profiles, for what is sent with results; those are left out that have no hash here. */
export async function definitionsOf(profiles: readonly Profile[]): Promise<readonly Definition[]> {
  const hashes = await Promise.all(profiles.map(definitionHash));
  return profiles.flatMap(({ id, version }, at) => {
    const hash = hashes[at];
    return hash === undefined ? [] : [{ id, version, hash }];
  });
}

/** So many digits of it are shown where there is little room: enough to tell the versions of a profile apart. */
const shortDigits = 8;

/** The beginning of a hash, for where there is little room. */
export function shortHash(hash: string): string {
  return hash.slice(0, shortDigits);
}

const underWay = new WeakMap<Profile, Promise<string | undefined>>();
const known = new WeakMap<Profile, string>();

async function hashOf(profile: Profile): Promise<string | undefined> {
  const text = textOf(profile);
  const hash = text === undefined ? undefined : await sha256Of(text);
  if (hash !== undefined) known.set(profile, hash);
  return hash;
}

/** The SHA-256 of a text, in 64 hexadecimal digits; undefined where the page has no Web Crypto. */
export async function sha256Of(text: string): Promise<string | undefined> {
  // Undefined in a page that is no secure context.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function textOf(profile: Profile): string | undefined {
  try {
    return definitionText(profile);
  } catch {
    return undefined;
  }
}
