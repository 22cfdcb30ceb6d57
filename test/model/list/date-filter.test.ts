/** R4a: a date known to its year or month is never taken for its first day where it is filtered by. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeView,
  PopulationList,
  type Filter,
  type ListView,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const profile = profileOf(
  { patient: { sex: 'female' } },
  {
    information: [
      {
        ...{ id: 'kontrol', type: 'service', title: { da: 'Kontrol' } },
        codes: { system: 'ydelse', include: ['0101'] },
      },
      {
        ...{ id: 'i-aar', type: 'service', title: { da: 'Kontrol i år' } },
        codes: { system: 'ydelse', include: ['0101'] },
        when: { last: 'P12M' },
      },
      { id: 'aftale', type: 'appointment', title: { da: 'Næste aftale' } },
      { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
    ],
  },
);

const visits = (...dates: readonly string[]) => ({
  services: dates.map((at) => ({ code: '0101', at })),
});
const booked = (...dates: readonly string[]) => ({
  appointments: dates.map((at) => ({ at, status: 'booked' as const })),
});
const born = (birthDate: string) => patientWith({}, { id: birthDate, name: '', birthDate });

/** Who passes for certain by a filter of an item, and who may, among patients named by what they have. */
function passing(itemId: string, lists: Readonly<Record<string, object>>, filter: Partial<Filter>) {
  const patients = Object.entries(lists).map(([id, own]) =>
    'patient' in own ? (own as ReturnType<typeof born>) : patientWith(own, { id, name: id }),
  );
  const clinic = new Clinic(complete);
  clinic.add(patients);
  const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
    patients: patients.length,
  });
  const viewOf = (own: Partial<Filter>): ListView => ({
    ...defaultView(profile),
    filters: [{ columnId: `item:${itemId}`, ...own }],
  });
  const shown = (own: Partial<Filter>) =>
    [...list.visibleRows(viewOf(own))].map((row) => list.idAt(row)).sort();
  const certain = shown(filter);
  const all = shown({ ...filter, states: ['unknown'] });
  const possible = all.filter((id) => !certain.includes(id));
  // What is said beside the filter is how many these are.
  const { undecided, states } = list.facetValuesOf(`item:${itemId}`, viewOf(filter));
  expect(undecided + states.unknown).toBe(possible.length);
  const [named = ''] = describeView(list, viewOf(filter), ({ id }) => id).filters;
  expect(named.includes(`(${undecided} uafgjort`)).toBe(undecided > 0);
  return { certain, possible };
}

describe('a filter on the date of what came last', () => {
  const lists = {
    'in May': visits('2025-05-10'),
    'in 2025': visits('2025'),
    'in June': visits('2025-06'),
    'in May or later': visits('2025', '2025-05-10'),
    'in 2024, then May': visits('2024', '2025-05-10'),
    never: visits(),
  };

  it.each<[string, Partial<Filter>, readonly string[], readonly string[]]>([
    ['from June', { min: '2025-06-01' }, ['in June'], ['in 2025', 'in May or later']],
    [
      'from May',
      { min: '2025-05-01' },
      ['in 2024, then May', 'in June', 'in May', 'in May or later'],
      ['in 2025'],
    ],
    [
      'up to May',
      { max: '2025-05-31' },
      ['in 2024, then May', 'in May'],
      ['in 2025', 'in May or later'],
    ],
    [
      'in the year',
      { min: '2025-01-01', max: '2025-12-31' },
      ['in 2024, then May', 'in 2025', 'in June', 'in May', 'in May or later'],
      [],
    ],
    [
      'in the middle of June',
      { min: '2025-06-10', max: '2025-06-20' },
      [],
      ['in 2025', 'in June', 'in May or later'],
    ],
    ['the year before', { max: '2024-12-31' }, [], []],
  ])('%s: who passes for certain, and who may', (_, bounds, certain, possible) => {
    expect(passing('kontrol', lists, bounds)).toEqual({ certain, possible });
  });

  it('that may lie outside what is asked never passes for certain', () => {
    const some = {
      'in 2025': visits('2025'),
      'this year': visits('2026'),
      'in May': visits('2026-05-01'),
    };
    expect(passing('i-aar', some, { min: '2000-01-01' })).toEqual({
      certain: ['in May'],
      // What is known to be of this year may be still to come.
      possible: ['in 2025', 'this year'],
    });
    expect(passing('i-aar', some, { max: '2026-12-31' })).toEqual({
      certain: ['in May'],
      possible: ['in 2025', 'this year'],
    });
  });
});

it('a filter on the next appointment asks for the soonest that it may be', () => {
  const lists = {
    '10 December': booked('2026-12-10'),
    'in December': booked('2026-12'),
    'in December, by the 10th': booked('2026-12', '2026-12-10'),
    'this year': booked('2026'),
    'in January': booked('2027-01'),
  };
  expect(passing('aftale', lists, { max: '2026-12-15' })).toEqual({
    certain: ['10 December', 'in December, by the 10th'],
    possible: ['in December', 'this year'],
  });
  expect(passing('aftale', lists, { min: '2026-12-01' })).toEqual({
    certain: ['10 December', 'in December', 'in December, by the 10th', 'in January'],
    possible: ['this year'],
  });
});

it('a filter on the date of birth judges every day that it may be', () => {
  const lists = Object.fromEntries(['1951', '1951-03', '1951-06-15'].map((at) => [at, born(at)]));
  expect(passing('foedt', lists, { min: '1951-02-01' })).toEqual({
    certain: ['1951-03', '1951-06-15'],
    possible: ['1951'],
  });
  expect(passing('foedt', lists, { max: '1951-12-31' }).certain).toHaveLength(3);
  expect(passing('foedt', lists, { max: '1950-12-31' })).toEqual({ certain: [], possible: [] });
});

it.each([
  ['one is enough', {}],
  ['it has lasted', { lasting: 'P3M' }],
  ['it has lasted at least', { lasting: { atLeast: 'P3M' } }],
])('of what makes a member the day is known, whoever found it: %s', (_, query) => {
  const plan = compile(profileOf({ diagnosis: query }));
  const clinic = new Clinic(complete);
  clinic.add([patientWith({ diagnoses: [{ code: 'P70', from: '2024-03-01' }] }, { id: 'a' })]);
  const list = new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: 1 },
    compareText: new Intl.Collator('da').compare,
  });
  const shown = (filter: object) =>
    list.visibleRows({ ...defaultView(plan.profile), filters: [{ columnId: 'why', ...filter }] });
  expect(shown({ min: '2024-03-01' })).toHaveLength(1);
  expect(shown({ max: '2024-02-29' })).toHaveLength(0);
});
