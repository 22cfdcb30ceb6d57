import { commonTexts } from '../../../i18n/texts/common.ts';
import { listTexts } from '../../../i18n/texts/list.ts';
import { populationTexts } from '../../../i18n/texts/population.ts';
import { roundTexts } from '../../../i18n/texts/round.ts';
import { startTexts } from '../../../i18n/texts/start.ts';
import { statesTexts } from '../../../i18n/texts/states.ts';
import { uisOf, type Ui as AnyUi } from '../../shared/context.ts';

/** The start page says, in each language: its texts come with it. */
const startUis = uisOf({
  common: commonTexts,
  list: listTexts,
  population: populationTexts,
  round: roundTexts,
  start: startTexts,
  states: statesTexts,
});

/** The language of the start page, and its texts in it. */
export type Ui = (typeof startUis)['da'];

/** The texts of the start page, in the workspace's language. */
export function startUi({ language, own }: AnyUi<'workspace'>): Ui {
  return own?.uiOf(startUis[language]) ?? startUis[language];
}
