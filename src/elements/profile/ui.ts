import { commonTexts } from '../../i18n/texts/common.ts';
import { profileTexts } from '../../i18n/texts/profile.ts';
import { statesTexts } from '../../i18n/texts/states.ts';
import { uisOf, type Ui as UiOf } from '../shared/context.ts';

const profileCatalogue = { common: commonTexts, profile: profileTexts, states: statesTexts };

/** What a profile as a document says, in each language. */
export const profileUis = uisOf(profileCatalogue);

/** The language of the document, and its texts in it. */
export type Ui = (typeof profileUis)['da'];
export type Texts = Ui['texts'];

/** The same where another element shows the document, with the words that its host gave. */
export function profileUiIn({ language, own }: UiOf<never>): Ui {
  const ui = profileUis[language];
  return own?.uiOf(ui) ?? ui;
}
