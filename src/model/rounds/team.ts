/** Who is to see to whom: the clinic's team, and whoever else a round names. */
import type { Assignee, ClinicDescription, TeamMember } from '../../adapter/index.ts';
import { plainText } from '../../json/plain-text.ts';
import { drawnName } from './drawn.ts';
import type { RoundState } from './types.ts';

/**
 * What an assignee is called: as the clinic calls them now, else as it did when the patient was assigned, else by the
 * id, which is the host's and goes back as it came: it is shown as any text is.
 */
export function nameAssignee(
  { id, name }: Assignee,
  team: readonly TeamMember[] | undefined = [],
): string {
  return drawnName(team.find((each) => each.id === id)?.name ?? (name || plainText(id)));
}

/** The ids that patients are assigned to who are the user's: the user's own, and those of the user's roles. */
export function ownIds({ user, team = [] }: ClinicDescription): readonly string[] {
  if (user === undefined) return [];
  return [user, ...(team.find(({ id }) => id === user)?.roles ?? [])];
}

/** How many patients wait for one of some assignees: those who are neither reviewed nor exempt. */
export function openTasks({ assigned }: RoundState['plan'], ids: readonly string[]): number {
  return [...new Set(ids)].reduce((sum, id) => sum + (assigned.get(id)?.open ?? 0), 0);
}

/** The team, and a patient's assignee whom the clinic names no longer. */
export function choicesFor(
  assignee: Assignee | undefined,
  team: readonly TeamMember[] = [],
): readonly Assignee[] {
  const known = team.map(({ id, name }) => ({ id, name }));
  return assignee && !known.some(({ id }) => id === assignee.id) ? [...known, assignee] : known;
}
