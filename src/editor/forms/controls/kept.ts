import { noChange, type ElementPart } from 'lit';
import { Directive, directive, type PartInfo } from 'lit/directive.js';

/** Whether a text in a field says what the document does. */
type Same = (typed: string) => boolean;

class Kept extends Directive {
  readonly #field: HTMLInputElement;

  constructor(part: PartInfo) {
    super(part);
    this.#field = (part as ElementPart).element as HTMLInputElement;
  }

  override render(text: string, same: Same): unknown {
    const field = this.#field;
    if (field.value !== text && !same(field.value)) field.value = text;
    return noChange;
  }
}

/**
 * Writes the text of a field unless what stands in it says the same: `1,0` stays while `1,05` is on its way, and so does
 * a line that is just begun. To be bound to `.value`.
 *
 * @param same Whether a text in the field says what the document does.
 */
export const kept: (text: string, same: Same) => unknown = directive(Kept);
