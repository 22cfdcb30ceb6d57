/** Codes that may have been missed: proposed with why, and with how often they stand in this clinic. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  addCodes,
  addSet,
  addTwin,
  freeSetName,
  missedCodes,
  missedQuestionAt,
  newSet,
  setsAt,
  typesAskedAt,
  type MissedCode,
  type MissedCodes,
  type MissedReason,
  type PatchStep,
} from '../../authoring/index.ts';
import { joinWords, textIn } from '../../i18n/language.ts';
import { formatCount, formatPercent } from '../../i18n/numbers.ts';
import { keysOf } from '../../json/paths.ts';
import { sameInputs } from '../../model/index.ts';
import { normalizeSystem } from '../../record/index.ts';
import type { LocalText } from '../../profile/index.ts';
import type { CodesContext } from './context.ts';
import { idOf, titleOf } from './words.ts';

/** So many are drawn at first. */
const atFirst = 12;

export class MissedList {
  #isOpen = false;
  #shown = atFirst;
  #key: readonly unknown[] = [];
  #outcome: MissedCodes | undefined;
  #stop = new AbortController();
  #isAsking = false;
  /** What is shown is of a document, or a clinic, that has become another. */
  #isOld = false;

  constructor(
    private readonly part: CodesContext,
    private readonly place: string,
  ) {}

  stop(): void {
    this.#stop.abort();
    this.#key = [];
  }

  template(): TemplateResult {
    const words = this.part.host.ui.texts.editorCodes;
    if (this.#isOpen) this.#look();
    return html`<details
      class="codes-more missed"
      .open=${this.#isOpen}
      @toggle=${(event: Event) => {
        const { open } = event.target as HTMLDetailsElement;
        if (open === this.#isOpen) return;
        this.#isOpen = open;
        this.part.host.requestUpdate();
      }}
    >
      <summary id=${idOf(this.place, 'missed')}>${words.missed}</summary>
      ${this.#isOpen ? this.#list() : nothing}
    </details>`;
  }

  /** Looks anew where the sets, the profile or the clinic are others; what was found is shown until then. */
  #look(): void {
    const { host, counts, terms } = this.part;
    const { document } = host.draft.state;
    const types = typesAskedAt(document, keysOf(this.place));
    const clinic = counts.of(types);
    // Counted first: what is proposed without it would be other than what is proposed with it.
    this.#isOld = counts.hasClinic && types.length > 0 && !clinic;
    if (this.#isOld) return;
    const key = [document, clinic, terms];
    if (sameInputs(key, this.#key)) {
      this.#isOld = this.#isAsking;
      return;
    }
    this.#key = key;
    this.#isOld = this.#isAsking = true;
    this.#stop.abort();
    this.#stop = new AbortController();
    const question = missedQuestionAt(document, keysOf(this.place));
    void this.#ask({ ...question, terms, clinic }, this.#stop.signal);
  }

  async #ask(question: Parameters<typeof missedCodes>[0], signal: AbortSignal): Promise<void> {
    try {
      const outcome = await missedCodes(question, signal);
      if (signal.aborted) return;
      this.#outcome = outcome;
      this.#isAsking = false;
    } catch {
      return;
    }
    this.part.host.requestUpdate();
  }

  #list(): TemplateResult {
    const { host, counts } = this.part;
    const { texts, language } = host.ui;
    const words = texts.editorCodes;
    const outcome = this.#outcome;
    if (!outcome) return html`<p class="muted" role="status">${words.missedLoading}</p>`;
    const shown = outcome.codes.slice(0, this.#shown);
    const left = outcome.codes.length - shown.length;
    return html`<p class="muted">${counts.hasClinic ? words.missedLeast : words.missedNoClinic}</p>
      ${outcome.isPartial ? html`<p class="notice">${words.missedPartial}</p>` : nothing}
      ${outcome.codes.length === 0 ? html`<p>${words.missedNone}</p>` : nothing}
      <ul class="missed-codes">
        ${repeat(
          shown,
          ({ system, code }) => `${system} ${code}`,
          (each, index) => this.#row(each, index),
        )}
      </ul>
      ${
        left > 0
          ? html`<button
              type="button"
              class="link"
              @click=${() => {
                this.#shown += atFirst * 2;
                this.part.focus(`#${idOf(this.place, `missed-${shown.length}`)}`);
              }}
            >
              ${words.more(formatCount(Math.min(left, atFirst * 2), language))}
            </button>`
          : nothing
      }`;
  }

  #row(missed: MissedCode, index: number): TemplateResult {
    const { texts, language } = this.part.host.ui;
    const words = texts.editorCodes;
    const { system, code, text, why, found, isElsewhere } = missed;
    const count = (value: number) => formatCount(value, language);
    return html`<li>
      <p class="entry">
        <span class="code">${code}</span>
        <span class="what">
          <span class="called">${text ? textIn(text, language) : nothing}</span>
          <span class="chip info">${titleOf(system)}</span>
          ${
            found
              ? html`<span class="muted"
                  >${
                    found.members === undefined
                      ? words.missedInClinic(count(found.patients))
                      : words.missedCounts(count(found.members), count(found.patients))
                  }</span
                >`
              : nothing
          }
        </span>
        <span class="deeds">
          <button
            type="button"
            class="button"
            id=${idOf(this.place, `missed-${index}`)}
            aria-label=${words.addCode(code)}
            @click=${() => this.#add(missed, index)}
          >
            ${words.add}
          </button>
        </span>
      </p>
      <p class="muted why">
        ${[
          ...why.map((each) => this.#why(each, text)),
          ...(isElsewhere ? [words.missedElsewhere] : []),
        ].join(' · ')}
      </p>
    </li>`;
  }

