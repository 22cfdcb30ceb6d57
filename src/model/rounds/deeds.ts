/** Takes back what the user has done in a profile's rounds, and does it again. */
import { isSameAim, takeBackAim } from './aim.ts';
import { aimedRound } from './aimed.ts';
import type { Undoing } from './draft.ts';
import { differingFields, sayTheSame } from './fields.ts';
import type { Deed, KeptPart, RoundUndo, UndoOutcome } from './history.ts';
import type { RoundRepository } from './repository.ts';
import type { RoundInputs } from './types.ts';
import { takeBack, type UndoStep } from './undo.ts';

/** Whose rounds they are, in which deeds are taken back. */
interface Owner {
  readonly inputs: () => RoundInputs | undefined;
  /** Who says it, and when. */
  readonly signature: () => { readonly by?: string; readonly at?: string };
  /** The number of the next deed in all rounds that are shown together. */
  readonly nextNumber: () => number;
  /** Has what was changed stored and shown. */
  readonly changed: () => void;
}

/** What was done last, where that can be taken back. */
export function undoableIn(repository: RoundRepository): RoundUndo | undefined {
  const { last } = repository.history;
  return last && isPossible(repository, last) ? last.undo : undefined;
}

/** What was taken back last, where that can be done again. */
export function redoableIn(repository: RoundRepository): RoundUndo | undefined {
  const { next } = repository.history;
  return next && isRepeatable(repository, next) ? next.undo : undefined;
}

/** Whether the round that a deed was done in is still the user's to change. */
function isPossible(repository: RoundRepository, { draft, undo }: Deed): boolean {
  if (undo.kind === 'finish') return repository.mayReopen(draft);
  if (undo.kind === 'begin') return repository.mayWithdraw(draft);
  if (undo.kind === 'aim') return aimedRound(repository) === draft;
  return repository.current === draft;
}

function isRepeatable(repository: RoundRepository, { draft, undo }: Deed): boolean {
  const { current, isListed } = repository;
  if (undo.kind === 'aim') return aimedRound(repository) === draft;
  if (undo.kind === 'begin') return isListed && !current.begun;
  return current === draft && (undo.kind !== 'finish' || (isListed && current.begun));
}

export class RoundDeeds {
  readonly #owner: Owner;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** Takes back the last deed, where that is possible; what others have said since stays. */
  undo(repository: RoundRepository): UndoOutcome | undefined {
    const { history } = repository;
    const deed = history.last;
    if (!deed || !isPossible(repository, deed)) return undefined;
    const { undo, draft } = deed;
    if (undo.kind === 'begin') return this.#withdraw(repository, deed);
    if (undo.kind === 'finish') repository.reopen(draft);
    if (deed.contested) draft.contest(deed.contested);
    const { aim, ...told } = this.#takeBackAim(deed);
    const { steps, kept } = this.#takeBack(repository, deed, true);
    history.takeBack({ ...deed, undo: this.#numbered(undo), steps, ...(aim ? { aim } : {}) });
    return this.#tell(repository, {
      deed: undo,
      isRedo: false,
      undone: changedOf(undo, steps),
      kept,
      ...told,
    });
  }

