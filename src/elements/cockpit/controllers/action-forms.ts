import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { textIn, type Origin, type RunContent } from '../../../model/index.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type { FormSource } from '../../shared/action-form/form.ts';
import type * as Part from '../action-form-part.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import type { CockpitHost } from './host.ts';

/** What is to be written, and what is done with it. */
export interface FormWish extends FormSource {
  /** Names the patient, the marker and the action. */
  readonly key: string;
  /** Whose patient it is. */
  readonly origin: Origin;
  readonly go: (content: RunContent) => void;
}

/**
 * The dialog in which the user writes what an action is to say. What is written stays with its patient and clinic until
 * it is done or discarded by a word, in a workspace be it that the cockpit is closed meanwhile.
 */
export class ActionForms implements ReactiveController {
  readonly #part: LazyPart<typeof Part>;
  readonly #forms = new Map<string, Part.ActionForm>();
  #wish: FormWish | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly unsaved: Unsaved,
  ) {
    this.#part = new LazyPart(host, () => import('../action-form-part.ts'));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** Asks what an action is to say. */
  open(wish: FormWish): void {
    this.#wish = wish;
    this.host.requestUpdate();
    void this.#show(wish);
  }

  /** Leaves the patient that was shown: what is written is there when that one is. */
  leave(): void {
    this.#wish = undefined;
    this.#dialog?.close();
  }

  /** Leaves the clinic: what is written of its patients is there when it is. */
  forget(): void {
    this.leave();
    this.#forms.clear();
  }

  /** The dialog, closed until an action asks for something. */
  dialog(): TemplateResult | typeof nothing {
    const wish = this.#wish;
    const { ui } = this.host;
    if (!wish) return nothing;
    const dialog = html`<dialog
      class="action"
      tabindex="-1"
      aria-label=${textIn(wish.action.label, ui.language)}
      @keydown=${this.#onKey}
      @cancel=${this.#onCancel}
      @close=${() => this.#onClosed(wish)}
    >
      ${this.#part.render((part) => {
        const form = this.#formOf(wish, part);
        const go = () => {
          const content = form.finish();
          if (!content) return;
          this.#end(wish);
          wish.go(content);
        };
        return part.patientForm(form, { go, close: () => void this.#ask() }, part.formUi(ui));
      }, ui)}
    </dialog>`;
    return html`${keyed(wish, dialog)}`;
  }

  #formOf(wish: FormWish, part: typeof Part): Part.ActionForm {
    const known = this.#forms.get(wish.key);
    if (known) return known;
    const form: Part.ActionForm = new part.ActionForm(this.host, {
      ...wish,
      onWrite: () => this.#keep(wish, form.isWritten ? form.draft.values : undefined),
    });
    const written = this.unsaved.texts.get(wish.origin, keptAs(wish))?.fields;
    for (const { id } of form.draft.fields)
      if (written?.has(id)) form.draft.put(id, written.get(id)!);
    this.#forms.set(wish.key, form);
    return form;
  }

  #keep(wish: FormWish, fields: ReadonlyMap<string, string> | undefined): void {
    this.unsaved.texts.keep(wish.origin, keptAs(wish), fields && { note: '', fields });
  }

  async #show(wish: FormWish): Promise<void> {
    await this.host.updateComplete;
    if (this.#wish !== wish || !this.host.isConnected) return;
    const dialog = this.#dialog;
    if (dialog && !dialog.open) dialog.showModal();
    // The dialog opens before its form may be there: the focus goes on into it.
    if (!(await this.#part.load())) return;
    await this.host.updateComplete;
    if (this.#wish === wish) this.#forms.get(wish.key)?.focus();
  }

  /** Escape closes the form alone, and nothing that is written in without a word. */
  readonly #onKey = (event: KeyboardEvent): void => {
    // Shortcuts of the cockpit stand for letters here.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    void this.#ask();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    void this.#ask();
  };

  /** Closed by other means than a word, it comes back with what is written. */
  #onClosed(wish: FormWish): void {
    if (this.#wish !== wish) return;
    if (this.#forms.get(wish.key)?.isWritten) void this.#show(wish);
    else this.#end(wish);
  }

  async #ask(): Promise<void> {
    const wish = this.#wish;
    if (!wish) return;
    const { module } = this.#part;
    const form = this.#forms.get(wish.key);
    const isAgreed = !module || !form || (await form.mayClose(module.formUi(this.host.ui)));
    if (isAgreed && this.#wish === wish) this.#end(wish);
  }

  #end(wish: FormWish): void {
    this.#forms.delete(wish.key);
    this.#keep(wish, undefined);
    this.#dialog?.close();
    this.#wish = undefined;
    this.host.requestUpdate();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.action');
  }
}

function keptAs({ key }: FormWish): readonly string[] {
  return ['action', key];
}
