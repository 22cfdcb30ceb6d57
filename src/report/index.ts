/** `overblik/report`: reports of indicators, protected against disclosure, and what is made of them; no elements. */
export {
  clinicReports,
  clinicReportsInSteps,
  reportSubjects,
  type ClinicReportOptions,
  type ReportSubject,
} from './clinic/report.ts';
export {
  exactCounts,
  exactCountsInSteps,
  type CountOptions,
  type ExactCount,
  type ExactCounts,
  type ExactIndicator,
} from './clinic/counts.ts';
export { groupsOf } from './clinic/groups.ts';
export {
  areLeaves,
  defaultProtection,
  figuresAt,
  figuresOf,
  interval,
  isLeaf,
  leastThreshold,
  protect,
  protectionProblem,
  protectLeaves,
  shareOf,
  sumOf,
  type CauseCount,
  type Counts,
  type Figures,
} from './protection/index.ts';
export { readReport, type ReportProblem, type ReportReading } from './read.ts';
export { reportFormat } from './types.ts';
export type * from './types.ts';
