import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { copyText, describeCut, type ExportCell } from '../../src/export/index.ts';

const copied = (cells: readonly (readonly ExportCell[])[], options = {}) =>
  copyText(
    {
      title: 'T',
      columns: [
        { title: 'CPR', type: 'cpr' },
        { title: 'A\tB', type: 'text' },
      ],
      rows: cells.length,
      cell: (row, column) => cells[row]?.[column],
      info: [{ label: 'Profil', value: 'x' }],
      language: 'da',
    },
    options,
  );

describe('rows for the clipboard', () => {
  it('a head and rows, cells between tabs', async () => {
    expect(
      await copied([
        ['0101419996', 1.5],
        [undefined, { date: '2026-11-24' }],
      ]),
    ).toBe('CPR\tA B\r\n010141-9996\t1,5\r\n\t24-11-2026');
  });

  it('rows without a head', async () => {
    expect(await copied([['0101419996', '=1']], { hasHeads: false })).toBe("010141-9996\t'=1");
    expect(await copied([], { hasHeads: false })).toBe('');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['  @x', "' @x"],
    ['a\tb\r\n=c', 'a b =c'],
    ['a,-2', "a,'-2"],
    ['fald\n\nkl. 9', 'fald kl. 9'],
    ['a\x1e=b\x85@c', 'a =b @c'],
    ['a|=b', "a|'=b"],
    ['a\0b\x7fc', 'a b c'],
  ])('%j neither begins a formula nor a cell of its own', async (text, expected) => {
    expect((await copied([['', text]])).split('\r\n')[1]).toBe(`\t${expected}`);
  });
});

it('a quote that only white space stands before is quoted too: LibreOffice looks behind that', async () => {
  expect(await copied([['', ' \n "Lise']])).toContain('\t" ""Lise"');
});

describe('a text with quotes, as a spreadsheet takes it from the clipboard', () => {
  const read = async (cells: readonly (readonly ExportCell[])[]) =>
    papa.parse(await copied(cells), { delimiter: '\t', newline: '\r\n' }).data.slice(1);

  it.each(['"', '"Lise" Hansen', 'Lise "Lis" Hansen', '"=1+1', 'a"', '""', ' "Lise', ' " "'])(
    '%j stays in its cell, and the next patient in the next row',
    async (text) => {
      const bare = (each = '') => each.replaceAll("'", '');
      const found = await read([
        [text, 1],
        ['B', text],
      ]);
      expect(found.map((row) => row.map(bare))).toEqual([
        [text, '1'],
        ['B', text],
      ]);
    },
  );
});

describe('what was cut, in words', () => {
  it('says nothing when everything fitted', () => {
    expect(describeCut({ rows: 0, columns: 0, texts: 0 }, 'da')).toEqual([]);
  });
  it('a sentence each', () => {
    expect(describeCut({ rows: 5, columns: 0, texts: 2 }, 'da')).toEqual([
      '5 rækker er udeladt: et ark rummer ikke flere',
      '2 tekster er afkortet (…): en celle rummer 32.767 tegn',
    ]);
    expect(describeCut({ rows: 0, columns: 1, texts: 0 }, 'en')).toEqual([
      '1 column is left out: a sheet holds no more',
    ]);
  });
});
