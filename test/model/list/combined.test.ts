/** A list of several profiles: which of them a patient is on, why, and what of them stands first. */
import { describe, expect, it } from 'vitest';
import {
  defaultPriority,
  defaultView,
  describeListed,
  exportTable,
  PopulationList,
} from '../../../src/model/index.ts';
import { complete } from '../../engine/build.ts';
import { combinedOf, copd, diabetes, listOf, populationOf } from '../combined.ts';

const column = (list: PopulationList, kind: string) =>
  list.columns.find((each) => each.kind === kind)!;
const cellOf = (list: PopulationList, id: string, kind: string) =>
  list.cell(list.indexOf(id), column(list, kind), defaultPriority);
const chipsOf = (list: PopulationList, id: string, kind: string) =>
  (cellOf(list, id, kind).chips ?? []).map(({ text, undecided }) =>
    undecided ? `${text}?` : text,
  );

describe('the column of lists', () => {
  it('names those that a patient is on, and those of which nobody can say', () => {
    const list = listOf();
    expect(list.data.ids).toEqual(['diabetes', 'copd', 'both', 'maybe']);
    expect(chipsOf(list, 'diabetes', 'lists')).toEqual(['Diabetes']);
    expect(chipsOf(list, 'copd', 'lists')).toEqual(['KOL']);
    expect(chipsOf(list, 'both', 'lists')).toEqual(['Diabetes', 'KOL']);
    expect(chipsOf(list, 'maybe', 'lists')).toEqual(['Diabetes', 'KOL?']);
    expect(cellOf(list, 'maybe', 'lists').lines).toEqual(['Diabetes', 'KOL: kan ikke afgøres']);
    expect(chipsOf(listOf(populationOf(), 'en'), 'both', 'lists')).toEqual([
      ...['Diabetes (en)', 'COPD'],
    ]);
  });

  it('is filtered by each', () => {
    const list = listOf();
    const view = defaultView(list.population.profile);
    const ids = (any: readonly string[], all: readonly string[] = []) =>
      [
        ...list.visibleRows({
          ...view,
          filters: [{ columnId: 'lists', ...(any.length > 0 ? { any } : {}), all }],
        }),
      ].map((row) => list.idAt(row));
    expect(ids(['dk.kol']).sort()).toEqual(['both', 'copd']);
    expect(ids([], ['dk.kol', 'dk.diabetes'])).toEqual(['both']);
    expect(list.facetValuesOf('lists', view)).toMatchObject({
      values: [
        { value: 'dk.diabetes', text: 'Diabetes', count: 3 },
        { value: 'dk.kol', text: 'KOL', count: 2 },
      ],
    });
  });

  it('stands in no other list, and in that of the undecided too', () => {
    expect(column(listOf(populationOf(diabetes)), 'lists')).toBeUndefined();
    const undecided = listOf(populationOf(), 'da', 'undecided');
    expect(undecided.data.ids).toEqual(['doubt', 'dead']);
    // Whoever may be dead is on no list for certain.
    expect(chipsOf(undecided, 'dead', 'lists')).toEqual(['Diabetes?']);
    expect(chipsOf(undecided, 'doubt', 'lists')).toEqual(['KOL?']);
    expect(cellOf(undecided, 'dead', 'why').lines.join()).toMatch(/død/i);
    expect(cellOf(undecided, 'doubt', 'why').lines).toEqual([
      expect.stringMatching(/^KOL: kan ikke afgøres: .*sikringsgruppe/i),
    ]);
  });
});

describe('why', () => {
  it('is told list by list', () => {
    const list = listOf();
    const { short, lines } = list.row(list.indexOf('both')).why;
    expect(short).toBe('T90 · R95');
    expect(lines).toEqual([
      expect.stringMatching(/^Diabetes: .*T90/),
      expect.stringMatching(/^KOL: .*R95/),
    ]);
    const maybe = list.row(list.indexOf('maybe')).why;
    expect(maybe.short).toBe('T90');
    expect(maybe.lines[1]).toMatch(/^KOL: kan ikke afgøres: /);
  });
});

