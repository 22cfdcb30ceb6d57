import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toXlsx, type ExportColumn, type ExportTable } from '../../src/export/index.ts';
import { tableOf } from './tables.ts';

const cpr: ExportColumn = { title: 'CPR', type: 'cpr' };
const name: ExportColumn = { title: 'Navn', type: 'text', width: 28 };
const others = (count: number): readonly ExportColumn[] =>
  Array.from({ length: count }, (_, at) => ({ title: `Tal ${at}`, type: 'number' }));

const few = tableOf([cpr, name, ...others(4)], []);
const many = tableOf([{ title: 'Status', type: 'text' }, cpr, name, ...others(40)], []);

async function sheetsOf(table: ExportTable) {
  const files = unzipSync(await (await toXlsx(table)).blob.bytes());
  const text = (path: string) => strFromU8(files[path]!);
  return {
    list: text('xl/worksheets/sheet1.xml'),
    about: text('xl/worksheets/sheet2.xml'),
    workbook: text('xl/workbook.xml'),
  };
}

/** Points of the workbook's font at which a sheet of this width is printed on A4 on its side. */
function pointsOf(sheet: string): number {
  const scale = /<pageSetup [^>]*scale="(\d+)"/.exec(sheet)?.[1];
  if (scale) return (11 * Number(scale)) / 100;
  expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
  const inches = widths.reduce((sum, width) => sum + width * 7 + 5, 0) / 96;
  return Math.min(11, (11 * (297 / 25.4 - 0.8)) / inches);
}

describe('XLSX on paper', () => {
  it('lies on its side, as wide as the page, on as many pages down as it takes', async () => {
    const { list } = await sheetsOf(few);
    expect(list).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"\/>/);
    expect(pointsOf(list)).toBe(11);
  });

  it.each(Array.from({ length: 30 }, (_, at) => at + 1))(
    'is never under 8 points: %i columns',
    async (count) => {
      const { list } = await sheetsOf(tableOf([cpr, name, ...others(count)], []));
      expect(pointsOf(list)).toBeGreaterThanOrEqual(8);
    },
  );

  it('takes more pages side by side instead, with the CPR number and the name on each', async () => {
    const { list, workbook } = await sheetsOf(many);
    expect(list).toMatch(/<pageSetup [^>]*scale="73" pageOrder="overThenDown"/);
    expect(list).not.toContain('fitToPage');
    expect(workbook).toMatch(/Print_Titles" localSheetId="0">'[^<]*'!\$B:\$C,'[^<]*'!\$1:\$1</);
    expect((await sheetsOf(few)).workbook).not.toContain('$A:$B');
  });

  it('has rows as high as what is written in them, so that nothing is cut where a program does not see to that', async () => {
    const text: ExportColumn = { title: 'Hvorfor først', type: 'text', width: 20 };
    const { list, about } = await sheetsOf({
      ...tableOf(
        [name, text],
        [
          ['A', 'en linje'],
          ['B', 'to linjer, som ikke er'],
          ['C', 'én\nto\ntre'],
          ['D', 'x'.repeat(5000)],
          [undefined, undefined],
        ],
      ),
      info: [
        { label: 'Kort', value: 'ja' },
        { label: 'Lang', value: 'ord '.repeat(60).trim() },
      ],
    });
    const heights = (sheet: string) =>
      [...sheet.matchAll(/<row r="\d+"(?: ht="(\d+)")?>/g)].map(([, height]) => height);
    // 409 is the highest that there is.
    expect(heights(list)).toEqual([undefined, undefined, '30', '45', '409', undefined]);
    expect(heights(about)).toEqual([undefined, undefined, '45']);
  });

  it('tells of the list on one page', async () => {
    const { about } = await sheetsOf(many);
    expect(about).toContain('fitToPage="1"');
    expect(about).toContain('<pageSetup paperSize="9" orientation="portrait"/>');
  });

  it('has its title and the number of the page at the foot, whatever the title holds', async () => {
    const { list } = await sheetsOf({
      ...few,
      title: 'Hjerte & <kar>',
      at: '2026-11-27T09:30:00Z',
    });
    expect(list).toContain(
      '<headerFooter scaleWithDoc="0"><oddFooter>&amp;L&amp;8 Hjerte &amp;&amp; &lt;kar&gt; · 27-11-2026&amp;R&amp;8 Side &amp;P af &amp;N</oddFooter>',
    );
    const long = /<oddFooter>(.*)<\/oddFooter>/.exec(
      (await sheetsOf({ ...few, title: '&'.repeat(900) })).list,
    )![1]!;
    // Excel refuses the file for a longer one.
    expect(long.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(255);
  });
});
