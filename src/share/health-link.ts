/**
 * A SMART Health Link (HL7 SMART Health Cards and Links, STU 1): a link that holds the key to an encrypted file, for a
 * receiver without Overblik and without a key of their own. The host puts the file where the link points.
 */
import { millisecondsInSecond } from 'date-fns/constants';
import { base64url, CompactEncrypt } from 'jose';
import * as z from 'zod/mini';
import { text } from '../adapter/reading.ts';
import { excessOfText } from '../json/limits.ts';
import type { Share } from './content.ts';
import { readInstant } from './instant.ts';
import { isWithin, mostDays } from './lifetime.ts';
import { packedSizes, shareLimits, TooLarge } from './pack.ts';

export interface HealthLinkOptions {
  /**
   * Where the host will put the file, or its manifest: `https`, at most 128 characters, with 32 random bytes in it
   * (43 characters of base64url), so that nobody guesses it.
   */
  readonly url: string;
  /** What the receiver sees of it before it is opened, at most 80 characters. It says nothing of the patient. */
  readonly label?: string;
  /**
   * Whether the host asks for a passcode before it hands over the file (flag `P`). Then `url` is a manifest's, which
   * the host answers itself; without it the file is at `url` (flag `U`).
   */
  readonly passcode?: boolean;
}

export interface HealthLink {
  /** `shlink:/…`. Whoever has it has the key: it is sent like a password, and never written in a log. */
  readonly link: string;
  /** What is to be at `url`, or in its manifest: a JWE of a FHIR document. */
  readonly file: string;
  readonly contentType: 'application/jose';
}

/**
 * Makes a SMART Health Link of a share. It makes no network call: the host uploads the file, and takes it away when
 * the share is over or withdrawn.
 *
 * @throws RangeError when the share is too large or lasts too long, or the address or the label is not as it must be.
 */
export async function makeHealthLink(
  share: Share,
  { url, label, passcode = false }: HealthLinkOptions,
): Promise<HealthLink> {
  const address = read(
    addressSchema,
    url,
    'url: https, at most 128 characters, 43 of them random.',
  );
  const words = read(labelSchema, label, 'label: a text of at most 80 characters.');
  if (!isWithin(share)) throw new RangeError(`from, until: at most ${mostDays} days apart.`);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const { fhirDocument } = await import('./fhir-document.ts');
  const file = await new CompactEncrypt(filledUp(JSON.stringify(fhirDocument(share))))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'application/fhir+json' })
    .encrypt(key);
  const payload = {
    url: address,
    key: base64url.encode(key),
    exp: Math.floor(readInstant(share.until) / millisecondsInSecond),
    flag: passcode ? 'P' : 'U',
    ...(words === undefined ? {} : { label: words }),
    v: 1,
  };
  return {
    link: `shlink:/${base64url.encode(JSON.stringify(payload))}`,
    file,
    contentType: 'application/jose',
  };
}

const addressSchema = z
  .string()
  .check(z.maxLength(128), z.regex(/^https:\/\/[^\s"<>]+$/), z.regex(/[\w-]{43}/));
const labelSchema = z.optional(text.check(z.trim(), z.minLength(1), z.maxLength(80)));

function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  given: unknown,
  fault: string,
): z.output<Schema> {
  const { data, success } = schema.safeParse(given);
  if (!success) throw new RangeError(fault);
  return data;
}

/**
 * Fills a document up with spaces, which are nothing in JSON, to one of the sizes: how long a file is tells how much is
 * known of a patient.
 */
function filledUp(document: string): Uint8Array {
  const bytes = new TextEncoder().encode(document);
  const size = packedSizes.find((each) => bytes.length <= each);
  if (size === undefined || excessOfText(document, shareLimits))
    throw new TooLarge('The share is too large.');
  const filled = new Uint8Array(size).fill(space);
  filled.set(bytes);
  return filled;
}

const space = 0x20;
