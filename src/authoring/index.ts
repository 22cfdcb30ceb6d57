/**
 * `overblik/authoring`: for who writes profiles. Test patients of a profile, and what there is to look at in it, on its
 * own and over a clinic. No element, and no network.
 */
export { runProfileTests, runProfileTestsInSteps } from './tests/run.ts';
export { describeProfileTests } from './tests/describe.ts';
export { isTested } from './tests/types.ts';
export type * from './tests/types.ts';
export { applyFix } from './review/patch.ts';
export { reviewProfileOn } from './review/review-on.ts';
export { reviewProfile, type ReviewOptions } from './review/review.ts';
export type { KnownCode, KnownCodes, PatchStep, ReviewFinding } from './review/types.ts';
export * from './terminology/index.ts';
export * from './editing/index.ts';
