/** What is open and half written at one place that shows codes. */
import type { CodesContext } from './context.ts';
import { MissedList } from './missed.ts';
import { PasteForm } from './paste.ts';
import { SetState } from './set-state.ts';

export class FieldState {
  readonly missed: MissedList;
  readonly paste: PasteForm;
  readonly #sets = new Map<string, SetState>();
  /** Which of the lists below are open. */
  readonly open = new Set<string>();
  /** The system of a set that is to be added. */
  newSystem: string | undefined;
  /** The name that a set in place is to be shared under, while it is asked for. */
  shareName: string | undefined;

  constructor(
    private readonly part: CodesContext,
    readonly place: string,
  ) {
    this.missed = new MissedList(part, place);
    this.paste = new PasteForm(part, place);
  }

  /** @param place JSON Pointer of the set itself. */
  setAt(place: string): SetState {
    let state = this.#sets.get(place);
    if (!state) this.#sets.set(place, (state = new SetState(this.part, place)));
    return state;
  }

  stop(): void {
    this.missed.stop();
    for (const set of this.#sets.values()) set.stop();
  }
}
