/** Cells, lines and lengths of dates that are not known to the day, and of what began before it was covered. */
import { describe, expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../src/engine/index.ts';
import {
  describeRecord,
  describeYears,
  viewCell,
  viewCockpit,
  viewContacts,
  viewMarkers,
} from '../../src/model/index.ts';
import { checkPatient, type CoverageByType, type PatientRecords } from '../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../engine/build.ts';

const everyone = { patient: { age: { min: 18 } } };
const quetiapin = { system: 'ATC', include: ['N05AH04'] };
const profile = profileOf(everyone, {
  information: [
    { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
    { id: 'diagnoser', type: 'diagnosis', title: { da: 'Diagnoser' }, show: 'list' },
    { id: 'medicin', type: 'medication', title: { da: 'Medicin' }, when: 'ever', show: 'list' },
    { id: 'prøver', type: 'result', title: { da: 'Prøver' }, show: 'trend' },
    { id: 'ydelse', type: 'service', title: { da: 'Ydelse' } },
    { id: 'antal', type: 'service', title: { da: 'Antal' }, when: { last: 'P12M' }, show: 'count' },
    { id: 'aftale', type: 'appointment', title: { da: 'Aftale' }, show: 'next' },
    { id: 'epikrise', type: 'letter', title: { da: 'Epikrise' } },
  ],
  markers: [
    {
      id: 'quetiapin',
      level: 'critical',
      title: { da: 'Quetiapin' },
      when: { medication: { codes: quetiapin } },
    },
  ],
});

function outcome(
  lists: Partial<PatientRecords>,
  patient: Partial<PatientRecords['patient']> = {},
  coverage: CoverageByType = complete,
) {
  const checked = checkPatient(patientWith(lists, patient)).patient!;
  return evaluatePatient(compile(profile), checked, coverage, asOf);
}

function cellOf(id: string, ...of: Parameters<typeof outcome>) {
  const whole = outcome(...of);
  return viewCell(
    whole.cells.find(({ item }) => item.id === id)!,
    whole,
    asOf,
    'da',
  );
}

describe('a date that is not known to the day', () => {
  it.each([
    [{ from: '2019' }, '2019', 'registreret 2019'],
    [{ from: '2019-03' }, '2019', 'registreret mar. 2019'],
    [{ from: '2019-03-04' }, '2019', 'registreret 4. mar. 2019'],
    [{}, 'dato ukendt', 'registreret, dato ukendt'],
    [{ from: '2019', to: '2020-03' }, '2019', '2019 – mar. 2020'],
    [{ to: '2020' }, 'dato ukendt', 'dato ukendt – 2020'],
    // Nobody knows whether it is over.
    [{ from: '2019', to: '2026' }, '2019', '2019 – 2026'],
  ])('of a diagnosis: %j', (dates, note, line) => {
    const cell = cellOf('diagnoser', {
      diagnoses: [{ code: 'P70', text: 'Demens', ...dates }],
    });
    expect(cell.parts).toEqual([{ text: 'P70 Demens', short: 'P70', note }]);
    expect(cell.lines).toEqual([`P70 Demens, ${line}`]);
  });

  it.each([
    [{ from: '2019' }, 'mindst 6 år', 'aktiv siden 2019'],
    [{ from: '2026' }, '2026', 'aktiv siden 2026'],
    [{}, 'dato ukendt', 'aktiv, startdato ukendt'],
    [{ from: '2019', to: '2020' }, 'til og med 2020', '2019 – 2020'],
    [
      { from: '2025-01-01', to: '2027-02' },
      '22 mdr.',
      'aktiv siden 1. jan. 2025, til og med feb. 2027',
    ],
  ])('of a medicine: %j', (dates, note, line) => {
    const cell = cellOf('medicin', {
      medications: [{ code: 'N05AH04', text: 'Quetiapin', ...dates } as never],
    });
    expect(cell.parts).toEqual([{ text: 'Quetiapin', short: 'Quetiapin', byWord: true, note }]);
    expect(cell.lines[0]).toBe(`Quetiapin, ${line}`);
  });

  it('of results, services, appointments and letters', () => {
    const lists = {
      results: [{ code: 'NPU27300', text: 'HbA1c', at: '2025', value: 48, unit: 'mmol/mol' }],
      services: [{ code: '0101', at: '2025-02' }],
      appointments: [{ text: 'Kontrol', at: '2027-01' }],
      letters: [{ text: 'Epikrise', at: '2024' }],
    };
    const [result, service, appointment, letter] = [
      cellOf('prøver', lists),
      cellOf('ydelse', lists),
      cellOf('aftale', lists),
      cellOf('epikrise', lists),
    ];
    expect(result.parts[0]).toMatchObject({ text: '48', note: '2025' });
    expect(result.trend?.map(({ date }) => date)).toEqual(['2025']);
    expect(result.lines).toEqual(['HbA1c 48 mmol/mol, 2025']);
    expect(service.parts).toEqual([{ text: 'feb. 2025' }]);
    expect(appointment.parts).toEqual([{ text: 'jan. 2027', note: 'Kontrol', whole: true }]);
    expect(letter.parts).toEqual([{ text: 'Epikrise', note: '2024' }]);
  });

  it('of birth: a year, and between two ages', () => {
    expect(cellOf('foedt', {}, { birthDate: '1941' }).parts).toEqual([{ text: '1941' }]);
    const years = (birthDate: string) =>
      describeYears(checkPatient(patientWith({}, { birthDate })).patient!.patient, asOf);
    expect(['1941', '1941-06', '1941-12', '1941-06-15'].map(years)).toEqual([
      '84–85',
      '85',
      '84',
      '85',
    ]);
  });

  it('in the cockpit: values, history, and months that nobody can place it in', () => {
    const view = viewCockpit(
      [
        outcome({
          results: [
            { code: 'NPU27300', at: '2025', value: 48, unit: 'mmol/mol' },
            { code: 'NPU27300', at: '2024-05', value: 50, unit: 'mmol/mol' },
          ],
          services: [
            { code: '0101', at: '2026' },
            { code: '0101', at: '2026-03' },
          ],
        }),
      ],
      'da',
    );
    const results = view.sections.find(({ type }) => type === 'result')!;
    expect(results.items[0]?.result?.values.map(({ date }) => date)).toEqual(['2025', '2024-05']);
    expect(results.history.map(({ when }) => when)).toEqual(['2025', 'maj 2024']);
    const { months, practice, unknown } = view.contacts;
    expect(months.filter((month) => month.practice > 0).map(({ month }) => month)).toEqual([
      '2026-03',
    ]);
    expect([practice, [...unknown]]).toEqual([1, ['practice']]);
  });
});

describe('how long a treatment has gone on', () => {
  const since = (from: string, more: object = {}) => ({
    medications: [{ code: 'N05AH04', text: 'Quetiapin', from, ...more }],
  });
  const from2023: CoverageByType = {
    ...complete,
    medication: { available: true, from: '2023-01-01' },
  };
  const told = (...of: Parameters<typeof outcome>) => {
    const whole = outcome(...of);
    const [marker] = viewMarkers(whole, 'da');
    return [marker?.length, cellOf('medicin', ...of).parts[0]?.note, marker?.evidence[0]];
  };

  it('is told as it is where all of it was covered', () => {
    expect(told(since('2024-01-24'), {}, from2023)).toEqual([
      '34 mdr.',
      '34 mdr.',
      'Quetiapin, aktiv siden 24. jan. 2024',
    ]);
  });

  it('is at least so long where an earlier part may not have been covered', () => {
    for (const from of ['2022-01-24', '2023-01-01'])
      expect(told(since(from), {}, from2023)[0], from).toMatch(/^mindst /);
    expect(told(since('2022-01-24'), {}, from2023)).toEqual([
      'mindst 4 år',
      'mindst 4 år',
      'Quetiapin, aktiv siden 24. jan. 2022 eller før',
    ]);
    const missing = { ...complete, medication: { available: false } };
    expect(told(since('2024-01-24'), {}, missing)[0]).toBe('mindst 34 mdr.');
  });

  it('is at least so long where what may be a part of it cannot be read', () => {
    const aside = (more: object) => ({
      medications: [
        { code: 'N05AH04', text: 'Quetiapin', from: '2024-01-24' },
        { code: 'N05AH04', text: 'Quetiapin', from: '2020-01-01', to: 'engang', ...more },
      ],
    });
    expect(told(aside({}))[0]).toBe('mindst 34 mdr.');
    expect(told(aside({ code: 'N05AX08' }))[0]).toBe('34 mdr.');
    expect(told(aside({ code: '', to: '2024-01-23' }))[0]).toBe('mindst 34 mdr.');
  });

  it('joins prescriptions only where no day can lie between them', () => {
    const then = (to: string) => ({
      medications: [
        { code: 'N05AH04', text: 'Quetiapin', from: '2020-01-01', to },
        { code: 'N05AH04', text: 'Quetiapin', from: '2024-01-24' },
      ],
    });
    expect(told(then('2024-01-23'))[0]).toBe('6 år');
    expect(told(then('2023'))[0]).toBe('34 mdr.');
    // It may, or may not, have ended too early.
    expect(told(then('2024'))).toEqual([
      'mindst 34 mdr.',
      'mindst 34 mdr.',
      'Quetiapin, aktiv siden 24. jan. 2024 eller før',
    ]);
  });

  it('of medicines without a code the text says which are one', () => {
    const whole = outcome({
      medications: [
        { code: '', text: 'Panodil', from: '2024-01-01' },
        { code: '', text: 'Ipren', from: '2020-01-01' },
      ],
    });
    const [panodil] = whole.patient.records.medication;
    expect(describeRecord(panodil!, asOf, 'da', whole)).toBe('Panodil, aktiv siden 1. jan. 2024');
    const { timeline } = viewCockpit([whole], 'da');
    expect([timeline.rows.length, timeline.active]).toEqual([2, 2]);
  });

  it('of what goes on, when somebody last fetched it', () => {
    const said = (more: object) => {
      const whole = outcome({
        medications: [{ code: 'N02BE01', text: 'Panodil', from: '2022-01-01', ...more }],
      });
      return describeRecord(whole.patient.records.medication[0]!, asOf, 'da', whole);
    };
    expect(said({ dispensed: '2023-05-03' })).toBe(
      'Panodil, aktiv siden 1. jan. 2022, senest udleveret 3. maj 2023',
    );
    expect(said({ dispensed: '2023-05' })).toContain('senest udleveret maj 2023');
    expect(said({ to: '2024-01-01', dispensed: '2023-05-03' })).not.toContain('udleveret');
  });

  it('in days together, from the first that is certain', () => {
    const both = profileOf({
      concurrent: {
        of: ['N05AH04', 'N06AB04'].map((code) => ({
          medication: { codes: { system: 'ATC', include: [code] } },
        })),
      },
    });
    const together = (from: string, coverage = complete) => {
      const medications = [
        { code: 'N05AH04', from },
        { code: 'N06AB04', from: '2015-01-01' },
      ];
      const { patient } = checkPatient(patientWith({ medications }));
      const whole = evaluatePatient(compile(both), patient!, coverage, asOf);
      return viewCockpit([whole], 'da').timeline.overlaps[0];
    };
    expect(together('2026-11-15')).toMatchObject({
      since: '2026-11-15',
      days: 10,
      mayBeLonger: false,
    });
    expect(together('2025')).toMatchObject({ since: '2025-12-31', mayBeLonger: true });
    expect(together('2016-01-01')).toMatchObject({ from: '2021-11-24', since: '2016-01-01' });
    const from2020 = { ...complete, medication: { available: true, from: '2020-01-01' } };
    expect(together('2016-01-01', from2020)).toMatchObject({ mayBeLonger: true });
  });
});

describe('a count', () => {
  const services = (...dates: string[]) => ({
    services: dates.map((at) => ({ code: '0101', at })),
  });

  it('has only those for certain that lie in the window whatever day they were on', () => {
    expect(cellOf('antal', services('2026-05-01', '2025', '2026-02')).parts[0]?.text).toBe(
      'mindst 2',
    );
    expect(cellOf('antal', services('2026-05-01', '2026-02')).parts[0]?.text).toBe('2');
  });
});

it('contacts are told on a date that exists', () => {
  const { patient } = outcome({});
  expect(() => viewContacts(patient, '2026-02-30')).toThrow(/no calendar date/);
});
