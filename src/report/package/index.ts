/** Cluster packages: read, reviewed, and told in words. */
export { gateQuestions } from './checks.ts';
export { packageHash } from './definition.ts';
export { describePackage, indicatorTitle } from './describe.ts';
export { followUpDate, nextFigures, type NextFigures } from './follow-up.ts';
export {
  isClusterPackage,
  parseClusterPackage,
  type PackageError,
  type PackageOutcome,
} from './parse.ts';
export { reviewPackage, type PackageFinding, type PackageReviewOptions } from './review.ts';
export { packageFormat } from './schema.ts';
export type * from './types.ts';
