/** The columns that say who is to see to whom, and by when: shown where they say something, sorted, filtered, exported. */
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import {
  describeFilter,
  exportTable,
  overdueOn,
  paperCell,
  PopulationList,
  showsTasks,
  tasksOf,
  toggleTasks,
  type Filter,
  type ListRound,
  type RowStatus,
} from '../../../src/model/index.ts';
import { columnsOf } from '../../../src/model/list/columns/profile-columns.ts';
import { asOf, complete, planOf } from '../../engine/build.ts';
import { clinic, ids, plan, view } from './five.ts';

const team = [
  { id: 'MK', name: 'Mette Kjær' },
  { id: 'AB', name: 'Anne Bendtsen' },
  { id: 'laeger', name: 'Læger' },
];
const statuses = new Map<string, RowStatus>();
const round = (planned = { assignee: true, due: true, contact: true }): ListRound => ({
  ...{ statuses, team, planned },
});
const listOf = (of: ListRound | undefined = round()) =>
  new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: new Intl.Collator('da').compare },
    ...{ patients: ids.length, round: of },
  });

let list: PopulationList;
const shown = (filters: readonly Filter[], sort = 'name', descending = false) =>
  [...list.visibleRows({ ...view, filters, sort: [{ columnId: sort, descending }] })]
    .map((row) => list.idAt(row))
    .join('');
const column = (id: string) => list.columns.find((each) => each.id === id)!;
const lines = (id: string, columnId: string) =>
  list.lines(list.indexOf(id), column(columnId), view.priority);

beforeEach(() => {
  statuses.clear();
  statuses.set('a', { status: 'new', assignee: { id: 'MK' }, due: '2020-03-01' });
  statuses.set('b', { status: 'reviewed', assignee: { id: 'AB' }, due: '2020-02-01' });
  statuses.set('c', { status: 'to-follow-up', assignee: { id: 'XX', name: 'Egon' } });
  statuses.set('d', { status: 'new', assignee: { id: 'laeger' }, due: '2999-01-01' });
  statuses.set('e', { status: 'new' });
  list = listOf();
});

describe('the columns', () => {
  const hidden = (of: ListRound | undefined) =>
    Object.fromEntries(
      listOf(of)
        .columns.filter(({ kind }) => kind === 'assignee' || kind === 'due')
        .map((each) => [each.kind, each.hidden ?? false]),
    );

  it('are in nobody’s way as long as they are empty', () => {
    expect(hidden(round())).toEqual({ assignee: false, due: false });
    expect(hidden(round({ assignee: false, due: false, contact: false }))).toEqual({
      assignee: true,
      due: true,
    });
  });

  it('are not there without a round; nobody is assigned without a team, unless somebody is', () => {
    expect(hidden({ statuses })).toEqual({ due: true });
    expect(hidden({ statuses, planned: { assignee: true, due: false, contact: false } })).toEqual({
      ...{ assignee: false, due: true },
    });
    const without = new PopulationList(evaluate(plan, clinic, asOf), {
      ...{ tab: 'members', language: 'da', compareText: () => 0, patients: ids.length },
    });
    expect(without.columns.some(({ kind }) => kind === 'due')).toBe(false);
  });

  it('take the room of one value, so that the next appointment stays in sight', () => {
    const items = ['hba1c', 'ldl', 'egfr', 'kalium'].map((id) => ({
      ...{ id, type: 'result', title: { da: id } },
      codes: { system: 'NPU', include: [id] },
    }));
    const { profile } = planOf({ patient: { age: { min: 18 } } }, { information: items });
    const values = (use: 'offered' | 'used') =>
      columnsOf(profile, 'members', { round: true, assignee: use, due: use }).flatMap(
        ({ item, hidden }) => (item && !hidden ? [item.id] : []),
      );
    expect(values('offered')).toEqual(['hba1c', 'ldl', 'egfr']);
    expect(values('used')).toEqual(['hba1c', 'ldl']);
  });

  it('name who is there no longer as they were named, and say what is late in words', () => {
    expect(lines('a', 'assignee')).toEqual(['Mette Kjær']);
    expect(lines('c', 'assignee')).toEqual(['Egon']);
    expect(lines('e', 'assignee')).toEqual([]);
    expect(lines('a', 'due')).toEqual(['1. mar. 2020, overskredet']);
    // The mark is seen beside the date, and heard as a word: the column is as narrow as a date.
    const late = list.cell(list.indexOf('a'), column('due'));
    expect(late).toMatchObject({
      parts: [],
      chips: [{ level: 'warning', text: '1. mar. 2020', said: 'Overskredet' }],
    });
    // Reviewed: no longer late. To come: not yet.
    expect(lines('b', 'due')).toEqual(['1. feb. 2020']);
    expect(lines('d', 'due')).toEqual(['1. jan. 2999']);
  });

  it('show at once what is set of a patient, and a team that is named otherwise', () => {
    expect(lines('e', 'due')).toEqual([]);
    statuses.set('e', { status: 'new', assignee: { id: 'AB' }, due: '2999-02-01' });
    list.setRound(round(), ['e']);
    expect(lines('e', 'due')).toEqual(['1. feb. 2999']);
    expect(shown([{ columnId: 'assignee', any: ['AB'] }])).toBe('be');
    list.setRound({ ...round(), team: [{ id: 'AB', name: 'Anne Holm' }] }, []);
    expect(lines('e', 'assignee')).toEqual(['Anne Holm']);
  });
});