  /** Does again what was taken back last, where that is possible. */
  redo(repository: RoundRepository): UndoOutcome | undefined {
    const { history, current } = repository;
    const deed = history.next;
    if (!deed || !isRepeatable(repository, deed)) return undefined;
    const { undo } = deed;
    let { draft } = deed;
    const inputs = this.#owner.inputs();
    if (undo.kind === 'finish' && inputs) repository.finish(inputs.asOf);
    if (undo.kind === 'begin') (draft = current).begun = true;
    if (deed.contested) draft.resolve(deed.contested.mine.patientId, undefined);
    const { aim, ...told } = this.#takeBackAim(deed);
    const { steps, kept } = this.#takeBack(repository, deed, false);
    history.repeat({
      ...{ ...deed, undo: this.#numbered(undo), draft, steps },
      ...(aim ? { aim } : {}),
    });
    return this.#tell(repository, {
      deed: undo,
      isRedo: true,
      undone: changedOf(undo, steps),
      kept,
      ...told,
    });
  }

  #numbered(deed: RoundUndo): RoundUndo {
    return { ...deed, number: this.#owner.nextNumber() };
  }

  /**
   * Puts patients back to what they were before a deed, in all that is as the deed left it.
   *
   * @param givesWay Lets a colleague's words stand that come to light as it is stored; else both versions are shown.
   * @returns What it takes to put them forth again, and what stays.
   */
  #takeBack(
    { history }: RoundRepository,
    { draft, steps, undo }: Deed,
    givesWay: boolean,
  ): { readonly steps: readonly UndoStep[]; readonly kept: readonly KeptPart[] } {
    const again: UndoStep[] = [];
    const kept = new Map<string, KeptPart>();
    const signature = this.#owner.signature();
    // Of one patient the last first.
    for (const step of steps.toReversed()) {
      const { patientId } = step.was;
      const now = draft.member(patientId);
      const taken = draft.isOthers(step.mine)
        ? { member: now, kept: differingFields(step.was, step.mine) }
        : takeBack(now, step);
      const fields = [...new Set([...(kept.get(patientId)?.fields ?? []), ...taken.kept])];
      if (fields.length > 0) kept.set(patientId, { patientId, fields, by: now.by });
      if (sayTheSame(now, taken.member)) continue;
      const mine = { ...taken.member, ...signature };
      again.push({ was: now, mine });
      const { age } = history;
      const onKept: Undoing['onKept'] = (fields, { by }, isWhole) => {
        if (history.age !== age) return;
        history.addKept(undo, { patientId, fields, by }, isWhole, this.#owner.nextNumber());
      };
      draft.change(mine, givesWay ? { step: { was: mine, mine: now }, onKept } : undefined);
    }
    return { steps: again, kept: undo.patientIds.flatMap((id) => kept.get(id) ?? []) };
  }

  /** Puts back what a round is to reach, in all that is as the deed left it. */
  #takeBackAim({ draft, aim: step }: Deed): Pick<Deed, 'aim'> & Pick<UndoOutcome, 'aimKept'> {
    if (!step) return {};
    const now = draft.aim;
    const { aim, isWhole } = takeBackAim(now, step);
    const mine = { ...aim, ...this.#owner.signature() };
    if (!isSameAim(now, aim)) draft.changeAim(mine);
    return { aim: { was: now, mine }, ...(isWhole ? {} : { aimKept: { by: now.by } }) };
  }

  /** Takes back that a round began, unless somebody has said something in it. */
  #withdraw(repository: RoundRepository, { undo, draft }: Deed): UndoOutcome {
    const { history } = repository;
    const { by } = draft.aim;
    const inputs = this.#owner.inputs();
    const isOthers = by !== undefined && by !== inputs?.user;
    const speaker = isOthers ? { by } : repository.speakerIn(draft);
    const nothing = { deed: undo, isRedo: false, undone: [], kept: [] };
    history.takeBack(speaker ? undefined : { undo: this.#numbered(undo), draft, steps: [] });
    if (speaker || !inputs)
      return this.#tell(repository, { ...nothing, inUse: { by: speaker?.by } });
    const { age } = history;
    repository.withdraw(draft, inputs.asOf, (by) => {
      const number = this.#owner.nextNumber();
      if (history.age === age) history.outcome = { ...nothing, number, inUse: { by } };
    });
    return this.#tell(repository, nothing);
  }

  #tell(repository: RoundRepository, became: Omit<UndoOutcome, 'number'>): UndoOutcome {
    const outcome = { ...became, number: this.#owner.nextNumber() };
    repository.history.outcome = outcome;
    this.#owner.changed();
    return outcome;
  }
}

/** Those of a deed of whom something was changed. */
function changedOf({ patientIds }: RoundUndo, steps: readonly UndoStep[]): readonly string[] {
  const changed = new Set(steps.map(({ was }) => was.patientId));
  return patientIds.filter((id) => changed.has(id));
}
