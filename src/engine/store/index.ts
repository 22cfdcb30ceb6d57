/** A clinic's records in columns. */
export { Dictionary, type Code, type Detail } from './dictionary.ts';
export { restoreLazily, restorePatient, restoreRecords } from './restore.ts';
export {
  manyRecords,
  SegmentBuilder,
  type CoverageClass,
  type RowRef,
  type Segment,
  type TypeColumns,
} from './segment.ts';
