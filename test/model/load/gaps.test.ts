import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import { contentsOf } from '../../../src/engine/index.ts';
import { PopulationModel, describeGap } from '../../../src/model/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { reportFindings } from '../../../src/model/load/report-findings.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const sks = {
  ...demens,
  codes: { ...demens.codes, demens: { system: 'SKS', include: ['DF00'] } },
};

async function gapsOf(
  patients: readonly object[],
  { profile = demens, description = {} }: { profile?: object; description?: object } = {},
) {
  const model = new PopulationModel();
  const adapter = memoryAdapter(
    {
      description: { name: 'K', coverage: complete, ...description },
      patients: patients as readonly PatientRecords[],
    },
    { leastData: false },
  );
  await model.update({ adapter, profiles: [profile], asOf });
  const { loaded, findings } = model.state;
  const reports = reportFindings(findings);
  const said = (language: 'da' | 'en') => loaded?.gaps.map((gap) => describeGap(gap, language));
  return { da: said('da'), en: said('en'), loaded, reports };
}

const all = { medications: [], results: [], services: [], appointments: [], referrals: [] };
const diagnoses = [
  { code: 'P70', from: '2022-03-14' },
  { code: 'T90', from: '2020-01-01' },
];

describe('what nothing came of', () => {
  it('no record of the whole clinic in the system that the profile asks', async () => {
    const { da, en, reports } = await gapsOf([patientWith({ ...all, diagnoses })], {
      profile: sks,
    });
    expect(da).toContain('2 diagnoser, ingen i SKS');
    expect(en).toContain('2 diagnoses, none in SKS');
    expect(reports).toContainEqual({
      kind: 'no-code-in-system',
      call: 'records',
      field: 'diagnoses',
      meant: 'SKS',
      count: 2,
    });
  });

  it('is missed of a concept in two systems only where neither has any record', async () => {
    const inBoth = { ...demens, codes: { ...demens.codes } };
    const text = JSON.stringify(inBoth).replaceAll(
      '"codes":"demens"',
      '"codes":["demens",{"system":"SKS","include":["DF00"]}]',
    );
    const profile = JSON.parse(text) as object;
    const { da } = await gapsOf([patientWith({ ...all, diagnoses })], { profile });
    expect(da?.filter((line) => line.includes('SKS'))).toEqual([]);
    const others = [{ code: 'X', system: 'lokal', from: '2020-01-01' }];
    const neither = await gapsOf([patientWith({ ...all, diagnoses: others })], { profile });
    expect(neither.da).toContain('1 diagnose, ingen i ICPC-2 eller SKS');
  });

  it('is missed of codes that go before others, each in its own system', async () => {
    const prefer = [
      { system: 'LOINC', include: ['8480-6'] },
      { system: 'NPU', include: ['DNK05472'] },
    ];
    const profile = {
      ...demens,
      markers: [
        {
          ...{ id: 'bp', level: 'info', title: { da: 'BT' } },
          when: {
            result: {
              ...{ pick: 'latest', prefer, when: { last: 'P1Y' } },
              value: { above: 140, unit: 'mmHg' },
            },
          },
        },
      ],
    };
    const results = [{ code: 'DNK05472', at: '2026-10-01', value: 150, unit: 'mmHg' }];
    const { da } = await gapsOf([patientWith({ ...all, results })], { profile });
    expect(da?.filter((line) => line.includes('LOINC'))).toEqual(['1 prøve, ingen i LOINC']);
  });

  it('is missed by its own query, whatever another asks', async () => {
    const profile = {
      ...sks,
      information: [{ id: 'alle', type: 'diagnosis', title: { da: 'Alle' } }],
    };
    const { da } = await gapsOf([patientWith({ ...all, diagnoses })], { profile });
    expect(da).toContain('2 diagnoser, ingen i SKS');
  });

  it('no patient brings the list at all', async () => {
    const { da, en, reports } = await gapsOf([{ patient: patientWith().patient, diagnoses }]);
    expect(da).toContain('ingen patient har en liste over medicin');
    expect(en).toContain('no patient has a list of medication');
    expect(reports).toContainEqual({
      kind: 'no-list',
      call: 'records',
      field: 'medications',
      count: 0,
    });
  });

  it('is silent where every type came, or is said to be missing', async () => {
    const medications = [{ code: 'N06DA02', from: '2024-01-01' }];
    const results = [{ code: 'MCS88042', at: '2024-01-01', value: 20 }];
    const services = [{ code: '2133', at: '2024-01-01' }];
    const whole = { ...all, diagnoses, medications, results, services };
    expect((await gapsOf([patientWith(whole)])).da).toEqual([]);
    const { result: _, ...rest } = complete;
    const description = { coverage: { ...rest, result: { available: false } } };
    const { results: __, ...without } = whole;
    expect((await gapsOf([patientWith(without)], { description })).da).toEqual([]);
  });

  it('a misnamed list makes unknown, never nobody', async () => {
    const { patient } = patientWith();
    const { loaded, reports } = await gapsOf([{ patient, ...all, diagnosis: diagnoses }]);
    expect(loaded?.population.members).toEqual([]);
    expect(loaded?.population.undecided).toEqual([patient.id]);
    expect(reports).toContainEqual({
      kind: 'misnamed',
      call: 'records',
      field: 'diagnosis',
      meant: 'diagnoses',
      count: 1,
    });
  });

  it('one good code among many foreign ones does not silence it', async () => {
    const foreign = Array.from({ length: 49 }, (_, index) => ({
      code: `DE${index + 100}`,
      from: '2020-01-01',
    }));
    const { da, en, loaded, reports } = await gapsOf([
      patientWith({ ...all, diagnoses: [...foreign, diagnoses[1]!] }),
    ]);
    expect(da).toContain('50 diagnoser, kun 1 ligner ICPC-2');
    expect(en).toContain('50 diagnoses, only 1 looks like ICPC-2');
    expect(reports).toContainEqual({
      kind: 'foreign-codes',
      call: 'records',
      field: 'diagnoses',
      meant: 'ICPC-2',
      count: 49,
    });
    // A line beside the title decides nobody (R1a): the answers are those of the rules.
    expect(loaded?.population.undecided).toEqual([]);
  });

  it('decides nobody: who cannot be determined is told by coverage', async () => {
    const foreign = ['DE119', 'DI109', 'DF009'].map((code, index) =>
      patientWith({ ...all, diagnoses: [{ code, from: '2020-01-01' }] }, { id: `f${index}` }),
    );
    const demented = patientWith({ ...all, diagnoses: [diagnoses[0]!] }, { id: 'd' });
    const clinic = [...foreign, demented];
    const silent = await gapsOf(clinic);
    expect(silent.da).toContain('4 diagnoser, kun 1 ligner ICPC-2');
    expect(silent.loaded?.population.undecided).toEqual([]);
    // Complete in SKS alone: what is asked in ICPC-2 cannot be denied.
    const diagnosis = { available: true, systems: ['SKS'] };
    const honest = await gapsOf(clinic, { description: { coverage: { ...complete, diagnosis } } });
    expect(honest.da).toEqual(silent.da);
    expect(honest.loaded?.population.members).toEqual(['d']);
    expect(honest.loaded?.population.undecided).toEqual(['f0', 'f1', 'f2']);
  });

  it('is said where most records are foreign, not where half of them are', async () => {
    const of = (...codes: string[]) => ({
      ...all,
      diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })),
    });
    const most = await gapsOf([patientWith(of('T90', 'K86', 'DE119', 'DI10', 'DF00'))]);
    expect(most.da).toContain('5 diagnoser, kun 2 ligner ICPC-2');
    expect(most.en).toContain('5 diagnoses, only 2 look like ICPC-2');
    const half = await gapsOf([patientWith(of('T90', 'K86', 'DE119', 'DI10'))]);
    expect(half.da?.join()).not.toContain('diagnoser');
    expect(half.reports).toContainEqual({
      kind: 'foreign-codes',
      call: 'records',
      field: 'diagnoses',
      meant: 'ICPC-2',
      count: 2,
    });
  });

  it('counts records, not codes: many of one foreign code outweigh many good codes', async () => {
    const often = Array.from({ length: 9 }, () => ({ code: 'DE119', from: '2020-01-01' }));
    const { da } = await gapsOf([patientWith({ ...all, diagnoses: [...often, ...diagnoses] })]);
    expect(da).toContain('11 diagnoser, kun 2 ligner ICPC-2');
  });

  it('counts those of the system asked, beside what is in others', async () => {
    const named = { code: 'DE119', system: 'SKS', from: '2020-01-01' };
    const bare = { code: 'DE119', from: '2020-01-01' };
    const { da } = await gapsOf([
      patientWith({ ...all, diagnoses: [named, named, bare, bare, diagnoses[0]!] }),
    ]);
    expect(da).toContain('3 diagnoser, kun 1 ligner ICPC-2');
  });

  it('leaves medicines with a text alone out: they are told as such', async () => {
    const texts = Array.from({ length: 9 }, () => ({
      ...{ code: '', text: 'Donepezil' },
      from: '2022-01-01',
    }));
    const medications = [...texts, { code: 'N06DA02', from: '2022-01-01' }];
    const { da, reports } = await gapsOf([patientWith({ ...all, medications })]);
    expect(da?.join()).not.toContain('præparater');
    expect(reports.map(({ kind }) => kind)).not.toContain('foreign-codes');
  });

  it.each([['T90-01'], ['T90.0'], ['P70A'], ['-30'], ['P70.DEM']])(
    'a national or local extension of ICPC-2 is no foreign code: %s',
    async (code) => {
      const extended = Array.from({ length: 20 }, () => ({ code, from: '2020-01-01' }));
      const { da, reports } = await gapsOf([patientWith({ ...all, diagnoses: extended })]);
      expect(da?.join()).not.toContain('diagnoser');
      expect(reports.map(({ kind }) => kind)).not.toContain('foreign-codes');
    },
  );

  it('who came again counts as he is now', async () => {
    const { loaded } = await gapsOf([
      patientWith({ ...all, diagnoses: [{ code: 'DE119', from: '2020-01-01' }] }, { id: 'a' }),
      patientWith({ ...all, diagnoses }, { id: 'b' }),
    ]);
    const { clinic } = loaded!;
    expect(contentsOf(clinic).diagnosis.systems.get('ICPC-2')).toEqual({
      records: 3,
      alike: 2,
      foreign: 1,
    });
    // Counted once for all who ask, until somebody comes or goes.
    expect(contentsOf(clinic)).toBe(contentsOf(clinic));
    clinic.add([patientWith({ ...all, diagnoses }, { id: 'a' })]);
    expect(contentsOf(clinic).diagnosis.systems.get('ICPC-2')).toEqual({
      records: 4,
      alike: 4,
      foreign: 0,
    });
    clinic.remove('b');
    expect(contentsOf(clinic).diagnosis.records).toBe(2);
  });
});
