/** R4a on the screen: a date that is known to its year is told as it was written, and has no age. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate, evaluatePatient } from '../../../src/engine/index.ts';
import {
  defaultView,
  exportTable,
  PopulationList,
  viewCell,
  viewCockpit,
  viewMarkers,
  type Language,
} from '../../../src/model/index.ts';
import { checkPatient, type PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const atc = { system: 'ATC', include: ['N05A'] };
const profile = profileOf(
  { diagnosis: {} },
  {
    information: [
      { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
      { id: 'alder', type: 'patient', field: 'age', title: { da: 'Alder i år' } },
      { id: 'diagnoser', type: 'diagnosis', title: { da: 'Diagnoser' } },
      { id: 'medicin', type: 'medication', title: { da: 'Medicin' }, codes: atc },
      { id: 'svar', type: 'result', title: { da: 'Svar' }, show: 'trend' },
      { id: 'ydelse', type: 'service', title: { da: 'Ydelse' }, show: 'latest' },
    ],
    markers: [
      {
        id: 'm',
        level: 'warning',
        title: { da: 'Antipsykotika' },
        when: { medication: { codes: atc } },
      },
    ],
  },
);
const partial: PatientRecords = patientWith(
  {
    diagnoses: [
      { code: 'P70', text: 'Demens', from: '2019' },
      { code: 'P76', text: 'Depression', from: '2018-05', to: '2020' },
      { code: 'T90', text: 'Diabetes' },
    ],
    medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2024-03' }],
    results: [
      { code: 'MCS88042', text: 'MMSE', at: '2025', value: 20 },
      { code: 'MCS88042', text: 'MMSE', at: '2024-02-01', value: 22 },
    ],
    services: [{ code: '0101', at: '2026-05' }],
  },
  { birthDate: '1951', name: 'Birthe' },
);
const { patient } = checkPatient(partial);
const outcome = (on = asOf) => evaluatePatient(compile(profile), patient!, complete, on);

const told = (id: string, language: Language = 'da') => {
  const cell = outcome().cells.find(({ item }) => item.id === id)!;
  const { parts, lines, trend } = viewCell(cell, patient!, asOf, language);
  return { parts: parts.map(({ text, note }) => [text, note].filter(Boolean)), lines, trend };
};

describe('in a cell', () => {
  it('has the year or the month, and nothing where nothing is known', () => {
    expect(told('diagnoser').parts).toEqual(
      expect.arrayContaining([
        ['T90 Diabetes'],
        ['P70 Demens', '2019'],
        ['P76 Depression', '2018'],
      ]),
    );
    expect(told('diagnoser').lines).toEqual(
      expect.arrayContaining([
        'T90 Diabetes, dato ukendt',
        'P70 Demens, registreret 2019',
        'P76 Depression, maj 2018 – 2020',
      ]),
    );
    expect(told('diagnoser', 'en').lines).toContain('T90 Diabetes, date unknown');
    expect(told('medicin').parts).toEqual([['Quetiapin', 'mar. 2024']]);
    expect(told('medicin').lines).toEqual(['Quetiapin, aktiv siden mar. 2024']);
    expect(told('ydelse').parts).toEqual([['maj 2026']]);
    expect(told('svar').parts).toEqual([['20', '2025']]);
    expect(told('foedt').parts).toEqual([['1951']]);
    expect(JSON.stringify(told('diagnoser'))).not.toContain('1850');
  });

  it('stands on no line of a trend', () => {
    expect(told('svar').trend?.map(({ date }) => date)).toEqual(['2024-02-01']);
  });
});

it('gives a marker no length', () => {
  const [marker] = viewMarkers(outcome(), 'da');
  expect(marker).toMatchObject({ truth: 'yes', length: undefined });
});

describe('an age that is not certain', () => {
  const clinic = new Clinic(complete);
  clinic.add([partial]);
  const population = evaluate(compile(profile), clinic, asOf);
  const list = new PopulationList(population, {
    ...{ tab: 'members', language: 'da', compareText: (a: string, b: string) => (a < b ? -1 : 1) },
    patients: 1,
  });
  const view = defaultView(profile);

  it('is told nowhere on the list', () => {
    const column = list.columns.find(({ id }) => id === 'age')!;
    expect(list.cell(0, column).parts[0]?.text).toMatch(/^\?/);
    expect(list.overview(view).ages).toMatchObject({ bands: [], unknown: 1 });
    expect(list.reasonsAt(0, view.priority).join()).not.toMatch(/ år/);
    expect(told('alder').parts).toEqual([['kan ikke afgøres']]);
  });

  it('is told on no day before birth', () => {
    expect(outcome('1949-01-01').cells.find(({ item }) => item.id === 'alder')?.state).toBe(
      'unknown',
    );
  });

  it('has words in a file, as every date that is none', () => {
    const table = exportTable({
      ...{ list, view, columns: list.columns, rows: [0] },
      titleOf: ({ id, item }) => item?.title.da ?? id,
      description: { name: 'K', coverage: complete },
    });
    const row = Object.fromEntries(
      table.columns.map(({ title }, column) => [title, table.cell(0, column)]),
    );
    expect(row).toMatchObject({
      ...{ Alder: 'ikke oplyst', Født: '1951', 'Ydelse, dato': 'maj 2026', 'Svar, dato': '2025' },
      'Svar, tidligere': '22 (1. feb. 2024)',
    });
  });
});

it('is told so in the cockpit', () => {
  const { sections } = viewCockpit([outcome()], 'da');
  const result = sections.find(({ type }) => type === 'result')!.items[0]!.result!;
  expect(result.values.map(({ when }) => when)).toEqual(['2025', '1. feb. 2024']);
});
