/** One code set: its system, its codes, those that are taken out again, and what stands below them. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { recordRelease, releaseOf, type DraftSet } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { isHierarchical } from '../../record/index.ts';
import type { CodesContext, SetOf } from './context.ts';
import type { FieldState } from './field-state.ts';
import { rowsAtFirst, type SetState } from './set-state.ts';
import { codeNames } from './names.ts';
import { faultsAt } from './told.ts';
import { codeRow, type RowOf } from './code-row.ts';
import { includedList } from './included.ts';
import { searchField } from './search.ts';
import { idOf, systemNames, titleOf } from './words.ts';

export interface FieldSetOf extends Omit<SetOf, 'open'> {
  readonly field: FieldState;
}

export function codeSet({ field, ...given }: FieldSetOf): TemplateResult {
  const of: SetOf = { ...given, open: field.open };
  const { part, place, set } = of;
  const words = part.host.ui.texts.editorCodes;
  const state = field.setAt(place);
  const isSystemKnown = set.system.trim() !== '';
  return html`<div class="code-set" data-pointer=${place}>
    ${systemLine(of)}
    ${
      part.known.hasFailed
        ? html`<p class="notice">
            ${words.failed}
            <button type="button" class="button" @click=${() => part.known.retry()}>
              ${words.retry}
            </button>
          </p>`
        : nothing
    }
    ${faultsAt(part, place, `${place}/system`, `${place}/include`, `${place}/exclude`)}
    ${entryList(of, state, 'include')} ${entryList(of, state, 'exclude')}
    ${isSystemKnown ? searchField({ part, field, state, set }) : nothing}
    ${field.paste.template(place)}
    ${part.known.knows(set.system) && set.include.length > 0 ? includedList(of, state) : nothing}
    ${codeNames(of)}
  </div>`;
}

/** The system, what a code of it stands for, and which edition the codes were chosen from. */
function systemLine({ part, place, set }: SetOf): TemplateResult {
  const { texts } = part.host.ui;
  const words = texts.editorCodes;
  const id = idOf(place, 'system');
  return html`<p class="system-line">
    <label for=${id}>${words.system}</label>
    <input
      id=${id}
      class="field"
      data-pointer="${place}/system"
      list="${id}-all"
      .value=${titleOf(set.system)}
      @change=${(event: Event) => changeSystem(part, place, set, event.target as HTMLInputElement)}
    />
    <datalist id="${id}-all">
      ${systemNames.map((name) => html`<option value=${titleOf(name)}></option>`)}
    </datalist>
    <span class="muted">${isHierarchical(set.system) ? words.below : words.alone}</span>
    ${releaseWords(part, set.system)}
  </p>`;
}

function changeSystem(
  part: CodesContext,
  place: string,
  { system }: DraftSet,
  input: HTMLInputElement,
): void {
  const value = input.value.trim();
  if (value === titleOf(system)) return;
  part.edit(
    [{ op: 'add', path: `${place}/system`, value }],
    (texts) => texts.editorCodes.deeds.system,
  );
}

function releaseWords(part: CodesContext, system: string): unknown {
  const words = part.host.ui.texts.editorCodes;
  const { document } = part.host.draft.state;
  const recorded = releaseOf(document, system);
  const now = part.known.release(system);
  const isOther = now !== undefined && recorded !== undefined && now.name !== recorded.name;
  return html`${recorded ? html`<span class="muted">${words.release(recorded.name)}</span>` : nothing}
  ${
    isOther
      ? html`<span
          >${words.releaseNow(now.name)}
          <button
            type="button"
            class="link"
            @click=${() =>
              part.edit(
                recordRelease(document, system, now),
                ({ editorCodes }) => editorCodes.deeds.release,
              )}
          >
            ${words.recordRelease(now.name)}
          </button></span
        >`
      : nothing
  }`;
}

/** The included codes, or those that are excluded again. */
function entryList(of: SetOf, state: SetState, list: 'include' | 'exclude'): unknown {
  const { part, set, place } = of;
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const entries = set[list];
  if (entries.length === 0)
    return list === 'exclude'
      ? nothing
      : html`<p class="muted" data-pointer="${place}/${list}">${words.empty}</p>`;
  const faults = state.faults(set, list, part.host.draft.state.document);
  const shown = entries.slice(0, state.shown[list]);
  const left = entries.length - shown.length;
  const head = idOf(place, list);
  return html`<h4 id=${head} class="list-head">
      ${words[list]}
      <span class="muted"
        >${words.count(formatCount(entries.length, language), entries.length === 1)}</span
      >
    </h4>
    <ul class="entries" aria-labelledby=${head} data-pointer="${place}/${list}">
      ${repeat(
        shown,
        (entry, index) => `${index} ${entry}`,
        (entry, index) => {
          const row: RowOf = { ...of, state, list, entry, index, fault: faults[index] };
          return codeRow(row);
        },
      )}
    </ul>
    ${
      left > 0
        ? html`<button
            type="button"
            class="link"
            @click=${() => {
              state.shown = { ...state.shown, [list]: state.shown[list] + moreRows };
              part.focus(
                `[data-pointer="${CSS.escape(`${place}/${list}/${shown.length}`)}"] button`,
              );
            }}
          >
            ${words.more(formatCount(Math.min(left, moreRows), language))}
          </button>`
        : nothing
    }`;
}

const moreRows = rowsAtFirst * 4;
