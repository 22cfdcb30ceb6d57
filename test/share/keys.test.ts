/** Each key for one thing, for as long as it is valid; and no share longer than it may be. */
import { describe, expect, it } from 'vitest';
import { makeShare, newKeys, openShare, sealShare, type KeyPair } from '../../src/share/index.ts';
import { clinic, during, hospital, open, outcome, seal, wish } from './stage.ts';

const seconds = (instant: string) => Date.parse(instant) / 1000;
const to = (keys: KeyPair, more: object = {}) => ({
  recipients: [{ ...wish.recipients[0]!, keys: [{ ...keys.publicKey, ...more }] }],
});
const sign = (keys: KeyPair, more: object = {}) =>
  sealShare(makeShare(wish), { ...keys, publicKey: { ...keys.publicKey, ...more } });
const trusting = (more: object) => ({
  trustedSenders: [{ name: 'K', keys: [{ ...clinic.publicKey, ...more }] }],
});
const opening = (more: object) => ({
  recipientKeys: [{ ...hospital, publicKey: { ...hospital.publicKey, ...more } }],
});
const jwkOf = async (use: 'sign' | 'open') => {
  const keys = await newKeys(use, { extractable: true });
  const jwk = await crypto.subtle.exportKey('jwk', keys.privateKey as CryptoKey);
  return { publicKey: keys.publicKey, privateKey: jwk };
};

describe('a key says what it is for', () => {
  it.each([
    ['nothing', { use: undefined }],
    ['the other thing', { use: 'sig' }],
    ['something else', { use: 'wrap' }],
    ['this, and operations of the other', { key_ops: ['deriveBits', 'sign'] }],
    ['this, and no list of operations', { key_ops: 'deriveBits' }],
  ])('a recipient’s that says %s is refused, to close and to open', async (_, more) => {
    await expect(async () => seal(to(hospital, more))).rejects.toThrow(/key of a recipient/);
    await expect(open(await seal(), opening(more))).rejects.toThrow(/key of a recipient/);
  });

  it.each([
    ['nothing', { use: undefined }],
    ['the other thing', { use: 'enc' }],
    ['this, and operations of the other', { key_ops: ['verify', 'deriveKey'] }],
  ])('a sender’s that says %s is refused, to sign and to trust', async (_, more) => {
    await expect(sign(clinic, more)).rejects.toThrow(/key of a sender/);
    await expect(open(await seal(), trusting(more))).rejects.toThrow(/key of a sender/);
  });

  it('operations of its own are no objection', async () => {
    const envelope = await seal(to(hospital, { key_ops: [] }));
    const more = { ...opening({ key_ops: ['deriveBits'] }), ...trusting({ key_ops: ['verify'] }) };
    expect(await outcome(envelope, more)).toBe('opened');
  });

  it('a private key for the other thing is refused, from Web Crypto and as JSON', async () => {
    const [signer, opener] = [await jwkOf('sign'), await jwkOf('open')];
    for (const privateKey of [opener.privateKey, hospital.privateKey])
      await expect(sealShare(makeShare(wish), { ...clinic, privateKey })).rejects.toThrow(
        /private key of a sender/,
      );
    for (const privateKey of [signer.privateKey, clinic.privateKey]) {
      const recipientKeys = [{ publicKey: hospital.publicKey, privateKey }];
      await expect(open('', { recipientKeys })).rejects.toThrow(/private key of a recipient/);
    }
    const { d: _, ...publicOnly } = opener.privateKey;
    const recipientKeys = [{ publicKey: opener.publicKey, privateKey: publicOnly }];
    await expect(open('', { recipientKeys })).rejects.toThrow(/private key/);
  });

  it('a private key of another pair is refused, where it can be seen', async () => {
    const [one, other] = [await jwkOf('sign'), await jwkOf('sign')];
    const mixed = { publicKey: one.publicKey, privateKey: other.privateKey };
    await expect(sealShare(makeShare(wish), mixed)).rejects.toThrow(/belongs/);
    expect(await outcome(await sealShare(makeShare(wish), one))).toBe('unknown-sender');
  });

  it('one point is never for both, whatever its two copies say', async () => {
    const twice = { ...clinic.publicKey, use: 'enc' };
    await expect(seal({ recipients: [{ ...wish.recipients[0]!, keys: [twice] }] })).rejects.toThrow(
      /a pair for each/,
    );
    await expect(
      open(await seal(), {
        trustedSenders: [{ name: 'K', keys: [{ ...hospital.publicKey, use: 'sig' }] }],
      }),
    ).rejects.toThrow(/a pair for each/);
  });
});

