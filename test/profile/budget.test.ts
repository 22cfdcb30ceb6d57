/** Documents inside every limit that are made to cost: what they cost is counted, never timed. */
import { describe, expect, it, vi } from 'vitest';
import { profileChecks, runChecks } from '../../src/profile/checks/index.ts';
import { parseProfile, type ParseOutcome } from '../../src/profile/index.ts';
import { profileLimits } from '../../src/profile/read-document.ts';
import { validate } from '../../src/profile/validate.ts';
import type * as nearestModule from '../../src/json/nearest.ts';
import { someOf } from '../depth.ts';
import { documentOf } from './documents.ts';

/** The efforts that suggestions were looked for with. */
const efforts: { left: number }[] = [];

vi.mock(import('../../src/json/nearest.ts'), async (original) => {
  const { nearest } = await original();
  const counted: typeof nearestModule.nearest = (word, known, effort) => {
    if (effort) efforts.push(effort);
    return nearest(word, known, effort);
  };
  return { nearest: counted };
});

interface Parsed {
  readonly outcome: ParseOutcome;
  readonly efforts: readonly { left: number }[];
}

/** What has been said of the documents: to read them takes its time. */
const said = new Map<object, Parsed>();

function parse(document: object): Parsed {
  const known = said.get(document);
  if (known) return known;
  efforts.length = 0;
  const parsed = { outcome: parseProfile(document), efforts: [...efforts] };
  said.set(document, parsed);
  return parsed;
}

const issuesOf = (outcome: ParseOutcome) => (outcome.ok ? outcome.warnings : outcome.errors);

/** Names that are a letter or two from the next. */
const similar = Array.from({ length: 10_000 }, (_, index) => `n${String(index).padStart(29, '0')}`);

/** As many parts as a list may have, each of which has as many. */
const wide = (leaves: readonly object[]) => ({
  any: Array.from({ length: Math.ceil(leaves.length / 400) }, (_, at) => ({
    any: leaves.slice(at * 400, (at + 1) * 400),
  })),
});

const many = (leaf: object) => wide(Array<object>(8000).fill(leaf));

const unknownNames = (names: readonly string[]) =>
  documentOf(wide(names.slice(0, 4000).map((name) => ({ diagnosis: { codes: `${name}x` } }))), {
    codes: Object.fromEntries(names.map((name) => [name, 1])),
  });

/** Nested as deep as may be, over as many parts as may be. */
function nested(leaf: object): object {
  let inner: object = many(leaf);
  for (let level = 0; level < 12; level++)
    inner = { any: [inner, { not: { diagnosis: { a: level } } }] };
  return documentOf(inner);
}

const hostile: readonly (readonly [string, object])[] = [
  [
    'unknown keys',
    Object.fromEntries(Array.from({ length: 49_000 }, (_, index) => [`formt${index}`, 1])),
  ],
  ['similar names that are not there', unknownNames(similar)],
  ['long names', unknownNames(['x'.repeat(900), 'y'.repeat(900)])],
  ['criteria of no kind', documentOf(many({ diagnosi: {} }))],
  ['windows of no kind', nested({ diagnosis: { when: 'evre' } })],
  ['units of no table', documentOf(many({ result: { value: { above: 1, unit: 'mmool/L' } } }))],
  ['nothing but opposites', nested({ not: { not: { diagnosis: {} } } })],
  ['ages', nested({ patient: { age: { min: 5 } } })],
  [
    'ages that are never apart',
    documentOf({
      all: Array.from({ length: 9000 }, (_, age) => ({
        patient: { age: { [age % 2 ? 'min' : 'max']: 50 } },
      })),
    }),
  ],
  [
    'codes of no system',
    documentOf({
      diagnosis: { codes: { system: 'ATC', include: Array<string>(40_000).fill('P70 P71') } },
    }),
  ],
];

it.each(hostile)('%s are within every limit', (_, document) => {
  const codes = issuesOf(parse(document).outcome).map(({ code }) => code);
  for (const code of ['too-large', 'too-deep', 'too-many', 'key-too-long'])
    expect(codes).not.toContain(code);
});

describe.each(hostile)('%s', (name, document) => {
  it('a hundred are told, and of the others how many they are', () => {
    const { outcome } = parse(document);
    for (const list of [issuesOf(outcome), outcome.warnings]) {
      expect(list.length).toBeLessThanOrEqual(101);
      expect(JSON.stringify(list).length).toBeLessThan(1_000_000);
    }
  });

  it('suggestions are looked for among those told, with one effort for all', () => {
    const { efforts } = parse(document);
    expect(efforts.length).toBeLessThanOrEqual(200);
    expect(new Set(efforts).size).toBeLessThanOrEqual(1);
  });

  // To count takes longer than to read: everyday every third is counted.
  it.runIf(someOf(hostile, 3).some(([each]) => each === name))(
    'schema and checks read it a number of times, whatever its size',
    () => {
      const counted = countedReads(JSON.parse(JSON.stringify(document)));
      validate(counted.value);
      runChecks(profileChecks, counted.value);
      expect(counted.reads()).toBeLessThan(60 * profileLimits.nodes);
    },
  );
});

it('how many more there are is said in words, in both languages', () => {
  const keys = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 1]));
  const outcome = parseProfile(documentOf({ diagnosis: {} }, keys));
  const errors = issuesOf(outcome);
  expect(errors).toHaveLength(101);
  expect(errors[100]).toMatchObject({
    code: 'more-errors',
    path: '',
    message: { da: '… og 200 fejl mere.', en: '… and 200 more errors.' },
  });
  const exactly = Object.fromEntries(Object.entries(keys).slice(0, 100));
  expect(issuesOf(parseProfile(documentOf({ diagnosis: {} }, exactly)))).toHaveLength(100);
});

it('so is how many more warnings there are', () => {
  const results = Array.from({ length: 103 }, () => ({
    result: { value: { above: 1, unit: 'x' } },
  }));
  const { ok, warnings } = parseProfile(documentOf({ any: results }));
  expect(ok).toBe(true);
  expect(warnings).toHaveLength(101);
  expect(warnings[100]?.message.da).toBe('… og 3 bemærkninger mere.');
});

it('a message names a long thing shortly', () => {
  const long = 'x'.repeat(100_000);
  const [error] = issuesOf(parseProfile(documentOf({ diagnosis: { codes: long } })));
  expect(error?.message.da.length).toBeLessThan(250);
  const names = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`n${index}`, 1]));
  const outcome = parseProfile(documentOf({ diagnosis: { codes: 'other' } }, { codes: names }));
  for (const { fix } of issuesOf(outcome)) expect(fix.da.length).toBeLessThan(4000);
});

it('a value that holds another again and again is refused, not written out', () => {
  let shared: object = { diagnosis: {} };
  for (let level = 0; level < 18; level++) shared = { all: [shared, shared] };
  expect(issuesOf(parseProfile(documentOf(shared))).map(({ code }) => code)).toEqual(['too-many']);
});

/** Counts how often a part of a value is read. */
function countedReads(value: unknown) {
  let reads = 0;
  const wrapped = new WeakMap<object, object>();
  const wrap = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    const known = wrapped.get(node);
    if (known) return known;
    const proxy = new Proxy(node, {
      get(target, key, receiver) {
        reads++;
        return wrap(Reflect.get(target, key, receiver));
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        reads += keys.length;
        return keys;
      },
    });
    wrapped.set(node, proxy);
    return proxy;
  };
  return { value: wrap(value), reads: () => reads };
}
