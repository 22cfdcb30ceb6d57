/** What the user did last in a round, and how it is taken back. */
import type { RoundMember, RoundStatus } from '../../adapter/index.ts';
import type { RoundDraft } from './draft.ts';
import { withExemptions } from './members.ts';

/** What can be taken back. */
export interface RoundUndo {
  /** `status`: set for patients; `exemption`: of a marker, made or ended; `finish`: the round was finished. */
  readonly kind: 'status' | 'exemption' | 'finish';
  /** Whom it concerns; nobody of a round that was finished. */
  readonly patientIds: readonly string[];
  /** Of `status`: which. */
  readonly status?: RoundStatus;
  /** Of `status`: how many were exempt before. */
  readonly endedExemptions?: number;
}

/** Of one patient: what was said before, and what the user said instead. */
export interface UndoStep {
  readonly was: RoundMember;
  readonly mine: RoundMember;
}

/** Kept until the user does the next thing. */
export interface LastDeed {
  readonly undo: RoundUndo;
  readonly draft: RoundDraft;
  readonly steps: readonly UndoStep[];
}

/** What was done to some patients. */
export function lastDeed(
  kind: 'status' | 'exemption',
  status: RoundStatus | undefined,
  draft: RoundDraft,
  steps: readonly UndoStep[],
): LastDeed {
  const ended = steps.filter(
    ({ was, mine }) => was.status === 'exempt' && mine.status !== 'exempt',
  );
  return {
    undo: {
      kind,
      patientIds: steps.map(({ mine }) => mine.patientId),
      ...(status ? { status, endedExemptions: ended.length } : {}),
    },
    draft,
    steps,
  };
}

/** The member as before, in all that is still as the user then left it: what was written since stays. */
export function takeBack(now: RoundMember, { was, mine }: UndoStep): RoundMember {
  const { note: _, exemptUntil: __, ...rest } = now;
  const isStatus = now.status === mine.status && now.exemptUntil === mine.exemptUntil;
  const { status, exemptUntil } = isStatus ? was : now;
  const note = now.note === mine.note ? was.note : now.note;
  const exemptions = same(now.exemptions, mine.exemptions) ? was.exemptions : now.exemptions;
  return withExemptions(
    {
      ...rest,
      status,
      ...(note === undefined ? {} : { note }),
      ...(exemptUntil === undefined ? {} : { exemptUntil }),
    },
    exemptions ?? [],
  );
}

function same(a: RoundMember['exemptions'], b: RoundMember['exemptions']): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}
