/** Disclosure control: how counts leave a clinic, and what may be said of them afterwards. */
export { interval, isLeaf, protect } from './classes.ts';
export { areLeaves, figuresOf, type Figures } from './figures.ts';
export { protectLeaves, type CauseCount, type Counts } from './leaves.ts';
export { defaultProtection, leastThreshold, protectionProblem } from './rule.ts';
export { figuresAt, shareOf, sumOf, sumOfFigures } from './sums.ts';
