/** The binomial distribution, and limits between its steps. */

/** How many of `size` have what each has with a chance of `share`: where its chance can be told from none. */
export interface Binomial {
  /** The fewest that are listed. */
  readonly from: number;
  /** The chance of exactly so many, from `from` on. */
  readonly chances: readonly number[];
}

/** Beside the most likely number, what is less likely than this changes no digit of a sum. */
const negligible = 1e-20;

/**
 * The distribution from its most likely number outwards, each number by its neighbour's chance: no factorials, no
 * logarithms, and as many steps as there are numbers that matter.
 */
export function binomial(size: number, share: number): Binomial {
  if (share <= 0) return { from: 0, chances: [1] };
  if (share >= 1) return { from: size, chances: [1] };
  const mode = Math.min(size, Math.floor((size + 1) * share));
  const odds = share / (1 - share);
  const below: number[] = [];
  for (let at = mode, chance = 1; at > 0 && chance > negligible; at--) {
    chance *= at / ((size - at + 1) * odds);
    below.push(chance);
  }
  const above: number[] = [];
  for (let at = mode, chance = 1; at < size && chance > negligible; at++) {
    chance *= ((size - at) * odds) / (at + 1);
    above.push(chance);
  }
  const chances = [...below.reverse(), 1, ...above];
  // The smallest first: then nothing of them is lost.
  const whole = [...chances].sort((a, b) => a - b).reduce((total, each) => total + each, 0);
  return { from: mode - below.length, chances: chances.map((each) => each / whole) };
}

/**
 * The share that lies at a cumulated chance, between the steps of the distribution (Spiegelhalter 2005, appendix
 * A.1.1): the smallest number whose cumulated chance reaches it, less the part of its own chance that lies beyond.
 */
export function limitsAt(
  size: number,
  share: number,
  chances: readonly number[],
): readonly number[] {
  const { from, chances: own } = binomial(size, share);
  return chances.map((chance) => {
    let cumulated = 0;
    let at = 0;
    while (at < own.length - 1 && cumulated + own[at]! < chance) cumulated += own[at++]!;
    const beyond = (cumulated + own[at]! - chance) / own[at]!;
    return Math.min(1, Math.max(0, (from + at - beyond) / size));
  });
}
