import type { ExportCut, ExportTable } from './types.ts';

/** What did not fit, a sentence each; nothing when everything did. */
export function describeCut(
  { rows, columns, texts }: ExportCut,
  language: ExportTable['language'],
): readonly string[] {
  const text = words[language];
  return [
    rows > 0 ? `${rows} ${text.rows}` : '',
    columns > 0 ? `${columns} ${text.columns}` : '',
    texts > 0 ? `${texts} ${text.texts}` : '',
  ].filter(Boolean);
}

const words = {
  da: {
    rows: 'rækker er udeladt: et ark rummer ikke flere',
    columns: 'kolonner er udeladt: et ark rummer ikke flere',
    texts: 'tekster er afkortet (…): en celle rummer 32.767 tegn',
  },
  en: {
    rows: 'rows are left out: a sheet holds no more',
    columns: 'columns are left out: a sheet holds no more',
    texts: 'texts are shortened (…): a cell holds 32,767 characters',
  },
};
