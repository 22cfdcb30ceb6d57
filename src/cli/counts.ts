/** A population in numbers: members, the undecided and why, each rule, markers and indicators. */
import { finish, type Population } from '../engine/index.ts';
import { countReasons, type ReasonCount } from '../model/describe/counted-reasons.ts';
import { assessItem } from '../model/quality/items.ts';
import { rulesInSteps, undecidedInSteps } from '../model/quality/rules.ts';
import type { UnknownReasonGroup } from '../model/quality/types.ts';
import {
  describeCriterion,
  textIn,
  type Criterion,
  type Language,
  type Profile,
} from '../profile/index.ts';

/** The numbers of one profile over one clinic. */
export interface Counts {
  /** Alive and born on the day: those who were asked. */
  readonly asked: number;
  readonly members: number;
  readonly undecided: number;
  /** Why the undecided are so: of how many of them each is a reason. */
  readonly undecidedBecause: readonly ReasonCount[];
  readonly rules: readonly RuleCount[];
  readonly markers: readonly {
    readonly id: string;
    readonly level: string;
    readonly title: string;
    readonly yes: number;
    readonly unknown: number;
    readonly unknownBecause: readonly ReasonCount[];
  }[];
  /** The profile's items: members with a value, without one, of whom nobody knows, and whom it is not asked of. */
  readonly information: readonly {
    readonly id: string;
    readonly title: string;
    readonly value: number;
    readonly none: number;
    readonly unknown: number;
    readonly notAsked: number;
    readonly unknownBecause: readonly ReasonCount[];
    /** Members with a value beside which something may be missing. */
    readonly incomplete: number;
    readonly incompleteBecause: readonly ReasonCount[];
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly title: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly unknownNumerator: number;
    readonly unknownDenominator: number;
    readonly unknownNumeratorBecause: readonly ReasonCount[];
    readonly unknownDenominatorBecause: readonly ReasonCount[];
  }[];
}

interface RuleCount {
  /** JSON Pointer into the profile. */
  readonly path: string;
  readonly text: string;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

export function countAll(profile: Profile, population: Population, language: Language): Counts {
  const { include, exclude } = profile.population;
  const rules = [
    ...rulesOf(include, '/population/include'),
    ...(exclude ? rulesOf(exclude, '/population/exclude') : []),
  ];
  const because = (groups: readonly UnknownReasonGroup[]) =>
    countReasons(groups, profile, language, 'en');
  const { markers, indicators } = finish(rulesInSteps(population));
  const values = population.indicators();
  return {
    asked: population.size,
    members: population.members.length,
    undecided: population.undecided.length,
    undecidedBecause: because(finish(undecidedInSteps(population))),
    rules: rules.map(({ path, criterion }) => {
      const [no = 0, unknown = 0, yes = 0] = tally(population.truths(criterion, population.asked));
      return { path, text: describeCriterion(criterion, profile, language), yes, no, unknown };
    }),
    markers: markers.map(({ marker: { id, level, title }, set, undecided, because: groups }) => ({
      ...{ id, level, title: textIn(title, language) },
      ...{ yes: set.length, unknown: undecided.length, unknownBecause: because(groups) },
    })),
    information: profile.information.map((item) => {
      const { counts, ...quality } = assessItem(item, population);
      const { value, none, unknown, 'not-asked': notAsked } = counts;
      return {
        ...{ id: item.id, title: textIn(item.title, language) },
        ...{ value, none, unknown, notAsked },
        unknownBecause: because(quality.because),
        incomplete: quality.incomplete.length,
        incompleteBecause: because(quality.incompleteBecause),
      };
    }),
    indicators: indicators.map(({ indicator, ...doubts }, index) => {
      const value = values[index]!;
      return {
        id: indicator.id,
        title: textIn(indicator.title, language),
        numerator: value.numerator,
        denominator: value.denominator,
        unknownNumerator: value.unknownNumerator,
        unknownDenominator: value.unknownDenominator,
        unknownNumeratorBecause: because(doubts.numerator.because),
        unknownDenominatorBecause: because(doubts.denominator.because),
      };
    }),
  };
}

interface Rule {
  readonly path: string;
  readonly criterion: Criterion;
}

/** A criterion and those that it is made of, as far as each is asked of the same day. */
function rulesOf(criterion: Criterion, path: string): readonly Rule[] {
  const ofEach = (parts: readonly Criterion[], key: string) =>
    parts.flatMap((part, index) => rulesOf(part, `${path}/${key}/${index}`));
  const own = { path, criterion };
  if ('all' in criterion) return [own, ...ofEach(criterion.all, 'all')];
  if ('any' in criterion) return [own, ...ofEach(criterion.any, 'any')];
  if ('atLeast' in criterion) return [own, ...ofEach(criterion.of, 'of')];
  if ('not' in criterion) return [own, ...rulesOf(criterion.not, `${path}/not`)];
  return [own];
}

/** How many are no, unknown and yes. */
function tally(truths: Uint8Array): readonly number[] {
  const counts = [0, 0, 0];
  for (const truth of truths) counts[truth]!++;
  return counts;
}
