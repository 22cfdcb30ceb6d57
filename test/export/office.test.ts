/**
 * The files as LibreOffice opens them: a part of `npm run test:deep`, where LibreOffice is installed. On Debian it is
 * after `sudo apt-get install --no-install-recommends libreoffice-calc` (half a minute, 250 MB).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyText, toCsv, toXlsx, type ExportCell } from '../../src/export/index.ts';
import { formulas, mixed, tableOf } from './tables.ts';

const office = 'soffice';
const seed = process.env.OVERBLIK_SEED === undefined ? 20261127 : Number(process.env.OVERBLIK_SEED);
const factor = Number(process.env.OVERBLIK_DEEP ?? 1);
const isAsked = factor > 1 && spawnSync(office, ['--version']).status === 0;

/** What has broken spreadsheets, and drawn texts of the characters that it was made of. */
const texts = [
  ...formulas,
  '"',
  '""',
  '"Lise" Hansen',
  'a";=1+1;"b',
  'a\r\n=1+1',
  'a\n\n"b',
  "'=1+1",
  '=HYPERLINK("http://x";"y")',
  "=cmd|' /C calc'!A0",
  '{=1+1}',
  '2026-11-27',
  '1,5',
  '0101',
  '1E5',
  'TRUE',
  '#REF!',
  '<b>&amp;"x"</b> _x0041_ ]]>',
  ...fc.sample(
    fc.string({ unit: fc.constantFrom(...'=+-@|;,"\'\r\n\t\0\x85\u2028 a1å😀'), minLength: 1 }),
    { numRuns: 300 * factor, seed },
  ),
];
const table = tableOf(
  [
    { title: 'Nummer', type: 'number' },
    { title: 'Tekst', type: 'text' },
    { title: 'Efter', type: 'text' },
  ],
  texts.map((text, index): ExportCell[] => [index, text, 'slut']),
);

/** Columns between semicolons, commas, tabs and bars, all of them quoted by `"`, in UTF-8, as LibreOffice's import names it. */
const separators = { semicolon: 59, comma: 44, tab: 9, bar: 124 };

describe.skipIf(!isAsked)('LibreOffice opens', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'overblik-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The first sheet of a file. */
  async function open(name: string, content: Blob, filter: readonly string[] = []): Promise<Sheet> {
    writeFileSync(join(folder, name), Buffer.from(await content.arrayBuffer()));
    execFileSync(
      office,
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'user')).href}`,
        ...filter,
        ...['--convert-to', 'fods', '--outdir', folder, join(folder, name)],
      ],
      { stdio: 'ignore' },
    );
    return readSheet(readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8'));
  }

  const openText = (name: string, content: Blob, separator: keyof typeof separators) =>
    open(name, content, [`--infilter=CSV:${separators[separator]},34,76,1,,1030,false,true`]);

  it('XLSX: every text is the text it was, and no cell is worked out', async () => {
    const { formulaCells, rows } = await open('list.xlsx', (await toXlsx(table)).blob);
    expect(formulaCells).toEqual([]);
    // Of a text with line ends LibreOffice drops the tabs.
    const bare = (text = '') => text.replaceAll('\t', '');
    expect(rows.slice(1).map((row) => row.map(bare))).toEqual(
      texts.map((text, index) => [String(index), bare(kept(text)), 'slut']),
    );
  });

  it('XLSX: numbers are numbers and dates dates', async () => {
    const { types } = await open('mixed.xlsx', (await toXlsx(mixed)).blob);
    expect(types[1]).toEqual(['string', 'string', 'float', 'date']);
    expect(types[2]).toEqual(['string', 'string', 'float', 'string']);
  });

  it('CSV: a row for every patient, cells in their columns, and no cell is worked out', async () => {
    const { formulaCells, rows } = await openText(
      'list.csv',
      (await toCsv(table)).blob,
      'semicolon',
    );
    expect(formulaCells).toEqual([]);
    expect(rows.slice(1).map(([number, , after]) => [number, after])).toEqual(
      texts.map((_, index) => [String(index), 'slut']),
    );
  });

  it.each(['comma', 'tab', 'bar'] as const)(
    'CSV, split at what it is not split by (%s): no cell is worked out',
    async (separator) => {
      const { formulaCells } = await openText('other.csv', (await toCsv(table)).blob, separator);
      expect(formulaCells).toEqual([]);
    },
  );

  it('what was copied: a row for every patient, cells in their columns, and no cell is worked out', async () => {
    const copied = new Blob([await copyText(table)]);
    const { formulaCells, rows } = await openText('copied.csv', copied, 'tab');
    expect(formulaCells).toEqual([]);
    expect(rows.slice(1).map(([number, , after]) => [number, after])).toEqual(
      texts.map((_, index) => [String(index), 'slut']),
    );
  });
});

interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly types: readonly (readonly string[])[];
  /** Formulas of those that have one. */
  readonly formulaCells: readonly string[];
}

/** Reads the first table of a flat OpenDocument file, without the empty cells at the ends of its rows. */
function readSheet(xml: string): Sheet {
  const sheet = /<table:table [\s\S]*?<\/table:table>/.exec(xml)?.[0] ?? '';
  const cells = [
    ...sheet.matchAll(/<table:table-row\b[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g),
  ]
    .map(([, row = '']) => [
      ...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g),
    ])
    .map((row) =>
      row.flatMap(([, attributes = '', content = '']) => {
        const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
        const type = /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '';
        return Array.from({ length: Math.min(repeated, 50) }, () => ({
          type,
          text: type ? textIn(content) : '',
        }));
      }),
    )
    .map((row) => row.slice(0, row.findLastIndex(({ type }) => type) + 1));
  return {
    rows: cells.map((row) => row.map(({ text }) => text)),
    types: cells.map((row) => row.map(({ type }) => type)),
    formulaCells: [...xml.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula),
  };
}

function textIn(content: string): string {
  return [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)]
    .map(([, paragraph = '']) =>
      paragraph
        .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') =>
          ' '.repeat(Number(count)),
        )
        .replaceAll('<text:tab/>', '\t')
        .replaceAll('<text:line-break/>', '\n')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
}

/** What XML can hold of a text. */
function kept(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
}
