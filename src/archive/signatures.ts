/** Who has signed a profile: detached signatures (JWS, RFC 7515) over its document, and whom the host trusts. */
import {
  base64url,
  calculateJwkThumbprint,
  FlattenedSign,
  flattenedVerify,
  importJWK,
  type JWK,
} from 'jose';
import * as z from 'zod/mini';
import { name } from '../adapter/reading.ts';
import { canonicalJson } from '../json/canonical.ts';
import { isObject } from '../json/values.ts';

/** A publisher whom the host trusts: name and public key come by another way than the archive. */
export interface TrustedPublisher {
  /** As it is told to readers. */
  readonly name: string;
  /** A public key on P-256, or Ed25519, as a JSON Web Key. */
  readonly key: JWK;
}

/** What comes out of one signature. `unknown`: it fits, but by a key that the host does not trust. */
export type SignatureState =
  | { readonly state: 'trusted'; readonly by: string; readonly key: string }
  | { readonly state: 'unknown'; readonly key: string }
  /** The document is not the one that was signed, or the signature is none. */
  | { readonly state: 'broken' };

/** What comes out of all of them: one that is broken is never outweighed by another. */
export type SignedState = 'trusted' | 'unknown' | 'broken' | 'unsigned';

/** The algorithms there are: what a signature says of itself chooses among these alone, and by its key. */
const algorithms: Readonly<Record<string, string>> = { 'P-256': 'ES256', Ed25519: 'EdDSA' };

/** What the header says that it is. */
const signatureType = 'overblik-profile+jws';

/** So many signatures of a document are looked at. */
const mostSignatures = 20;
const longestSignature = 4000;

/**
 * What is signed: the whole document in its canonical form (RFC 8785), but `status`, which an archive changes when it
 * withdraws a version, and `$schema`. Who vouches for it (`about.approvedBy`) is signed with the rest.
 *
 * @param document JSON text, or as `JSON.parse` gives it.
 * @throws {RangeError} of what is no document.
 */
export function signedText(document: unknown): string {
  const json: unknown = typeof document === 'string' ? parse(document) : document;
  if (!isObject(json)) throw new RangeError('No document: a profile is a JSON object.');
  return canonicalJson(
    Object.fromEntries(
      Object.entries(json).filter(([key]) => key !== 'status' && key !== '$schema'),
    ),
  );
}

/**
 * Signs a profile document: a JWS in its compact form without the payload, `header..signature`. The public key stands
 * in it, so that who does not know it can tell whether the document was changed, and not who signed.
 *
 * @param key A private key on P-256 or Ed25519, as a JSON Web Key.
 * @throws {RangeError} of another key, or of what is no document.
 */
export async function signProfile(document: unknown, key: JWK): Promise<string> {
  const alg = algorithmOf(key);
  if (typeof key.d !== 'string') throw new RangeError('A signature takes a private key.');
  const open = publicPart(key);
  const { protected: header = '', signature } = await new FlattenedSign(bytesOf(document))
    .setProtectedHeader({ alg, typ: signatureType, kid: await thumbprintOf(open), jwk: open })
    .sign(await importJWK({ ...open, d: key.d }, alg));
  return `${header}..${signature}`;
}

/** Looks at each signature of a document. Never throws on what it is given: a signature that is none is broken. */
export async function verifySignatures(
  document: unknown,
  signatures: readonly string[],
  trusted: readonly TrustedPublisher[],
): Promise<readonly SignatureState[]> {
  const names = await namesOf(trusted);
  return Promise.all(
    signatures.slice(0, mostSignatures).map((each) => verify(document, each, names)),
  );
}

/** The names of publishers by their keys; what is no key is nobody's. */
async function namesOf(trusted: unknown): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const each of Array.isArray(trusted) ? trusted : []) {
    const { data } = publisherSchema.safeParse(each);
    if (data) names.set(await thumbprintOf(publicPart(data.key)), data.name);
  }
  return names;
}

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));
const publisherSchema = z.object({
  name,
  key: z.union([
    z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: coordinate,
      y: coordinate,
    }),
    z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
  ]),
});

/** All of them in one. */
export function signedState(states: readonly SignatureState[]): SignedState {
  for (const state of ['broken', 'trusted', 'unknown'] as const)
    if (states.some((each) => each.state === state)) return state;
  return 'unsigned';
}

async function verify(
  document: unknown,
  signature: string,
  names: ReadonlyMap<string, string>,
): Promise<SignatureState> {
  try {
    if (signature.length > longestSignature) return { state: 'broken' };
    const [header = '', payload, value, ...more] = signature.split('.');
    if (payload !== '' || !value || more.length > 0) return { state: 'broken' };
    const said = headerSchema.parse(parse(new TextDecoder().decode(base64url.decode(header))));
    const open = publicPart(said.jwk);
    const alg = algorithmOf(open);
    const key = await thumbprintOf(open);
    await flattenedVerify(
      { protected: header, payload: base64url.encode(bytesOf(document)), signature: value },
      await importJWK(open, alg),
      { algorithms: [alg] },
    );
    const by = names.get(key);
    return by === undefined ? { state: 'unknown', key } : { state: 'trusted', by, key };
  } catch {
    return { state: 'broken' };
  }
}

/** Nothing else may be in it: no `crit`, no other payload encoding, no address to fetch a key from. */
const headerSchema = z.strictObject({
  alg: z.enum(['ES256', 'EdDSA']),
  typ: z.literal(signatureType),
  kid: z.string(),
  jwk: z.looseObject({ kty: z.string() }),
});

function bytesOf(document: unknown): Uint8Array {
  return new TextEncoder().encode(signedText(document));
}

function algorithmOf({ crv = '' }: JWK): string {
  const alg = Object.hasOwn(algorithms, crv) ? algorithms[crv] : undefined;
  if (alg === undefined) throw new RangeError('A key on P-256 or Ed25519.');
  return alg;
}

/** The point alone: whatever else a key says, and its private half, stay where they are. */
function publicPart({ kty, crv, x, y }: JWK): JWK {
  return {
    ...(kty === undefined ? {} : { kty }),
    ...(crv === undefined ? {} : { crv }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  };
}

async function thumbprintOf(key: JWK): Promise<string> {
  return calculateJwkThumbprint(key, 'sha256');
}

function parse(text: string): unknown {
  return JSON.parse(text);
}
