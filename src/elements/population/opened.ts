/**
 * What is opened over the list, loaded together with the first of it: the panels, the quality of the data, a host's
 * action, the overview as a table, and what exports and copies.
 */
import { css } from 'lit';
import { actionFormStyles } from '../shared/action-form/styles.ts';
import { exemptStyles } from '../shared/exempt-fields.ts';
import { planStyles } from '../shared/member-plan.ts';
import { whoseStyles } from '../shared/whose.ts';
import { exportStyles } from './panels/export.ts';
import { aimStyles } from './panels/aim.ts';
import { viewsStyles } from './panels/views.ts';
import { exemptionsStyles } from './panels/exemptions.ts';
import { notListedStyles } from './panels/not-listed.ts';
import { qualityStyles } from './panels/quality/styles.ts';
import { panelStyles } from './panels/styles.ts';
import { runStyles } from './run-dialog.ts';

export { assessQuality, ExportRun } from '../../model/index.ts';
export {
  copiedExemptions,
  copiedCells,
  copiedList,
  exportExemptions,
  exportList,
} from './export-run.ts';
export { overviewTable, tableOutline } from './overview/table.ts';
export { panelContent } from './panels/content.ts';
export { exportPanel } from './panels/export.ts';
export { qualityPanel } from './panels/quality/index.ts';
export { panelUi } from './panels/ui.ts';
export { actionForm, actionRun, retryRun, runDialog } from './run-dialog.ts';
export { runResults } from './run-results.ts';

export const styles = css`
  ${panelStyles}${exemptStyles}${planStyles}${whoseStyles}${qualityStyles}${exportStyles}${exemptionsStyles}${aimStyles}${viewsStyles}${notListedStyles}${runStyles}${actionFormStyles}
`;
