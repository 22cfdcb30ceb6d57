/** Signatures: whose they are, what they cover, and that nothing is trusted that should not be. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { signedState, signProfile, verifySignatures } from '../../src/archive/index.ts';
import { version } from './documents.ts';

async function keys(alg: 'ES256' | 'EdDSA' = 'ES256'): Promise<{ open: JWK; secret: JWK }> {
  const pair = await generateKeyPair(alg, {
    extractable: true,
    ...(alg === 'EdDSA' ? { crv: 'Ed25519' } : {}),
  });
  return { open: await exportJWK(pair.publicKey), secret: await exportJWK(pair.privateKey) };
}

const document = version('1.0.0', { about: { approvedBy: [{ name: 'DSAM' }] } });
const [dsam, other, edwards] = [await keys(), await keys(), await keys('EdDSA')];
const trusted = [
  { name: 'DSAM', key: dsam.open },
  { name: 'Region', key: edwards.open },
];
const signature = await signProfile(document, dsam.secret);
const stateOf = async (of: unknown, ...signatures: string[]) =>
  (await verifySignatures(of, signatures, trusted)).map((each) =>
    'by' in each ? `${each.state} ${each.by}` : each.state,
  );

describe('a signature', () => {
  it('is the one of whom the host trusts, on either curve', async () => {
    expect(await stateOf(document, signature)).toEqual(['trusted DSAM']);
    expect(await stateOf(document, await signProfile(document, edwards.secret))).toEqual([
      'trusted Region',
    ]);
  });

  it('is the same for text and value, and whatever the order of keys', async () => {
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(await stateOf(JSON.stringify(turned, null, 4), signature)).toEqual(['trusted DSAM']);
  });

  it('goes on where the archive withdraws', async () => {
    expect(await stateOf({ ...document, status: 'retired' }, signature)).toEqual(['trusted DSAM']);
  });

  it('is unknown by another key, whatever name it gives itself', async () => {
    const own = await signProfile(document, { ...other.secret, kid: 'DSAM' });
    expect(await stateOf(document, own)).toEqual(['unknown']);
  });

  it('carries no private key', async () => {
    const [header = ''] = signature.split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk: JWK };
    expect(Object.keys(said.jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    expect(signature).not.toContain(dsam.secret.d);
  });

  it.each<readonly [what: string, of: unknown, given: (own: string) => string]>([
    ['a document that was changed', { ...document, title: { da: 'Andet' } }, (own) => own],
    [
      'an approval that was added',
      { ...document, about: { approvedBy: [{ name: 'DSAM' }, { name: 'Mig' }] } },
      (own) => own,
    ],
    ['no signature', document, () => 'hej'],
    ['none at all', document, (own) => own.slice(0, own.indexOf('.') + 2)],
    ['a payload of its own', document, (own) => own.replace('..', '.e30.')],
    [
      'no algorithm',
      document,
      (own) =>
        `${Buffer.from('{"alg":"none","typ":"overblik-profile+jws","kid":"x","jwk":{"kty":"EC"}}').toString('base64url')}..${own.split('.')[2]}`,
    ],
    [
      'an extension',
      document,
      (own) => {
        const said = JSON.parse(Buffer.from(own.split('.')[0]!, 'base64url').toString()) as object;
        const header = JSON.stringify({ ...said, crit: ['b64'], b64: false });
        return `${Buffer.from(header).toString('base64url')}..${own.split('.')[2]}`;
      },
    ],
    ['what is endless', document, (own) => own + 'A'.repeat(100_000)],
    ['no document', 'hej', (own) => own],
  ])('is broken with %s', async (_, of, given) => {
    expect(await stateOf(of, given(signature))).toEqual(['broken']);
  });
});

it('lets a broken one count before a trusted one, and never trusts without one', () => {
  const by = { state: 'trusted', by: 'DSAM', key: 'x' } as const;
  expect(signedState([by, { state: 'broken' }])).toBe('broken');
  expect(signedState([{ state: 'unknown', key: 'y' }, by])).toBe('trusted');
  expect(signedState([{ state: 'unknown', key: 'y' }])).toBe('unknown');
  expect(signedState([])).toBe('unsigned');
});

it('is not made by a public key, nor by one of another kind', async () => {
  await expect(signProfile(document, dsam.open)).rejects.toThrow('private key');
  await expect(signProfile(document, { kty: 'oct', k: 'AAAA' })).rejects.toThrow('P-256');
  await expect(signProfile('"hej"', dsam.secret)).rejects.toThrow('document');
});
