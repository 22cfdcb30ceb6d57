import { CompactSign, GeneralEncrypt } from 'jose';
import { shareFormat, type Share } from './content.ts';
import { envelopeLimits, header, mostKeys, writeEnvelope } from './envelope.ts';
import { publicPart, signing, thumbprint, type KeyPair } from './keys.ts';
import { pack, TooLarge } from './pack.ts';

/**
 * Signs a share (JWS, ES256) and closes it for the recipients it names, and for nobody else (JWE,
 * ECDH-ES+A256KW, A256GCM).
 *
 * @param sender The pair that recipients trust as this clinic's; its private key signs.
 * @returns One line of ASCII, for the host to transport. Its headers name keys by thumbprint, and nothing
 *   about the patient. It is no part of an address: it is too long, and addresses are logged.
 * @throws RangeError when it is too large, or has too many keys.
 */
export async function sealShare(share: Share, sender: KeyPair): Promise<string> {
  const signer = await thumbprint(sender.publicKey);
  const keys = new Map<string, ReturnType<typeof publicPart>>();
  for (const key of share.recipients.flatMap((recipient) => recipient.keys))
    keys.set(await thumbprint(key), publicPart(key));
  if (keys.size > mostKeys) throw new RangeError('recipients: too many keys.');

  // The signature is over whom it is from and whom it is for, so that neither can be exchanged.
  const signed = await new CompactSign(await pack({ ...share, signer }))
    .setProtectedHeader({ alg: signing, typ: shareFormat, kid: signer })
    .sign(sender.privateKey);

  const encrypt = new GeneralEncrypt(new TextEncoder().encode(signed)).setProtectedHeader(header);
  for (const [kid, key] of keys) encrypt.addRecipient(key).setUnprotectedHeader({ kid });
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
