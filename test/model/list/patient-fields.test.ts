/** Who looks after the patient, and where the patient lives: columns that a profile need not ask for. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  arrangeColumns,
  defaultView,
  describeView,
  exportTable,
  paperCell,
  PopulationList,
  readView,
  type Filter,
} from '../../../src/model/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const everybody = { patient: { age: { min: 1 } } };
const bare = profileOf(everybody);
const asking = profileOf(everybody, {
  information: [
    { id: 'laege', type: 'patient', field: 'practitioner', title: { da: 'Egen læge' } },
  ],
});
const clinic = new Clinic(complete);
clinic.add([
  patientWith({}, { id: 'a', name: 'A', practitioner: 'Læge Æ', municipality: '0751' }),
  patientWith({}, { id: 'b', name: 'B', practitioner: 'Læge Ø' }),
  patientWith({}, { id: 'c', name: 'C', municipality: '0101' }),
]);
const listOf = (profile: Profile) =>
  new PopulationList(evaluate(compile(profile), clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: 3 },
    compareText: new Intl.Collator('da').compare,
  });
const list = listOf(bare);
const shown = (filter: Filter) =>
  [...list.visibleRows({ ...defaultView(bare), filters: [filter] })].map((row) => list.idAt(row));

describe.each(['practitioner', 'municipality'])('%s', (id) => {
  it('is hidden, and can always be chosen', () => {
    const column = list.columns.find((each) => each.id === id)!;
    expect(column.hidden).toBe(true);
    const columns = [{ id, hidden: false }];
    const { view, ignored } = readView({ ...defaultView(bare), columns }, bare);
    expect(ignored).toEqual([]);
    expect(arrangeColumns(list.columns, view).find((each) => each.id === id)?.hidden).toBe(false);
    const { columns: undecided } = new PopulationList(list.population, {
      ...{ tab: 'undecided', language: 'da', patients: 3, compareText: () => 0 },
    });
    expect(undecided.map((each) => each.id)).toContain(id);
  });
});

it('a profile that asks for it has its own column, and no second one', () => {
  const ids = listOf(asking).columns.map(({ id }) => id);
  expect(ids).toContain('item:laege');
  expect(ids).not.toContain('practitioner');
  expect(ids).toContain('municipality');
});

it('is filtered by whom there is; of whom the system does not say, nobody knows', () => {
  expect(shown({ columnId: 'practitioner', any: ['Læge Ø'] })).toEqual(['b']);
  expect(shown({ columnId: 'practitioner', any: ['Læge Ø'], states: ['unknown'] })).toEqual([
    ...['b', 'c'],
  ]);
  expect(shown({ columnId: 'municipality', any: ['0101'] })).toEqual(['c']);
  const { values, states } = list.facetValuesOf('practitioner', defaultView(bare));
  expect(values.map(({ value, count }) => [value, count])).toEqual([
    ['Læge Æ', 1],
    ['Læge Ø', 1],
  ]);
  expect(states.unknown).toBe(1);
  const view = { ...defaultView(bare), filters: [{ columnId: 'practitioner', any: ['Læge Ø'] }] };
  expect(describeView(list, view, ({ id }) => id).filters).toEqual(['practitioner: Læge Ø']);
});

it('is told on paper and in a file', () => {
  const columns = list.columns.filter(({ id }) => id === 'practitioner' || id === 'municipality');
  const view = defaultView(bare);
  const paper = columns.map((column) => paperCell(list, list.indexOf('c'), column, []));
  expect(paper).toEqual([
    { lines: ['kan ikke afgøres'], tone: 'unknown' },
    { lines: ['København'], tone: 'something' },
  ]);
  const table = exportTable({
    ...{ list, view, columns, rows: list.visibleRows(view), titleOf: ({ id }) => id },
    description: { name: 'K', coverage: {} },
  });
  expect([0, 1, 2].map((row) => [table.cell(row, 0), table.cell(row, 1)]).sort()).toEqual([
    ['Læge Æ', 'Aarhus'],
    ['Læge Ø', 'kan ikke afgøres'],
    ['kan ikke afgøres', 'København'],
  ]);
});
