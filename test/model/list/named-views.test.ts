/** Views with a name: whatever a host hands over is read, and what they name that a list does not have is told. */
import { describe, expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import {
  defaultView,
  looksAlike,
  nameFault,
  openInSteps,
  openNamedView,
  readNamedViews,
  withNamedView,
  type ListView,
  type NamedView,
  type OpenedView,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';

const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error();
const { profile } = parsed;
const usual = defaultView(profile);
const view: ListView = { ...usual, filters: [{ columnId: 'age', min: 80 }], match: 'any' };
const named: NamedView = { id: 'a', name: 'Over 80', view, shared: true };

describe('what a host keeps', () => {
  it('comes back as it was', () => {
    const all = [named, { id: 'b', name: 'B', view: usual, fixed: true }];
    expect(readNamedViews(JSON.parse(JSON.stringify(all)))).toEqual({ views: all, unusable: [] });
    expect(readNamedViews([])).toEqual({ views: [], unusable: [] });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['no list', { 0: named }, ['1']],
    ['no object', [7, null, 'x'], ['1', '2', '3']],
    ['no id', [{ ...named, id: '' }], ['Over 80']],
    ['no name', [{ ...named, name: ' \n' }], ['1']],
    ['a name of nothing that is seen', [{ ...named, name: '\u202e' }], ['1']],
    ['too long a name', [{ ...named, name: 'x'.repeat(101) }], ['x'.repeat(101)]],
    ['no view', [{ ...named, view: 'x' }], ['Over 80']],
    ['a view of no profile', [{ ...named, view: {} }], ['Over 80']],
    ['an id twice', [named, { ...named, name: 'Igen' }], ['Igen']],
    [
      'a view that is too large',
      [{ ...named, view: { ...view, query: 'x'.repeat(300_000) } }],
      ['1'],
    ],
  ])('%s: left out, and told of', (how, given, unusable) => {
    const good = { ...named, id: 'good' };
    const list = Array.isArray(given) ? [...(given as unknown[]), good] : given;
    const read = readNamedViews(list);
    expect(read.unusable).toEqual(unusable);
    if (Array.isArray(given)) expect(read.views.at(-1)).toEqual(good);
  });

  it('never throws, and never holds what nobody sees', () => {
    const hostile = {
      get id(): never {
        throw new Error('no');
      },
    };
    expect(readNamedViews([hostile])).toEqual({ views: [], unusable: ['1'] });
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    expect(readNamedViews(revoked.proxy)).toEqual({ views: [], unusable: ['1'] });
    expect(readNamedViews([{ ...named, name: ' O\u0000ver\u202e 80 ' }]).views[0]?.name).toBe(
      'Over 80',
    );
    // Of yes and no what is neither is no.
    expect(readNamedViews([{ ...named, shared: 'yes' }]).views[0]).not.toHaveProperty('shared');
  });

  it('is read no further than anybody would keep', () => {
    const many = Array.from({ length: 700 }, (_, at) => ({ ...named, id: `v${at}` }));
    const { views, unusable } = readNamedViews(many);
    expect(views).toHaveLength(500);
    expect(unusable).toHaveLength(100);
  });
});

describe('what a host keeps has a bound', () => {
  it('whatever length it claims: those that are first', () => {
    let reads = 0;
    const claims = new Proxy([named], {
      get(list, key) {
        if (key === 'length') return 1e9;
        if (++reads > 10_000) throw new Error('It has no end.');
        return Reflect.get(list, key) as unknown;
      },
    });
    const { views, unusable } = readNamedViews(claims);
    expect(views).toEqual([named]);
    expect(unusable).toHaveLength(100);
    expect(reads).toBeLessThan(2000);
  });

  it('of all of them together, in characters: the others are left out, and told of', () => {
    const long = { ...view, filters: [{ columnId: 'name', contains: 'x'.repeat(99_000) }] };
    const many = Array.from({ length: 30 }, (_, at) => {
      const [id, name] = [`v${at}`, `Nr. ${at}`];
      return { id, name, view: long };
    });
    let isRead = false;
    const last = {
      ...{ id: 'last', name: 'Sidst' },
      get view() {
        isRead = true;
        return view;
      },
    };
    const { views, unusable } = readNamedViews([...many, last]);
    expect(JSON.stringify(views).length).toBeLessThan(2_000_000);
    expect(views.map(({ id }) => id)).toEqual(many.slice(0, views.length).map(({ id }) => id));
    expect(views.length).toBeGreaterThan(18);
    expect(unusable).toHaveLength(31 - views.length);
    expect(isRead).toBe(false);
  });

  it('they are opened one in a step, each once', () => {
    const all = Array.from({ length: 40 }, (_, at) => ({ ...named, id: `v${at}` }));
    const opened = new Map<string, OpenedView>();
    const steps = openInSteps(all, profile, opened);
    for (let at = 1; !steps.next().done; at++) expect(opened.size).toBeLessThanOrEqual(at);
    expect([...opened.keys()]).toEqual(all.map(({ id }) => id));
    const known = opened.get('v3');
    opened.delete('v4');
    expect(Array.from(openInSteps(all, profile, opened))).toHaveLength(1);
    expect(opened.get('v3')).toBe(known);
    expect(opened.get('v4')).toEqual(known);
  });
});

describe('a view that is opened', () => {
  it('is as its profile’s list takes it', () => {
    const two = { ...view, filters: [...view.filters, { columnId: 'sex', any: ['male'] }] };
    expect(openNamedView({ ...named, view: two }, profile)).toEqual({ view: two, missing: [] });
  });

  it('names what the list does not have, and keeps the rest', () => {
    const given = {
      ...view,
      columns: [{ id: 'item:gone' }, { id: 'name' }],
      sort: [{ columnId: 'item:gone', descending: true }],
      filters: [...view.filters, { columnId: 'x\u202e', any: ['y'] }],
      tab: 'all',
    } as unknown as ListView;
    const opened = openNamedView({ ...named, view: given }, profile);
    expect(opened.view.filters).toEqual(view.filters);
    expect(opened.view.columns).toEqual([{ id: 'name' }]);
    expect(opened.missing.toSorted()).toEqual(['gone', 'tab', 'x']);
  });

  it('searches for nobody, whatever was kept', () => {
    const given = { ...view, query: 'Jens', filters: [{ columnId: 'name', contains: 'Jens' }] };
    expect(openNamedView({ ...named, view: given }, profile).view).toEqual(usual);
  });
});

it('two views look alike whatever is searched for, and however what is usual is written', () => {
  const two = { ...view, filters: [{ columnId: 'age', min: 80 }] };
  expect(
    looksAlike(two, { ...two, query: 'x', done: 'last', density: 'normal', match: 'all' }),
  ).toBe(true);
  expect(looksAlike(two, { ...two, done: 'hidden' })).toBe(false);
  expect(looksAlike(two, { ...two, filters: [] })).toBe(false);
});

it('no two views of a profile have one name', () => {
  const other: NamedView = {
    ...named,
    id: 'b',
    view: { ...view, profileId: 'dk.other' },
    name: 'B',
  };
  const all = [named, other];
  expect(nameFault(all, profile.id, '  ')).toBe('empty');
  expect(nameFault(all, profile.id, 'x'.repeat(101))).toBe('long');
  expect(nameFault(all, profile.id, ' OVER 80')).toBe('taken');
  expect(nameFault(all, profile.id, 'Over 80', 'a')).toBeUndefined();
  expect(nameFault(all, profile.id, 'B')).toBeUndefined();
  expect(withNamedView(all, { ...named, name: 'A' }).map(({ name }) => name)).toEqual(['A', 'B']);
  expect(withNamedView([other], named)).toEqual([other, named]);
});
