import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toXlsx, type ExportTable } from '../../src/export/index.ts';
import { formulas, mixed, tableOf } from './tables.ts';

const oneText = (text: string) => tableOf([{ title: 'Tekst', type: 'text' }], [[text]]);

async function partsOf(table: ExportTable): Promise<Record<string, string>> {
  const { blob } = await toXlsx(table);
  const files = unzipSync(await blob.bytes());
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Name and cells of both sheets, as another program reads them. */
async function read(table: ExportTable) {
  const { blob } = await toXlsx(table);
  return readExcel(Buffer.from(await blob.arrayBuffer()), { trim: false });
}

describe('XLSX', () => {
  it('reads back with its types: texts, numbers, real dates', async () => {
    const [list] = await read(mixed);
    expect(list).toEqual({
      sheet: 'Patienter med demens',
      data: [
        ['CPR', 'Navn', 'MMSE', 'MMSE, dato'],
        ['010141-9996', 'Åse "Ømål"; Prøve', 24, new Date('2026-03-09')],
        // Before Excel's calendar: a text.
        ['610147-AAA2', '=1+1 Testesen', -7.5, '31-12-1899'],
        ['-000', '0101', 'kan ikke afgøres', '2024-02-30'],
        [null, 'to\nlinjer', 'NaN', null],
      ],
    });
  });

  it('tells of the list on a sheet of its own', async () => {
    const [, about] = await read(mixed);
    expect(about).toEqual({
      sheet: 'Om listen',
      data: [
        ['Patienter med demens', null],
        ['Profil', 'Patienter med demens'],
        ['Filtre', '=ingen'],
      ],
    });
    expect((await read({ ...mixed, language: 'en' }))[1]?.sheet).toBe('About the list');
  });

  it('the head is frozen, filtered and repeated on paper; columns have their widths', async () => {
    const parts = await partsOf(mixed);
    const sheet = parts['xl/worksheets/sheet1.xml'];
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(sheet).toContain('<autoFilter ref="A1:D5"/>');
    expect(sheet).toContain('<col min="2" max="2" width="30" customWidth="1"/>');
    expect(parts['xl/workbook.xml']).toContain(`>'Patienter med demens'!$1:$1</definedName>`);
    expect(parts['xl/styles.xml']).toContain('formatCode="dd\\-mm\\-yyyy"');
  });

  it('a calendar date is that day, the edges of Excel’s calendar included', async () => {
    const dates = ['1900-03-01', '1999-12-31', '2000-02-29', '2026-11-24', '9999-12-31'];
    const rows = dates.map((date) => [{ date }]);
    const sheet = (await partsOf(tableOf([{ title: 'Dato', type: 'date' }], rows)))[
      'xl/worksheets/sheet1.xml'
    ];
    const serials = [...(sheet ?? '').matchAll(/<v>(\d+)<\/v>/g)].map(([, serial]) =>
      Number(serial),
    );
    expect(serials).toEqual([61, 36525, 36585, 46350, 2958465]);
    const early = tableOf([{ title: 'Dato', type: 'date' }], [[{ date: '1900-02-28' }]]);
    expect((await read(early))[0]?.data[1]).toEqual(['28-02-1900']);
  });

  it('the 27th column is AA, and the 703rd AAA', async () => {
    const columns = Array.from({ length: 703 }, () => ({ title: 'x', type: 'text' }) as const);
    const sheet = (await partsOf(tableOf(columns, [])))['xl/worksheets/sheet1.xml'];
    expect(sheet).toMatch(/r="Z1".*r="AA1".*r="ZZ1".*r="AAA1"/);
  });

  it('a table without rows or columns is a workbook still', async () => {
    expect((await read(tableOf([], [])))[1]?.sheet).toBe('Om listen');
    expect((await read(tableOf([{ title: 'Navn', type: 'text' }], [])))[0]?.data).toEqual([
      ['Navn'],
    ]);
  });

  it('the same input gives the same bytes', async () => {
    const [first, second] = [await toXlsx(mixed), await toXlsx(mixed)];
    expect(await first.blob.bytes()).toEqual(await second.blob.bytes());
  });

  it('a time that cannot be read is left out of the properties', async () => {
    const properties = async (at: string) =>
      (await partsOf({ ...mixed, at }))['docProps/core.xml'] ?? '';
    expect(await properties('2026-11-24T09:30:00+01:00')).toContain('>2026-11-24T09:30:00+01:00<');
    expect(await properties('i går')).not.toContain('created');
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const writing = toXlsx(
      { ...mixed, rows: 1_000_000, cell: () => 'x' },
      {
        signal: abort.signal,
        onProgress: (written) => written > 1000 && abort.abort(new Error('nok')),
      },
    );
    await expect(writing).rejects.toThrow('nok');
  });
});

describe('what a sheet cannot hold is said', () => {
  it('a long text is shortened, counted, and told of on the second sheet', async () => {
    const table = oneText('å'.repeat(32_768));
    const { cut } = await toXlsx(table);
    expect(cut).toEqual({ rows: 0, columns: 0, texts: 1 });
    const [list, about] = await read(table);
    expect(list?.data[1]).toEqual([`${'å'.repeat(32_766)}…`]);
    expect(about?.data[1]).toEqual(['OBS', '1 tekst er afkortet (…): en celle rummer 32.767 tegn']);
    expect((await toXlsx(oneText('å'.repeat(32_767)))).cut.texts).toBe(0);
  });

  it('a character of two halves is not cut in two', async () => {
    const [list] = await read(oneText(`${'x'.repeat(32_765)}😀😀`));
    expect(list?.data[1]).toEqual([`${'x'.repeat(32_765)}…`]);
  });

  it('rows and columns beyond Excel’s are left out', async () => {
    const columns = Array.from({ length: 16_385 }, () => ({ title: '', type: 'text' }) as const);
    const wide = tableOf(columns, []);
    expect((await toXlsx(wide)).cut).toEqual({ rows: 0, columns: 1, texts: 0 });
    const long = { ...tableOf([{ title: '', type: 'text' }], []), rows: 1_048_577 };
    const { cut } = await toXlsx({ ...long, cell: () => undefined });
    expect(cut).toEqual({ rows: 2, columns: 0, texts: 0 });
  }, 60_000);
});

describe('texts are texts', () => {
  it.each(formulas)('%j is stored as text, with a quote prefix', async (text) => {
    const sheet = (await partsOf(oneText(text)))['xl/worksheets/sheet1.xml'];
    expect(sheet).toContain('<c r="A2" s="4" t="inlineStr">');
    expect(sheet).not.toContain('<f');
  });

  it('an ordinary text has none', async () => {
    expect((await partsOf(oneText('a-b')))['xl/worksheets/sheet1.xml']).toContain('r="A2" s="3"');
  });

  it('markup, and what Excel takes for an escaped character, stay what they are', async () => {
    const text = '<b>&amp;"x"</b> _x0041_ ]]> _x005F_x0041_';
    expect((await read(oneText(text)))[0]?.data[1]).toEqual([text]);
  });

  it('control characters are dropped, line ends become one kind', async () => {
    const [list] = await read(oneText('a\0\x01\x0b\x1f\ufffe\uffff b\r\nc\rd\te'));
    expect(list?.data[1]).toEqual(['a b\nc\nd\te']);
  });

  it('any text comes back', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@<>&"\'_x0041\r\n\t å\0😀') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 80 }), async (texts) => {
        const table = tableOf(
          [
            { title: 'Nummer', type: 'number' },
            { title: 'Tekst', type: 'text' },
          ],
          texts.map((each, index) => [index, each]),
        );
        const [list] = await read(table);
        const expected = texts.map((each) => kept(each) || null);
        expect(list?.data.slice(1).map(([, each]) => each)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  /** What is left of a text: the rest is nothing that XML can hold. */
  function kept(text: string): string {
    return [...Buffer.from(text).toString().replace(/\r\n?/g, '\n')]
      .filter((each) => each > '\x1f' || each === '\n' || each === '\t')
      .filter((each) => !['\x7f', '\ufffe', '\uffff'].includes(each))
      .join('');
  }
});
