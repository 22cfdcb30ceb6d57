import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import {
  arrangeColumns,
  defaultPriority,
  defaultView,
  readView,
  type Column,
  type ListView,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { cases } from '../../depth.ts';

/** Drawn cases are not to fail on a busy machine. */
const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error();
const { profile } = parsed;
const usual = defaultView(profile);

describe('a view that comes back', () => {
  it('is what it was', () => {
    const view: ListView = {
      ...usual,
      tab: 'undecided',
      columns: [{ id: 'item:mmse', width: 120, hidden: false, pinned: true }, { id: 'name' }],
      sort: [{ columnId: 'age', descending: true }],
      priority: [...defaultPriority].reverse().map((rule) => ({ ...rule, on: false })),
      filters: [
        { columnId: 'reasons', any: ['antipsykotika'], states: ['unknown'] },
        { columnId: 'item:aftaler', min: '2026-01-01' },
        { columnId: 'age', max: 90, contains: '8' },
        { columnId: 'status', any: ['new'] },
      ],
      match: 'any',
      query: 'p70',
      density: 'compact',
    };
    const json: unknown = JSON.parse(JSON.stringify(view));
    expect(readView(json, profile)).toEqual({ view, ignored: [] });
  });

  it.each<[unknown[], ListView['columns']]>([
    [[{ id: 'markers', width: 270 }], [{ id: 'reasons' }]],
    [
      [{ id: 'name' }, { id: 'markers' }, { id: 'priority' }],
      [{ id: 'name' }, { id: 'reasons' }],
    ],
    [[{ id: 'priority', hidden: true }], [{ id: 'reasons' }]],
    [
      [
        { id: 'priority', hidden: true },
        { id: 'markers', pinned: true },
      ],
      [{ id: 'reasons' }],
    ],
    [
      [
        { id: 'markers', hidden: true },
        { id: 'priority', hidden: true },
      ],
      [{ id: 'reasons', hidden: true }],
    ],
  ])('of columns that are one now is of that: %j', (columns, expected) => {
    const given = { profileId: profile.id, columns };
    expect(readView(given, profile)).toEqual({
      view: { ...usual, columns: expected },
      ignored: [],
    });
  });

  it('sorts and filters by columns that are one now as it did', () => {
    const asked = (id: string) => ({
      sort: [{ columnId: id, descending: true }],
      filters: [{ columnId: id, any: ['antipsykotika'] }],
    });
    const given = { profileId: profile.id, ...asked('markers') };
    expect(readView(given, profile)).toEqual({
      view: { ...usual, ...asked('reasons') },
      ignored: [],
    });
  });

  it('of which little is said is the usual one', () => {
    expect(readView({ profileId: profile.id }, profile)).toEqual({ view: usual, ignored: [] });
  });

  it.each<[unknown, string[]]>([
    [undefined, ['']],
    ['{}', ['']],
    [[], ['']],
    [{ ...usual, profileId: 'dk.anden' }, ['profileId']],
    [{ ...usual, sort: [{ columnId: 'gone' }, 7, null] }, ['sort/0', 'sort/1', 'sort/2']],
    [{ ...usual, filters: [{ columnId: 'gone', any: ['x'] }] }, ['filters/0']],
    // What is left of it would let everybody pass.
    [
      { ...usual, filters: [{ columnId: 'age', min: '31. februar' }] },
      ['filters/0/min', 'filters/0'],
    ],
    [{ ...usual, tab: 'all', query: 7, density: 'huge' }, ['tab', 'query', 'density']],
    [{ ...usual, match: 'some' }, ['match']],
    // One has nothing to go together with.
    [{ ...usual, match: 'any' }, []],
    [{ ...usual, columns: 'name' }, ['columns']],
    [{ ...usual, columns: [{ id: '__proto__' }] }, ['columns/0']],
  ])('%j: what cannot be used is passed over, and said', (given, ignored) => {
    const read = readView(given, profile);
    expect(read.ignored.toSorted()).toEqual(ignored.toSorted());
    expect(read.view).toEqual(usual);
  });

  it('keeps what is good beside what is not', () => {
    const columns = [{ id: 'name', width: -5, hidden: 'yes' }, { id: 'name' }];
    const read = readView({ ...usual, columns, priority: [{ by: 'age', on: true }] }, profile);
    expect(read.view.columns).toEqual([{ id: 'name', width: 24 }]);
    expect(read.ignored).toEqual(['columns/1']);
    expect(read.view.priority.map(({ by }) => by)).toEqual([
      'age',
      ...['critical', 'warning', 'missing-control', 'undecided-markers', 'info'],
    ]);
  });

  it('keeps of a filter what can be asked, and says the rest by its key', () => {
    const asked = { columnId: 'age', min: 1, max: null, any: ['a', 7], contains: 5 };
    const filters = [{ ...asked, states: ['value', 'huge'], own: 1 }, { columnId: 'age' }];
    const read = readView({ ...usual, filters, tab: null }, profile);
    expect(read.view.filters).toEqual([{ columnId: 'age', min: 1 }]);
    expect(read.ignored.toSorted()).toEqual([
      ...['filters/0/any', 'filters/0/contains', 'filters/0/max', 'filters/0/states'],
      ...['filters/1', 'tab'],
    ]);
  });

  it('takes what is no yes or no for what is usual', () => {
    const sort = [{ columnId: 'age', descending: 1 }];
    const priority = [{ by: 'age', on: 0 }];
    const columns = [{ id: 'name', width: null, hidden: null, pinned: 1 }];
    const { view, ignored } = readView({ ...usual, sort, priority, columns }, profile);
    expect(view.sort).toEqual([{ columnId: 'age', descending: false }]);
    expect(view.priority[0]).toEqual({ by: 'age', on: true });
    expect(view.columns).toEqual([{ id: 'name' }]);
    expect(ignored).toEqual([]);
  });

  it('never throws, and what it answers can be read again', () => {
    const hostile = {
      profileId: profile.id,
      get sort(): never {
        throw new Error('no');
      },
    };
    expect(readView(hostile, profile)).toEqual({ view: usual, ignored: [''] });
    const junk = fc.record(
      Object.fromEntries(
        ['tab', 'columns', 'sort', 'priority', 'filters', 'query', 'density'].map((key) => [
          key,
          fc.oneof(
            fc.anything(),
            fc.array(
              fc.record(
                {
                  columnId: fc.constantFrom('age', 'gone', 7),
                  id: fc.constantFrom('age', {}),
                  by: fc.anything(),
                  any: fc.anything(),
                  min: fc.anything(),
                  states: fc.anything(),
                },
                { requiredKeys: [] },
              ),
            ),
          ),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(junk, (given) => {
        const { view } = readView({ ...given, profileId: profile.id }, profile);
        expect(readView(view, profile)).toEqual({ view, ignored: [] });
      }),
      { numRuns: cases(60, 300), seed: 20261124 },
    );
  });
});

describe('columns as a view has them', () => {
  const columns = ['a', 'b', 'c', 'd'].map((id): Column => ({
    id,
    kind: 'item',
    group: 'result',
    activation: 'row',
    width: 100,
    pinned: id === 'a',
  }));
  const order = (view: ListView['columns']) =>
    arrangeColumns(columns, { ...usual, columns: view })
      .map(({ id }) => id)
      .join('');

  it.each<[ListView['columns'], string]>([
    [[], 'abcd'],
    // One that is only named keeps its place.
    [[{ id: 'd', hidden: true }], 'abcd'],
    [[{ id: 'd' }, { id: 'b' }], 'adcb'],
    [[{ id: 'c', pinned: true }], 'acbd'],
    [[{ id: 'a', pinned: false }, { id: 'c' }], 'abcd'],
    [[{ id: 'gone' }, { id: 'd' }, { id: 'c' }, { id: 'b' }, { id: 'a' }], 'adcb'],
  ])('%j: %s', (view, expected) => expect(order(view)).toBe(expected));

  it('widths and what is hidden are the view’s where it says so', () => {
    const [, , third] = arrangeColumns(columns, {
      ...usual,
      columns: [{ id: 'c', width: 60, hidden: true }],
    });
    expect(third).toMatchObject({ id: 'c', width: 60, hidden: true });
  });
});

describe('a view that is larger than any', () => {
  const filter = (max: number) => ({ columnId: 'age', max });
  const read = (more: object) => readView({ ...usual, ...more }, profile);

  it('is not used, nor gone through', () => {
    let reads = 0;
    const filters = new Proxy(
      Array.from({ length: 100_000 }, (_, max) => filter(max)),
      {
        get(target, key, receiver) {
          reads++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      },
    );
    expect(read({ filters })).toEqual({ view: usual, ignored: [''] });
    expect(read({ query: 'x'.repeat(300_000) })).toEqual({ view: usual, ignored: [''] });
    expect(reads).toBeLessThan(100);
  });

  it('is not used where it grows while it is read', () => {
    let reads = 0;
    const growing = (): object => {
      // What is not stopped would never end.
      if (++reads > 1_000_000) throw new Error('no end');
      return {
        toJSON: growing,
        get more() {
          return growing();
        },
      };
    };
    for (const filters of [
      growing(),
      { toJSON: () => Array.from({ length: 100_000 }, () => ({})) },
    ])
      expect(read({ filters })).toEqual({ view: usual, ignored: [''] });
    expect(reads).toBeLessThan(100);
  });

  it('has no more filters than can be asked', () => {
    const { view, ignored } = read({
      filters: Array.from({ length: 201 }, (_, max) => filter(max)),
    });
    expect(view.filters).toHaveLength(200);
    expect(ignored).toEqual(['filters/200']);
    expect(read({ filters: view.filters })).toEqual({ view, ignored: [] });
  });

  it('tells a hundred of the places that could not be used', () => {
    const { ignored } = read({ filters: Array<number>(150).fill(0), sort: Array(150).fill(0) });
    expect(ignored).toHaveLength(100);
  });
});
