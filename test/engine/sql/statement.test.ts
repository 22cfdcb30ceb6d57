/** What is in a statement and what is not; asked of no database but where it says so. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import {
  coverageRows,
  createLayout,
  layout,
  rowsOf,
  sqlEngine,
  tableNames,
  toSql,
  type Statement,
} from '../../../src/engine/sql/index.ts';
import type { Criterion, Profile } from '../../../src/profile/index.ts';
import { patientWith, planOf, profileOf } from '../build.ts';
import { coverageOf, nextDay } from '../../../src/record/index.ts';
import { asOf } from '../cases.ts';
import { drawCriterion } from './arbitraries.ts';
import { checked, loadClinic, openDuckDb, openPostgres } from './databases.ts';

const isDeep = Number(process.env.OVERBLIK_DEEP ?? 1) > 1;
const hostile = [
  "x'); DROP TABLE patient; --",
  'x"; DROP SCHEMA overblik_v3 CASCADE; --',
  '$1 OR TRUE',
  '*/ UNION SELECT 1 /*',
  "\\'; SELECT pg_sleep(9) --",
  '{{jinja}} %s :name ?',
  'ﬀ\u202e',
];

const somewhere = { municipality: '0101', postalCode: '8000', practitioner: 'Bo' };

/** Every place of a profile that holds a text, with a hostile one. */
function hostileProfile(text: string): Profile {
  // With a comma or an asterisk it would be no code, and nothing would be asked (R2).
  const code = text.replace(/[,*]/g, '');
  const codes = { system: text, include: [code], exclude: [`${code}X`] };
  const base = { codes, source: text };
  const title = { da: text, en: text };
  const criterion: Criterion = {
    any: [
      { diagnosis: { ...base, lasting: 'P1M' } },
      { medication: { source: text, distinct: { level: 5 } } },
      { result: { ...base, value: { text: [text] } } },
      { result: { ...base, pick: 'latest', value: { above: 987.654, unit: text } } },
      { appointment: { codes: 'named' } },
      {
        patient: {
          municipality: [text],
          postalCode: [text],
          practitioner: [text],
          age: { min: 17, max: 98 },
        },
      },
      { concurrent: { of: [{ diagnosis: base }, { medication: base }] } },
      { sequence: { of: [{ service: base }, { referral: base }], within: 'P77D' } },
      {
        sameDay: {
          of: [{ result: { ...base, value: { text: [text] } } }, { service: { specialty: text } }],
        },
      },
      { change: { of: base, from: 'lowest', value: { above: 876.543, unit: text } } },
    ],
  };
  return {
    ...profileOf({ service: {} }),
    title,
    codes: { named: codes },
    population: { include: criterion, exclude: { not: criterion } },
    markers: [{ id: text, level: 'info', title, when: criterion, advice: title, source: text }],
    indicators: [{ id: text, title, numerator: criterion, denominator: criterion }],
  };
}

describe('nothing of a profile is in the text', () => {
  it.each(hostile)('%s', (text) => {
    const statement = toSql({ profile: hostileProfile(text) }, asOf);
    const plain = toSql({ profile: hostileProfile('plain') }, asOf);
    const unnumbered = ({ text }: Statement) => text.replace(/\$\d+/g, '$');
    expect(unnumbered(statement)).toBe(unnumbered(plain));
    for (const value of [text, text.trim().toUpperCase(), text.toLowerCase()])
      expect(statement.text).not.toContain(value);
    expect(statement.parameters).toContain(text.trim().toUpperCase());
    expect(statement.columns.map(({ name }) => name)).toEqual([
      'patient_id',
      'member',
      'm0',
      'n0',
      'd0',
    ]);
    expect(statement.columns.at(-1)).toMatchObject({ holds: 'denominator', id: text });
  });

  it('no code, date, source, text, number or unit either', () => {
    const { text, parameters } = toSql({ profile: hostileProfile('plain') }, asOf);
    for (const value of [asOf, '987.654', '987', '77', '98', '2024'])
      expect(text).not.toContain(value);
    expect(parameters).toEqual(expect.arrayContaining([asOf, 987.654, 77]));
  });

  it('both databases take it, and nothing happens', async () => {
    for (const open of [openDuckDb, openPostgres]) {
      const database = await open();
      await loadClinic(database, [checked(patientWith({}, somewhere))], {});
      // The statement is the same for each: everyday all of them stand in one text, and each place is asked once.
      for (const text of isDeep ? hostile : [hostile.join(' ')]) {
        const whole = hostileProfile(text);
        const { population } = whole;
        const profile = isDeep
          ? whole
          : { ...whole, population: { include: population.include }, markers: [], indicators: [] };
        const said = await sqlEngine.evaluate({ profile }, database, asOf);
        expect(said.get('p1')?.member).toBe('no');
      }
      await database.close();
    }
  }, 180_000);
});

