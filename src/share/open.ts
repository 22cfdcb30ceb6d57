import { compactVerify, decodeProtectedHeader, flattenedDecrypt } from 'jose';
import * as z from 'zod/mini';
import { anything } from '../adapter/reading.ts';
import type { ClinicAdapter } from '../adapter/types.ts';
import type { Language } from '../i18n/language.ts';
import type { OpenedShare, Party, ShareRefusal, ShareRefusalKind } from '../model/cockpit/share.ts';
import { sharedAdapter } from './adapter.ts';
import { readShare, shareFormat, type Share } from './content.ts';
import { readEnvelope, type Envelope } from './envelope.ts';
import { answerWithin, checkDeadline, isSo, usualDeadline } from './host-answer.ts';
import { readInstant } from './instant.ts';
import {
  encryption,
  isValid,
  pairFor,
  pointOf,
  publicPart,
  signing,
  thumbprint,
  wrapping,
  type CheckedKey,
  type CheckedPair,
  type KeyPair,
  type PublicKey,
} from './keys.ts';
import { checkDays, isWithin } from './lifetime.ts';
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
  /** The instant it is now, by a clock that the user cannot set: ISO 8601 with offset. */
  readonly now: string;
  /** The longest that a share may last here, in days of 24 hours: at most 30, which is the default. */
  readonly longestDays?: number;
  /**
   * Longest wait for an answer to each of the questions below, in milliseconds: 20,000 by default, `Infinity` waits for
   * ever. Whoever has not answered by then, or with neither yes nor no, keeps the share closed (`not-checked`).
   */
  readonly deadline?: number;
  /**
   * Whether the sender has withdrawn this share. Asked before it is shown, and again while it is. Before, no answer
   * keeps it closed (`not-checked`): who is offline opens nothing. Of one that is shown, no answer leaves it until the
   * next question, and no longer than its time.
   */
  readonly isWithdrawn?: (shareId: string) => boolean | Promise<boolean>;
  /**
   * Whether this share was opened as often as it may be. Asked last, and only of a share that could be opened
   * otherwise. A host that counts does so here, in one step with the answer (compare and set), so that two screens at
   * once do not both come first.
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
 * @throws RangeError for options that make no sense: `now`, `longestDays`, `deadline`, or a key that is none or not for
 *   this.
 */
export async function openShare(
  envelope: unknown,
  options: OpenOptions,
): Promise<OpenedShare | ShareRefusal> {
  const { now, onOpen, deadline = usualDeadline } = options;
  if (Number.isNaN(readInstant(now))) throw new RangeError('now: an instant with offset.');
  checkDays(options.longestDays);
  checkDeadline(deadline);
  const keys = keysOf(options);

  // Without Web Crypto (a page that came over plain http) nothing can be found out.
  const found = await unseal(envelope, keys).catch(() => 'not-checked' as const);
  const unsealed = typeof found === 'string' ? undefined : found;
  let result = typeof found === 'string' ? found : await judge(found, options);
  try {
    const report: OpeningReport = {
      result,
      at: now,
      ...(unsealed && {
        shareId: unsealed.share.id,
        sender: unsealed.sender,
        recipient: unsealed.recipient,
        key: unsealed.kid,
      }),
    };
    if (onOpen) await answerWithin(() => onOpen(report), deadline);
  } catch {
    // What is not in the log is not opened. A refusal stays what it is.
    if (result === 'opened') result = 'not-checked';
  }
  if (result !== 'opened') return refusal(result);
  return unsealed ? openedShare(unsealed, options) : refusal('not-checked');
}

/** The keys of both sides, as read: each for its own use. */
interface Keys {
  readonly own: readonly CheckedPair[];
  readonly senders: readonly { readonly name: string; readonly key: CheckedKey }[];
}

