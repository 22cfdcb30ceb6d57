import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  PopulationList,
  type Filter,
  type ListTab,
  type ListView,
  type Sort,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

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
const { compare } = new Intl.Collator('da', { numeric: true });
const listOf = (tab: ListTab) =>
  new PopulationList(population, { tab, language: 'da', compareText: compare, patients: 4 });
const list = listOf('members');
const usual = defaultView(profile);
const ids = (view: Partial<ListView>, of = list) =>
  [...of.visibleRows({ ...usual, ...view })].map((row) => of.idAt(row)).join('');

describe('columns', () => {
  it('at first when the patient was last seen, where the profile asks it; unknown where nobody can say', () => {
    const contact = {
      ...{ id: 'kontakt', type: 'appointment', status: 'attended', when: { last: 'P24M' } },
      title: { da: 'Seneste kontakt', en: 'Last contact' },
    };
    const asked = parseProfile({ ...demens, information: [contact, ...demens.information] });
    if (!asked.ok) throw new Error();
    const kept = new Clinic(complete);
    const at = (day: string, status?: 'attended' | 'missed') => ({
      at: day,
      ...(status ? { status } : {}),
    });
    kept.add([
      patientWith(
        {
          diagnoses: [P70],
          appointments: [at('2026-03-02', 'attended'), at('2026-05-05', 'missed')],
        },
        { id: 'seen' },
      ),
      patientWith(
        { diagnoses: [P70], appointments: [at('2026-05-05', 'missed')] },
        { id: 'missed' },
      ),
      patientWith({ diagnoses: [P70], appointments: [at('2026-05-05')] }, { id: 'untold' }),
    ]);
    const of = new PopulationList(evaluate(compile(asked.profile), kept, asOf), {
      ...{ tab: 'members', language: 'da', compareText: compare, patients: 3 },
    });
    const column = of.columns.find(({ id }) => id === 'item:kontakt')!;
    expect(column.hidden).toBeUndefined();
    // The next appointment stays beside a cockpit, whatever stands before it.
    expect(column.stays).toBeUndefined();
    expect(of.columns.find(({ id }) => id === 'item:aftaler')?.stays).toBe(true);
    const said = (id: string) => {
      const { tone, parts } = of.cell(of.indexOf(id), column);
      return [tone, ...parts.map(({ text }) => text)].join(' ');
    };
    expect(said('seen')).toBe('value 2. mar.');
    expect(said('missed')).toMatch(/^missing/);
    expect(said('untold')).toMatch(/^unknown/);
  });

  it('at first who, why, diagnoses, what the profile holds dear, and the next appointment', () => {
    expect(list.columns.filter(({ hidden }) => !hidden).map(({ id }) => id)).toEqual([
      'cpr',
      'name',
      'age',
      'reasons',
      'diagnoses',
      'item:antipsykotika',
      'item:mmse',
      'item:basic',
      'item:aftaler',
    ]);
  });

  it('the undecided have no markers', () => {
    const columns = listOf('undecided').columns.map(({ id }) => id);
    expect(columns).not.toContain('reasons');
  });
});

describe('rows', () => {
  it('say why, in short and whole', () => {
    expect(list.row(0).why).toEqual({
      short: 'P70',
      lines: ['P70 Demens, registreret 14. mar. 2022'],
    });
  });

  it('the undecided say what is missing', () => {
    expect(listOf('undecided').row(0).why.short).toBe('En oplysning om diagnoser kan ikke læses');
  });
});

describe('sort', () => {
  it.each<[Sort[], string]>([
    // One critical outweighs any number of warnings.
    [[], 'bca'],
    [[{ columnId: 'name', descending: false }], 'bca'],
    [[{ columnId: 'name', descending: true }], 'acb'],
    // Without a birth date: last, either way.
    [[{ columnId: 'age', descending: true }], 'abc'],
    [[{ columnId: 'age', descending: false }], 'bac'],
    [[{ columnId: 'item:mmse', descending: false }], 'abc'],
    [[{ columnId: 'item:mmse', descending: true }], 'bac'],
    [
      [
        { columnId: 'sex', descending: true },
        { columnId: 'item:mmse', descending: false },
      ],
      'bca',
    ],
    // A column that is not there is passed over.
    [[{ columnId: 'gone', descending: true }], 'bca'],
  ])('%j: %s', (sort, expected) => expect(ids({ sort })).toBe(expected));
});

describe('filters', () => {
  it.each<[Filter, string]>([
    [{ columnId: 'reasons', any: ['antipsykotika'] }, 'b'],
    [{ columnId: 'item:antipsykotika', any: ['N05A'] }, 'b'],
    [{ columnId: 'item:antipsykotika', any: ['N05B'] }, ''],
    [{ columnId: 'item:antipsykotika', contains: 'QUETIA' }, 'b'],
    [{ columnId: 'item:mmse', min: 9, max: 21 }, 'a'],
    [{ columnId: 'item:mmse', min: 10, states: ['none'] }, 'bc'],
    [{ columnId: 'age', min: 80, max: 80 }, 'b'],
    [{ columnId: 'age', states: ['unknown'] }, 'c'],
    [{ columnId: 'sex', any: ['female'] }, 'a'],
    [{ columnId: 'name', contains: 'ømål' }, 'a'],
    [{ columnId: 'cpr', contains: '010141-99' }, 'a'],
    [{ columnId: 'cpr', contains: '010141–99' }, 'a'],
    [{ columnId: 'age' }, 'bca'],
    [{ columnId: 'gone', any: ['x'] }, 'bca'],
  ])('%j: %s', (filter, expected) => expect(ids({ filters: [filter] })).toBe(expected));
});

describe('search', () => {
  it.each([
    ['', 'bca'],
    ['ømål', 'a'],
    ['ØMÅL', 'a'],
    ['010141-9996', 'a'],
    ['0101419996', 'a'],
    ['010141–9996', 'a'],
    ['010141\u00a09996', 'a'],
    ['\u200b0101\u00ad419996', 'a'],
    ['quetiapin', 'b'],
    ['N05BA', 'c'],
    ['p70 carl', 'c'],
    ['p70 quetiapin', 'b'],
    ['findes ikke', ''],
  ])('%j finds %j', (query, expected) => expect(ids({ query })).toBe(expected));
});

describe('overview', () => {
  it('counts markers among those that are shown', () => {
    const filters = [{ columnId: 'reasons', any: ['antipsykotika'] }];
    expect(
      list
        .overview({ ...usual, filters })
        .markers.map(({ id, yes, unknown }) => [id, yes, unknown]),
    ).toEqual([
      ['antipsykotika', 1, 0],
      ['antipsykotika-uafklaret', 0, 0],
      ['antipsykotika-benzodiazepin', 0, 0],
      ['benzodiazepin', 0, 0],
      ['oevrig-risiko', 0, 0],
      ['ingen-test', 0, 0],
    ]);
  });

  it('ages by ten and sex, those without counted apart', () => {
    const { ages } = list.overview(usual);
    expect(ages.bands.map(({ from, female, male }) => [from, female, male])).toEqual([[80, 1, 1]]);
    expect(ages.unknown).toBe(1);
  });
});
