import { compactVerify, decodeProtectedHeader, flattenedDecrypt } from 'jose';
import * as z from 'zod/mini';
import { anything } from '../adapter/reading.ts';
import type { ClinicAdapter } from '../adapter/types.ts';
import type { Language } from '../i18n/language.ts';
import type { OpenedShare, Party, ShareRefusal, ShareRefusalKind } from '../model/cockpit/share.ts';
import { sharedAdapter } from './adapter.ts';
import { readShare, shareFormat, type Share } from './content.ts';
import { readEnvelope, type Envelope } from './envelope.ts';
import { readInstant } from './instant.ts';
import {
  encryption,
  publicPart,
  signing,
  thumbprint,
  wrapping,
  type KeyPair,
  type PublicKey,
} from './keys.ts';
import { TooLarge, unpack } from './pack.ts';
import { refusal } from './refusals.ts';

/** A sender whom the host trusts, under the name that it knows them by. */
export interface TrustedSender {
  readonly name: string;
  readonly keys: readonly PublicKey[];
}

export interface OpenOptions {
  /** The keys of whoever is at the screen; more than one while old keys are on their way out. */
  readonly recipientKeys: readonly KeyPair[];
  readonly trustedSenders: readonly TrustedSender[];
  /** The instant it is now: ISO 8601 with offset. */
  readonly now: string;
  /**
   * Whether this share may not be opened (again): it was opened too often, or has been withdrawn. Asked
   * only of a share that could be opened otherwise. A host that counts does so here, in one step with the
   * answer, so that two screens at once do not both come first.
   */
  readonly seen?: (shareId: string) => boolean | Promise<boolean>;
  /** Told of every attempt, for the host's log. A share is not opened when this fails. */
  readonly onOpen?: (report: OpeningReport) => void | Promise<void>;
}

/** One attempt to open a share. No patient data: a share's id is random. */
export interface OpeningReport {
  readonly result: 'opened' | ShareRefusalKind;
  /** `now`, as given. */
  readonly at: string;
  /** What is known only of a share whose signature held and that was meant for this recipient. */
  readonly shareId?: string;
  readonly sender?: string;
  readonly recipient?: Party;
  /** Thumbprint of the key that opened it. */
  readonly key?: string;
}

/**
 * Opens an envelope: first whether it is whole, then for whom, from whom, and only then what it says. Junk is
 * refused, never thrown on.
 * @throws RangeError for options that make no sense: `now`, or a key that is none.
 */
export async function openShare(
  envelope: unknown,
  options: OpenOptions,
): Promise<OpenedShare | ShareRefusal> {
  const { recipientKeys, trustedSenders, now, onOpen } = options;
  if (Number.isNaN(readInstant(now))) throw new RangeError('now: an instant with offset.');
  recipientKeys.forEach(({ publicKey }) => publicPart(publicKey));
  trustedSenders.forEach(({ keys }) => keys.forEach(publicPart));

  // Without Web Crypto (a page that came over plain http) nothing can be found out.
  const found = await unseal(envelope, options).catch(() => 'not-checked' as const);
  const unsealed = typeof found === 'string' ? undefined : found;
  let result = typeof found === 'string' ? found : await judge(found.share, options);
  try {
    await onOpen?.({
      result,
      at: now,
      ...(unsealed && {
        shareId: unsealed.share.id,
        sender: unsealed.sender,
        recipient: unsealed.recipient,
        key: unsealed.key,
      }),
    });
  } catch {
    // What is not in the log is not opened. A refusal stays what it is.
    if (result === 'opened') result = 'not-checked';
  }
  if (result !== 'opened') return refusal(result);
  return unsealed ? openedShare(unsealed) : refusal('not-checked');
}

/** A share that is what its sender made, for the one whose key opened it. */
interface Unsealed {
  readonly share: Share;
  readonly sender: string;
  readonly recipient: Party;
  readonly key: string;
}