it('has the placeholders of its parameters, each used, and no others', () => {
  const random = new Random('placeholders');
  for (let round = 0; round < 50; round++) {
    const profile = { population: { include: drawCriterion(random, 3) } } as unknown as Profile;
    const { text, parameters } = toSql({ profile }, asOf);
    const used = new Set(Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number)));
    expect([...used].sort((a, b) => a - b)).toEqual(parameters.map((_, index) => index + 1));
  }
});

it('asks once what is asked twice, by whatever name', () => {
  const P70 = { system: 'ICPC-2', include: ['P70'] };
  const twice = planOf(
    { any: [{ diagnosis: { codes: 'named' } }, { diagnosis: { codes: P70, when: 'ever' } }] },
    {
      codes: { named: { system: 'icpc-2 ', include: ['p70'] } },
      markers: [
        {
          id: 'm',
          level: 'info',
          title: { da: 'M' },
          when: { diagnosis: { codes: 'named', count: { min: 1 } } },
        },
      ],
    },
  );
  const { text } = toSql(twice, asOf);
  expect(text.match(/FROM overblik_v3\.diagnosis/g)).toHaveLength(1);
  expect(text.match(/GROUP BY/g)).toHaveLength(2);
});

it('is the same for the same profile and date', () => {
  const random = new Random('the same');
  const profile = { population: { include: drawCriterion(random, 3) } } as unknown as Profile;
  expect(toSql({ profile }, asOf)).toEqual(toSql({ profile }, asOf));
});

it('refuses what is no date', () => {
  expect(() => toSql({ profile: hostileProfile('x') }, '2024-02-30')).toThrow(RangeError);
});

