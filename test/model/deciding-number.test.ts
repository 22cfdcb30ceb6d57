import { describe, expect, it } from 'vitest';
import { viewMarkers } from '../../src/model/index.ts';
import { longTitle, shortTitle } from '../../src/model/marker-title.ts';
import type { Criterion } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { outcomeOf, patientWith, planOf } from '../engine/build.ts';

const anybody: Criterion = { not: { diagnosis: { codes: { system: 'ICPC-2', include: ['X'] } } } };
const codes = {
  egfr: { system: 'NPU', title: { da: 'eGFR' }, include: ['DNK35302'] },
  ldl: { system: 'NPU', include: ['NPU01568'] },
  systolic: { system: 'NPU', include: ['DNK05472'] },
  hba1c: { system: 'NPU', include: ['NPU27300'] },
  metformin: { system: 'ATC', include: ['A10BA02'] },
  ras: { system: 'ATC', include: ['C09'] },
};
const information = [
  { id: 'ldl', type: 'result', title: { da: 'LDL' }, codes: 'ldl' },
  { id: 'bt', type: 'result', title: { da: 'Systolisk BT' }, codes: 'systolic' },
  { id: 'hba1c', type: 'result', title: { da: 'HbA1c' }, codes: 'hba1c' },
];

type Result = NonNullable<PatientRecords['results']>[number];
const result = (code: string, value: number | string, more: Partial<Result> = {}): Result => ({
  ...{ code, system: 'NPU', text: 'Laboratoriets navn', value, at: '2026-11-01' },
  ...more,
});
const egfr = result('DNK35302', 26, { unit: 'mL/min' });
const ldl = result('NPU01568', 3.1, { unit: 'mmol/L' });
const systolic = result('DNK05472', 152, { unit: 'mmHg' });
const hba1c = result('NPU27300', 62, { unit: 'mmol/mol' });
const metformin = { code: 'A10BA02', text: 'Metformin 500 mg', from: '2020-01-01' };

const low = (limit = 30): Criterion => ({
  result: { codes: 'egfr', pick: 'latest', value: { below: limit, unit: 'mL/min' } },
});
const highLdl = (limit: number): Criterion => ({
  result: { codes: 'ldl', pick: 'latest', value: { atLeast: limit, unit: 'mmol/L' } },
});
const highPressure: Criterion = {
  result: { codes: 'systolic', pick: 'latest', value: { atLeast: 140, unit: 'mmHg' } },
};
const highSugar: Criterion = {
  result: { codes: 'hba1c', pick: 'latest', value: { above: 58, unit: 'mmol/mol' } },
};

/** How a marker that is set is told, in few words and in more. */
function told(
  when: Criterion,
  [title, short]: readonly [title: string, short: string],
  lists: Partial<PatientRecords>,
  language: 'da' | 'en' = 'da',
): readonly [short: string, long: string] {
  const marker = { id: 'm', level: 'warning', title: { da: title }, short: { da: short }, when };
  const plan = planOf(anybody, { codes, information, markers: [marker] });
  const [view] = viewMarkers(outcomeOf(plan, patientWith(lists)), language);
  if (view?.truth !== 'yes') throw new Error('It is not set.');
  return [shortTitle(view, language), longTitle(view, language)];
}

