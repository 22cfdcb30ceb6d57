/**
 * The envelope's outer form: a JWE in its general JSON form (RFC 7516) with a digest, as one line of ASCII.
 * There is one way to write it, and whatever is written otherwise is not opened: no character of it can be
 * changed unnoticed.
 */
import { base64url } from 'jose';
import { shareFormat } from './content.ts';
import { encryption, wrapping } from './keys.ts';

/** Most characters of an envelope. */
export const mostCharacters = 32 * 1024 * 1024;
/** Most keys that an envelope may be closed with. */
export const mostKeys = 100;

export interface SealedFor {
  /** The key's thumbprint. */
  readonly kid: string;
  /** Absent when there is one key only: then it is in the protected header. */
  readonly epk?: object;
  readonly encryptedKey: string;
}

export interface Envelope {
  readonly protected: string;
  readonly recipients: readonly SealedFor[];
  readonly iv: string;
  readonly ciphertext: string;
  readonly tag: string;
}

/** The header that all envelopes have: what it is and how it is closed, nothing of what is in it. */
export const header = { alg: wrapping, enc: encryption, typ: shareFormat, cty: 'JOSE' } as const;

export async function writeEnvelope(envelope: Envelope): Promise<string> {
  return line(envelope, await digestOf(envelope));
}

export type ReadOutcome =
  { readonly envelope: Envelope } | { readonly refused: 'unreadable' | 'newer-format' | 'altered' };

/** Reads an envelope as far as that goes without a key. Never throws on what it is given. */
export async function readEnvelope(input: unknown): Promise<ReadOutcome> {
  if (typeof input !== 'string' || input.length > mostCharacters) return { refused: 'unreadable' };
  const text = input.trim();
  const json = parse(text);
  const protectedText = json?.protected;
  if (!json || typeof protectedText !== 'string') return { refused: 'unreadable' };
  const said = readHeader(protectedText);
  // Asked first: a newer format may look otherwise in everything else.
  if (
    typeof said?.typ === 'string' &&
    said.typ !== shareFormat &&
    /^overblik-share\/\d+$/.test(said.typ)
  )
    return { refused: 'newer-format' };
  const envelope = shapeOf(json);
  if (!envelope) return { refused: 'unreadable' };
  if (text !== line(envelope, await digestOf(envelope))) return { refused: 'altered' };
  return isOurs(said, envelope) ? { envelope } : { refused: 'altered' };
}

function parse(text: string): Loose | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function readHeader(text: string): Loose | undefined {
  try {
    return parse(new TextDecoder().decode(base64url.decode(text)));
  } catch {
    return undefined;
  }
}

function shapeOf({
  protected: said,
  recipients,
  iv,
  ciphertext,
  tag,
}: Loose): Envelope | undefined {
  if (!Array.isArray(recipients) || recipients.length < 1 || recipients.length > mostKeys)
    return undefined;
  const sealedFor = recipients.map((each): SealedFor | undefined => {
    const { header: own, encrypted_key: encryptedKey } = isObject(each) ? each : {};
    if (!isObject(own) || typeof own.kid !== 'string' || !isCoded(encryptedKey)) return undefined;
    const epk = readPoint(own.epk);
    return { kid: own.kid, encryptedKey, ...(epk ? { epk } : {}) };
  });
  if (!sealedFor.every((each) => each !== undefined)) return undefined;
  if (!isCoded(said) || !isCoded(iv) || !isCoded(ciphertext) || !isCoded(tag)) return undefined;
  return { protected: said, recipients: sealedFor, iv, ciphertext, tag };
}

/** An ephemeral key, and nothing that may come along with it. */
function readPoint(value: unknown): object | undefined {
  if (!isObject(value)) return undefined;
  const { x, y } = value;
  return isCoded(x) && isCoded(y) ? { x, crv: 'P-256', kty: 'EC', y } : undefined;
}

/** No other algorithm, no compression, no extension: an envelope does not choose how it is opened. */
function isOurs(said: Loose | undefined, { recipients }: Envelope): boolean {
  const { epk, ...rest } = said ?? {};
  const names = Object.keys(header) as (keyof typeof header)[];
  return (
    Object.keys(rest).length === names.length &&
    names.every((name) => rest[name] === header[name]) &&
    // One key has its point in the protected header, several have one each.
    (recipients.length === 1) === (readPoint(epk) !== undefined) &&
    recipients.every((each) => (each.epk === undefined) === (epk !== undefined))
  );
}

/** Base64url as it is written, not merely as it can be read: spare bits and spaces would be room for change. */
function isCoded(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value) || value.length % 4 === 1) return false;
  const end = value.slice(value.length - (value.length % 4 || 4));
  return base64url.encode(base64url.decode(end)) === end;
}

function line(
  { protected: said, recipients, iv, ciphertext, tag }: Envelope,
  digest?: string,
): string {
  return JSON.stringify({
    protected: said,
    recipients: recipients.map(({ kid, epk, encryptedKey }) => ({
      header: epk ? { kid, epk } : { kid },
      encrypted_key: encryptedKey,
    })),
    iv,
    ciphertext,
    tag,
    digest,
  });
}

/**
 * Of everything else in the envelope. It keeps no secret and proves nothing to an attacker: it tells what was
 * damaged on the way, also in the parts that are for others, from what is meant for somebody else.
 */
async function digestOf(envelope: Envelope): Promise<string> {
  const bytes = new TextEncoder().encode(line(envelope));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

type Loose = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
