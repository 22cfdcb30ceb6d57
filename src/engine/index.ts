/** Evaluation: a profile over a clinic at a date, three-valued, with evidence. */
export { Clinic } from './store/clinic.ts';
export { compile, type Plan } from './query/compile.ts';
export { evaluate, evaluatePatient } from './evaluate.ts';
export { evidenceOf, recordsIn } from './evidence.ts';
export { firstDay, sharedRuns } from './reference/index.ts';
export { requestFor } from './query/request.ts';
export { cellStates } from './types.ts';
export type * from './types.ts';
export { serveColumns, WorkerBuilder, type Port, type WorkerOptions } from './worker/index.ts';
