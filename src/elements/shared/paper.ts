/** What every page on paper has, whatever is printed: its size, its number, and the words for it. */
import type { Language } from '../../model/index.ts';
import { exportedAt } from '../../model/index.ts';
import { paperTexts } from '../../i18n/texts/paper.ts';
import { uisOf, type Ui } from './context.ts';
import { isoNow } from './now.ts';

const paperUis = uisOf({ paper: paperTexts });

export type PaperTexts = Ui<'paper'>['texts']['paper'];

/** The words on paper, in the language of what is printed. */
export function paperTextsOf({ language, own }: Ui<never>): PaperTexts {
  const ui = paperUis[language];
  return (own?.uiOf(ui) ?? ui).texts.paper;
}

/** `udskrevet 24. nov. 2026 kl. 09.30 af CD`. */
export function printedWhen(texts: PaperTexts, by: string | undefined, language: Language): string {
  return texts.printed(exportedAt(isoNow(), language), by);
}

interface PageSetup {
  readonly landscape: boolean;
  readonly texts: PaperTexts;
}

/**
 * The rules of the page: A4, and its number where the browser draws in margins. What must be on every page stands in
 * the content's own foot.
 */
export function pageRules({ landscape, texts }: PageSetup): string {
  const [before = '', between = '', after = ''] = texts.pageOf(mark, mark).split(mark);
  const number = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`;
  return `@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${landscape ? '6mm 7mm 8mm' : '8mm 10mm'}; @bottom-right { content: ${number}; font: 8pt ${fonts}; vertical-align: top } }`;
}

const fonts = "'Segoe UI', system-ui, 'DejaVu Sans', sans-serif";
/** Stands for a number that the browser fills in. */
const mark = '\u0000';

/** Whatever a host's text holds, it stays a text. */
function cssString(text: string): string {
  const escaped = text.replaceAll(
    /[^ \w.,]/gu,
    (each) => `\\${each.codePointAt(0)!.toString(16)} `,
  );
  return `'${escaped}'`;
}
