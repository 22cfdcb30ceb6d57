import { commonTexts } from '../i18n/texts/common.ts';
import { editorTexts } from '../i18n/texts/editor.ts';
import { editorTableTexts } from '../i18n/texts/editor-table.ts';
import { editorTestsTexts } from '../i18n/texts/editor-tests.ts';
import { editorChecksTexts } from '../i18n/texts/editor-checks.ts';
import { statesTexts } from '../i18n/texts/states.ts';
import { uisOf } from '../elements/shared/context.ts';

/** What the editor says: each of its parts has a subject of its own. */
const editorCatalogue = {
  common: commonTexts,
  editor: editorTexts,
  editorChecks: editorChecksTexts,
  editorTests: editorTestsTexts,
  editorTable: editorTableTexts,
  states: statesTexts,
};

export const editorUis = uisOf(editorCatalogue);

/** The language of the editor, and its texts in it. */
export type Ui = (typeof editorUis)['da'];
export type Texts = Ui['texts'];

/** What an edit is called, in both languages: `whatOf(({ editor }) => editor.deeds.move)`. */
export function whatOf(word: (texts: Texts) => string): {
  readonly da: string;
  readonly en: string;
} {
  return { da: word(editorUis.da.texts), en: word(editorUis.en.texts) };
}