/** Returns the share, or why not; each step believes no more than the one before it has shown. */
async function unseal(
  input: unknown,
  { recipientKeys, trustedSenders }: OpenOptions,
): Promise<Unsealed | ShareRefusalKind> {
  const read = await readEnvelope(input);
  if ('refused' in read) return read.refused;
  const { envelope } = read;

  const pairs = await byThumbprint(recipientKeys.map((pair) => [pair.publicKey, pair]));
  const entry = envelope.recipients.find(({ kid }) => pairs.has(kid));
  const pair = entry && pairs.get(entry.kid);
  if (!pair) return 'wrong-key';
  const signed = await decrypt(envelope, entry, pair);
  const signer = signed === undefined ? undefined : signerOf(signed);
  if (signed === undefined || signer === undefined) return 'altered';

  const senders = await byThumbprint(
    trustedSenders.flatMap(({ name, keys }) => keys.map((key) => [key, { name, key }] as const)),
  );
  const sender = senders.get(signer);
  if (!sender) return 'unknown-sender';
  const payload = await verify(signed, sender.key);
  if (!payload) return 'altered';

  const content = await contentOf(payload);
  if (typeof content === 'string') return content;
  const { share } = content;
  if (content.signer !== signer) return 'altered';
  // Whoever could open it may have closed it anew, for a third: it names those that it is for.
  const recipient = await recipientOf(share, entry.kid);
  return recipient ? { share, sender: sender.name, recipient, key: entry.kid } : 'wrong-key';
}

/** Decides whether a share may be opened now. */
async function judge(
  { id, from, until }: Share,
  { now, seen }: OpenOptions,
): Promise<OpeningReport['result']> {
  const instant = readInstant(now);
  if (instant < readInstant(from)) return 'not-yet';
  if (instant >= readInstant(until)) return 'expired';
  try {
    return (await seen?.(id)) ? 'replayed' : 'opened';
  } catch {
    return 'not-checked';
  }
}

async function byThumbprint<Value>(
  entries: readonly (readonly [PublicKey, Value])[],
): Promise<Map<string, Value>> {
  return new Map(
    await Promise.all(entries.map(async ([key, value]) => [await thumbprint(key), value] as const)),
  );
}

async function decrypt(
  { protected: said, iv, ciphertext, tag }: Envelope,
  { encryptedKey, epk }: Envelope['recipients'][number],
  { privateKey }: KeyPair,
): Promise<string | undefined> {
  try {
    const { plaintext } = await flattenedDecrypt(
      {
        protected: said,
        iv,
        ciphertext,
        tag,
        encrypted_key: encryptedKey,
        ...(epk ? { header: { epk } } : {}),
      },
      privateKey,
      { keyManagementAlgorithms: [wrapping], contentEncryptionAlgorithms: [encryption] },
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    return undefined;
  }
}

/** Returns the thumbprint that a signature claims, where it is the one kind of signature that there is. */
function signerOf(signed: string): string | undefined {
  try {
    return signatureHeader.safeParse(decodeProtectedHeader(signed)).data?.kid;
  } catch {
    return undefined;
  }
}

/** Strict: a signature brings no key, address or extension of its own. */
const signatureHeader = z.strictObject({
  alg: z.literal(signing),
  typ: z.literal(shareFormat),
  kid: z.string(),
});

async function verify(signed: string, key: PublicKey): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(signed, publicPart(key), { algorithms: [signing] })).payload;
  } catch {
    return undefined;
  }
}

async function contentOf(
  payload: Uint8Array,
): Promise<
  { readonly share: Share; readonly signer: unknown } | 'unreadable' | 'too-large' | 'newer-format'
> {
  try {
    const content = await unpack(payload);
    const { format, signer } = z.object({ format: z.string(), signer: anything }).parse(content);
    if (format !== shareFormat && format.startsWith('overblik-share/')) return 'newer-format';
    const share = readShare(content);
    return share ? { share, signer } : 'unreadable';
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : 'unreadable';
  }
}

async function recipientOf(share: Share, kid: string): Promise<Party | undefined> {
  for (const { name, organisation, keys } of share.recipients)
    for (const key of keys) if ((await thumbprint(key)) === kid) return { name, organisation };
  return undefined;
}

function openedShare({ share, sender, recipient }: Unsealed): OpenedShare {
  const { id, sharedBy, purpose, from, until, asOf, types, profiles } = share;
  const adapters = new Map<Language, ClinicAdapter>();
  return {
    opened: true,
    facts: { id, sender, sharedBy, recipient, purpose, from, until, asOf, types },
    patientId: id,
    profiles,
    adapter(language) {
      const adapter = adapters.get(language) ?? sharedAdapter(share, language);
      adapters.set(language, adapter);
      return adapter;
    },
  };
}
