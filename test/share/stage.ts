/** A clinic that shares, those it shares with, and what an attacker can build from the same bricks. */
import { base64url, CompactSign, GeneralEncrypt } from 'jose';
import { demens } from '../../fixtures/profiles/index.ts';
import {
  makeShare,
  newKeys,
  openShare,
  sealShare,
  thumbprint,
  type KeyPair,
  type OpenOptions,
  type Share,
  type ShareWish,
} from '../../src/share/index.ts';
import { pointOf } from '../../src/share/keys.ts';
import { pack } from '../../src/share/pack.ts';
import { asOf, complete, patientWith } from '../engine/build.ts';

export const ill = patientWith(
  {
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
    medications: [{ code: 'N05AH04', text: 'Quetiapin 50 mg', dose: '× 1', from: '2026-06-01' }],
    results: [{ code: 'MCS88042', text: 'MMSE', at: '2026-08-20', value: 19, unit: 'point' }],
    appointments: [{ at: '2026-12-03T10:15', text: 'Årskontrol' }],
  },
  {
    id: 'own-key-4711',
    name: 'Birthe Testesen',
    cpr: '150641-9996',
    address: 'Prøvevej 1',
    phone: '00000000',
    municipality: '0101',
  },
);

export const clinic: KeyPair = await newKeys('sign');
export const hospital: KeyPair = await newKeys('open');
export const municipality: KeyPair = await newKeys('open');
export const stranger: KeyPair = await newKeys('open');

export const doctor = { name: 'Åse Læge', organisation: 'Lægehuset Eksempelvej' };
export const geriatrician = { name: 'Bo Overlæge', organisation: 'Eksempel Sygehus' };
export const nurse = { name: 'Carla Sygeplejerske', organisation: 'Prøve Kommune' };

export const wish: ShareWish = {
  patient: ill,
  profiles: [demens],
  include: ['diagnosis', 'medication', 'appointment'],
  recipients: [{ ...geriatrician, keys: [hospital.publicKey] }],
  sharedBy: doctor,
  purpose: 'Udskrivningskonference 24. november',
  from: '2026-11-24T08:00:00+01:00',
  until: '2026-11-25T16:00:00+01:00',
  asOf,
  description: { name: 'Lægehuset Eksempelvej', coverage: complete },
};
export const both: ShareWish = {
  ...wish,
  recipients: [...wish.recipients, { ...nurse, keys: [municipality.publicKey] }],
};

export const during = '2026-11-24T09:00:00Z';

export const seal = (more: Partial<ShareWish> = {}) =>
  sealShare(makeShare({ ...wish, ...more }), clinic);

export const open = (envelope: unknown, more: Partial<OpenOptions> = {}) =>
  openShare(envelope, {
    recipientKeys: [hospital],
    trustedSenders: [{ name: 'Lægehuset Eksempelvej (080001)', keys: [clinic.publicKey] }],
    now: during,
    ...more,
  });

/** `opened`, or why not. */
export async function outcome(envelope: unknown, more: Partial<OpenOptions> = {}): Promise<string> {
  const answer = await open(envelope, more);
  return answer.opened ? 'opened' : answer.kind;
}

export interface Jwe {
  protected: string;
  recipients: { header: { kid: string; epk?: Record<string, string> }; encrypted_key: string }[];
  iv: string;
  ciphertext: string;
  tag: string;
  digest?: string;
}

/** An envelope with the digest that it should have: whoever changes one can do the same. */
export async function digested({ digest: _, ...rest }: Jwe): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const digest = base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return JSON.stringify({ ...rest, digest });
}

/** What the sender signs, and how; each part can be another than it should be. */
export interface Forgery {
  readonly content?: unknown;
  readonly payload?: Uint8Array;
  readonly signed?: string;
  readonly signer?: KeyPair;
  readonly signatureHeader?: object;
  readonly keys?: readonly KeyPair[];
  readonly header?: object;
}

export const header = {
  alg: 'ECDH-ES+A256KW',
  enc: 'A256GCM',
  typ: 'overblik-share/2',
  cty: 'JOSE',
};

/** What stands inside a share that the clinic signs. */
export async function signedContent(share: Share, signer = clinic): Promise<object> {
  return { ...share, signer: await thumbprint(signer.publicKey) };
}

/** An envelope built without the library, as an attacker or another program would. */
export async function forge(forgery: Forgery): Promise<string> {
  const { signer = clinic, keys = [hospital] } = forgery;
  const kid = await thumbprint(signer.publicKey);
  const signed =
    forgery.signed ??
    (await new CompactSign(forgery.payload ?? (await pack(forgery.content)))
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'overblik-share/2',
        kid,
        ...forgery.signatureHeader,
      })
      .sign(signer.privateKey));
  const encrypt = new GeneralEncrypt(new TextEncoder().encode(signed)).setProtectedHeader({
    ...(forgery.header ?? header),
  });
  for (const { publicKey } of keys)
    encrypt
      .addRecipient(pointOf(publicKey))
      .setUnprotectedHeader({ kid: await thumbprint(publicKey) });
  const { protected: said, recipients, iv, ciphertext, tag } = (await encrypt.encrypt()) as Jwe;
  return digested({
    protected: said,
    recipients: recipients.map(({ header: own, encrypted_key }) => ({
      header: own,
      encrypted_key,
    })),
    iv,
    ciphertext,
    tag,
  });
}
