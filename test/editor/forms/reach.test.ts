/** Every place of a document is shown in some form, by a field that can show it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../../../src/editor/forms/fields/fits.ts';
import { placeOf } from '../../../src/editor/forms/fields/reach.ts';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { pointer } from '../../../src/json/paths.ts';
import { cases } from '../../depth.ts';
import { profile as drawnProfile } from '../../engine/arbitraries.ts';

/** JSON Pointers of all that stands in a value. */
function pointersIn(value: unknown, path: readonly (string | number)[] = []): readonly string[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => pointersIn(each, [...path, key]))
      : [];
  return [pointer(path), ...inner];
}

/** The places that no field shows, or one that cannot. */
function lost(document: unknown): readonly string[] {
  return pointersIn(document).filter((each) => {
    const { kind, value, form, field } = placeOf(document, each);
    const isThere = field === '' || each === field || each.startsWith(`${field}/`);
    return !isThere || !field.startsWith(form) || !kind || !fits(kind, value);
  });
}

describe('the way from a place to its form', () => {
  it.each(profiles.map((document) => [(document as { id: string }).id, document] as const))(
    'leads to a field for every place of %s',
    (_, document) => {
      expect(lost(document)).toEqual([]);
    },
  );

  it('leads to a field for every place of drawn profiles', () => {
    fc.assert(
      fc.property(drawnProfile, (profile) => {
        expect(lost(profile)).toEqual([]);
      }),
      { numRuns: cases(4, 60) },
    );
  });

  const document = {
    id: 'x',
    colour: { of: 'blue' },
    population: {
      include: {
        any: [{ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] }, wen: 'now' } }],
      },
    },
    markers: [{ id: 'a', when: { result: { value: { above: 1, unit: '1' }, when: { last: 1 } } } }],
    codes: { 'a/b': { system: 'ATC', include: ['N'] } },
  };

  it.each([
    ['', '', ''],
    ['/id', '', '/id'],
    ['/population', '/population', '/population'],
    ['/population/include', '/population/include', '/population/include'],
    ['/population/include/any', '/population/include', '/population/include/any'],
    ['/population/include/any/0', '/population/include/any/0', '/population/include/any/0'],
    [
      '/population/include/any/0/diagnosis/codes/include/0',
      '/population/include/any/0',
      '/population/include/any/0/diagnosis/codes/include',
    ],
    ['/markers/0/id', '/markers/0', '/markers/0/id'],
    ['/markers/0/title/da', '/markers/0', '/markers/0/title'],
    ['/markers/0/when/result/value/above', '/markers/0/when', '/markers/0/when/result/value/above'],
    // What cannot be shown is shown whole, by the field that says so.
    ['/markers/0/when/result/when/last', '/markers/0/when', '/markers/0/when/result/when'],
    ['/codes/a~1b/system', '/codes/a~1b', '/codes/a~1b/system'],
    // What the format does not know stands where it is.
    ['/colour/of', '', '/colour'],
    [
      '/population/include/any/0/diagnosis/wen',
      '/population/include/any/0',
      '/population/include/any/0/diagnosis/wen',
    ],
    // What is gone is looked for as far as there is something.
    ['/markers/7', '/markers/7', '/markers/7'],
    ['/about', '/about', '/about'],
  ])('leads from %j to the form of %j and the field of %j', (place, form, field) => {
    expect(placeOf(document, place)).toMatchObject({ form, field });
  });
});
