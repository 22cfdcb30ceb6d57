/** Whom a profile's rules cannot be decided for, and what would decide them: who is on the list, markers, indicators. */
import {
  evidenceOf,
  unknownReasonsIn,
  unknownReasonsOf,
  type Population,
  type Steps,
} from '../../engine/index.ts';
import { denominatorOf, type Criterion } from '../../profile/index.ts';
import { ReasonGroups } from './reasons.ts';
import type {
  IndicatorQuality,
  MarkerQuality,
  UndecidedMembers,
  UnknownReasonGroup,
} from './types.ts';

/** What would decide who cannot be decided, a patient at a time. */
export function* undecidedInSteps(population: Population): Steps<readonly UnknownReasonGroup[]> {
  const groups = new ReasonGroups();
  for (const id of population.undecided) {
    groups.add(id, unknownReasonsOf(population.membership(id)));
    yield;
  }
  return groups.sorted;
}

/** Markers and indicators, and why they cannot be decided, a patient at a time. */
export function* rulesInSteps(population: Population): Steps<{
  readonly markers: readonly MarkerQuality[];
  readonly indicators: readonly IndicatorQuality[];
}> {
  const { members, profile } = population;
  const markers = (profile.markers ?? []).map((marker) => {
    const truths = population.truths(marker.when);
    return { marker, truths, doubts: new Doubts(marker.when, isUnknown(truths)) };
  });
  const indicators = (profile.indicators ?? []).map((indicator) => {
    const denominator = denominatorOf(indicator);
    const below = denominator && population.truths(denominator);
    const above = isUnknown(population.truths(indicator.numerator));
    return {
      indicator,
      denominator: denominator && below && new Doubts(denominator, isUnknown(below)),
      // R22: it is asked of those whom the denominator counts.
      numerator: new Doubts(
        indicator.numerator,
        (member) => above(member) && (below?.[member] ?? yes) === yes,
      ),
    };
  });
  const asked = [
    ...markers.map(({ doubts }) => doubts),
    ...indicators.flatMap(({ numerator, denominator }) => [numerator, denominator ?? []].flat()),
  ];
  for (const [member, id] of members.entries()) {
    const own = asked.filter((each) => each.isOf(member));
    for (const each of own) yield* each.take(id, population);
    if (own.length > 0) yield;
  }
  return {
    markers: markers.map(({ marker, truths, doubts }) => {
      const { patientIds, because } = doubts.found;
      return {
        ...{ marker, undecided: patientIds, because },
        set: members.filter((_, member) => truths[member] === yes),
      };
    }),
    indicators: indicators.map(({ indicator, numerator, denominator }) => ({
      indicator,
      numerator: numerator.found,
      denominator: denominator?.found ?? { patientIds: [], because: [] },
    })),
  };
}

/** As `Population.truths` numbers them. */
const yes = 2;
const unknown = 1;

function isUnknown(truths: Uint8Array): (member: number) => boolean {
  return (member) => truths[member] === unknown;
}

/** The members for whom one criterion cannot be decided. */
class Doubts {
  readonly #groups = new ReasonGroups();
  readonly #patientIds: string[] = [];

  /** @param isOf Whether it cannot be decided for a member, by place in the list. */
  constructor(
    private readonly criterion: Criterion,
    readonly isOf: (member: number) => boolean,
  ) {}

  *take(patientId: string, population: Population): Steps<void> {
    const finding = yield* population.findingInSteps(patientId, this.criterion);
    this.#patientIds.push(patientId);
    this.#groups.add(patientId, unknownReasonsIn(evidenceOf(finding)));
  }

  get found(): UndecidedMembers {
    return { patientIds: this.#patientIds, because: this.#groups.sorted };
  }
}
