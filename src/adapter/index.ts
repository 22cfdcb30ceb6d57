/** The contract between a clinic's system and the library, how it is called, and the ready-made adapters. */
export type * from './action-types.ts';
export { actionsOf } from './actions.ts';
export { shapeOf } from './answer.ts';
export * from './call.ts';
export {
  contactOutcomes,
  mostAttempts,
  type ContactAttempt,
  type ContactOutcome,
} from './contact.ts';
export { codeOfReason, exemptionReasons, isExemptionReason } from './exemption.ts';
export type { CheckedDescription } from './description.ts';
export * from './failure.ts';
export { memberOf } from './member.ts';
export * from './memory.ts';
export { longestTimer, nextTurn, pause } from './pause.ts';
export { RecordKeys } from './record-keys.ts';
export type { ProblemReport, ProblemReportKind } from './reports.ts';
export * from './round-calls.ts';
export * from './search-call.ts';
export type * from './types.ts';
