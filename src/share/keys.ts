/** Keys on the curve P-256, and the thumbprints that name them. Real ones come from the host's PKI. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod/mini';

/** A public key on P-256, as a JSON Web Key; whatever else the object holds is left alone. */
export type PublicKey = Readonly<Pick<JsonWebKey, 'kty' | 'crv' | 'x' | 'y'>>;

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
  return { publicKey: publicPart(await exportJWK(publicKey)), privateKey };
}

/** Returns the name of a public key (RFC 7638): nothing else of it, and nobody's name, is in an envelope's headers. */
export async function thumbprint(key: PublicKey): Promise<string> {
  return calculateJwkThumbprint(publicPart(key), 'sha256');
}

/**
 * Takes only what is public, should a whole pair have been given by mistake.
 * @throws RangeError for what is no key on P-256.
 */
export function publicPart(key: PublicKey): Required<PublicKey> {
  const { data } = publicKeySchema.safeParse(key);
  if (!data) throw new RangeError('A public key: a JSON Web Key on P-256.');
  return data;
}

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));

/** A public key on P-256, as a JSON Web Key; whatever else it holds is left out. */
export const publicKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});

/** The only algorithms there are: what an envelope says of itself never chooses. */
export const signing = 'ES256';
export const wrapping = 'ECDH-ES+A256KW';
export const encryption = 'A256GCM';
