/** Disclosure control: how counts leave a clinic, and what may be said of them afterwards. */
export { interval, isLeaf, protect } from './classes.ts';
export {
  areExempted,
  exemptedFigures,
  protectExempted,
  reportedReasons,
  type ExemptedFigures,
} from './exempted.ts';
export { areLeaves, figuresOf, partsOf, type Figures } from './figures.ts';
export { protectLeaves, type CauseCount, type Counts } from './leaves.ts';
export { defaultProtection, leastThreshold, protectionProblem } from './rule.ts';
export { causesAt, figuresAt, shareOf, sumCauses, sumOf, sumOfFigures } from './sums.ts';
