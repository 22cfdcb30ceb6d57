/** What has become of a round's population since the round began: for its evaluation. */
import type { Round, RoundMember } from '../../adapter/index.ts';
import { compareRounds, type RoundChange } from './compare.ts';
import { presentMembers, tellsWhoCame } from './presence.ts';

/** One marker, then and now. */
export interface MarkerChange {
  readonly marker: string;
  /** How many it was set for when the round began, or when they came into it. */
  readonly before: number;
  readonly now: number;
  /** Ids of those for whom it is set no longer, and of those for whom it is now. */
  readonly gone: readonly string[];
  readonly set: readonly string[];
}

export interface RoundEvaluation {
  readonly markers: readonly MarkerChange[];
  /** How many were in the population when the round began; undefined where nobody wrote that. */
  readonly before: number | undefined;
  readonly now: number;
  /** Ids of those who have come since; undefined where nobody wrote who was in it from the start. */
  readonly came: readonly string[] | undefined;
  /** Ids of those who were in the population and are no longer. */
  readonly left: readonly string[];
  /** Ids of those of whom nobody can say whether they have come, or left. */
  readonly unsure: readonly string[];
}

/**
 * Compares a round as it began with the population as it is (`RoundModel.now`).
 *
 * @param markers Ids of the markers that are told of, in their order.
 */
export function evaluateRound(
  round: Round,
  now: Round,
  markers: readonly string[],
): RoundEvaluation {
  const inNow = presentMembers(now);
  const began = asBegun(round, inNow);
  const { changed, left, undecided } = compareRounds(began, now);
  const [before, after] = [began, now].map((each) => countsIn(each));
  const gone = patientsByMarker(changed, ({ markersGone }) => markersGone);
  const set = patientsByMarker(changed, ({ markersSet }) => markersSet);
  return {
    markers: markers.map((marker) => ({
      marker,
      before: before!.get(marker) ?? 0,
      now: after!.get(marker) ?? 0,
      gone: gone.get(marker) ?? [],
      set: set.get(marker) ?? [],
    })),
    now: inNow.size,
    ...(tellsWhoCame(round)
      ? whoCame(round, inNow, { left, undecided })
      : { before: undefined, came: undefined, left, unsure: undecided }),
  };
}

/**
 * The round with everybody who was in it when it began, or has come since and is in it, with the markers that each came
 * with. Where nobody wrote who came when, with everybody who was in it when it was last saved.
 */
function asBegun(round: Round, inNow: ReadonlyMap<string, RoundMember>): Round {
  const members = round.members.map(({ markersBefore, ...member }) =>
    markersBefore ? { ...member, markers: markersBefore } : member,
  );
  if (!tellsWhoCame(round)) return { ...round, members };
  return {
    ...round,
    undecided: [],
    members: members.flatMap(({ left: _, ...member }) =>
      isFirst(member, round) || (member.joined && inNow.has(member.patientId)) ? [member] : [],
    ),
  };
}

/** Whether somebody was in a round from the start. */
function isFirst({ joined }: RoundMember, { asOf }: Round): boolean {
  return joined !== undefined && joined <= asOf;
}

function whoCame(
  round: Round,
  inNow: ReadonlyMap<string, RoundMember>,
  { left, undecided }: { readonly left: readonly string[]; readonly undecided: readonly string[] },
): Pick<RoundEvaluation, 'before' | 'came' | 'left' | 'unsure'> {
  const members = new Map(round.members.map((each) => [each.patientId, each]));
  const doubtful = new Set(round.undecided);
  const came: string[] = [];
  const unsure = [...undecided];
  for (const id of inNow.keys()) {
    const member = members.get(id);
    if (member && isFirst(member, round)) continue;
    const isKnown = member ? member.joined !== undefined : !doubtful.has(id);
    (isKnown ? came : unsure).push(id);
  }
  const before = round.members.filter((each) => isFirst(each, round)).length;
  return { before, came, left, unsure };
}

function countsIn(round: Round): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { markers = [] } of presentMembers(round).values())
    for (const marker of markers) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  return counts;
}

function patientsByMarker(
  changed: readonly RoundChange[],
  markersIn: (change: RoundChange) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const patients = new Map<string, string[]>();
  for (const change of changed)
    for (const marker of markersIn(change)) {
      const known = patients.get(marker);
      if (known) known.push(change.patientId);
      else patients.set(marker, [change.patientId]);
    }
  return patients;
}
