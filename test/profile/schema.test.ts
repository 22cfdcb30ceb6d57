import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { violationsOf } from '../../src/profile/issues.ts';
import { profileSchema } from '../../src/profile/schema.ts';
import { validate } from '../../src/profile/validate.ts';
import { documentOf, placesOf } from './documents.ts';

const include = '/population/include';
const places = (document: unknown) => placesOf(validate(document));
const ofCodes = (codes: unknown) => documentOf({ diagnosis: { codes } });
const ofList = (key: string, value: unknown) => documentOf({ diagnosis: {} }, { [key]: value });
const repeat = <Value>(value: Value, times: number) => Array.from({ length: times }, () => value);

describe('a value of a wrong type', () => {
  it('breaks no other rule', () => {
    expect(places({ ...documentOf({ diagnosis: {} }), id: [] })).toEqual(['wrong-type /id']);
    expect(places(documentOf({ atLeast: '1', of: [{ diagnosis: {} }] }))).toEqual([
      `wrong-type ${include}/atLeast`,
    ]);
    expect(places(documentOf({ service: { count: { min: '3', max: 1 } } }))).toEqual([
      `wrong-type ${include}/service/count/min`,
    ]);
  });

  it.each([
    ['an empty list for a text', ofList('title', { da: [] }), 'wrong-type /title/da'],
    [
      'a list of 4,001 for a text',
      ofList('title', { da: repeat(1, 4001) }),
      'wrong-type /title/da',
    ],
    ['an empty text for a list', ofList('purpose', ''), 'wrong-type /purpose'],
    ['a text of 201 for a list', ofList('markers', 'x'.repeat(201)), 'wrong-type /markers'],
  ])('%s is not told its length', (_, document, expected) => {
    expect(places(document)).toEqual([expected]);
  });

  it('leaves the length of what comes after it to be told', () => {
    expect(places(ofList('title', { da: 7, en: '' }))).toEqual([
      'wrong-type /title/da',
      'empty /title/en',
    ]);
  });

  it.each([1.5, 1e300, -1e300, 2 ** 53, -(2 ** 53)])('%d is no whole number', (min) => {
    const violations = [
      ...validate(documentOf({ service: { count: { min } } })),
      ...validate(documentOf({ atLeast: min, of: [{ service: {} }] })),
    ];
    expect(placesOf(violations)).toEqual([
      `wrong-type ${include}/service/count/min`,
      `wrong-type ${include}/atLeast`,
    ]);
    for (const { details } of violations) expect(details).toEqual({ expected: 'int' });
  });

  it('a number beyond all numbers is none', () => {
    const document: unknown = JSON.parse(
      JSON.stringify(documentOf({ result: { value: { above: 7, unit: '1' } } })).replace(
        '7',
        '1e999',
      ),
    );
    expect(places(document)).toEqual([`wrong-type ${include}/result/value/above`]);
  });
});

describe('limits', () => {
  const text = (length: number) => 'x'.repeat(length);
  const codes = (length: number) => repeat('A1', length);
  const criteria = (length: number) => repeat({ service: {} }, length);
  it.each<[string, number, (size: number) => unknown, string]>([
    ['prose', 4000, (size) => ofList('title', { da: text(size) }), '/title/da'],
    ['a system', 60, (size) => ofCodes({ system: text(size), include: ['A'] }), '/system'],
    ['a code', 60, (size) => ofCodes({ system: 'ATC', include: [text(size)] }), '/include/0'],
    ['codes', 2000, (size) => ofCodes({ system: 'ATC', include: codes(size) }), '/include'],
    [
      'excluded codes',
      2000,
      (size) => ofCodes({ system: 'ATC', include: ['A'], exclude: codes(size) }),
      '/exclude',
    ],
    ['a count', 100_000, (max) => documentOf({ service: { count: { max } } }), '/max'],
    [
      'texts of a value',
      200,
      (size) => documentOf({ result: { value: { text: repeat('x', size) } } }),
      '/text',
    ],
    [
      'municipalities',
      500,
      (size) => documentOf({ patient: { municipality: repeat('0101', size) } }),
      '/municipality',
    ],
    ['criteria', 500, (size) => documentOf({ any: criteria(size) }), '/any'],
    [
      'concurrent parts',
      20,
      (size) => documentOf({ concurrent: { of: repeat({ diagnosis: {} }, size) } }),
      '/of',
    ],
    [
      'sequence parts',
      2,
      (size) => documentOf({ sequence: { of: repeat({ service: {} }, size), within: 'P1D' } }),
      '/of',
    ],
    ['purposes', 50, (size) => ofList('purpose', repeat({ da: 'x' }, size)), '/purpose'],
    [
      'references',
      200,
      (size) => ofList('references', repeat({ title: 'x' }, size)),
      '/references',
    ],
    [
      'items',
      500,
      (size) =>
        ofList('information', repeat({ id: 'a', type: 'service', title: { da: 'x' } }, size)),
      '/information',
    ],
    [
      'markers',
      200,
      (size) =>
        ofList(
          'markers',
          repeat({ id: 'a', level: 'info', title: { da: 'x' }, when: { service: {} } }, size),
        ),
      '/markers',
    ],
    [
      'indicators',
      200,
      (size) =>
        ofList(
          'indicators',
          repeat({ id: 'a', title: { da: 'x' }, numerator: { service: {} } }, size),
        ),
      '/indicators',
    ],
  ])('%s: at most %d', (_, most, document, end) => {
    expect(places(document(most))).toEqual([]);
    const violations = validate(document(most + 1));
    expect(violations).toMatchObject([{ code: 'too-much', details: { most } }]);
    expect(placesOf(violations)[0]).toContain(end);
  });

  it('space around a text does not count, and letters outside the basic plane count as one', () => {
    expect(places(ofList('title', { da: ` ${'x'.repeat(4000)}\n` }))).toEqual([]);
    expect(places(ofList('title', { da: '𝒙'.repeat(4000) }))).toEqual([]);
    expect(places(ofCodes(' '))).toEqual([`empty ${include}/diagnosis/codes`]);
    expect(places(ofCodes({ system: ' ', include: ['A'] }))).toEqual([
      `empty ${include}/diagnosis/codes/system`,
    ]);
  });

  it('a list that is too long is told so, and nothing about its items', () => {
    expect(places(ofList('purpose', repeat(7, 51)))).toEqual(['too-much /purpose']);
  });

  it.each([
    ['no texts of a value', { result: { value: { text: [] } } }, '/result/value/text'],
    ['no municipality', { patient: { municipality: [] } }, '/patient/municipality'],
    ['no criteria', { all: [] }, '/all'],
    ['no criteria of which', { atLeast: 1, of: [] }, '/of'],
  ])('%s: at least one', (_, criterion, end) => {
    expect(places(documentOf(criterion))[0]).toBe(`empty ${include}${end}`);
  });

  it('a count below nothing', () => {
    expect(places(documentOf({ service: { count: { min: -1, max: 3 } } }))).toEqual([
      `too-low ${include}/service/count/min`,
    ]);
  });
});

