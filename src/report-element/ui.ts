import { uisOf } from '../elements/shared/context.ts';
import { reportTexts } from '../i18n/texts/report.ts';

/** What the report says: each of its parts may have a subject of its own. */
const reportCatalogue = {
  report: reportTexts,
};

export const reportUis = uisOf(reportCatalogue);

/** The language of the report, and its texts in it. */
export type Ui = (typeof reportUis)['da'];
export type Texts = Ui['texts'];
