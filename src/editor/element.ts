import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { newProfile, ProfileDraft, type DraftStore, type Terminology } from '../authoring/index.ts';
import { OverblikElement } from '../elements/shared/element.ts';
import { dialogStyles } from '../elements/shared/dialog-styles.ts';
import { emit } from '../elements/shared/events.ts';
import { ModelController } from '../elements/shared/model-controller.ts';
import { UndoKeys } from '../elements/shared/undo-keys.ts';
import { isObject } from '../json/values.ts';
import { textIn } from '../i18n/language.ts';
import type { Port } from '../model/index.ts';
import { WholeClinic } from '../model/load/whole-clinic.ts';
import type { LocalText, Profile, ProfileError } from '../profile/index.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import { theme } from '../ui/theme.ts';
import { DraftPart } from './drafts/part.ts';
import { StartPage } from './drafts/start.ts';
import { focusField, formOf } from './forms/form.ts';
import type { EditorHost, EditorPanel, PanelId } from './host.ts';
import { PaneKeys } from './panes.ts';
import { panels, panelStyles } from './panels.ts';
import { editorStyles } from './styles.ts';
import { ProfileTree } from './tree/tree.ts';
import { editorUis, type Texts } from './ui.ts';

/** The profile under way has changed. No patient data. */
export interface ProfileEditedDetail {
  /** The document as it is, valid or not. */
  readonly document: unknown;
  /** Where it is valid. */
  readonly profile: Profile | undefined;
  readonly errors: readonly ProfileError[];
  /** Its name in the host's store of drafts. */
  readonly draftId: string | undefined;
}

function isStatus(status: unknown): status is 'draft' | 'published' | 'retired' {
  return ['draft', 'published', 'retired'].includes(String(status));
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-profile-editor': OverblikProfileEditor;
  }
  interface HTMLElementEventMap {
    'overblik-profile-edited': CustomEvent<ProfileEditedDetail>;
  }
}

/**
 * The profile editor: a profile as a tree with a form for each part, by mouse, touch and keyboard; every change can be
 * undone. It loads nothing and keeps nothing: what is written is told by `overblik-profile-edited`, and read off `draft`.
 * An entry of its own registers it: `overblik/editor`.
 *
 * @tagname overblik-profile-editor
 * @fires {CustomEvent<ProfileEditedDetail>} overblik-profile-edited - The profile under way has changed.
 * @fires {CustomEvent<ProfilePublishDetail>} overblik-profile-publish - A version is ready for the host to keep: it was
 *   published, or withdrawn.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart head - Title, state and tools.
 * @csspart outline - The tree.
 * @csspart form - The form of what is selected.
 * @csspart panel - What is opened beside the form.
 * @csspart menu - What can be added, or done to a row.
 * @cssprop [--overblik-height=100%] - Height of the element.
 */
export class OverblikProfileEditor extends OverblikElement<keyof Texts> implements EditorHost {
  static override styles = [theme, controls, dialogStyles, editorStyles, ...panelStyles];

  protected override readonly uis = editorUis;

  /**
   * The document to begin with, parsed or JSON text. Another object or text begins anew. Without one, and without a
   * `draft` or a `draft-id`, the editor asks what to begin with.
   */
  @property({ attribute: false }) profile: unknown;

  /** The profile under way. Set it to go on with one that was begun elsewhere. */
  @property({ attribute: false }) draft = new ProfileDraft(newProfile());

  /** Where the host keeps drafts: what is written is saved there after a pause. Without it nothing is kept. */
  @property({ attribute: false }) drafts: DraftStore | undefined;

  /** Id of a draft in `drafts` to go on with. */
  @property({ attribute: 'draft-id', reflect: true }) draftId: string | undefined;
  /**
   * The host's worker (`overblik-editor-worker.js`): it builds the clinic's columns, and counts in a large clinic whom each
   * rule finds. `overblik-worker.js` does the former alone. Default: the page itself, in slices.
   */
  @property({ attribute: false }) worker: Port | undefined;

  /** @internal */
  readonly clinic = new ModelController<WholeClinic>(
    this,
    (options) => new WholeClinic(options),
    () => ({ adapter: this.adapter, asOf: this.date, worker: this.worker }),
  );

  /**
   * The host's code systems, in which codes are looked up. Without one codes are typed and pasted, and their form is
   * checked.
   */
  @property({ attribute: false }) terminology: Terminology | undefined;

  /** JSON Pointer of what is selected. */
  @state() selected = '';

  /** @internal */
  @state() openPanel: PanelId | undefined;

  @state() private said = '';
  @state() private isAtStart = true;