describe('rules', () => {
  it('are asked in spite of unknown keys', () => {
    expect(places(documentOf({ medication: { gap: 'P3D', cods: 'x' } }))).toEqual([
      `unknown-key ${include}/medication/cods`,
      `gap-alone ${include}/medication`,
    ]);
  });

  it('of a diagnosis are those of a medication', () => {
    expect(places(documentOf({ diagnosis: { gap: 'P3D' } }))).toEqual([
      `gap-alone ${include}/diagnosis`,
    ]);
    expect(places(documentOf({ diagnosis: { lasting: 'P3M', count: { min: 2 } } }))).toEqual([
      `lasting-count ${include}/diagnosis`,
    ]);
  });

  it('that others depend on come alone', () => {
    expect(places(documentOf({ service: { count: {} } }))).toEqual([
      `empty-range ${include}/service/count`,
    ]);
    expect(places(documentOf({ result: { pick: 'latest', count: {} } }))).toEqual([
      `empty-range ${include}/result/count`,
    ]);
  });

  it('an unknown key is all that is said of a patient who is asked nothing else', () => {
    expect(places(documentOf({ patient: { gender: 'female' } }))).toEqual([
      `unknown-key ${include}/patient/gender`,
    ]);
  });
});

describe('the key __proto__', () => {
  // Written as `proto` in an object of JavaScript, where the true key would set the prototype.
  const withPrototype = (document: unknown): unknown =>
    JSON.parse(JSON.stringify(document).replaceAll('"proto"', '"__proto__"'));

  it.each([
    ['in a query', documentOf({ diagnosis: { proto: 1 } }), `${include}/diagnosis/__proto__`],
    ['beside a criterion', documentOf({ diagnosis: {}, proto: {} }), `${include}/__proto__`],
    ['for a criterion', documentOf({ proto: {} }), `${include}/__proto__`],
    ['in a window', documentOf({ service: { when: { last: 'P1M', proto: 1 } } }), '/__proto__'],
    ['in a text', documentOf({ diagnosis: {} }, { title: { da: 'x', proto: 'y' } }), '/__proto__'],
    ['in the document', documentOf({ diagnosis: {} }, { proto: {} }), '/__proto__'],
    [
      'in a code set',
      documentOf({ diagnosis: { codes: { system: 'ATC', include: ['A'], proto: 1 } } }),
      '/codes/__proto__',
    ],
  ])('%s is one that the format does not know', (_, document, end) => {
    const found = validate(withPrototype(document));
    expect(found).toMatchObject([{ code: 'unknown-key', details: { key: '__proto__' } }]);
    expect(placesOf(found)[0]).toContain(end);
  });
});

it('an issue of zod that the schema never raises keeps its own code', () => {
  expect(
    violationsOf([{ code: 'not_multiple_of', divisor: 2, input: 3, path: ['x'], message: '' }]),
  ).toEqual([{ code: 'not_multiple_of', path: ['x'], details: {} }]);
});

it('leaves the registry and the settings that the host shares alone', () => {
  expect(z.globalRegistry.has(profileSchema)).toBe(false);
  expect(z.globalRegistry.has(profileSchema.shape.title)).toBe(false);
});
