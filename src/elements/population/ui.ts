import { commonTexts } from '../../i18n/texts/common.ts';
import { exportTexts } from '../../i18n/texts/export.ts';
import { actionsTexts } from '../../i18n/texts/actions.ts';
import { groupsTexts } from '../../i18n/texts/groups.ts';
import { listTexts } from '../../i18n/texts/list.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import { populationTexts } from '../../i18n/texts/population.ts';
import { roundTexts } from '../../i18n/texts/round.ts';
import { statesTexts } from '../../i18n/texts/states.ts';
import { uisOf } from '../shared/context.ts';
import type { OverblikElement } from '../shared/element.ts';

/** What the population list says; what is opened over it says more (`panels/ui.ts`). */
export const populationCatalogue = {
  actions: actionsTexts,
  export: exportTexts,
  common: commonTexts,
  groups: groupsTexts,
  list: listTexts,
  patient: patientTexts,
  population: populationTexts,
  round: roundTexts,
  states: statesTexts,
};

export const populationUis = uisOf(populationCatalogue);

/** The language of the list, and its texts in it. */
export type Ui = (typeof populationUis)['da'];

/** The texts of the list, in its language. */
export type Texts = Ui['texts'];

/** The element that the list's controllers belong to, for what it shows and says. */
export type UiHost = OverblikElement<keyof Texts>;
