/** The field in which codes are searched for and typed: a combobox with what was found (ARIA APG). */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  addCodes,
  readEntry,
  readPastedCodes,
  recordRelease,
  type DraftSet,
  type EntryFault,
  type NewCode,
} from '../../authoring/index.ts';
import { textIn } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { keysOf } from '../../json/paths.ts';
import { codeMatcher, normalizeCode, normalizeEntry, normalizeSystem } from '../../record/index.ts';
import type { CodesContext } from './context.ts';
import type { FieldState } from './field-state.ts';
import type { SetState } from './set-state.ts';
import { idOf, isBeginning, titleOf } from './words.ts';

/** One thing that Enter adds. */
interface Option extends NewCode {
  readonly label: string;
  readonly note?: string | undefined;
  readonly isIn: boolean;
}

export interface SearchOf {
  readonly part: CodesContext;
  readonly field: FieldState;
  readonly state: SetState;
  readonly set: DraftSet;
}

export function searchField(of: SearchOf): TemplateResult {
  const { part, state, set } = of;
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const isKnown = part.known.knows(set.system);
  const options = state.isListOpen ? optionsOf(of) : [];
  const id = idOf(state.place, 'search');
  const label = isKnown ? words.search : words.searchOnly;
  const active = options[state.active];
  return html`<div class="code-search">
    <label for=${id}>${label}</label>
    <div class="row-of-search">
      <select
        class="field"
        aria-label=${words.into}
        @change=${(event: Event) => {
          state.into = (event.target as HTMLSelectElement).value as typeof state.into;
          part.host.requestUpdate();
        }}
      >
        ${(['include', 'exclude'] as const).map(
          (list) =>
            html`<option value=${list} ?selected=${state.into === list}>
              ${list === 'include' ? words.takeIn : words.leaveOut}
            </option>`,
        )}
      </select>
      <input
        id=${id}
        class="field"
        type="text"
        role="combobox"
        aria-label=${label}
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${options.length > 0}
        aria-controls="${id}-list"
        aria-activedescendant=${active ? `${id}-${state.active}` : nothing}
        aria-describedby="${id}-state"
        .value=${live(state.query)}
        @input=${(event: Event) => state.search(set.system, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(event, of, options)}
        @paste=${(event: ClipboardEvent) => onPaste(event, of)}
      />
      <button
        type="button"
        class="button"
        id=${idOf(state.place, 'paste-open')}
        @click=${() => of.field.paste.open(state.place)}
      >
        ${words.paste}
      </button>
    </div>
    <ul id="${id}-list" role="listbox" aria-label=${label} ?hidden=${options.length === 0}>
      ${options.map((option, index) => optionRow(of, option, index))}
    </ul>
    <p id="${id}-state" class="search-state muted" role="status">
      ${stateWords(of, options, (count) => formatCount(count, language))}
    </p>
  </div>`;
}

/** One of what was found. Its keys are the field's, which says by `aria-activedescendant` where they have come to. */
function optionRow(of: SearchOf, option: Option, index: number): TemplateResult {
  const { part, state } = of;
  const words = part.host.ui.texts.editorCodes;
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the field has the focus, and hears the keys
  return html`<li
    id="${idOf(state.place, 'search')}-${index}"
    role="option"
    aria-selected=${index === state.active}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${() => add(of, option)}
  >
    <span class="code">${option.entry}</span>
    <span class="called">${option.label}</span>
    ${option.isIn ? html`<span class="chip info">${words.isIn}</span>` : nothing}
    ${option.note ? html`<span class="muted">${option.note}</span>` : nothing}
  </li>`;
}

/** What is said below the field: how many were found, or why what was typed is no code. */
function stateWords(
  { part, state, set }: SearchOf,
  options: readonly Option[],
  count: (value: number) => string,
): unknown {
  const words = part.host.ui.texts.editorCodes;
  if (state.found.phase === 'failed')
    return html`${words.failed}
      <button type="button" class="link" @click=${() => state.search(set.system, state.query)}>
        ${words.retry}
      </button>`;
  if (!state.isListOpen) return nothing;
  if (state.found.phase === 'searching') return words.searching;
  const fault = readEntry(set.system, state.query).fault;
  if (options.length > 0) {
    const found = words.found(count(options.length), options.length === 1);
    return `${found}. ${words.searchHint}`;
  }
  return state.found.phase === 'found' || fault === undefined
    ? words.foundNone(state.query.trim())
    : words.faults[fault](state.query.trim(), titleOf(set.system));
}

