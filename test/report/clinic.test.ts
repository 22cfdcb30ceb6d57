/** A clinic's report: what is counted is what the reference counts, and nothing leaves the clinic as it was counted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, compile, referenceEngine, type Plan } from '../../src/engine/index.ts';
import { exactCounts, type ExactCount } from '../../src/report/clinic/counts.ts';
import { groupsOf } from '../../src/report/clinic/groups.ts';
import { clinicReports } from '../../src/report/clinic/report.ts';
import { figuresAt } from '../../src/report/protection/index.ts';
import { checkPatient, type CheckedPatient, type PatientRecords } from '../../src/record/index.ts';
import { cases } from '../depth.ts';
import * as drawn from '../engine/arbitraries.ts';
import { complete, patientWith, planOf } from '../engine/build.ts';

const seed = 20261129;
const options = {
  clinic: { id: 'k1', name: 'Lægerne Havnegade', cluster: 'c1' },
  madeAt: '2026-11-29T13:00:00+01:00',
  engine: '0.1.0',
};

describe('what is counted', () => {
  it('is what the reference counts, of any profile and clinic, on any dates', () => {
    fc.assert(
      fc.property(
        drawn.profile,
        drawn.patients,
        drawn.coverage,
        fc.uniqueArray(drawn.asOf, { minLength: 1, maxLength: 3 }),
        (profile, patients, coverage, dates) => {
          const plan = compile(profile);
          const clinic = new Clinic(coverage);
          clinic.add(patients);
          const [counts] = exactCounts(clinic, [plan], dates, { causes: true });
          const [grouped] = exactCounts(clinic, [plan], dates, {
            groups: groupsOf({ sex: true, from: [18, 65] }),
          });
          const checked = checkAll(patients);
          for (const [at, asOf] of dates.entries()) {
            const expected = byReference(plan, checked, coverage, asOf);
            if (counts!.undecided[at] !== null)
              expect(counts!.undecided[at]).toBe(expected.undecided);
            for (const [index, { values }] of counts!.indicators.entries()) {
              const value = values[at];
              if (value === null) continue;
              expect(numbersOf(value![0]!)).toEqual(expected.indicators[index]);
              const caused = value![0]!.causes!.reduce((sum, { count }) => sum + count, 0);
              expect(caused).toBe(value![0]!.unknown);
              const parts = grouped!.indicators[index]!.values[at]!;
              expect(sumOf(parts)).toEqual(expected.indicators[index]);
            }
          }
        },
      ),
      { numRuns: cases(6, 60), seed, endOnFailure: true },
    );
  });

  it('leaves out the dead and the unborn by date', () => {
    const plan = indicatorOf();
    const clinic = new Clinic(complete);
    clinic.add([
      patientWith({}, { id: 'a', birthDate: '1950-01-01', deceased: '2025-05-01' }),
      patientWith({}, { id: 'b', birthDate: '2025-07-01' }),
      patientWith({}, { id: 'c', birthDate: '1950-01-01' }),
    ]);
    const [counts] = exactCounts(clinic, [plan], ['2025-04-30', '2025-06-30', '2025-12-31']);
    const sizes = counts!.indicators[0]!.values.map((value) => value![0]!.rest);
    expect(sizes).toEqual([2, 1, 2]);
  });

  it('is nothing on a date before the data that is asked about begins, with the reason', () => {
    const plan = indicatorOf();
    const clinic = new Clinic({
      ...complete,
      diagnosis: { available: true, from: '2019-03-01' },
      letter: { available: true, from: '2024-01-01' },
    });
    clinic.add([patientWith({}, { id: 'a', birthDate: '1950-01-01' })]);
    const [counts] = exactCounts(clinic, [plan], ['2018-12-31', '2019-03-31']);
    expect(counts!.indicators[0]!.values[0]).toBeNull();
    expect(counts!.indicators[0]!.values[1]).not.toBeNull();
    expect(counts!.uncounted.indicators[0]).toEqual([
      { date: '2018-12-31', type: 'diagnosis', from: '2019-03-01' },
    ]);
  });

  it('tells a clinic without a source that everybody is unknown, never that nobody is there', async () => {
    const plan = planOf(
      { diagnosis: { codes: [{ system: 'icpc2', include: ['P70'] }] } },
      {
        indicators: [{ id: 'i', title: { da: 'I' }, numerator: { patient: { sex: 'female' } } }],
      },
    );
    const clinic = new Clinic({ ...complete, diagnosis: { available: false } });
    clinic.add(
      Array.from({ length: 60 }, (_, at) =>
        patientWith({}, { id: `p${at}`, birthDate: '1950-01-01' }),
      ),
    );
    const [report] = await clinicReports(clinic, [plan], { ...options, dates: ['2026-11-24'] });
    expect(report!.undecided).toEqual([60]);
    expect(report!.coverage).toContainEqual({ type: 'diagnosis', available: false });
  });
});

describe('a report', () => {
  const plan = indicatorOf();
  const clinic = new Clinic(complete);
  clinic.add(
    Array.from({ length: 137 }, (_, at) =>
      patientWith(at % 3 === 0 ? { diagnoses: [{ code: 'P70', from: '2025-01-01' }] } : {}, {
        id: `hemmelig-${at}`,
        birthDate: '1950-01-01',
        name: 'Gerda Hemmelig',
      }),
    ),
  );

  it('has the dates in order, each once, and is the same each time', async () => {
    const dates = ['2026-06-30', '2025-12-31', '2026-06-30'];
    const [one] = await clinicReports(clinic, [plan], { ...options, dates });
    const [two] = await clinicReports(clinic, [plan], { ...options, dates });
    expect(one!.dates).toEqual(['2025-12-31', '2026-06-30']);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it('says nothing of a patient', async () => {
    const [report] = await clinicReports(clinic, [plan], { ...options, dates: ['2026-06-30'] });
    expect(JSON.stringify(report)).not.toMatch(/hemmelig/i);
  });

  it('allows what was counted, within bounds', async () => {
    const dates = ['2024-06-30', '2026-06-30'];
    const [report] = await clinicReports(clinic, [plan], { ...options, dates });
    const [exact] = exactCounts(clinic, [plan], dates);
    for (const [at] of dates.entries()) {
      const figures = figuresAt(report!.indicators[0]!, at, report!.protection)!;
      const counted = exact!.indicators[0]!.values[at]![0]!;
      for (const leaf of ['numerator', 'rest', 'unknown'] as const) {
        expect(figures[leaf].least).toBeLessThanOrEqual(counted[leaf]);
        expect(figures[leaf].most).toBeGreaterThanOrEqual(counted[leaf]);
      }
    }
  });

  it('is not made of groups that share patients', async () => {
    const groups = [{ ages: { from: 0, to: 17 } }, { ages: { from: 0, to: 64 } }];
    await expect(
      clinicReports(new Clinic(complete), [indicatorOf()], {
        ...{ ...options, dates: ['2026-06-30'], groups },
      }),
    ).rejects.toThrow(/share no patient/);
  });

  it('has groups in the place of the leaves of all, where that is agreed', async () => {
    const groups = groupsOf({ sex: true, from: [0, 65] });
    const [report] = await clinicReports(clinic, [plan], {
      ...{ ...options, dates: ['2026-06-30'], groups },
    });
    const [indicator] = report!.indicators;
    expect(indicator!.values).toEqual([]);
    expect(indicator!.groups!.map(({ group }) => group)).toEqual(groups);
    expect(groups).toHaveLength(9);
  });

  it('has a leaf for each cause in the place of the unknown, where that is agreed', async () => {
    const [report] = await clinicReports(clinic, [plan], {
      ...{ ...options, dates: ['2026-06-30'], causes: true },
    });
    expect(report!.indicators[0]!.values[0]!.unknown).toEqual(
      ['source', 'records', 'other'].map((cause) => ({ cause, count: expect.anything() })),
    );
  });

  it('refuses a date that does not exist', async () => {
    await expect(
      clinicReports(clinic, [plan], { ...options, dates: ['2026-02-30'] }),
    ).rejects.toThrow(RangeError);
  });
});

/** Every woman, and of them who has dementia. */
function indicatorOf(): Plan {
  return planOf(
    { patient: { sex: 'female' } },
    {
      indicators: [
        {
          id: 'demens',
          title: { da: 'Demens' },
          numerator: { diagnosis: { codes: [{ system: 'icpc2', include: ['P70'] }] } },
        },
      ],
    },
  );
}

