/** Of which of a profile's rounds the aim is told, offered and disputed. */
import type { RoundAim } from '../../adapter/index.ts';
import { aimAgain } from './aim.ts';
import type { AimDispute, RoundDraft } from './draft.ts';
import type { RoundRepository } from './repository.ts';

/** The round whose aim is told: the one under way, else the last that was finished. */
export function aimedRound({ current, counting }: RoundRepository): RoundDraft | undefined {
  return current.begun ? current : counting.findLast(({ isFinished }) => isFinished);
}

/** What the last finished round was to reach, for the one under way, of which nobody has said anything yet. */
export function offeredAim({ current, counting }: RoundRepository): RoundAim | undefined {
  if (!current.begun || aimAgain(current.round, current.asOf)) return undefined;
  const before = counting.findLast(({ isFinished }) => isFinished)?.round;
  return before && aimAgain(before, current.asOf);
}

/** The round of whose aim the user is asked: the one that is told, else the last in which there is a dispute. */
export function disputedRound(repository: RoundRepository): RoundDraft | undefined {
  const aimed = aimedRound(repository);
  if (aimed?.aimDispute) return aimed;
  return repository.counting.findLast(({ aimDispute }) => aimDispute);
}

/** What is in dispute of an aim, with the day that its round began where another has begun since. */
export function aimDisputeIn(repository: RoundRepository): AimDispute | undefined {
  const draft = disputedRound(repository);
  const dispute = draft?.aimDispute;
  if (!draft || !dispute || draft === aimedRound(repository)) return dispute;
  return { ...dispute, asOf: draft.asOf };
}
