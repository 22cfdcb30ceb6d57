import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedCodes, type PasteOptions } from '../../../src/authoring/index.ts';
import { normalizeEntry } from '../../../src/record/index.ts';
import { cases } from '../../depth.ts';

/** What was read, in short: `system: entry=text …`. */
function read(text: string, options?: PasteOptions): readonly string[] {
  return readPastedCodes(text, options).groups.map(
    ({ system, codes }) =>
      `${system}: ${codes.map(({ entry, text: called }) => (called === undefined ? entry : `${entry}=${called}`)).join(' ')}`,
  );
}

const readable: readonly (readonly [
  text: string,
  read: readonly string[],
  options?: PasteOptions,
])[] = [
  ['P70\nP20\n\nP15\n', ['ICPC-2: P70 P20 P15']],
  ['P70\r\nP20\rP15', ['ICPC-2: P70 P20 P15']],
  ['P70, P20', ['ICPC-2: P70 P20']],
  ['P70 P20 P15', ['ICPC-2: P70 P20 P15']],
  ['P70/P20 og P15', ['ICPC-2: P70 P20 P15']],
  [' p70 ', ['ICPC-2: P70']],
  ['"P70","P20"', ['ICPC-2: P70 P20']],
  ['• P70\n1. P20\n- P15', ['ICPC-2: P70 P20 P15']],
  // Texts behind, before, in quotes, in brackets.
  ['P70 Demens\nP20: Hukommelse', ['ICPC-2: P70=Demens P20=Hukommelse']],
  ['P70 Demens, let', ['ICPC-2: P70=Demens, let']],
  ['P70 - Demens', ['ICPC-2: P70=Demens']],
  ['Demens (P70)', ['ICPC-2: P70=Demens']],
  ['Demens;P70', ['ICPC-2: P70=Demens']],
  ['P70,"Demens, let"', ['ICPC-2: P70=Demens, let']],
  ['P70\t"Demens ved ""sen"" start"', ['ICPC-2: P70=Demens ved "sen" start']],
  ['P70;"Demens\nover to linjer"\nP20;x', ['ICPC-2: P70=Demens over to linjer P20=x']],
  ['D81 B12 mangel', ['ICPC-2: D81=B12 mangel']],
  ['D81;Mangel på vitamin B12', ['ICPC-2: D81=Mangel på vitamin B12']],
  // Ranges.
  ['P70-P75', ['ICPC-2: P70-P75']],
  ['P70–P75', ['ICPC-2: P70-P75']],
  ['P70 - P75', ['ICPC-2: P70-P75']],
  ['P70 til P75', ['ICPC-2: P70-P75']],
  ['P70-75', ['ICPC-2: P70-P75']],
  // Which system.
  ['F00.1', ['ICD-10: F00.1']],
  ['DF001\ndf00.2', ['SKS: DF001 DF00.2']],
  ['F00.1\nF03', ['ICD-10: F00.1 F03']],
  ['N06DA02\nN05A\nN05', ['ATC: N06DA02 N05A N05']],
  ['N05A*', ['ATC: N05A']],
  ['NPU27300, MCS88042', ['NPU: NPU27300 MCS88042']],
  ['4548-4', ['LOINC: 4548-4']],
  ['P70, N06DA02', ['ICPC-2: P70', 'ATC: N06DA02']],
  ['ICPC-2: P70, P20 og P15\nATC N06DA02', ['ICPC-2: P70 P20 P15', 'ATC: N06DA02']],
  ['ICD-10:\nF03\nP70', ['ICD-10: F03 P70']],
  ['P70', ['ICD-10: P70'], { prefer: 'ICD-10' }],
  ['P70\nN06DA02', ['ICD-10: P70', 'ATC: N06DA02'], { prefer: 'ICD-10' }],
  ['120\n2150', ['YDELSE: 0120 2150'], { prefer: 'ydelse' }],
  ['0120;Årskontrol;37', ['YDELSE: 0120=Årskontrol'], { prefer: 'ydelse' }],
  ['KOL\nDIAB-1 plan', ['LOCAL: KOL DIAB-1=plan'], { only: 'local' }],
  // Columns.
  ['Kode\tTekst\tAntal\nP70\tDemens\t12\nT90\tDiabetes\t2101', ['ICPC-2: P70=Demens T90=Diabetes']],
  ['ICPC-2;SKS;Navn\nP70;DF03;Demens', ['ICPC-2: P70=Demens', 'SKS: DF03=Demens']],
  ['System;Kode\nATC;N05A\nICPC-2;P70', ['ATC: N05A', 'ICPC-2: P70']],
  ['P70;DF00;Demens;12', ['ICPC-2: P70=Demens', 'SKS: DF00=Demens']],
];