describe('what stands first', () => {
  it('is one drug once, as grave as the gravest, and of the list alone that asks', () => {
    const list = listOf();
    expect(chipsOf(list, 'both', 'reasons')[0]).toMatch(/^NSAID ved KOL/);
    expect(chipsOf(list, 'both', 'reasons').filter((text) => text.includes('NSAID'))).toHaveLength(
      1,
    );
    // Their own words differ; what both call the same is said once.
    expect(chipsOf(list, 'both', 'reasons').filter((text) => text === 'Alder')).toHaveLength(1);
    expect(list.row(list.indexOf('diabetes')).markers.map(({ title }) => title)).not.toContain(
      'Gammel',
    );
  });

  it('is told by the drug, not by what puts the patient on the list', () => {
    const list = listOf(populationOf(combinedOf(diabetes, { ...copd, markers: [] })));
    const [marker] = list.row(list.indexOf('diabetes')).markers;
    expect(marker!.evidence.join()).toContain('Ibuprofen');
    expect(marker!.evidence.join()).not.toContain('T90');
    expect(marker!.length).toBeDefined();
  });

  it('counts a control as missing for those alone whose list asks for it', () => {
    const list = listOf();
    expect(cellOf(list, 'diabetes', 'control').lines).toEqual(['uden årskontrol']);
    expect(cellOf(list, 'copd', 'control').lines).toEqual([]);
  });
});

it('a file of it says of a marker that it does not apply to whoever is not on the list that asks', () => {
  const list = listOf();
  const view = defaultView(list.population.profile);
  const rows = list.visibleRows(view);
  const table = exportTable({
    ...{ list, view, rows, columns: [column(list, 'reasons')] },
    description: { name: 'K', coverage: complete },
    titleOf: ({ id }) => id,
  });
  const said = (id: string, title: string) =>
    table.cell(
      [...rows].findIndex((row) => list.idAt(row) === id),
      table.columns.findIndex((each) => each.title === title),
    );
  // What is asked of those on the list of COPD says nothing of the others, however old they are.
  expect(said('diabetes', 'Gammel')).toBe('ikke relevant');
  expect(said('copd', 'Gammel')).toBe('ja');
  expect(said('maybe', 'Gammel')).toBe('kan ikke afgøres');
  expect(said('copd', 'Ung')).toBe('ikke relevant');
  expect(said('both', 'Ung')).toBe('ja');
  // Both lists ask about the drug.
  expect(['diabetes', 'copd', 'both', 'maybe'].map((id) => said(id, 'NSAID ved KOL'))).toEqual([
    ...['ja', 'ja', 'ja', 'ja'],
  ]);
});

it('a file of it names the profiles that it is made of, each with its version', () => {
  const list = listOf();
  const view = defaultView(list.population.profile);
  const said = describeListed({
    ...{ list, view, rows: list.visibleRows(view), columns: list.columns },
    description: { name: 'K', coverage: complete },
    titleOf: ({ id }) => id,
  });
  const profiles = said.filter(({ label }) => label === 'Profil').map(({ value }) => value);
  expect(profiles).toEqual([
    ...['Samlet liste: Diabetes og KOL', 'Diabetes (dk.diabetes 1.0.0)', 'KOL (dk.kol 1.0.0)'],
  ]);
  expect(said.map(({ label }) => label)).not.toContain('Version');
});

describe('a list of one profile', () => {
  const others = [
    { profile: copd, members: new Set(['both']), undecided: new Set(['maybe']) },
    { profile: diabetes, members: new Set(['both']), undecided: new Set<string>() },
  ];
  const compareText = (a: string, b: string) => (a < b ? -1 : 1);
  const list = new PopulationList(populationOf(diabetes), {
    ...{ tab: 'members', language: 'da', compareText, patients: 6, others },
  });

  it('tells what other lists a patient is on, where that is known, one step away', () => {
    expect(column(list, 'lists')).toMatchObject({ hidden: true });
    expect(chipsOf(list, 'both', 'lists')).toEqual(['KOL']);
    expect(chipsOf(list, 'maybe', 'lists')).toEqual(['KOL?']);
    expect(chipsOf(list, 'diabetes', 'lists')).toEqual([]);
    expect(cellOf(list, 'both', 'name').lines).toEqual(['Navn both', 'Også på 1 anden liste: KOL']);
    expect(cellOf(list, 'diabetes', 'name').lines).toEqual(['Navn diabetes']);
  });

  it('is no combined one by that: what stands first is as it was', () => {
    const alone = listOf(populationOf(diabetes));
    expect(chipsOf(list, 'both', 'reasons')).toEqual(chipsOf(alone, 'both', 'reasons'));
    expect(column(alone, 'lists')).toBeUndefined();
  });
});
