/** Several profiles as one, worked by hand; of drawn ones `test/engine/combined-profiles.test.ts` tells. */
import { describe, expect, it } from 'vitest';
import {
  kol,
  nyrepaavirkning,
  osteoporose,
  profiles,
  type2Diabetes,
} from '../../fixtures/profiles/index.ts';
import {
  combinationOf,
  combineProfiles,
  describeProfile,
  parseProfile,
  shortTitleOf,
  type Criterion,
  type Profile,
} from '../../src/profile/index.ts';
import { profileOf } from '../engine/build.ts';

function parsed(document: unknown): Profile {
  const outcome = parseProfile(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.profile;
}

function combined(...parts: readonly Profile[]): Profile {
  const outcome = combineProfiles(parts);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.profile;
}

const women: Criterion = { patient: { sex: 'female' } };
const old: Criterion = { patient: { age: { min: 80 } } };
const treated: Criterion = { medication: { codes: { system: 'ATC', include: ['M01A'] } } };

const named = (id: string, criterion: Criterion, more: object = {}) =>
  profileOf(criterion, { id, title: { da: id.toUpperCase() }, ...more });
const marked = (id: string, marker: object) =>
  named(id, id === 'a' ? women : old, {
    markers: [{ id: 'x', level: 'info', title: { da: 'NSAID' }, when: treated, ...marker }],
  });

describe('what is asked in several profiles', () => {
  it('is one marker, as grave as the gravest, whatever the code sets are called', () => {
    const set = { system: 'ATC', include: ['M01A'] };
    const a = named('a', women, {
      codes: { nsaid: set },
      markers: [
        { id: 'x', level: 'info', title: { da: 'Mild' }, when: { medication: { codes: 'nsaid' } } },
      ],
    });
    const b = named('b', old, {
      codes: { gigt: set },
      markers: [
        {
          id: 'y',
          level: 'critical',
          title: { da: 'Grave' },
          when: { medication: { codes: ['gigt'] } },
        },
      ],
    });
    const profile = combined(a, b);
    expect(profile.markers).toMatchObject([
      { id: '2.y', level: 'critical', title: { da: 'Grave' } },
    ]);
    const [first, second] = combinationOf(profile)!;
    expect(first!.markers).toEqual(new Map([['x', '2.y']]));
    expect(second!.markers).toEqual(new Map([['y', '2.y']]));
  });

  it('is named by its list where another of the same name asks something else', () => {
    const profile = combined(marked('a', {}), marked('b', { when: { not: treated } }));
    expect(profile.markers!.map(({ title }) => title.da)).toEqual(['NSAID (A)', 'NSAID (B)']);
  });

  it('keeps code sets of one name apart that hold other codes', () => {
    const codes = (include: string) => ({ codes: { k: { system: 'ICPC-2', include: [include] } } });
    const profile = combined(
      named('a', { diagnosis: { codes: 'k' } }, codes('P70')),
      named('b', { diagnosis: { codes: 'k' } }, codes('R95')),
    );
    expect(profile.codes).toMatchObject({ k: { include: ['P70'] }, 'k.2': { include: ['R95'] } });
    expect(profile.population.include).toEqual({
      any: [{ diagnosis: { codes: 'k' } }, { diagnosis: { codes: 'k.2' } }],
    });
  });

  it('asks a marker of those alone who are on its list, its own question first', () => {
    const profile = combined(marked('a', {}), named('b', old));
    expect(profile.markers![0]!.when).toEqual({ all: [treated, women] });
  });

  it('has no question of who is listed in what all of them ask', () => {
    const profile = combined(marked('a', {}), marked('b', {}));
    expect(profile.markers![0]!.when).toEqual(treated);
  });
});

describe('of the published profiles', () => {
  const [copd, bones, diabetes, kidneys] = [kol, osteoporose, type2Diabetes, nyrepaavirkning].map(
    parsed,
  );

  it('three make one, with the names of theirs', () => {
    const profile = combined(diabetes!, copd!, bones!);
    expect(profile.title.da).toBe('Samlet liste: KOL, Osteoporose og Type 2-diabetes');
    expect(profile.title.en).toBe('Combined list: COPD, Osteoporosis and Type 2 diabetes');
    expect(combinationOf(profile)!.map(({ id }) => id)).toEqual([
      ...['dk.kol', 'dk.osteoporose', 'dk.type-2-diabetes'],
    ]);
    expect(describeProfile(profile, 'da')).toBeDefined();
    expect(combinationOf(diabetes!)).toBeUndefined();
  });

  it('metformin at a low eGFR is advised on once', () => {
    const profile = combined(diabetes!, kidneys!);
    const named = profile.markers!.filter(({ title }) => title.da.startsWith('Metformin'));
    expect(named).toHaveLength(1);
  });

  it('is the same for the same profiles, in whatever order they are given, and another for others', () => {
    const profile = combined(diabetes!, copd!);
    expect(combined(diabetes!, copd!)).toEqual(profile);
    expect(combined(copd!, diabetes!)).toEqual(profile);
    expect(combined(bones!, diabetes!, copd!)).toEqual(combined(copd!, bones!, diabetes!));
    expect(combined(copd!, bones!).id).not.toBe(profile.id);
  });

  it('changes none of them, and shares nothing that could be changed', () => {
    const before = JSON.stringify([diabetes, copd]);
    const profile = combined(diabetes!, copd!);
    expect(JSON.stringify([diabetes, copd])).toBe(before);
    expect(Object.isFrozen(profile.population.include)).toBe(true);
  });

  it('any two can be chosen, and any three that stand beside each other', () => {
    const all = profiles.map(parsed);
    for (const [at, one] of all.entries()) {
      for (const other of all.slice(at + 1)) expect(combineProfiles([one, other]).ok).toBe(true);
      if (at + 2 < all.length) expect(combineProfiles(all.slice(at, at + 3)).ok).toBe(true);
    }
  });
});

describe('what cannot be one', () => {
  it('is one profile alone', () => {
    expect(combineProfiles([named('a', women)])).toEqual({ ok: false, reason: 'too-few' });
  });

  it('asks more than a profile may', () => {
    const markers = Array.from({ length: 150 }, (_, at) => ({
      ...{ id: `m${at}`, level: 'info', title: { da: `M${at}` } },
      when: { diagnosis: { count: { min: at + 1 } } },
    }));
    const other = markers.map((each, at) => ({
      ...each,
      when: { diagnosis: { count: { max: at + 1 } } },
    }));
    expect(
      combineProfiles([named('a', women, { markers }), named('b', old, { markers: other })]),
    ).toEqual({ ok: false, reason: 'too-much' });
  });

  it('finds just those whom another leaves out', () => {
    expect(combineProfiles([named('a', women), named('b', { not: women })])).toEqual({
      ok: false,
      reason: 'impossible',
    });
  });
});

describe('what is carried over', () => {
  it('a draft makes the whole a draft, and the days are those on which all are in force', () => {
    const a = named('a', women, {
      status: 'draft',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
    });
    const b = named('b', old, { validFrom: '2026-06-01' });
    expect(combined(a, b)).toMatchObject({
      ...{ status: 'draft', validFrom: '2026-06-01', validTo: '2027-12-31' },
    });
  });

  it('messages are named by their list, after one about all of it', () => {
    const message = { id: 'x', title: { da: 'Indkald' }, body: { da: 'Kære {fornavn}' } };
    const profile = combined(named('a', women, { messages: [message] }), named('b', old));
    expect(profile.messages!.map(({ title }) => title.da)).toEqual([
      ...['Indkald om det hele på én gang', 'Indkald (A)'],
    ]);
    const { da, en } = profile.messages![0]!.body;
    expect(en).toContain('{conditions}');
    // Who is on one of the lists gets it too.
    expect(`${da} ${en}`).not.toMatch(/det hele|på én gang|all of it|at once/);
  });

  it('a short title stands in the place of the title', () => {
    const short = { da: 'Kort' };
    expect(shortTitleOf(named('a', women, { about: { short } }))).toEqual(short);
    expect(shortTitleOf(named('a', women))).toEqual({ da: 'A' });
  });

  it.each([
    ['nothing that is read', { combines: [1, 2] }],
    ['other numbers of parts', { combines: [] }],
  ])('a profile whose parts are %s is no combined one', (_, about) => {
    expect(combinationOf(named('a', { any: [women, old] }, { about }))).toBeUndefined();
  });
});
