/** What of the stored rounds cannot be read, for the adapter's developer. */
import type { ProblemReport } from '../../adapter/index.ts';

/**
 * One report for each field of a store's rounds that could not be read: the first place, and how many there are.
 *
 * @param unusable JSON Pointers into what the store listed, or answered to a save.
 */
export function reportUnusableRounds(unusable: readonly string[]): readonly ProblemReport[] {
  const groups = new Map<string, ProblemReport>();
  for (const field of unusable) {
    const { count, ...first } = groups.get(fieldOfRounds(field)) ?? { ...unusableRounds, field };
    groups.set(fieldOfRounds(field), { ...first, count: count + 1 });
  }
  return [...groups.values()];
}

const unusableRounds = { kind: 'unusable', call: 'rounds', count: 0 } as const;

/**
 * A pointer into rounds without which of them it is: `/0/members/12/status` of a list and `/round/members/3/status` of
 * the answer to a save are one field.
 */
export function fieldOfRounds(pointer: string): string {
  return pointer.replace(/^\/(round|conflict)(?=\/|$)/, '/*').replaceAll(/\/\d+(?=\/|$)/g, '/*');
}
