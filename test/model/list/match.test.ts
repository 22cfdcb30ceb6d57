/** Filters of which one is enough: who is shown, who is counted, and what is said of those in doubt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeListed,
  describeView,
  filterOf,
  hasFilter,
  isNarrowing,
  matchFilters,
  overdueOn,
  PopulationList,
  removeFilter,
  setFilter,
  showsTasks,
  toggleFilter,
  toggleTasks,
  toggleValue,
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

  it('stay so under what narrows: figures, numbers of the round, tasks', () => {
    const man: Filter = { columnId: 'sex', any: ['male'] };
    const men = toggleFilter(both, man);
    expect(men.match).toBe('any');
    expect(men.filters).toEqual([old, since, { ...man, narrows: true }]);
    expect(hasFilter(men, man)).toBe(true);
    expect(shown(men)).toEqual([]);
    expect(shown({ ...men, match: 'all' })).toEqual([]);
    const women = toggleFilter(both, { columnId: 'sex', any: ['female'] });
    expect(shown(women)).toEqual(shown(both));
    expect(toggleFilter(men, man)).toEqual(both);
    const late = toggleTasks(both, overdueOn(asOf));
    expect(late.match).toBe('any');
    expect(showsTasks(late, overdueOn(asOf))).toBe(true);
    expect(toggleTasks(late, overdueOn(asOf))).toEqual(both);
  });

  it('may ask of a column what a figure asks too: each stands for itself', () => {
    const band: Filter = { columnId: 'age', min: 90, max: 99 };
    const banded = toggleFilter(both, band);
    expect(banded.filters).toEqual([old, since, { ...band, narrows: true }]);
    expect(shown(both)).toEqual(['old', 'old, unsure', 'young']);
    expect(shown(banded)).toEqual(['old', 'old, unsure']);
    expect(filterOf(banded, 'age')).toEqual(old);
    expect(filterOf(banded, 'age', true)).toEqual({ ...band, narrows: true });
    expect(removeFilter(banded, 'age', true)).toEqual(both);
    // One is left: there is nothing to choose between.
    const left = removeFilter(banded, 'age');
    expect(left.match).toBeUndefined();
    expect(left.filters).toEqual([since, { ...band, narrows: true }]);
    // Where all are asked a column has one filter, whoever put it on.
    const all = toggleFilter({ ...both, match: 'all' }, band);
    expect(all.filters).toEqual([since, { ...band, narrows: true }]);
  });

  it('are told after what narrows', () => {
    const told = describeIn(toggleFilter(both, { columnId: 'sex', any: ['male'] }));
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^sex: /);
    expect(told[1]).toMatch(/^mindst ét af disse: \(age: fra 80\), \(item:kontrol/);
  });

  it('leave in doubt nobody whom what narrows leaves out', () => {
    const men = toggleFilter(both, { columnId: 'sex', any: ['male'] });
    expect(list.undecidedBy('item:kontrol', men)).toBe(0);
    expect(list.facetValuesOf('antal', men).of).toBe(0);
    const young = toggleFilter(viewOf(old, { columnId: 'name', contains: 'x' }), since);
    expect(list.undecidedBy('item:kontrol', young, true)).toBe(1);
    // What may be chosen in its place is counted among those whom the others leave.
    expect(list.facetValuesOf('item:kontrol', young).of).toBe(2);
  });
});

const columns = ['age', 'sex', 'item:kontrol', 'item:antal'] as const;
const written = fc.record({
  columnId: fc.constantFrom(...columns),
  min: fc.integer({ min: 1, max: 3 }),
});
const step = fc.oneof(
  fc.record({ write: written }),
  fc.record({ match: fc.constantFrom('all' as const, 'any' as const) }),
  fc.record({ press: written }),
  fc.record({ value: fc.constantFrom('reviewed', 'exempt') }),
  fc.record({ tasks: fc.constant(overdueOn(asOf)) }),
);
const writtenIn = ({ filters }: ListView) => filters.filter((each) => !isNarrowing(each));
const narrowingIn = ({ filters }: ListView) => filters.filter(isNarrowing);

it('whatever is pressed and written, a figure leaves what was written, and what is written leaves the figures', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let view = viewOf(old, since);
      for (const each of steps) {
        const before = view;
        if ('match' in each) view = matchFilters(view, each.match);
        else if ('write' in each) view = setFilter(view, each.write);
        else if ('press' in each) view = toggleFilter(view, each.press);
        else if ('value' in each) view = toggleValue(view, 'status', each.value);
        else view = toggleTasks(view, each.tasks);
        if (before.match !== 'any' || 'match' in each) continue;
        if ('write' in each) expect(narrowingIn(view)).toEqual(narrowingIn(before));
        else {
          expect(writtenIn(view)).toEqual(writtenIn(before));
          expect(view.match).toBe('any');
          // Pressed once more, all is as it was.
          if ('press' in each && hasFilter(view, each.press) && !narrowsBy(before, each.press))
            expect(toggleFilter(view, each.press)).toEqual(before);
        }
      }
      // Nobody is shown whom a figure leaves out.
      for (const filter of narrowingIn(view)) {
        const alone = new Set(shown({ ...viewOf(filter), query: view.query }));
        for (const id of shown(view)) expect(alone.has(id)).toBe(true);
      }
    }),
  );
});

function narrowsBy(view: ListView, { columnId }: Filter): boolean {
  return narrowingIn(view).some((each) => each.columnId === columnId);
}
