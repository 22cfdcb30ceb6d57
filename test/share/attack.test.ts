import fc from 'fast-check';
import { base64url, CompactSign, CompactEncrypt, generalDecrypt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import {
  makeShare,
  newKeys,
  sealShare,
  thumbprint,
  type OpeningReport,
  type Share,
} from '../../src/share/index.ts';
import { envelopeLimits } from '../../src/share/envelope.ts';
import { pack, packedSizes, shareLimits, TooLarge, unpack } from '../../src/share/pack.ts';
import { isDeep, someOf } from '../depth.ts';
import {
  both,
  clinic,
  digested,
  during,
  forge,
  header,
  hospital,
  municipality,
  open,
  outcome,
  seal,
  signedContent,
  stranger,
  wish,
  type Jwe,
} from './stage.ts';

/** Drawn cases are not to fail on a busy machine. */
const share = makeShare(wish);
const content = await signedContent(share);
const single = await sealShare(share, clinic);
const several = await seal(both);
const encode = (value: unknown) => base64url.encode(JSON.stringify(value));

/** A character that stands there instead: of the same alphabet mostly, sometimes any. */
const otherThan = (character: string) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'ABCDwxyz0189-_') },
      fc.constantFrom(...'{}[]",: \\\n=+/\u0000å'),
    )
    .filter((other) => other !== character);

/** A changed envelope: any character, or one of a certain part, for another. */
const changed = (envelope: string) =>
  fc
    .integer({ min: 0, max: envelope.length - 1 })
    .chain((at) =>
      otherThan(envelope[at] ?? '').map(
        (other) => envelope.slice(0, at) + other + envelope.slice(at + 1),
      ),
    );

describe('an envelope that was changed', () => {
  it.each([
    ['one recipient', single],
    ['several', several],
  ])('in any one character is not opened (%s)', async (_, envelope) => {
    await fc.assert(
      fc.asyncProperty(changed(envelope), async (other) => {
        expect(['altered', 'unreadable', 'other-format', 'wrong-key']).toContain(
          await outcome(other),
        );
      }),
      { numRuns: isDeep ? 800 : 40 },
    );
  });

  it('in every character outside the ciphertext is not opened', async () => {
    const { ciphertext } = JSON.parse(single) as Jwe;
    const start = single.indexOf(ciphertext);
    for (let at = 0; at < single.length; at += isDeep ? 1 : 5) {
      if (at >= start && at < start + ciphertext.length) continue;
      for (const other of someOf(['A', 'B', ' ', '"'], 4, at))
        if (single[at] !== other)
          expect(await outcome(single.slice(0, at) + other + single.slice(at + 1))).not.toBe(
            'opened',
          );
    }
  });

  it.each(['protected', 'iv', 'ciphertext', 'tag', 'kid', 'encrypted_key'] as const)(
    'in its %s, with a digest to match, is not opened',
    async (part) => {
      const jwe = () => JSON.parse(single) as Jwe;
      const [entry] = jwe().recipients;
      const text =
        part === 'kid'
          ? (entry?.header.kid ?? '')
          : part === 'encrypted_key'
            ? (entry?.encrypted_key ?? '')
            : jwe()[part];
      await fc.assert(
        fc.asyncProperty(changed(text), async (other) => {
          const next = jwe();
          const [own] = next.recipients;
          if (!own) throw new Error();
          if (part === 'kid') own.header.kid = other;
          else if (part === 'encrypted_key') own.encrypted_key = other;
          else next[part] = other;
          expect(await outcome(await digested(next))).not.toBe('opened');
        }),
        { numRuns: isDeep ? 150 : 20 },
      );
    },
  );

  it('in the point of several’s own key, with a digest to match, is not opened', async () => {
    for (const coordinate of ['x', 'y'])
      for (let at = 0; at < 43; at += isDeep ? 1 : 6) {
        const jwe = JSON.parse(several) as Jwe;
        const { epk } = jwe.recipients[0]?.header ?? {};
        if (!epk) throw new Error();
        const point = epk[coordinate] ?? '';
        epk[coordinate] =
          `${point.slice(0, at)}${point[at] === 'B' ? 'C' : 'B'}${point.slice(at + 1)}`;
        expect(['altered', 'unreadable']).toContain(await outcome(await digested(jwe)));
      }
  });

  it('may spoil what is for another, not what is for me: mine is as it was, or is not opened', async () => {
    const jwe = JSON.parse(several) as Jwe;
    const other = jwe.recipients[1];
    if (!other) throw new Error();
    other.encrypted_key = other.encrypted_key.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect(await outcome(JSON.stringify(jwe))).toBe('altered');
    const matching = await digested(jwe);
    expect(await outcome(matching)).toBe('opened');
    expect(await outcome(matching, { recipientKeys: [municipality] })).toBe('altered');
  });

  it('cut anywhere is not opened', async () => {
    const { length: whole } = single;
    for (
      let length = 0;
      length < whole;
      length += isDeep || length < 100 || length > whole - 100 ? 1 : 83
    )
      expect(await outcome(single.slice(0, length))).toBe('unreadable');
  });

  it('with anything added is not opened', async () => {
    expect(await outcome(single.replace('{', '{"extra":1,'))).toBe('altered');
    expect(await outcome(single.replace('"iv"', '"iv":"AAAA","iv"'))).toBe('altered');
    expect(await outcome(single.replace('{', '{ '))).toBe('altered');
    expect(await outcome(`${single}${single}`)).toBe('unreadable');
    const jwe = JSON.parse(single) as Jwe;
    expect(await outcome(await digested({ ...jwe, unprotected: { zip: 'DEF' } } as Jwe))).toBe(
      'altered',
    );
    expect(await outcome(await digested({ ...jwe, aad: 'AAAA' } as Jwe))).toBe('altered');
  });
});

