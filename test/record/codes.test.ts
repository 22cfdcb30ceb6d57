import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesCode } from '../../src/record/index.ts';

describe('R1 systems', () => {
  const set = { system: 'icpc-2 ', include: ['P70'] };
  it.each([
    ['ICPC-2', 'P70', true],
    [' icpc-2', ' p70 ', true],
    ['ICD-10', 'P70', false],
    ['ICPC-2-DK', 'P70', false],
  ])('%j %j is %j', (system, code, expected) => {
    expect(matchesCode(set, system, code)).toBe(expected);
  });
});

describe('R2 entries', () => {
  it.each([
    ['ATC', ['N05A'], 'N05AH04', true],
    ['ATC', ['N05A'], 'N05A', true],
    ['ATC', ['N05AH04'], 'N05A', false],
    ['ICPC-2', ['P70'], 'P7001', true],
    ['ICPC-2', ['P70', 'P20'], 'P20', true],
    ['ICD-10', ['DF03'], 'DF039', true],
    ['SKS', ['ZZ'], 'ZZ4501', true],
    // Not hierarchical: itself only.
    ['NPU', ['NPU273'], 'NPU27300', false],
    ['NPU', ['NPU27300'], 'npu27300', true],
    ['ydelse', ['01'], '0101', false],
    // Ranges: the first n characters, n the common length of the ends.
    ['ICPC-2', ['L72-L76'], 'L72', true],
    ['ICPC-2', ['L72-L76'], 'L76', true],
    ['ICPC-2', ['L72-L76'], 'L7601', true],
    ['ICPC-2', ['L72-L76'], 'L77', false],
    ['ICPC-2', ['L72-L76'], 'L71', false],
    ['ICPC-2', ['L72-L76'], 'L7', false],
    ['ydelse', ['2101-2150'], '2133', true],
    ['ydelse', ['2101-2150'], '2151', false],
    ['ICPC-2', ['L72 - L76'], 'L73', true],
    ['ICPC-2', ['L72-L72'], 'L7201', true],
    // A code shorter than the ends is in no range, though it lies between them in character order.
    ['ICPC-2', ['L72-M10'], 'M', false],
    // A text with a hyphen that is no range is a code of its own.
    ['ydelse', ['L7-L76'], 'L7-L76', true],
    ['ydelse', ['L7-L76'], 'L72', false],
    ['ydelse', ['L76-L72'], 'L76-L72', true],
    ['ydelse', ['X-L72-L76'], 'L73', false],
    ['ydelse', ['X-L72-L76'], 'X-L72-L76', true],
    ['ydelse', ['L72-L76-X'], 'L73', false],
    ['ydelse', ['L72-L76-X'], 'L72-L76-X', true],
  ] as const)('%s %j ~ %s is %j', (system, include, code, expected) => {
    expect(matchesCode({ system, include }, system, code)).toBe(expected);
  });

  it('exclude subtracts, by the same matching', () => {
    const set = { system: 'ATC', include: ['N05A'], exclude: ['N05AN', 'N05AH03-N05AH04'] };
    expect(matchesCode(set, 'ATC', 'N05AX08')).toBe(true);
    expect(matchesCode(set, 'ATC', 'N05AN01')).toBe(false);
    expect(matchesCode(set, 'ATC', 'N05AH03')).toBe(false);
    expect(matchesCode(set, 'ATC', 'N05AH04')).toBe(false);
    expect(matchesCode(set, 'ATC', 'N05AH05')).toBe(true);
  });
});

it('R2 many entries at once say what each says alone', () => {
  const letters = fc.constantFrom('A', 'B', 'C', '1', '2');
  const code = fc.string({ unit: letters, minLength: 1, maxLength: 4 });
  const range = fc
    .integer({ min: 1, max: 3 })
    .chain((length) =>
      fc.tuple(
        fc.string({ unit: letters, minLength: length, maxLength: length }),
        fc.string({ unit: letters, minLength: length, maxLength: length }),
      ),
    )
    .map((ends) => ends.sort().join('-'));
  const entries = fc.array(fc.oneof(code, range), { minLength: 1, maxLength: 6 });
  const holds = (system: string, entry: string, own: string) => {
    const [from = '', to] = entry.split('-');
    if (to === undefined) return system === 'ATC' ? own.startsWith(from) : own === from;
    const head = own.slice(0, from.length);
    return head.length === from.length && from <= head && head <= to;
  };
  fc.assert(
    fc.property(
      fc.constantFrom('ATC', 'NPU'),
      entries,
      fc.option(entries, { nil: undefined }),
      code,
      (system, include, exclude, own) => {
        const expected =
          include.some((entry) => holds(system, entry, own)) &&
          !exclude?.some((entry) => holds(system, entry, own));
        const selection = exclude ? { system, include, exclude } : { system, include };
        expect(matchesCode(selection, system, own)).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});
