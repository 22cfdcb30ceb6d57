import { sheetPhrases } from '../i18n/phrases/export.ts';
import type { ExportCut, ExportTable } from './types.ts';

/** Says what did not fit, a sentence each; nothing when everything did. */
export function describeCut(
  { rows, columns, texts }: ExportCut,
  language: ExportTable['language'],
): readonly string[] {
  const text = sheetPhrases[language];
  return [
    rows > 0 ? text.cutRows(rows) : '',
    columns > 0 ? text.cutColumns(columns) : '',
    texts > 0 ? text.cutTexts(texts) : '',
  ].filter(Boolean);
}
