import { describe, expect, it } from 'vitest';
import { demens, type2Diabetes } from '../../../fixtures/profiles/index.ts';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { Clinic, compile, evaluate, type Population } from '../../../src/engine/index.ts';
import type { ExportCell } from '../../../src/export/index.ts';
import {
  chosenRows,
  defaultView,
  describeListed,
  exportTable,
  PopulationList,
  textIn,
  type Language,
  type ListedPopulation,
  type ListRound,
  type ListTab,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import type { CoverageByType, PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

/** A profile with one item of each kind that a column is made from. */
const document = {
  ...demens,
  information: [
    { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
    { id: 'gruppe', type: 'patient', field: 'insuranceGroup', title: { da: 'Gruppe' } },
    {
      id: 'psyk',
      type: 'diagnosis',
      title: { da: 'Psykisk lidelse' },
      codes: { system: 'ICPC-2', include: ['P76', 'P72'] },
    },
    {
      id: 'mmse',
      type: 'result',
      title: { da: 'MMSE' },
      codes: { system: 'NPU', include: ['MCS88042'] },
      show: 'trend',
    },
    {
      id: 'antal',
      type: 'service',
      title: { da: 'Konsultationer' },
      codes: { system: 'ydelse', include: ['0101'] },
      show: 'count',
    },
    { id: 'aftale', type: 'appointment', title: { da: 'Næste aftale' } },
    {
      id: 'kvinder',
      type: 'result',
      title: { da: 'eGFR' },
      codes: { system: 'NPU', include: ['DNK35302'] },
      condition: { patient: { sex: 'female' } },
    },
  ],
};

function populationOf(
  patients: readonly PatientRecords[],
  coverage: CoverageByType = complete,
  profile: object = document,
): Population {
  const parsed = parseProfile(profile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const clinic = new Clinic(coverage);
  clinic.add(patients);
  return evaluate(compile(parsed.profile), clinic, asOf);
}

interface Shown extends Partial<ListedPopulation> {
  readonly tab?: ListTab;
  readonly language?: Language;
  readonly round?: ListRound;
  /** Kinds of columns that are hidden as they come. */
  readonly also?: readonly string[];
}

function listedOf(
  population: Population,
  { tab = 'members', language = 'da', round, also = [], ...more }: Shown = {},
): ListedPopulation {
  const list = new PopulationList(population, {
    tab,
    language,
    compareText: (a, b) => (a < b ? -1 : 1),
    patients: 7,
    round,
  });
  return {
    list,
    view: { ...defaultView(population.profile), tab },
    columns: list.columns.filter(
      ({ kind, hidden }) => !hidden || ['item', 'why', ...also].includes(kind),
    ),
    titleOf: ({ kind, item }) => (item ? textIn(item.title, language) : kind),
    rows: Array.from({ length: list.size }, (_, index) => index),
    description: { name: 'Lægehuset', coverage: complete },
    ...more,
  };
}

function listOf(population: Population, more: Shown = {}) {
  return exportTable(listedOf(population, more));
}

/** A row as an object, by the titles of its columns. */
function row(population: Population, number = 0, more: Shown = {}): Record<string, ExportCell> {
  const table = listOf(population, more);
  return Object.fromEntries(
    table.columns.map(({ title }, index) => [title, table.cell(number, index)]),
  );
}

const P70 = { code: 'P70', text: 'Demens', from: '2022-03-14' };
const mmse = (at: string, value: number | string, more = {}) => ({
  code: 'MCS88042',
  text: 'MMSE',
  at,
  value,
  unit: 'point',
  ...more,
});
const whole = patientWith(
  {
    diagnoses: [P70, { code: 'P76', text: 'Depression', from: '2024-05-01' }],
    medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2026-01-01' }],
    results: [mmse('2026-03-09', 19.5), mmse('2025-03-01', 22)],
    services: [
      { code: '0101', at: '2026-01-02' },
      { code: '0101', at: '2026-02-02' },
    ],
    appointments: [{ at: '2026-12-03T10:15', text: 'Årskontrol' }],
  },
  { cpr: '0101419996', name: 'Åse Ømål', insuranceGroup: 1 },
);

describe('an exported row', () => {
  it('has typed cells: numbers, dates, texts', () => {
    expect(row(populationOf([whole]))).toMatchObject({
      CPR: '0101419996',
      Navn: 'Åse Ømål',
      Alder: 85,
      Køn: 'kvinde',
      Født: { date: '1941-06-15' },
      Gruppe: 1,
      'Hvorfor på listen': 'P70 Demens, registreret 14. mar. 2022',
      'Psykisk lidelse': 'P76 Depression, registreret 1. maj 2024',
      MMSE: 19.5,
      'MMSE, enhed': 'point',
      'MMSE, dato': { date: '2026-03-09' },
      'MMSE, tidligere': '22 point (1. mar. 2025)',
      Konsultationer: 2,
      'Næste aftale': 'Årskontrol, kl. 10.15',
      'Næste aftale, dato': { date: '2026-12-03' },
      Forbehold: 'ingen',
    });
  });

  it('has one column per marker, to filter by', () => {
    const found = row(populationOf([whole]));
    expect(found.reasons).toMatch(/^Antipsykotika ved demens, 10 mdr\./);
    expect(found['Antipsykotika ved demens']).toBe('ja');
    expect(Object.values(found).filter((each) => each === 'nej')).not.toHaveLength(0);
  });

  it('says in words what is not there', () => {
    const found = row(
      populationOf([patientWith({ diagnoses: [P70] }, { sex: 'male', name: '', birthDate: '' })]),
    );
    expect(found).toMatchObject({
      CPR: 'ikke oplyst',
      Navn: 'ikke oplyst',
      Alder: 'ikke oplyst',
      'Psykisk lidelse': 'ingen',
      MMSE: 'mangler',
      'MMSE, enhed': 'mangler',
      'MMSE, dato': 'mangler',
      'MMSE, tidligere': 'mangler',
      Konsultationer: 0,
      'Næste aftale, dato': 'ingen',
      eGFR: 'ikke relevant',
    });
  });

  it('never turns what cannot be determined into none', () => {
    const uncovered: CoverageByType = {
      ...complete,
      result: { available: false, source: 'Laboratoriet' },
      service: { available: true, from: '2020-01-01' },
    };
    const found = row(populationOf([patientWith({ diagnoses: [P70] })], uncovered));
    expect(found).toMatchObject({
      MMSE: 'kan ikke afgøres',
      'MMSE, dato': 'kan ikke afgøres',
      eGFR: 'kan ikke afgøres',
    });
    expect(found['Forbehold']).toContain('MMSE: Data om prøver mangler (Laboratoriet)');
  });

  it('says what may be missing beside what is shown', () => {
    const spoilt = patientWith({
      diagnoses: [P70],
      results: [mmse('2026-03-09', 19), mmse('engang', 12)],
    });
    const found = row(populationOf([spoilt]));
    expect(found['MMSE']).toBe(19);
    expect(found['Forbehold']).toContain('MMSE: En oplysning om prøver kan ikke læses');
  });

  it('a limit and a text are no numbers', () => {
    const value = (result: object) =>
      row(populationOf([patientWith({ diagnoses: [P70], results: [result as never] })]))['MMSE'];
    expect(value(mmse('2026-03-09', 60, { comparator: '<' }))).toBe('< 60');
    expect(value(mmse('2026-03-09', 'positiv'))).toBe('positiv');
  });

  it('the undecided say what is missing, and are asked no markers', () => {
    const population = populationOf([
      patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id: 'd' }),
    ]);
    const found = row(population, 0, { tab: 'undecided' });
    expect(found['Hvad mangler for at afgøre det']).toBe(
      'En oplysning om diagnoser kan ikke læses',
    );
    expect(found).not.toHaveProperty('reasons');
    expect(listOf(population, { tab: 'undecided' }).title).toBe(
      'Kan ikke afgøres: Patienter med demens',
    );
  });

  it('speaks English', () => {
    expect(row(populationOf([whole]), 0, { language: 'en' })).toMatchObject({
      Sex: 'female',
      'MMSE, date': { date: '2026-03-09' },
      Reservations: 'none',
    });
  });

  it('holds what the list has besides, in the list’s own words', () => {
    const population = populationOf([whole, patientWith({ diagnoses: [P70] }, { id: 'd' })]);
    const round: ListRound = {
      statuses: new Map([['p1', { status: 'to-follow-up', note: 'Ring til datter' }]]),
      since: { came: new Set(['d']), left: 0, on: '2026-05-12' },
    };
    const also = ['since'];
    expect(row(population, 0, { round, also })).toMatchObject({
      status: 'til opfølgning',
      note: 'Ring til datter',
      since: undefined,
      reasons: expect.stringContaining('Antipsykotika ved demens') as string,
    });
    expect(row(population, 1, { round, also })).toMatchObject({
      status: undefined,
      note: undefined,
      since: 'ny siden sidste runde',
    });
  });

  it('a control that cannot be determined is not one that is not missing', () => {
    const controlled = {
      ...demens,
      information: [
        {
          id: 'kontrol',
          type: 'service',
          title: { da: 'Årskontrol' },
          codes: { system: 'ydelse', include: ['0120'] },
          show: 'latest',
        },
      ],
    };
    const control = (coverage: CoverageByType, services: PatientRecords['services']) =>
      row(
        populationOf(
          [patientWith({ diagnoses: [P70], ...(services ? { services } : {}) })],
          coverage,
          controlled,
        ),
        0,
        { also: ['control'] },
      )['control'];
    expect(control(complete, [])).toBe('uden årskontrol');
    expect(control(complete, [{ code: '0120', at: '2026-10-01' }])).toBe('ingen');
    expect(control({ ...complete, service: { available: false } }, undefined)).toBe(
      'Årskontrol: kan ikke afgøres',
    );
  });

  it('keeps to the order of the rows that it is given', () => {
    const population = populationOf([whole, patientWith({ diagnoses: [P70] }, { id: 'd' })]);
    const table = listOf(population, { rows: Uint32Array.of(1, 0) });
    const names = table.columns.findIndex(({ title }) => title === 'Navn');
    expect([table.cell(0, names), table.cell(1, names)]).toEqual([
      population.patients(['d'])[0]?.name,
      'Åse Ømål',
    ]);
    expect(table.cell(2, 0)).toBeUndefined();
  });
});

describe('the chosen patients', () => {
  const population = populationOf([
    { ...whole, patient: { ...whole.patient, id: 'a', name: 'Bo' } },
    { ...whole, patient: { ...whole.patient, id: 'b', name: 'Ane' } },
    { ...whole, patient: { ...whole.patient, id: 'c', name: 'Cai' } },
  ]);

  it('come in the list’s order, also where a filter hides them, and only if they are on it', () => {
    const { list, view } = listedOf(population);
    const hiding = { ...view, query: 'Bo', sort: [{ columnId: 'name', descending: true }] };
    const rows = chosenRows(list, hiding, new Set(['a', 'c', 'gone']));
    expect([...rows].map((index) => list.idAt(index))).toEqual(['c', 'a']);
  });

  it('are not told of by the filters that are on', () => {
    const view = { ...defaultView(population.profile), query: 'Bo' };
    const told = (more: Shown) =>
      describeListed(listedOf(population, { view, ...more })).find(
        ({ label }) => label === 'Filtre',
      )?.value;
    expect(told({})).toBe('søgning “Bo”');
    expect(told({ only: 'Data om prøver mangler' })).toBe('Data om prøver mangler; søgning “Bo”');
    expect(told({ isChosen: true })).toBe('kun de valgte patienter');
  });
});

describe('what is told of the list', () => {
  const population = populationOf([
    whole,
    patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id: 'd' }),
  ]);
  const info = listOf(population, {
    description: {
      name: 'Lægehuset',
      coverage: {
        diagnosis: {
          available: true,
          source: 'Journal',
          from: '2011-01-01',
          updated: '2026-11-14',
        },
        result: { available: false, source: 'Laboratoriet', updated: 'i går' },
      },
      sources: [{ id: 'lab', title: { da: 'Laboratoriet' }, types: ['result'], available: false }],
    },
    problems: [{ kind: 'cut-short', received: 2, expected: 7 }],
    view: {
      ...defaultView(population.profile),
      filters: [{ columnId: 'item:mmse', max: 20 }],
      sort: [{ columnId: 'name', descending: false }],
    },
    by: 'AB',
    at: '2026-11-24T09:30:00+01:00',
  }).info.map(({ label, value }) => `${label}: ${value}`);

  it.each([
    'Profil: Patienter med demens (dk.demens)',
    `Version: ${demens.version}`,
    'Opgjort pr.: 24. nov. 2026',
    'Klinik: Lægehuset',
    'Viser: 1 af 1 patient (I populationen)',
    'I populationen: 1 af 6 patienter, der kan afgøres, af klinikkens 7',
    'Kan ikke afgøres: 1 patient står ved siden af: data mangler for at afgøre dem',
    'Filtre: MMSE: til 20',
    'Rækkefølge: name, stigende',
    'OBS: Kun 2 af 7 patienter er hentet.',
    'Datadækning: Diagnoser: Journal, fra 1. jan. 2011, opdateret 14. nov. 2026 (for 10 dage siden)',
    'Datadækning: Prøver: Laboratoriet, ingen adgang, opdatering ikke oplyst',
    'Datadækning: Medicin: ikke oplyst af klinikkens system',
    'Kilde: Laboratoriet: Prøver; svarer ikke',
    'Eksporteret af: AB',
    'Eksporteret: 24. nov. 2026 kl. 09.30',
  ])('%s', (line) => expect(info).toContain(line));
});

