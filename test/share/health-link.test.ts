/** A SMART Health Link: what a receiver who knows the specification finds at its end, and nothing else. */
import { base64url, compactDecrypt, decodeProtectedHeader } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { generateClinic, describeGenerated } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { dataTypes, longestBody } from '../../src/record/index.ts';
import { makeHealthLink, makeShare, type ShareWish } from '../../src/share/index.ts';
import { fhirDocument } from '../../src/share/fhir-document.ts';
import { shareLimits, TooLarge } from '../../src/share/pack.ts';
import { ill, wish } from './stage.ts';

const url = `https://shl.example/${'a'.repeat(43)}`;
const share = makeShare(wish);

/** The resources of a document by what refers to them. */
interface Document {
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: Record<string, unknown>;
  }[];
  readonly [part: string]: unknown;
}
const made = (more: Partial<ShareWish> = {}) =>
  JSON.parse(JSON.stringify(fhirDocument(makeShare({ ...wish, ...more })))) as Document;
const of = (document: Document, kind: string) =>
  document.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === kind);

/** As a receiver does it: the payload out of the link, the file from where it points, the key on the file. */
async function received(link: string, file: string) {
  const payload = JSON.parse(new TextDecoder().decode(base64url.decode(link.slice(8)))) as Record<
    string,
    unknown
  >;
  const { plaintext } = await compactDecrypt(file, base64url.decode(payload.key as string));
  return { payload, document: JSON.parse(new TextDecoder().decode(plaintext)) as Document };
}

describe('a link', () => {
  it('holds the address, a key of its own, the end, the flag and the label', async () => {
    const { link, file, contentType } = await makeHealthLink(share, {
      url,
      label: 'Til visitation',
    });
    expect(link).toMatch(/^shlink:\/[\w-]+$/);
    expect(contentType).toBe('application/jose');
    const { payload } = await received(link, file);
    expect(payload).toEqual({
      url,
      key: expect.stringMatching(/^[\w-]{43}$/),
      exp: Date.parse(wish.until) / 1000,
      flag: 'U',
      label: 'Til visitation',
      v: 1,
    });
    const again = await makeHealthLink(share, { url });
    expect((await received(again.link, again.file)).payload.key).not.toBe(payload.key);
    expect((await received(again.link, again.file)).payload).not.toHaveProperty('label');
  });

  it('with a passcode is one to a manifest: never both flags', async () => {
    const { link, file } = await makeHealthLink(share, { url, passcode: true });
    expect((await received(link, file)).payload.flag).toBe('P');
  });

  it('is to a file that is encrypted as the specification says', async () => {
    const { file } = await makeHealthLink(share, { url });
    expect(decodeProtectedHeader(file)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      cty: 'application/fhir+json',
    });
    expect(file.split('.')).toHaveLength(5);
    expect(file.split('.')[1]).toBe('');
  });

  it('asks nothing of any network', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    await makeHealthLink(share, { url });
    vi.unstubAllGlobals();
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['an address without encryption', { url: url.replace('https', 'http') }, /^url/],
    ['an address that can be guessed', { url: 'https://shl.example/4711' }, /^url/],
    ['an address that is too long', { url: `${url}/${'b'.repeat(80)}` }, /^url/],
    ['no address', { url: undefined as unknown as string }, /^url/],
    ['a label that is too long', { url, label: 'x'.repeat(81) }, /^label/],
    ['an empty label', { url, label: ' \u202e ' }, /^label/],
  ])('with %s is refused in words', async (_, options, words) => {
    await expect(makeHealthLink(share, options)).rejects.toThrow(words);
  });

  it('is never to more than a share may be, nor for longer', async () => {
    const long = { ...share, until: '2027-11-25T16:00:00+01:00' };
    await expect(makeHealthLink(long, { url })).rejects.toThrow(/30 days/);
    const letter = { at: '2026-01-01', body: 'x'.repeat(longestBody) };
    const count = Math.ceil(shareLimits.characters / longestBody);
    const patient = { ...ill, letters: Array.from({ length: count }, () => letter) };
    const large = makeShare({ ...wish, patient, include: ['letter'] });
    await expect(makeHealthLink(large, { url })).rejects.toThrow(TooLarge);
  });

  it('is to files of a few sizes, whoever they are of', async () => {
    const { patients } = generateClinic({ size: 40 });
    const lengths = new Set<number>();
    for (const patient of patients) {
      const description = describeGenerated({}, 40);
      const one = makeShare({ ...wish, patient, include: dataTypes, description });
      lengths.add((await makeHealthLink(one, { url })).file.length);
    }
    expect(lengths.size).toBeLessThanOrEqual(4);
  });
});

