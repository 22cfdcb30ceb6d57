/** Small tables for the tests of the files. */
import type { ExportCell, ExportColumn, ExportTable } from '../../src/export/index.ts';

export function tableOf(
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportCell[])[],
  more: Partial<ExportTable> = {},
): ExportTable {
  return {
    title: 'Patienter med demens',
    columns,
    rows: rows.length,
    cell: (row, column) => rows[row]?.[column],
    info: [
      { label: 'Profil', value: 'Patienter med demens' },
      { label: 'Filtre', value: '=ingen' },
    ],
    at: '2026-11-24T09:30:00+01:00',
    language: 'da',
    ...more,
  };
}

/** Every type once, with what each has to stand up to. */
export const mixed = tableOf(
  [
    { title: 'CPR', type: 'cpr' },
    { title: 'Navn', type: 'text', width: 30 },
    { title: 'MMSE', type: 'number' },
    { title: 'MMSE, dato', type: 'date' },
  ],
  [
    ['0101419996', 'Åse "Ømål"; Prøve', 24, { date: '2026-03-09' }],
    ['610147AAA2', '=1+1 Testesen', -7.5, { date: '1899-12-31' }],
    ['-000', '0101', 'kan ikke afgøres', { date: '2024-02-30' }],
    [undefined, 'to\nlinjer', Number.NaN, undefined],
  ],
);

/** A text for each sign that may begin a formula, as it stands and behind what cannot be seen. */
export const formulas = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '﹢',
  '﹣',
  '﹫',
  '−',
].flatMap((sign) =>
  ['', ' ', '\u00a0', '\u200b', '\ufeff', '\t', '\r', '\n', '\0'].map(
    (before) => `${before}${sign}1+1`,
  ),
);