describe('on the generated clinic', () => {
  it('every cell of every row says something, whatever its edges', () => {
    const { patients, description } = generateClinic({ size: 1200 });
    for (const profile of [demens, type2Diabetes]) {
      const population = populationOf(patients, description.coverage, profile);
      for (const tab of ['members', 'undecided'] as const) {
        const table = listOf(population, { tab, description });
        expect(table.rows).toBe(population[tab].length);
        for (let at = 0; at < table.rows; at++)
          for (let column = 0; column < table.columns.length; column++)
            expect(table.cell(at, column), table.columns[column]?.title).not.toBeOneOf([
              '',
              undefined,
            ]);
      }
    }
  });
});

describe('what nothing came of', () => {
  const population = populationOf([whole]);
  const told = (language: Language, more: Partial<ListedPopulation>) =>
    describeListed(listedOf(population, { language, ...more }))
      .filter(({ label }) => label === 'OBS' || label === 'NB')
      .map(({ value }) => value);

  it.each([
    ['da', ['142.000 diagnoser, ingen i SKS.', 'Ingen patient har en liste over prøver.']],
    ['en', ['142,000 diagnoses, none in SKS.', 'No patient has a list of results.']],
  ] as const)('stands in the file and on paper, in %s', (language, lines) => {
    const gaps = [
      { type: 'diagnosis', records: 142_000, systems: ['SKS'] },
      { type: 'result', records: 0, systems: [] },
    ] as const;
    expect(told(language, { gaps })).toEqual(lines);
    expect(
      exportTable(listedOf(population, { language, gaps })).info.map(({ value }) => value),
    ).toEqual(expect.arrayContaining([...lines]));
  });

  it.each([
    ['da', 'Kun 3.000 af 7.012 patienter er hentet.'],
    ['en', 'Only 3,000 of 7,012 patients were fetched.'],
  ] as const)('is told beside a load cut short, in %s', (language, line) => {
    const problems = [{ kind: 'cut-short', received: 3000, expected: 7012 }] as const;
    expect(told(language, { problems })).toEqual([line]);
  });

  it.each([
    ['da', 'Kan ikke afgøres', '0 af de hentede står ved siden af: data mangler for at afgøre dem'],
    [
      'en',
      'Cannot be determined',
      '0 of those fetched stand beside: data is missing to determine it',
    ],
  ] as const)('a clinic cut short tells nothing of the others, in %s', (language, label, line) => {
    const listed = listedOf(population, { language });
    const { list } = listed;
    const cut = new PopulationList(population, {
      ...{ tab: 'members', language, compareText: (a, b) => (a < b ? -1 : 1) },
      ...{ patients: 3000, notFetched: 4012 },
    });
    const said = (of: PopulationList) =>
      describeListed({ ...listed, list: of }).find((each) => each.label === label)?.value;
    expect(said(cut)).toBe(line);
    expect(said(list)).not.toContain('hentede');
    expect(said(list)).not.toContain('fetched');
  });

  it('is not mentioned where everything came', () => {
    for (const language of ['da', 'en'] as const) {
      expect(told(language, {})).toEqual([]);
      expect(told(language, { gaps: [], problems: [] })).toEqual([]);
    }
  });
});
