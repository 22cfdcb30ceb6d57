/** What was done last in some rounds, be it one run of an action that left something in several: taken back as one. */
import type { CombinedPart } from '../../profile/index.ts';
import type { RoundUndo, UndoOutcome } from './history.ts';
import type { RoundModel } from './round.ts';

/** A round that is shown, by itself or as one of several. */
export interface ShownRound {
  readonly round: RoundModel;
  /** Of one of several: what its list is called. */
  readonly title?: CombinedPart['title'];
}

/** What is said in one of the rounds. */
export interface InRound<Said> {
  readonly said: Said;
  readonly title: CombinedPart['title'] | undefined;
}

/** What can be taken back next, or done again: one deed, or what one run of an action left in each round. */
export function nextDeeds(
  rounds: readonly ShownRound[],
  what: 'undoable' | 'redoable',
): readonly InRound<RoundUndo>[] {
  return turning(rounds, what).map(({ round, title }) => ({ said: round.state[what]!, title }));
}

/** Takes it back, or does it again. Answers what became of it in each round; nothing where there is nothing. */
export function turnDeeds(
  rounds: readonly ShownRound[],
  what: 'undo' | 'redo',
): readonly InRound<UndoOutcome>[] {
  return turning(rounds, what === 'undo' ? 'undoable' : 'redoable').flatMap(({ round, title }) => {
    const said = round[what]();
    return said ? [{ said, title }] : [];
  });
}

/** What became of what was taken back or done again last, until something else is done in any of the rounds. */
export function lastOutcomes(rounds: readonly ShownRound[]): readonly InRound<UndoOutcome>[] {
  const latest = greatest(rounds, ({ undone }) => undone);
  const deed = greatest(rounds, ({ undoable }) => undoable);
  if (!latest || (deed && deed.number > latest.number)) return [];
  return rounds.flatMap(({ round, title }) => {
    const said = round.state.undone;
    const isOne =
      said === latest ||
      (said && said.isRedo === latest.isRedo && isSameRun(said.deed, latest.deed));
    return said && isOne ? [{ said, title }] : [];
  });
}

function turning(
  rounds: readonly ShownRound[],
  what: 'undoable' | 'redoable',
): readonly ShownRound[] {
  const latest = greatest(rounds, (state) => state[what]);
  return rounds.filter(({ round: { state } }) => {
    const deed = state[what];
    return latest && deed && (deed === latest || isSameRun(deed, latest));
  });
}

function greatest<Said extends { readonly number: number }>(
  rounds: readonly ShownRound[],
  of: (state: RoundModel['state']) => Said | undefined,
): Said | undefined {
  return rounds
    .flatMap(({ round: { state } }) => of(state) ?? [])
    .reduce<Said | undefined>((a, b) => (a && a.number > b.number ? a : b), undefined);
}

function isSameRun(a: RoundUndo, b: RoundUndo): boolean {
  return a.run !== undefined && a.run === b.run;
}
