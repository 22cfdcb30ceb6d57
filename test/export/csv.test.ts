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

const readers: readonly Reader[] = [';', ',', '\t', '|'].flatMap((separator) =>
  (['doubled', 'backslash', 'none'] as const).flatMap((quotes) =>
    (['CRLF', 'any'] as const).map((ends) => ({ separator, quotes, ends })),
  ),
);

describe('no cell of a CSV starts a formula', () => {
  it.each(formulas)('%j', async (text) => {
    const [cell = ''] = (await read(oneText(text)))[1]!;
    expect(cell).toMatch(/^'/);
    expect(cell.replaceAll("'", '')).toBe(text);
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
    fc.string({ unit: fc.constantFrom(...'=+-@＝−;,|\t\r\n\x85\u2028\\"\' aå0\u00a0') }),
  );

  it.each(readers)(
    'whatever the texts, read by $separator, $quotes, lines ending $ends',
    async (reader) => {
      const column = { title: 'Tekst', type: 'text' } as const;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(text, fc.integer(), text)), async (rows) => {
          const table = tableOf([column, { title: 'Tal', type: 'number' }, column], rows);
          for (const cell of cellsOf((await textOf(table)).slice(1), reader))
            // A number followed by more is what is left of a line that was split elsewhere.
            expect(cell).not.toMatch(/^[\p{Z}\p{C}"]*(?:[=+@＝−]|-(?!\d+(;|$)))/u);
        }),
      );
    },
  );

  it('the reader of RFC 4180 finds every cell, one line a row, and nothing that it must guess', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.integer())), async (rows) => {
        const table = tableOf(
          [
            { title: 'Tekst', type: 'text' },
            { title: 'Tal', type: 'number' },
          ],
          rows,
        );
        const records = strictly((await textOf(table)).slice(1));
        expect(records).toHaveLength(rows.length + 1);
        expect(records.slice(1).map(([, number]) => number)).toEqual(
          rows.map(([, number]) => String(number)),
        );
      }),
    );
  });

  it('a head does not tell Excel to read by another separator', async () => {
    const table = tableOf([{ title: 'sep=,', type: 'text' }], [['a']]);
    expect(await textOf(table)).toBe('\ufeff"\'sep=,"\r\n"a"\r\n');
  });

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

interface Reader {
  readonly separator: string;
  /** `none`: every quote is a sign like any other; `backslash`: a doubled one ends the cell. */
  readonly quotes: 'doubled' | 'backslash' | 'none';
  readonly ends: 'CRLF' | 'any';
}

/** The cells as a reader finds them who keeps to other rules than the file. */
function cellsOf(csv: string, { separator, quotes, ends }: Reader): readonly string[] {
  const isEnd = (at: number) =>
    ends === 'CRLF'
      ? csv.startsWith('\r\n', at)
      : /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/.test(csv[at]!);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]!;
    if (quotes !== 'none' && sign === '"') {
      if (quotes === 'doubled' && isQuoted && csv[at + 1] === '"') cell += csv[++at]!;
      else isQuoted = !isQuoted;
    } else if (quotes === 'backslash' && sign === '\\') cell += csv[++at] ?? '';
    else if (!isQuoted && (sign === separator || isEnd(at))) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

/**
 * The records of a file by RFC 4180, with semicolons.
 *
 * @throws Where a cell is neither plain nor wholly in quotes.
 */
function strictly(csv: string): readonly (readonly string[])[] {
  const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < csv.length) {
    const { lastIndex } = field;
    const found = field.exec(csv);
    if (!found) throw new Error(`No cell at ${lastIndex}.`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    records.push(record);
    record = [];
  }
  return records;
}
