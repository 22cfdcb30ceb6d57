/** One patient's status is changed: what does not depend on it is not made again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clinic, evaluate, type Population } from '../../../src/engine/index.ts';
import { defaultView, PopulationList, type RowStatus } from '../../../src/model/index.ts';
import { columnKinds } from '../../../src/model/list/columns/kinds.ts';
import type { ColumnKind } from '../../../src/model/list/columns/types.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const plan = planOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
  {
    markers: [
      {
        id: 'statin',
        level: 'warning',
        title: { da: 'Statin' },
        when: { medication: { codes: { system: 'ATC', include: ['C10'] } } },
      },
    ],
    information: [
      {
        id: 'statin',
        type: 'medication',
        title: { da: 'Statin' },
        codes: { system: 'ATC', include: ['C10'] },
        show: 'list',
      },
      { id: 'aftale', type: 'appointment', title: { da: 'Aftale' }, show: 'next' },
    ],
  },
);
const clinic = new Clinic(complete);
clinic.add(
  ['a', 'b', 'c', 'd'].map((id, index) =>
    patientWith(
      {
        diagnoses: [{ code: 'T90', from: '2020-01-01' }],
        medications: index % 2 ? [{ code: 'C10AA01', from: '2024-01-01' }] : [],
      },
      { id, name: `Navn ${id}`, birthDate: `19${40 + index}-01-01` },
    ),
  ),
);
const view = defaultView(plan.profile);
const came: ReadonlySet<string> = new Set(['d']);
const statuses = new Map<string, RowStatus>();
const round = (since = came) => ({ statuses, since: { came: since, left: 1, on: '2026-05-12' } });

function listOf(population: Population = evaluate(plan, clinic, asOf)) {
  const { compare } = new Intl.Collator('da');
  return new PopulationList(population, {
    ...{ tab: 'members', language: 'da', compareText: compare, patients: 4, round: round() },
  });
}

let list: PopulationList;
const say = (id: string, said: RowStatus) => {
  statuses.set(id, said);
  list.setRound(round(), [id]);
};
const cells = () =>
  Object.fromEntries(
    ['a', 'b', 'c', 'd'].flatMap((id) =>
      list.columns.map((column) => [
        `${id} ${column.id}`,
        list.cell(list.indexOf(id), column, view.priority),
      ]),
    ),
  );
/** Keys of what is another object now. */
const differing = <Value>(before: Record<string, Value>, now: Record<string, Value>) =>
  Object.keys(before).filter((key) => before[key] !== now[key]);

beforeEach(() => {
  statuses.clear();
  for (const id of ['a', 'b', 'c', 'd']) statuses.set(id, { status: 'new' });
  list = listOf();
});
afterEach(() => void vi.restoreAllMocks());

