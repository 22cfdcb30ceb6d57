import fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv, type ExportTable } from '../../src/export/index.ts';
import { formulas, mixed, tableOf } from './tables.ts';

const oneText = (text: string) => tableOf([{ title: 'Tekst', type: 'text' }], [[text]]);
const bytesOf = async (table: ExportTable, options = {}) =>
  (await toCsv(table, options)).blob.bytes();
const textOf = async (table: ExportTable, options = {}) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(table, options));

/** The cells as a reader with this separator sees them. */
async function read(table: ExportTable, delimiter = ';'): Promise<string[][]> {
  const text = (await textOf(table)).slice(1);
  return papa.parse(text, { delimiter, newline: '\r\n', skipEmptyLines: true }).data;
}

describe('CSV for Danish Excel', () => {
  it('is UTF-8 with a byte order mark, semicolons, decimal comma, Danish dates and CRLF', async () => {
    expect([...(await bytesOf(mixed)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await textOf(mixed)).toBe(
      '\ufeff"CPR";"Navn";"MMSE";"MMSE, dato"\r\n' +
        '"010141-9996";"Åse ""Ømål""; Prøve";24;09-03-2026\r\n' +
        '"610147-AAA2";"\'=1+1 Testesen";-7,5;31-12-1899\r\n' +
        // A date that does not exist stays the text it is.
        '"\'-000";"0101";"kan ikke afgøres";"2024-02-30"\r\n' +
        ';"to\nlinjer";"NaN";\r\n',
    );
  });

  it('holds a head and rows alone, and the rest after an empty line when asked', async () => {
    expect((await textOf(mixed)).split('\r\n')).toHaveLength(6);
    expect(await textOf(mixed, { about: true })).toMatch(
      /;\r\n\r\n"Profil";"Patienter med demens"\r\n"Filtre";"'=ingen"\r\n$/,
    );
  });

  it('without rows the head is there', async () => {
    expect(await textOf(tableOf([{ title: 'Navn', type: 'text' }], []))).toBe('\ufeff"Navn"\r\n');
  });

  it('shortens what Excel would spill over the next row, and counts it', async () => {
    const { cut } = await toCsv(oneText('å'.repeat(32_768)));
    expect(cut).toEqual({ rows: 0, columns: 0, texts: 1 });
    expect((await read(oneText('å'.repeat(32_768))))[1]?.[0]).toBe(`${'å'.repeat(32_766)}…`);
    expect((await toCsv(oneText('å'.repeat(32_767)))).cut.texts).toBe(0);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const table = { ...mixed, rows: 1_000_000, cell: () => 'x' };
    const told: number[] = [];
    const writing = toCsv(table, {
      signal: abort.signal,
      onProgress: (written) => {
        told.push(written);
        if (told.length === 3) abort.abort(new Error('nok'));
      },
    });
    await expect(writing).rejects.toThrow('nok');
    expect(told).toEqual([250, 500, 750]);
  });
});

describe('no cell of a CSV starts a formula', () => {
  it.each(formulas)('%j', async (text) => {
    expect((await read(oneText(text)))[1]).toEqual([`'${text}`]);
  });

  it('numbers stay numbers, below zero too', async () => {
    const table = tableOf([{ title: 'Tal', type: 'number' }], [[-5], [-0.25], [0]]);
    expect(await read(table)).toEqual([['Tal'], ['-5'], ['-0,25'], ['0']]);
  });

  it('heads and CPR numbers are texts like any other', async () => {
    const table = tableOf([{ title: '@SUM(A1)', type: 'cpr' }], [['=1+1']]);
    expect(await read(table)).toEqual([["'@SUM(A1)"], ["'=1+1"]]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@＝−;,|\t\r\n"\' aå0\u00a0') }),
  );

  it('whatever the texts and whichever separator the reader thinks of', async () => {
    const column = { title: 'Tekst', type: 'text' } as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.integer(), text)), async (rows) => {
        const table = tableOf([column, { title: 'Tal', type: 'number' }, column], rows);
        for (const separator of [';', ',', '\t']) {
          const cells = (await read(table, separator)).flat();
          for (const cell of cells)
            // A number followed by more is what is left of a line that was split elsewhere.
            expect(cell).not.toMatch(/^[\s"]*[=+@＝−]|^[\s"]*-(?!\d+(;|$))/);
        }
      }),
    );
  }, 60_000);

  it('and every text comes back, but for the apostrophes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (texts) => {
        const table = tableOf(
          [
            { title: 'Tekst', type: 'text' },
            { title: 'Nummer', type: 'number' },
          ],
          texts.map((each, index) => [each, index]),
        );
        const bare = (each: string) => each.replaceAll("'", '');
        const found = (await read(table)).slice(1).map(([each = '']) => bare(each));
        // Half a surrogate pair is nothing that UTF-8 can tell.
        expect(found).toEqual(texts.map((each) => bare(Buffer.from(each).toString())));
      }),
    );
  }, 60_000);
});
