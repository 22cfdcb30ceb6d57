/** `overblik/report`: reports of indicators, protected against disclosure, and what is made of them; no elements. */
export {
  clinicReportOf,
  clinicReports,
  clinicReportsInSteps,
  indicatorReportOf,
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
export {
  readLeaves,
  type DatabaseClinic,
  type DatabaseReportOptions,
  type DatabaseRow,
} from './database/reports.ts';
export { readActivities, type DatabaseActivitiesOptions } from './database/activities.ts';
export type { ExactExemptions } from './clinic/exemptions.ts';
export { uncountedDates, type Uncounted } from './clinic/not-counted.ts';
export { quarterEnds } from './clinic/quarters.ts';
export { groupsOf } from './clinic/groups.ts';
export { activityReports, activityReportsInSteps } from './activity/report.ts';
export type { Activity } from './activity/count.ts';
export { periodsUntil } from './activity/periods.ts';
export { addActivities, sumActivities } from './activity/sums.ts';
export {
  steeringOf,
  steeringReport,
  type SteeringPeriod,
  type SteeringReport,
} from './activity/steering.ts';
export { addCauses } from './merge/causes.ts';
export { addExemptions, sumExemptions } from './merge/exemptions.ts';
export { mergeReports, type MergeOptions } from './merge/merge.ts';
export { compareMade, isSameProtection, type Agreed } from './merge/agree.ts';
export {
  areLeaves,
  causesAt,
  defaultProtection,
  exemptedFigures,
  figuresAt,
  figuresOf,
  interval,
  isLeaf,
  leastThreshold,
  protect,
  protectionProblem,
  protectLeaves,
  reportedReasons,
  shareOf,
  sumOf,
  sumOfFigures,
  type CauseCount,
  type Counts,
  type ExemptedFigures,
  type Figures,
} from './protection/index.ts';
export {
  clinicsOf,
  readClinicReports,
  readReport,
  type ClinicReadings,
  type ReportProblem,
  type ReportReading,
} from './reading/read.ts';
export { reportFormat } from './types.ts';
export type * from './types.ts';
export * from './statistics/index.ts';
export {
  describePackage,
  followUpDate,
  gateQuestions,
  indicatorTitle,
  nextFigures,
  packageFormat,
  packageHash,
  parseClusterPackage,
  reviewPackage,
  type NextFigures,
  type PackageError,
  type PackageFinding,
  type PackageOutcome,
  type PackageReviewOptions,
} from './package/index.ts';
export type * from './package/types.ts';