describe('anything at all', () => {
  const throwing = new Proxy({}, { get: () => { throw new Error('no'); } }); // prettier-ignore

  it('that is no envelope is unreadable, and never throws', async () => {
    for (const junk of [
      undefined,
      null,
      0,
      NaN,
      true,
      Symbol('x'),
      {},
      [],
      () => 1,
      new Date(0),
      throwing,
    ])
      expect(await outcome(junk)).toBe('unreadable');
    for (const junk of [
      '',
      ' ',
      'null',
      '[]',
      '{}',
      '"x"',
      '{"protected":1}',
      '\ud800',
      'a.b.c.d.e',
    ])
      expect(await outcome(junk)).toBe('unreadable');
    expect(await outcome('['.repeat(200_000))).toBe('unreadable');
    expect(await outcome(new String(single))).toBe('unreadable');
  });

  it('of JSON is never opened and never throws', async () => {
    const members = fc.constantFrom('protected', 'recipients', 'iv', 'ciphertext', 'tag', 'digest');
    await fc.assert(
      fc.asyncProperty(members, fc.jsonValue({ maxDepth: 3 }), async (member, value) => {
        const jwe = { ...(JSON.parse(several) as object), [member]: value };
        expect(await outcome(JSON.stringify(jwe))).not.toBe('opened');
        if (member !== 'digest')
          expect(await outcome(await digested(jwe as unknown as Jwe))).not.toBe('opened');
      }),
      { numRuns: isDeep ? 300 : 40 },
    );
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (junk) => {
        expect(await outcome(junk)).toBe('unreadable');
      }),
    );
  });

  it('that is too large is not even parsed', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const { characters } = envelopeLimits;
    expect(await outcome(' '.repeat(characters) + single)).toBe('too-large');
    expect(await outcome('x'.repeat(characters + 1))).toBe('too-large');
    expect(await outcome('[{"a":0},'.repeat(400_000))).toBe('unreadable');
    expect(await outcome(`${single.slice(0, -1)},"x":[${'0,'.repeat(400_000)}0]}`)).toBe(
      'unreadable',
    );
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('and says so in words', async () => {
    const answer = await open('x'.repeat(envelopeLimits.characters + 1));
    expect(answer).toMatchObject({
      kind: 'too-large',
      message: { da: 'Visningen er for stor til at blive åbnet.' },
    });
  });

  // Under a good signature: only a sender who is trusted can do it, and not even they.
  it.each([
    ['bytes', { purpose: 'a'.repeat(shareLimits.characters + 1) }],
    ['parts', { junk: Array<number>(shareLimits.nodes).fill(0) }],
    ['levels', { junk: JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown }],
    ['letters of a key', { ['k'.repeat(1001)]: 1 }],
  ])('that swells to more %s than it may is let go', async (_, junk) => {
    const payload = await packed({ ...content, ...junk });
    expect(payload.length).toBeLessThan(100_000);
    expect(await outcome(await forge({ payload }))).toBe('too-large');
    await expect(sealShare({ ...share, ...junk }, clinic)).rejects.toThrow(TooLarge);
  });

  it('that swells is unpacked no further than it may', async () => {
    const part = new Blob(['a'.repeat(shareLimits.characters)]);
    const payload = await packedBytes(new Blob(Array<Blob>(80).fill(part)));
    let fed = 0;
    class Counted {
      readonly readable;
      readonly writable;
      constructor() {
        const { readable, writable } = new Unpacking('deflate');
        const writer = writable.getWriter();
        this.readable = readable;
        this.writable = new WritableStream<Uint8Array<ArrayBuffer>>({
          write(chunk) {
            fed += chunk.length;
            return writer.write(chunk);
          },
          close: () => writer.close(),
          abort: (reason) => writer.abort(reason),
        });
      }
    }
    const Unpacking = DecompressionStream;
    vi.stubGlobal('DecompressionStream', Counted);
    await expect(unpack(payload)).rejects.toThrow(TooLarge);
    vi.unstubAllGlobals();
    expect(fed).toBeLessThan(payload.length / 2);
  });

  it('as large as it may be is opened', async () => {
    const most = { ...content, purpose: '' };
    const room = shareLimits.characters - Buffer.byteLength(JSON.stringify(most));
    const text = lettersOf(room);
    const envelope = await forge({ payload: await pack({ ...most, purpose: text }) });
    expect(await outcome(envelope)).toBe('opened');
  });
});

