import { html, noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './context.ts';

/** Characters that can be written in a note. One that is longer already stays whole, and can be made shorter. */
const longestNote = 4000;

/** From so many on the user is told how many they are. */
const near = longestNote - 400;

/** Tells how long the note is in the field before it, when little room is left, and what there is no room for. */
export function noteLength(ui: Ui<'roundMember'>): TemplateResult {
  return html`<p class="visually-hidden muted" ${bound(ui)}>
    <span></span> <span role="status"></span>
  </p>`;
}

/**
 * Keeps a field from taking more than a note holds. Nothing is cut short: what there is no room for is not taken at all,
 * and the user is told.
 */
class NoteLength extends Directive {
  #field: HTMLTextAreaElement | undefined;
  #words: HTMLElement | undefined;
  #ui: Ui<'roundMember'> | undefined;
  /** What there was no room for, and in which note: it is told until something else is written. */
  #refused: { readonly count: number; readonly note: string } | undefined;

  render(_ui: Ui<'roundMember'>): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [ui]: [Ui<'roundMember'>]): typeof noChange {
    this.#ui = ui;
    this.#words = element as HTMLElement;
    // At its first drawing it does not stand behind the field yet.
    queueMicrotask(() => this.#attend());
    return noChange;
  }

  #attend(): void {
    const field = this.#words?.previousElementSibling?.querySelector('textarea') ?? undefined;
    if (field && field !== this.#field) {
      field.addEventListener('beforeinput', (event) => this.#refuse(event));
      field.addEventListener('input', () => this.#tell());
    }
    this.#field = field;
    this.#tell();
  }

  #refuse(event: InputEvent): void {
    const field = this.#field;
    if (!field || !event.cancelable || !isInsertion(event)) return;
    const added = insertedBy(event).length;
    const grows = added - (field.selectionEnd - field.selectionStart);
    if (grows <= 0 || field.value.length + grows <= longestNote) return;
    event.preventDefault();
    this.#refused = { count: added, note: field.value };
    this.#tell();
  }

  #tell(): void {
    const ui = this.#ui;
    const note = this.#field?.value ?? '';
    const { length } = note;
    if (this.#refused?.note !== note) this.#refused = undefined;
    const refused = this.#refused?.count ?? 0;
    const [count, said] = this.#words?.querySelectorAll('span') ?? [];
    if (!ui || !count || !said) return;
    const text = ui.texts.roundMember;
    const [most, now] = [longestNote, length].map((each) => formatCount(each, ui.language));
    const isNear = length >= near || refused > 0;
    this.#words?.classList.toggle('visually-hidden', !isNear);
    count.textContent = isNear ? text.noteLength(now!, most!) : '';
    said.textContent =
      refused > 0
        ? text.noteRefused(formatCount(refused, ui.language))
        : length > longestNote
          ? text.noteLonger
          : isNear
            ? text.noteNear
            : '';
  }
}

const bound = directive(NoteLength);

/** What is composed or corrected cannot be told apart from what it takes the place of: it is taken. */
function isInsertion({ inputType, isComposing }: InputEvent): boolean {
  return inputType.startsWith('insert') && inputType !== 'insertReplacementText' && !isComposing;
}

function insertedBy({ inputType, data, dataTransfer }: InputEvent): string {
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return '\n';
  return (data ?? dataTransfer?.getData('text/plain') ?? '').replaceAll('\r\n', '\n');
}
