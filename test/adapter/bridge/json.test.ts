/** How values become pieces of JSON, and long texts values again: a part at a time, and never another value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/adapter/bridge/reader.ts';
import {
  encodedBytes,
  mostTextBytes,
  piecesOf,
  writeJson,
} from '../../../src/adapter/bridge/writer.ts';
import { cases } from '../../depth.ts';

const rest = () => Promise.resolve();
const written = (value: unknown) => [...writeJson(value)].join('');
const numRuns = cases(300, 2000);

describe('a value as JSON', () => {
  it('is what JSON.stringify writes, of all that JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(JSON.parse(written(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns },
    );
  });

  it('is written in many pieces where there is much of it', () => {
    const value = {
      results: Array.from({ length: 20_000 }, (_, at) => ({ code: 'NPU1', at, x: undefined })),
    };
    const texts = [...writeJson(value)];
    expect(texts.length).toBeGreaterThan(20_000);
    expect(texts.join('')).toBe(JSON.stringify(value));
  });

  it('leaves out what is not there, and writes no value for what is not in JSON', () => {
    const circle: Record<string, unknown> = { id: 'x' };
    circle.self = circle;
    const value = {
      ...{ absent: undefined, none: null, list: [undefined, 1], day: new Date(0), map: new Map() },
      ...{ amount: NaN, endless: -Infinity, large: 10n, run: () => 1, sign: Symbol('x') },
      ...{
        bytes: new Uint8Array(3),
        boxed: Object(5),
        circle,
        own: { toJSON: () => '2020-01-01' },
      },
      get broken() {
        throw new Error('Frida Fiktiv');
      },
    };
    expect(JSON.parse(written(value))).toEqual({
      ...{ none: null, list: [null, 1], day: {}, map: {}, amount: {}, endless: {}, large: {} },
      ...{ run: {}, sign: {}, bytes: {}, boxed: {}, circle: { id: 'x', self: {} } },
      ...{ own: { toJSON: {} }, broken: {} },
    });
    expect(written(undefined)).toBe('');
    expect(written(null)).toBe('null');
  });

  it('never throws, whatever is nested or refuses to be read', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = level % 2 ? [deep] : { deep };
    const refuses = new Proxy([], {
      get: () => {
        throw new Error('Frida Fiktiv');
      },
      ownKeys: () => {
        throw new Error('Frida Fiktiv');
      },
    });
    for (const value of [deep, refuses, [refuses, 1], { a: refuses }])
      expect(() => JSON.parse(written(value)) as unknown).not.toThrow();
    expect(JSON.parse(written([refuses, 1]))).toHaveLength(2);
  });
});

describe('the pieces of a text', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 30 });

  it('fit into a message with the rest of it, and are the text again', () => {
    fc.assert(
      fc.property(fc.array(letters), fc.integer({ min: 1, max: 40_000 }), (texts, times) => {
        const whole = texts.map((text) => text.repeat(times)).join('');
        const pieces = [...piecesOf(texts.map((text) => text.repeat(times)))];
        expect(pieces.map(({ text }) => text).join('')).toBe(whole);
        expect(pieces.map(({ last }) => last)).toEqual(
          pieces.map((_, at) => at + 1 === pieces.length),
        );
        for (const { text } of pieces) {
          expect(new TextEncoder().encode(JSON.stringify(text)).length - 2).toBe(
            encodedBytes(text),
          );
          expect(encodedBytes(text)).toBeLessThanOrEqual(mostTextBytes);
        }
      }),
      { numRuns: cases(10, 100) },
    );
  });

  it('are cut between characters, not within one', () => {
    const pieces = [...piecesOf(['x', '🩺'.repeat(100_000)])];
    expect(pieces.length).toBeGreaterThan(1);
    for (const { text } of pieces) expect(() => encodeURIComponent(text)).not.toThrow();
  });

  it('of nothing are none', () => {
    expect([...piecesOf(writeJson(undefined))]).toEqual([]);
  });
});

describe('a long text', () => {
  const spaced = fc
    .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t', '\r\n '))
    .map(([value, space]) => JSON.stringify(value, undefined, space));

  it('is read as JSON.parse reads it, however small the parts are', async () => {
    await fc.assert(
      fc.asyncProperty(spaced, fc.integer({ min: 1, max: 40 }), async (text, atOnce) => {
        expect(await readJson(text, rest, atOnce)).toEqual(JSON.parse(text));
      }),
      { numRuns },
    );
  });

  it('that is no JSON is refused where JSON.parse refuses it, and without a word of it', async () => {
    const broken = fc
      .tuple(
        spaced,
        fc.nat(),
        fc.constantFrom('', ',', ']', '}', '[', '{', '"', ':', '\\', '1', ' '),
      )
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + (at % 2));
      });
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 1, max: 30 }), async (text, atOnce) => {
        let value: unknown;
        let isJson = true;
        try {
          value = JSON.parse(text);
        } catch {
          isJson = false;
        }
        const read = await readJson(text, rest, atOnce).then(
          (found) => ({ found }),
          () => undefined,
        );
        expect(read !== undefined).toBe(isJson);
        if (read) expect(read.found).toEqual(value);
      }),
      { numRuns: cases(2000, 10_000) },
    );
  });

  it('gives others a turn, and parses no more than so much at once', async () => {
    const text = JSON.stringify({
      patient: { id: '1' },
      results: Array.from({ length: 60_000 }, (_, at) => ({ code: 'NPU03568', at, value: at })),
    });
    let turns = 0;
    const most: number[] = [];
    const { parse } = JSON;
    JSON.parse = (part: string) => {
      most.push(part.length);
      return parse(part) as unknown;
    };
    try {
      await readJson(text, () => Promise.resolve(void turns++), 100_000);
    } finally {
      JSON.parse = parse;
    }
    expect(turns).toBeGreaterThan(text.length / 100_000);
    expect(Math.max(...most)).toBeLessThan(101_000);
  });

  it('keeps __proto__ a key as any other', async () => {
    const text = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    const read = await readJson(text, rest, 5);
    expect(Object.keys(read as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((read as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