describe('the layout', () => {
  it('has a row’s cells in the order of the columns', () => {
    const rows = rowsOf(
      [
        checked({
          ...patientWith(
            {
              diagnoses: [
                { code: ' p70', from: '2024-01-01T10:00', source: ' fmk' },
                { code: 'P71', system: 'ICPC2', from: '2019-05', to: '2020' },
                { code: 'P72' },
                { code: 'P73', from: '2024-02-02', to: '2024-02-01', source: 'EPJ' },
              ],
              medications: [{ text: 'Pille', from: '2024-01-01' } as never],
              results: [
                { code: 'X', at: '2024-01-01', value: 'POSITIV ' },
                {
                  code: 'X',
                  at: '2024-01-02T08:30',
                  value: 4,
                  comparator: '<',
                  unit: ' µmol/l ',
                },
              ],
              appointments: [{ at: '2024-05-01', status: 'cancelled' }],
              referrals: [{ code: 'ZZ', at: 'engang', status: 'sent', source: 'edi' }],
              letters: [{ at: '2024-05-02', from: 'Geriatri', status: 'final' }],
              vaccinations: [{ code: 'J07BB02', at: '2023-10' }],
              carePlans: [{ code: 'kol', from: '2024', status: 'active', maintained: '2024-03' }],
              notes: [{ at: '2024-03-01', source: 'Journal' }],
              correspondence: [{ code: 'k', at: '2024-03-02', to: 'Kommune' }],
            },
            { practitioner: ' Åse', insuranceGroup: 1, deceased: 'engang', birthDate: '1941' },
          ),
          coverage: {
            result: { available: true, from: '2020-01-01', updated: '2024-01-31' },
            medication: {
              available: true,
              systems: ['atc'],
              updated: '2024-01-31T10:00',
              staleAfter: 'P1M',
            },
          },
          services: 'junk',
        }),
      ],
      { diagnosis: { available: true } },
      'c1',
    );
    expect(rows).toEqual({
      patient: [
        [
          'c1',
          'p1',
          '1941-01-01',
          '1941-12-31',
          null,
          null,
          true,
          'female',
          null,
          null,
          1,
          'åse',
          null,
          null,
          null,
        ],
      ],
      diagnosis: [
        ['c1', 'p1', 0, 'ICPC-2', 'P70', 'FMK', '2024-01-01', '2024-01-01', null, null],
        [
          'c1',
          'p1',
          1,
          'ICPC-2',
          'P71',
          null,
          '2019-05-01',
          '2019-05-31',
          '2020-01-01',
          '2020-12-31',
        ],
        ['c1', 'p1', 2, 'ICPC-2', 'P72', null, null, null, null, null],
      ],
      medication: [
        ['c1', 'p1', 0, 'ATC', '', null, '2024-01-01', '2024-01-01', null, null, null, null, null],
      ],
      result: [
        [
          'c1',
          'p1',
          0,
          'NPU',
          'X',
          null,
          '2024-01-01',
          '2024-01-01',
          null,
          null,
          'positiv',
          null,
          null,
        ],
        [
          'c1',
          'p1',
          1,
          'NPU',
          'X',
          null,
          '2024-01-02',
          '2024-01-02',
          '08:30:00',
          4,
          null,
          '<',
          'UMOL/L',
        ],
      ],
      service: [],
      appointment: [['c1', 'p1', 0, 'LOCAL', '', null, '2024-05-01', '2024-05-01', 'cancelled']],
      referral: [],
      letter: [['c1', 'p1', 0, 'LOCAL', '', null, '2024-05-02', '2024-05-02', 'final']],
      vaccination: [['c1', 'p1', 0, 'ATC', 'J07BB02', null, '2023-10-01', '2023-10-31']],
      carePlan: [
        [
          ...['c1', 'p1', 0, 'LOCAL', 'KOL', null, '2024-01-01', '2024-12-31', null, null],
          ...['active', '2024-03-01', '2024-03-31'],
        ],
      ],
      note: [['c1', 'p1', 0, 'LOCAL', '', 'JOURNAL', '2024-03-01', '2024-03-01']],
      correspondence: [['c1', 'p1', 0, 'LOCAL', 'K', null, '2024-03-02', '2024-03-02']],
      coverage: [
        // Up to date while a month before is no later than the last update.
        ['c1', 'p1', 'medication', true, null, '2024-02-29', ['ATC']],
        ['c1', 'p1', 'result', true, '2020-01-01', '2024-03-02', null],
        ['c1', 'p1', 'service', false, null, null, null],
        ['c1', 'p1', 'appointment', true, null, null, null],
        ['c1', 'p1', 'referral', true, null, null, null],
        ['c1', 'p1', 'letter', true, null, null, null],
        ['c1', 'p1', 'vaccination', true, null, null, null],
        ['c1', 'p1', 'carePlan', true, null, null, null],
        ['c1', 'p1', 'note', true, null, null, null],
        ['c1', 'p1', 'correspondence', true, null, null, null],
      ],
      clinic_coverage: [],
      set_aside: [
        ['c1', 'p1', 'diagnosis', 3, 'ICPC-2', 'P73', 'EPJ', null, '2024-02-02', '2024-02-01'],
        ['c1', 'p1', 'service', null, null, null, null, null, null, null],
        ['c1', 'p1', 'referral', 0, 'LOCAL', 'ZZ', 'EDI', 'sent', null, null],
      ],
    });
    for (const table of tableNames)
      for (const row of rows[table]) expect(row).toHaveLength(layout[table].length);
    expect(
      coverageRows(
        { diagnosis: { available: true, from: '2020-01-01', systems: ['ICPC-2', 'ICD-10'] } },
        'c1',
      ),
    ).toEqual([['c1', 'diagnosis', true, '2020-01-01', null, ['ICPC-2', 'ICD-10']]]);
  });

  it.each([
    ['2024-01-31', undefined, '2024-03-02'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2023-02-28', 'P1M', '2023-03-31'],
    ['2024-02-29', 'P1Y1M', '2025-03-31'],
    ['2024-01-31', 'P0D', '2024-01-31'],
    ['2024-01-31', 'P9999Y', '9999-12-31'],
  ])('a source updated on %s with staleAfter %s is fresh until %s', (updated, staleAfter, day) => {
    const coverage = { available: true, updated, ...(staleAfter ? { staleAfter } : {}) };
    expect(coverageRows({ result: coverage }, 'c1')[0]?.[4]).toBe(day);
    const patient = checked(patientWith());
    const covers = (lastDay: string) =>
      coverageOf(patient, { result: coverage }, 'result', { lastDay }).covered;
    expect(covers(day)).toBe(true);
    if (day < '9999-12-31') expect(covers(nextDay(day))).toBe(false);
  });

  it('makes every table that a statement may read', () => {
    const ddl = createLayout();
    const read = toSql({ profile: hostileProfile('x') }, asOf).text.matchAll(/overblik_v3\.\w+/g);
    for (const [table] of read) expect(ddl).toContain(`CREATE TABLE ${table} (`);
  });
});

describe('NUL, which no SQL text can hold', () => {
  const records = {
    diagnoses: [{ code: 'P\x0070', text: 'a\0b', from: '2020-01-01', source: 'J\0' }],
    results: [{ code: 'N\0', at: '2026-01-01', value: '\0 5', unit: 'm\0mol/l' }],
    coverage: { diagnosis: { available: true, source: '\0', systems: ['ICPC\0-2'] } },
  };

  it('is in no cell, whatever the records hold', () => {
    const rows = rowsOf([checked(patientWith(records))], {}, 'c1');
    expect(JSON.stringify(rows)).toContain('P70');
    expect(JSON.stringify([rows, coverageRows(records.coverage as never, 'c1')])).not.toMatch(
      /\\u0000/,
    );
  });

  it('in a patient’s id is refused in words: ids are never changed', () => {
    const patient = checked(patientWith({}, { id: 'a\0b' }));
    expect(() => rowsOf([patient], {}, 'c1')).toThrow('The id of a patient holds NUL');
  });
});
