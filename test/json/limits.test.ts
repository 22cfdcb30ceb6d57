import { describe, expect, it } from 'vitest';
import {
  excessInSteps,
  excessOfText,
  excessOfValue,
  type DocumentLimits,
} from '../../src/json/limits.ts';

const limits: DocumentLimits = { characters: 200, depth: 4, nodes: 10, key: 8 };
const wide: DocumentLimits = { characters: 1e6, depth: 40, nodes: 1e5, key: 1000 };

/** The number of values in a JSON value, counted otherwise than by the code. */
function nodesOf(value: unknown): number {
  let nodes = 0;
  JSON.stringify(value, (_, each: unknown) => {
    nodes++;
    return each;
  });
  return nodes;
}

const values: readonly (readonly [string, unknown, string | undefined])[] = [
  ['a number', 1, undefined],
  ['a list as long as may be', Array(9).fill(0), undefined],
  ['a list that is longer', Array(10).fill(0), 'nodes'],
  ['objects', { a: {}, b: [], c: { d: 1, e: [] } }, undefined],
  ['as deep as may be', [[[[]]]], undefined],
  ['deeper', [[[[[]]]]], 'depth'],
  ['a long text', 'x'.repeat(190), undefined],
  ['a longer text', 'x'.repeat(201), 'characters'],
  ['a long key', { abcdefgh: 1 }, undefined],
  ['a longer key', { abcdefghi: 1 }, 'key'],
  ['signs that stand in texts', { 'a[,:{': '"}]\\",,,,,,,,,,,[[[[[', b: '\\' }, undefined],
];

describe('the limit that a document passes', () => {
  it.each(values)('%s', (_, value, limit) => {
    expect(excessOfValue(value, limits)?.limit).toBe(limit);
    expect(excessOfText(JSON.stringify(value), limits)?.limit).toBe(limit);
    const spaced = JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n ');
    if (limit !== 'characters' && spaced.length <= limits.characters)
      expect(excessOfText(spaced, limits)?.limit).toBe(limit);
  });

  it.each(values)('counts the values of %s as they are', (_, value) => {
    const nodes = nodesOf(value);
    for (const [most, limit] of [
      [nodes, undefined],
      [nodes - 1, 'nodes'],
    ] as const) {
      expect(excessOfValue(value, { ...wide, nodes: most })?.limit).toBe(limit);
      expect(excessOfText(JSON.stringify(value), { ...wide, nodes: most })?.limit).toBe(limit);
    }
  });

  it('goes by the length that numbers in memory claim: to list their places takes seconds', () => {
    class Claiming extends Uint8Array {
      override get length() {
        return 30_000_000;
      }
    }
    for (const given of [new Claiming(), { population: new Claiming() }, [new Claiming()]])
      expect(excessOfValue(given, wide)?.limit).toBe('nodes');
    expect(excessOfValue(new Uint8Array(3), wide)).toBeUndefined();
  });

  it('says how much the limit allows', () => {
    expect(excessOfText('[[[[[', limits)).toEqual({ limit: 'depth', most: 4 });
  });

  it('looks at ten thousand values in a step, and no more', () => {
    let looked = 0;
    const counted = (count: number) =>
      new Proxy(Array(count).fill({ a: 1, b: [2] }), {
        get(target, key, receiver) {
          if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const steps = excessInSteps(counted(20_000), { ...wide, nodes: 1e6 });
    let most = 0;
    for (let before = 0; !steps.next().done; before = looked)
      most = Math.max(most, looked - before);
    // Each entry is four values.
    expect(looked).toBe(20_000);
    expect(most).toBeLessThanOrEqual(2500);
  });

  it('a text that is no JSON is read to its end', () => {
    for (const text of ['', '"', '"\\', ']]]]]]', '{,,:', '\u2028'])
      expect(excessOfText(text, limits)).toBeUndefined();
  });

  it('a value that holds another again and again is read no further than the limits', () => {
    let reads = 0;
    const counted = (inner: unknown) =>
      new Proxy([inner, inner], {
        get(target, key, receiver) {
          reads++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    let value: unknown = 1;
    for (let level = 0; level < 39; level++) value = counted(value);
    expect(excessOfValue(value, wide)?.limit).toBe('nodes');
    expect(reads).toBeLessThan(4 * wide.nodes);
  });

  it('a list that claims a billion entries is not gone through', () => {
    expect(excessOfValue({ a: new Array(1e9) }, wide)?.limit).toBe('nodes');
  });

  it('what stands within itself is left to the writing of JSON', () => {
    const circle: Record<string, unknown> = {};
    circle.a = { circle };
    expect(excessOfValue(circle, wide)).toBeUndefined();
  });
});
