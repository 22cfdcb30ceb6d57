/** Filters of which one is enough: who is shown, who is counted, and what is said of those in doubt. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeListed,
  describeView,
  overdueOn,
  PopulationList,
  setFilter,
  showsTasks,
  toggleTasks,
  type Filter,
  type ListView,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const profile = profileOf(
  { patient: { age: { min: 18 } } },
  {
    information: [
      {
        ...{ id: 'kontrol', type: 'service', title: { da: 'Kontrol' } },
        codes: { system: 'ydelse', include: ['0101'] },
      },
      {
        ...{ id: 'antal', type: 'service', title: { da: 'Antal' }, show: 'count' },
        codes: { system: 'ydelse', include: ['0101'] },
      },
    ],
  },
);
const visits = (...dates: readonly string[]) => ({
  services: dates.map((at) => ({ code: '0101', at })),
});
const patients = Object.entries({
  old: [1930, visits('2024-01-01')],
  'old, unsure': [1935, visits('2025')],
  young: [1990, visits('2025-08-01')],
  'young, unsure': [1991, visits('2025')],
  'young, before': [1992, visits('2024-01-01')],
  'young, never': [1993, visits()],
} as const).map(([id, [year, own]]) =>
  patientWith(own, { id, name: id, birthDate: `${year}-01-01` }),
);
const clinic = new Clinic(complete);
clinic.add(patients);
const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
  ...{ tab: 'members', language: 'da', compareText: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
  patients: patients.length,
});
const old: Filter = { columnId: 'age', min: 80 };
const since: Filter = { columnId: 'item:kontrol', min: '2025-06-01' };
const viewOf = (...filters: readonly Filter[]): ListView => ({
  ...{ ...defaultView(profile), filters, match: 'any' },
});
const both = viewOf(old, since);
const shown = (view: ListView) => [...list.visibleRows(view)].map((row) => list.idAt(row)).sort();
const describeIn = (view: ListView) => describeView(list, view, ({ id }) => id).filters;

describe('filters of which one is enough', () => {
  it('show whoever passes one for certain', () => {
    expect(shown(both)).toEqual(['old', 'old, unsure', 'young']);
    expect(list.overview(both).total).toBe(3);
  });

  it('say how many more may pass one: no other filter lets them', () => {
    expect(list.undecidedBy('item:kontrol', both)).toBe(1);
    expect(list.undecidedBy('age', both)).toBe(0);
    const unsure = viewOf(old, { ...since, states: ['unknown'] });
    expect(shown(unsure)).toEqual(['old', 'old, unsure', 'young', 'young, unsure']);
    expect(list.undecidedBy('item:kontrol', viewOf(since))).toBe(2);
  });

  it('are told together', () => {
    expect(describeIn(both)).toEqual([
      'mindst ét af disse: (age: fra 80), (item:kontrol: fra 1. jun. 2025 (1 uafgjort))',
    ]);
    expect(describeIn({ ...both, query: 'x' })).toHaveLength(2);
    expect(describeIn({ ...both, match: 'all' })).toHaveLength(2);
    const told = describeListed({
      ...{ list, view: both, columns: list.columns, titleOf: ({ id }) => id },
      ...{ rows: list.visibleRows(both), description: { name: 'K', coverage: {} } },
    });
    expect(told.find(({ label }) => label === 'Filtre')?.value).toMatch(/^mindst ét af disse: /);
  });

  it('offer what occurs in anybody, for whoever has it would be shown beside the others', () => {
    expect(list.facetValuesOf('sex', both).of).toBe(patients.length);
    expect(list.facetValuesOf('sex', { ...both, match: 'all' }).of).toBe(0);
    const { of } = list.facetValuesOf('age', both);
    expect(of).toBe(patients.length);
    // Words that are searched for are asked beside them.
    expect(list.facetValuesOf('sex', { ...both, query: 'young' }).of).toBe(4);
    expect(shown({ ...both, query: 'young' })).toEqual(['young']);
  });

  it.each([
    ['a column that is not there', { columnId: 'item:gone', any: ['x'] }],
    ['what asks nothing', { columnId: 'sex', any: [] }],
  ])('let nobody pass by %s', (_, filter) => {
    expect(shown(viewOf(old, filter))).toEqual(['old', 'old, unsure']);
    expect(list.undecidedBy('item:kontrol', viewOf(since, filter))).toBe(2);
  });

  it('are of no use to tasks, which are what passes all of theirs', () => {
    const tasks = overdueOn(asOf);
    const view = tasks.reduce(setFilter, both);
    expect(showsTasks(view, tasks)).toBe(false);
    const late = toggleTasks(both, tasks);
    expect(late.match).toBeUndefined();
    expect(showsTasks(late, tasks)).toBe(true);
  });
});
