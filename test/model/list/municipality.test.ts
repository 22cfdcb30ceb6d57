/** A municipality is called by its name wherever it is read; a number that none has stays what it is. */
import { expect, it } from 'vitest';
import { municipalityWithCode, nameMunicipality } from '../../../src/i18n/municipalities.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeView,
  exportTable,
  PopulationList,
  readView,
  type Filter,
} from '../../../src/model/index.ts';
import { describeProfile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const profile = profileOf(
  { patient: { municipality: ['0751', '0999'] } },
  {
    information: [
      { id: 'bor', type: 'patient', field: 'municipality', title: { da: 'Bopælskommune' } },
    ],
  },
);
const everybody = profileOf({ patient: { age: { min: 1 } } });
const clinic = new Clinic(complete);
clinic.add(
  Object.entries({ a: '0751', b: '0101', c: '0860', d: '0999', e: '0851' }).map(([id, code]) =>
    patientWith({}, { id, name: id, municipality: code }),
  ),
);
clinic.add([patientWith({}, { id: 'f', name: 'f' })]);
const compareText = new Intl.Collator('da').compare;
const listOf = (of: typeof profile) =>
  new PopulationList(evaluate(compile(of), clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: 6, compareText },
  });
const list = listOf(everybody);
const view = defaultView(everybody);
const shown = (filter: Filter) =>
  [...list.visibleRows({ ...view, filters: [filter] })].map((row) => list.idAt(row));

it('knows the 98 and Christiansø, each by a name of its own', () => {
  const codes = Array.from({ length: 1000 }, (_, at) => String(at).padStart(4, '0'));
  const named = codes.filter((code) => nameMunicipality(code) !== code);
  expect(named).toHaveLength(99);
  expect(new Set(named.map(nameMunicipality)).size).toBe(99);
  expect(['0101', '0461', '0751', '0851'].map(nameMunicipality)).toEqual([
    ...['København', 'Odense', 'Aarhus', 'Aalborg'],
  ]);
  // Neither what is no code, nor what every object has.
  for (const each of ['0999', '101', '', 'constructor', '__proto__'])
    expect(municipalityWithCode(each)).toBe(each);
  expect(municipalityWithCode('0101')).toBe('København (0101)');
});

it('stands in its column, in the order of the names', () => {
  const column = list.columns.find(({ id }) => id === 'municipality')!;
  const sorted = { ...view, sort: [{ columnId: 'municipality', descending: false }] };
  const cells = [...list.visibleRows(sorted)].map((row) =>
    list
      .cell(row, column)
      .parts.map(({ text }) => text)
      .join(),
  );
  expect(cells).toEqual([
    ...['0999', 'Hjørring', 'København', 'Aalborg', 'Aarhus', 'kan ikke afgøres'],
  ]);
});

it('is offered, filtered for and told by its name; a view keeps its code', () => {
  const { values } = list.facetValuesOf('municipality', view);
  expect(values.map(({ value, text }) => [value, text])).toContainEqual(['0751', 'Aarhus']);
  const filter = { columnId: 'municipality', any: ['0751', '0999'] };
  expect(shown(filter)).toEqual(['a', 'd']);
  const kept = readView({ ...view, filters: [filter] }, everybody);
  expect(kept).toMatchObject({ view: { filters: [filter] }, ignored: [] });
  expect(describeView(list, kept.view, ({ id }) => id).filters).toEqual([
    'municipality: Aarhus eller 0999',
  ]);
});

it('is found by its name, and by its code', () => {
  const found = (query: string) =>
    [...list.visibleRows({ ...view, query })].map((row) => list.idAt(row));
  expect(found('københavn')).toEqual(['b']);
  expect(found('0101')).toEqual(['b']);
});

it('names the groups, which are kept by its code', () => {
  const grouped = { ...view, group: 'municipality' };
  const sections = list.sectionsIn(grouped, list.visibleRows(grouped))!;
  expect(sections.map(({ id, title }) => [id, title])).toEqual([
    ['value:0999', '0999'],
    ['value:0860', 'Hjørring'],
    ['value:0101', 'København'],
    ['value:0851', 'Aalborg'],
    ['value:0751', 'Aarhus'],
    ['unknown', 'Kan ikke afgøres'],
  ]);
});

it('stands so where a profile asks for it, in files, and in what the profile says', () => {
  const own = listOf(profile);
  const column = own.columns.find(({ id }) => id === 'item:bor')!;
  expect(own.cell(own.indexOf('a'), column).parts.map(({ text }) => text)).toEqual(['Aarhus']);
  const { values } = own.facetValuesOf('item:bor', defaultView(profile));
  expect(values.map(({ text }) => text).sort()).toEqual(['0999', 'Aarhus']);
  const table = exportTable({
    ...{ list, view, titleOf: ({ id }) => id, rows: list.visibleRows(view) },
    columns: list.columns.filter(({ id }) => id === 'municipality'),
    description: { name: 'K', coverage: {} },
  });
  const written = Array.from({ length: table.rows }, (_, at) => table.cell(at, 0));
  expect(written.toSorted(compareText as never)).toEqual([
    ...['0999', 'Hjørring', 'kan ikke afgøres', 'København', 'Aalborg', 'Aarhus'],
  ]);
  expect(JSON.stringify(describeProfile(profile, 'da'))).toContain('Aarhus (0751) eller 0999');
});
