import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** What becomes of a note, for the patient whom its field was drawn for. */
export interface NoteKeeper {
  /** Whether something stands in the field that is not stored. */
  readonly isWritten: boolean;
  /** Takes what is written so far. */
  readonly keep: (written: string) => void;
  /** Stores what is written. Answers `false` where it cannot be stored now: it stays half written. */
  readonly finish: (written: string) => boolean;
}

/**
 * Keeps what is written in a text field, letter by letter, and stores it when the field is left, and when it is taken
 * away, whatever takes it: another patient, a reload, a panel that closes.
 */
class KeptNote extends AsyncDirective {
  #field: HTMLTextAreaElement | undefined;
  #keeper: NoteKeeper | undefined;
  /** Whether something is written that is not stored yet. */
  #isWritten = false;

  render(_keeper: NoteKeeper): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [keeper]: [NoteKeeper]): typeof noChange {
    this.#keeper = keeper;
    this.#isWritten ||= keeper.isWritten;
    if (this.#field !== element) {
      this.#field = element as HTMLTextAreaElement;
      element.addEventListener('input', () => this.#keep());
      element.addEventListener('change', () => {
        this.#isWritten = true;
        this.#finish();
      });
      // What was written before the field was drawn is left without a change, and so is a patient.
      element.addEventListener('blur', () => this.#finish());
    }
    return noChange;
  }

  protected override disconnected(): void {
    this.#finish();
  }

  #keep(): void {
    this.#isWritten = true;
    if (this.#field) this.#keeper?.keep(this.#field.value);
  }

  #finish(): void {
    if (!this.#isWritten || !this.#field || !this.#keeper) return;
    this.#isWritten = !this.#keeper.finish(this.#field.value);
  }
}

/** @param keeper Of one patient as long as the field stands. */
export const keptNote = directive(KeptNote);
