import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
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
});
