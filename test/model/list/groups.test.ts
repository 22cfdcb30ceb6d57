/** Rows that stand in groups: each row once, in the order of the groups and then in its own; until they are sorted anew. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeView,
  exportTable,
  PopulationList,
  readView,
  type ListRound,
  type ListView,
  type RowStatus,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const marker = (id: string, level: string, code: string) => ({
  ...{ id, level, title: { da: id } },
  when: { diagnosis: { codes: { system: 'ICPC-2', include: [code] } } },
});
const profile = profileOf(
  { patient: { age: { min: 18 } } },
  {
    information: [
      { id: 'navn', type: 'patient', field: 'name', title: { da: 'Navn' } },
      { id: 'laege', type: 'patient', field: 'practitioner', title: { da: 'Egen læge' } },
    ],
    markers: [marker('c', 'critical', 'P70'), marker('i', 'info', 'T90')],
  },
);
const of = (id: string, practitioner: string | undefined, ...codes: readonly string[]) =>
  patientWith(
    { diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })) },
    { id, name: id, municipality: '0101', ...(practitioner ? { practitioner } : {}) },
  );
const clinic = new Clinic(complete);
clinic.add([
  of('a', 'CD'),
  of('b', 'AB', 'T90'),
  of('c', 'CD', 'P70'),
  of('d', undefined, 'P70'),
  of('e', 'AB', 'P70', 'T90'),
]);
const listWith = (round?: ListRound) =>
  new PopulationList(evaluate(compile(profile), clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: 5, round },
    compareText: new Intl.Collator('da').compare,
  });
const view = defaultView(profile);
const grouped = (list: PopulationList, own: Partial<ListView>) => {
  const asked = { ...view, ...own };
  const rows = list.visibleRows(asked);
  return (list.sectionsIn(asked, rows) ?? []).map(
    ({ title, from, count }) =>
      `${title}: ${[...rows.subarray(from, from + count)].map((row) => list.idAt(row)).join(' ')}`,
  );
};

describe('groups', () => {
  it('are those of the values, with the rows as they are sorted; of whom nobody knows, last', () => {
    const list = listWith();
    expect(grouped(list, { group: 'item:laege' })).toEqual([
      ...['AB: e b', 'CD: c a', 'Kan ikke afgøres: d'],
    ]);
    const sort = [{ columnId: 'name', descending: true }];
    expect(grouped(list, { group: 'item:laege', sort })).toEqual([
      ...['AB: e b', 'CD: c a', 'Kan ikke afgøres: d'],
    ]);
    expect(grouped(list, { group: 'municipality', sort })).toEqual(['København: e d c b a']);
    expect(grouped(list, {})).toEqual([]);
  });

  it('by the gravest marker have the gravest first', () => {
    expect(grouped(listWith(), { group: 'severity' })).toEqual([
      ...['Alvorlig: e c d', 'Info: b', 'Ingen markører: a'],
    ]);
  });

  it('by marker have each row at its gravest, by its place in the profile; no row that may be graver than it seems', () => {
    const several = profileOf(
      { patient: { age: { min: 18 } } },
      {
        markers: [
          marker('info', 'info', 'T90'),
          marker('first', 'critical', 'P70'),
          marker('second', 'critical', 'P20'),
          {
            ...{ id: 'drug', level: 'warning', title: { da: 'Lægemiddel' } },
            when: { medication: { codes: { system: 'ATC', include: ['N05A'] } } },
          },
        ],
      },
    );
    const away = { coverage: { medication: { available: false } } };
    const treated = { medications: [{ code: 'N05AH04', from: '2026-01-01' }] };
    const someone = (id: string, codes: readonly string[], more = {}, data = {}) => ({
      ...patientWith(
        { diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })), ...data },
        { id, name: id },
      ),
      ...more,
    });
    const own = new Clinic(complete);
    own.add([
      someone('both', ['P20', 'P70']),
      someone('second', ['P20', 'T90'], away),
      someone('drug', ['T90'], {}, treated),
      someone('info', ['T90']),
      someone('info or graver', ['T90'], away),
      someone('unknown', [], away),
      someone('none', []),
    ]);
    const list = new PopulationList(evaluate(compile(several), own, asOf), {
      ...{ tab: 'members', language: 'da', patients: 7 },
      compareText: new Intl.Collator('da').compare,
    });
    expect(grouped(list, { group: 'reasons' })).toEqual([
      ...['first: both', 'second: second', 'Kan ikke afgøres: info or graver unknown'],
      ...['Lægemiddel: drug', 'info: info', 'Ingen markører: none'],
    ]);
    const asked = { ...view, group: 'reasons' };
    const sections = list.sectionsIn(asked, list.visibleRows(asked)) ?? [];
    expect(sections.map(({ grave }) => grave)).toEqual([
      ...[
        { level: 'critical', said: 'Alvorlig' },
        { level: 'critical', said: 'Alvorlig' },
        undefined,
      ],
      ...[{ level: 'warning', said: 'Obs.' }, { level: 'info', said: 'Info' }, undefined],
    ]);
    expect(describeView(list, asked, ({ id }) => id).sort).toMatch(
      /^i grupper efter alvorligste markør; /,
    );
    const table = exportTable({
      ...{ list, view: asked, columns: list.columns.filter(({ id }) => id === 'name') },
      ...{ rows: list.visibleRows(asked), titleOf: ({ id }) => id },
      description: { name: 'K', coverage: {} },
    });
    expect(table.columns[0]?.title).toBe('Alvorligste markør');
    expect(Array.from({ length: table.rows }, (_, row) => table.cell(row, 0))).toEqual([
      ...['first', 'second', 'Kan ikke afgøres', 'Kan ikke afgøres', 'Lægemiddel', 'info'],
      'Ingen markører',
    ]);
  });

  it('are of the rows that are shown', () => {
    const filters = [{ columnId: 'severity', any: ['critical'] }];
    expect(grouped(listWith(), { group: 'item:laege', filters })).toEqual([
      ...['AB: e', 'CD: c', 'Kan ikke afgøres: d'],
    ]);
  });

  it('of a column that is not there, or by which nobody belongs together, are none', () => {
    expect(grouped(listWith(), { group: 'gone' })).toEqual([]);
    expect(grouped(listWith(), { group: 'item:navn' })).toEqual([]);
  });

  it('by who sees to whom stay as they are until they are sorted anew; those who are done stand last in each', () => {
    const statuses = new Map<string, RowStatus>([
      ['a', { status: 'new', assignee: { id: 'x', name: 'Xenia' } }],
      ['c', { status: 'reviewed', assignee: { id: 'x', name: 'Xenia' } }],
      ['b', { status: 'new', assignee: { id: 'y', name: 'Bo' } }],
    ]);
    const round = (done: readonly string[]): ListRound => ({ statuses, done: new Set(done) });
    const list = listWith(round(['c']));
    const asked = { group: 'assignee' };
    const usual = { ...asked, done: 'in-order' } as const;
    const team = [
      { id: 'x', name: 'Xenia' },
      { id: 'y', name: 'Bo' },
    ];
    list.setRound({ ...round(['c']), team });
    list.sortAnew();
    expect(grouped(list, asked)).toEqual(['Bo: b', 'Xenia: a c', 'Ingen ansvarlig: e d']);
    expect(grouped(list, usual)).toEqual(['Bo: b', 'Xenia: c a', 'Ingen ansvarlig: e d']);
    statuses.set('b', { status: 'new', assignee: { id: 'x', name: 'Xenia' } });
    list.setRound({ ...round(['c']), team }, ['b']);
    expect(grouped(list, asked)).toEqual(['Bo: b', 'Xenia: a c', 'Ingen ansvarlig: e d']);
    expect(list.isSortedBefore({ ...view, ...asked })).toBe(true);
    list.sortAnew();
    expect(grouped(list, asked)).toEqual(['Xenia: b a c', 'Ingen ansvarlig: e d']);
  });

  it('are told, and stand in a column of a file', () => {
    const list = listWith();
    const asked = { ...view, group: 'item:laege' };
    expect(describeView(list, asked, ({ id }) => id).sort).toMatch(/^i grupper efter item:laege; /);
    const table = exportTable({
      ...{ list, view: asked, columns: list.columns.filter(({ id }) => id === 'name') },
      ...{ rows: list.visibleRows(asked), titleOf: ({ id }) => id },
      description: { name: 'K', coverage: {} },
    });
    const written = Array.from({ length: table.rows }, (_, row) =>
      [table.cell(row, 0) as string, table.cell(row, 1) as string].join(' '),
    );
    expect(written).toEqual(['AB e', 'AB b', 'CD c', 'CD a', 'kan ikke afgøres d']);
  });

  it('come back with a view; by what nobody belongs together they are passed over, and said', () => {
    const kept = { ...view, group: 'item:laege' };
    expect(readView(kept, profile)).toEqual({ view: kept, ignored: [] });
    for (const group of ['item:navn', 'gone', 7, 'age'])
      expect(readView({ ...view, group }, profile)).toEqual({ view, ignored: ['group'] });
  });
});