describe('the document', () => {
  it('is a bundle of a composition, whom it is about, who made it, and what is shared', () => {
    const document = made();
    expect(document).toMatchObject({
      resourceType: 'Bundle',
      type: 'document',
      timestamp: '2026-11-24T07:00:00Z',
      identifier: { system: 'urn:ietf:rfc:3986' },
    });
    expect(document.entry.map(({ resource }) => resource.resourceType)).toEqual([
      'Composition',
      'Patient',
      'Practitioner',
      'Organization',
      'Condition',
      'MedicationStatement',
      'Encounter',
    ]);
    expect(of(document, 'Patient')).toEqual([
      {
        resourceType: 'Patient',
        identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: '1506419996' }],
        name: [{ text: 'Birthe Testesen' }],
        gender: 'female',
        birthDate: '1941-06-15',
      },
    ]);
    const [composition] = of(document, 'Composition');
    expect(composition).toMatchObject({
      section: [{ title: 'Diagnoser' }, { title: 'Præparater' }, { title: 'Aftaler' }],
    });
  });

  it('tells each kind of record', () => {
    const document = made({
      include: dataTypes,
      patient: {
        ...ill,
        medications: [
          { code: 'N05AH04', text: 'Quetiapin', dose: '× 1', from: '2026-06-01', to: '2026-07-01' },
          { code: '', text: 'Naturmedicin', from: '2027-01' },
        ],
        results: [
          {
            code: 'NPU1',
            at: '2026-08-20T10:15',
            value: 5.5,
            comparator: '<',
            unit: 'mmol/l',
            low: 4,
          },
          { code: 'NPU2', at: '2026', value: 'positiv' },
          { code: 'NPU3', at: '2026-08', value: 7, comparator: '~' as never },
        ],
        services: [{ code: '2150', text: 'Samtale', at: '2026-02-01' }],
        referrals: [{ text: 'Geriatri', at: '2026-01-02', to: 'Sygehus', status: 'cancelled' }],
        letters: [{ text: 'Epikrise', at: '2026-01-02', from: 'Afd. G', body: 'Kære læge æøå' }],
      },
    });
    expect(of(document, 'Condition')[0]).toMatchObject({
      clinicalStatus: { coding: [{ code: 'active' }] },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icpc-2', code: 'P70' }], text: 'Demens' },
      onsetDateTime: '2022-03-14',
    });
    expect(of(document, 'MedicationStatement')).toMatchObject([
      {
        status: 'completed',
        effectivePeriod: { start: '2026-06-01', end: '2026-07-01' },
        dosage: [{ text: '× 1' }],
      },
      { status: 'intended', medicationCodeableConcept: { text: 'Naturmedicin' } },
    ]);
    expect(of(document, 'Observation')).toMatchObject([
      {
        status: 'unknown',
        effectiveDateTime: '2026-08-20',
        valueQuantity: { value: 5.5, comparator: '<', unit: 'mmol/l' },
        referenceRange: [{ low: { value: 4, unit: 'mmol/l' } }],
      },
      { effectiveDateTime: '2026', valueString: 'positiv' },
      { effectiveDateTime: '2026-08', valueString: '? 7' },
    ]);
    expect(of(document, 'Procedure')[0]).toMatchObject({ code: { coding: [{ code: '2150' }] } });
    expect(of(document, 'Encounter')[0]).toMatchObject({
      status: 'planned',
      type: [{ text: 'Årskontrol, kl. 10.15' }],
      period: { start: '2026-12-03' },
    });
    expect(of(document, 'ServiceRequest')[0]).toMatchObject({ status: 'revoked', intent: 'order' });
    const [letter] = of(document, 'DocumentReference') as [
      { content: [{ attachment: { data: string } }] },
    ];
    expect(Buffer.from(letter.content[0].attachment.data, 'base64').toString()).toBe(
      'Kære læge æøå',
    );
  });

  it('never says that there is none where nobody knows, and tells what could not be read', () => {
    const sections = (more: Partial<ShareWish>) => {
      const [composition] = of(made({ ...more, include: ['diagnosis'] }), 'Composition');
      const [section] = (composition as { section: [{ text?: { div: string }; entry?: unknown }] })
        .section;
      return section;
    };
    const { diagnoses: _, ...without } = ill;
    const none = sections({ patient: { ...ill, diagnoses: [] } });
    expect(none.text?.div).toContain('Ingen registreret');
    expect(sections({ patient: without }).text?.div).toContain('Kan ikke afgøres');
    expect(sections({ patient: without }).text?.div).not.toContain('Ingen');
    const since = { name: 'K', coverage: { diagnosis: { available: true, from: '2024-01-01' } } };
    expect(
      sections({ patient: { ...ill, diagnoses: [] }, description: since }).text?.div,
    ).not.toContain('Ingen');
    const broken = [{ code: 'P70', from: 'i går' }];
    const unread = sections({ patient: { ...ill, diagnoses: broken } });
    expect(unread.text?.div).toContain('1 oplysning kunne ikke læses');
    expect(unread.text?.div).not.toContain('Ingen registreret');
    expect(sections({}).text).toBe(undefined);
  });

  it('holds nothing of profiles, recipients or the clinic’s own keys', () => {
    const text = JSON.stringify(made({ profiles, include: dataTypes }));
    for (const left of ['demens.', 'Patienter med', 'Bo Overlæge', 'own-key-4711', 'Udskrivning'])
      expect(text).not.toContain(left);
    expect(JSON.stringify(made())).not.toContain('Prøvevej');
    expect(text).toContain('Prøvevej 1');
  });

  it('is sound for every patient: each reference leads to one resource, nothing is empty', () => {
    const { patients } = generateClinic({ size: 60 });
    const description = describeGenerated({}, 60);
    for (const patient of patients) {
      const document = made({ patient, include: dataTypes, description });
      const known = document.entry.map(({ fullUrl }) => fullUrl);
      expect(new Set(known).size).toBe(known.length);
      const text = JSON.stringify(document);
      for (const [, reference] of text.matchAll(/"reference":"([^"]*)"/g))
        expect(known).toContain(reference);
      expect(text).not.toMatch(/""|null|\[\]|\{\}|undefined/);
      const dates = text.matchAll(/"(?:onset|effective|performed|abatement)DateTime":"([^"]*)"/g);
      for (const [, date] of dates) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
    }
  });
});
