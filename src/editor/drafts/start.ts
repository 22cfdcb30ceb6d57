/** Where the editor begins: a new profile, a draft that is kept, or a variant of one of the host's profiles. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import {
  listDrafts,
  loadDraft,
  newProfile,
  removeDraft,
  variantOf,
  type DraftEntry,
  type DraftList,
  type DraftStore,
} from '../../authoring/index.ts';
import { ask } from '../../elements/shared/ask.ts';
import { formatLongDate } from '../../i18n/dates.ts';
import { textIn } from '../../i18n/language.ts';
import { Memo } from '../../model/index.ts';
import { parseProfile, type ParseOutcome } from '../../profile/index.ts';
import type { EditorHost } from '../host.ts';

/** What the start page needs of the editor. */
interface StartHost extends EditorHost {
  /** Opens a document; of a stored draft with where it is kept. */
  begin(document: unknown, kept?: { readonly id: string; readonly revision: number }): void;
}

/** What the store has answered. */
type Answer = DraftList | 'loading' | 'failed';

export class StartPage implements ReactiveController {
  readonly #checked = new Memo<readonly ParseOutcome[]>();
  #store: DraftStore | undefined;
  #answer: Answer = 'loading';
  #failed: 'load' | 'remove' | undefined;

  constructor(private readonly host: StartHost) {
    host.addController(this);
  }

  /** Asks the store anew. */
  async refresh(): Promise<void> {
    const { drafts } = this.host;
    if (!drafts) return;
    this.#answer = 'loading';
    this.host.requestUpdate();
    const answer = await listDrafts(drafts, this.#options).catch(() => 'failed' as const);
    if (drafts !== this.host.drafts) return;
    this.#answer = answer;
    this.host.requestUpdate();
  }

  /** Opens a draft by its id. */
  async open(id: string): Promise<void> {
    await this.#load({ id });
  }

  hostUpdate(): void {
    const { drafts } = this.host;
    if (drafts === this.#store) return;
    this.#store = drafts;
    void this.refresh();
  }

  template(): TemplateResult {
    const text = this.host.ui.texts.editorDrafts;
    return html`<section class="start" aria-labelledby="start-title">
      <h3 id="start-title" tabindex="-1">${text.start}</h3>
      <div class="start-part">
        <button type="button" class="button primary" @click=${() => this.host.begin(newProfile())}>
          ${text.newProfile}
        </button>
        <p class="muted">${text.newHint}</p>
      </div>
      ${this.#drafts()} ${this.#profiles()}
    </section>`;
  }

  #drafts(): TemplateResult {
    const text = this.host.ui.texts.editorDrafts;
    return html`<div class="start-part">
      <h4>${text.drafts}</h4>
      ${
        this.#failed
          ? html`<p class="notice critical" role="alert">
              ${this.#failed === 'load' ? text.draftFailed : text.removeFailed}
            </p>`
          : nothing
      }
      ${this.#draftList()}
    </div>`;
  }

  #draftList(): TemplateResult {
    const text = this.host.ui.texts.editorDrafts;
    const answer = this.#answer;
    if (!this.host.drafts) return html`<p class="muted">${text.noStore}</p>`;
    if (answer === 'loading') return html`<p role="status" class="muted">${text.loading}</p>`;
    if (answer === 'failed')
      return html`<p class="notice critical" role="alert">
        ${text.draftsFailed}
        <button type="button" class="button" @click=${() => void this.refresh()}>
          ${text.retry}
        </button>
      </p>`;
    const { drafts, unreadable } = answer;
    return html`${
      drafts.length === 0
        ? html`<p class="muted">${text.noDrafts}</p>`
        : html`<ul class="start-list">
            ${drafts.map((each) => this.#draft(each))}
          </ul>`
    }${unreadable > 0 ? html`<p class="muted">${text.unreadableDrafts(unreadable)}</p>` : nothing}`;
  }

  #draft(entry: DraftEntry): TemplateResult {
    const { ui } = this.host;
    const text = ui.texts.editorDrafts;
    const title = entry.title || entry.profileId || text.untitled;
    const day = /^\d{4}-\d{2}-\d{2}/.exec(entry.at ?? '')?.[0];
    const when = day === undefined ? '' : formatLongDate(day, ui.language);
    return html`<li>
      <span class="start-name">
        ${title}
        <span class="muted">
          ${[entry.profileId, entry.version, text.savedBy(entry.by ?? '', when)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <button
        type="button"
        class="button"
        aria-label=${text.openDraft(title)}
        @click=${() => void this.#load(entry)}
      >
        ${text.open}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${text.removeDraft(title)}
        @click=${() => void this.#remove(entry, title)}
      >
        ${text.remove}
      </button>
    </li>`;
  }

  #profiles(): TemplateResult | typeof nothing {
    const { profiles, ui } = this.host;
    const text = ui.texts.editorDrafts;
    const checked = this.#checked.of([profiles], () => profiles.map(parseProfile));
    if (checked.length === 0) return nothing;
    return html`<div class="start-part">
      <h4>${text.variants}</h4>
      <p class="muted">${text.variantsHint}</p>
      <ul class="start-list">
        ${checked.map((each, index) => this.#profile(each, profiles[index]))}
      </ul>
    </div>`;
  }

  #profile(outcome: ParseOutcome, document: unknown): TemplateResult {
    const { host } = this;
    const text = host.ui.texts.editorDrafts;
    // Of a broken one the editor shows what is wrong.
    if (!outcome.ok)
      return html`<li>
        <span class="start-name">${text.brokenProfile}</span>
        <button type="button" class="button" @click=${() => host.begin(document)}>
          ${text.openProfile}
        </button>
      </li>`;
    const { profile } = outcome;
    const title = textIn(profile.title, host.ui.language);
    const id = `klinik.${profile.id.split('.').at(-1) ?? profile.id}`;
    return html`<li>
      <span class="start-name"
        >${title} <span class="muted">${profile.id} · ${profile.version}</span></span
      >
      <button
        type="button"
        class="button"
        aria-label=${text.variantOf(title)}
        @click=${() => host.begin(variantOf(profile, { id, by: text.variantBy }))}
      >
        ${text.makeVariant}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${text.editProfile(title)}
        @click=${() => host.begin(document)}
      >
        ${text.openProfile}
      </button>
    </li>`;
  }

  get #options() {
    const { onFailure } = this.host.problems;
    return { onFailure };
  }

  async #load({ id }: Pick<DraftEntry, 'id'>): Promise<void> {
    const { drafts } = this.host;
    if (!drafts) return;
    const draft = await loadDraft(drafts, id, this.#options).catch(() => undefined);
    this.#failed = draft ? undefined : 'load';
    if (draft && drafts === this.host.drafts)
      this.host.begin(draft.document, { id: draft.id, revision: draft.revision });
    else this.host.requestUpdate();
  }

  async #remove(entry: DraftEntry, title: string): Promise<void> {
    const { host } = this;
    const { drafts } = host;
    const text = host.ui.texts.editorDrafts;
    const question = { title: text.removeAsk(title), lines: [text.removeHint], yes: text.remove };
    if (!drafts || !(await ask(host, question, host.ui))) return;
    const isGone = await removeDraft(drafts, entry, this.#options).catch(() => false);
    this.#failed = isGone ? undefined : 'remove';
    if (isGone) host.announce(text.removed(title));
    await this.refresh();
  }
}
