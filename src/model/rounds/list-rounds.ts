/** All that a list needs of the rounds, in one part that is loaded where the clinic has any. */
export { CombinedRounds } from './combined.ts';
export { RoundRepositories } from './repositories.ts';
export { RoundModel } from './round.ts';
