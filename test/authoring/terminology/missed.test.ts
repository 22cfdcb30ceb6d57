import { beforeAll, describe, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { demens } from '../../../fixtures/profiles/index.ts';
import { demoTerminology } from '../../../fixtures/terminology/index.ts';
import {
  clinicCountsInSteps,
  memoryTerminology,
  missedCodes,
  missedQuestionAt,
  patientsOfEntry,
  Terms,
  typesAskedAt,
  type ClinicCounts,
  type MissedCode,
} from '../../../src/authoring/index.ts';
import { Clinic, finish } from '../../../src/engine/index.ts';
import { parsed } from '../../fixtures/profiles/cases.ts';

const path = ['codes', 'demens'];
const keyed = (codes: readonly MissedCode[]) =>
  new Map(codes.map((each) => [`${each.system} ${each.code}`, each]));
const kinds = (each: MissedCode | undefined) => each?.why.map(({ kind }) => kind);

describe('missed codes', () => {
  let clinic: Clinic;
  let counts: ClinicCounts;
  const document = {
    ...demens,
    codes: {
      ...demens.codes,
      demens: { ...demens.codes.demens, include: ['P70'] },
      // Otherwise it has the hospital's codes, asked for in its markers.
      demensdiagnoseSks: { system: 'SKS', include: ['DG45'] },
    },
  };

  beforeAll(() => {
    const { description, patients } = generateClinic({ size: 3000 });
    clinic = new Clinic(description.coverage);
    clinic.add(patients);
    const types = typesAskedAt(document, path);
    counts = finish(clinicCountsInSteps(clinic, types, parsed(document), '2026-11-24'));
  });

  it('asks of the types that ask for the set', () => {
    expect(typesAskedAt(document, path)).toEqual(['diagnosis']);
    expect(typesAskedAt(document, ['information', 3, 'codes'])).toEqual(['diagnosis']);
    expect(typesAskedAt(document, ['codes', 'unused'])).toEqual([]);
  });

  it('finds by the words of other systems, with counts, and why', async () => {
    const { codes, isPartial } = await missedCodes({
      ...missedQuestionAt(document, path),
      terms: new Terms(demoTerminology()),
      clinic: counts,
    });
    expect(isPartial).toBe(false);
    const found = keyed(codes);
    // The same illness in the hospital's codes, which the members carry too.
    const twin = found.get('SKS DF039');
    expect(kinds(twin)).toEqual(expect.arrayContaining(['words', 'carried']));
    expect(twin?.found?.members).toBeGreaterThan(0);
    expect(found.has('ICPC-2 P70')).toBe(false);
    // Its neighbours in the chapter are too many to be proposed for that alone.
    expect(codes.length).toBeLessThanOrEqual(60);
    expect(codes[0]?.system).toBe('SKS');
  });

  it('needs no terminology, and no clinic', async () => {
    const question = missedQuestionAt(document, path);
    const here = keyed((await missedCodes({ ...question, clinic: counts })).codes);
    expect(kinds(here.get('SKS DF039'))).toContain('words');
    expect(here.get('SKS DF039')?.text).toEqual({ da: 'Demens, uspecificeret' });
    const known = await missedCodes({
      ...missedQuestionAt(demens, ['codes', 'demensmedicin']),
      terms: new Terms(demoTerminology()),
    });
    expect(known.codes.every(({ found }) => found === undefined)).toBe(true);
    expect((await missedCodes(question)).codes).toEqual([]);
  });

  it('says where another set has a code already', async () => {
    const { codes } = await missedCodes({
      ...missedQuestionAt(demens, path),
      terms: new Terms(demoTerminology()),
      clinic: counts,
    });
    const twin = keyed(codes).get('SKS DF039');
    expect(twin?.isElsewhere).toBe(true);
    // Members who carry it show nothing that the author has not thought of.
    expect(kinds(twin)).toEqual(['words']);
  });

  it('proposes siblings, none that is taken out, and no group of its own', async () => {
    const own = {
      ...demens,
      codes: {
        et: { system: 'ATC', include: ['N05AH04'], exclude: ['N05AH02'] },
      },
    };
    const { codes } = await missedCodes({
      ...missedQuestionAt(own, ['codes', 'et']),
      terms: new Terms(demoTerminology()),
    });
    const found = keyed(codes);
    expect(kinds(found.get('ATC N05AH03'))).toEqual(['sibling']);
    for (const code of ['N05AH02', 'N05AH', 'N05AH04'])
      expect(found.has(`ATC ${code}`)).toBe(false);
  });

  it('tells when the terminology fails, with what the clinic shows', async () => {
    const failing = { ...demoTerminology(), text: () => Promise.reject(new Error('no')) };
    const { codes, isPartial } = await missedCodes({
      ...missedQuestionAt(document, path),
      terms: new Terms(failing),
      clinic: counts,
    });
    expect(isPartial).toBe(true);
    expect(keyed(codes).has('SKS DF039')).toBe(true);
  });

  it('tells no more of anybody than counts', async () => {
    const { codes } = await missedCodes({
      ...missedQuestionAt(document, path),
      clinic: counts,
    });
    const text = JSON.stringify(codes);
    for (const id of clinic.ids.slice(0, 200)) expect(text).not.toContain(`"${id}"`);
    for (const each of codes) {
      expect(Object.keys(each.found ?? {})).toEqual(['records', 'patients', 'members']);
      expect(each.found!.members).toBeLessThanOrEqual(each.found!.patients);
    }
  });

  it('does not know of members where the profile cannot be used', async () => {
    const unknown = finish(clinicCountsInSteps(clinic, ['diagnosis'], undefined, '2026-11-24'));
    const { codes } = await missedCodes({ ...missedQuestionAt(document, path), clinic: unknown });
    expect(codes.length).toBeGreaterThan(0);
    for (const each of codes) {
      expect(each.found).not.toHaveProperty('members');
      expect(kinds(each)).not.toContain('carried');
    }
  });

  it('says of nobody that there is nobody only where the data covers it', () => {
    const of = (coverage: object) => {
      const covered = new Clinic(coverage);
      covered.add([
        {
          patient: { id: 'a', name: 'Opdigtet', birthDate: '1950-01-01', sex: 'female' },
          diagnoses: [{ code: 'P70', from: '2020-01-01' }],
        },
      ]);
      return (system: string, entry: string) =>
        patientsOfEntry(covered, ['diagnosis'], system, entry);
    };
    expect(of({ diagnosis: { available: true } })('ICPC-2', 'P7')).toBe(1);
    expect(of({ diagnosis: { available: true } })('ICPC-2', 'P71')).toBe(0);
    expect(of({})('ICPC-2', 'P71')).toBe(0);
    expect(of({ diagnosis: { available: false } })('ICPC-2', 'P71')).toBe(undefined);
    expect(of({ diagnosis: { available: false } })('ICPC-2', 'P70')).toBe(1);
    const systems = of({ diagnosis: { available: true, systems: ['icpc2'] } });
    expect([systems('ICPC-2', 'P71'), systems('SKS', 'DF00')]).toEqual([0, undefined]);
  });

  it('stops when nobody waits any more', async () => {
    const stop = new AbortController();
    stop.abort();
    const terms = new Terms(memoryTerminology([{ system: 'ICPC-2', codes: [] }]));
    await expect(
      missedCodes({ ...missedQuestionAt(document, path), terms }, stop.signal),
    ).rejects.toThrow();
  });
});
