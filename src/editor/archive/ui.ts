import { actionsTexts } from '../../i18n/texts/actions.ts';
import { archiveTexts } from '../../i18n/texts/archive.ts';
import { commonTexts } from '../../i18n/texts/common.ts';
import { statesTexts } from '../../i18n/texts/states.ts';
import { uisOf } from '../../elements/shared/context.ts';

const archiveCatalogue = {
  actions: actionsTexts,
  archive: archiveTexts,
  common: commonTexts,
  states: statesTexts,
};

/** What the archive says, in each language. */
export const archiveUis = uisOf(archiveCatalogue);

export type Ui = (typeof archiveUis)['da'];
export type Texts = Ui['texts'];
