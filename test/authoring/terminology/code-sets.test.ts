import { describe, expect, it } from 'vitest';
import { profiles } from '../../../fixtures/profiles/index.ts';
import {
  addCodes,
  addSet,
  addTwin,
  applyFix,
  freeSetName,
  moveCode,
  recordRelease,
  releaseOf,
  removeCodes,
  removeSet,
  setsAt,
  sharedSets,
  usesOfSets,
  type PatchStep,
} from '../../../src/authoring/index.ts';
import { keysOf, pointer } from '../../../src/json/paths.ts';
import { parseProfile } from '../../../src/profile/index.ts';

const query = (codes: unknown) => ({ diagnosis: { codes } });
const document = {
  codes: {
    demens: {
      system: 'ICPC-2',
      include: ['P70', 'P20'],
      exclude: ['P709'],
      names: { P70: { da: 'demens' }, P20: { da: 'glemsom' } },
    },
    tom: { system: 'ATC', include: ['N05A'] },
  },
  population: {
    include: { any: [query('demens'), query(['demens', { system: 'SKS', include: ['DF00'] }])] },
  },
  information: [{ id: 'a', type: 'result', prefer: ['demens', 'tom'] }],
  about: { tests: [{ codes: 'demens' }] },
};
const set = ['codes', 'demens'];
const after = (steps: readonly PatchStep[]) => applyFix(document, steps) as typeof document;