/** What was typed, where it is a code; what the terminology found; what may be meant. */
function optionsOf({ part, state, set }: SearchOf): readonly Option[] {
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const typed = state.query.trim();
  const system = normalizeSystem(set.system);
  const isIn = matcherOf(set);
  const found = state.found.phase === 'found' ? state.found.terms : [];
  const terms = found.map((term): Option => ({
    entry: term.code,
    text: term.text,
    label: textIn(term.text, language),
    note: term.retired ? words.retired : undefined,
    isIn: isIn(term.code),
  }));
  const read = readEntry(system, typed);
  if (read.fault !== undefined)
    return [
      ...terms,
      ...(isSuggesting(read.fault) && terms.length === 0
        ? read.suggestions.map((entry): Option => ({
            entry,
            label: words.meant(entry),
            isIn: isIn(entry),
          }))
        : []),
    ];
  const own = normalizeEntry(system, read.entry);
  const isCodeLike = /\d/.test(read.entry) || own.length === 1 || !part.known.knows(system);
  const isFound = found.some(({ code }) => normalizeEntry(system, code) === own);
  if (!isCodeLike || isFound) return terms;
  const isUnknown = part.known.knows(system) && state.found.phase === 'found';
  const asTyped: Option = {
    entry: read.entry,
    label: words.addTyped(read.entry),
    note: isBeginning(system, read.entry)
      ? words.typedBeginning
      : isUnknown
        ? words.typedUnknown
        : undefined,
    isIn: isIn(read.entry),
  };
  return terms.length > 0 ? [...terms, asTyped] : [asTyped];
}

/** Suggestions of another system are systems, and no codes. */
function isSuggesting(fault: EntryFault): boolean {
  return fault !== 'other-system';
}

/** Whether a code is among the included, or below one. */
export function matcherOf({ system, include, exclude }: DraftSet): (code: string) => boolean {
  const own = normalizeSystem(system);
  const known = new Set(include.map((each) => normalizeEntry(own, each)));
  const matches = codeMatcher({ system, include, exclude });
  return (code) => known.has(normalizeEntry(own, code)) || matches(own, normalizeCode(own, code));
}

function add(of: SearchOf, { entry, text }: Option): void {
  const { part, state, set } = of;
  const { document } = part.host.draft.state;
  const words = part.host.ui.texts.editorCodes;
  const path = keysOf(state.place);
  const { into } = state;
  const steps = addCodes(document, path, into, [{ entry, ...(text ? { text } : {}) }]);
  const called = text ? `${entry} ${textIn(text, part.host.ui.language)}` : entry;
  state.clear();
  part.host.requestUpdate();
  if (steps.length === 0) {
    part.host.announce(words.already(entry));
    return;
  }
  const release = text ? part.known.release(set.system) : undefined;
  part.edit(
    [...steps, ...(release ? recordRelease(document, set.system, release) : [])],
    ({ editorCodes: { deeds } }) => (into === 'include' ? deeds.add(entry) : deeds.leaveOut(entry)),
    { said: into === 'include' ? words.added(called) : `${words.exclude}: ${called}` },
  );
}

function onKey(event: KeyboardEvent, of: SearchOf, options: readonly Option[]): void {
  const { state, part } = of;
  const last = options.length - 1;
  const move = (to: number) => {
    event.preventDefault();
    state.active = to;
    part.host.requestUpdate();
    const id = `${idOf(state.place, 'search')}-${to}`;
    void part.host.updateComplete.then(() =>
      part.host.renderRoot.querySelector(`#${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
  };
  if (event.key === 'ArrowDown' && last >= 0) move(state.active >= last ? 0 : state.active + 1);
  else if (event.key === 'ArrowUp' && last >= 0) move(state.active <= 0 ? last : state.active - 1);
  else if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    const chosen = options[Math.max(0, state.active)];
    // What is typed is added as it stands only where nothing else was meant.
    if (chosen && (state.active >= 0 || isExactly(chosen, of))) add(of, chosen);
    else if (chosen) move(0);
  } else if (event.key === 'Escape' && (state.isListOpen || state.query !== '')) {
    event.preventDefault();
    event.stopPropagation();
    if (state.isListOpen) state.isListOpen = false;
    else state.clear();
    part.host.requestUpdate();
  }
}

function isExactly({ entry }: Option, { state, set }: SearchOf): boolean {
  const system = normalizeSystem(set.system);
  return normalizeEntry(system, entry) === normalizeEntry(system, state.query);
}

/** Several codes that are pasted into the field are a list. */
function onPaste(event: ClipboardEvent, { field, state, set }: SearchOf): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const { groups, unreadable } = readPastedCodes(text.slice(0, longestGlance), {
    prefer: set.system,
  });
  const codes = groups.reduce((sum, group) => sum + group.codes.length, 0);
  if (codes + unreadable.length < 2 && !text.trim().includes('\n')) return;
  event.preventDefault();
  field.paste.open(state.place, text);
}

/** So much of a pasted text tells whether it is a list. */
const longestGlance = 2000;
