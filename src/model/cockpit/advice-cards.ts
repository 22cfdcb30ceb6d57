import type { Advice } from './view.ts';

/** What is said of one thing: the gravest marker first. */
export interface AdviceCard {
  readonly markers: readonly [Advice, ...Advice[]];
}

/**
 * Puts together what several profiles say of one and the same: a medicine that is advised on twice is one card, and so
 * is whatever else is called the same and builds on the same. Each profile's word stands in it. What one profile tells apart
 * stays apart where it alone is seen; what cannot be decided stands by itself unless it is said in the same words.
 *
 * @param advice The gravest first, those that cannot be decided last.
 */
export function adviceCards(advice: readonly Advice[]): readonly AdviceCard[] {
  const isMerged = new Set(advice.map(({ profile }) => profile.id)).size > 1;
  const cards = new Map<string, [Advice, ...Advice[]]>();
  for (const marker of advice) {
    const key = isMerged ? keyOf(marker) : `${marker.profile.id}\n${marker.id}`;
    const known = cards.get(key);
    if (known) known.push(marker);
    else cards.set(key, [marker]);
  }
  return [...cards.values()].map((markers) => ({ markers }));
}

function keyOf({ truth, about, title, evidence }: Advice): string {
  if (truth === 'yes' && about.length > 0) return JSON.stringify(['about', ...about]);
  return JSON.stringify([truth, title, ...evidence]);
}
