/**
 * The envelope's outer form: a JWE in its general JSON form (RFC 7516) with a digest, as one line of ASCII.
 * There is one way to write it, and whatever is written otherwise is not opened: no character of it can be
 * changed unnoticed.
 */
import { base64url } from 'jose';
import * as z from 'zod/mini';
import { lenient, present } from '../adapter/reading.ts';
import { excessOfText, type DocumentLimits } from '../json/limits.ts';
import { shareFormat } from './content.ts';
import { encryption, wrapping } from './keys.ts';
import { parsedJson } from '../json/parsed.ts';

/**
 * All that an envelope may be, found out before it is parsed: a share of most bytes that deflates badly, coded twice,
 * and the keys.
 */
export const envelopeLimits: DocumentLimits = {
  characters: 4 * 1024 * 1024,
  depth: 8,
  nodes: 2000,
  key: 100,
};
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
  | { readonly envelope: Envelope }
  | { readonly refused: 'unreadable' | 'too-large' | 'other-format' | 'altered' };

/** Reads an envelope as far as that goes without a key. Never throws on what it is given. */
export async function readEnvelope(input: unknown): Promise<ReadOutcome> {
  if (typeof input !== 'string') return { refused: 'unreadable' };
  const passed = excessOfText(input, envelopeLimits);
  // No envelope is deep or has many parts.
  if (passed) return { refused: passed.limit === 'characters' ? 'too-large' : 'unreadable' };
  const text = input.trim();
  const { data: outer } = outerSchema.safeParse(parsedJson(text));
  if (!outer) return { refused: 'unreadable' };
  const said = readHeader(outer.protected);
  // Asked first: another format may look otherwise in everything else.
  if (otherFormatSchema.safeParse(said).success) return { refused: 'other-format' };
  const { data: envelope } = envelopeSchema.safeParse(outer);
  if (!envelope) return { refused: 'unreadable' };
  if (text !== line(envelope, await digestOf(envelope))) return { refused: 'altered' };
  return isOurs(said, envelope) ? { envelope } : { refused: 'altered' };
}

function readHeader(text: string): unknown {
  try {
    return parsedJson(new TextDecoder().decode(base64url.decode(text)));
  } catch {
    return undefined;
  }
}

const outerSchema = z.looseObject({ protected: z.string() });

const otherFormatSchema = z.object({
  typ: z.string().check(
    z.regex(/^overblik-share\/\d+$/),
    z.refine((typ) => typ !== shareFormat),
  ),
});

const coded = z.string().check(z.refine(isCoded));

/** An ephemeral key, and nothing that may come along with it. */
const pointSchema = z.pipe(
  z.object({ x: coded, y: coded }),
  z.transform(({ x, y }) => ({ x, crv: 'P-256', kty: 'EC', y })),
);

const sealedForSchema = z.pipe(
  z.object({
    header: z.object({ kid: z.string(), epk: lenient(pointSchema) }),
    encrypted_key: coded,
  }),
  z.transform(({ header: { kid, epk }, encrypted_key: encryptedKey }): SealedFor => ({
    kid,
    encryptedKey,
    ...present({ epk }),
  })),
);

const envelopeSchema = z.object({
  protected: coded,
  // Counted before any of them is read.
  recipients: z.pipe(
    z.array(z.unknown()).check(z.minLength(1), z.maxLength(mostKeys)),
    z.array(sealedForSchema),
  ),
  iv: coded,
  ciphertext: coded,
  tag: coded,
});

/** The header of every envelope, with the point where there is one key only, and with nothing else. */
const headerSchema = z.strictObject({
  alg: z.literal(header.alg),
  enc: z.literal(header.enc),
  typ: z.literal(header.typ),
  cty: z.literal(header.cty),
  epk: z.optional(z.unknown()),
});

/** Asks for no other algorithm, no compression, no extension: an envelope does not choose how it is opened. */
function isOurs(said: unknown, { recipients }: Envelope): boolean {
  const { data: own } = headerSchema.safeParse(said);
  if (!own) return false;
  return (
    // One key has its point in the protected header, several have one each.
    (recipients.length === 1) === pointSchema.safeParse(own.epk).success &&
    recipients.every((each) => (each.epk === undefined) === (own.epk !== undefined))
  );
}

/** Accepts base64url as it is written, not merely as it can be read: spare bits and spaces would be room for change. */
function isCoded(value: string): boolean {
  if (!/^[\w-]+$/.test(value) || value.length % 4 === 1) return false;
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
 * Digests everything else in the envelope. It keeps no secret and proves nothing to an attacker: it tells what was
 * damaged on the way, also in the parts that are for others, from what is meant for somebody else.
 */
async function digestOf(envelope: Envelope): Promise<string> {
  const bytes = new TextEncoder().encode(line(envelope));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
