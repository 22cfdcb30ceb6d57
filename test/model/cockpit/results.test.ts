/** Each value wears its own unit, is judged on its own interval, and a line joins what can be compared alone. */
import { describe, expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import { viewCockpit, type Language } from '../../../src/model/index.ts';
import {
  checkPatient,
  type CoverageByType,
  type PatientRecords,
} from '../../../src/record/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { type2Diabetes } from '../../../fixtures/profiles/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const codes = { system: 'NPU', include: ['NPU27300', 'NPU03835'] };
const profile = profileOf(
  { patient: { age: { min: 0, max: 150 } } },
  {
    information: [
      { id: 'hba1c', type: 'result', title: { da: 'HbA1c' }, codes, show: 'trend' },
      {
        id: 'ldl',
        type: 'result',
        title: { da: 'LDL' },
        codes: { system: 'NPU', include: ['NPU01568'] },
      },
    ],
    markers: [
      {
        ...{ id: 'ldl', level: 'warning', title: { da: 'LDL over mål' } },
        when: {
          result: {
            codes: { system: 'NPU', include: ['NPU01568'] },
            pick: 'latest',
            value: { above: 1.8, unit: 'mmol/L' },
          },
        },
      },
    ],
  },
);

function planFrom(document: unknown) {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return compile(parsed.profile);
}

function itemsOf(
  results: NonNullable<PatientRecords['results']>,
  language: Language = 'da',
  asked = profile,
) {
  const { patient } = checkPatient(patientWith({ results }));
  const outcome = evaluatePatient(compile(asked), patient!, complete, asOf);
  const { items } = viewCockpit([outcome], language).sections.find(
    ({ type }) => type === 'result',
  )!;
  return { hba1c: items[0]!, ldl: items[1]! };
}

const a1c = (at: string, value: number, unit: string, more: object = {}) => ({
  ...{ code: 'NPU27300', text: 'HbA1c', at, value, unit },
  ...more,
});

describe('units', () => {
  const { hba1c } = itemsOf([
    a1c('2024-01-01', 7.5, '%'),
    a1c('2025-01-01', 60, 'mmol/mol'),
    { ...a1c('2025-06-01', 8.9, 'mmol/L'), code: 'NPU03835' },
    a1c('2026-01-01', 58, 'mmol/mol'),
    a1c('2026-10-01', 54, 'mmol/mol'),
  ]);
  it('each value has its own', () => {
    expect(hba1c.cell.parts).toMatchObject([{ text: '54', unit: 'mmol/mol' }]);
    expect(hba1c.result?.values.map(({ text }) => text)).toEqual([
      '54 mmol/mol',
      '58 mmol/mol',
      '8,9 mmol/L',
      '60 mmol/mol',
      '7,5 %',
    ]);
  });
  it('a line joins no other unit and no other code', () => {
    expect(hba1c.cell.trend?.map(({ y }) => y)).toEqual([60, 58, 54]);
  });
});

describe('the laboratory’s interval', () => {
  it.each([
    [
      'the value that is shown, not the last number',
      { value: 70, comparator: '>' as const, low: 5, high: 48 },
      'above',
    ],
    [
      'a limit that may be inside is not judged',
      { value: 60, comparator: '>' as const, high: 90 },
      undefined,
    ],
    ['below', { value: 3, low: 4 }, 'below'],
    ['inside', { value: 40, low: 4, high: 48 }, undefined],
  ])('%s', (_, more, side) => {
    const { hba1c } = itemsOf([
      a1c('2025-01-01', 40, 'mmol/mol', { low: 5, high: 48 }),
      a1c('2026-01-01', 40, 'mmol/mol', more),
    ]);
    expect(hba1c.result?.outside).toBe(side);
  });

  it('and the profile’s limit are both said where they disagree', () => {
    const ldl = (value: number, high: number) =>
      itemsOf([{ code: 'NPU01568', at: '2026-10-01', value, unit: 'mmol/L', high }]).ldl.result;
    expect(ldl(2.5, 3)?.goals).toEqual([
      'Inden for laboratoriets referenceinterval, men profilens grænse er nået: LDL over mål (over 1,8 mmol/L)',
    ]);
    expect(ldl(1.7, 1.5)?.goals).toEqual([
      'Uden for laboratoriets referenceinterval, men profilens grænse er ikke nået: LDL over mål (over 1,8 mmol/L)',
    ]);
    expect([ldl(3.5, 3)?.goals, ldl(1.7, 3)?.goals]).toEqual([[], []]);
  });

  it('and the limit of codes that go before others, whichever they are', () => {
    const preferring = profileOf(
      { patient: { age: { min: 0, max: 150 } } },
      {
        information: profile.information,
        markers: [
          {
            ...{ id: 'ldl', level: 'warning', title: { da: 'LDL' } },
            when: {
              result: {
                prefer: [
                  { system: 'NPU', include: ['NPU10171'] },
                  { system: 'NPU', include: ['NPU01568'] },
                ],
                ...{ pick: 'latest', when: { last: 'P1Y' } },
                value: { above: 1.8, unit: 'mmol/L' },
              },
            },
          },
        ],
      },
    );
    const result = { code: 'NPU01568', at: '2026-10-01', value: 2.5, unit: 'mmol/L', high: 3 };
    expect(itemsOf([result], 'da', preferring).ldl.result?.goals).toEqual([
      'Inden for laboratoriets referenceinterval, men profilens grænse er nået: LDL (over 1,8 mmol/L)',
    ]);
  });
});

describe('the limits of the profile', () => {
  const ask = (value: object, include: string) => ({
    result: { codes: { system: 'NPU', include: [include] }, pick: 'latest', value },
  });
  const limitsOf = (...whens: readonly object[]) => {
    const asked = profileOf(
      { patient: { age: { min: 0, max: 150 } } },
      {
        information: [
          { id: 'hba1c', type: 'result', title: { da: 'HbA1c' }, codes, show: 'trend' },
        ],
        markers: whens.map((when, at) => ({
          ...{ id: `m${at}`, level: 'warning', title: { da: `M${at}` }, when },
        })),
      },
    );
    return itemsOf([a1c('2026-10-01', 54, 'mmol/mol')], 'da', asked).hba1c.result?.limits;
  };
  const high = ask({ above: 58, unit: 'mmol/mol' }, 'NPU27300');

  it('stand beside the value, set or not, each once, and of its own result alone', () => {
    const other = ask({ above: 1.8, unit: 'mmol/L' }, 'NPU01568');
    expect(limitsOf(high, { any: [high, other] }, other)).toEqual(['over 58 mmol/mol']);
  });

  it('are those alone that hold for the patient, who is 85', () => {
    const at = (age: object) => ({ all: [{ patient: { age } }, high] });
    const older = ask({ above: 70, unit: 'mmol/mol' }, 'NPU27300');
    expect(limitsOf({ any: [older, at({ max: 74 })] })).toEqual(['over 70 mmol/mol']);
    expect(limitsOf({ any: [older, at({ min: 75 })] })).toEqual(['over 58 mmol/mol']);
    expect(limitsOf({ not: high }, { all: [high, { not: older }] }, at({ max: 74 }))).toEqual([]);
  });
});

describe('the limits of type 2 diabetes', () => {
  type Lists = Partial<PatientRecords>;
  const diabetes = planFrom(type2Diabetes);
  const at = '2026-10-01';
  const values = [
    a1c(at, 60, 'mmol/mol'),
    { code: 'NPU01568', at, value: 2, unit: 'mmol/L' },
    { code: 'DNK35302', at, value: 50, unit: 'mL/min' },
  ];
  const limits = (lists: Lists, birthDate: string, coverage: CoverageByType = complete) => {
    const given = { ...lists, results: [...values, ...(lists.results ?? [])] };
    const diagnoses = [{ code: 'T90', from: '2015-01-01' }, ...(lists.diagnoses ?? [])];
    const { patient } = checkPatient(patientWith({ ...given, diagnoses }, { birthDate }));
    const outcome = evaluatePatient(diabetes, patient!, coverage, asOf);
    const { items } = viewCockpit([outcome], 'da').sections.find(({ type }) => type === 'result')!;
    const of = (id: string) => items.find((each) => each.id === id)?.result?.limits;
    return { hba1c: of('hba1c'), ldl: of('ldl'), egfr: of('egfr') };
  };
  const acr = { code: 'NPU19661', at, value: 40, unit: 'mg/g' };
  const heart = { code: 'K74', from: '2020-01-01' };
  const metformin = { code: 'A10BA02', text: 'Metformin', from: '2020-01-01' };

  it('go by age: on the birthday too', () => {
    expect(limits({}, '1966-01-01').hba1c).toEqual(['over 58 mmol/mol']);
    expect(limits({}, '1951-11-25').hba1c).toEqual(['over 58 mmol/mol']);
    const old = ['over 70 mmol/mol', 'over 58 og højst 70 mmol/mol'];
    expect(limits({}, '1951-11-24').hba1c).toEqual(old);
    // Nobody can say whether the patient is 74 or 75.
    expect(limits({}, '1951').hba1c).toEqual([
      'over 70 mmol/mol',
      'måske over 58 mmol/mol (kan ikke afgøres)',
      'måske over 58 og højst 70 mmol/mol (kan ikke afgøres)',
    ]);
  });

  it('go by illness, and by another value', () => {
    expect(limits({}, '1966-01-01').ldl).toEqual(['mindst 2,6 mmol/L']);
    expect(limits({ diagnoses: [heart] }, '1966-01-01').ldl).toEqual(['mindst 1,8 mmol/L']);
    expect(limits({ results: [acr] }, '1966-01-01').ldl).toEqual(['mindst 1,8 mmol/L']);
  });

  it('say so where nobody can decide: what is not covered is no no', () => {
    const coverage = { ...complete, diagnosis: { available: false } };
    expect(limits({}, '1966-01-01', coverage).ldl).toEqual([
      'mindst 2,6 mmol/L',
      'måske mindst 1,8 mmol/L (kan ikke afgøres)',
    ]);
    expect(limits({ diagnoses: [heart] }, '1966-01-01', coverage).ldl).toEqual([
      'mindst 1,8 mmol/L',
    ]);
  });

  it('go by medicine', () => {
    expect(limits({}, '1966-01-01').egfr).toEqual([]);
    expect(limits({ medications: [metformin] }, '1966-01-01').egfr).toEqual(['under 30 mL/min']);
    const without = { ...complete, medication: { available: false } };
    expect(limits({}, '1966-01-01', without).egfr).toEqual([
      'måske under 30 mL/min (kan ikke afgøres)',
    ]);
  });
});
