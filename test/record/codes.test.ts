import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesCode } from '../../src/record/index.ts';

describe('R1 systems', () => {
  const set = { system: 'icpc-2 ', include: ['P70'] };
  it.each([
    ['ICPC-2', 'P70', true],
    [' icpc-2', ' p70 ', true],
    ['ICD-10', 'P70', false],
    ['ICPC-2-DK', 'P70', true],
    ['ICPC2', 'P70', true],
    ['urn:oid:1.2.208.176.2.31', 'P70', true],
    ['1.2.208.176.2.31', 'P70', true],
    ['http://hl7.org/fhir/sid/icpc-2', 'P70', true],
    ['https://hl7.org/fhir/sid/icpc-2/', 'P70', true],
    ['ICPC-3', 'P70', false],
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
    // A hyphen that is not between two ends makes no range, and in a tree no code either.
    ['ydelse', ['L7-L76'], 'L72', false],
    ['ydelse', ['L76-L72'], 'L73', false],
    ['ydelse', ['X-L72-L76'], 'L73', false],
    ['ydelse', ['X-L72-L76'], 'X-L72-L76', true],
    ['ydelse', ['L72-L76-X'], 'L73', false],
    ['ICPC-2', ['L72-L76-X'], 'L73', false],
    ['ICPC-2', ['L7-L76'], 'L7-L76', false],
    // Elsewhere a hyphen is part of the code.
    ['LOINC', ['4548-4'], '4548-4', true],
    ['LOINC', ['4548-4549'], '4548', false],
    ['local', ['AB-CD'], 'ab-cd', true],
    // A pattern, or several codes, is none.
    ['ICPC-2', ['P70*'], 'P70', false],
    ['ICPC-2', ['P70, P71'], 'P70', false],
    ['local', ['A*'], 'A*', false],
    // R1: what only looks different.
    ['ICPC-2', ['L72–L76'], 'L73', true],
    ['ICPC-2', ['L72 — L76'], 'l\u00ad73\u200b', true],
    ['ATC', ['N05 A'], '\ufeffn05ah04\u00a0', true],
    ['ICD-10', ['DF03.9'], 'DF039', true],
    ['SKS', ['DF039'], 'DF03.9', true],
    ['LOINC', ['1.2'], '12', false],
    ['ydelse', ['101'], '0101', true],
    ['ydelse', ['0101'], '101', true],
    ['ydelse', ['101-150'], '0120', true],
    ['ydelse', ['101-2150'], '0120', true],
    ['ydelse', ['1'], '0001', true],
    ['ydelse', ['12345'], '12345', true],
    ['ydelse', ['A1'], '00A1', false],
    ['local', ['101'], '0101', false],
    // By code point: 𝐀 (U+1D400) comes after ﬀ (U+FB00), though JavaScript's own order says otherwise.
    ['ATC', ['A\ufb00-A\u{1d400}'], 'A\u{1d400}B', true],
    ['ATC', ['A\u{1d400}'], 'A\u{1d400}1', true],
    ['ATC', ['A\u{1d400}'], 'A\u{1d401}', false],
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
  // No digits: `ydelse` pads what is digits alone.
  const letters = fc.constantFrom('A', 'B', 'C', 'Æ', 'Ø');
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
    if (system === 'NPU') return own === entry;
    if (to === undefined) return system === 'ATC' ? own.startsWith(from) : own === from;
    const head = own.slice(0, from.length);
    return head.length === from.length && from <= head && head <= to;
  };
  fc.assert(
    fc.property(
      fc.constantFrom('ATC', 'YDELSE', 'NPU'),
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
