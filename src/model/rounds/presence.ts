import type { Round, RoundMember } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { finish, mapInSteps, type Steps } from '../../engine/index.ts';
import { newMember } from './fields.ts';

/** Who is in the population now. */
export interface RoundPopulation {
  readonly members: readonly string[];
  /** Those for whom nobody can say whether they are in. */
  readonly undecided: readonly string[];
  /**
   * False while the list is loading or when it was cut short: then nobody is said to have left.
   * Default true.
   */
  readonly complete?: boolean | undefined;
  /** The day of it; without it, rounds do not tell who came when. */
  readonly asOf?: CalendarDate | undefined;
  /** Ids of the markers that are set for a patient; without it, rounds do not tell how those changed. */
  readonly markersOf?: ((patientId: string) => readonly string[]) | undefined;
}

/**
 * A round with what the population knows: who came, who left, who cannot be decided.
 *
 * @param everyMarker Asks the markers of all members again, not of those alone who came.
 */
export function withPopulation(
  round: Round,
  population: RoundPopulation,
  everyMarker: boolean,
): Round {
  return finish(withPopulationInSteps(round, population, everyMarker));
}

/** The same, a member a step. */
export function* withPopulationInSteps(
  round: Round,
  { members, undecided, complete = true, asOf, markersOf }: RoundPopulation,
  everyMarker: boolean,
): Steps<Round> {
  const inside = new Set(members);
  const doubtful = new Set(undecided);
  const known = new Set(round.members.map(({ patientId }) => patientId));
  const all = [...round.members, ...members.filter((id) => !known.has(id)).map(newMember)];
  if (!complete)
    for (const { patientId, left } of round.members)
      if (!left && !inside.has(patientId)) doubtful.add(patientId);
  const joins = joining(round, complete, asOf);
  const told = yield* mapInSteps(all, (member) => {
    const id = member.patientId;
    const { left: was, markers: had, markersBefore = had, ...rest } = member;
    const isIn = inside.has(id);
    const joined = member.joined ?? (isIn ? joins(id, known.has(id)) : undefined);
    const left = !isIn && !doubtful.has(id) && (complete || was);
    const markers = isIn && (everyMarker || !had) ? markersOf?.(id) : undefined;
    return {
      ...rest,
      ...(joined ? { joined } : {}),
      ...(left ? { left: true } : {}),
      ...((markers ?? had) ? { markers: markers ?? had } : {}),
      ...(markersBefore && !isSameList(markersBefore, markers ?? had) ? { markersBefore } : {}),
    };
  });
  return { ...round, undecided: [...doubtful], members: told };
}

/** On which day somebody joins who is in the population now: undefined where nobody can say. */
function joining(
  round: Round,
  complete: boolean,
  asOf: CalendarDate | undefined,
): (patientId: string, isKnown: boolean) => CalendarDate | undefined {
  const nobody = () => undefined;
  // Who is in a population of which only a part is known may have been in it from the start.
  if (round.revision === 0) return complete && asOf === round.asOf ? () => asOf : nobody;
  if (!asOf || asOf < round.asOf || !tellsWhoCame(round)) return nobody;
  const doubtful = new Set(round.undecided);
  return (id, isKnown) => (isKnown || doubtful.has(id) ? undefined : asOf);
}

/** Whether it was written who was in a round from the start, so that it is known who came later. */
export function tellsWhoCame({ asOf, members }: Round): boolean {
  return members.some(({ joined }) => joined !== undefined && joined <= asOf);
}

function isSameList(a: readonly string[], b: readonly string[] | undefined): boolean {
  if (a === b || a.length !== b?.length) return a === b;
  // In their own order they are nearly always.
  if (a.every((each, at) => each === b[at])) return true;
  const all = new Set(b);
  return a.every((each) => all.has(each));
}

const present = new WeakMap<Round, ReadonlyMap<string, RoundMember>>();

/** The members who were in the population when the round was last saved: each round is looked through once. */
export function presentMembers(round: Round): ReadonlyMap<string, RoundMember> {
  let known = present.get(round);
  if (!known) {
    const doubtful = new Set(round.undecided);
    const members = new Map<string, RoundMember>();
    for (const member of round.members)
      if (!member.left && !doubtful.has(member.patientId)) members.set(member.patientId, member);
    present.set(round, (known = members));
  }
  return known;
}
