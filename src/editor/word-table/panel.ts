/** The programme's table, pasted as a draft, and copied from one. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  readWordTable,
  wordTableAsHtml,
  wordTableAsText,
  writeWordTable,
  type WordTableNote,
  type WordTableOutcome,
} from '../../authoring/index.ts';
import { textIn } from '../../i18n/language.ts';
import { describeCriterion, textIn as textOf, type Profile } from '../../profile/index.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { whatOf } from '../ui.ts';

/** So many notes are shown. */
const mostShown = 100;

export class WordTablePanel implements EditorPanel {
  /** What stands in the field. */
  #text = '';
  #outcome: WordTableOutcome | undefined;
  /** What was told of the table that became the draft. */
  #used: readonly WordTableNote[] | undefined;
  #copied: 'done' | 'failed' | undefined;

  constructor(private readonly host: EditorHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#copied = undefined;
  }

  template(): TemplateResult {
    const text = this.#words;
    const outcome = this.#outcome;
    return html`<div class="word-table">
      <p class="muted">${text.intro}</p>
      <label class="stacked"
        ><span>${text.field}</span>
        <textarea
          class="field"
          rows="7"
          spellcheck="false"
          .value=${this.#text}
          @paste=${this.#onPaste}
          @input=${this.#onInput}
        ></textarea>
      </label>
      <div role="status">${outcome ? this.#summary(outcome) : nothing}</div>
      ${
        outcome?.isFound
          ? html`<div class="buttons">
              <button type="button" class="button primary" @click=${this.#use}>${text.use}</button>
              <button type="button" class="button" @click=${this.#clear}>${text.clear}</button>
            </div>`
          : nothing
      }
      ${this.#notes(outcome?.isFound ? outcome.notes : (this.#used ?? []))}
      <hr />
      <p class="muted">${text.copyIntro}</p>
      <button
        type="button"
        class="button"
        aria-disabled=${!this.host.draft.state.profile}
        @click=${this.#copy}
      >
        ${text.copy}
      </button>
      <p role="status">${this.#copied ? text.copied[this.#copied] : nothing}</p>
    </div>`;
  }

  get #words() {
    return this.host.ui.texts.editorTable;
  }

  #summary({ isFound, profile, document, notes, errors }: WordTableOutcome): unknown {
    const text = this.#words;
    if (!isFound) return html`<p class="notice">${text.notFound}</p>`;
    const unread = notes.filter(({ severity }) => severity === 'unread').length;
    const items = document['information'] as readonly unknown[];
    return html`<p>${text.found(items.length, unread, notes.length - unread)}</p>
      ${
        profile
          ? this.#population(profile)
          : html`<p class="notice">
              ${errors[0] ? textIn(errors[0].message, this.host.ui.language) : nothing}
            </p>`
      }`;
  }

  #population(profile: Profile): TemplateResult {
    const { language, texts } = this.host.ui;
    const { include, exclude } = profile.population;
    const { parts } = texts.editor;
    return html`<dl class="read">
      <dt>${texts.editorTable.title}</dt>
      <dd>${textOf(profile.title, language)}</dd>
      <dt>${parts.include}</dt>
      <dd>${describeCriterion(include, profile, language)}</dd>
      ${
        exclude
          ? html`<dt>${parts.exclude}</dt>
              <dd>${describeCriterion(exclude, profile, language)}</dd>`
          : nothing
      }
    </dl>`;
  }

  #notes(notes: readonly WordTableNote[]): unknown {
    if (notes.length === 0) return nothing;
    const { language } = this.host.ui;
    const text = this.#words;
    const sorted = notes.toSorted(
      (a, b) => Number(a.severity !== 'unread') - Number(b.severity !== 'unread'),
    );
    return html`<h4>${text.notes}</h4>
      <ol class="findings">
        ${sorted.slice(0, mostShown).map(
          ({ severity, place, message, todo }) =>
            html`<li class="finding ${severity === 'unread' ? 'warning' : 'note'}">
              <span class="severity">${text.severities[severity]}</span>
              <span>${textIn(message, language)}</span>
              <span class="todo">${textIn(todo, language)}</span>
              ${
                place
                  ? html`<span class="place"
                      >${text.place(place.table, place.row, text.columns[place.column])}</span
                    >`
                  : nothing
              }
            </li>`,
        )}
      </ol>
      ${sorted.length > mostShown ? html`<p class="muted">${text.more(sorted.length - mostShown)}</p>` : nothing}`;
  }

  /** HTML keeps the lines of a cell; the field shows the text beside it. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const given = event.clipboardData?.getData('text/html') ?? '';
    if (!/<table/iu.test(given)) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    this.#text = text;
    this.#take(readWordTable({ html: given, text }, { parseHtml }));
  };

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as HTMLTextAreaElement).value;
    this.#take(this.#text.trim() === '' ? undefined : readWordTable(this.#text, { parseHtml }));
  };

  #take(outcome: WordTableOutcome | undefined): void {
    this.#outcome = outcome;
    this.#used = undefined;
    this.host.requestUpdate();
  }

  readonly #use = (): void => {
    const outcome = this.#outcome;
    if (!outcome) return;
    const { host } = this;
    host.draft.replace(
      outcome.document,
      whatOf(({ editorTable }) => editorTable.use),
    );
    this.#outcome = undefined;
    this.#text = '';
    this.#used = outcome.notes;
    host.select('/population/include', { focus: true });
    host.announce(this.#words.used);
  };

  readonly #clear = (): void => {
    this.#text = '';
    this.#take(undefined);
    this.host.renderRoot.querySelector<HTMLElement>('.word-table textarea')?.focus();
  };

  readonly #copy = async (): Promise<void> => {
    const { profile } = this.host.draft.state;
    if (!profile) return;
    const table = writeWordTable(profile);
    const blob = (type: string, text: string) => new Blob([text], { type });
    try {
      // oxlint-disable-next-line house/no-restricted-syntax -- the clipboard's, not a document's
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': blob('text/html', wordTableAsHtml(table)),
          'text/plain': blob('text/plain', wordTableAsText(table)),
        }),
      ]);
      this.#copied = 'done';
    } catch {
      // A page may be refused the clipboard.
      this.#copied = 'failed';
    }
    this.host.requestUpdate();
  };
}

/** The page's own parser: the document that it makes is never shown, and runs nothing. */
function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}
