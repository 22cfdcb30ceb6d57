/** What the tests ask of jStat, which has no types of its own. */
declare module 'jstat' {
  export const jStat: {
    readonly binomial: {
      cdf(successes: number, trials: number, chance: number): number;
    };
  };
}