describe('a status that is set', () => {
  it('makes two cells of that patient anew, and no other cell', () => {
    const before = cells();
    say('b', { status: 'reviewed', note: 'Ring' });
    const now = cells();
    expect(differing(before, now)).toEqual(['b status', 'b note']);
    expect(now['b status']?.status?.kind).toBe('reviewed');
  });

  it('builds no index but those of what the round says of a patient', () => {
    const built: string[] = [];
    for (const kind of Object.keys(columnKinds) as ColumnKind[]) {
      const { index } = columnKinds[kind];
      vi.spyOn(columnKinds[kind], 'index').mockImplementation((data, column) => {
        built.push(column.id);
        return index(data, column);
      });
    }
    const look = () => {
      for (const step of list.prepareAll(view)) void step;
      list.visibleRows({ ...view, query: 'navn' });
      for (const { id } of list.columns) list.facetValuesOf(id, view);
    };
    look();
    expect(built).toHaveLength(list.columns.length);
    built.length = 0;
    say('b', { status: 'reviewed', note: 'Ring' });
    look();
    expect(built.sort()).toEqual(['contact', 'due', 'exemption', 'note', 'status']);
  });

  it('keeps the order, the rows and the cards where no filter asks for it', () => {
    const views = {
      plain: view,
      sorted: { ...view, sort: [{ columnId: 'name', descending: true }] },
      filtered: { ...view, filters: [{ columnId: 'reasons', any: ['statin'] }] },
      searched: { ...view, query: 'navn' },
    };
    const shown = () =>
      Object.fromEntries(
        Object.entries(views).map(([name, each]) => [name, list.visibleRows(each)]),
      );
    const { columns } = list;
    const [rows, overview] = [shown(), { ...list.overview(view) }];
    say('b', { status: 'reviewed', note: 'Ring' });
    expect(differing(rows, shown())).toEqual([]);
    const now = { ...list.overview(view) };
    expect([now.markers, now.ages, now.came]).toEqual([
      overview.markers,
      overview.ages,
      overview.came,
    ]);
    expect(now.markers).toBe(overview.markers);
    expect(now.ages).toBe(overview.ages);
    expect(now.came).toBe(overview.came);
    expect(list.columns).toBe(columns);
  });

  it('moves the patient where a filter or the search asks for it, and in the order when it is sorted anew', () => {
    const ids = (change: Partial<typeof view>) =>
      [...list.visibleRows({ ...view, ...change })].map((row) => list.idAt(row));
    const reviewed = { filters: [{ columnId: 'status', any: ['reviewed'] }] };
    const byNote = { sort: [{ columnId: 'note', descending: false }] };
    expect(ids(reviewed)).toEqual([]);
    expect(ids(byNote)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ query: 'ring' })).toEqual([]);
    say('c', { status: 'reviewed', note: 'Ring' });
    expect(ids(reviewed)).toEqual(['c']);
    // A click aimed at a row meets it: what is set moves none.
    expect(ids(byNote)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ ...byNote, ...reviewed })).toEqual(['c']);
    expect(list.isSortedBefore({ ...view, ...byNote })).toBe(true);
    expect(list.isSortedBefore(view)).toBe(false);
    list.sortAnew();
    expect(list.isSortedBefore({ ...view, ...byNote })).toBe(false);
    expect(ids(byNote)).toEqual(['c', 'a', 'b', 'd']);
    expect(ids({ query: 'ring' })).toEqual(['c']);
    say('c', { status: 'new' });
    expect(ids({ query: 'ring' })).toEqual([]);
    expect(ids({ query: 'navn' })).toHaveLength(4);
  });

  it('of somebody who is not on the list changes nothing', () => {
    const before = cells();
    say('gone', { status: 'reviewed' });
    expect(differing(before, cells())).toEqual([]);
  });
});

it('who came is counted again only when others have come', () => {
  const before = cells();
  list.setRound(round(new Set(['a'])), []);
  expect(differing(before, cells()).sort()).toEqual(['a since', 'd since']);
  expect(list.overview(view).came?.yes).toBe(1);
});

it('a whole other round is taken whole', () => {
  const before = cells();
  for (const id of ['a', 'b']) statuses.set(id, { status: 'exempt' });
  list.setRound(round());
  expect(differing(before, cells())).toContain('a status');
  expect(cells()['b status']?.status?.kind).toBe('exempt');
});

it('a cell is worked out alone: nobody asks for all of a patient’s items', () => {
  const population = evaluate(plan, clinic, asOf);
  const asked: string[] = [];
  const careful = new Proxy(population, {
    get(target, key) {
      if (key === 'outcome')
        return (id: string) =>
          new Proxy(target.outcome(id), {
            get(outcome, part) {
              if (part === 'cells') throw new Error('All items are worked out.');
              if (part === 'cell')
                return (itemId: string) => {
                  asked.push(`${id} ${itemId}`);
                  return outcome.cell(itemId);
                };
              return Reflect.get(outcome, part, outcome) as unknown;
            },
          });
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const own = listOf(careful);
  own.row(own.indexOf('b')).cell('statin');
  own.row(own.indexOf('b')).cell('statin');
  expect(asked).toEqual(['b statin']);
});
