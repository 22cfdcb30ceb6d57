/** The population list, headless: rows, columns, order, filters, counts, views and files. */
export * from './fetched.ts';
export type { FacetValue } from './column-index/types.ts';
export * from './changes.ts';
export { arrangeColumns } from './columns/arrange.ts';
export type { Activation, Column, ColumnGroup, ColumnKind, FilterKind } from './columns/types.ts';
export { describeListed, titleOfList } from './export/info.ts';
export * from './export/listed.ts';
export * from './export/run.ts';
export * from './export/table.ts';
export type * from './figure.ts';
export * from './list.ts';
export type * from './overview.ts';
export { defaultPriority } from './priority.ts';
export { whyOf, type Row, type Why } from './rows/row.ts';
export type { CompareText } from './rows/sort.ts';
export * from './selection.ts';
export type * from './types.ts';
export * from './views.ts';
