/** Who comes into a population and who goes out of it from one version of a profile to another, over the same data. */
import type { Population } from '../../engine/index.ts';

/** Who comes and goes, by ids, each list in the clinic's order. */
export interface Movement {
  readonly stay: readonly string[];
  readonly come: readonly string[];
  readonly go: readonly string[];
  /** Undecided in the later version alone, and in the earlier alone: they may be among those who come or go, too. */
  readonly nowUndecided: readonly string[];
  readonly nowDecided: readonly string[];
}

/** The same of a marker that both versions have, among those who are in both populations. */
export interface MarkerMovement {
  readonly id: string;
  /** How many have it. */
  readonly before: number;
  readonly after: number;
  readonly come: readonly string[];
  readonly go: readonly string[];
}

export function movementBetween(
  before: Pick<Population, 'members' | 'undecided'>,
  after: Pick<Population, 'members' | 'undecided'>,
): Movement {
  const earlier = new Set(before.members);
  return {
    stay: after.members.filter((id) => earlier.has(id)),
    come: without(after.members, before.members),
    go: without(before.members, after.members),
    nowUndecided: without(after.undecided, before.undecided),
    nowDecided: without(before.undecided, after.undecided),
  };
}

/** Of markers that both have, in the later version's order. */
export function markerMovements(
  before: Population,
  after: Population,
  { stay }: Movement,
): readonly MarkerMovement[] {
  const ids = new Set(before.profile.markers?.map(({ id }) => id));
  const shared = (after.profile.markers ?? []).map(({ id }) => id).filter((id) => ids.has(id));
  return shared.map((id) => {
    const having = (population: Population) => {
      const truths = population.markerTruths(id, stay);
      return stay.filter((_, index) => truths[index] === 'yes');
    };
    const [old, now] = [having(before), having(after)];
    return {
      ...{ id, before: old.length, after: now.length },
      ...{ come: without(now, old), go: without(old, now) },
    };
  });
}

function without(own: readonly string[], other: readonly string[]): readonly string[] {
  const others = new Set(other);
  return own.filter((id) => !others.has(id));
}