describe('a key is valid for a time', () => {
  const [start, end] = [seconds(wish.from), seconds(wish.until)];

  it.each([
    ['from the share’s beginning to its end', { nbf: start, exp: end }, true],
    ['long before and after', { nbf: 0, exp: end + 1e6 }, true],
    ['from a second later', { nbf: start + 1 }, false],
    ['to a second before', { exp: end - 1 }, false],
    ['that is over', { exp: 0 }, false],
  ])('%s', async (_, more, isValid) => {
    const [closed, signed] = [() => seal(to(hospital, more)), () => sign(clinic, more)];
    if (isValid) {
      expect(await outcome(await closed())).toBe('opened');
      expect(await outcome(await signed())).toBe('opened');
    } else {
      await expect(async () => closed()).rejects.toThrow(/recipients: .* whole time/);
      await expect(async () => signed()).rejects.toThrow(/sender: .* whole time/);
    }
  });

  it.each([{ nbf: '1' }, { exp: NaN }, { exp: null }])(
    'that is none is no key: %o',
    async (more) => {
      await expect(async () => seal(to(hospital, more))).rejects.toThrow(/in seconds/);
      await expect(open('', trusting(more))).rejects.toThrow(/in seconds/);
    },
  );

  it.each([
    ['the sender’s is over', trusting({ exp: seconds(during) })],
    ['the sender’s has not begun', trusting({ nbf: seconds(during) + 1 })],
    ['the recipient’s is over', opening({ exp: seconds(during) })],
    ['the recipient’s has not begun', opening({ nbf: seconds(during) + 1 })],
  ])('%s: not opened, in words', async (_, more) => {
    const answer = await open(await seal(), more);
    if (answer.opened) throw new Error();
    expect(answer.kind).toBe('key-not-valid');
    expect(answer.message.da).toContain('gælder ikke nu');
  });

  it('is valid at its first second, and not at its last', async () => {
    expect(await outcome(await seal(), trusting({ nbf: seconds(during) }))).toBe('opened');
    expect(await outcome(await seal(), trusting({ exp: seconds(during) + 1 }))).toBe('opened');
  });
});

describe('a share lasts 30 days at most', () => {
  const thirty = { from: '2026-11-24T08:00+01:00', until: '2026-12-24T08:00+01:00' };
  const more = { from: '2026-11-24T08:00+01:00', until: '2026-12-24T08:00:00.001+01:00' };

  it('and is not made longer, nor sealed, nor opened', async () => {
    expect(await outcome(await seal(thirty))).toBe('opened');
    expect(() => makeShare({ ...wish, ...more })).toThrow('from, until: at most 30 days apart.');
    const forged = { ...makeShare({ ...wish, ...thirty }), ...more };
    await expect(sealShare(forged, clinic)).rejects.toThrow('from, until: at most 30 days apart.');
  });

  it('over offsets: days are of 24 hours', () => {
    const shifted = { from: '2026-10-20T08:00+02:00', until: '2026-11-19T08:00+01:00' };
    expect(() => makeShare({ ...wish, ...shifted })).toThrow(/30 days/);
  });

  it('or fewer, where a host says so, at either end', async () => {
    const week = { ...wish, ...thirty, longestDays: 7 };
    expect(() => makeShare(week)).toThrow('from, until: at most 7 days apart.');
    const answer = await open(await seal(thirty), { longestDays: 7 });
    if (answer.opened) throw new Error();
    expect(answer.kind).toBe('too-long');
    expect(answer.message.da).toContain('længere tid');
    expect(await outcome(await seal(), { longestDays: 2 })).toBe('opened');
  });

  it.each([31, 0, -1, NaN, Infinity, '7' as unknown as number])(
    'never more: %s is refused in words',
    async (longestDays) => {
      const words = 'longestDays: more than 0 and at most 30.';
      expect(() => makeShare({ ...wish, longestDays })).toThrow(words);
      await expect(open('', { longestDays })).rejects.toThrow(words);
      await expect(
        openShare('', { recipientKeys: [], trustedSenders: [], now: during, longestDays }),
      ).rejects.toThrow(words);
    },
  );
});

describe('what was withdrawn', () => {
  it('is not opened, and says so; the host is asked before it counts', async () => {
    const seen: string[] = [];
    const counts = (id: string) => {
      seen.push(id);
      return false;
    };
    const answer = await open(await seal(), { isWithdrawn: async () => true, seen: counts });
    if (answer.opened) throw new Error();
    expect(answer.kind).toBe('withdrawn');
    expect(answer.message.da).toBe('Afsenderen har trukket visningen tilbage.');
    expect(seen).toEqual([]);
    expect(await outcome(await seal(), { isWithdrawn: () => false, seen: counts })).toBe('opened');
    expect(seen).toHaveLength(1);
  });

  it('stays closed where the host cannot tell: offline nothing is opened', async () => {
    const fails = () => Promise.reject(new Error('150641-9996'));
    const answer = await open(await seal(), { isWithdrawn: fails });
    if (answer.opened) throw new Error();
    expect(answer.kind).toBe('not-checked');
    expect(JSON.stringify(answer)).not.toContain('150641');
  });

  it('while it is shown the page can ask again', async () => {
    let isTaken = false;
    const asked: string[] = [];
    const isWithdrawn = (id: string) => {
      asked.push(id);
      return isTaken;
    };
    const share = await open(await seal(), { isWithdrawn });
    if (!share.opened) throw new Error(share.kind);
    expect(await share.isWithdrawn?.()).toBe(false);
    isTaken = true;
    expect(await share.isWithdrawn?.()).toBe(true);
    expect(asked).toEqual(Array<string>(3).fill(share.facts.id));
    const without = await open(await seal());
    expect(without.opened && without.isWithdrawn).toBe(undefined);
  });
});
