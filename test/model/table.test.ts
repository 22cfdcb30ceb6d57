import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate } from '../../src/engine/index.ts';
import {
  agePyramid,
  columnsOf,
  countMarkers,
  defaultSort,
  rowsOf,
  searchRows,
  sortRows,
  type Sort,
} from '../../src/model/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { asOf, complete, patientWith } from '../engine/build.ts';

const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error();
const { profile } = parsed;
const P70 = { code: 'P70', text: 'Demens', from: '2022-03-14' };
const quetiapin = { code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2026-01-01' };
const mmse = (value: number) => ({ code: 'MCS88042', text: 'MMSE', at: '2026-01-01', value });

const clinic = new Clinic(complete);
clinic.add([
  patientWith(
    { diagnoses: [P70], results: [mmse(9)] },
    { id: 'a', name: 'Åse Ømål', cpr: '010141-9996', sex: 'female' },
  ),
  patientWith(
    { diagnoses: [P70], medications: [quetiapin], results: [mmse(22)] },
    { id: 'b', name: 'Bent Attrap', birthDate: '1946-01-01', sex: 'male' },
  ),
  patientWith(
    { diagnoses: [P70], medications: [{ code: 'N05BA04', text: 'Oxazepam', from: '2026-01-01' }] },
    { id: 'c', name: 'Carl Demo', birthDate: '', sex: 'male' },
  ),
  patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id: 'd', name: 'Dora Datofejl' }),
]);
const population = evaluate(compile(profile), clinic, asOf);
const rows = rowsOf(population, 'members', 'da');
const columns = columnsOf(profile, 'members');
const compare = new Intl.Collator('da').compare;
const order = (sort: Sort) =>
  sortRows(rows, columns, sort, compare)
    .map(({ id }) => id)
    .join('');

describe('columns', () => {
  it('who, what needs attention, why here, then the items by data type', () => {
    expect(columns.map(({ id }) => id)).toEqual([
      'cpr',
      'name',
      'age',
      'item:adresse',
      'markers',
      'why',
      'item:maniodepressiv',
      'item:skizofreni',
      'item:depression',
      'item:antipsykotika',
      'item:antidepressiva',
      'item:benzodiazepiner',
      'item:oevrige',
      'item:mmse',
      'item:basic',
      'item:ekg',
      'item:aftaler',
    ]);
  });

  it('the undecided have no markers', () => {
    expect(columnsOf(profile, 'undecided').map(({ id }) => id)).not.toContain('markers');
  });
});

describe('rows', () => {
  it('say why, in short and whole', () => {
    expect(rows[0]?.why).toEqual({
      short: 'P70',
      lines: ['P70 Demens, registreret 14. mar. 2022'],
    });
  });

  it('the undecided say what is missing', () => {
    const [undecided] = rowsOf(population, 'undecided', 'da');
    expect(undecided?.why.short).toBe('En oplysning om diagnoser kan ikke læses');
  });
});

describe('sort', () => {
  it.each<[Sort, string]>([
    // One critical outweighs any number of warnings.
    [defaultSort, 'bca'],
    [{ columnId: 'name', descending: false }, 'bca'],
    [{ columnId: 'name', descending: true }, 'acb'],
    // Without a birth date: last, either way.
    [{ columnId: 'age', descending: true }, 'abc'],
    [{ columnId: 'age', descending: false }, 'bac'],
    [{ columnId: 'item:mmse', descending: false }, 'abc'],
    [{ columnId: 'item:mmse', descending: true }, 'bac'],
  ])('%j: %s', (sort, expected) => expect(order(sort)).toBe(expected));

  it('a column that is not there leaves the order', () => {
    expect(order({ columnId: 'gone', descending: true })).toBe('abc');
  });
});

describe('search', () => {
  it.each([
    ['', 'abc'],
    ['ømål', 'a'],
    ['ØMÅL', 'a'],
    ['010141-9996', 'a'],
    ['0101419996', 'a'],
    ['quetiapin', 'b'],
    ['N05BA', 'c'],
    ['p70 carl', 'c'],
    ['demens quetiapin', 'b'],
    ['findes ikke', ''],
  ])('%j finds %j', (query, expected) => {
    expect(
      searchRows(rows, query)
        .map(({ id }) => id)
        .join(''),
    ).toBe(expected);
  });
});

describe('counts', () => {
  it('markers', () => {
    expect(
      countMarkers(profile, rows, 'da').map(({ id, yes, unknown }) => [id, yes, unknown]),
    ).toEqual([
      ['antipsykotika', 1, 0],
      ['benzodiazepin', 1, 0],
      ['oevrig-risiko', 0, 0],
      ['ingen-test', 1, 0],
    ]);
  });

  it('ages by ten and sex, those without counted apart', () => {
    expect(agePyramid(rows)).toEqual({ bands: [{ from: 80, female: 1, male: 1 }], unknown: 1 });
    expect(agePyramid([])).toEqual({ bands: [], unknown: 0 });
  });
});
