/** What is not stored yet of the rounds that are shown together. */
import type { Problem } from '../load/problems.ts';
import type { RoundRepository } from './repository.ts';
import type { RoundPending } from './types.ts';

/** Attempts after which the user is told that something is not stored, and what to do. */
const fewAttempts = 3;

/** Counts the changes of all profiles: nothing is forgotten because the user looks at another one. */
export function pendingIn(repositories: readonly RoundRepository[]): RoundPending {
  let count = 0;
  let since: string | undefined;
  let problem: Problem | undefined;
  let attempts = 0;
  let isUnknown = false;
  for (const repository of repositories) {
    if (!repository.isDirty) continue;
    for (const draft of repository.drafts) {
      const changes = [...draft.pending].length;
      count += draft.isDirty ? Math.max(changes, 1) : 0;
    }
    if (repository.since !== undefined && !(since !== undefined && since <= repository.since))
      since = repository.since;
    if (repository.reason) problem = { kind: 'call', call: 'rounds', reason: repository.reason };
    attempts = Math.max(attempts, repository.attempts);
    isUnknown ||= repository.isUnknown;
  }
  return { count, since, problem, attempts, isStuck: attempts >= fewAttempts, isUnknown };
}

export function isSamePending(a: RoundPending, b: RoundPending): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