describe('changes of code sets', () => {
  it('add codes that are not there, with their names', () => {
    const { codes } = after(
      addCodes(document, set, 'include', [
        { entry: 'p70', text: { da: 'andet' } },
        { entry: 'P15', text: { da: 'alkohol' } },
        { entry: 'P15' },
      ]),
    );
    expect(codes.demens.include).toEqual(['P70', 'P20', 'P15']);
    expect(codes.demens.names).toEqual({
      P70: { da: 'demens' },
      P20: { da: 'glemsom' },
      P15: { da: 'alkohol' },
    });
    expect(addCodes(document, set, 'include', [{ entry: 'P70' }])).toEqual([]);
    expect(
      after(addCodes(document, ['codes', 'tom'], 'exclude', [{ entry: 'N05AN' }])).codes.tom,
    ).toEqual({ system: 'ATC', include: ['N05A'], exclude: ['N05AN'] });
  });

  it('add two thousand at once', () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      entry: `NPU${10_000 + index}`,
      text: { da: `nr. ${index}` },
    }));
    const steps = addCodes(document, ['codes', 'tom'], 'include', many);
    expect(steps.length).toBeLessThan(4);
    expect(after(steps).codes.tom.include).toHaveLength(2001);
  });

  it('take codes and their names away', () => {
    const { demens } = after(removeCodes(document, set, 'include', [1])).codes;
    expect(demens).toEqual({
      system: 'ICPC-2',
      include: ['P70'],
      exclude: ['P709'],
      names: { P70: { da: 'demens' } },
    });
    expect(after(removeCodes(document, set, 'exclude', [0])).codes.demens).not.toHaveProperty(
      'exclude',
    );
    expect(after(removeCodes(document, set, 'include', [0, 1])).codes.demens).toEqual({
      system: 'ICPC-2',
      include: [],
      exclude: ['P709'],
    });
    expect(removeCodes(document, set, 'include', [7])).toEqual([]);
  });

  it('move codes between what is in and what is out', () => {
    expect(after(moveCode(document, set, 'include', 1)).codes.demens).toMatchObject({
      include: ['P70'],
      exclude: ['P709', 'P20'],
    });
    const { demens } = after(moveCode(document, set, 'exclude', 0)).codes;
    expect(demens).toMatchObject({ include: ['P70', 'P20', 'P709'] });
    expect(demens).not.toHaveProperty('exclude');
  });

  it('add sets to a place, and take them away', () => {
    const [one, two] = [0, 1].map((at) => [
      'population',
      'include',
      'any',
      at,
      'diagnosis',
      'codes',
    ]);
    expect(after(addSet(document, one!, 'tom')).population.include.any[0]).toEqual(
      query(['demens', 'tom']),
    );
    expect(after(removeSet(document, two!, [...two!, 0])).population.include.any[1]).toEqual(
      query({ system: 'SKS', include: ['DF00'] }),
    );
    expect(after(removeSet(document, one!, one!)).population.include.any[0]).toEqual({
      diagnosis: {},
    });
  });

  it('add a twin wherever a set is named, also where it is one of several', () => {
    const twin = { system: 'SKS', include: ['DF03'] };
    const both = after(addTwin(document, 'demens', 'demensSks', twin));
    expect(both.population.include.any).toEqual([
      query(['demens', 'demensSks']),
      query(['demens', { system: 'SKS', include: ['DF00'] }, 'demensSks']),
    ]);
    expect(both.information[0]?.prefer).toEqual([['demens', 'demensSks'], 'tom']);
  });

  it('find where sets are used, and names that are free', () => {
    const uses = usesOfSets(document);
    expect(uses.get('demens')?.map(({ path }) => pointer(path))).toEqual([
      '/population/include/any/0/diagnosis/codes',
      '/population/include/any/1/diagnosis/codes/0',
      '/information/0/prefer/0',
    ]);
    expect(freeSetName(document, 'Demens')).toBe('demens2');
    expect(freeSetName(document, 'Årlig kontrol!')).toBe('årligKontrol');
    expect(freeSetName(document, '???')).toBe('koder');
  });

  it('record the release that codes were chosen from, once a system', () => {
    const first = after(recordRelease(document, 'ICPC', { name: '2026-1', date: '2026-01-01' }));
    expect(first.about).toMatchObject({
      codeSystems: [{ system: 'ICPC-2', release: '2026-1', on: '2026-01-01' }],
    });
    expect(releaseOf(first, 'icpc2')).toEqual({ name: '2026-1', date: '2026-01-01' });
    expect(recordRelease(first, 'ICPC-2', { name: '2026-1', date: '2026-01-01' })).toEqual([]);
    const next = applyFix(first, recordRelease(first, 'ICPC-2', { name: '2026-2' }));
    expect(releaseOf(next, 'ICPC-2')).toEqual({ name: '2026-2' });
    expect(recordRelease({}, 'ATC', { name: 'x' })).toEqual([
      { op: 'add', path: '/about', value: { codeSystems: [{ system: 'ATC', release: 'x' }] } },
    ]);
    const outcome = parseProfile(
      applyFix(profiles[0], recordRelease(profiles[0], 'ICPC-2', { name: '2026-1' })),
    );
    expect(outcome.ok && outcome.profile.about?.codeSystems).toEqual([
      { system: 'ICPC-2', release: '2026-1' },
    ]);
  });

  it('look at every fixture without a fault, and find every name', () => {
    for (const profile of profiles) {
      const named = new Set(sharedSets(profile).map(({ name }) => name));
      for (const [name, uses] of usesOfSets(profile)) {
        expect(named).toContain(name);
        for (const { codes } of uses)
          expect(setsAt(profile, codes).some((each) => each.name === name)).toBe(true);
      }
    }
  });

  it.each([
    ['/codes/demens', ''],
    ['/population/include', 'codes'],
  ])('leave broken documents alone: %s', (place, key) => {
    for (const broken of [
      null,
      5,
      [],
      { codes: 5 },
      { codes: { demens: [] } },
      { population: 'x' },
    ]) {
      const path = [...keysOf(place), ...(key === '' ? [] : [key])];
      expect(addCodes(broken, path, 'include', [{ entry: 'P70' }])).toEqual([]);
      expect(removeCodes(broken, path, 'include', [0])).toEqual([]);
      expect(usesOfSets(broken)).toBeInstanceOf(Map);
      for (const { set: found } of setsAt(broken, path)) expect(found?.include ?? []).toEqual([]);
    }
  });
});