describe('the rows', () => {
  it('are sorted by name and by day, those without last either way', () => {
    expect(shown([], 'assignee')).toBe('bcdae');
    expect(shown([], 'assignee', true)).toBe('adcbe');
    expect(shown([], 'due')).toBe('badce');
  });

  it('are filtered by who, by day, and by that nobody is', () => {
    expect(shown([{ columnId: 'assignee', any: ['AB', 'laeger'] }])).toBe('bd');
    expect(shown([{ columnId: 'assignee', any: ['XX'] }])).toBe('c');
    expect(shown([{ columnId: 'assignee', states: ['none'] }])).toBe('e');
    expect(shown([{ columnId: 'due', max: '2020-02-15' }])).toBe('b');
    expect(shown([{ columnId: 'due', min: '2020-02-15' }])).toBe('ad');
    expect(shown([{ columnId: 'due', states: ['none'] }])).toBe('ce');
  });

  it('are not found by who sees to them: a name that is searched for is a patient’s', () => {
    const found = list.visibleRows({ ...view, query: 'mette' });
    expect(found).toHaveLength(0);
  });

  it('are named in the filter as the clinic names its team', () => {
    const filter = { columnId: 'assignee', any: ['AB', 'XX'] };
    expect(describeFilter(list, filter, view, ({ id }) => id)).toBe(
      'assignee: Anne Bendtsen eller Egon',
    );
    const { values, states } = list.facetValuesOf('assignee', view);
    expect(values.map(({ text, count }) => `${text} ${count}`)).toEqual([
      ...['Anne Bendtsen 1', 'Egon 1', 'Læger 1', 'Mette Kjær 1'],
    ]);
    expect(states.none).toBe(1);
  });
});

describe('a round that is not here', () => {
  it('says of nobody that nobody is responsible, and of no day that there is none', () => {
    for (const id of ids) statuses.set(id, { status: 'new', isUnknown: true });
    list = listOf({ ...round(), isUnknown: true });
    expect(shown([{ columnId: 'assignee', states: ['none'] }])).toBe('');
    expect(shown([{ columnId: 'assignee', states: ['unknown'] }])).toBe('abcde');
    expect(shown([{ columnId: 'due', states: ['none'] }])).toBe('');
    for (const id of ['assignee', 'due']) {
      const { tone, parts } = list.cell(0, column(id));
      expect([tone, parts]).toEqual(['unknown', [{ text: '?' }]]);
    }
  });
});

describe('on paper', () => {
  it('stands who, and the day with the word that it has passed', () => {
    const printed = (id: string, of: string) =>
      paperCell(list, list.indexOf(id), column(of), view.priority).lines;
    expect(printed('a', 'assignee')).toEqual(['Mette Kjær']);
    expect(printed('a', 'due')).toEqual(['1. mar. 2020, overskredet']);
    expect(printed('e', 'due')).toEqual([]);
  });
});

describe('what is left to do', () => {
  const found = (tasks: readonly Filter[], from = view) =>
    [...list.visibleRows(toggleTasks(from, tasks))].map((row) => list.idAt(row));

  it('for some of the team is who is assigned to one of them, neither reviewed nor exempt', () => {
    const own = tasksOf(['AB', 'laeger', 'MK']);
    const byName = { ...view, sort: [{ columnId: 'name', descending: false }] };
    expect(found(own, byName)).toEqual(['a', 'd']);
    const shown = toggleTasks(byName, own);
    expect(showsTasks(shown, own)).toBe(true);
    expect(showsTasks(shown, tasksOf(['AB']))).toBe(false);
  });

  it('is late of whom the day has passed, not on the day itself, and of whom it is not done', () => {
    // Of b it has passed as well, and b is reviewed.
    expect(found(overdueOn('2020-03-02'))).toEqual(['a']);
    expect(found(overdueOn('2020-03-01'))).toEqual([]);
    expect(overdueOn('2024-03-01')[0]).toEqual({ columnId: 'due', max: '2024-02-29' });
  });

  it('gives way to everybody again, to other filters, and to other tasks that are shown', () => {
    const filter = { columnId: 'due', states: ['none'] as const };
    const own = tasksOf(['AB']);
    const late = overdueOn('2020-03-02');
    const again = toggleTasks(toggleTasks({ ...view, filters: [filter] }, own), own);
    expect(again.filters).toEqual([filter]);
    const both = toggleTasks(toggleTasks(view, own), late, own);
    expect([showsTasks(both, own), showsTasks(both, late)]).toEqual([true, true]);
    const mine = toggleTasks(both, late, own);
    expect([showsTasks(mine, own), showsTasks(mine, late)]).toEqual([true, false]);
    expect(toggleTasks(mine, own, late).filters).toEqual([]);
  });
});

describe('a file', () => {
  it('has who, the day as a date, and whether it has passed', () => {
    const columns = ['name', 'assignee', 'due'].map(column);
    const table = exportTable({
      ...{ list, view, columns, rows: ids.map((_, at) => at), titleOf: ({ id }) => id },
      description: { name: 'K', coverage: complete },
    });
    expect(table.columns.map(({ title, type }) => `${title} ${type}`)).toEqual([
      ...['Navn text', 'assignee text', 'due date', 'due overskredet text'],
    ]);
    const rows = ids.map((_, row) => [1, 2, 3].map((at) => table.cell(row, at)));
    expect(rows[list.indexOf('a')]).toEqual(['Mette Kjær', { date: '2020-03-01' }, 'ja']);
    expect(rows[list.indexOf('b')]).toEqual(['Anne Bendtsen', { date: '2020-02-01' }, 'nej']);
    expect(rows[list.indexOf('e')]).toEqual(['ingen', 'ingen', 'ingen']);
  });
});
