/** What all know of counts that have to do with one another, by their definitions. */
import type { Knowledge } from './knowledge.ts';
import type { Unknowns } from './published.ts';

/** The numerator of each is within the next one's: whoever is *yes* stays it, and who is *no* was so before. */
export function order(knowledge: Knowledge, counts: readonly Unknowns[]): void {
  counts.forEach((each, at) => {
    const next = counts[at + 1];
    if (!next) return;
    knowledge.order(each.numerator, next.numerator);
    knowledge.order(next.rest, each.rest);
  });
}

/** Each leaf of all but the first is within the same leaf of the first, as where a profile has one more rule. */
export function within(knowledge: Knowledge, [whole, ...parts]: readonly Unknowns[]): void {
  for (const part of whole ? parts : []) {
    if (!whole) continue;
    knowledge.order(part.numerator, whole.numerator);
    knowledge.order(part.rest, whole.rest);
    part.unknown.forEach((each, at) => {
      const own = whole.unknown[at];
      if (own) knowledge.order(each, own);
    });
  }
}
