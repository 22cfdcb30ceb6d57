/**
 * `overblik/authoring`: for who writes profiles. Test patients of a profile, what there is to look at in it, on its own and
 * over a clinic, and how many patients of a clinic each rule finds, leaves and changes. No element, and no network.
 */
export { runProfileTests, runProfileTestsInSteps } from './tests/run.ts';
export { describeProfileTests } from './tests/describe.ts';
export { Attrition, type AttritionInputs } from './attrition/attrition.ts';
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
export { isTested } from './tests/types.ts';
export type * from './tests/types.ts';
export { applyFix } from './review/patch.ts';
export { reviewProfileOn } from './review/review-on.ts';
export { reviewProfile, type ReviewOptions } from './review/review.ts';
export type { KnownCode, KnownCodes, PatchStep, ReviewFinding } from './review/types.ts';
export * from './terminology/index.ts';
export * from './editing/index.ts';
