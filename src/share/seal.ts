import { CompactSign, GeneralEncrypt } from 'jose';
import { shareFormat, type Share } from './content.ts';
import { envelopeLimits, header, mostKeys, writeEnvelope } from './envelope.ts';
import { readInstant } from './instant.ts';
import {
  isValid,
  pairFor,
  pointOf,
  publicPart,
  signing,
  thumbprint,
  type CheckedKey,
  type KeyPair,
} from './keys.ts';
import { isWithin, mostDays } from './lifetime.ts';
import { pack, TooLarge } from './pack.ts';

/**
 * Signs a share (JWS, ES256) and closes it for the recipients it names, and for nobody else (JWE,
 * ECDH-ES+A256KW, A256GCM).
 *
 * @param sender The pair that recipients trust as this clinic's; its private key signs.
 * @returns One line of ASCII, for the host to transport. Its headers name keys by thumbprint, and nothing
 *   about the patient. It is no part of an address: it is too long, and addresses are logged.
 * @throws RangeError when it is too large or lasts too long, or when a key is not for this, or not valid until the end;
 *   the message says which, without data.
 */
export async function sealShare(share: Share, sender: KeyPair): Promise<string> {
  const pair = pairFor(sender, 'sig');
  const signer = await thumbprint(pair.publicKey);
  const keys = new Map<string, CheckedKey>();
  for (const key of share.recipients.flatMap((recipient) => recipient.keys))
    keys.set(await thumbprint(key), publicPart(key, 'enc'));
  if (keys.size > mostKeys) throw new RangeError('recipients: too many keys.');
  if (keys.has(signer)) throw new RangeError('A key that signs closes nothing: a pair for each.');
  if (!isWithin(share)) throw new RangeError(`from, until: at most ${mostDays} days apart.`);
  // Whoever opens it in its time finds every key valid; it is over at its last instant.
  const [from, until] = [readInstant(share.from), readInstant(share.until) - 1];
  if (!isValid(pair.publicKey, from, until))
    throw new RangeError(
      'sender: the key is not valid for the whole time of the share (nbf, exp).',
    );
  if (![...keys.values()].every((key) => isValid(key, from, until)))
    throw new RangeError(
      'recipients: a key is not valid for the whole time of the share (nbf, exp).',
    );

  // The signature is over whom it is from and whom it is for, so that neither can be exchanged.
  const signed = await new CompactSign(await pack({ ...share, signer }))
    .setProtectedHeader({ alg: signing, typ: shareFormat, kid: signer })
    .sign(pair.privateKey);

  const encrypt = new GeneralEncrypt(new TextEncoder().encode(signed)).setProtectedHeader(header);
  for (const [kid, key] of keys) encrypt.addRecipient(pointOf(key)).setUnprotectedHeader({ kid });
  const {
    protected: said = '',
    recipients,
    iv = '',
    ciphertext,
    tag = '',
  } = await encrypt.encrypt();
  const kids = [...keys.keys()];
  const envelope = await writeEnvelope({
    protected: said,
    recipients: recipients.map(({ header: own, encrypted_key: encryptedKey = '' }, index) => ({
      kid: kids[index] ?? '',
      encryptedKey,
      ...(own?.epk ? { epk: own.epk } : {}),
    })),
    iv,
    ciphertext,
    tag,
  });
  if (envelope.length > envelopeLimits.characters) throw new TooLarge('The share is too large.');
  return envelope;
}
