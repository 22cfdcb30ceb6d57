/** What of a deed in a round is taken back, field by field: what others wrote since stays. */
import type { RoundMember } from '../../adapter/index.ts';
import { fieldsOf, type RoundField } from './fields.ts';

/** Of one patient: what was said before, and what the user said instead. */
export interface UndoStep {
  readonly was: RoundMember;
  readonly mine: RoundMember;
}

export interface TakenBack {
  /** As it is to be said now. */
  readonly member: RoundMember;
  /** What was said otherwise since, and stays. */
  readonly kept: readonly RoundField[];
}

/** The member as before, in all that is still as the user then left it. */
export function takeBack(now: RoundMember, { was, mine }: UndoStep): TakenBack {
  let member = now;
  const kept: RoundField[] = [];
  for (const { name, isSame, put } of fieldsOf(was, mine)) {
    if (isSame(was, mine) || isSame(now, was)) continue;
    if (isSame(now, mine)) member = put(member, was);
    else if (!kept.includes(name)) kept.push(name);
  }
  return { member, kept };
}
