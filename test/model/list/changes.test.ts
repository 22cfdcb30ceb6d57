import { describe, expect, it } from 'vitest';
import {
  changeColumn,
  filterOf,
  hasFilter,
  matchesAny,
  matchFilters,
  moveColumn,
  movePriority,
  removeFilter,
  setFilter,
  sortBy,
  toggleFilter,
  turnPriority,
} from '../../../src/model/list/changes.ts';
import type { ListView } from '../../../src/model/list/types.ts';

const view: ListView = {
  profileId: 'dk.demens',
  tab: 'members',
  columns: [],
  sort: [],
  priority: [
    { by: 'critical', on: true },
    { by: 'warning', on: true },
    { by: 'age', on: true },
  ],
  filters: [],
  query: '',
};

describe('sort', () => {
  const first = { add: false, descending: true };

  it('runs the first way, then the other, then lets go', () => {
    const once = sortBy(view, 'age', first);
    expect(once.sort).toEqual([{ columnId: 'age', descending: true }]);
    const twice = sortBy(once, 'age', first);
    expect(twice.sort).toEqual([{ columnId: 'age', descending: false }]);
    expect(sortBy(twice, 'age', first).sort).toEqual([]);
  });

  it('another column takes its place, or comes after it', () => {
    const once = sortBy(view, 'age', first);
    expect(sortBy(once, 'name', { add: false, descending: false }).sort).toEqual([
      { columnId: 'name', descending: false },
    ]);
    const both = sortBy(once, 'name', { add: true, descending: false });
    expect(both.sort.map(({ columnId }) => columnId)).toEqual(['age', 'name']);
    // Turned round, it keeps its place; let go, the other stays.
    const turned = sortBy(both, 'age', { add: true, descending: true });
    expect(turned.sort[0]).toEqual({ columnId: 'age', descending: false });
    expect(sortBy(turned, 'age', { add: true, descending: true }).sort).toEqual([
      { columnId: 'name', descending: false },
    ]);
  });
});

describe('filters', () => {
  it('go together as the view says, as long as there are two', () => {
    const two = setFilter(setFilter(view, { columnId: 'age', min: 80 }), {
      columnId: 'sex',
      any: ['male'],
    });
    expect(matchesAny(two)).toBe(false);
    const any = matchFilters(two, 'any');
    expect(any).toEqual({ ...two, match: 'any' });
    expect(matchesAny(any)).toBe(true);
    expect(matchFilters(any, 'all')).toEqual(two);
    expect(setFilter(any, { columnId: 'cpr', contains: '01' }).match).toBe('any');
    // The next one is asked beside the one that is left.
    expect(removeFilter(any, 'age')).toEqual({
      ...view,
      filters: [{ columnId: 'sex', any: ['male'] }],
    });
    expect(
      matchesAny({
        match: 'any',
        filters: [...two.filters.slice(1), { columnId: 'age', any: [] }],
      }),
    ).toBe(false);
  });

  it('are one a column, and none where they ask nothing', () => {
    const one = setFilter(view, { columnId: 'age', min: 80 });
    const other = setFilter(one, { columnId: 'age', max: 90 });
    expect(other.filters).toEqual([{ columnId: 'age', max: 90 }]);
    expect(filterOf(other, 'age')).toEqual({ columnId: 'age', max: 90 });
    expect(setFilter(other, { columnId: 'age', any: [], contains: ' ' }).filters).toEqual([]);
    expect(removeFilter(other, 'age').filters).toEqual([]);
  });

  it('are on for a card only as the card would set them', () => {
    const card = { columnId: 'reasons', any: ['a'] };
    const on = toggleFilter(view, card);
    expect(hasFilter(on, card)).toBe(true);
    expect(hasFilter(on, { columnId: 'reasons', any: ['b'] })).toBe(false);
    expect(hasFilter(setFilter(on, { columnId: 'reasons', any: ['a', 'b'] }), card)).toBe(false);
    expect(toggleFilter(on, card).filters).toEqual([]);
  });
});

describe('columns', () => {
  it('are moved, hidden and pinned, whatever was named before', () => {
    const order = ['cpr', 'name', 'age', 'reasons'];
    const moved = moveColumn(changeColumn(view, 'age', { width: 90 }), order, 'age', 'name');
    expect(moved.columns).toEqual([
      { id: 'cpr' },
      { id: 'age', width: 90 },
      { id: 'name' },
      { id: 'reasons' },
    ]);
    expect(moveColumn(view, order, 'cpr', undefined).columns.map(({ id }) => id)).toEqual([
      'name',
      'age',
      'reasons',
      'cpr',
    ]);
    expect(moveColumn(moved, order, 'age', 'age')).toBe(moved);
    const hidden = changeColumn(changeColumn(view, 'age', { hidden: true }), 'age', {
      pinned: true,
    });
    expect(hidden.columns).toEqual([{ id: 'age', hidden: true, pinned: true }]);
  });
});

describe('priority', () => {
  it('is moved within its bounds, and turned off', () => {
    const order = ({ priority }: ListView) => priority.map(({ by }) => by);
    expect(order(movePriority(view, 'age', -1))).toEqual(['critical', 'age', 'warning']);
    expect(movePriority(view, 'critical', -1)).toBe(view);
    expect(movePriority(view, 'age', 1)).toBe(view);
    expect(turnPriority(view, 'warning', false).priority[1]).toEqual({ by: 'warning', on: false });
  });
});
