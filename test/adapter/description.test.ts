import { describe, expect, it } from 'vitest';
import { readDescription } from '../../src/adapter/description.ts';

describe('a description that is larger than any', () => {
  const source = { id: 'FMK', title: { da: 'FMK' }, types: ['medication'], available: true };
  const coverage = { medication: { available: true, from: '2020-01-01' } };

  /** A list that counts what is read of it. */
  function counted(entries: readonly unknown[]) {
    let reads = 0;
    const list = new Proxy(entries, {
      get(target, key, receiver) {
        reads++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    return { list, reads: () => reads };
  }

  it('covers nothing where its coverage is', () => {
    const { list, reads } = counted(Array<string>(100_000).fill('x'));
    const large = { ...coverage, result: { available: true, systems: list } };
    const checked = readDescription({ name: 'Klinik', coverage: large });
    expect(checked?.description.coverage).toEqual({});
    expect(checked?.unusable).toEqual(['/coverage']);
    expect(reads()).toBeLessThan(100);
  });

  it('names no source where its list of them is', () => {
    const { list, reads } = counted(Array<object>(100_000).fill(source));
    const checked = readDescription({ name: 'Klinik', coverage, sources: list });
    expect(checked?.description.sources).toEqual([]);
    expect(checked?.description.coverage.medication?.available).toBe(true);
    expect(checked?.unusable).toEqual(['/sources']);
    expect(reads()).toBeLessThan(100);
  });

  it('names a hundred of the places that could not be read', () => {
    const sources = [source, ...Array<number>(500).fill(0)];
    const checked = readDescription({ name: 'Klinik', coverage, sources });
    expect(checked?.description.sources).toHaveLength(1);
    expect(checked?.unusable).toHaveLength(100);
  });
});

it.each([
  [2.5, 2.5, []],
  [null, undefined, []],
  [0, undefined, ['/capacity']],
  ['3', undefined, ['/capacity']],
  [-1, undefined, ['/capacity']],
])('takes %j as a capacity of %j', (capacity, expected, unusable) => {
  const checked = readDescription({ name: 'Klinik', coverage: {}, capacity });
  expect(checked?.description.capacity).toBe(expected);
  expect(checked?.unusable).toEqual(unusable);
});

describe('when a source was last updated', () => {
  const sourceOf = (updated: unknown) =>
    readDescription({
      name: 'Klinik',
      coverage: {},
      sources: [
        { id: 'FMK', title: { da: 'FMK' }, types: ['medication'], available: true, updated },
      ],
    });

  it.each(['2026-11-20', '2026-11-20T08:14:00+01:00', ' 2026-11-20 '])(
    'is kept as it is written: %s',
    (updated) => {
      const checked = sourceOf(updated);
      expect(checked?.description.sources?.[0]?.updated).toBe(updated.trim());
      expect(checked?.unusable).toEqual([]);
    },
  );

  it.each(['i går', '2026-02-30', '20 nov', '', 20261120, new Date(0), {}, [], true, '9999-12-31'])(
    'is not known by what is no date, and that is told: %s',
    (updated) => {
      const checked = sourceOf(updated);
      expect(checked?.description.sources).toHaveLength(1);
      expect(checked?.description.sources?.[0]).not.toHaveProperty('updated');
      expect(checked?.unusable).toEqual(['/sources/0/updated']);
    },
  );

  it.each([undefined, null])('is not said by %s', (updated) => {
    const checked = sourceOf(updated);
    expect(checked?.description.sources?.[0]).not.toHaveProperty('updated');
    expect(checked?.unusable).toEqual([]);
  });
});

it('two sources of one id are both kept, for one may be away, and that is told', () => {
  const source = { id: 'FMK', title: { da: 'FMK', en: '\u202e' }, types: ['medication'] };
  const sources = [
    { ...source, available: true },
    { ...source, available: false },
  ];
  const checked = readDescription({ name: 'Klinik', coverage: {}, sources });
  expect(checked?.description.sources?.map(({ available }) => available)).toEqual([true, false]);
  // What says nothing in English is said in Danish.
  expect(checked?.description.sources?.[0]?.title).toEqual({ da: 'FMK' });
  expect(checked?.unusable).toEqual(['/sources/1/id']);
});

describe('the team', () => {
  const teamOf = (team: unknown) => readDescription({ name: 'Klinik', coverage: {}, team });

  it('is read as it is, without what nobody sees in a name', () => {
    const team = [
      { id: 'AB', name: 'Anne\u202e Bendtsen', roles: ['laeger'], own: 7 },
      { id: 'laeger', name: 'Læger', roles: null },
    ];
    const checked = teamOf(team);
    expect(checked?.unusable).toEqual([]);
    expect(checked?.description.team).toEqual([
      { id: 'AB', name: 'Anne Bendtsen', roles: ['laeger'] },
      { id: 'laeger', name: 'Læger' },
    ]);
  });

  it.each([undefined, null])('may be absent: %s', (team) => {
    const checked = teamOf(team);
    expect(checked?.unusable).toEqual([]);
    expect(checked?.description).not.toHaveProperty('team');
  });

  it('leaves out who cannot be read or comes twice, and says who', () => {
    const checked = teamOf([
      { id: 'AB', name: 'Anne' },
      'MK',
      { id: '', name: 'Ingen' },
      { id: 'LH' },
      { id: 'AB', name: 'Anne igen' },
      { id: 'SN', name: 'Signe', roles: 'sekretaerer' },
    ]);
    expect(checked?.description.team?.map(({ id }) => id)).toEqual(['AB', 'SN']);
    expect(checked?.unusable).toEqual([
      '/team/1',
      '/team/2',
      '/team/3',
      '/team/4',
      '/team/5/roles',
    ]);
  });

  it.each([{}, 'AB', Array<string>(100_000).fill('x')])('is nobody where it is no list', (team) => {
    const checked = teamOf(team);
    expect(checked?.description.team ?? []).toEqual([]);
    expect(checked?.unusable).toEqual(['/team']);
  });
});