  #why(reason: MissedReason, text: LocalText | undefined): string {
    const { texts, language } = this.part.host.ui;
    const { missedWhy } = texts.editorCodes;
    if (reason.kind === 'sibling') return missedWhy.sibling(reason.of);
    if (reason.kind === 'words') {
      const called = text ? textIn(text, language).toLowerCase() : '';
      const seen = reason.words.filter((word) => called.includes(word));
      // The word is in the text of the other language.
      if (text && seen.length === 0) return missedWhy.alike;
      const quoted = (text ? seen : reason.words).slice(0, 3).map((word) => `“${word}”`);
      return missedWhy.words(joinWords(quoted, language === 'da' ? 'og' : 'and'));
    }
    const percent = (share: number) => `${formatPercent(share, 1, language)} %`;
    return missedWhy.carried(percent(reason.share), percent(reason.elsewhere));
  }

  /** Into the set of its system; where there is none, into a new one beside. */
  #add({ system, code, text }: MissedCode, index: number): void {
    const { host } = this.part;
    const { document } = host.draft.state;
    const added = { entry: code, ...(text ? { text } : {}) };
    const asked = setsAt(document, keysOf(this.place));
    const own = asked.find(({ set }) => set && normalizeSystem(set.system) === system);
    const steps: readonly PatchStep[] = own
      ? addCodes(document, own.setPath, 'include', [added])
      : this.#addBeside(newSet(titleOf(system), [added]), system);
    this.part.edit(steps, ({ editorCodes }) => editorCodes.deeds.add(code), {
      said: host.ui.texts.editorCodes.added(code),
    });
    const at = (row: number) => `#${idOf(this.place, `missed-${row}`)}`;
    this.part.focus(at(index), at(index - 1), `#${idOf(this.place, 'missed')}`);
  }

  #addBeside(set: object, system: string): readonly PatchStep[] {
    const { document } = this.part.host.draft.state;
    const path = keysOf(this.place);
    const [section, name = ''] = path;
    if (section !== 'codes') return addSet(document, path, set);
    return addTwin(document, name, freeSetName(document, `${name} ${titleOf(system)}`), set);
  }
}
