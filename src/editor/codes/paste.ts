/** The form in which a list is pasted: what was read of it, what was not and why, and where it goes. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  addCodes,
  addSet,
  addTwin,
  applyFix,
  draftSet,
  freeSetName,
  newSet,
  readPastedCodes,
  type NewCode,
  type PastedCodes,
  type PastedGroup,
  type PatchStep,
} from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { keysOf, valueAt } from '../../json/paths.ts';
import { normalizeEntry, normalizeSystem } from '../../record/index.ts';
import type { CodesContext } from './context.ts';
import { regrouped, skippedParts, unreadParts } from './pasted-parts.ts';
import { idOf, titleOf } from './words.ts';

/** So many codes a set has room for, by the format. */
const mostCodes = 2000;
/** So many of what was read are shown. */
const mostShown = 12;

export class PasteForm {
  /** The set that it is opened for; undefined while it is closed. */
  #set: string | undefined;
  #text = '';
  /** Systems that the reader has chosen for a group, by the one that was read. */
  #systems = new Map<string, string>();
  #keepsNames = true;
  #read: { readonly key: string; readonly outcome: PastedCodes } | undefined;

  constructor(
    private readonly part: CodesContext,
    private readonly field: string,
  ) {}

  open(set: string, text = ''): void {
    this.#set = set;
    this.#text = text;
    this.#systems = new Map();
    this.part.focus(`#${idOf(set, 'paste')}`);
  }

  close(): void {
    const set = this.#set;
    this.#set = undefined;
    this.#text = '';
    this.#read = undefined;
    if (set !== undefined)
      this.part.focus(`#${idOf(set, 'paste-open')}`, `#${idOf(set, 'search')}`);
  }

