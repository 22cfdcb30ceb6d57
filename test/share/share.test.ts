import fc from 'fast-check';
import { base64url, compactVerify, generalDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { compile, evaluatePatient, type PatientOutcome } from '../../src/engine/index.ts';
import { PatientModel, textIn, viewCell, viewMarkers } from '../../src/model/index.ts';
import {
  checkPatient,
  dataTypes,
  recordTypes,
  type CheckedPatient,
  type CoverageByType,
  type PatientRecords,
} from '../../src/record/index.ts';
import {
  makeShare,
  newKeys,
  sharedAdapter,
  thumbprint,
  type OpenedShare,
  type OpeningReport,
  type Share,
  type ShareWish,
} from '../../src/share/index.ts';
import { unpack } from '../../src/share/pack.ts';
import * as drawn from '../engine/arbitraries.ts';
import { asOf, complete } from '../engine/build.ts';
import { isDeep } from '../depth.ts';
import {
  both,
  clinic,
  doctor,
  during,
  geriatrician,
  hospital,
  ill,
  municipality,
  nurse,
  open,
  outcome,
  seal,
  stranger,
  wish,
  type Jwe,
} from './stage.ts';

/** Drawn cases are not to fail on a busy machine. */
async function opened(envelope: string, more = {}): Promise<OpenedShare> {
  const answer = await open(envelope, more);
  if (!answer.opened) throw new Error(answer.kind);
  return answer;
}

/** The cockpit's own model over what was opened, as the cockpit will have it. */
async function shownIn({ adapter, patientId, profiles, facts }: OpenedShare) {
  const model = new PatientModel({ deadline: 1000 });
  await model.update({ adapter: adapter('da'), patientId, profiles, asOf: facts.asOf });
  return model.state;
}

/** The share as it is inside an envelope, taken out without the library. */
async function insideOf(
  envelope: string,
): Promise<{ readonly text: string; readonly share: Share }> {
  const { plaintext } = await generalDecrypt(JSON.parse(envelope), hospital.privateKey);
  const signed = new TextDecoder().decode(plaintext);
  const { payload } = await compactVerify(signed, clinic.publicKey as JsonWebKey);
  const share = (await unpack(payload)) as Share;
  return { text: JSON.stringify(share), share };
}

describe('a shared view', () => {
  it('is opened by the one it is for: who shared it, why, until when', async () => {
    const share = await opened(await seal());
    expect(share.facts).toEqual({
      id: share.patientId,
      sender: 'Lægehuset Eksempelvej (080001)',
      sharedBy: doctor,
      recipient: geriatrician,
      purpose: 'Udskrivningskonference 24. november',
      from: '2026-11-24T08:00:00+01:00',
      until: '2026-11-25T16:00:00+01:00',
      openedAt: during,
      asOf,
      types: ['diagnosis', 'medication', 'appointment'],
    });
  });

  it('shows in the cockpit what the clinic sees, and says of the rest that it is not shared', async () => {
    const state = await shownIn(await opened(await seal()));
    expect(state.phase).toBe('ready');
    const [seen] = state.outcomes;
    if (!seen) throw new Error();
    expect(viewMarkers(seen, 'da')[0]).toMatchObject({ id: 'antipsykotika', truth: 'yes' });
    const cell = (id: string) => {
      const found = seen.cells.find(({ item }) => item.id === id);
      return found && viewCell(found, seen, asOf, 'da');
    };
    expect(cell('aftaler')?.parts[0]?.text).toContain('3. dec.');
    expect(cell('mmse')).toMatchObject({
      tone: 'unknown',
      lines: ['Data om prøver mangler (ikke delt)'],
    });
    expect(state.description?.may).toEqual({ openJournal: false, print: false, export: false });
  });

  it('says so in the viewer’s language, by the same adapter each time', async () => {
    const share = await opened(await seal());
    const english = share.adapter('en');
    expect(share.adapter('en')).toBe(english);
    const { coverage } = await english.describe(new AbortController().signal);
    expect(coverage.result).toEqual({ available: false, source: 'not shared' });
  });

  it('has one patient, and nothing to do', async () => {
    const share = await opened(await seal());
    const adapter = share.adapter('da');
    const { signal } = new AbortController();
    expect(Object.keys(adapter).sort()).toEqual(['describe', 'openJournal', 'patient']);
    await expect(adapter.patient('own-key-4711', { asOf, types: {} }, signal)).rejects.toThrow();
    await expect(
      (async () => adapter.openJournal({ id: share.patientId }, { from: 'cockpit' }))(),
    ).rejects.toThrow();
  });

  it('holds only the types that were chosen, and of the patient who it is', async () => {
    const { share, text } = await insideOf(await seal());
    expect(Object.keys(share.patient).sort()).toEqual([
      'appointments',
      'diagnoses',
      'medications',
      'patient',
    ]);
    expect(share.patient.patient).toEqual({
      id: share.id,
      name: 'Birthe Testesen',
      cpr: '1506419996',
      birthDate: '1941-06-15',
      sex: 'female',
    });
    for (const left of ['MMSE', '"value":19', 'Prøvevej', '00000000', '0101', 'own-key-4711'])
      expect(text.replace(JSON.stringify(share.profiles), '')).not.toContain(left);
    expect(Object.keys(share.coverage).sort()).toEqual(['appointment', 'diagnosis', 'medication']);
    const all = await insideOf(await seal({ include: dataTypes }));
    expect(all.share.patient).toMatchObject({
      patient: { address: 'Prøvevej 1', municipality: '0101' },
      results: [{ value: 19 }],
    });
  });

  it('holds nothing that is not of the contract, whatever the host’s objects carry', async () => {
    const [diagnosis] = ill.diagnoses ?? [];
    const patient = {
      ...ill,
      notes: ['hemmeligt'],
      patient: { ...ill.patient, relative: 'hemmeligt' },
      diagnoses: [
        { ...diagnosis, note: 'hemmeligt' },
        { code: 'P76', from: 'hemmeligt' },
      ],
    } as unknown as PatientRecords;
    const { text } = await insideOf(await seal({ patient }));
    expect(text).not.toContain('hemmeligt');
    // The record that could not be read keeps its place and its code, so that it stays in doubt.
    expect(text).toContain('{"code":"P76","system":"ICPC-2","from":"?","to":"?"}');
  });

  it('holds records as they were supplied: a time with its day, and no code where there was none', async () => {
    const { share } = await insideOf(await seal());
    expect(share.patient.appointments).toEqual([
      { system: 'LOCAL', at: '2026-12-03T10:15', text: 'Årskontrol' },
    ]);
    expect(checkPatient(share.patient).rejected).toEqual([]);
  });

  it('says nothing of the patient outside', async () => {
    const envelope = await seal();
    const { protected: said, recipients } = JSON.parse(envelope) as Jwe;
    const { epk: _, ...rest } = JSON.parse(new TextDecoder().decode(base64url.decode(said)));
    expect(rest).toEqual({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      typ: 'overblik-share/2',
      cty: 'JOSE',
    });
    expect(recipients.map(({ header }) => header)).toEqual([
      { kid: await thumbprint(hospital.publicKey) },
    ]);
    expect(envelope).toMatch(/^[\x20-\x7e]+$/);
  });

  it('never says it twice the same way', async () => {
    expect((await seal()).slice(-60)).not.toBe((await seal()).slice(-60));
  });

  it('is for several, each with a key of their own, and for nobody else', async () => {
    const envelope = await seal(both);
    expect((await opened(envelope)).facts.recipient).toEqual(geriatrician);
    const other = await opened(envelope, { recipientKeys: [municipality] });
    expect(other.facts.recipient).toEqual(nurse);
    expect(await outcome(envelope, { recipientKeys: [stranger] })).toBe('wrong-key');
    // Old and new keys beside each other.
    expect(await outcome(envelope, { recipientKeys: [stranger, hospital] })).toBe('opened');
    const twice = await seal({
      recipients: [{ ...nurse, keys: [stranger.publicKey, hospital.publicKey] }],
    });
    expect((await opened(twice)).facts.recipient).toEqual(nurse);
  });

  it('comes through a transport that adds a line’s end', async () => {
    expect(await outcome(` ${await seal()}\r\n`)).toBe('opened');
  });

  it('takes keys from Web Crypto or as JSON Web Keys', async () => {
    const keys = await newKeys('open', { extractable: true });
    const exported = await crypto.subtle.exportKey('jwk', keys.privateKey as CryptoKey);
    const jwk = { ...exported, use: 'enc' };
    const envelope = await seal({ recipients: [{ ...nurse, keys: [jwk] }] });
    const recipientKeys = [{ publicKey: jwk, privateKey: jwk }];
    expect(await outcome(envelope, { recipientKeys })).toBe('opened');
    // A private key that was given by mistake goes nowhere.
    const { recipients } = makeShare({ ...wish, recipients: [{ ...nurse, keys: [jwk] }] });
    expect(recipients[0]?.keys[0]).toEqual(keys.publicKey);
    expect((hospital.privateKey as CryptoKey).extractable).toBe(false);
  });

  it('is reported when it is opened, and when it is not', async () => {
    const reports: OpeningReport[] = [];
    const onOpen = (report: OpeningReport) => void reports.push(report);
    const envelope = await seal();
    const { patientId } = await opened(envelope, { onOpen });
    await open(envelope, { onOpen, now: '2027-01-01T00:00Z' });
    await open('junk', { onOpen });
    const known = {
      shareId: patientId,
      sender: 'Lægehuset Eksempelvej (080001)',
      recipient: geriatrician,
      key: await thumbprint(hospital.publicKey),
    };
    expect(reports).toEqual([
      { result: 'opened', at: during, ...known },
      { result: 'expired', at: '2027-01-01T00:00Z', ...known },
      { result: 'unreadable', at: during },
    ]);
  });
});

describe('nothing missing becomes a no', () => {
  it('a list that was not fetched is not covered, whatever the clinic covers', async () => {
    const { medications: _, ...rest } = ill;
    const state = await shownIn(await opened(await seal({ patient: rest })));
    const [found] = state.outcomes;
    const hit = found?.markers.find(({ marker }) => marker.id === 'antipsykotika');
    expect(hit?.truth).toBe('unknown');
  });

  it('a list that cannot be read is not an empty one at the other end', async () => {
    const patient = { ...ill, diagnoses: 'junk', medications: [] } as unknown as PatientRecords;
    const description = { name: 'K', coverage: {} };
    const state = await shownIn(await opened(await seal({ patient, description })));
    expect(state.outcomes[0]?.membership.truth).toBe('unknown');
  });

  it('a death that cannot be read cannot be read at the other end either', async () => {
    const patient = { ...ill, patient: { ...ill.patient, deceased: 'i går' } };
    const state = await shownIn(await opened(await seal({ patient })));
    expect(state.outcomes[0]?.membership.truth).toBe('unknown');
    const dead = { ...ill, patient: { ...ill.patient, deceased: '2026-01-01' } };
    const after = await shownIn(await opened(await seal({ patient: dead })));
    expect(after.outcomes[0]?.membership.out).toBe('deceased');
  });

  it('a share of everything answers as the clinic does; a share of less, the same or unknown', () => {
    const truths = ({ membership, markers }: PatientOutcome) =>
      new Map([
        ['', membership.truth],
        ...markers.map(({ marker, truth }) => [marker.id, truth] as const),
      ]);
    fc.assert(
      fc.property(
        drawn.profile,
        drawn.patients,
        drawn.coverage,
        drawn.asOf,
        fc.subarray([...dataTypes], { minLength: 1 }),
        fc.boolean(),
        (profile, patients, coverage, on, include, whole) => {
          for (const drawnPatient of patients) {
            // Junk coverage, and lists left out, are made unknown on purpose: that is tried above.
            const { patient } = checkPatient(JSON.parse(JSON.stringify(drawnPatient)));
            if (!patient || !recordTypes.every((type) => patient.supplied.has(type))) continue;
            const types = whole ? dataTypes : include;
            const there = sharedWith(patient, types, coverage, on);
            const plan = compile(profile);
            const here = truths(evaluatePatient(plan, patient, coverage, on));
            const shown = truths(evaluatePatient(plan, there.patient, there.coverage, on));
            // Markers are asked of members only (R22).
            const ids = shown.get('') === 'yes' ? [...here.keys(), ...shown.keys()] : [''];
            for (const id of ids) {
              const [own = 'no', theirs = 'no'] = [here.get(id), shown.get(id)];
              if (theirs !== 'unknown' || whole) expect([id, theirs]).toEqual([id, own]);
            }
          }
        },
      ),
      { numRuns: isDeep ? 60 : 3 },
    );
  });
});

function sharedWith(
  patient: CheckedPatient,
  include: Share['types'],
  clinicCoverage: CoverageByType,
  on: string,
): { readonly patient: CheckedPatient; readonly coverage: CoverageByType } {
  const description = { name: 'K', coverage: clinicCoverage };
  const made = makeShare({ ...wish, patient, include, asOf: on, description });
  // Over the wire, and through the adapter, as it is opened.
  const share = JSON.parse(JSON.stringify(made)) as Share;
  const lists = Object.fromEntries(
    Object.entries(share.patient).filter(([name]) => name !== 'coverage'),
  );
  const { patient: checked } = checkPatient(lists);
  if (!checked) throw new Error();
  const coverage = Object.fromEntries(
    recordTypes.map((type) => [
      type,
      share.types.includes(type) ? share.coverage[type] : { available: false },
    ]),
  );
  return { patient: checked, coverage };
}

describe('making a share', () => {
  it.each([
    ['no type', { include: [] }],
    ['no recipient', { recipients: [] }],
    ['a recipient without a key', { recipients: [{ ...nurse, keys: [] }] }],
    ['a key of another kind', { recipients: [{ ...nurse, keys: [{ kty: 'RSA' }] }] }],
    ['a recipient without a name', { recipients: [{ ...nurse, name: ' ', keys: [{}] }] }],
    ['no profile', { profiles: [] }],
    ['no purpose', { purpose: '  ' }],
    ['nobody who shares', { sharedBy: { name: '', organisation: 'K' } }],
    ['a day that is none', { asOf: '2026-02-30' }],
    ['an instant without offset', { until: '2026-11-25T16:00:00' }],
    ['an instant that is none', { until: '2026-02-30T16:00:00Z' }],
    ['an end before its beginning', { until: '2026-11-24T06:59:59Z' }],
    ['a patient who cannot be read', { patient: { patient: { id: '' } } as PatientRecords }],
  ])('with %s is refused, without a word of the patient', (_, more) => {
    let said = '';
    try {
      makeShare({ ...wish, ...more });
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      said = (error as Error).message;
    }
    expect(said).not.toBe('');
    expect(said).not.toMatch(/Birthe|150641|own-key/);
  });

  const fail = (): never => {
    throw new RangeError('Birthe 150641-9996');
  };
  const traps = { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail }; // prettier-ignore
  const throwing = new Proxy({}, traps);
  const junk: readonly unknown[] = [
    ...[undefined, null, 7, NaN, 1n, Symbol('x'), () => 0, {}, [], [null], [7]],
    ...[throwing, [throwing], { records: null }, { records: {}, patient: throwing }],
  ];
  const places = [...Object.keys(wish), 'longestDays'];

  it.each([...places, 'all of it'])('%s that is none is refused, and says its name', (place) => {
    const may: readonly unknown[] = place === 'longestDays' ? [undefined, 7] : [];
    for (const part of junk.filter((each) => !may.includes(each))) {
      let said = '';
      try {
        makeShare((place === 'all of it' ? part : { ...wish, [place]: part }) as ShareWish);
      } catch (error) {
        expect((error as Error).constructor).toBe(RangeError);
        said = (error as Error).message;
      }
      // Of what throws when it is read nobody can say which part it was.
      expect(said).toMatch(place === 'all of it' ? /^\w+: / : new RegExp(`${place}|^wish: `));
      expect(said).not.toMatch(/Birthe|150641/);
    }
  });

  it('of the sources names those that are shared from', () => {
    const source = (id: string, types: Share['types']) =>
      ({ id, title: { da: id }, types, available: true }) as const;
    const description = {
      name: 'K',
      coverage: complete,
      sources: [source('Lab', ['result']), source('Journal', ['diagnosis', 'result'])],
    };
    const { clinic: shared } = makeShare({ ...wish, description });
    expect(shared.sources).toEqual([source('Journal', ['diagnosis'])]);
  });

  it('is the same from a patient as supplied and as checked', () => {
    const checked = checkPatient(ill).patient;
    if (!checked) throw new Error();
    const { id: _, patient: fromSupplied, ...rest } = makeShare(wish);
    const again = makeShare({ ...wish, patient: checked });
    expect(again).toMatchObject(rest);
    expect({ ...again.patient, patient: 0 }).toEqual({ ...fromSupplied, patient: 0 });
  });
});

it('says in both languages what is wrong and what to do', async () => {
  const answer = await open('junk');
  if (answer.opened) throw new Error();
  for (const language of ['da', 'en'] as const) {
    expect(textIn(answer.message, language)).not.toBe('');
    expect(textIn(answer.fix, language)).not.toBe('');
  }
  expect(textIn(answer.message, 'en')).not.toBe(textIn(answer.message, 'da'));
});

it('a share that was never sealed can be shown too, to whom it is about to be shared', async () => {
  const share = makeShare(wish);
  const { coverage } = await sharedAdapter(share, 'da').describe(new AbortController().signal);
  expect(coverage.referral).toEqual({ available: false, source: 'ikke delt' });
});
