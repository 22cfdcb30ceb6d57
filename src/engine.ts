/**
 * `overblik/engine`: a profile over a clinic's records at a date, without elements: in Node, a page or a worker. What
 * records are, and how one patient's are checked, comes with it; profiles are checked by `overblik/profile`.
 */
export {
  Clinic,
  columnEngine,
  compile,
  evaluate,
  evaluatePatient,
  evidenceOf,
  outcomeColumns,
  referenceEngine,
  requestFor,
  type CheckedClinic,
  type OutcomeColumn,
  type OutcomeTable,
  type Plan,
  type QueryEngine,
  type WorkerOptions,
} from './engine/index.ts';
export type * from './engine/types.ts';
export * from './record/index.ts';
