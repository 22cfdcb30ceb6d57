/** A population in numbers: members, the undecided and why, each rule, markers and indicators. */
import { unknownReasonsOf, type Population, type UnknownReason } from '../engine/index.ts';
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
  readonly undecidedBecause: readonly {
    readonly reason: UnknownReason['kind'];
    readonly type?: string;
    readonly patients: number;
  }[];
  readonly rules: readonly RuleCount[];
  readonly markers: readonly {
    readonly id: string;
    readonly level: string;
    readonly title: string;
    readonly yes: number;
    readonly unknown: number;
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly title: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly unknownNumerator: number;
    readonly unknownDenominator: number;
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
  return {
    asked: population.size,
    members: population.members.length,
    undecided: population.undecided.length,
    undecidedBecause: reasonsOf(population),
    rules: rules.map(({ path, criterion }) => {
      const [no = 0, unknown = 0, yes = 0] = tally(population.truths(criterion, population.asked));
      return { path, text: describeCriterion(criterion, profile, language), yes, no, unknown };
    }),
    markers: (profile.markers ?? []).map(({ id, level, title }) => {
      const truths = population.markerTruths(id);
      return {
        ...{ id, level, title: textIn(title, language) },
        yes: truths.filter((each) => each === 'yes').length,
        unknown: truths.filter((each) => each === 'unknown').length,
      };
    }),
    indicators: population.indicators().map(({ indicator, ...value }) => ({
      id: indicator.id,
      title: textIn(indicator.title, language),
      numerator: value.numerator,
      denominator: value.denominator,
      unknownNumerator: value.unknownNumerator,
      unknownDenominator: value.unknownDenominator,
    })),
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

function reasonsOf(population: Population): Counts['undecidedBecause'] {
  const found = new Map<
    string,
    { reason: UnknownReason['kind']; type?: string; patients: number }
  >();
  for (const id of population.undecided) {
    const reasons = unknownReasonsOf(population.membership(id));
    const own = new Map(
      reasons.map((reason) => {
        const type = typeOf(reason);
        return [
          `${reason.kind} ${type}`,
          { reason: reason.kind, ...(type ? { type } : {}) },
        ] as const;
      }),
    );
    for (const [key, reason] of own) {
      const entry = found.get(key) ?? { ...reason, patients: 0 };
      entry.patients++;
      found.set(key, entry);
    }
  }
  return [...found.values()].sort((a, b) => b.patients - a.patients);
}

function typeOf(reason: UnknownReason): string | undefined {
  if ('type' in reason) return reason.type;
  if ('record' in reason) return reason.record.type;
  return 'field' in reason ? `patient.${reason.field}` : undefined;
}