function checkAll(patients: readonly PatientRecords[]): readonly CheckedPatient[] {
  const checked = new Map<string, CheckedPatient>();
  for (const each of patients) {
    const { patient } = checkPatient(each);
    if (patient) checked.set(patient.patient.id, patient);
  }
  return [...checked.values()];
}

/** R21 and R22, read off the reference's answers. */
function byReference(
  plan: Plan,
  patients: readonly CheckedPatient[],
  coverage: object,
  asOf: string,
) {
  const answers = [...referenceEngine.evaluate(plan, { patients, coverage }, asOf).values()];
  const members = answers.filter(({ member }) => member === 'yes');
  return {
    undecided: answers.filter(({ member }) => member === 'unknown').length,
    indicators: (plan.profile.indicators ?? []).map((_, index) => {
      const counted = members.filter((each) => each[`d${index}`] !== 'no');
      const isUnknown = (each: (typeof members)[number]) =>
        each[`d${index}`] === 'unknown' || each[`n${index}`] === 'unknown';
      const known = counted.filter((each) => !isUnknown(each));
      return {
        numerator: known.filter((each) => each[`n${index}`] === 'yes').length,
        rest: known.filter((each) => each[`n${index}`] === 'no').length,
        unknown: counted.filter(isUnknown).length,
      };
    }),
  };
}

function numbersOf({ numerator, rest, unknown }: ExactCount) {
  return { numerator, rest, unknown };
}

function sumOf(parts: readonly ExactCount[]) {
  const add = (of: (each: ExactCount) => number) => parts.reduce((sum, each) => sum + of(each), 0);
  return {
    numerator: add(({ numerator }) => numerator),
    rest: add(({ rest }) => rest),
    unknown: add(({ unknown }) => unknown),
  };
}
