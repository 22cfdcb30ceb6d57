/** Keys on the curve P-256: what each is for, how long it is valid, and the thumbprints that name them. */
import { secondsToMilliseconds } from 'date-fns/secondsToMilliseconds';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod/mini';

/** What a key is for, by the word of RFC 7517: `sig` signs, `enc` closes and opens. No key is for both. */
export type KeyUse = 'sig' | 'enc';

/** A public key on P-256, as a JSON Web Key; whatever else the object holds is left alone. */
export interface PublicKey extends Readonly<Pick<JsonWebKey, 'kty' | 'crv' | 'x' | 'y'>> {
  /** Must be there: `'sig'` of a sender, `'enc'` of a recipient. */
  readonly use?: string;
  /** Where it is there, it names nothing that the other use does. */
  readonly key_ops?: readonly string[];
  /** Seconds since 1970 from which it is valid, and from which it is not any more; without them always. */
  readonly nbf?: number | undefined;
  readonly exp?: number | undefined;
}

export interface KeyPair {
  readonly publicKey: PublicKey;
  /** For Web Crypto, extractable or not; or a JSON Web Key. It never leaves the library's hands. */
  readonly privateKey: CryptoKey | JsonWebKey;
}

/**
 * Makes a new key pair, for demos and tests.
 *
 * @param use `'sign'` for a sender (ES256), `'open'` for a recipient (ECDH-ES+A256KW). A pair has one use.
 * @param options.extractable Whether the private key can be taken out of Web Crypto. Default false.
 */
export async function newKeys(
  use: 'sign' | 'open',
  { extractable = false }: { readonly extractable?: boolean } = {},
): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair(
    use === 'sign' ? signing : wrapping,
    use === 'sign' ? { extractable } : { extractable, crv: 'P-256' },
  );
  const point = pointOf(await exportJWK(publicKey));
  return { publicKey: { ...point, use: use === 'sign' ? 'sig' : 'enc' }, privateKey };
}

/** Returns the name of a public key (RFC 7638): nothing else of it, and nobody's name, is in an envelope's headers. */
export async function thumbprint(key: PublicKey): Promise<string> {
  return calculateJwkThumbprint(pointOf(key), 'sha256');
}

/**
 * The point alone, as it is reckoned with.
 * @throws RangeError for what is no key on P-256.
 */
export function pointOf(key: PublicKey): z.infer<typeof pointSchema> {
  return read(pointSchema, key);
}

/**
 * Takes only what is public, should a whole pair have been given by mistake.
 * @throws RangeError for what is no key on P-256, or is not for this use alone.
 */
export function publicPart(key: PublicKey, use: KeyUse): CheckedKey {
  if (!isFor(key, use, true))
    throw new RangeError(
      `A key of a ${owners[use]} is for that alone, and says so: use: "${use}".`,
    );
  return { ...pointOf(key), ...read(validitySchema, key), use };
}

/**
 * Takes a pair whose halves are both for this use.
 * @throws RangeError when one is not, or when they can be seen not to belong together.
 */
export function pairFor({ publicKey, privateKey }: KeyPair, use: KeyUse): CheckedPair {
  const own = publicPart(publicKey, use);
  if (!isPrivateFor(privateKey, use))
    throw new RangeError(`A private key of a ${owners[use]}, on P-256, is for that alone.`);
  if ('x' in privateKey && (privateKey.x !== own.x || privateKey.y !== own.y))
    throw new RangeError('A pair: the private key belongs to the public one.');
  return { publicKey: own, privateKey };
}

/** Whether a key is valid at two instants, and so between them; in milliseconds since 1970. */
export function isValid({ nbf, exp }: CheckedKey, from: number, to: number = from): boolean {
  return (
    (nbf === undefined || secondsToMilliseconds(nbf) <= from) &&
    (exp === undefined || to < secondsToMilliseconds(exp))
  );
}

const owners: Readonly<Record<KeyUse, string>> = { sig: 'sender', enc: 'recipient' };

/** What Web Crypto and RFC 7517 call what may be done with a key. */
const operations: Readonly<Record<KeyUse, readonly string[]>> = {
  sig: ['sign', 'verify'],
  enc: ['deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey', 'encrypt', 'decrypt'],
};

function isFor(
  { use, key_ops: ops }: Pick<PublicKey, 'use' | 'key_ops'>,
  wanted: KeyUse,
  mustSay: boolean,
): boolean {
  return (
    (use === wanted || (use === undefined && !mustSay)) &&
    (ops === undefined ||
      (Array.isArray(ops) &&
        ops.every((op: unknown) => operations[wanted].some((each) => each === op))))
  );
}

function isPrivateFor(key: CryptoKey | JsonWebKey, use: KeyUse): boolean {
  if (!('algorithm' in key)) return typeof key.d === 'string' && isFor(key, use, false);
  const { name, namedCurve } = key.algorithm as EcKeyAlgorithm;
  return (
    key.type === 'private' &&
    name === (use === 'sig' ? 'ECDSA' : 'ECDH') &&
    namedCurve === 'P-256' &&
    key.usages.every((usage) => operations[use].includes(usage))
  );
}

function read<Schema extends z.ZodMiniType>(schema: Schema, key: PublicKey): z.output<Schema> {
  const { data, success } = schema.safeParse(key);
  if (!success)
    throw new RangeError('A public key: a JSON Web Key on P-256; nbf and exp in seconds.');
  return data;
}

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));
const point = { kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate };
const validity = { nbf: z.optional(z.number()), exp: z.optional(z.number()) };
const pointSchema = z.object(point);
const validitySchema = z.object(validity);

/** A public key as it stands in a share; whatever else it holds is left out. */
export const publicKeySchema = z.object({ ...point, ...validity, use: z.enum(['sig', 'enc']) });

/** A key that was read: a point on P-256, what it is for, and how long it is valid. */
export type CheckedKey = z.infer<typeof publicKeySchema>;

/** A pair that was read. */
export interface CheckedPair {
  readonly publicKey: CheckedKey;
  readonly privateKey: CryptoKey | JsonWebKey;
}

/** The only algorithms there are: what an envelope says of itself never chooses. */
export const signing = 'ES256';
export const wrapping = 'ECDH-ES+A256KW';
export const encryption = 'A256GCM';
