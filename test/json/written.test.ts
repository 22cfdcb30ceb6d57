/** Writing as JSON within limits: what `JSON.stringify` writes, and of what grows while it is read no more than allowed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLimits } from '../../src/json/limits.ts';
import { writtenWithin } from '../../src/json/written.ts';

const limits: DocumentLimits = { characters: 1000, depth: 8, nodes: 100, key: 20 };
const ample: DocumentLimits = { characters: 1e9, depth: 500, nodes: 1e6, key: 1e6 };

/** Counts how often it is asked for another. */
const growing = (next: (again: () => unknown) => unknown) => {
  let asked = 0;
  const again = (): unknown => {
    // What is not stopped would never end.
    if (++asked > 10_000) throw new Error('no end');
    return next(again);
  };
  return { first: again(), count: () => asked };
};

describe('what is written', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withBoxedValues: true, withSparseArray: true }),
        (value) => {
          expect(writtenWithin(value, ample)).toEqual(JSON.stringify(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is so of what has rules of its own', () => {
    const date = new Date(0);
    for (const value of [
      {
        date,
        none: undefined,
        run: () => 0,
        sign: Symbol('x'),
        not: NaN,
        far: -Infinity,
        zero: -0,
      },
      [undefined, () => 0, Symbol('x'), date],
      { toJSON: (key: string) => `of ${key}`, a: 1 },
      { a: { toJSON: (key: string) => [key] } },
      [{ toJSON: (key: string) => [typeof key, key] }],
      JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
      Object.create({ inherited: 1 }),
      'lone \ud800 and "quoted"\n',
      undefined,
      new Map([[1, 2]]),
      new Uint8Array([3, 4]),
      new DataView(new ArrayBuffer(2)),
      { toJSON: () => undefined },
      [{ toJSON: () => undefined }],
      Object.assign(() => 0, { toJSON: () => 'said' }),
    ])
      expect(writtenWithin(value, ample)).toEqual(JSON.stringify(value));
  });

  it('throws where JSON.stringify throws', () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    for (const value of [
      circle,
      { big: 1n },
      Object.create(null, { a: { enumerable: true, get: () => JSON.parse('{') } }),
    ])
      expect(() => writtenWithin(value, ample)).toThrow();
  });
});

describe('what grows while it is read', () => {
  it.each([
    [
      'a toJSON that answers another',
      'depth',
      (again: () => unknown) => ({ toJSON: () => [again()] }),
    ],
    [
      'a getter that answers another',
      'depth',
      (again: () => unknown) => ({
        get more() {
          return again();
        },
      }),
    ],
    [
      'a toJSON that answers many',
      'nodes',
      () => ({ toJSON: () => Array.from({ length: 1e6 }, () => 1) }),
    ],
    ['a toJSON that claims more', 'nodes', () => ({ toJSON: () => new Array(4e9) })],
    ['a toJSON of numbers in memory', 'nodes', () => ({ toJSON: () => new Uint8Array(5e7) })],
    ['a toJSON that says more', 'characters', () => ({ toJSON: () => 'x'.repeat(2000) })],
    ['a toJSON with long keys', 'key', () => ({ toJSON: () => ({ ['k'.repeat(21)]: 1 }) })],
    [
      'a list that grows',
      'nodes',
      () => {
        const list: unknown[] = [];
        Object.defineProperty(list, 0, { enumerable: true, get: () => list.push(0) && 1 });
        return new Proxy(list, {
          get: (target, key) => (key === 'length' ? 1e9 : Reflect.get(target, key)) as unknown,
        });
      },
    ],
  ] as const)('%s is given up', (_, limit, next) => {
    const { first, count } = growing(next);
    expect(writtenWithin(first, limits)).toEqual({ limit, most: limits[limit] });
    expect(count()).toBeLessThan(20);
  });

  it('each part is read once', () => {
    let reads = 0;
    const value = {
      get part() {
        return ++reads;
      },
      toJSON: undefined,
    };
    expect(writtenWithin(value, limits)).toBe('{"part":1}');
    expect(reads).toBe(1);
  });
});
