/**
 * The rules that a profile's CQL asks, as a CQL library: what a match is, how matches are counted, picked and joined,
 * and what missing data makes of it (stories/docs/semantics.md; the numbers in its comments are the rules').
 */
import { dayRules } from './rules/days.ts';
import { countingRules } from './rules/counting.ts';
import { togetherRules } from './rules/together.ts';
import { runRules } from './rules/runs.ts';

/** The name and version under which a profile's library includes it. */
export const rulesName = 'OverblikRules';
export const rulesVersion = '1.0.0';

const head = `library ${rulesName} version '${rulesVersion}'

// The rules of Overblik's profiles. True, false and null are yes, no and unknown. Nothing here reads a record: see
// the library OverblikRecords.
`;

export const rulesLibrary = [head, dayRules, countingRules, togetherRules, runRules].join('\n');
