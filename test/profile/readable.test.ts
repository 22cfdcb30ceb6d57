import { describe, expect, it } from 'vitest';
import demens from '../../fixtures/profiles/demens.json' with { type: 'json' };
import { readableProfile } from '../../src/profile/readable.ts';

type Document = Record<string, unknown> & {
  readonly markers: Record<string, unknown>[];
  readonly population: Record<string, unknown>;
  readonly codes: Record<string, Record<string, unknown>>;
};
const broken = (change: (document: Document) => void): unknown => {
  const document = structuredClone(demens) as unknown as Document;
  change(document);
  return document;
};

describe('what can be read of a document', () => {
  it('a whole one is read whole', () => {
    const { profile, faults } = readableProfile(demens);
    expect(profile).toEqual(demens);
    expect(faults.size).toBe(0);
  });

  it('an entry that is wrong is left out, and the others keep their places', () => {
    const { profile, faults, places } = readableProfile(
      broken(({ markers }) => {
        markers[1]!['level'] = 'grave';
      }),
    );
    expect([...faults.keys()]).toEqual(['/markers/1']);
    expect(profile?.markers?.map(({ id }) => id)).toEqual(
      demens.markers.filter((_, index) => index !== 1).map(({ id }) => id),
    );
    expect(places['markers']?.slice(0, 2)).toEqual([0, 2]);
  });

  it('what a code set that is wrong is used by is left out with it', () => {
    const { profile, faults } = readableProfile(
      broken(({ codes }) => {
        codes['demens']!['include'] = [];
      }),
    );
    expect([...faults.keys()]).toEqual(
      expect.arrayContaining(['/codes/demens', '/population/include']),
    );
    expect(profile?.codes).not.toHaveProperty('demens');
  });

  it('a key that is missing is a fault of its part', () => {
    const { profile, faults } = readableProfile(
      broken((document) => {
        delete document['title'];
        delete document.population['include'];
      }),
    );
    expect([...faults.keys()].sort()).toEqual(['/population/include', '/title']);
    expect(profile?.information).toHaveLength(demens.information.length);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', []],
    ['a number', 7],
    ['nothing', undefined],
    ['a newer format', { ...demens, format: 'overblik-profile/2' }],
  ])('of %s nothing is read, and it is said why', (_, document) => {
    const { profile, faults } = readableProfile(document);
    expect(profile).toBeUndefined();
    expect(faults.get('')).not.toHaveLength(0);
  });

  it('nothing but junk in its lists ends', () => {
    const junk = { ...demens, markers: Array.from({ length: 150 }, () => 7), information: [null] };
    const { profile, faults } = readableProfile(junk);
    expect(profile).toBeDefined();
    expect(faults.size).toBeGreaterThan(100);
  });

  it('the input stays as it was', () => {
    const document = broken(({ markers }) => {
      markers[0]!['id'] = 3;
    });
    const before = structuredClone(document);
    readableProfile(document);
    expect(document).toEqual(before);
  });
});
