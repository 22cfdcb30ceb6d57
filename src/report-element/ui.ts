import { uisOf } from '../elements/shared/context.ts';
import { reportChartsTexts } from '../i18n/texts/report-charts.ts';
import { reportFurtherTexts } from '../i18n/texts/report-further.ts';
import { clusterPackageTexts } from '../i18n/texts/cluster-package.ts';
import { reportTexts } from '../i18n/texts/report.ts';

/** What the report says: each of its parts may have a subject of its own. */
const reportCatalogue = {
  report: reportTexts,
  reportCharts: reportChartsTexts,
  reportFurther: reportFurtherTexts,
  clusterPackage: clusterPackageTexts,
};

export const reportUis = uisOf(reportCatalogue);

/** The language of the report, and its texts in it. */
export type Ui = (typeof reportUis)['da'];
export type Texts = Ui['texts'];
