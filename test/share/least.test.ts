/** What leaves the clinic is what the contract names, and of a profile what is needed to see the patient through it. */
import { describe, expect, it } from 'vitest';
import { demens, profiles } from '../../fixtures/profiles/index.ts';
import { evaluatePatient, compile } from '../../src/engine/index.ts';
import { PatientModel, viewCell, viewMarkers } from '../../src/model/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import {
  checkPatient,
  dataTypes,
  listNames,
  recordTypes,
  type PatientRecords,
} from '../../src/record/index.ts';
import { readShare } from '../../src/share/content.ts';
import { definitionsOf, makeShare, sharedAdapter, type ShareWish } from '../../src/share/index.ts';
import { asOf, complete } from '../engine/build.ts';
import { ill, open, seal, wish } from './stage.ts';

const secret = 'HEMMELIGT';
/** What a host's object may carry besides: a text, a list, an object, a key that says it. */
const extra = {
  note: secret,
  tags: [secret],
  meta: { deep: { er: secret } },
  [secret]: 1,
};

/** One record of each type, with everything that the contract has. */
const full = {
  diagnoses: [{ code: 'P70', system: 'ICPC-2', text: 'Demens', from: '2022-03', source: 'Journal' }],
  medications: [
    { code: 'N05AH04', text: 'Quetiapin', dose: '1 × 2', from: '2026-06-01', to: '2027-01', dispensed: '2026-10', source: 'FMK' },
  ],
  results: [
    { code: 'MCS88042', text: 'MMSE', at: '2026-08-20T10:15', value: 19, comparator: '<', unit: 'point', low: 24, high: 30, source: 'Lab' },
  ],
  services: [{ code: '2150', text: 'Samtale', at: '2026-02-01', source: 'Journal' }],
  appointments: [{ code: 'K', text: 'Kontrol', at: '2026-12-03T10:15', status: 'booked', with: 'Læge', source: 'Journal' }],
  referrals: [{ code: 'H', text: 'Geriatri', at: '2026-01-02', to: 'Sygehus', status: 'sent', source: 'Journal' }],
  letters: [{ code: 'E', text: 'Epikrise', at: '2026-01-02', from: 'Afdeling G', status: 'final', body: 'Kære læge', source: 'Brev' }],
  vaccinations: [{ code: 'J07BB02', text: 'Influenza', at: '2025-10-02', dose: '1', source: 'DDV' }],
  carePlans: [
    { code: 'KOL', text: 'Forløbsplan', from: '2024-02-01', to: '2026-02', maintained: '2025-03', status: 'completed', source: 'Journal' },
  ],
  notes: [{ code: 'K', text: 'Konsultation', at: '2026-01-02', from: 'Læge', body: 'Har det godt', source: 'Journal' }],
  correspondence: [{ code: 'B', text: 'Fald', at: '2026-01-02', from: 'Kommune', to: 'Læge', body: 'Er faldet', source: 'Brev' }],
} as const satisfies Partial<PatientRecords>; // prettier-ignore

const source = (id: string) => ({
  id,
  title: { da: id, en: id, sv: secret, ...extra },
  types: [...dataTypes, secret],
  gives: { da: 'alt', ...extra },
  available: true,
  updated: '2026-11-24',
  ...extra,
});

/** A wish in which every object, at every depth, carries what is not of the contract. */
function overfull(): ShareWish {
  const lists = Object.fromEntries(
    Object.entries(full).map(([list, records]) => [
      list,
      records.map((record: object) => ({ ...record, ...extra })),
    ]),
  );
  const covered = Object.fromEntries(
    recordTypes.map((type) => [type, { available: true, source: 'S', ...extra }]),
  );
  return {
    ...wish,
    include: dataTypes,
    patient: {
      ...lists,
      patient: { ...ill.patient, ...extra },
      coverage: { ...covered, ...extra },
      ...extra,
    } as unknown as PatientRecords,
    description: {
      name: 'K',
      coverage: { ...covered, ...extra },
      sources: [source('Journal'), source('FMK')],
      user: secret,
      id: secret,
      may: { print: true, ...extra },
      ...extra,
    } as unknown as ShareWish['description'],
    recipients: wish.recipients.map((recipient) => ({
      ...recipient,
      ...extra,
      keys: recipient.keys.map((key) => ({ ...key, ...extra, d: secret, kid: secret })),
    })),
    sharedBy: { ...wish.sharedBy, ...extra },
    ...extra,
  };
}

