/**
 * The complete semantics (stories/docs/semantics.md), written to be read: plain loops over plain objects. It is the
 * judge that the fast engine is held against.
 */
export { selectInSteps, selector, type PatientContext } from './context.ts';
export { findCriterion, findCriterionInSteps } from './criterion.ts';
export { findCell, findMarkers, findMembership } from './outcome.ts';
export { joinRuns, joinRunsInSteps, meetsRuns, noGap, sharedDays, type Run } from './runs.ts';
export { all, any, not } from './truth.ts';
export { judgeValue } from './values.ts';
export { firstDay } from './windows.ts';
