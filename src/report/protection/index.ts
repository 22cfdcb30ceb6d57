/** Disclosure control: how counts leave a clinic, and what may be said of them afterwards. */
export { protectCount, protectLeaves, type Counts } from './plain.ts';
export { defaultProtection, interval, isLeaf, leastThreshold, protect } from './protect.ts';
export { figuresAt, figuresOf, shareOf, sumOf, type Figures } from './sums.ts';