describe('nothing that is not of the contract leaves', () => {
  it('from any record type, the patient, sources, coverage, recipients or the wish itself', () => {
    expect(Object.keys(full).sort()).toEqual(Object.values(listNames).sort());
    const text = JSON.stringify(makeShare(overfull()));
    expect(text).not.toContain(secret);
    expect(text).toContain('Quetiapin');
  });

  it('nor from a patient as checked that the host made itself', () => {
    const { patient } = checkPatient({ patient: ill.patient, ...full });
    if (!patient) throw new Error();
    const records = Object.fromEntries(
      Object.entries(patient.records).map(([type, list]) => [
        type,
        list.map((record: object) => ({ ...record, ...extra, text: { ...extra } })),
      ]),
    );
    const covered = { ...patient.coverage, result: { available: true, ...extra } };
    const own = { ...patient.patient, ...extra, address: { ...extra } };
    const made = { ...patient, ...extra, records, coverage: covered, patient: own };
    const share = makeShare({ ...overfull(), patient: made as never });
    expect(JSON.stringify(share)).not.toContain(secret);
  });

  it('and all that is of it does: what the recipient reads is what the clinic reads', () => {
    const here = checkPatient({ patient: ill.patient, ...full }).patient;
    const share = makeShare({
      ...wish,
      include: dataTypes,
      patient: { patient: ill.patient, ...full },
    });
    const there = checkPatient(JSON.parse(JSON.stringify(share.patient))).patient;
    expect(there?.records).toEqual(here?.records);
    expect(there?.records.letter[0]).toMatchObject({ sender: 'Afdeling G', body: 'Kære læge' });
    expect(there?.rejected).toEqual([]);
  });
});

describe('of a profile', () => {
  const [shared] = makeShare(wish).profiles as [Record<string, unknown>];

  it('what is counted, read and told about it stays at home', () => {
    expect(Object.keys(shared).sort()).toEqual(
      ['format', 'id', 'version', 'title', 'purpose', 'codes', 'population', 'information', 'markers'].sort(),
    ); // prettier-ignore
    expect(shared.purpose).toEqual([demens.title]);
    const full_ = { ...demens, about: { by: secret }, description: { da: secret }, more: secret };
    expect(JSON.stringify(makeShare({ ...wish, profiles: [full_] }).profiles)).not.toContain(
      secret,
    );
  });

  it('code sets that nothing names stay too', () => {
    const codes = { ...demens.codes, alene: { system: 'ATC', include: ['A10'] } };
    const [one] = makeShare({ ...wish, profiles: [{ ...demens, codes }] }).profiles;
    expect(Object.keys((one as typeof demens).codes)).toEqual(Object.keys(demens.codes));
  });

  it('goes the hash of the whole definition, as the sender states it, and nothing else beside it', async () => {
    const whole = parseProfile(demens);
    if (!whole.ok) throw new Error();
    const [own] = await definitionsOf([whole.profile]);
    const junk = [{ ...own, hash: secret }, { ...own, id: 'dk.andet' }, null, secret];
    const definitions = [{ ...own!, ...extra }, ...(junk as never[])];
    const { definitions: sent } = makeShare({ ...wish, definitions });
    expect(sent).toEqual([own]);
    const opened = await open(await seal({ definitions }));
    if (!opened.opened) throw new Error(opened.kind);
    expect(opened.facts.definitions).toEqual([own]);
  });

  it('no hash goes along where none is given, and one that is none is passed over', async () => {
    expect(makeShare(wish)).not.toHaveProperty('definitions');
    const opened = await open(await seal());
    if (!opened.opened) throw new Error(opened.kind);
    expect(opened.facts).not.toHaveProperty('definitions');
    for (const junk of ['x', 4, {}, [{ id: 4 }], [{ id: 'a', version: '1', hash: '<b>' }]]) {
      const share = JSON.parse(
        JSON.stringify({ ...makeShare(wish), definitions: junk }),
      ) as unknown;
      expect(readShare(share), JSON.stringify(junk)).not.toHaveProperty('definitions');
      expect(readShare(share)?.purpose).toBe(wish.purpose);
    }
  });

  it.each(profiles.map((profile) => [(profile as { id: string }).id, profile]))(
    '%s is a profile still, and shows the same',
    async (_, profile) => {
      const more = { ...wish, include: dataTypes, profiles: [profile] };
      const share = makeShare({ ...more, patient: { patient: ill.patient, ...full } });
      const [part] = share.profiles;
      const [whole, cut] = [parseProfile(profile), parseProfile(part)];
      if (!whole.ok || !cut.ok) throw new Error(JSON.stringify(cut));
      const { patient } = checkPatient(share.patient);
      if (!patient) throw new Error();
      const [all, less] = [whole.profile, cut.profile].map((each) => {
        const outcome = evaluatePatient(compile(each), patient, complete, asOf);
        return {
          truth: outcome.membership.truth,
          cells: outcome.cells.map((cell) => viewCell(cell, outcome, asOf, 'da')),
          markers: viewMarkers(outcome, 'da'),
        };
      });
      expect(less).toEqual(all);
      const model = new PatientModel({ deadline: 1000 });
      const adapter = sharedAdapter(share, 'da');
      await model.update({ adapter, patientId: share.id, profiles: share.profiles, asOf });
      const { refused, outcomes } = model.state;
      expect(refused).toEqual([]);
      expect(outcomes).toHaveLength(1);
    },
  );

  it('is taken as JSON text too, and refused where it is no document', () => {
    const [fromText] = makeShare({ ...wish, profiles: [JSON.stringify(demens)] }).profiles;
    expect(fromText).toEqual(shared);
    const circle: Record<string, unknown> = {};
    circle.population = circle;
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = { all: deep };
    for (const junk of ['{', 'null', 1, null, [], undefined, circle, { population: deep }])
      expect(() => makeShare({ ...wish, profiles: [junk] })).toThrow(/^profiles: /);
  });
});
