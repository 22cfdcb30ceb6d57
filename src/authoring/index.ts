/**
 * `overblik/authoring`: for who writes profiles. Test patients of a profile, what there is to look at in it, on its own and
 * over a clinic, and how many patients of a clinic each rule finds, leaves and changes. No element, and no network.
 */
export { runProfileTests, runProfileTestsInSteps } from './tests/run.ts';
export { describeProfileTests } from './tests/describe.ts';
export { Attrition, type AttritionInputs } from './attrition/attrition.ts';
export { leftOutAfter } from './attrition/left-out.ts';
export type { FoundPatients } from './attrition/found-patients.ts';
export type { Stratum } from './attrition/sample.ts';
export type {
  AttritionState,
  Changes,
  Lacking,
  NumberKind,
  NumberPart,
  RuleNumbers,
  Tally,
} from './attrition/types.ts';
export type { NumberOutcome } from './attrition/why.ts';
export { proposeTest, type ProposedAnswer } from './tests/propose.ts';
export { isTested } from './tests/types.ts';
export type * from './tests/types.ts';
export { changesBetween, type ChangeGroup } from './difference/changes.ts';
export type { Change } from './difference/change.ts';
export {
  markerMovements,
  movementBetween,
  type MarkerMovement,
  type Movement,
} from './difference/movement.ts';
export { movedBecause, type MovedGroup } from './difference/moved-because.ts';
export { applyFix } from './review/patch.ts';
export { reviewProfileOn, reviewProfileOnInSteps } from './review/review-on.ts';
export { reviewProfile, reviewProfileInSteps, type ReviewOptions } from './review/review.ts';
export type { KnownCode, KnownCodes, PatchStep, ReviewFinding } from './review/types.ts';
export {
  readWordTable,
  type WordTableOptions,
  type WordTableOutcome,
  type WordTableSource,
} from './word-table/read.ts';
export {
  wordTableAsHtml,
  wordTableAsText,
  writeWordTable,
  type WrittenRow,
  type WrittenWordTable,
} from './word-table/write.ts';
export type { MarkupNode } from './word-table/markup.ts';
export type { WordTableNote } from './word-table/notes.ts';
export type { WordTablePlace } from './word-table/tables.ts';
export * from './terminology/index.ts';
export * from './editing/index.ts';
export * from './drafts/index.ts';
// Both have a list of that name: that of a profile's entries is meant.
export type { EntryList } from './editing/index.ts';
