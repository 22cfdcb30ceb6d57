/** What is asked of the patients' records for the numbers of a rule, where some rules take no part. */
import type { Criterion } from '../../profile/index.ts';
import { isWithin } from '../editing/places.ts';
import { after, aloneWithin, criterionAsItStands } from './as-it-stands.ts';
import type { Rule } from './rules.ts';

/** The questions of a rule that is asked as a whole. */
export interface Asked {
  /** The rule itself; undefined where nothing of it is left. */
  readonly own: Criterion | undefined;
  /** What is asked within it on the day of a record, in the order of the rule's `inner`. */
  readonly inner: readonly AskedWithin[];
}

/** The questions of a rule that stands in another, which is asked as a whole. What is undefined asks nothing. */
export interface AskedWithin {
  readonly rule: Rule;
  readonly alone: Criterion | undefined;
  /** The whole around it, were it the last of the rules there. */
  readonly left: Criterion | undefined;
  /** The whole without it, and with it. */
  readonly without: Criterion | undefined;
  readonly with: Criterion | undefined;
  /** Whether it takes part in the whole around it. */
  readonly takesPart: boolean;
  /** Whether it stands in what takes no part. */
  readonly isOut: boolean;
}

export function askedOf({ criterion, pointer, inner }: Rule, leftOut: ReadonlySet<string>): Asked {
  const isOut = (place: string) => place !== pointer && leftOut.has(place);
  const own = criterionAsItStands(criterion, pointer, isOut);
  return {
    own,
    inner: inner.map((rule): AskedWithin => {
      const place = rule.pointer;
      const isInOut = inner.some(
        (each) => each !== rule && leftOut.has(each.pointer) && isWithin(place, each.pointer),
      );
      const alone = aloneWithin(criterion, pointer, place, isOut);
      const takesPart = alone !== undefined && !isInOut && !leftOut.has(place);
      const having = (out: (other: string) => boolean) =>
        criterionAsItStands(criterion, pointer, out);
      return {
        rule,
        alone,
        left: takesPart ? having(after(place, isOut)) : undefined,
        without: having((other) => other === place || isOut(other)),
        with: takesPart ? own : having((other) => other !== place && isOut(other)),
        takesPart,
        isOut: isInOut,
      };
    }),
  };
}

/** All that is asked, each once. */
export function criteriaOf({ own, inner }: Asked): readonly Criterion[] {
  const all = [own, ...inner.flatMap((each) => [each.alone, each.left, each.without, each.with])];
  return [...new Set(all.filter((each) => each !== undefined))];
}