  readonly #tree = new ProfileTree(this, () => this.#parts);
  readonly #kept = new DraftPart(this);
  readonly #start = new StartPage(this);
  readonly #panels: ReadonlyMap<PanelId, EditorPanel>;
  readonly #parts: readonly EditorPanel[];
  #toField = false;
  #hasBegun = false;
  /** What had the focus when the panel was opened. */
  #opener: Element | null = null;
  #isClosed = false;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    const made = panels.map(({ id, make }) => ({ id, part: make(this) }));
    this.#parts = [this.#kept, ...made.map(({ part }) => part)];
    this.#panels = new Map(made.flatMap(({ id, part }) => (id ? [[id, part] as const] : [])));
    new PaneKeys(this);
    new UndoKeys(this, {
      undo: () => this.undo(),
      redo: () => this.redo(),
      isThere: () => this.draft.state.canUndo || this.draft.state.canRedo,
    });
  }

  /**
   * Begins with a document.
   *
   * @param kept Where it is kept in the store of drafts; without it, as a new draft.
   */
  begin(document: unknown, kept?: { readonly id: string; readonly revision: number }): void {
    if (kept) this.#kept.keptAs(kept);
    this.draft = new ProfileDraft(document);
    this.#hasBegun = true;
    this.selected = '';
    this.isAtStart = false;
    this.#tree.focus();
  }

  /** Saves what is not saved yet. Resolves when it is, or could not be: the head says which. */
  async save(): Promise<void> {
    await this.#kept.save();
  }

  /** Takes the last change back. */
  undo(): void {
    const { undoWhat } = this.draft.state;
    if (!undoWhat) return;
    this.draft.undo();
    this.announce(this.ui.texts.editor.undone(textIn(undoWhat, this.language)));
  }

  /** Does again what was taken back last. */
  redo(): void {
    const { redoWhat } = this.draft.state;
    if (!redoWhat) return;
    this.draft.redo();
    this.announce(this.ui.texts.editor.redone(textIn(redoWhat, this.language)));
  }

  /** Selects a part of the profile, by JSON Pointer: `/markers/0/when`. */
  select(
    pointer: string,
    { focus = false, field = false }: { readonly focus?: boolean; readonly field?: boolean } = {},
  ): void {
    this.selected = pointer;
    this.#tree.reveal(pointer);
    this.#toField = field;
    if (focus) this.#tree.focus();
    this.requestUpdate();
  }

  /** Opens a panel beside the form; undefined closes the one that is open. */
  showPanel(panel: PanelId | undefined): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (panel && !this.openPanel) this.#opener = activeElement;
    this.#isClosed = !panel && this.openPanel !== undefined;
    this.openPanel = panel;
  }

  /** @internal */
  nameOf(pointer: string): string {
    return this.#tree.nameOf(pointer);
  }

  /** Fetches the clinic again. */
  async reload(): Promise<void> {
    await this.clinic.retry();
  }

  /** Fetches one patient again: the clinic's system has changed something about it. */
  async patientChanged(id: string): Promise<void> {
    await this.clinic.patientChanged(id);
  }

  /** @internal */
  announce(text: string): void {
    // The same words a second time are heard when they are others to the browser.
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const isGiven = this.profile !== undefined && this.profile !== null;
    if (changed.has('profile') && isGiven) this.draft = new ProfileDraft(this.profile);
    // The first is what stands there before anything is begun.
    const isBegun = changed.has('draft') && changed.get('draft') !== undefined;
    if (isBegun || (changed.has('profile') && isGiven)) {
      this.isAtStart = false;
      this.#hasBegun = true;
    }
    const isAsked = this.drafts && typeof this.draftId === 'string' && this.draftId !== '';
    if (isAsked && (changed.has('draftId') || changed.has('drafts')))
      void this.#start.open(this.draftId!);
    if (changed.has('draft') || changed.has('profile')) this.#follow();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isClosed) this.#focusOpener();
    this.#isClosed = false;
    if (changed.has('openPanel') && this.openPanel) this.#showStacked();
    if (!this.#toField) return;
    this.#toField = false;
    focusField(this, this.selected);
  }

  protected override render(): TemplateResult {
    if (this.isAtStart) return this.#startPage();
    const panel = this.openPanel && this.#panels.get(this.openPanel);
    const isUnread = this.draft.state.text !== undefined;
    return html`<div class="frame" part="frame" lang=${this.ui.language}>
      ${this.#head()}
      <div class="body ${panel ? 'with-panel' : ''}">
        <nav class="outline" part="outline" ?inert=${isUnread}>${this.#tree.template()}</nav>
        <section class="form" part="form" aria-label=${this.ui.texts.editor.form} tabindex="-1">
          ${this.#unread()}
          <div class="form-body" ?inert=${isUnread}>${this.#form()}</div>
        </section>
        ${panel && this.openPanel ? this.#panel(this.openPanel, panel) : nothing}
      </div>
      <div class="announce" role="status">${this.said}</div>
    </div>`;
  }

  #startPage(): TemplateResult {
    const { editor, editorDrafts } = this.ui.texts;
    return html`<div class="frame" part="frame" lang=${this.ui.language}>
      <header class="head" part="head">
        <h2>${editor.title}</h2>
        <span class="fill"></span>
        ${
          this.#hasBegun
            ? html`<button type="button" class="button" @click=${() => (this.isAtStart = false)}>
                ${editorDrafts.back}
              </button>`
            : nothing
        }
      </header>
      ${this.#start.template()}
      <div class="announce" role="status">${this.said}</div>
    </div>`;
  }

  #head(): TemplateResult {
    const text = this.ui.texts.editor;
    const { document, errors, undoWhat, redoWhat } = this.draft.state;
    const { title, version, status } = document;
    const name = isObject(title) ? (title[this.language] ?? title['da']) : undefined;
    const standing = [
      typeof version === 'string' && version ? text.version(version) : text.noVersion,
      ...(isStatus(status) ? [text.status[status]] : []),
    ].join(' · ');
    return html`<header class="head" part="head">
      <h2>${typeof name === 'string' && name.trim() ? name : text.untitled}</h2>
      <span class="standing">${standing}</span>
      <span class="standing ${errors.length > 0 ? 'faulty' : 'valid'}"
        >${errors.length > 0 ? text.faults(errors.length) : text.valid}</span
      >
      ${this.#parts.map((part) => part.headAside?.() ?? nothing)}
      <span class="fill"></span>
      <div class="tools">
        <button type="button" class="button" @click=${this.#toStart}>
          ${this.ui.texts.editorDrafts.toStart}
        </button>
        ${this.#undoButton(undoWhat, () => this.undo(), 'undo')}
        ${this.#undoButton(redoWhat, () => this.redo(), 'redo')}
        ${panels.map(({ id, label }) =>
          id && label
            ? html`<button
                type="button"
                class="button"
                data-panel=${id}
                aria-pressed=${this.openPanel === id}
                @click=${() => this.showPanel(this.openPanel === id ? undefined : id)}
              >
                ${label(this.ui.texts)}${this.#panels.get(id)?.badge?.() ?? nothing}
              </button>`
            : nothing,
        )}
      </div>
    </header>`;
  }

  #undoButton(what: LocalText | undefined, act: () => void, way: 'undo' | 'redo'): TemplateResult {
    const text = this.ui.texts.editor;
    const label = what ? text[`${way}This`](textIn(what, this.language)) : text[way];
    return html`<button
      type="button"
      class="button"
      aria-disabled=${!what}
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icons[way]()}
    </button>`;
  }

  /** The form is of a document before: what is written in it meanwhile would be lost with the text. */
  #unread(): TemplateResult | typeof nothing {
    const { text, canUndo } = this.draft.state;
    const { editor } = this.ui.texts;
    return text
      ? html`<div class="notice critical unread" role="alert">
          <span>${editor.unreadableText}</span>
          <button type="button" class="button" @click=${() => this.showPanel('json')}>
            ${editor.toJson}
          </button>
          ${
            canUndo
              ? html`<button type="button" class="button" @click=${() => this.undo()}>
                  ${editor.undo}
                </button>`
              : nothing
          }
        </div>`
      : nothing;
  }

  #form(): unknown {
    return html`${this.#parts.map((part) => part.formHead?.(this.selected) ?? nothing)}
    ${formOf({ host: this, pointer: this.selected })}`;
  }

  #panel(id: PanelId, panel: EditorPanel): TemplateResult {
    const label = panels.find((each) => each.id === id)?.label?.(this.ui.texts) ?? '';
    const { close } = this.ui.texts.editor;
    return html`<aside class="panel" part="panel" aria-label=${label} tabindex="-1">
      <div class="panel-head">
        <h3>${label}</h3>
        <button
          type="button"
          class="button"
          aria-label="${close}: ${label}"
          @click=${() => this.showPanel(undefined)}
        >
          ${icons.close()}
        </button>
      </div>
      <div class="panel-body">${panel.template?.() ?? nothing}</div>
    </aside>`;
  }

  readonly #toStart = (): void => {
    this.isAtStart = true;
    void this.#kept.save().then(() => this.#start.refresh());
  };

  /** Where there is no room beside the form, the panel is out of sight below it: it is gone to. */
  #showStacked(): void {
    const root = this.renderRoot as ShadowRoot;
    const panel = root.querySelector<HTMLElement>('.panel');
    const body = root.querySelector('.body');
    if (!panel || !body || getComputedStyle(body).display !== 'block') return;
    panel.scrollIntoView({ block: 'start' });
    if (!panel.contains(root.activeElement)) panel.focus({ preventScroll: true });
  }

  /** The focus that was in the panel goes back to what opened it, or to the tree. */
  #focusOpener(): void {
    if ((this.renderRoot as ShadowRoot).activeElement) return;
    const opener = this.#opener;
    this.#opener = null;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else this.#tree.focus();
  }

  /** Draws what the draft says, and tells the host. */
  #follow(): void {
    this.#unsubscribe?.();
    const { draft } = this;
    this.#unsubscribe = draft.subscribe(() => {
      const { select, document, profile, errors } = draft.state;
      if (select !== undefined) this.select(select, { focus: this.#tree.hasFocus });
      this.requestUpdate();
      const draftId = this.#kept.id;
      emit(this, 'overblik-profile-edited', { document, profile, errors, draftId });
    });
  }
}