/** Letters in no order, so that they do not become much fewer bytes when they are packed. */
function lettersOf(length: number): string {
  let drawn = 1;
  const letters = Array.from({ length }, () => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(35 + ((drawn >>> 16) % 57));
  });
  return letters.join('');
}

/** Packs whatever it is given. */
async function packed(value: unknown): Promise<Uint8Array> {
  return packedBytes(new Blob([JSON.stringify(value)]));
}

async function packedBytes(bytes: Blob): Promise<Uint8Array> {
  const stream = bytes.stream().pipeThrough(new CompressionStream('deflate'));
  return framed(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Their number, the bytes, and zeros up to one of the sizes. */
function framed(deflated: Uint8Array): Uint8Array {
  const size = packedSizes.find((each) => each >= deflated.length + 4);
  const made = Buffer.alloc(size ?? 0);
  made.writeUInt32BE(deflated.length);
  made.set(deflated, 4);
  return made;
}

describe('who it is from and whom it is for', () => {
  it('the bricks of these tests build what opens', async () => {
    expect(await outcome(await forge({ content }))).toBe('opened');
  });

  it('another key opens nothing', async () => {
    expect(await outcome(single, { recipientKeys: [stranger] })).toBe('wrong-key');
    expect(await outcome(single, { recipientKeys: [] })).toBe('wrong-key');
    // One’s own private key under the name of another’s public one.
    const mixed = { publicKey: hospital.publicKey, privateKey: stranger.privateKey };
    expect(await outcome(single, { recipientKeys: [mixed] })).toBe('altered');
  });

  it('a sender whom nobody trusts is refused, and so is everybody when nobody is', async () => {
    const other = await newKeys('sign');
    expect(await outcome(await sealShare(share, other))).toBe('unknown-sender');
    expect(await outcome(single, { trustedSenders: [] })).toBe('unknown-sender');
  });

  it('signed by another under the sender’s name is refused', async () => {
    const other = await newKeys('sign');
    const kid = await thumbprint(clinic.publicKey);
    const forged = { content, signer: other, signatureHeader: { kid } };
    expect(await outcome(await forge(forged))).toBe('altered');
  });

  it('signed anew by another trusted sender is refused: the content names its own', async () => {
    const other = await newKeys('sign');
    const trustedSenders = [
      { name: 'A', keys: [clinic.publicKey] },
      { name: 'B', keys: [other.publicKey] },
    ];
    expect(await outcome(await forge({ content, signer: other }), { trustedSenders })).toBe(
      'altered',
    );
  });

  it('closed anew by a recipient for a third is refused, though signature and keys hold', async () => {
    const { plaintext } = await generalDecrypt(JSON.parse(single), hospital.privateKey);
    const signed = new TextDecoder().decode(plaintext);
    const forwarded = await forge({ signed, keys: [stranger] });
    expect(await outcome(forwarded, { recipientKeys: [stranger] })).toBe('wrong-key');
    // To the one it was for it still is what the sender made.
    expect(await outcome(await forge({ signed, keys: [stranger, hospital] }))).toBe('opened');
  });

  it('one sender’s content under another’s envelope stays the first one’s', async () => {
    const foreign = await sealShare(makeShare(wish), clinic);
    const [a, b] = [single, foreign].map((each) => JSON.parse(each) as Jwe);
    if (!a || !b) throw new Error();
    expect(await outcome(await digested({ ...a, recipients: b.recipients }))).toBe('altered');
    expect(await outcome(await digested({ ...a, ciphertext: b.ciphertext, tag: b.tag }))).toBe(
      'altered',
    );
  });
});

describe('algorithms', () => {
  const signedWith = (head: object, signature: string) =>
    `${encode(head)}.${base64url.encode(JSON.stringify(content))}.${signature}`;

  it('there is no signature that is none', async () => {
    const kid = await thumbprint(clinic.publicKey);
    for (const alg of ['none', 'None', '', undefined]) {
      const signed = signedWith({ alg, typ: 'overblik-share/2', kid }, '');
      expect(await outcome(await forge({ signed }))).toBe('altered');
    }
  });

  it('a public key is no secret', async () => {
    const kid = await thumbprint(clinic.publicKey);
    for (const secret of [JSON.stringify(clinic.publicKey), clinic.publicKey.x ?? '']) {
      const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
        .setProtectedHeader({ alg: 'HS256', typ: 'overblik-share/2', kid })
        .sign(new TextEncoder().encode(secret));
      expect(await outcome(await forge({ signed }))).toBe('altered');
    }
  });

  it('a signature brings no key, address or extension of its own', async () => {
    const other = await newKeys('sign');
    for (const more of [
      { jwk: other.publicKey },
      { jku: 'https://x.example' },
      { b64: true, crit: ['b64'] },
    ])
      expect(await outcome(await forge({ content, signatureHeader: more }))).toBe('altered');
    expect(await outcome(await forge({ content, signatureHeader: { typ: 'JWT' } }))).toBe(
      'altered',
    );
  });

  it('a header has no key that hides', async () => {
    const hidden = (given: object) =>
      Object.defineProperty({ ...given }, '__proto__', { value: 'DEF', enumerable: true });
    expect(await outcome(await forge({ content, header: hidden(header) }))).toBe('altered');
    expect(await outcome(await forge({ content, signatureHeader: hidden({}) }))).toBe('altered');
  });

  it('the encryption is the one, and nothing is packed in it unseen', async () => {
    for (const more of [
      { enc: 'A128CBC-HS256' },
      { alg: 'ECDH-ES+A128KW' },
      { zip: 'DEF' },
      { cty: 'JWT' },
      { typ: 'JOSE' },
    ])
      expect(await outcome(await forge({ content, header: { ...header, ...more } }))).toBe(
        'altered',
      );
    const compact = await new CompactEncrypt(new TextEncoder().encode('x'))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(new Uint8Array(32));
    expect(await outcome(compact)).toBe('unreadable');
    const [said = '', , iv = '', ciphertext = '', tag = ''] = compact.split('.');
    const { recipients } = JSON.parse(single) as Jwe;
    expect(
      await outcome(await digested({ protected: said, recipients, iv, ciphertext, tag })),
    ).toBe('altered');
  });
});

describe('time', () => {
  it.each([
    ['2026-11-24T07:59:59+01:00', 'not-yet'],
    ['2026-11-24T07:00:00Z', 'opened'],
    ['2026-11-25T14:59:59.999Z', 'opened'],
    ['2026-11-25T16:00:00+01:00', 'expired'],
    ['2036-01-01T00:00Z', 'expired'],
  ])('%s: %s', async (now, expected) => {
    expect(await outcome(single, { now })).toBe(expected);
  });

  it('an instant that is none is the host’s error', async () => {
    for (const now of [
      '',
      '2026-11-24',
      '2026-11-24T09:00:00',
      '2026-02-30T09:00Z',
      0 as unknown as string,
    ])
      await expect(open(single, { now })).rejects.toThrow(RangeError);
  });
});

describe('other formats', () => {
  it.each(['overblik-share/1', 'overblik-share/3', 'overblik-share/12'])(
    '%s is told from what is broken, outside and inside',
    async (format) => {
      const jwe = JSON.parse(single) as Jwe;
      const other = { ...jwe, protected: encode({ ...header, typ: format }) };
      expect(await outcome(JSON.stringify(other))).toBe('other-format');
      expect(await outcome(JSON.stringify({ protected: other.protected, other: 1 }))).toBe(
        'other-format',
      );
      const inside = await forge({ content: { ...content, format } });
      expect(await outcome(inside)).toBe('other-format');
    },
  );
});

describe('a trusted sender’s mistakes', () => {
  const without = (key: string) =>
    Object.fromEntries(Object.entries(content).filter(([name]) => name !== key));

  it.each(Object.keys(content))('a share without its %s is not opened', async (key) => {
    const expected = { signer: 'altered', recipients: 'wrong-key' }[key] ?? 'unreadable';
    expect(await outcome(await forge({ content: without(key) }))).toBe(expected);
  });

  it.each([
    ['no types', { types: undefined }],
    ['odd keys', { recipients: [{ ...share.recipients[0], keys: [1] }] }],
    ['an id that is a path', { id: '../../../etc' }],
    ['no instants', { until: 'tomorrow' }],
    ['a text for a patient', { patient: 'x' }],
  ])('%s: unreadable', async (_, more) => {
    expect(await outcome(await forge({ content: { ...content, ...more } }))).toBe('unreadable');
  });

  it('nothing under a signature: unreadable', async () => {
    for (const inside of [null, 1, 'x', [], {}])
      expect(await outcome(await forge({ content: inside }))).toBe('unreadable');
    expect(await outcome(await forge({ payload: new Uint8Array([1, 2, 3]) }))).toBe('unreadable');
    expect(await outcome(await forge({ payload: new Uint8Array() }))).toBe('unreadable');
  });

  it('what was not to be shared is not shown, though it was sent', async () => {
    const more = { patient: { ...share.patient, results: wish.patient, coverage: { result: {} } } };
    const answer = await open(await forge({ content: { ...content, ...more } }));
    if (!answer.opened) throw new Error(answer.kind);
    const { signal } = new AbortController();
    const shown = await answer
      .adapter('da')
      .patient(answer.patientId, { asOf: wish.asOf, types: {} }, signal);
    expect(Object.keys(shown ?? {}).sort()).toEqual([
      'appointments',
      'diagnoses',
      'medications',
      'patient',
    ]);
  });

  it('the patient goes by the share’s id, whatever the sender calls them', async () => {
    const patient = { ...share.patient, patient: { ...share.patient.patient, id: 'another' } };
    const answer = await open(await forge({ content: { ...content, patient } }));
    expect(answer).toMatchObject({ opened: true, patientId: (content as Share).id });
  });
});

describe('what the host decides', () => {
  it('opens it as often as the host allows', async () => {
    const opened = new Set<string>();
    const seen = (id: string) => opened.has(id);
    const onOpen = ({ shareId, result }: OpeningReport) => {
      if (result === 'opened' && shareId) opened.add(shareId);
    };
    expect(await outcome(single, { seen, onOpen })).toBe('opened');
    expect(await outcome(single, { seen, onOpen })).toBe('replayed');
    expect(await outcome(single, { seen: async () => true })).toBe('replayed');
  });

  it('is asked only of what could be opened', async () => {
    const seen = vi.fn(() => true);
    await open(single, { seen, now: '2030-01-01T00:00Z' });
    await open(single, { seen, trustedSenders: [] });
    expect(seen).not.toHaveBeenCalled();
  });

  it('is not gone round when it cannot answer, or cannot log', async () => {
    const fail = () => {
      throw new Error('150641-9996');
    };
    expect(await outcome(single, { seen: fail })).toBe('not-checked');
    expect(await outcome(single, { seen: async () => fail() })).toBe('not-checked');
    expect(await outcome(single, { onOpen: fail })).toBe('not-checked');
    expect(await outcome(single, { onOpen: async () => fail() })).toBe('not-checked');
    expect(await outcome('junk', { onOpen: fail })).toBe('unreadable');
    const answer = await open(single, { seen: fail });
    expect(JSON.stringify(answer)).not.toContain('150641');
  });

  it('gives keys that are keys', async () => {
    const recipientKeys = [{ publicKey: {}, privateKey: {} }];
    await expect(open(single, { recipientKeys })).rejects.toThrow(RangeError);
    const trustedSenders = [{ name: 'A', keys: [{ kty: 'oct' }] }];
    await expect(open(single, { trustedSenders })).rejects.toThrow(RangeError);
  });

  it('has no Web Crypto on a page that came over plain http: nothing is opened', async () => {
    vi.stubGlobal('crypto', {});
    try {
      expect(await outcome(single)).toBe('not-checked');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

it('is at one instant what it is at it: nothing here reads the clock', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  try {
    expect(await outcome(single, { now: during })).toBe('opened');
  } finally {
    vi.useRealTimers();
  }
});
