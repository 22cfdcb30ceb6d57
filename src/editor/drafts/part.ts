/** How the profile under way is kept: in the editor's head whether it is saved, and what to do where it is not. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  DraftSaving,
  type DraftPlace,
  type DraftStore,
  type ProfileDraft,
} from '../../authoring/index.ts';
import { drawKey } from '../../elements/shared/draw-key.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { whatOf } from '../ui.ts';

export class DraftPart implements EditorPanel {
  /** How each draft is kept that was opened here: one that is opened again goes on where it is kept. */
  #savings = new WeakMap<ProfileDraft, DraftSaving>();
  #saving: DraftSaving | undefined;
  #draft: ProfileDraft | undefined;
  #store: DraftStore | undefined;
  #unsubscribe: (() => void) | undefined;
  #page: Window | null = null;
  /** Where the next draft is kept: one that was loaded. */
  #next: Pick<DraftPlace, 'id' | 'revision'> | undefined;

  constructor(private readonly host: EditorHost) {
    host.addController(this);
  }

  /** Id of the draft in the host's store. */
  get id(): string | undefined {
    return this.#saving?.id;
  }

  /** Says that the draft that is opened next is kept already. */
  keptAs(place: Pick<DraftPlace, 'id' | 'revision'>): void {
    this.#next = place;
  }

  /** Saves what is not saved yet. */
  async save(): Promise<void> {
    if (this.#saving?.isUnsaved) await this.#saving.save();
  }

  hostConnected(): void {
    this.#page = this.host.ownerDocument.defaultView;
    this.#page?.addEventListener('beforeunload', this.#onUnload);
  }

  /** It may come back: what is not saved yet is saved all the same. */
  hostDisconnected(): void {
    this.#page?.removeEventListener('beforeunload', this.#onUnload);
    this.#page = null;
    void this.save();
  }

  hostUpdate(): void {
    const { draft, drafts } = this.host;
    if (draft === this.#draft && drafts === this.#store) return;
    void this.save();
    this.#unsubscribe?.();
    if (drafts !== this.#store) this.#savings = new WeakMap();
    this.#draft = draft;
    this.#store = drafts;
    const next = this.#next;
    this.#next = undefined;
    this.#saving = drafts && this.#savingOf(draft, drafts, next);
    this.#unsubscribe = this.#saving?.subscribe(() => this.host.requestUpdate());
  }

  #savingOf(
    draft: ProfileDraft,
    store: DraftStore,
    next: Pick<DraftPlace, 'id' | 'revision'> | undefined,
  ): DraftSaving {
    const known = this.#savings.get(draft);
    if (known) return known;
    const place = { store, id: next?.id ?? drawKey(), revision: next?.revision ?? 0 };
    const saving = new DraftSaving(draft, place, { onFailure: this.host.problems.onFailure });
    this.#savings.set(draft, saving);
    return saving;
  }

  headAside(): TemplateResult | typeof nothing {
    const phase = this.#saving?.state.phase;
    const text = this.host.ui.texts.editorDrafts;
    if (!phase || phase === 'none' || phase === 'conflict') return nothing;
    return html`<span class="standing ${phase === 'failed' ? 'faulty' : ''}" role="status"
        >${text.phases[phase]}</span
      >${
        phase === 'failed'
          ? html`<button
              type="button"
              class="button"
              title=${text.failedHint}
              @click=${() => void this.save()}
            >
              ${text.retry}
            </button>`
          : nothing
      }`;
  }

  /** Somebody else has saved the draft: what to do about it. */
  formHead(): TemplateResult | typeof nothing {
    const conflict = this.#saving?.state.conflict;
    const text = this.host.ui.texts.editorDrafts;
    if (!conflict) return nothing;
    const words = conflict.by ? text.conflictBy(conflict.by) : text.conflict;
    return html`<div class="notice draft-conflict" role="alert">
      <span>${words}</span>
      <button type="button" class="button" @click=${this.#keepBoth}>${text.keepBoth}</button>
      <button type="button" class="button" @click=${this.#takeTheirs}>${text.takeTheirs}</button>
      <button type="button" class="button" @click=${this.#overwrite}>${text.overwrite}</button>
    </div>`;
  }

  readonly #keepBoth = (): void => void this.#saving?.saveAs(drawKey());
  readonly #overwrite = (): void => void this.#saving?.overwrite();
  readonly #takeTheirs = (): void => {
    this.#saving?.takeStored(whatOf(({ editorDrafts }) => editorDrafts.replaced));
  };

  /** The page asks before it closes. Without a store, what is written is the host's to keep. */
  readonly #onUnload = (event: Event): void => {
    if (this.#saving?.isUnsaved) event.preventDefault();
  };
}
