/** The population list, headless: rows, columns, order, filters, counts and views. */
export * from './changes.ts';
export {
  arrangeColumns,
  type Column,
  type ColumnGroup,
  type ColumnKind,
  type FilterKind,
} from './columns.ts';
export type { FacetValue } from './keys.ts';
export * from './list.ts';
export type { CompareText } from './order.ts';
export type * from './overview.ts';
export { defaultPriority } from './priority.ts';
export { whyOf, type Row, type RowStatus, type Why } from './rows.ts';
export type * from './types.ts';
export * from './views.ts';