/** @throws RangeError when a key is none, is not for this, or is on both sides. */
function keysOf({ recipientKeys, trustedSenders }: OpenOptions): Keys {
  const own = recipientKeys.map((pair) => pairFor(pair, 'enc'));
  const senders = trustedSenders.flatMap(({ name, keys }) =>
    keys.map((key) => ({ name, key: publicPart(key, 'sig') })),
  );
  const points = new Set(own.map(({ publicKey: { x, y } }) => `${x} ${y}`));
  if (senders.some(({ key: { x, y } }) => points.has(`${x} ${y}`)))
    throw new RangeError('A key that opens is nobody’s to sign with: a pair for each.');
  return { own, senders };
}

/** A share that is what its sender made, for the one whose key opened it. */
interface Unsealed {
  readonly share: Share;
  readonly sender: string;
  readonly recipient: Party;
  /** Thumbprint of the key that opened it. */
  readonly kid: string;
  /** The sender's, and the one that opened it. */
  readonly keys: readonly CheckedKey[];
}

/** Returns the share, or why not; each step believes no more than the one before it has shown. */
async function unseal(input: unknown, keys: Keys): Promise<Unsealed | ShareRefusalKind> {
  const read = await readEnvelope(input);
  if ('refused' in read) return read.refused;
  const { envelope } = read;

  const pairs = await byThumbprint(keys.own.map((pair) => [pair.publicKey, pair]));
  const entry = envelope.recipients.find(({ kid }) => pairs.has(kid));
  const pair = entry && pairs.get(entry.kid);
  if (!pair) return 'wrong-key';
  const signed = await decrypt(envelope, entry, pair);
  const signer = signed === undefined ? undefined : signerOf(signed);
  if (signed === undefined || signer === undefined) return 'altered';

  const senders = await byThumbprint(keys.senders.map((sender) => [sender.key, sender]));
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
  if (!recipient) return 'wrong-key';
  return {
    share,
    sender: sender.name,
    recipient,
    kid: entry.kid,
    keys: [sender.key, pair.publicKey],
  };
}

/** Decides whether a share may be opened now; the host is asked last, for it may count. */
async function judge(
  { share, keys }: Unsealed,
  { now, longestDays, isWithdrawn, seen, deadline = usualDeadline }: OpenOptions,
): Promise<OpeningReport['result']> {
  const instant = readInstant(now);
  if (!isWithin(share, longestDays)) return 'too-long';
  if (instant < readInstant(share.from)) return 'not-yet';
  if (instant >= readInstant(share.until)) return 'expired';
  if (!keys.every((key) => isValid(key, instant))) return 'key-not-valid';
  try {
    if (isWithdrawn && (await isSo(() => isWithdrawn(share.id), deadline))) return 'withdrawn';
    return seen && (await isSo(() => seen(share.id), deadline)) ? 'replayed' : 'opened';
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
  { privateKey }: CheckedPair,
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

async function verify(signed: string, key: CheckedKey): Promise<Uint8Array | undefined> {
  try {
    return (await compactVerify(signed, pointOf(key), { algorithms: [signing] })).payload;
  } catch {
    return undefined;
  }
}

async function contentOf(
  payload: Uint8Array,
): Promise<
  { readonly share: Share; readonly signer: unknown } | 'unreadable' | 'too-large' | 'other-format'
> {
  try {
    const content = await unpack(payload);
    const { format, signer } = z.object({ format: z.string(), signer: anything }).parse(content);
    if (format !== shareFormat && format.startsWith('overblik-share/')) return 'other-format';
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

function openedShare(
  { share, sender, recipient }: Unsealed,
  { now, isWithdrawn }: OpenOptions,
): OpenedShare {
  const { id, sharedBy, purpose, from, until, asOf, types, profiles, definitions } = share;
  const adapters = new Map<Language, ClinicAdapter>();
  return {
    opened: true,
    facts: {
      ...{ id, sender, sharedBy, recipient, purpose, from, until, openedAt: now, asOf, types },
      ...(definitions && { definitions }),
    },
    ...(isWithdrawn && { isWithdrawn: async () => isWithdrawn(id) }),
    patientId: id,
    profiles,
    adapter(language) {
      const adapter = adapters.get(language) ?? sharedAdapter(share, language);
      adapters.set(language, adapter);
      return adapter;
    },
  };
}
