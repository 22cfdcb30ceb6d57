import { actionsTexts } from '../i18n/texts/actions.ts';
import { commonTexts } from '../i18n/texts/common.ts';
import { editorDraftsTexts } from '../i18n/texts/editor-drafts.ts';
import { editorCodesTexts } from '../i18n/texts/editor-codes.ts';
import { editorFormsTexts } from '../i18n/texts/editor-forms.ts';
import { attritionTexts } from '../i18n/texts/editor-attrition.ts';
import { editorTexts } from '../i18n/texts/editor.ts';
import { editorTableTexts } from '../i18n/texts/editor-table.ts';
import { editorTestsTexts } from '../i18n/texts/editor-tests.ts';
import { editorPublishTexts } from '../i18n/texts/editor-publish.ts';
import { editorChecksTexts } from '../i18n/texts/editor-checks.ts';
import { statesTexts } from '../i18n/texts/states.ts';
import { whyTexts } from '../i18n/texts/why.ts';
import { uisOf } from '../elements/shared/context.ts';

/** What the editor says: each of its parts has a subject of its own. */
const editorCatalogue = {
  attrition: attritionTexts,
  common: commonTexts,
  actions: actionsTexts,
  editor: editorTexts,
  editorDrafts: editorDraftsTexts,
  editorCodes: editorCodesTexts,
  editorForms: editorFormsTexts,
  editorChecks: editorChecksTexts,
  editorPublish: editorPublishTexts,
  editorTests: editorTestsTexts,
  editorTable: editorTableTexts,
  states: statesTexts,
  why: whyTexts,
};

export const editorUis = uisOf(editorCatalogue);

/** The language of the editor, and its texts in it. */
export type Ui = (typeof editorUis)['da'];
export type Texts = Ui['texts'];

/** What an edit is called, in both languages: `whatOf(({ editor }) => editor.deeds.copy)`. */
export function whatOf(word: (texts: Texts, ui: Ui) => string): {
  readonly da: string;
  readonly en: string;
} {
  const { da, en } = editorUis;
  return { da: word(da.texts, da), en: word(en.texts, en) };
}
