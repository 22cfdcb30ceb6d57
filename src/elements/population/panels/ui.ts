import { actionFormTexts } from '../../../i18n/texts/action-form.ts';
import { exportPanelTexts } from '../../../i18n/texts/export-panel.ts';
import { panelsTexts } from '../../../i18n/texts/panels.ts';
import { qualityTexts } from '../../../i18n/texts/quality.ts';
import { roundMemberTexts } from '../../../i18n/texts/round-member.ts';
import { roundPanelTexts } from '../../../i18n/texts/round-panel.ts';
import { runTexts } from '../../../i18n/texts/run.ts';
import { whyTexts } from '../../../i18n/texts/why.ts';
import { uisOf } from '../../shared/context.ts';
import { populationCatalogue, type Ui as ListUi } from '../ui.ts';

/** What is opened over the list says besides what the list says, in each language: its texts come with it. */
const panelUis = uisOf({
  ...populationCatalogue,
  actionForm: actionFormTexts,
  exportPanel: exportPanelTexts,
  panels: panelsTexts,
  quality: qualityTexts,
  roundMember: roundMemberTexts,
  roundPanel: roundPanelTexts,
  run: runTexts,
  why: whyTexts,
});

/** The language of a panel, and its texts in it. */
export type Ui = (typeof panelUis)['da'];

/** The texts of a panel, in its language. */
export type Texts = Ui['texts'];

/** The texts of what is opened over a list, in the list's language. */
export function panelUi({ language, own }: ListUi): Ui {
  return own?.uiOf(panelUis[language]) ?? panelUis[language];
}
