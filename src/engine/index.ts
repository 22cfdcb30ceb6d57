/** Evaluation: a profile over a clinic at a date, three-valued, with evidence. */
export { Clinic } from './store/clinic.ts';
export {
  codeUse,
  codeUseInSteps,
  patientsWithCodes,
  type CodeUse,
  type CodeUseOptions,
} from './store/code-use.ts';
export { contentsInSteps, contentsOf, foreignCodes, type ForeignCodes } from './store/contents.ts';
export { oddities, odditiesInSteps, type Oddity } from './store/oddities.ts';
export {
  resultsByUnit,
  resultsInOtherUnits,
  type OtherUnit,
  type UnitContents,
} from './store/units.ts';
export { compile, type Plan } from './query/compile.ts';
export {
  outcomeColumns,
  type OutcomeColumn,
  type OutcomeTable,
  type QueryEngine,
} from './engine.ts';
export { referenceEngine, type CheckedClinic } from './reference/engine.ts';
export { evaluatePatient, evaluatePatientInSteps } from './reference/evaluate.ts';
export { columnEngine } from './scan/engine.ts';
export { evaluate, evaluateInSteps } from './scan/evaluate.ts';
export { EarlyAnswers } from './scan/early-answers.ts';
export {
  tallyInSteps,
  type DateTally,
  type Found,
  type Tally,
  type TallyOptions,
  type TallyPlace,
} from './scan/tally.ts';
export { Survey, type SurveyedSegment } from './scan/survey.ts';
export { evidenceOf, recordsIn, unknownReasonsIn, unknownReasonsOf } from './evidence.ts';
export {
  all,
  any,
  findCriterionInSteps,
  firstDay,
  joinRuns,
  joinRunsInSteps,
  judgeValue,
  meetsRuns,
  noGap,
  not,
  selectInSteps,
  selector,
  sharedDays,
  type Run,
} from './reference/index.ts';
export {
  eachInSteps,
  finish,
  flatMapInSteps,
  itemsInStep,
  mapInSteps,
  sortInSteps,
  type Steps,
} from './steps.ts';
export { comparisonsOf, type Comparison } from './query/comparisons.ts';
export { requestFor, systemsAsked } from './query/request.ts';
export { typesAsked, type TypesAsked } from './query/types-asked.ts';
export { cellStates } from './types.ts';
export type * from './types.ts';
export {
  LentWorker,
  serveColumns,
  serveSurvey,
  WorkerBuilder,
  type Port,
  type WorkerOptions,
} from './worker/index.ts';