describe('a marker tells the number that decided', () => {
  it('beside what it is called', () =>
    expect(told(highLdl(1.8), ['LDL over behandlingsmål', 'LDL'], { results: [ldl] })).toEqual([
      'LDL 3,1',
      'LDL over behandlingsmål: 3,1',
    ]));

  it('with the name of what was measured, where the title does not say it', () => {
    const results = [egfr];
    const lists = { results, medications: [metformin] };
    const both: Criterion = { all: [{ medication: { codes: 'metformin' } }, low()] };
    expect(told(both, ['Metformin ved eGFR under 30', 'Metformin'], lists)).toEqual([
      'Metformin ved eGFR 26',
      'Metformin ved eGFR under 30: 26',
    ]);
    expect(told(both, ['Metformin ved eGFR under 30', 'Metformin'], lists, 'en')[0]).toBe(
      'Metformin with eGFR 26',
    );
    expect(told(low(), ['Svær nyresvigt', 'Klausul 1?'], { results })).toEqual([
      'Klausul 1? (eGFR 26)',
      'Svær nyresvigt (eGFR 26)',
    ]);
    expect(told(highPressure, ['Blodtryk', 'BT ≥ 140/85'], { results: [systolic] })[0]).toBe(
      'BT ≥ 140/85 (Systolisk BT 152)',
    );
  });

  it('in the place of a limit, and never beside it as if it were one number', () => {
    expect(told(low(), ['eGFR under 30', 'eGFR < 30'], { results: [egfr] })[0]).toBe('eGFR 26');
    expect(told(highSugar, ['HbA1c 59–70', 'HbA1c 59–70'], { results: [hba1c] })[0]).toBe(
      'HbA1c 62',
    );
    expect(told(highSugar, ['Høj', 'HbA1c > 58 i 2 år'], { results: [hba1c] })[0]).toBe(
      'HbA1c > 58 i 2 år: 62',
    );
    expect(told(highSugar, ['Høj', 'HbA1c høj'], { results: [hba1c] })[0]).toBe('HbA1c høj 62');
  });

  it('once, where several ways to the marker build on it', () => {
    const ways: Criterion = {
      any: [highLdl(2.6), { all: [{ any: [highSugar, low()] }, highLdl(1.8)] }],
    };
    const results = [ldl, hba1c];
    expect(told(ways, ['LDL over behandlingsmål', 'LDL'], { results })[0]).toBe('LDL 3,1');
  });

  it('with its name, where the title names others that are asked for', () => {
    const either: Criterion = { any: [highSugar, highPressure] };
    const titles = ['HbA1c over 58 eller blodtryk', 'HbA1c el. BT højt'] as const;
    expect(told(either, titles, { results: [hba1c] })[0]).toBe('HbA1c el. BT højt (HbA1c 62)');
    expect(told(either, titles, { results: [systolic] })[0]).toBe(
      'HbA1c el. BT højt (Systolisk BT 152)',
    );
  });

  it('with its unit only where it is another than the profile asks in', () => {
    const inMicro = result('NPU01568', 3100, { unit: 'µmol/L' });
    const titles = ['LDL', 'LDL'] as const;
    expect(told(highLdl(1.8), titles, { results: [inMicro] })[0]).toBe('LDL 3100 µmol/L');
    // The same number by another name of the unit, or by one that is read as it.
    const bridged = result('NPU27300', 62, { unit: '10-3' });
    expect(told(highSugar, ['HbA1c', 'HbA1c'], { results: [bridged] })[0]).toBe('HbA1c 62');
    const bare = result('NPU01568', 3.1);
    expect(told(highLdl(1.8), titles, { results: [bare] })[0]).toBe('LDL 3,1');
  });

  it('as it was given, below or above what can be measured', () =>
    expect(
      told(low(), ['eGFR', 'eGFR'], { results: [{ ...egfr, value: 5, comparator: '<' }] })[0],
    ).toBe('eGFR < 5'));

  it('under the name that the record has, where the profile has none', () => {
    const when: Criterion = {
      result: {
        codes: { system: 'NPU', include: ['NPU1'] },
        pick: 'latest',
        value: { above: 1, unit: 'µg/L' },
      },
    };
    const results = [result('NPU1', 2, { text: 'Ferritin' })];
    expect(told(when, ['Blod', 'Blod'], { results })[0]).toBe('Blod (Ferritin 2)');
  });
});

describe('no number is told', () => {
  const silent = (when: Criterion, lists: Partial<PatientRecords>, title = 'Tal') =>
    expect(told(when, [title, title], lists)).toEqual([title, title]);

  it('where several results decided', () => {
    silent({ all: [highLdl(1.8), low()] }, { results: [ldl, egfr] });
    silent({ any: [highSugar, highPressure] }, { results: [hba1c, systolic] });
    const twice: Criterion = {
      result: { codes: 'hba1c', count: { min: 2 }, value: { above: 58, unit: 'mmol/mol' } },
    };
    silent(twice, { results: [hba1c, { ...hba1c, at: '2026-05-01' }] });
    const fall: Criterion = {
      change: { of: { codes: 'egfr' }, from: 'previous', value: { atMost: -10, unit: 'mL/min' } },
    };
    silent(fall, { results: [egfr, { ...egfr, value: 60, at: '2026-05-01' }] });
  });

  it('where it is that there is a result, and not its number, that decided', () =>
    silent({ result: { codes: 'ldl' } }, { results: [ldl] }));

  it('where a result did not meet what is asked', () =>
    silent({ not: highLdl(4) }, { results: [ldl] }));

  it('of one that is too old, where a new one is what is missing', () =>
    silent(
      { all: [low(45), { not: { result: { codes: 'egfr', when: { last: 'P1M' } } } }] },
      { results: [{ ...egfr, at: '2025-01-01' }] },
      'eGFR mangler',
    ));

  it('where there is a text', () =>
    silent(
      { result: { codes: 'ldl', pick: 'latest', value: { text: ['positiv'] } } },
      { results: [result('NPU01568', 'positiv')] },
    ));
});

it('is told beside a treatment that is missing', () => {
  const when: Criterion = { all: [low(), { not: { medication: { codes: 'ras' } } }] };
  expect(told(when, ['Uden ACE-hæmmer', 'ACE/ARB?'], { results: [egfr] })).toEqual([
    'ACE/ARB? (eGFR 26)',
    'Uden ACE-hæmmer (eGFR 26)',
  ]);
});
