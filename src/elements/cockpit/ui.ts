import { commonTexts } from '../../i18n/texts/common.ts';
import { cockpitTexts } from '../../i18n/texts/cockpit.ts';
import { actionsTexts } from '../../i18n/texts/actions.ts';
import { groupsTexts } from '../../i18n/texts/groups.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import { patientViewTexts } from '../../i18n/texts/patient-view.ts';
import { patientStatesTexts } from '../../i18n/texts/patient-states.ts';
import { roundTexts } from '../../i18n/texts/round.ts';
import { roundMemberTexts } from '../../i18n/texts/round-member.ts';
import { shareTexts } from '../../i18n/texts/share.ts';
import { statesTexts } from '../../i18n/texts/states.ts';
import { whyTexts } from '../../i18n/texts/why.ts';
import { worklistTexts } from '../../i18n/texts/worklist.ts';
import { uisOf } from '../shared/context.ts';
import type { OverblikElement } from '../shared/element.ts';

/** What the cockpit says, in each language. */
export const cockpitUis = uisOf({
  actions: actionsTexts,
  cockpit: cockpitTexts,
  common: commonTexts,
  groups: groupsTexts,
  patient: patientTexts,
  patientStates: patientStatesTexts,
  patientView: patientViewTexts,
  round: roundTexts,
  roundMember: roundMemberTexts,
  share: shareTexts,
  states: statesTexts,
  why: whyTexts,
  worklist: worklistTexts,
});

/** The language of the cockpit, and its texts in it. */
export type Ui = (typeof cockpitUis)['da'];

/** The texts of the cockpit, in its language. */
export type Texts = Ui['texts'];

/** The element that the cockpit's controllers belong to, for what it shows and says. */
export type UiHost = OverblikElement<keyof Texts>;
