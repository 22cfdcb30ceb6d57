import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/**
 * Keeps what is written in a text field, for the patient whom the field was drawn for: when the field is left, and
 * when it is taken away, whatever takes it: another patient, a reload, a panel that closes.
 */
class KeptNote extends AsyncDirective {
  #field: HTMLTextAreaElement | undefined;
  #keep: ((written: string) => void) | undefined;
  /** Whether something is written that is not kept yet. */
  #isWritten = false;

  render(_keep: (written: string) => void): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [keep]: [(written: string) => void]): typeof noChange {
    this.#keep = keep;
    if (this.#field !== element) {
      this.#field = element as HTMLTextAreaElement;
      element.addEventListener('input', () => (this.#isWritten = true));
      element.addEventListener('change', () => this.#finish());
    }
    return noChange;
  }

  protected override disconnected(): void {
    if (this.#isWritten) this.#finish();
  }

  #finish(): void {
    this.#isWritten = false;
    if (this.#field) this.#keep?.(this.#field.value);
  }
}

/** @param keep Takes what is written; for one patient as long as the field stands. */
export const keptNote = directive(KeptNote);