  /** @param set JSON Pointer of the set that it would be drawn in. */
  template(set: string): unknown {
    if (this.#set !== set) return nothing;
    const words = this.part.host.ui.texts.editorCodes;
    const id = idOf(set, 'paste');
    return html`<div
      role="group"
      class="paste"
      aria-label=${words.paste}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.close();
      }}
    >
      <label for=${id}>${words.pasteLabel}</label>
      <p class="muted" id="${id}-hint">${words.pasteHint}</p>
      <textarea
        id=${id}
        class="field"
        rows="5"
        spellcheck="false"
        aria-describedby="${id}-hint ${id}-read"
        .value=${this.#text}
        @input=${(event: Event) => {
          this.#text = (event.target as HTMLTextAreaElement).value;
          this.part.host.requestUpdate();
        }}
      ></textarea>
      ${this.#outcome(set)}
    </div>`;
  }

  #outcome(set: string): TemplateResult {
    const { texts, language } = this.part.host.ui;
    const words = texts.editorCodes;
    const system = this.#systemOf(set);
    const { groups, unreadable, repeated, skipped } = this.#readText(system);
    const count = (value: number) => formatCount(value, language);
    const fresh = groups.map((group) => this.#freshIn(group, set, system));
    const total = fresh.reduce((sum, codes) => sum + codes.length, 0);
    const known = groups.reduce((sum, { codes }) => sum + codes.length, 0) - total;
    const isTooMany = groups.some(
      (group, index) => this.#sizeAfter(group, fresh[index]!, set, system) > mostCodes,
    );
    const hasNames = groups.some(({ codes }) => codes.some(({ text }) => text !== undefined));
    const isEmpty = this.#text.trim() === '';
    return html`<div id="${idOf(set, 'paste')}-read" role="status" class="paste-read">
        ${
          !isEmpty && groups.length === 0
            ? html`<p>${words.pasteNothing}</p>`
            : groups.map((group) => this.#group(group, set, system))
        }
        ${known > 0 ? html`<p class="muted">${words.pasteKnown(count(known), known === 1)}</p>` : nothing}
        ${
          repeated.length > 0
            ? html`<p class="muted">
                ${words.pasteRepeated(count(repeated.length), repeated.length === 1)}
              </p>`
            : nothing
        }
        ${isTooMany ? html`<p class="notice">${words.pasteTooMany(count(mostCodes))}</p>` : nothing}
      </div>
      ${unreadParts(unreadable, system, this.part.host.ui, (...wrong) => this.#correct(...wrong))}
      ${skippedParts(skipped, this.part.host.ui)}
      ${
        hasNames
          ? html`<label class="check"
              ><input
                type="checkbox"
                .checked=${this.#keepsNames}
                @change=${(event: Event) =>
                  (this.#keepsNames = (event.target as HTMLInputElement).checked)}
              />${words.pasteNames}</label
            >`
          : nothing
      }
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled=${total === 0 || isTooMany}
          @click=${() => {
            if (total > 0 && !isTooMany) this.#add(set, system, total);
          }}
        >
          ${words.pasteAdd(count(total), total === 1)}
        </button>
        <button type="button" class="button" @click=${() => this.close()}>${words.cancel}</button>
      </div>`;
  }

  #systemOf(set: string): string {
    return draftSet(valueAt(this.part.host.draft.state.document, keysOf(set)))?.system ?? '';
  }

  /** What was read, with the systems that the reader has chosen in place of the ones that were guessed. */
  #readText(prefer: string): PastedCodes {
    const key = JSON.stringify([prefer, [...this.#systems], this.#text]);
    if (this.#read?.key !== key) {
      const first = readPastedCodes(this.#text, { prefer });
      const outcome =
        this.#systems.size === 0
          ? first
          : { ...first, groups: regrouped(first.groups, this.#systems) };
      this.#read = { key, outcome };
    }
    return this.#read.outcome;
  }

  #group(group: PastedGroup, set: string, own: string): TemplateResult {
    const { texts, language } = this.part.host.ui;
    const words = texts.editorCodes;
    const { system, codes, mayBe } = group;
    const isOwn = normalizeSystem(own) === system;
    const title = titleOf(system);
    const id = idOf(set, `paste-${system}`);
    return html`<div class="paste-group">
      <p>
        <strong
          >${words.pasteRead(formatCount(codes.length, language), title, codes.length === 1)}</strong
        >
        <span class="muted">${isOwn ? words.pasteInto : words.pasteNew}</span>
        ${
          mayBe.length === 0
            ? nothing
            : html`<label for=${id} class="unseen">${words.pasteSystem(title)}</label>
                <select
                  id=${id}
                  class="field"
                  @change=${(event: Event) =>
                    this.#choose(system, (event.target as HTMLSelectElement).value)}
                >
                  ${[system, ...mayBe].map(
                    (each) =>
                      html`<option value=${each} ?selected=${each === system}>
                        ${titleOf(each)}
                      </option>`,
                  )}
                </select>`
        }
      </p>
      <ul class="plain-codes">
        ${codes
          .slice(0, mostShown)
          .map(
            ({ entry, text }) =>
              html`<li>
                <span class="code">${entry}</span> <span class="called">${text ?? ''}</span>
              </li>`,
          )}
        ${codes.length > mostShown ? html`<li class="muted">…</li>` : nothing}
      </ul>
    </div>`;
  }

  #choose(from: string, to: string): void {
    for (const { system } of readPastedCodes(this.#text, { prefer: this.#systemOf(this.#set!) })
      .groups)
      if ((this.#systems.get(system) ?? system) === from) this.#systems.set(system, to);
    this.part.host.requestUpdate();
  }

  /** Puts a code in the place of what could not be read, in the text itself. */
  #correct(line: number, wrong: string, code: string): void {
    const lines = this.#text.split('\n');
    lines[line - 1] = lines[line - 1]!.replace(wrong, () => code);
    this.#text = lines.join('\n');
    this.part.focus(`#${idOf(this.#set!, 'paste')}`);
  }

  /** The codes of a group that the set does not have yet. */
  #freshIn({ system, codes }: PastedGroup, set: string, own: string): readonly NewCode[] {
    const isOwn = normalizeSystem(own) === system;
    const include = isOwn
      ? (draftSet(valueAt(this.part.host.draft.state.document, keysOf(set)))?.include ?? [])
      : [];
    const known = new Set(include.map((each) => normalizeEntry(system, each)));
    return codes
      .filter(({ entry }) => !known.has(normalizeEntry(system, entry)))
      .map(({ entry, text }) => ({ entry, ...(text === undefined ? {} : { text: { da: text } }) }));
  }

  #sizeAfter({ system }: PastedGroup, fresh: readonly NewCode[], set: string, own: string): number {
    const document = this.part.host.draft.state.document;
    const isOwn = normalizeSystem(own) === system;
    const had = isOwn ? (draftSet(valueAt(document, keysOf(set)))?.include.length ?? 0) : 0;
    return had + fresh.length;
  }

  /** Whether the codes are all of another system than a set that has none yet: it becomes one of theirs. */
  #isReplaced(groups: readonly PastedGroup[], set: string, own: string): boolean {
    const { document } = this.part.host.draft.state;
    const isEmpty = draftSet(valueAt(document, keysOf(set)))?.include.length === 0;
    return isEmpty && groups.length === 1 && groups[0]!.system !== normalizeSystem(own);
  }

  /** A set of another system: beside a shared one wherever that is asked for, else here. */
  #beside(
    document: unknown,
    set: string,
    system: string,
    codes: readonly NewCode[],
  ): readonly PatchStep[] {
    const added = newSet(titleOf(system), codes);
    const [section, name = ''] = keysOf(set);
    if (section !== 'codes') return addSet(document, keysOf(this.field), added);
    return addTwin(document, name, freeSetName(document, `${name} ${titleOf(system)}`), added);
  }

  /** Into the set what is of its system; the others into sets beside it. */
  #add(set: string, own: string, total: number): void {
    const { host } = this.part;
    const { document } = host.draft.state;
    const { language, texts } = host.ui;
    const { groups } = this.#readText(own);
    let changed: unknown = document;
    const steps: PatchStep[] = [];
    const take = (more: readonly PatchStep[]) => {
      steps.push(...more);
      changed = applyFix(changed, more);
    };
    const isReplaced = this.#isReplaced(groups, set, own);
    for (const group of groups) {
      const codes = this.#freshIn(group, set, own).map((each) =>
        this.#keepsNames ? each : { entry: each.entry },
      );
      if (codes.length === 0) continue;
      if (isReplaced) take([{ op: 'add', path: `${set}/system`, value: titleOf(group.system) }]);
      if (isReplaced || normalizeSystem(own) === group.system)
        take(addCodes(changed, keysOf(set), 'include', codes));
      else take(this.#beside(changed, set, group.system, codes));
    }
    this.part.edit(steps, ({ editorCodes }) => editorCodes.deeds.paste(String(total)), {
      said: texts.editorCodes.added(formatCount(total, language)),
    });
    this.close();
  }
}