const unreadable: readonly (readonly [
  text: string,
  parts: readonly (readonly [line: number, text: string, why: string, ...suggestions: string[]])[],
  options?: PasteOptions,
])[] = [
  ['P70\nP7O', [[2, 'P7O', 'not-a-code', 'P70']]],
  ['P70, P7O, P20', [[1, 'P7O', 'not-a-code', 'P70']]],
  ['hej med dig', [[1, 'hej med dig', 'no-code']]],
  ['P75-P70', [[1, 'P75-P70', 'range-turned', 'P70-P75']]],
  ['NPU0001-NPU0004', [[1, 'NPU0001-NPU0004', 'no-ranges']]],
  ['N06DA02', [[1, 'N06DA02', 'other-system', 'ATC']], { only: 'ICPC-2' }],
  // Nothing of a line about somebody is taken.
  ['010150-4000;Opdigtet Person;P70', [[1, '••••••-••••', 'cpr']]],
  ['P70\n0101504000', [[2, '••••••-••••', 'cpr']]],
  ['12', [[1, '12', 'not-a-code']]],
  ['NPU2730*', [[1, 'NPU2730*', 'no-wildcards']], { prefer: 'NPU' }],
];

describe('pasted codes', () => {
  for (const [text, expected, options] of readable)
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(read(text, options)).toEqual(expected);
      expect(readPastedCodes(text, options).unreadable).toEqual([]);
    });

  for (const [text, parts, options] of unreadable)
    it(`tells what it cannot read of ${JSON.stringify(text)}`, () => {
      expect(
        readPastedCodes(text, options).unreadable.map((each) => [
          each.line,
          each.text,
          each.why,
          ...each.suggestions,
        ]),
      ).toEqual(parts);
    });

  it('tells what stood before, and what it passed over', () => {
    const { repeated, skipped } = readPastedCodes('Kode;Tekst;Antal\nP70;Demens;12\np70;igen;3');
    expect(repeated).toEqual([{ entry: 'P70', text: 'igen', line: 3 }]);
    expect(skipped).toEqual([
      { line: 1, text: 'Kode Tekst Antal', why: 'heading' },
      { line: 2, text: '12', why: 'column' },
      { line: 3, text: '3', why: 'column' },
    ]);
  });

  it('says which other systems the codes may be of', () => {
    const [group] = readPastedCodes('P70\nP20').groups;
    expect(group?.mayBe).toEqual(['ICD-10']);
    expect(readPastedCodes('ICPC-2: P70').groups[0]?.mayBe).toEqual([]);
  });

  it('loses no line: each is a code, or is told', () => {
    const cell = fc.oneof(
      fc.constantFrom('P70', 'df00.1', 'N06DA02', 'P70-P75', 'NPU27300', '0120', 'Demens, let'),
      fc.constantFrom('P7O', 'ICPC-2', 'Kode', '"', '""', ';', '-', '1. ', '(P70)', '12', '*'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const line = fc
      .array(cell, { minLength: 1, maxLength: 4 })
      .chain((cells) => fc.constantFrom(...[' ', ', ', ';', '\t'].map((by) => cells.join(by))));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom(undefined, 'ICPC-2', 'YDELSE', 'LOCAL'),
        fc.boolean(),
        (lines, system, isOnly) => {
          const options =
            system === undefined ? {} : isOnly ? { only: system } : { prefer: system };
          const {
            groups,
            unreadable: un,
            repeated,
            skipped,
          } = readPastedCodes(lines.join('\n'), options);
          const told = new Set(
            [...groups.flatMap(({ codes }) => codes), ...un, ...repeated, ...skipped].map(
              (each) => each.line,
            ),
          );
          // A cell in quotes goes on over lines: it is told by the first.
          if (!lines.some((each) => each.includes('"')))
            for (const [index, each] of lines.entries())
              if (
                /[\p{L}\p{N}]/u.test(each) &&
                !/[\r\n\v\f\u0085\u2028\u2029]/.test(lines.join(''))
              )
                expect(told, each).toContain(index + 1);
          for (const { system: own, codes } of groups)
            expect(new Set(codes.map(({ entry }) => normalizeEntry(own, entry))).size).toBe(
              codes.length,
            );
        },
      ),
      { numRuns: cases(150, 1000) },
    );
  });

  it('names what is beyond its reach instead of reading for ever', () => {
    const { unreadable: un } = readPastedCodes(
      Array.from({ length: 20_002 }, () => 'P70').join('\n'),
    );
    expect(un.map(({ line, why }) => [line, why])).toEqual([
      [20_001, 'too-many'],
      [20_002, 'too-many'],
    ]);
  });
});
