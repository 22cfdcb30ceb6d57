import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeView,
  PopulationList,
  textIn,
  type Filter,
  type Language,
  type ListTab,
  type ListView,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const { profile } = parsed;
const clinic = new Clinic(complete);
clinic.add([
  patientWith({
    diagnoses: [
      { code: 'P70', text: 'Demens', from: '2022-03-14' },
      { code: 'P76', text: 'Depression', from: '2024-05-01' },
    ],
    medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2026-01-01' }],
  }),
]);
const population = evaluate(compile(profile), clinic, asOf);

function words(change: Partial<ListView>, tab: ListTab = 'members', language: Language = 'da') {
  const list = new PopulationList(population, {
    tab,
    language,
    compareText: (a, b) => (a < b ? -1 : 1),
    patients: 1,
    round: { statuses: new Map(), since: { came: new Set(), left: 0, on: '2026-05-12' } },
  });
  return describeView(list, { ...defaultView(profile), tab, ...change }, ({ kind, item }) =>
    item ? textIn(item.title, language) : kind,
  );
}

describe('a view in words', () => {
  it.each<[Filter, string]>([
    [{ columnId: 'age', min: 70, max: 79 }, 'age: fra 70 til 79'],
    [
      { columnId: 'item:mmse', max: 19.5, states: ['none'] },
      'MMSE: til 19,5 eller ingen registreret',
    ],
    [
      { columnId: 'item:mmse', states: ['unknown', 'none'] },
      'MMSE: kan ikke afgøres eller ingen registreret',
    ],
    [{ columnId: 'reasons', any: ['antipsykotika'] }, 'reasons: Antipsykotika ved demens'],
    [{ columnId: 'item:depression', any: ['P76', 'P72'] }, 'Depression: P76 Depression eller P72'],
    [{ columnId: 'status', any: ['to-follow-up'] }, 'status: til opfølgning'],
    [{ columnId: 'status', any: ['newer'] }, 'status: newer'],
    [{ columnId: 'sex', any: ['female'] }, 'sex: kvinde'],
    [{ columnId: 'since', any: ['came'] }, 'since: ny siden sidste runde'],
    [{ columnId: 'name', contains: ' hansen ' }, 'name: indeholder “hansen”'],
    [{ columnId: 'item:aftaler', min: '2026-12-01' }, 'Fremtidige aftaler: fra 1. dec. 2026'],
  ])('%o', (filter, expected) => {
    expect(words({ filters: [filter] }).filters).toEqual([expected]);
  });

  it('tells the search', () => {
    expect(words({ query: ' åse ' }).filters).toEqual(['søgning “åse”']);
  });

  it('passes over what filters nothing', () => {
    const filters = [{ columnId: 'gone', min: 1 }, { columnId: 'age' }];
    expect(words({ filters }).filters).toEqual([]);
    const markers = { columnId: 'reasons', any: ['antipsykotika'] };
    expect(words({ filters: [markers] }, 'undecided').filters).toEqual([]);
  });

  it('tells the order', () => {
    const sort = [
      { columnId: 'name', descending: true },
      { columnId: 'gone', descending: true },
      { columnId: 'age', descending: false },
    ];
    expect(words({ sort }).sort).toBe('name, faldende; age, stigende');
    const priority = [
      { by: 'age', on: true },
      { by: 'critical', on: false },
      { by: 'missing-control', on: true },
    ] as const;
    expect(words({ priority }).sort).toBe('mest sårbare først: ældst, mangler kontrol');
    expect(words({ priority: [{ by: 'age', on: false }] }).sort).toBe('efter navn');
    // Nobody is asked for markers there, so nothing puts one before another but the name.
    expect(words({}, 'undecided').sort).toBe('efter navn');
  });

  it('speaks English', () => {
    const told = words(
      { filters: [{ columnId: 'item:mmse', max: 19.5, states: ['none'] }], query: 'x' },
      'members',
      'en',
    );
    expect(told.filters).toEqual(['MMSE: to 19.5 or none recorded', 'search “x”']);
  });
});
