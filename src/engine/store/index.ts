/** A clinic's records in columns. */
export { timeAt, type TypeColumns } from './columns.ts';
export type { Detail } from './details.ts';
export { Dictionary, type Code } from './dictionary.ts';
export { restoreLazily, restorePatient, restoreRecords } from './restore.ts';
export {
  countRecords,
  manyRecords,
  SegmentBuilder,
  type CoverageClass,
  type RowRef,
  type Segment,
} from './segment.ts';
