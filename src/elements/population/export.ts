/** What it takes to write the list to a file or the clipboard: loaded when it is first asked for. */
export { ExportRun } from '../../model/index.ts';
export { copiedList, exportList } from './export-run.ts';
export { exportPanel, exportStyles as styles } from './panels/export.ts';
