/** Which columns are shown and who comes first: loaded when it is first asked for. */
export { columnsPanel } from './columns.ts';
export { priorityPanel } from './priority.ts';
