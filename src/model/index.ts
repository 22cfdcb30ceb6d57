export * from './actions/action-run.ts';
export * from './actions/call-reasons.ts';
export * from './actions/draft.ts';
export { edgesOf, mostOf, optionsOf, type FieldFault } from './actions/draft-fields.ts';
export * from './actions/facts.ts';
export type { ActionOutcome, ActionState, ActionStatus } from './actions/outcome-log.ts';
export * from './cells.ts';
export * from './cockpit/index.ts';
export * from './actions/journal.ts';
export * from './actions/result-table.ts';
export { noteEffects, type RoundEffect } from './actions/round-effects.ts';
export * from './list/index.ts';
export * from './load/archived.ts';
export type { LoadFinding } from './load/findings.ts';
export type { DataGap } from './load/gaps.ts';
export { ClinicIdentity, isSameClinic, type Origin } from './load/identity.ts';
export type { LoadedPopulation } from './load/evaluate-loaded.ts';
export * from './load/load.ts';
export * from './marker-counts.ts';
export { longTitle } from './marker-title.ts';
export * from './marker-view.ts';
export * from './markers.ts';
export { Memo, MemoMap, sameInputs } from './memo.ts';
export * from './load/options.ts';
export * from './load/patient.ts';
export * from './load/population.ts';
export * from './load/problems.ts';
export * from './load/profiles.ts';
export { isStill } from './load/shared-clinic.ts';
export type * from './cockpit/share.ts';
export * from './rounds/index.ts';
export * from './quality/quality.ts';
export * from './sliced-work.ts';
export * from './start/index.ts';
export { SteppedValue } from './steps.ts';
export * from './store.ts';
export type { CoveredPatient } from './treatment.ts';
export * from './cockpit/tabs.ts';
export * from './describe/index.ts';

export type { Steps } from '../engine/index.ts';
// What the elements need from the rooms below: they know no other room than this one and `ui/`.
export {
  actionsOf,
  AdapterFailure,
  codeOfReason,
  contactOutcomes,
  exemptionReasons,
  isExemptionReason,
  longestTimer,
  memberOf,
  nextTurn,
} from '../adapter/index.ts';
export type {
  ActionContent,
  ActionField,
  ActionResult,
  Assignee,
  ClinicAdapter,
  ClinicDescription,
  ContactAttempt,
  ContactOutcome,
  ExemptionReason,
  FieldOption,
  HostAction,
  MarkerExemption,
  OpenContext,
  PatientReference,
  ProblemReport,
  Round,
  RoundAim,
  RoundMember,
  RoundStatus,
  TeamMember,
} from '../adapter/index.ts';
export type { PatientOutcome, Port } from '../engine/index.ts';
export {
  checkProfile,
  combinationOf,
  combineProfiles,
  definitionHash,
  definitionsOf,
  describeProfile,
  explain,
  knownHash,
  placeholders,
  shortHash,
  sourcesOf,
  shortTitleOf,
  textIn,
  writtenPlaceholder,
  type CombinedPart,
  type CombineOutcome,
  type Language,
  type MarkerLevel,
  type Placeholder,
  type Profile,
  type ProfileIssue,
} from '../profile/index.ts';
export {
  addPeriod,
  completedYears,
  coverageOf,
  dataTypes,
  isSeldom,
  formatCpr,
  isCalendarDate,
  type CheckedPatient,
  type DataType,
  type Patient,
  type RecordType,
  newYears,
  writtenDeath,
} from '../record/index.ts';
export { dayOf } from '../record/days.ts';
export { nearest } from '../json/nearest.ts';
export { plainText, withPlainTexts } from '../json/plain-text.ts';
